//! The debrief: first the learner's own view, then the account.

use crate::markup::Node;
use crate::scenario::Outcome;
use crate::session::Event;
use crate::telling::heard;
use crate::web::components::document::document;
use crate::web::components::parts::{button, link};
use crate::web::platform::study;
use crate::web::saves::Run;
use crate::web::words::Words;
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, function_component, html};

/// How far the look back has come.
#[derive(Clone, PartialEq)]
pub enum LookBack {
    /// The learner has not said yet where it turned.
    Asking,
    WorkingOut,
    /// The program that looks back could not be loaded.
    NotLoaded,
    Written(Rc<[Node]>),
}

#[derive(Properties, PartialEq)]
pub struct DebriefProps {
    pub words: Words,
    pub run: Rc<Run>,
    pub look_back: LookBack,
    /// The turn, counted from 0, that the learner names; nothing to be shown anyway.
    pub guess: Callback<Option<usize>>,
    pub again: Callback<()>,
    pub download: Callback<()>,
}

#[function_component]
pub fn Debrief(props: &DebriefProps) -> Html {
    let DebriefProps { words, run, look_back, guess, again, download } = props;
    let scenario = run.session.scenario();
    let body = match look_back {
        LookBack::Asking => question(*words, run, guess),
        LookBack::WorkingOut => html! { <p role="status">{words.working_out}</p> },
        LookBack::NotLoaded => html! { <p role="status">{(words.load_failed)(study::PATH)}</p> },
        LookBack::Written(nodes) => document(nodes),
    };
    html! {
        <section class="debrief" aria-label={words.debrief} lang={scenario.language.tag()}>
            <p class="back">{link("", words.back_to_library, "#/".to_owned())}</p>
            <h1>{words.debrief}{" · "}{scenario.title.clone()}</h1>
            {outcome(*words, run)}
            {body}
            <p class="actions">
                {button("button primary", words.play_again, again)}
                {button("button", words.download_attempt, download)}
            </p>
            <p class="hint">{words.result_note}</p>
        </section>
    }
}

/// How it ended, in the customer's own words.
fn outcome(words: Words, run: &Run) -> Html {
    let session = &run.session;
    let Some(outcome) = session.state().outcome(session.scenario()) else { return Html::default() };
    let events = session.turns().last().map_or(session.opening(), |turn| &turn.events);
    let last: Vec<Event> = events.iter().filter(|event| matches!(event, Event::Ended { .. })).cloned().collect();
    let class = match outcome {
        Outcome::Signed | Outcome::Renewed => "outcome good",
        Outcome::Nurture | Outcome::Unfinished => "outcome open",
        Outcome::OrderLost | Outcome::Unsatisfied | Outcome::Cancelled | Outcome::CustomerLost => "outcome bad",
    };
    html! {
        <div {class}>
            <p class="verdict">{(words.outcome)(outcome)}</p>
            {document(&heard(&words, session.scenario(), &last))}
            <p class="hint">{(words.outcome_meaning)(outcome)}</p>
        </div>
    }
}

/// "Where did it turn?" comes before any figure.
fn question(words: Words, run: &Run, guess: &Callback<Option<usize>>) -> Html {
    let scenario = run.session.scenario();
    let turns = run.session.turns().iter().enumerate().map(|(at, turn)| {
        let said = turn.events.iter().filter_map(|event| match event {
            Event::Said { reply } => Some(scenario.reply(*reply)?.say.as_str()),
            _ => None,
        });
        let said = said.collect::<Vec<_>>().join(" / ");
        let guess = guess.clone();
        html! {
            <li>
                <button type="button" class="reply" onclick={move |_| guess.emit(Some(at))}>
                    <span class="number">{(words.turn)(at + 1)}</span><span>{said}</span>
                </button>
            </li>
        }
    });
    let skip = {
        let guess = guess.clone();
        Callback::from(move |()| guess.emit(None))
    };
    html! {
        <section class="question">
            <h2>{words.where_did_it_turn}</h2>
            <p class="hint">{words.where_did_it_turn_hint}</p>
            <ol>{ for turns }</ol>
            <p>{button("button", words.show_anyway, &skip)}</p>
        </section>
    }
}
