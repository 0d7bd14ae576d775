//! How a reply is judged, and what the judgement rests on.

use super::{Told, label};
use crate::markup::{Node, Tag, element, paragraph};
use crate::scenario::{Basis, Judged, Reply};
use crate::telling::verdict;

impl Told<'_> {
    /// The verdict on a reply, with its reason and what it rests on.
    pub(super) fn judgement(&self, reply: &Reply, judged: &Judged) -> Node {
        let criterion = self
            .about
            .session
            .scenario()
            .step_of(reply.scene)
            .and_then(|step| self.about.guide.step(step)?.criteria.get(judged.criterion?))
            .map(|text| element(Tag::Paragraph, "criterion", [label(self.words.criterion), Node::Text(text.clone())]));
        let verdict = std::iter::once(label(self.words.your_move)).chain(verdict(self.strings, self.about.guide, reply, judged));
        let mut parts = vec![element(Tag::Paragraph, "verdict", verdict), paragraph("", judged.why.as_str())];
        parts.extend(criterion);
        parts.push(paragraph("source", self.basis(&judged.basis)));
        element(Tag::Block, &format!("why worth-{}", judged.worth), parts)
    }

    fn basis(&self, basis: &Basis) -> String {
        match basis {
            Basis::Method(source) if source == "house rule" => self.words.house_rule.to_owned(),
            Basis::Method(source) => (self.words.source)(source),
            Basis::Default => self.words.source_default.to_owned(),
            Basis::Scenario => self.words.source_scenario.to_owned(),
        }
    }
}
