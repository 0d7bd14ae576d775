//! The four passes of the flywheel over a scenario, and which were gone through.

use super::element::{Element, element, link, span};
use crate::record::{Done, Pass};
use crate::web::words::Words;

/// The passes as a list; with links where there is something to go to.
pub fn passes(words: Words, done: &Done, scenario: Option<&str>) -> Element {
    let has = |pass| done.passes.contains(&pass);
    let passes = [
        (words.pass_watch, "watch", has(Pass::Watch)),
        (words.pass_explained, "explained", has(Pass::Explained)),
        (words.pass_play, "", done.played),
        (words.pass_teach_back, "teach-back", has(Pass::TeachBack)),
    ];
    let items = passes.map(|(name, place, is_done)| {
        let name = match scenario.filter(|_| !place.is_empty()) {
            Some(id) => link("", name, &format!("#/{id}/{place}")),
            None => span("", name),
        };
        let mark = is_done.then(|| span("done", "\u{2713}").attribute("aria-hidden", "true").html());
        let said = is_done.then(|| span("unseen", words.pass_done).html());
        element("li", if is_done { "passed" } else { "" }).all(mark).with(name).all(said).html()
    });
    element("ol", "passes").attribute("aria-label", words.passes).all(items)
}
