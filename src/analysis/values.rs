//! What every state is still worth: to the best player, the worst, and those who
//! do not listen.

use super::graph::{Edge, Graph};
use super::player::Player;
use crate::method::StepId;
use crate::session::{Choice, State, rules};

/// Differences below this are rounding, not judgement.
pub const EPSILON: f64 = 1e-9;

/// The exact values of a scenario (docs/semantics.md, Score).
pub struct Values {
    graph: Graph,
    steps: Vec<StepId>,
    best: Vec<f64>,
    worst: Vec<f64>,
    /// The best value split by step along the best line, row by row.
    split: Vec<f64>,
    /// For each player a column.
    players: Vec<Vec<f64>>,
}

/// One choice that could be made in a state, and what it is worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Alternative {
    pub choice: Choice,
    /// Worth now and expected later, with best play from there.
    pub value: f64,
    /// What it gives away.
    pub cost: f64,
    /// What it gives away in each step, in proportion; sums to `cost`.
    pub cost_by_step: Vec<(StepId, f64)>,
}

impl Values {
    pub(super) fn of(graph: Graph) -> Self {
        let steps = graph.scenario().steps();
        let states = graph.len();
        let mut values = Self {
            best: vec![0.0; states],
            worst: vec![0.0; states],
            split: vec![0.0; states * steps.len()],
            players: Player::ALL.iter().map(|_| vec![0.0; states]).collect(),
            steps,
            graph,
        };
        for at in values.graph.from_the_end() {
            values.evaluate(at);
        }
        values
    }

    fn evaluate(&mut self, at: usize) {
        let edges = self.graph.edges(at);
        if edges.is_empty() {
            return;
        }
        let quality = |column: &[f64]| -> Vec<f64> { edges.iter().map(|edge| expect(edge, column)).collect() };
        let best = quality(&self.best);
        let worst = quality(&self.worst);
        let top = best.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let line = best.iter().position(|q| *q >= top - EPSILON).and_then(|first| edges.get(first));
        let split = line.map_or_else(Vec::new, |edge| self.split_of(at, edge));
        for player in Player::ALL {
            let Some(column) = self.players.get(player as usize) else { continue };
            let of_player: Vec<f64> =
                edges.iter().filter(|edge| edge.players.contains(player)).map(|edge| expect(edge, column)).collect();
            let mean = mean(&of_player);
            set(self.players.get_mut(player as usize), at, mean);
        }
        set(Some(&mut self.best), at, top);
        set(Some(&mut self.worst), at, worst.into_iter().fold(f64::INFINITY, f64::min));
        for (k, value) in split.into_iter().enumerate() {
            set(Some(&mut self.split), at * self.steps.len() + k, value);
        }
    }

    /// What a choice brings in each step, with best play from there.
    fn split_of(&self, at: usize, edge: &Edge) -> Vec<f64> {
        let step = self.graph.scene(at).and_then(|scene| self.graph.scenario().step_of(scene));
        self.steps
            .iter()
            .enumerate()
            .map(|(k, this)| {
                let now = if step == Some(*this) { f64::from(edge.worth) } else { 0.0 };
                let later: f64 = edge.ways.iter().map(|(p, to)| p * self.split_at(index(*to), k)).sum();
                now + later
            })
            .collect()
    }

    fn split_at(&self, at: usize, k: usize) -> f64 {
        self.split.get(at * self.steps.len() + k).copied().unwrap_or(0.0)
    }

    pub const fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The steps of the scenario, in the order of the splits.
    pub fn steps(&self) -> &[StepId] {
        &self.steps
    }

    /// The best expected worth from the start (B).
    pub fn best(&self) -> f64 {
        self.best.first().copied().unwrap_or(0.0)
    }

    /// The worst expected worth from the start (W).
    pub fn worst(&self) -> f64 {
        self.worst.first().copied().unwrap_or(0.0)
    }

    /// What a player earns from the start (C for chance, N for the others).
    pub fn player(&self, player: Player) -> f64 {
        self.players.get(player as usize).and_then(|column| column.first()).copied().unwrap_or(0.0)
    }

    /// A naive player's skill, from chance = 0 to best = 1. `None` where chance
    /// already plays as well as anybody can.
    pub fn skill_of(&self, player: Player) -> Option<f64> {
        let (best, chance) = (self.best(), self.player(Player::Chance));
        (best - chance >= EPSILON).then(|| (self.player(player) - chance) / (best - chance))
    }

    /// The best expected worth still to earn; `None` for a state of another
    /// scenario.
    pub fn value(&self, state: &State) -> Option<f64> {
        if state.ended.is_some() {
            return Some(0.0);
        }
        self.best.get(self.graph.find(state)?).copied()
    }

    /// The best value of a state split by step along the best line.
    pub fn split(&self, state: &State) -> Vec<(StepId, f64)> {
        let at = self.graph.find(state);
        let split = |k| at.map_or(0.0, |at| self.split_at(at, k));
        self.steps.iter().enumerate().map(|(k, step)| (*step, split(k))).collect()
    }

    /// Every choice in a state with what it costs, in the order of the file.
    pub fn alternatives(&self, state: &State) -> Vec<Alternative> {
        let Some(at) = self.graph.find(state) else { return Vec::new() };
        let value = self.best.get(at).copied().unwrap_or(0.0);
        let choices = rules::choices(self.graph.scenario(), state);
        choices.into_iter().zip(self.graph.edges(at)).map(|(choice, edge)| self.alternative(at, value, choice, edge)).collect()
    }

    fn alternative(&self, at: usize, value: f64, choice: Choice, edge: &Edge) -> Alternative {
        let quality = expect(edge, &self.best);
        let cost = if value - quality < EPSILON { 0.0 } else { value - quality };
        let lost = self.split_of(at, edge).into_iter().enumerate().map(|(k, kept)| (self.split_at(at, k) - kept).max(0.0));
        let lost: Vec<f64> = lost.collect();
        let all: f64 = lost.iter().sum();
        let share = |part: f64| if all > 0.0 { cost * part / all } else { 0.0 };
        let cost_by_step = self.steps.iter().zip(lost).map(|(step, part)| (*step, share(part))).collect();
        Alternative { choice, value: quality, cost, cost_by_step }
    }
}

/// Worth now and expected later.
fn expect(edge: &Edge, column: &[f64]) -> f64 {
    let later: f64 = edge.ways.iter().map(|(p, to)| p * column.get(index(*to)).copied().unwrap_or(0.0)).sum();
    f64::from(edge.worth) + later
}

fn mean(values: &[f64]) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    let count = u32::try_from(values.len()).unwrap_or(u32::MAX);
    values.iter().sum::<f64>() / f64::from(count)
}

fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

fn set(column: Option<&mut Vec<f64>>, at: usize, value: f64) {
    if let Some(cell) = column.and_then(|column| column.get_mut(at)) {
        *cell = value;
    }
}
