//! Lines in all their wordings, and ways with their conditions and chances.

use super::Script;
use crate::export::chance;
use crate::i18n::script::percent;
use crate::markup::{Node, Tag, element, paragraph, said};
use crate::scenario::{Branch, Line, Way, Wording, narrated};

impl Script<'_> {
    /// What somebody says, in all wordings. `prefix` says when, where that needs saying.
    pub(super) fn speech(&self, who: &str, line: &Line) -> Option<Node> {
        match line.as_slice() {
            [] => None,
            [only] if only.when.is_empty() => Some(match narrated(&only.text) {
                Some(happens) => paragraph("cue", happens),
                None => element(Tag::Paragraph, "heard", [said(Tag::Span, "who", who), Node::Text(only.text.clone())]),
            }),
            wordings => {
                let who = paragraph("who", who);
                Some(element(Tag::Block, "heard several", [who, self.wordings(wordings)]))
            }
        }
    }

    /// What can be seen, in all wordings.
    pub(super) fn cue(&self, line: &Line) -> Option<Node> {
        match line.as_slice() {
            [] => None,
            [only] if only.when.is_empty() => Some(paragraph("cue", only.text.as_str())),
            wordings => Some(element(Tag::Block, "cue", [self.wordings(wordings)])),
        }
    }

    /// Those with conditions first, since they come first when they fit.
    fn wordings(&self, wordings: &[Wording]) -> Node {
        let (plain, fitting): (Vec<_>, Vec<_>) = wordings.iter().partition(|wording| wording.when.is_empty());
        let has_conditions = !fitting.is_empty();
        let fitting = fitting.into_iter().filter_map(|wording| {
            let condition = self.words.condition(self.scenario, &wording.when)?;
            Some((Some((self.words.when)(&condition)), wording))
        });
        let plain = plain.into_iter().enumerate().map(|(at, wording)| {
            let label = match (at, has_conditions) {
                (0, true) => Some(self.words.otherwise),
                (0, false) => None,
                _ => Some(self.words.or_else),
            };
            (label.map(str::to_owned), wording)
        });
        let items = fitting.chain(plain).map(|(label, wording)| {
            let label = label.map(|label| said(Tag::Span, "label", label));
            element(Tag::Item, "", label.into_iter().chain([Node::Text(wording.text.clone())]))
        });
        element(Tag::List, "", items)
    }

    /// Where it goes from here, with chances in percent.
    pub(super) fn ways(&self, branch: &Branch) -> Node {
        match branch.as_slice() {
            [] => paragraph("way", self.words.stays),
            [only] if only.when.is_empty() && only.chance.is_none() => paragraph("way", self.to(only)),
            ways => {
                let items = ways.iter().enumerate().map(|(at, way)| {
                    let before = ways.get(..at).unwrap_or_default();
                    let label = said(Tag::Span, "label", self.share(way, before));
                    element(Tag::Item, "", [label, Node::Text(self.to(way))])
                });
                element(Tag::List, "ways", items)
            }
        }
    }

    fn to(&self, way: &Way) -> String {
        self.words.destination(self.scenario, way.to)
    }

    /// When a way is taken, after those before it.
    fn share(&self, way: &Way, before: &[Way]) -> String {
        let condition = self.words.condition(self.scenario, &way.when).map(|condition| (self.words.when)(&condition));
        let chance = chance(way, before).map(percent);
        match (condition, chance) {
            (None, None) => self.words.otherwise.to_owned(),
            (condition, chance) => condition.into_iter().chain(chance).collect::<Vec<_>>().join(self.words.comma),
        }
    }
}
