//! Long work, with word of how far it has come.

use super::Context;
use crate::analysis::{Estimate, PLAYS, Search, Simulation, Status, Values};
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
    let worked = loop {
        match search.run(SLICE.min(most)) {
            (_, Status::Done(values)) => break Worked::Exact(values),
            (None, _) => break Worked::TooLarge,
            (Some(_), Status::Searching { states }) if states > most => break Worked::NotFinished,
            (Some(rest), status) => {
                search = rest;
                if let Status::Searching { states } = status {
                    let text = (context.words.exploring)(&scenario.id, states);
                    context.terminal.progress(&text);
                }
            }
        }
    };
    context.terminal.progress("");
    worked
}

/// Conversations of everybody between two words of progress.
const PLAYS_AT_ONCE: u32 = 500;

/// Plays a scenario many times, where it is too large to be exact.
pub fn simulate(context: &mut Context, scenario: &Rc<Scenario>) -> Estimate {
    let mut simulation = Simulation::new(Rc::clone(scenario));
    while !simulation.run(PLAYS_AT_ONCE) {
        let text = (context.words.simulating)(&scenario.id, simulation.played(), PLAYS);
        context.terminal.progress(&text);
    }
    context.terminal.progress("");
    simulation.estimate()
}
