//! Endings: how it comes out, also when promises were not kept.

use super::Script;
use crate::markup::{Node, Tag, element, paragraph, said};
use crate::scenario::Ending;

impl Script<'_> {
    pub(super) fn ending(&self, at: usize, ending: &Ending) -> Node {
        let customer = &self.scenario.customer.name;
        let mut parts = vec![
            said(Tag::Heading, "", (self.words.ending)(at + 1, &ending.id)),
            element(Tag::Paragraph, "moment", [said(Tag::Strong, "", (self.strings.outcome)(ending.outcome))]),
        ];
        parts.extend(self.cue(&ending.cue));
        parts.extend(self.speech(customer, &ending.says));
        for (outcome, text) in &ending.broken {
            let speech = element(Tag::Paragraph, "heard", [said(Tag::Span, "who", &**customer), Node::Text(text.clone())]);
            let heading = paragraph("label", (self.words.broken)((self.strings.outcome)(*outcome)));
            parts.push(element(Tag::Block, "picked", [heading, speech]));
        }
        element(Tag::Section, "ending", parts)
    }
}
