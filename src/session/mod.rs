//! A conversation as it is played: one value from which all else follows.

pub mod attempt;
mod event;
mod rng;
pub mod rules;
mod state;
mod step;
mod sureness;
mod verdict;

pub use attempt::{Attempt, Mode};
pub use event::Event;
pub use rng::{Draws, Stream};
pub use rules::Choice;
pub use state::{End, Set, Standing, State, expected, is_overdrawn, standing};
pub use step::{Place, Refused, Turn, begin, offer, step};
pub use sureness::{Sureness, is_sure};
pub use verdict::{Edit, Unreadable, Verdict};

use crate::scenario::{ReplyId, Scenario};
use std::rc::Rc;

/// A whole conversation: the scenario, the seed, and what was chosen. The turns
/// follow from these and are kept only so that nothing is computed twice.
#[derive(Clone, Debug)]
pub struct Session {
    scenario: Rc<Scenario>,
    seed: u32,
    opening: Vec<Event>,
    turns: Vec<Turn>,
    start: Place,
}

/// Two sessions are the same when the same was chosen under the same luck.
impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        self.seed == other.seed && self.turns == other.turns && self.scenario == other.scenario
    }
}

impl Session {
    /// Enters the first scene.
    pub fn begin(scenario: Rc<Scenario>, seed: u32) -> Self {
        let (start, opening) = begin(&scenario, seed);
        Self { scenario, seed, opening, turns: Vec::new(), start }
    }

    /// Replays choices.
    ///
    /// # Errors
    /// The first choice that was not on offer, by its turn counted from 0.
    pub fn replay(scenario: Rc<Scenario>, seed: u32, choices: &[Choice]) -> Result<Self, usize> {
        let mut session = Self::begin(scenario, seed);
        for (turn, choice) in choices.iter().enumerate() {
            session = session.choose(choice).map_err(|Refused| turn)?;
        }
        Ok(session)
    }

    /// The conversation after one more choice.
    ///
    /// # Errors
    /// [`Refused`] when the choice is not on offer; nothing has changed.
    pub fn choose(&self, choice: &[u8]) -> Result<Self, Refused> {
        let turn = step(&self.scenario, self.seed, self.place(), choice)?;
        let mut next = self.clone();
        next.turns.push(turn);
        Ok(next)
    }

    pub const fn scenario(&self) -> &Rc<Scenario> {
        &self.scenario
    }

    pub const fn seed(&self) -> u32 {
        self.seed
    }

    /// What happens before the first choice.
    pub fn opening(&self) -> &[Event] {
        &self.opening
    }

    pub fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// Where the conversation stands.
    pub fn place(&self) -> &Place {
        self.turns.last().map_or(&self.start, |turn| &turn.after)
    }

    /// Where it stood before a turn (counted from 0).
    pub fn place_before(&self, turn: usize) -> &Place {
        turn.checked_sub(1).and_then(|before| self.turns.get(before)).map_or(&self.start, |turn| &turn.after)
    }

    pub fn state(&self) -> &State {
        &self.place().state
    }

    pub fn is_over(&self) -> bool {
        self.state().ended.is_some()
    }

    pub fn choices(&self) -> Vec<Choice> {
        self.turns.iter().map(|turn| turn.choice.clone()).collect()
    }

    /// The replies on offer, in the order in which they are shown.
    pub fn offer(&self) -> Vec<ReplyId> {
        offer(&self.scenario, self.seed, self.place())
    }

    /// How many of them are chosen together; `None`: one, at once.
    pub fn pick_count(&self) -> Option<usize> {
        let scene = self.scenario.scene(self.state().scene)?;
        scene.pick.as_ref()?;
        Some(rules::pick_count(scene, self.offer().len()))
    }

    /// How many turns from the start on are the same: the same was chosen under the same
    /// luck.
    pub fn turns_in_common(&self, other: &Self) -> usize {
        if self.seed != other.seed || self.scenario.id != other.scenario.id {
            return 0;
        }
        self.turns.iter().zip(&other.turns).take_while(|(mine, theirs)| mine == theirs).count()
    }

    /// Points earned so far.
    pub fn earned(&self) -> u32 {
        self.turns.iter().map(|turn| turn.worth).sum()
    }
}
