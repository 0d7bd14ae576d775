//! Where it turned: what the learner named, and what the figures say.

use super::Told;
use crate::markup::{Node, paragraph, section};
use crate::scenario::PromiseId;
use crate::score::{Scorecard, TurningPoint};
use crate::session::{End, Event, is_overdrawn};

impl Told<'_> {
    pub(super) fn turned(&self, card: &Scorecard) -> Node {
        let words = self.words;
        let turns = &self.turning;
        // A turn that was not played is no guess.
        let guess = self.about.guess.filter(|turn| *turn < self.about.session.turns().len());
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
        let session = self.about.session;
        let (scenario, state) = (session.scenario(), session.state());
        let outcome = state.outcome(scenario)?;
        let is_guilty = |promise: PromiseId| {
            let terms = scenario.promises.get(promise.index());
            terms.is_some_and(|terms| terms.broken == outcome && is_overdrawn(terms, state.promise(promise)))
        };
        matches!(state.ended?, End::Written(ending) if scenario.ending(ending)?.outcome != outcome)
            .then(|| {
                session.turns().iter().rposition(|turn| {
                    turn.events.iter().any(|event| matches!(event, Event::Promised { promise, .. } if is_guilty(*promise)))
                })
            })
            .flatten()
    }
}
