//! The debrief: first the learner's own view, then the account.

mod account;
mod profile;
mod promises;
mod transcript;

use crate::scenario::Outcome;
use crate::score::{Scorecard, TurningPoint};
use crate::session::Event;
use crate::web::components::exchange::told;
use crate::web::components::parts::{button, link};
use crate::web::saves::Run;
use crate::web::words::Words;
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, function_component, html, use_state_eq};

/// What could be worked out.
#[derive(Clone, PartialEq)]
pub enum Figures {
    WorkingOut,
    TooLarge,
    Card(Rc<Scorecard>),
}

#[derive(Properties, PartialEq)]
pub struct DebriefProps {
    pub words: Words,
    pub run: Rc<Run>,
    pub figures: Figures,
    pub again: Callback<()>,
    pub download: Callback<()>,
}

/// What the learner named as the turning point.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Guess {
    Open,
    Skipped,
    Turn(usize),
}

#[function_component]
pub fn Debrief(props: &DebriefProps) -> Html {
    let DebriefProps { words, run, figures, again, download } = props;
    let guess = use_state_eq(|| Guess::Open);
    let choose = {
        let guess = guess.clone();
        Callback::from(move |new| guess.set(new))
    };
    let scenario = run.session.scenario();
    let body = match (*guess, figures) {
        (Guess::Open, _) => question(*words, run, &choose),
        (_, Figures::WorkingOut) => html! { <p role="status">{words.working_out}</p> },
        (_, Figures::TooLarge) => html! { <><p>{words.too_large}</p>{transcript::transcript(*words, run, None)}</> },
        (guess, Figures::Card(card)) => html! {
            <>
                {turned(*words, guess, card)}
                {account::account(*words, card)}
                {profile::profile(*words, run, card)}
                {transcript::transcript(*words, run, Some(card))}
                {promises::promises(*words, run)}
                {promises::facts(*words, run)}
            </>
        },
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
            {told(words, session.scenario(), &last)}
            <p class="hint">{(words.outcome_meaning)(outcome)}</p>
        </div>
    }
}

/// "Where did it turn?" comes before any figure.
fn question(words: Words, run: &Run, choose: &Callback<Guess>) -> Html {
    let turns = run.session.turns().iter().enumerate().map(|(at, turn)| {
        let said = turn.events.iter().filter_map(|event| match event {
            Event::Said { reply } => Some(run.session.scenario().reply(*reply)?.say.clone()),
            _ => None,
        });
        let said = said.collect::<Vec<_>>().join(" / ");
        let choose = choose.clone();
        let name = move |_| choose.emit(Guess::Turn(at));
        html! { <li key={at}><button type="button" class="reply" onclick={name}><span class="number">{(words.turn)(at + 1)}</span><span>{said}</span></button></li> }
    });
    let skip = {
        let choose = choose.clone();
        Callback::from(move |()| choose.emit(Guess::Skipped))
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

fn turned(words: Words, guess: Guess, card: &Scorecard) -> Html {
    let found = match card.turning_point {
        Some(TurningPoint::Lost(turn)) => (words.turned_lost)(turn + 1),
        Some(TurningPoint::Won(turn)) => (words.turned_won)(turn + 1),
        None => words.turned_nowhere.to_owned(),
    };
    let named = match guess {
        Guess::Turn(turn) => Some((words.your_guess)(turn + 1)),
        Guess::Open | Guess::Skipped => None,
    };
    let right = matches!((guess, card.turning_point), (Guess::Turn(turn), Some(point)) if point.turn() == turn);
    html! {
        <section class="turned" role="status">
            <h2>{words.where_did_it_turn_answer}</h2>
            <p>
                {named}{" "}
                if right { {words.guess_right}{" "} }
                {found}
            </p>
        </section>
    }
}
