//! What is shown while something is not there.

use super::{Act, Given, Screen, Sheet, World};
use crate::i18n::Strings;
use crate::markup::{Node, Tag, element, paragraph, said};

/// What is asked for is coming.
pub fn coming(world: &World, sheet: &mut Sheet) {
    sheet.nodes.push(paragraph("waiting", Strings::of(world.language).loading));
}

/// What is asked for could not be loaded.
pub fn missing(world: &World, sheet: &mut Sheet, what: &str) {
    let strings = Strings::of(world.language);
    let again = sheet.button("button", strings.try_again, Act::Reload);
    sheet.nodes.push(failure((strings.load_failed)(what), [again]));
}

/// Nothing to show but why, with what can be done.
pub fn failure(text: impl Into<String>, actions: impl IntoIterator<Item = Node>) -> Node {
    element(Tag::Block, "failure", [said(Tag::Title, "", text), element(Tag::Paragraph, "actions", actions)])
}

/// There is no such page.
pub struct Unknown;

impl Screen for Unknown {
    fn title(&self, world: &World) -> String {
        Strings::of(world.language).product.to_owned()
    }

    fn show(&self, world: &World, sheet: &mut Sheet) {
        let strings = Strings::of(world.language);
        let back = Node::Link { class: "button".to_owned(), to: "#/".to_owned(), label: strings.back_to_library.to_owned() };
        sheet.nodes.push(failure(strings.no_such_scenario, [back]));
    }

    fn act(&mut self, _: Act, _: Given, _: &mut World) {}
}
