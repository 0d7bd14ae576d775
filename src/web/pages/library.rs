//! Who there is to talk to.

use crate::catalogue::{Card, Catalogue};
use crate::record::Digest;
use crate::telling::passes;
use crate::web::components::document::document;
use crate::web::components::element::{Element, element, link, paragraph, span};
use crate::web::components::open_file::open_file;
use crate::web::loading::step_names;
use crate::web::message::Message;
use crate::web::route::{Route, Stage};
use crate::web::saves;
use crate::web::words::Words;
use yew::prelude::{Callback, Html};

pub fn library(words: Words, catalogue: &Catalogue, digest: &Digest, send: &Callback<Message>) -> Html {
    let cards = catalogue.in_language(words.language).into_iter().map(|card| item(words, catalogue, card, digest, send).html());
    let lead = element("div", "lead")
        .with(element("h1", "").text(words.library_title))
        .with(paragraph("", words.tagline))
        .with(paragraph("hint", words.library_intro));
    let file = element("div", "open-file").with(open_file(words.open_file, send)).with(paragraph("hint", words.open_file_hint));
    element("div", "library")
        .with(lead)
        .with(element("ul", "cards").attribute("aria-label", words.scenarios).all(cards))
        .with(file)
        .html()
}

fn item(words: Words, catalogue: &Catalogue, card: &Card, digest: &Digest, send: &Callback<Message>) -> Element {
    let to = Route::Scenario { id: card.id.clone(), stage: Stage::Briefing }.hash();
    let about = element("div", "")
        .attribute("lang", card.language.tag())
        .with(element("h2", "").with(link("", &card.title, &to)))
        .with(paragraph("who", &format!("{} · {}", card.customer, card.role)))
        .with(paragraph("", &card.summary));
    let done = digest.of_scenario(&card.id);
    let is_under_way = saves::is_under_way(&card.id);
    let status = match done.best {
        Some(score) => (words.best_score)(score / 100),
        None if is_under_way || done.played => String::new(),
        None => words.not_played.to_owned(),
    };
    let running = is_under_way.then(|| span("running", words.in_progress).html());
    element("li", "card")
        .with(about)
        .with(element("p", "meta").with(span("", (words.level)(card.level))).with(span("", &(words.minutes)(card.minutes))))
        .with(covers(words, catalogue, card))
        .with(document(element("div", ""), &[passes(&words, &done, None, None)], send))
        .with(element("p", "status").with(span("", &status)).all(running))
}

/// The steps that a scenario practises, as dots and in words.
fn covers(words: Words, catalogue: &Catalogue, card: &Card) -> Element {
    let names = step_names(catalogue, card, words.language);
    let is_covered = |at: usize| card.steps.iter().any(|step| step.index() == at);
    let dots = (0..names.len()).map(|at| element("span", if is_covered(at) { "dot on" } else { "dot" }).html());
    let dots = element("span", "dots").attribute("aria-hidden", "true").all(dots);
    let covered: Vec<&str> = names.iter().enumerate().filter(|(at, _)| is_covered(*at)).map(|(_, name)| name.as_str()).collect();
    let covered = if covered.len() == names.len() { words.every_step.to_owned() } else { covered.join(" · ") };
    element("p", "covers").with(dots).text(&(words.steps_covered)(&covered))
}
