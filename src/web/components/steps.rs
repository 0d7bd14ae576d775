//! The steps of the method: which were passed. The present one is never named.

use super::element::{Element, element, section, span};
use crate::web::words::Words;

/// The steps by name, and whether each was passed.
pub fn steps<'a>(words: Words, title: &str, steps: impl Iterator<Item = (&'a str, bool)>) -> Element {
    let items = (1..).zip(steps).map(|(number, (name, passed))| {
        let (class, state) = if passed { ("passed", words.step_passed) } else { ("ahead", words.step_ahead) };
        let dot = if passed { "✓".to_owned() } else { i32::to_string(&number) };
        element("li", class)
            .with(span("dot", &dot).attribute("aria-hidden", "true"))
            .with(span("name", name))
            .with(span("unseen", state))
            .html()
    });
    section("steps", title).with(element("ol", "").all(items))
}
