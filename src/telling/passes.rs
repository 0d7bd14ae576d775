//! The four passes of the flywheel over a scenario, and which were gone through.

use crate::i18n::Strings;
use crate::markup::{Node, Tag, element, said};
use crate::record::{Done, Pass};

/// The passes in their order, with links where a scenario is given. `here` is the one
/// that is shown.
pub fn passes(strings: &Strings, done: &Done, scenario: Option<&str>, here: Option<Pass>) -> Node {
    let of = |name, place, pass| (name, place, done.passes.contains(&pass), here == Some(pass));
    let all = [
        of(strings.pass_watch, "/watch", Pass::Watch),
        of(strings.pass_explained, "/explained", Pass::Explained),
        (strings.pass_play, "", done.played, false),
        of(strings.pass_teach_back, "/teach-back", Pass::TeachBack),
    ];
    let items = all.map(|(name, place, is_done, is_here)| {
        let name = match scenario.filter(|_| !is_here) {
            Some(id) => Node::Link { class: String::new(), to: format!("#/{id}{place}"), label: name.to_owned() },
            None => said(Tag::Strong, "", name),
        };
        let done = is_done.then(|| said(Tag::Span, "unseen", strings.pass_done));
        let class = match (is_done, is_here) {
            (true, true) => "passed here",
            (true, false) => "passed",
            (false, true) => "here",
            (false, false) => "",
        };
        element(Tag::Item, class, std::iter::once(name).chain(done))
    });
    let label = said(Tag::Span, "unseen", strings.passes);
    element(Tag::Block, "passes", [label, element(Tag::Numbered, "", items)])
}
