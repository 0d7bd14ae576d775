//! The debrief: first the learner's own view, then the account.

use crate::scenario::Tone;
use crate::session::Event;
use crate::telling::heard;
use crate::web::components::document::document;
use crate::web::components::element::{Element, button, element, link, paragraph, section, span};
use crate::web::message::Message;
use crate::web::platform::study;
use crate::web::room::LookBack;
use crate::web::route::Stage;
use crate::web::run::Run;
use crate::web::words::Words;
use yew::prelude::{Callback, Html};

pub fn debrief(words: Words, run: &Run, look_back: &LookBack<'_>, send: &Callback<Message>) -> Html {
    let scenario = run.session.scenario();
    let status = |text: &str| paragraph("", text).attribute("role", "status");
    let page = element("section", "debrief")
        .attribute("aria-label", words.debrief)
        .attribute("lang", scenario.language.tag())
        .with(element("p", "back").with(link("", words.back_to_library, "#/")))
        .with(element("h1", "").text(&format!("{} · {}", words.debrief, scenario.title)))
        .add(outcome(words, run));
    let page = match look_back {
        LookBack::Asking => page.with(question(words, run, send)),
        LookBack::WorkingOut => page.with(status(words.working_out)),
        LookBack::NotLoaded => page.with(status(&(words.load_failed)(study::PATH))),
        LookBack::Written(nodes) => document(page, nodes),
    };
    let actions = element("p", "actions")
        .with(button("button primary", words.play_again, send, Message::Go(Stage::Briefing)))
        .with(button("button", words.download_attempt, send, Message::Download));
    page.with(actions).with(paragraph("hint", words.result_note)).html()
}

/// How it ended, in the customer's own words.
fn outcome(words: Words, run: &Run) -> Html {
    let session = &run.session;
    let Some(outcome) = session.state().outcome(session.scenario()) else { return Html::default() };
    let events = session.turns().last().map_or(session.opening(), |turn| &turn.events);
    let ending = events.split_at_checked(events.len().saturating_sub(1)).map(|(_, last)| last).unwrap_or_default();
    let class = match outcome.tone() {
        Tone::Good => "outcome good",
        Tone::Open => "outcome open",
        Tone::Bad => "outcome bad",
    };
    let told = element("div", class).with(paragraph("verdict", (words.outcome)(outcome)));
    document(told, &heard(&words, session.scenario(), ending)).with(paragraph("hint", (words.outcome_meaning)(outcome))).html()
}

/// "Where did it turn?" comes before any figure.
fn question(words: Words, run: &Run, send: &Callback<Message>) -> Element {
    let scenario = run.session.scenario();
    let turns = run.session.turns().iter().enumerate().map(|(at, turn)| {
        let said = turn.events.iter().filter_map(|event| match event {
            Event::Said { reply } => Some(scenario.reply(*reply)?.say.as_str()),
            _ => None,
        });
        let said = said.collect::<Vec<_>>().join(" / ");
        let button =
            button("reply", "", send, Message::Guess(Some(at))).with(span("number", &(words.turn)(at + 1))).with(span("", &said));
        element("li", "").with(button).html()
    });
    section("question", words.where_did_it_turn)
        .with(paragraph("hint", words.where_did_it_turn_hint))
        .with(element("ol", "").all(turns))
        .with(element("p", "").with(button("button", words.show_anyway, send, Message::Guess(None))))
}
