//! The turns in which the learner was sure and gave something away: what surprises is
//! remembered best, so they come first.

use super::{Told, label};
use crate::markup::{Node, Tag, element, paragraph, said, section};
use crate::session::Sureness;

impl Told<'_> {
    pub(super) fn sure(&self) -> Option<Node> {
        let turns: Vec<Node> = self.about.sure.iter().map(|at| element(Tag::Item, "", self.sure_turn(*at))).collect();
        let parts = [paragraph("hint", self.words.sure_hint), element(Tag::List, "", turns)];
        (!self.about.sure.is_empty()).then(|| section("sure", self.words.sure_title, parts))
    }

    fn sure_turn(&self, at: usize) -> Vec<Node> {
        let heading = std::iter::once(said(Tag::Span, "", (self.strings.turn)(at + 1)));
        let heading = heading.chain(self.confidence(at)).chain(self.mark(at));
        let mut nodes = vec![element(Tag::Subheading, "", heading)];
        for (_, reply) in self.made(at) {
            nodes.push(element(Tag::Paragraph, "", [label(self.words.you_said), Node::Text(reply.say.clone())]));
            nodes.extend(reply.judgement.as_ref().map(|judged| paragraph("", judged.why.as_str())));
        }
        for (_, reply) in self.better(at) {
            nodes.push(element(Tag::Paragraph, "", [label(self.words.best_there), Node::Text(reply.say.clone())]));
            nodes.extend(reply.judgement.as_ref().map(|judged| paragraph("hint", judged.why.as_str())));
        }
        nodes
    }

    /// How sure the learner was in a turn.
    pub(super) fn confidence(&self, at: usize) -> Option<Node> {
        let sure = self.about.confidences.get(at).copied().flatten()?;
        let [guess, fair, certain] = self.strings.sureness;
        let said_so = match Sureness::of(sure) {
            Sureness::Guess => guess,
            Sureness::Fair => fair,
            Sureness::Sure => certain,
        };
        Some(said(Tag::Span, "cost", said_so))
    }
}
