//! What can still be said of a scenario that is too large to be worked out exactly:
//! many conversations, each with a seed of its own, always the same.

use super::graph::{index, small};
use super::player::{Player, Tastes};
use crate::scenario::{CERTAIN, Outcome, Scenario};
use crate::session::{Draws, End, State, Stream, rules};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many conversations each player plays.
pub const PLAYS: u32 = 20_000;

/// Figures from play, not exact.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// Conversations of each player.
    pub plays: u32,
    pub players: Vec<EstimatedPlayer>,
    /// For each way to end the share of each player's conversations, 0 to 1.
    pub ends: Vec<(End, Outcome, Vec<f64>)>,
}

/// What one player earned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EstimatedPlayer {
    pub player: Player,
    /// The mean of the points.
    pub worth: f64,
    /// The standard error of that mean.
    pub error: f64,
    /// The mean of the turns.
    pub turns: f64,
}

/// Sums over the conversations of one player.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    worth: u64,
    squares: u64,
    turns: u64,
}

/// A simulation under way.
pub struct Simulation {
    scenario: Rc<Scenario>,
    tastes: Tastes,
    /// Conversations played by everybody.
    played: u32,
    sums: [Sums; Player::ALL.len()],
    ends: BTreeMap<(End, Outcome), [u32; Player::ALL.len()]>,
}

impl Simulation {
    pub fn new(scenario: Rc<Scenario>) -> Self {
        let tastes = Tastes::new(&scenario);
        Self { scenario, tastes, played: 0, sums: Default::default(), ends: BTreeMap::new() }
    }

    /// Lets everybody play up to `plays` more conversations; whether all [`PLAYS`] are
    /// played.
    pub fn run(&mut self, plays: u32) -> bool {
        for seed in self.played..self.played.saturating_add(plays).min(PLAYS) {
            for player in Player::ALL {
                self.play(player, seed);
            }
            self.played = seed + 1;
        }
        self.played == PLAYS
    }

    fn play(&mut self, player: Player, seed: u32) {
        let (worth, turns, state) = conversation(&self.scenario, &self.tastes, player, seed);
        let at = player as usize;
        if let Some(sums) = self.sums.get_mut(at) {
            sums.worth += u64::from(worth);
            sums.squares += u64::from(worth) * u64::from(worth);
            sums.turns += u64::from(turns);
        }
        if let (Some(end), Some(outcome)) = (state.ended, state.outcome(&self.scenario))
            && let Some(count) = self.ends.entry((end, outcome)).or_default().get_mut(at)
        {
            *count += 1;
        }
    }

    /// How many conversations everybody has played.
    pub const fn played(&self) -> u32 {
        self.played
    }

    /// What the conversations so far say.
    pub fn estimate(&self) -> Estimate {
        let plays = f64::from(self.played.max(1));
        // Sums of at most 20,000 plays stay far below what an f64 holds exactly.
        let number = |sum: u64| sum as f64;
        let players = Player::ALL.into_iter().zip(&self.sums).map(|(player, sums)| {
            let mean = number(sums.worth) / plays;
            let variance = (number(sums.squares) - mean * number(sums.worth)).max(0.0) / (plays - 1.0).max(1.0);
            EstimatedPlayer { player, worth: mean, error: (variance / plays).sqrt(), turns: number(sums.turns) / plays }
        });
        let share = |count: &u32| f64::from(*count) / plays;
        let ends = self.ends.iter().map(|((end, outcome), counts)| (*end, *outcome, counts.iter().map(share).collect()));
        Estimate { plays: self.played, players: players.collect(), ends: ends.collect() }
    }
}

/// One conversation: points, turns, and where it ended.
fn conversation(scenario: &Scenario, tastes: &Tastes, player: Player, seed: u32) -> (u32, u32, State) {
    let mut state = rules::begin(scenario).state;
    let (mut worth, mut turn) = (0, 0);
    while state.ended.is_none() {
        turn += 1;
        let choices = rules::choices(scenario, &state);
        let own = tastes.choices_of(player, scenario, &state, &choices);
        let drawn = Draws::new(seed, Stream::Player, turn).below(small(own.len()));
        let choice = own.get(index(drawn)).and_then(|at| choices.get(*at));
        let Some(taken) = choice.and_then(|choice| rules::take(scenario, &state, choice)) else { break };
        worth += taken.worth;
        let mut fate = Draws::new(seed, Stream::Fate, turn);
        let certain = u32::from(CERTAIN);
        let leads = taken.fate.settle(fate.below(certain), fate.below(certain));
        state = rules::land(scenario, taken.state, leads).state;
    }
    (worth, turn, state)
}
