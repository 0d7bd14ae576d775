//! A whole scenario as a screenplay on paper, with every branch, for those who
//! review it.

mod endings;
mod front;
mod lines;
mod replies;
mod scenes;

use crate::i18n::Strings;
use crate::i18n::script::Words;
use crate::markup::{Node, Tag, element, paragraph};
use crate::pack::Guide;
use crate::scenario::Scenario;

/// The script in the scenario's language, to stand under the scenario's title.
pub fn document(scenario: &Scenario, guide: &Guide) -> Vec<Node> {
    let language = scenario.language;
    let script = Script { strings: Strings::of(language), words: Words::of(language), scenario, guide };
    let mut parts = vec![element(Tag::Block, "front", script.front())];
    parts.extend((0..).zip(&scenario.scenes).map(|(at, scene)| script.scene(at, scene)));
    parts.extend(scenario.endings.iter().enumerate().map(|(at, ending)| script.ending(at, ending)));
    parts
}

/// What a script is made of.
struct Script<'a> {
    strings: &'static Strings,
    words: &'static Words,
    scenario: &'a Scenario,
    guide: &'a Guide,
}

/// A remark to the reader.
fn remark(text: impl Into<String>) -> Node {
    paragraph("hint", text)
}
