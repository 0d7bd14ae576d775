//! The conversation again, turn by turn, with what each reply was and was worth.

use super::{PlayOn, Told, both_sides, label};
use crate::markup::{Node, Tag, element, paragraph, said, section};
use crate::scenario::{Reply, ReplyId, SceneId};
use crate::score::Review;
use crate::session::{Turn, step};
use crate::telling::{heard, verdict};

impl<'a> Told<'a> {
    pub(super) fn transcript(&self, play_on: PlayOn) -> Node {
        let session = self.about.session;
        let mut controls = play_on.controls.into_iter();
        let turns = session.turns().iter().enumerate().map(|(at, turn)| {
            let control = controls.next().map(|control| element(Tag::Paragraph, "play-on", [control]));
            let class = if self.turning.contains(&at) { "turning" } else { "" };
            element(Tag::Item, class, self.turn(at, turn).into_iter().chain(control))
        });
        let turns = element(Tag::Numbered, "", turns);
        let opening = element(Tag::Block, "opening", heard(self.strings, session.scenario(), session.opening()));
        section("transcript", self.words.transcript, play_on.notes.into_iter().chain([opening, turns]))
    }

    pub(super) fn turn(&self, at: usize, turn: &Turn) -> Vec<Node> {
        let scenario = self.about.session.scenario();
        let (said_by_learner, after) = both_sides(&turn.events);
        let heading = std::iter::once(said(Tag::Span, "", (self.strings.turn)(at + 1)));
        let heading = heading.chain(self.mark(at)).chain(self.confidence(at));
        let mut nodes = vec![element(Tag::Subheading, "", heading)];
        nodes.extend(heard(self.strings, scenario, &said_by_learner));
        let note = self.note(at);
        if !self.is_judged(at) {
            nodes.push(paragraph("hint", self.words.not_judged));
        }
        if !note.is_empty() {
            nodes.push(element(Tag::Block, "note", note));
        }
        nodes.extend(heard(self.strings, scenario, &after));
        nodes
    }

    /// What a turn called for, how the replies are judged, and what was best. Nothing
    /// where a turn is neither judged nor cost anything.
    fn note(&self, at: usize) -> Vec<Node> {
        let is_judged = self.is_judged(at);
        let scene = self.about.session.place_before(at).state.scene;
        let mut note: Vec<Node> = Vec::new();
        if is_judged {
            note.extend(self.moment(scene));
            note.extend(self.slid(at));
            note.extend(self.made(at).iter().filter_map(|(_, reply)| Some(self.judgement(reply, reply.judgement.as_ref()?))));
        }
        let weighs = self.review(at).filter(|review| is_judged || review.cost > 0.0);
        note.extend(weighs.map(|review| self.best(at, review)));
        note
    }

    /// What the situation called for.
    fn moment(&self, scene: SceneId) -> Option<Node> {
        let (moment, step) = self.about.session.scenario().scene(scene)?.moment?;
        let words = self.about.guide.moment(moment)?;
        let step = self.about.guide.step(step)?;
        let parts = [
            label(self.words.moment_was),
            said(Tag::Strong, "", words.name.as_str()),
            said(Tag::Span, "hint", words.definition.as_str()),
            said(Tag::Span, "step", step.name.as_str()),
        ];
        Some(element(Tag::Paragraph, "moment", parts))
    }

    /// Whether the conversation had slid back a step.
    fn slid(&self, at: usize) -> Option<Node> {
        let from = self.about.card?.slid_from(self.about.session, at)?;
        Some(paragraph("hint slid", (self.words.slid)(&self.about.guide.step(from)?.name)))
    }

    /// The reply that would have given nothing away, with its reason and what the
    /// customer would have answered.
    fn best(&self, at: usize, review: &Review) -> Node {
        if review.cost == 0.0 {
            return paragraph("best-there", self.words.you_said_best);
        }
        let heading = paragraph("label", self.words.best_there);
        let better = self.better(at).into_iter().map(|(_, reply)| self.suggestion(reply));
        element(Tag::Block, "best-there", std::iter::once(heading).chain(better).chain(self.would_answer(at, review)))
    }

    /// What the best choice in a turn has that was not chosen.
    pub(super) fn better(&self, at: usize) -> Vec<(ReplyId, &'a Reply)> {
        let best = self.review(at).and_then(|review| review.best().next());
        let best = best.map(|alternative| self.replies(at, &alternative.choice)).unwrap_or_default();
        let made = self.made(at);
        best.into_iter().filter(|(id, _)| !made.iter().any(|(other, _)| other == id)).collect()
    }

    fn suggestion(&self, reply: &Reply) -> Node {
        let mut parts = vec![paragraph("", reply.say.as_str())];
        if let Some(judged) = &reply.judgement {
            parts.push(element(Tag::Paragraph, "verdict", verdict(self.strings, self.about.guide, reply, judged)));
            parts.push(paragraph("hint", judged.why.as_str()));
        }
        element(Tag::Quote, "", parts)
    }

    /// What would have been heard after the best choice, under the same luck.
    fn would_answer(&self, at: usize, review: &Review) -> Option<Node> {
        let session = self.about.session;
        let best = review.best().next()?;
        let turn = step(session.scenario(), session.seed(), session.place_before(at), &best.choice).ok()?;
        let answer = heard(self.strings, session.scenario(), &both_sides(&turn.events).1);
        let heading = paragraph("label", self.words.would_answer);
        (!answer.is_empty()).then(|| element(Tag::Block, "would-answer", std::iter::once(heading).chain(answer)))
    }
}
