//! What the passes of the flywheel have in common: the way from one to the next, and
//! what they need before they can begin.

use super::waiting::{coming, failure, missing};
use super::{Focus, Found, Place, Sheet, World};
use crate::analysis::Values;
use crate::i18n::Strings;
use crate::i18n::flywheel::Words;
use crate::markup::{Control, Node, Tag, element, paragraph, said};
use crate::pack::Pack;
use crate::record::Pass;
use std::rc::Rc;

/// The four passes (METHOD.md §6), in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Watch,
    Explained,
    Play,
    Teach,
}

impl Stage {
    const ALL: [Self; 4] = [Self::Watch, Self::Explained, Self::Play, Self::Teach];

    const fn name(self, words: &Words) -> &'static str {
        match self {
            Self::Watch => words.watch,
            Self::Explained => words.explained,
            Self::Play => words.play,
            Self::Teach => words.teach,
        }
    }

    fn to(self, scenario: &str) -> String {
        let scenario = scenario.to_owned();
        match self {
            Self::Watch => Place::Watch { scenario }.hash(),
            Self::Explained => Place::Explained { scenario }.hash(),
            Self::Play => format!("#/{scenario}"),
            Self::Teach => Place::Teach { scenario }.hash(),
        }
    }

    fn is_done(self, world: &World, scenario: &str) -> bool {
        let passed = |pass| world.record.has_passed(scenario, pass);
        match self {
            Self::Watch => passed(Pass::Watch),
            Self::Explained => passed(Pass::Explained),
            Self::Play => world.record.played().any(|(_, played)| played.attempt.scenario == scenario),
            Self::Teach => passed(Pass::TeachBack),
        }
    }
}

/// The four passes of a scenario as links, with those that are done. `current` is where
/// the learner is.
pub fn bar(world: &World, scenario: &str, current: Option<Stage>) -> Node {
    let words = Words::of(world.language);
    let items = Stage::ALL.into_iter().map(|stage| {
        let name = stage.name(words);
        let name = if current == Some(stage) {
            said(Tag::Strong, "", name)
        } else {
            Node::Link { class: String::new(), to: stage.to(scenario), label: name.to_owned() }
        };
        let done = stage.is_done(world, scenario).then(|| said(Tag::Span, "done", words.done));
        element(Tag::Item, if current == Some(stage) { "here" } else { "" }, std::iter::once(name).chain(done))
    });
    element(Tag::Block, "flywheel", [paragraph("label", words.flywheel), element(Tag::Numbered, "", items)])
}

/// The way to the next pass, as a button.
pub fn onward(world: &World, scenario: &str, next: Stage) -> Node {
    let words = Words::of(world.language);
    let label = (words.next_pass)(next.name(words));
    let link = Node::Link { class: "button primary".to_owned(), to: next.to(scenario), label };
    element(Tag::Paragraph, "actions", [link])
}

/// Puts focus on a button that was written on the sheet.
pub const fn focus_on(sheet: &mut Sheet, button: &Node) {
    if let Node::Control(Control::Button { act, .. }) = button {
        sheet.focus = Focus::Control(*act);
    }
}

/// The title of the window of a pass.
pub fn window(world: &World, scenario: &str, stage: Stage) -> String {
    let title = world.card(scenario).map_or("", |card| card.title.as_str());
    format!("{} · {title}", stage.name(Words::of(world.language)))
}

/// The head of a pass: the way back, the title, and the four passes.
pub fn head(world: &World, pack: &Pack, stage: Stage) -> Vec<Node> {
    let (strings, words) = (Strings::of(world.language), Words::of(world.language));
    let back = Node::Link { class: "back".to_owned(), to: "#/".to_owned(), label: strings.back_to_library.to_owned() };
    let title = format!("{} · {}", stage.name(words), pack.scenario.title);
    vec![element(Tag::Paragraph, "back", [back]), said(Tag::Title, "", title), bar(world, &pack.scenario.id, Some(stage))]
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
    let label = Stage::Play.name(Words::of(world.language)).to_owned();
    Node::Link { class: "button".to_owned(), to: Stage::Play.to(scenario), label }
}
