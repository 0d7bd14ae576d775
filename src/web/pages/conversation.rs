//! The conversation itself.

use crate::scenario::MeterId;
use crate::session::Event;
use crate::telling::{self, exchange, heard, promises};
use crate::web::components::document::document;
use crate::web::components::element::{Element, button, element, link, list, paragraph, section};
use crate::web::components::face::face;
use crate::web::components::kite::kite;
use crate::web::components::replies::replies;
use crate::web::components::steps::steps;
use crate::web::components::sureness::sureness;
use crate::web::message::Message;
use crate::web::run::Run;
use crate::web::settings::Settings;
use crate::web::words::Words;
use yew::prelude::{Callback, Html};

/// Ids of the newest exchange and of the way on, for focus and scrolling.
pub const NEWEST: &str = "newest";
pub const ON: &str = "on";

pub fn conversation(
    words: Words,
    settings: Settings,
    run: &Run,
    picked: &[u8],
    confidence: Option<u8>,
    send: &Callback<Message>,
) -> Html {
    let session = &run.session;
    let scenario = session.scenario();
    let talk = element("div", "talk").with(log(words, run, send)).add(mood(words, run));
    let talk = if session.is_over() {
        let debrief = format!("#/{}/debrief", scenario.id);
        let on = link("button primary", words.to_debrief, &debrief).attribute("id", ON);
        // As many parts as before, so that the log stays the same.
        talk.with(element("div", "")).with(element("div", "over").with(on))
    } else {
        let pick = run.session.pick_count().map(|count| (count, picked));
        let sure = settings.sureness.is_on().then(|| sureness(words, settings.keys, confidence, send).html());
        // Always there, so that what comes and goes in it moves nothing else.
        let before_replies = element("div", "").all(time(words, run)).all(sure);
        talk.with(before_replies).with(replies(words, settings.keys, session.turns().len(), &run.offered(), pick, send))
    };
    let leave = element("p", "actions").with(button("button quiet", words.download_attempt, send, Message::Download)).with(link(
        "button quiet",
        words.leave,
        &format!("#/{}", scenario.id),
    ));
    let side = element("aside", "side")
        .with(steps(words, &run.pack.guide.name, passed(run)))
        .add(notes(words, run))
        .add(kite(words, run.attempt.mode, &promises(&words, session)))
        .with(leave);
    element("div", "conversation")
        .attribute("lang", scenario.language.tag())
        .with(element("h1", "unseen").text(&scenario.title))
        .with(talk)
        .with(side)
        .html()
}

/// Everything said so far; the newest turn can be found by its id.
fn log(words: Words, run: &Run, send: &Callback<Message>) -> Element {
    let session = &run.session;
    let scenario = session.scenario();
    let turns = session.turns();
    let opening = document(element("li", "").key(0), &heard(&words, scenario, session.opening()), send).html();
    let earlier = turns.iter().enumerate().map(|(at, turn)| {
        let item = element("li", "").key(at + 1);
        let item = if at + 1 == turns.len() { item.attribute("id", NEWEST) } else { item };
        let told = exchange(&words, &run.pack.guide, scenario, run.attempt.mode, &turn.events);
        document(item, &told, send).html()
    });
    let exchanges = element("ol", "").add(opening).all(earlier);
    element("div", "log").attribute("role", "log").attribute("aria-label", words.conversation).with(exchanges)
}

/// From so many replies on, the learner is told that time runs out.
const LITTLE_TIME: u16 = 3;

/// How much time is left, where it is little, and where this was played on from.
fn time(words: Words, run: &Run) -> impl Iterator<Item = Html> {
    let left = run.session.state().patience;
    let little = (left <= LITTLE_TIME).then(|| (words.little_time)(left));
    let from = run.attempt.fork.and_then(|turn| usize::try_from(turn).ok());
    let practice = from.map(|turn| (words.practice_from)(turn + 1));
    practice.into_iter().chain(little).map(|told| paragraph("hint", &told).html())
}

/// How the customer feels, while it is the customer who is there.
fn mood(words: Words, run: &Run) -> Html {
    let scenario = run.session.scenario();
    let Some((mood, meter)) = telling::mood(&run.session) else { return Html::default() };
    let label = (words.mood_label)(&scenario.customer.name, (words.mood)(mood));
    element("div", trend(run, meter)).with(face(mood, &label)).html()
}

/// Whether the last turn warmed or cooled the customer, so that the face may move.
fn trend(run: &Run, meter: MeterId) -> &'static str {
    let moved = run.session.turns().last().and_then(|turn| {
        turn.events.iter().find_map(|event| match event {
            Event::Moved { meter: moved, from, to } if *moved == meter => Some((*from, *to)),
            _ => None,
        })
    });
    match moved {
        Some((from, to)) if to > from => "mood warmer",
        Some(_) => "mood colder",
        None => "mood",
    }
}

/// The steps of the method; those are passed in which something was said.
fn passed(run: &Run) -> impl Iterator<Item = (&str, bool)> {
    let session = &run.session;
    let was_met = |at: usize| {
        (0..session.turns().len()).any(|turn| {
            let step = session.scenario().step_of(session.place_before(turn).state.scene);
            step.is_some_and(|step| step.index() == at)
        })
    };
    run.pack.guide.steps.iter().enumerate().map(move |(at, step)| (step.name.as_str(), was_met(at)))
}

fn notes(words: Words, run: &Run) -> Html {
    let facts = &run.session.scenario().facts;
    if facts.is_empty() {
        return Html::default();
    }
    let state = run.session.state();
    let notes = section("notes", words.notes_title).attribute("aria-live", "polite");
    if state.facts.is_empty() {
        return notes.with(paragraph("hint", words.notes_empty)).html();
    }
    let known = facts.iter().zip(0..).filter(|(_, at)| state.facts.contains(*at));
    notes.with(list(known.map(|(fact, _)| fact.text.as_str()))).html()
}
