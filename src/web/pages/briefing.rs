//! What the learner knows before the conversation. Preparing itself is played.

use crate::record::Digest;
use crate::scenario::Scenario;
use crate::session::Mode;
use crate::telling::passes;
use crate::web::components::document::document;
use crate::web::components::element::{Element, Ticked, button, element, link, list, paragraph, section};
use crate::web::message::Message;
use crate::web::room::Room;
use crate::web::route::Stage;
use crate::web::words::Words;
use yew::prelude::{Callback, Html};

pub fn briefing(words: Words, room: &Room, digest: &Digest, send: &Callback<Message>) -> Html {
    let scenario = &room.pack.scenario;
    let choice = |mode: Mode, name: &str, hint: &str| {
        let input = element("input", "")
            .attribute("type", "radio")
            .attribute("name", "mode")
            .ticked(Ticked::when(room.mode == mode))
            .on_change(send, Box::new(move |_| Some(Message::Mode(mode))));
        let told = element("span", "").with(element("strong", "").text(name)).with(element("span", "hint").text(hint));
        element("label", "mode").with(input).with(told)
    };
    let modes = element("fieldset", "")
        .with(element("legend", "").text(words.how_to_play))
        .with(choice(Mode::Coached, words.mode_coached, words.mode_coached_hint))
        .with(choice(Mode::Exam, words.mode_exam, words.mode_exam_hint));
    let passes = passes(&words, &digest.of_scenario(&scenario.id), Some(&scenario.id), None);
    let (first, start) = ways_in(words, room, send);
    element("article", "briefing")
        .attribute("lang", scenario.language.tag())
        .with(element("p", "back").with(link("", words.back_to_library, "#/")))
        .with(element("h1", "").text(&scenario.title))
        .with(paragraph("lead", &scenario.summary))
        .with(document(element("div", ""), &[passes], send))
        .with(sheets(words, scenario))
        .all(first.map(|first| element("p", "").with(first).html()))
        .with(element("section", "start").with(modes).all(start.into_iter().map(Element::html)))
        .html()
}

/// What can be gone back to, and how to begin.
fn ways_in(words: Words, room: &Room, send: &Callback<Message>) -> (Option<Element>, Vec<Element>) {
    let start = |class, label| button(class, label, send, Message::Start);
    match &room.run {
        None => (None, vec![start("button primary", words.start)]),
        Some(run) if run.session.is_over() => {
            let debrief = link("button", words.see_last_debrief, &format!("#/{}/debrief", room.pack.scenario.id));
            (Some(debrief), vec![start("button primary", words.start)])
        }
        Some(run) => {
            let label = (words.resume)(run.session.turns().len() + 1);
            let mode = match run.attempt.mode {
                Mode::Coached => words.mode_coached,
                Mode::Exam => words.mode_exam,
            };
            let resume = element("span", "actions")
                .with(button("button primary", &label, send, Message::Go(Stage::Play)))
                .with(element("span", "hint").text(mode));
            (Some(resume), vec![start("button", words.start_anew), paragraph("hint", words.start_anew_hint)])
        }
    }
}

/// Who the customer is, and what is on file.
fn sheets(words: Words, scenario: &Scenario) -> Element {
    let customer = &scenario.customer;
    let tags = customer.contact.map(words.contact).into_iter().chain(customer.grade.map(words.grade));
    let about = section("sheet", words.customer)
        .with(paragraph("name", &customer.name))
        .with(paragraph("", &customer.role))
        .with(element("div", "tags").with(list(tags)))
        .with(element("h2", "").text(words.aim))
        .with(paragraph("", &scenario.briefing.aim));
    let notes = section("sheet notes", words.notes_on_file).with(list(scenario.briefing.notes.iter().map(String::as_str)));
    element("div", "sheets").with(about).with(notes)
}
