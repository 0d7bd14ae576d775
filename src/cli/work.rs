//! Long work, with word of how far it has come.

use super::Context;
use crate::analysis::{Search, Status, Values};
use crate::scenario::Scenario;
use std::rc::Rc;

/// What came of exploring a scenario.
pub enum Worked {
    Exact(Box<Values>),
    /// Too many states to be exact.
    TooLarge,
    /// More states than were asked for.
    NotFinished,
}

/// States explored between two words of progress.
const SLICE: usize = 20_000;

/// Explores a scenario, but not much more than `most` states.
pub fn explore(context: &mut Context, scenario: &Rc<Scenario>, most: usize) -> Worked {
    let mut search = Search::new(Rc::clone(scenario));
    let mut shown = false;
    let worked = loop {
        match search.run(SLICE.min(most)) {
            (_, Status::Done(values)) => break Worked::Exact(values),
            (None, _) => break Worked::TooLarge,
            (Some(_), Status::Searching { states }) if states > most => break Worked::NotFinished,
            (Some(rest), status) => {
                search = rest;
                if let Status::Searching { states } = status {
                    shown = true;
                    let text = (context.words.exploring)(&scenario.id, states);
                    context.terminal.progress(&text);
                }
            }
        }
    };
    if shown {
        context.terminal.progress("");
    }
    worked
}
