//! The debrief as a document: where it turned, the account, the steps, the
//! conversation turn by turn, promises and facts.

mod account;
mod judgement;
mod outcome;
mod profile;
mod promises;
mod transcript;

pub use outcome::outcome;

use crate::i18n::Strings;
use crate::i18n::debrief::Words;
use crate::markup::{Node, Tag, paragraph, said, section};
use crate::pack::Guide;
use crate::scenario::PromiseId;
use crate::score::{Review, Scorecard, TurningPoint};
use crate::session::{End, Event, Session, is_overdrawn};

/// What a debrief tells of.
struct Told<'a> {
    strings: &'static Strings,
    words: &'static Words,
    guide: &'a Guide,
    session: &'a Session,
}

/// The whole document. Without a scorecard (too many turns of events to be worked
/// out) it has points and reasons, but no figures. `guess`: the turn, counted from
/// 0, that the learner named.
pub fn document(session: &Session, guide: &Guide, card: Option<&Scorecard>, guess: Option<usize>) -> Vec<Node> {
    let language = session.scenario().language;
    let told = Told { strings: Strings::of(language), words: Words::of(language), guide, session };
    let mut parts = Vec::new();
    match card {
        Some(card) => {
            parts.push(told.turned(card, guess));
            parts.push(told.account(card));
            parts.push(told.profile(card));
        }
        None => parts.push(paragraph("", told.words.too_large)),
    }
    parts.push(told.transcript(card));
    parts.extend(told.promises());
    parts.extend(told.facts());
    parts
}

/// One turn (from 0): what was said, what the moment was, how each reply is judged and
/// on what that rests, and what came of it. With a review also its mark and what was
/// better.
pub fn turn(session: &Session, guide: &Guide, at: usize, review: Option<&Review>) -> Vec<Node> {
    let language = session.scenario().language;
    let told = Told { strings: Strings::of(language), words: Words::of(language), guide, session };
    session.turns().get(at).map(|turn| told.turn(at, turn, review)).unwrap_or_default()
}

impl Told<'_> {
    /// What the learner named, and what the figures say.
    fn turned(&self, card: &Scorecard, guess: Option<usize>) -> Node {
        let words = self.words;
        let turns = card.turning_turns();
        let mut sentences: Vec<String> = guess.map(|turn| (words.your_guess)(turn + 1)).into_iter().collect();
        if guess.is_some_and(|guess| turns.contains(&guess)) {
            sentences.push(words.guess_right.to_owned());
        }
        sentences.push(match (card.turning_point, turns.as_slice()) {
            (Some(TurningPoint::Lost(_)), [_, _, ..]) => {
                let turns: Vec<String> = turns.iter().map(|turn| (turn + 1).to_string()).collect();
                (words.turned_equally)(&turns.join(words.between_items))
            }
            (Some(TurningPoint::Lost(turn)), _) => (words.turned_lost)(turn + 1),
            (Some(TurningPoint::Won(turn)), _) => (words.turned_won)(turn + 1),
            (None, _) => words.turned_nowhere.to_owned(),
        });
        sentences.extend(self.broken_in().map(|turn| (words.broke)(turn + 1)));
        section("turned", words.where_it_turned, [paragraph("", sentences.join(words.between_sentences))])
    }

    /// The turn, counted from 0, in which the promise was made that the order fell
    /// with.
    fn broken_in(&self) -> Option<usize> {
        let (scenario, state) = (self.session.scenario(), self.session.state());
        let outcome = state.outcome(scenario)?;
        let is_guilty = |promise: PromiseId| {
            let terms = scenario.promises.get(promise.index());
            terms.is_some_and(|terms| terms.broken == outcome && is_overdrawn(terms, state.promise(promise)))
        };
        matches!(state.ended?, End::Written(ending) if scenario.ending(ending)?.outcome != outcome)
            .then(|| {
                self.session.turns().iter().rposition(|turn| {
                    turn.events.iter().any(|event| matches!(event, Event::Promised { promise, .. } if is_guilty(*promise)))
                })
            })
            .flatten()
    }
}

/// Words that name what follows.
fn label(text: &str) -> Node {
    said(Tag::Span, "label", text)
}
