//! The conversation again, turn by turn, with what each reply was and was worth.

use super::{Told, label};
use crate::markup::{Node, Tag, element, paragraph, said, section};
use crate::scenario::{Reply, ReplyId, SceneId};
use crate::score::{Mark, Review, Scorecard};
use crate::session::{Event, Turn, rules};
use crate::telling::{heard, verdict};

impl Told<'_> {
    pub(super) fn transcript(&self, card: Option<&Scorecard>) -> Node {
        let scenario = self.session.scenario();
        let turning = card.map(Scorecard::turning_turns).unwrap_or_default();
        let turns = self.session.turns().iter().enumerate().map(|(at, turn)| {
            let review = card.and_then(|card| card.reviews.get(at));
            element(Tag::Item, if turning.contains(&at) { "turning" } else { "" }, self.turn(at, turn, review))
        });
        let opening = element(Tag::Block, "opening", heard(self.strings, scenario, self.session.opening()));
        section("transcript", self.words.transcript, [opening, element(Tag::Numbered, "", turns)])
    }

    pub(super) fn turn(&self, at: usize, turn: &Turn, review: Option<&Review>) -> Vec<Node> {
        let scenario = self.session.scenario();
        let scene = self.session.place_before(at).state.scene;
        let (said_by_learner, after): (Vec<Event>, Vec<Event>) =
            turn.events.iter().cloned().partition(|event| matches!(event, Event::Said { .. }));
        let replies: Vec<&Reply> = self.chosen(scene, &turn.choice).into_iter().filter_map(|id| scenario.reply(id)).collect();
        let judged = replies.iter().any(|reply| reply.judgement.is_some());
        let mut heading = vec![said(Tag::Span, "", (self.strings.turn)(at + 1))];
        let mut parts = Vec::new();
        if judged {
            heading.extend(review.into_iter().flat_map(|review| self.mark(review)));
            let mut note: Vec<Node> = self.moment(scene).into_iter().collect();
            note.extend(replies.iter().filter_map(|reply| Some(self.judgement(reply, reply.judgement.as_ref()?))));
            note.extend(review.map(|review| self.best(scene, turn, review)));
            parts.push(element(Tag::Block, "note", note));
        } else {
            parts.push(paragraph("hint", self.words.not_judged));
        }
        let mut nodes = vec![element(Tag::Subheading, "", heading)];
        nodes.extend(heard(self.strings, scenario, &said_by_learner));
        nodes.extend(parts);
        nodes.extend(heard(self.strings, scenario, &after));
        nodes
    }

    fn chosen(&self, scene: SceneId, choice: &[u8]) -> Vec<ReplyId> {
        self.session.scenario().scene(scene).map(|scene| rules::chosen(scene, choice)).unwrap_or_default()
    }

    fn mark(&self, review: &Review) -> Vec<Node> {
        let class = match review.mark {
            Mark::Best => "mark best",
            Mark::Good => "mark good",
            Mark::Inaccuracy => "mark inaccuracy",
            Mark::Mistake => "mark mistake",
        };
        let mut nodes = vec![said(Tag::Span, class, (self.words.mark)(review.mark))];
        if review.cost > 0.0 {
            nodes.push(said(Tag::Span, "cost", (self.words.cost)(review.cost)));
        }
        nodes
    }

    /// What the situation called for.
    fn moment(&self, scene: SceneId) -> Option<Node> {
        let (moment, step) = self.session.scenario().scene(scene)?.moment?;
        let words = self.guide.moment(moment)?;
        let step = self.guide.step(step)?;
        let parts = [
            label(self.words.moment_was),
            said(Tag::Strong, "", words.name.as_str()),
            said(Tag::Span, "hint", words.definition.as_str()),
            said(Tag::Span, "step", step.name.as_str()),
        ];
        Some(element(Tag::Paragraph, "moment", parts))
    }

    /// The reply that would have given nothing away, with its reason.
    fn best(&self, scene: SceneId, turn: &Turn, review: &Review) -> Node {
        if review.cost == 0.0 {
            return paragraph("best-there", self.words.you_said_best);
        }
        let made = self.chosen(scene, &turn.choice);
        let best = review.best().next().map(|alternative| self.chosen(scene, &alternative.choice)).unwrap_or_default();
        let scenario = self.session.scenario();
        let better = best.into_iter().filter(|id| !made.contains(id)).filter_map(|id| scenario.reply(id));
        let heading = paragraph("label", self.words.best_there);
        element(Tag::Block, "best-there", std::iter::once(heading).chain(better.map(|reply| self.suggestion(reply))))
    }

    fn suggestion(&self, reply: &Reply) -> Node {
        let mut parts = vec![paragraph("", reply.say.as_str())];
        if let Some(judged) = &reply.judgement {
            parts.push(element(Tag::Paragraph, "verdict", verdict(self.strings, self.guide, reply, judged)));
            parts.push(paragraph("hint", judged.why.as_str()));
        }
        element(Tag::Quote, "", parts)
    }
}
