//! What next, each suggestion with its reason.

use super::{link, title_of};
use crate::i18n::progress::Words;
use crate::markup::{Node, Tag, element, paragraph, section};
use crate::method::StepId;
use crate::practice::advice::{Go, Reason, Situation, Suggestion};
use crate::score::display_percent;
use crate::screens::{Place, World};

/// The section of suggestions; the first is the one to follow.
pub fn next(world: &World, due: usize) -> Node {
    let words = Words::of(world.language);
    let cards = world.catalogue.in_language(world.language);
    let situation = Situation { record: &world.record, cards: &cards, under_way: &world.under_way, due, clock: world.clock };
    let classes = std::iter::once("button primary").chain(std::iter::repeat("button"));
    let items = situation.advise().into_iter().zip(classes).map(|(suggestion, class)| {
        let to = link(class, place(&suggestion.to), label(world, &suggestion.to));
        element(Tag::Item, "", [paragraph("", reason(world, &suggestion)), element(Tag::Paragraph, "actions", [to])])
    });
    section("next", words.next, [element(Tag::Numbered, "", items)])
}

/// The address of what is suggested. Briefings and conversations are no screens.
fn place(to: &Go) -> String {
    let scenario = to.scenario().unwrap_or_default().to_owned();
    match to {
        Go::On(_) => format!("#/{scenario}/play"),
        Go::Play(_) => format!("#/{scenario}"),
        Go::Watch(_) => Place::Watch { scenario }.hash(),
        Go::Explained(_) => Place::Explained { scenario }.hash(),
        Go::TeachBack(_) => Place::Teach { scenario }.hash(),
        Go::Exam(_) => Place::Forecast { scenario }.hash(),
        Go::Drills => Place::Drills.hash(),
    }
}

fn label(world: &World, to: &Go) -> String {
    let words = Words::of(world.language);
    let title = to.scenario().map_or("", |scenario| title_of(world, scenario));
    match to {
        Go::On(_) => (words.go_on)(title),
        Go::Watch(_) => (words.watch)(title),
        Go::Explained(_) => (words.read_why)(title),
        Go::TeachBack(_) => (words.teach_back)(title),
        Go::Play(_) => (words.play)(title),
        Go::Exam(_) => (words.exam)(title),
        Go::Drills => words.to_drills.to_owned(),
    }
}

fn reason(world: &World, suggestion: &Suggestion) -> String {
    let words = Words::of(world.language);
    match &suggestion.reason {
        Reason::UnderWay => words.under_way.to_owned(),
        Reason::First => words.first.to_owned(),
        Reason::AtOnce => words.at_once.to_owned(),
        Reason::Watched => words.watched_first.to_owned(),
        Reason::Seen => words.seen.to_owned(),
        Reason::Poor(score) => (words.poor)(score / 100),
        Reason::LookedInto => words.looked_into.to_owned(),
        Reason::CoachedWell(score) => (words.coached_well)(score / 100),
        Reason::PassedExam(score) => (words.passed_exam)(score / 100),
        Reason::Due(drills) => (words.due)(*drills),
        Reason::Weakest { method, step, share } => {
            let name = name_of(world, method, *step);
            share.map_or_else(|| (words.never_practised)(name), |share| (words.weakest)(name, display_percent(share)))
        }
    }
}

/// The name of a step.
fn name_of<'w>(world: &'w World, method: &str, step: StepId) -> &'w str {
    world.catalogue.steps(method).get(step.index()).map_or("", |name| name.get(world.language))
}
