//! What holds for every conversation.

use crate::dice::Dice;
use ninesteps::analysis::Values;
use ninesteps::debrief::{self, About, PlayOn};
use ninesteps::i18n::Strings;
use ninesteps::language::Language;
use ninesteps::markup::{html, markdown, terminal};
use ninesteps::pack::Pack;
use ninesteps::scenario::METER_MAX;
use ninesteps::score::{Scorecard, ten_thousandths};
use ninesteps::session::attempt::Claim;
use ninesteps::session::{Attempt, Event, Mode, Session, rules};
use ninesteps::telling;
use std::rc::Rc;

/// Enough for all that is interesting; several meetings may take longer.
const TURNS: usize = 60;

/// Plays as the dice fall and looks at everything on the way. The attempt is whole if
/// the conversation came to its end.
pub fn through(pack: &Pack, seed: u32, dice: &mut impl Dice, values: Option<&Values>) -> Attempt {
    let mut session = Session::begin(Rc::clone(&pack.scenario), seed);
    let mut attempt = Attempt::new(&pack.scenario, &pack.hashes, seed, Mode::Exam);
    for turn in 0..TURNS {
        look_at(&session);
        let choices = rules::choices(&pack.scenario, session.state());
        assert_eq!(choices.is_empty(), session.is_over(), "something can be chosen until it is over");
        refuse(&session, &choices, dice);
        let Some(choice) = choices.get(dice.below(choices.len())) else { break };
        session = session.choose(choice).expect("what is on offer can be chosen");
        attempt.record(choice, u64::try_from(turn).unwrap());
    }
    assert_eq!(Session::replay(Rc::clone(&pack.scenario), seed, &session.choices()).as_ref(), Ok(&session), "a replay is equal");
    let card = values.map(|values| Scorecard::of(&session, values).expect("the values are those of the scenario"));
    card.iter().for_each(|card| adds_up(card, &session));
    tell(pack, &session, card.as_ref(), dice);
    attempt.claim = Claim::of(&session, card.and_then(|card| card.score).map(ten_thousandths));
    assert_eq!(Attempt::from_json(attempt.to_json()).as_ref(), Ok(&attempt), "an attempt is the same as a file");
    attempt
}

fn look_at(session: &Session) {
    let (state, scenario) = (session.state(), session.scenario());
    assert!(state.meters.iter().all(|meter| *meter <= METER_MAX));
    let offered = rules::on_offer(scenario, state);
    let mut shown = session.offer();
    shown.sort_unstable();
    assert_eq!(shown, offered, "what is shown is what is on offer");
    let events = session.turns().last().map_or(session.opening(), |turn| &turn.events);
    let ended = events.iter().position(|event| matches!(event, Event::Ended { .. }));
    assert_eq!(ended, session.is_over().then(|| events.len() - 1), "the end is told last, and once");
    assert_eq!(state.outcome(scenario).is_some(), session.is_over());
}

/// A choice that is not on offer is refused, and nothing has changed.
fn refuse(session: &Session, choices: &[Vec<u8>], dice: &mut impl Dice) {
    let choice: Vec<u8> = (0..dice.below(4)).map(|_| u8::try_from(dice.below(256)).unwrap()).collect();
    let before = session.clone();
    assert_eq!(session.choose(&choice).is_ok(), choices.contains(&choice), "{choice:?}");
    assert_eq!(&before, session);
}

/// Earned and given away is what could be earned, and what luck did.
fn adds_up(card: &Scorecard, session: &Session) {
    let close = |a: f64, b: f64| (a - b).abs() < 1e-6 * (1.0 + a.abs() + b.abs());
    assert!(card.score.is_none_or(|score| (0.0..=1.0).contains(&score)), "{card:?}");
    assert!(card.left >= 0.0 && card.reviews.len() == session.turns().len(), "{card:?}");
    let by_step: f64 = card.profile.iter().map(|step| step.left).sum();
    assert!(close(by_step, card.left), "{card:?}");
    if session.is_over() {
        assert!(close(f64::from(card.earned) + card.left, card.best + card.luck), "{card:?}");
    }
}

/// The documents in one language or the other, in all forms.
fn tell(pack: &Pack, session: &Session, card: Option<&Scorecard>, dice: &mut impl Dice) {
    let width = dice.below(120);
    let guess = Some(dice.below(TURNS)).filter(|guess| *guess < session.turns().len());
    let about = About { guess, ..About::new(session, &pack.guide, card) };
    let mut nodes = debrief::document(&about, PlayOn::default());
    let strings = Strings::of(Language::ALL[dice.below(Language::ALL.len())]);
    let mode = [Mode::Coached, Mode::Exam][dice.below(2)];
    nodes.extend(telling::briefing(strings, session.scenario()));
    for events in session.turns().iter().map(|turn| &turn.events) {
        nodes.extend(telling::exchange(strings, &pack.guide, session.scenario(), mode, events));
        nodes.extend(telling::changes(strings, session, mode, events));
    }
    assert!(telling::mood(session).is_none_or(|(mood, _)| mood <= 4));
    html::page(pack.scenario.language, &pack.scenario.title, &nodes);
    markdown::document(&pack.scenario.title, &nodes);
    terminal::render(&nodes, width, [terminal::Styles::Plain, terminal::Styles::Ansi][dice.below(2)]);
}
