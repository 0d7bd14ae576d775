//! Ways out of a screen.

use super::World;
use crate::i18n::Strings;
use crate::markup::{Node, Tag, element};

/// Back to the library, above the title.
pub fn to_library(world: &World) -> Node {
    let label = Strings::of(world.language).back_to_library.to_owned();
    element(Tag::Paragraph, "back", [Node::Link { class: "back".to_owned(), to: "#/".to_owned(), label }])
}
