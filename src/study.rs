//! What is worked out beside the conversation: what it could have earned, the
//! debrief, and what a scenario file means. The page asks for it in postcard.

use crate::analysis::{Search, Status, Values};
use crate::debrief::document;
use crate::markup::Node;
use crate::pack::{self, Pack, Reported};
use crate::score::{Scorecard, ten_thousandths};
use crate::session::Attempt;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A scenario file with the method files at hand.
#[derive(Debug, Serialize, Deserialize)]
pub struct Source {
    pub methods: Vec<String>,
    pub scenario: Vec<u8>,
}

/// The bytes of a pack, or the problems of the file.
pub type Read = Result<Vec<u8>, Vec<Reported>>;

/// What is to be looked back on.
#[derive(Debug, Serialize, Deserialize)]
pub struct Question {
    pub attempt: Attempt,
    /// The turn, counted from 0, that the learner named.
    pub guess: Option<usize>,
}

/// The look back.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Debrief {
    /// In ten-thousandths; none where there is none.
    pub score: Option<u16>,
    pub document: Vec<Node>,
}

/// Reads a scenario file: [`Source`] to [`Read`].
pub fn compile(source: &[u8]) -> Vec<u8> {
    let read: Read = match postcard::from_bytes::<Source>(source) {
        Ok(source) => pack::compile(&source.methods, &source.scenario).map(|pack| pack.to_bytes()),
        Err(_) => Err(Vec::new()),
    };
    postcard::to_allocvec(&read).unwrap_or_default()
}

/// The scenario being worked on.
#[derive(Default)]
pub struct Desk {
    pack: Option<Pack>,
    work: Work,
}

/// How far the exact values have come.
#[derive(Default)]
enum Work {
    #[default]
    Nothing,
    Under(Search),
    Done(Box<Values>),
    TooLarge,
}

impl Desk {
    /// Takes up a pack.
    pub fn new(pack: &[u8]) -> Self {
        let pack = Pack::from_bytes(pack);
        let work = pack.as_ref().map_or(Work::Nothing, |pack| Work::Under(Search::new(Rc::clone(&pack.scenario))));
        Self { pack, work }
    }

    /// Explores up to so many states more; whether nothing is left to do.
    pub fn work(&mut self, states: usize) -> bool {
        let search = match std::mem::take(&mut self.work) {
            Work::Under(search) => search,
            finished => {
                self.work = finished;
                return true;
            }
        };
        self.work = match search.run(states) {
            (Some(rest), _) => Work::Under(rest),
            (None, Status::Done(values)) => Work::Done(values),
            (None, _) => Work::TooLarge,
        };
        !matches!(self.work, Work::Under(_))
    }

    /// Looks back: [`Question`] to [`Debrief`].
    pub fn debrief(&self, question: &[u8]) -> Vec<u8> {
        let debrief = postcard::from_bytes(question).ok().and_then(|question| self.look_back(&question));
        postcard::to_allocvec(&debrief.unwrap_or_default()).unwrap_or_default()
    }

    fn look_back(&self, question: &Question) -> Option<Debrief> {
        let pack = self.pack.as_ref()?;
        let session = question.attempt.replay(Rc::clone(&pack.scenario), &pack.hashes).ok()?;
        let card = match &self.work {
            Work::Done(values) => Scorecard::of(&session, values),
            Work::Nothing | Work::Under(_) | Work::TooLarge => None,
        };
        let score = card.as_ref().and_then(|card| card.score).map(ten_thousandths);
        let guess = question.guess.filter(|turn| *turn < session.turns().len());
        Some(Debrief { score, document: document(&session, &pack.guide, card.as_ref(), guess) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Mode;

    #[test]
    fn a_turn_that_was_not_played_is_no_guess() {
        let method = include_str!("../scenarios/methods/nine-steps.toml").to_owned();
        let pack = pack::compile(&[method], include_bytes!("../scenarios/en/first-day.toml")).unwrap();
        let mut desk = Desk::new(&pack.to_bytes());
        while !desk.work(usize::MAX) {}
        let mut attempt = Attempt::new(&pack.scenario, &pack.hashes, 1, Mode::Exam);
        attempt.record(&[0], 0);
        let looked_back = |guess| {
            let question = Question { attempt: attempt.clone(), guess };
            postcard::from_bytes::<Debrief>(&desk.debrief(&postcard::to_allocvec(&question).unwrap())).unwrap().document
        };
        assert_eq!(looked_back(Some(usize::MAX)), looked_back(None));
        assert_ne!(looked_back(Some(0)), looked_back(None));
    }
}
