//! What the passes of the flywheel have in common: the way from one to the next, and
//! what they need before they can begin.

use super::waiting::{coming, failure, missing};
use super::ways::to_library;
use super::{Focus, Found, Place, Sheet, World};
use crate::analysis::Values;
use crate::i18n::Strings;
use crate::i18n::flywheel::Words;
use crate::markup::{Node, Tag, element, paragraph, said};
use crate::pack::Pack;
use crate::record::{Digest, Pass};
use crate::telling::passes;
use std::rc::Rc;

/// What can be gone on to (METHOD.md §6: I do, you watch; I say, you listen; you do, I
/// watch; you say, I listen).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    Explained,
    Play,
}

/// The four passes of a scenario as links, with those that are done. `here` is the one
/// where the learner is.
pub fn bar(world: &World, scenario: &str, here: Option<Pass>) -> Node {
    let done = Digest::of(world.record.entries()).of_scenario(scenario);
    passes(Strings::of(world.language), &done, Some(scenario), here)
}

/// The way to the next pass, as a button.
pub fn onward(world: &World, scenario: &str, next: Next) -> Node {
    let strings = Strings::of(world.language);
    let (name, to) = match next {
        Next::Explained => (strings.pass_explained, Place::Explained { scenario: scenario.to_owned() }.hash()),
        Next::Play => (strings.pass_play, format!("#/{scenario}")),
    };
    let label = (Words::of(world.language).next_pass)(name);
    element(Tag::Paragraph, "actions", [Node::Link { class: "button primary".to_owned(), to, label }])
}

/// Puts focus on a button that was written on the sheet.
pub const fn focus_on(sheet: &mut Sheet, button: &Node) {
    if let Node::Control(control) = button {
        sheet.focus = Focus::Control(control.act());
    }
}

/// The title of the window of a pass.
pub fn window(world: &World, scenario: &str, pass: Pass) -> String {
    let title = world.card(scenario).map_or("", |card| card.title.as_str());
    format!("{} · {title}", name(Strings::of(world.language), pass))
}

/// The head of a pass: the way back, the title, and the four passes.
pub fn head(world: &World, pack: &Pack, pass: Pass) -> Vec<Node> {
    let strings = Strings::of(world.language);
    let title = format!("{} · {}", name(strings, pass), pack.scenario.title);
    let customer = &pack.scenario.customer;
    vec![
        to_library(world),
        said(Tag::Title, "", title),
        bar(world, &pack.scenario.id, Some(pass)),
        paragraph("hint", format!("{} · {}", customer.name, customer.role)),
        paragraph("hint", pack.scenario.briefing.aim.as_str()),
    ]
}

const fn name(strings: &Strings, pass: Pass) -> &'static str {
    match pass {
        Pass::Watch => strings.pass_watch,
        Pass::Explained => strings.pass_explained,
        Pass::TeachBack => strings.pass_teach_back,
    }
}

/// A scenario with its values; otherwise what is missing is told.
pub fn ready(world: &World, sheet: &mut Sheet, scenario: &str) -> Option<(Rc<Pack>, Rc<Values>)> {
    match (world.shelf.pack(scenario), world.shelf.values(scenario)) {
        (Found::Here(pack), Found::Here(Some(values))) => return Some((pack, values)),
        (Found::Here(_), Found::Here(None)) => {
            sheet.nodes.push(failure(Words::of(world.language).too_large, [play(world, scenario)]));
        }
        (Found::Missing, _) | (_, Found::Missing) => missing(world, sheet, scenario),
        (Found::Here(_), Found::Coming) => {
            sheet.nodes.push(paragraph("waiting", Strings::of(world.language).working_out));
        }
        (Found::Coming, _) => coming(world, sheet),
    }
    None
}

/// Tells that nothing in the scenario is judged.
pub fn unjudged(world: &World, sheet: &mut Sheet, scenario: &str) {
    sheet.nodes.push(failure(Words::of(world.language).unjudged, [play(world, scenario)]));
}

fn play(world: &World, scenario: &str) -> Node {
    let label = Strings::of(world.language).pass_play.to_owned();
    Node::Link { class: "button".to_owned(), to: format!("#/{scenario}"), label }
}
