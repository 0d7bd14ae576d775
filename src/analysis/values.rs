//! What every state is still worth: to the best player, the worst, and those who
//! do not listen.

use super::graph::{Edge, Graph, index, small};
use super::player::{Crowd, Player};
use crate::method::StepId;
use crate::scenario::{Outcome, SceneId};
use crate::session::{Choice, End, State, rules};

/// Differences below this are rounding, not judgement.
pub const EPSILON: f64 = 1e-9;

/// Who plays: the best, the worst, or one who does not listen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    Best,
    Worst,
    Naive(Player),
}

impl Who {
    /// In the order of the columns.
    pub const ALL: [Self; COLUMNS] = [
        Self::Best,
        Self::Worst,
        Self::Naive(Player::Chance),
        Self::Naive(Player::First),
        Self::Naive(Player::Last),
        Self::Naive(Player::Longest),
        Self::Naive(Player::Shortest),
        Self::Naive(Player::AskOpen),
        Self::Naive(Player::AskClosing),
        Self::Naive(Player::Agree),
    ];

    const fn column(self) -> usize {
        match self {
            Self::Best => 0,
            Self::Worst => 1,
            Self::Naive(player) => 2 + player as usize,
        }
    }
}

const COLUMNS: usize = 2 + Player::ALL.len();

/// A figure for each who.
type Row = [f64; COLUMNS];

/// The exact values of a scenario (docs/semantics.md, Score).
pub struct Values {
    graph: Graph,
    steps: Vec<StepId>,
    /// For each state what each who still earns from there.
    rows: Vec<Row>,
    /// The best value split by step along the best line, row by row.
    split: Vec<f64>,
}

/// How likely the conversation ends so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EndShare {
    pub end: End,
    pub outcome: Outcome,
    /// For each of [`Who::ALL`] the probability.
    shares: Row,
}

impl EndShare {
    /// 0 to 1.
    pub fn of(&self, who: Who) -> f64 {
        cell(&self.shares, who)
    }
}

/// How the conversations of each who run.
#[derive(Clone, Debug, PartialEq)]
pub struct Runs {
    /// Every way in which it can end, in the order of the file, built-in ends last.
    pub ends: Vec<EndShare>,
    /// Expected turns.
    turns: Row,
}

impl Runs {
    /// Expected turns from the start to the end.
    pub fn turns(&self, who: Who) -> f64 {
        cell(&self.turns, who)
    }
}

/// One turn of the line of best play.
#[derive(Clone, Debug, PartialEq)]
pub struct LineTurn {
    pub scene: SceneId,
    pub choice: Choice,
    /// Points.
    pub worth: u32,
    /// How likely it was to lead where the line goes on.
    pub chance: f64,
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

/// Values being worked out.
pub(super) struct Valuing {
    values: Values,
    /// The states that are left; the last comes next.
    open: Vec<u32>,
    /// Room to work in: what each choice is worth to the best player, and the split of
    /// the best choice.
    bests: Vec<f64>,
    split: Vec<f64>,
}

impl Valuing {
    pub(super) fn of(graph: Graph) -> Self {
        let steps = graph.scenario().steps();
        let states = graph.len();
        let mut open = graph.from_the_end();
        open.reverse();
        let values = Values { rows: vec![[0.0; COLUMNS]; states], split: vec![0.0; states * steps.len()], steps, graph };
        Self { values, open, bests: Vec::new(), split: Vec::new() }
    }

    /// Works out up to so many states more; whether none is left.
    pub(super) fn run(&mut self, states: usize) -> bool {
        for _ in 0..states {
            let Some(at) = self.open.pop() else { break };
            self.values.evaluate(index(at), &mut self.bests, &mut self.split);
        }
        self.open.is_empty()
    }

    pub(super) const fn states(&self) -> usize {
        self.values.rows.len()
    }

    pub(super) fn finish(self) -> Values {
        self.values
    }
}

impl Values {
    /// Works out a state all whose successors are worked out. `bests` and `split` are
    /// room to work in.
    fn evaluate(&mut self, at: usize, bests: &mut Vec<f64>, split: &mut Vec<f64>) {
        bests.clear();
        let mut tally = Tally::default();
        for edge in self.graph.edges(at) {
            let quality = self.expect(edge);
            bests.push(cell(&quality, Who::Best));
            tally.add(&quality, edge.players);
        }
        let Some(edge) = first_best(bests).and_then(|first| self.graph.edges(at).nth(first)) else { return };
        self.split_into(split, at, edge);
        let steps = self.steps_of(at);
        if let Some(row) = self.split.get_mut(steps) {
            row.copy_from_slice(split);
        }
        if let Some(place) = self.rows.get_mut(at) {
            *place = tally.row();
        }
    }

    /// Worth now and expected later, for each who.
    fn expect(&self, edge: Edge<'_>) -> Row {
        let mut later = [0.0; COLUMNS];
        for (p, to) in edge.ways() {
            for (sum, value) in later.iter_mut().zip(self.rows.get(to).unwrap_or(&[0.0; COLUMNS])) {
                *sum += p * value;
            }
        }
        later.map(|later| f64::from(edge.worth) + later)
    }

    /// What a choice brings in each step, with best play from there.
    fn split_into(&self, split: &mut Vec<f64>, at: usize, edge: Edge<'_>) {
        split.clear();
        split.resize(self.steps.len(), 0.0);
        for (p, to) in edge.ways() {
            for (sum, later) in split.iter_mut().zip(self.split_at(to)) {
                *sum += p * later;
            }
        }
        let step = self.graph.scene(at).and_then(|scene| self.graph.scenario().step_of(scene));
        let own = step.and_then(|step| self.steps.iter().position(|this| *this == step));
        if let Some(now) = own.and_then(|own| split.get_mut(own)) {
            *now += f64::from(edge.worth);
        }
    }

    fn split_at(&self, at: usize) -> &[f64] {
        self.split.get(self.steps_of(at)).unwrap_or_default()
    }

    fn steps_of(&self, at: usize) -> std::ops::Range<usize> {
        at * self.steps.len()..(at + 1) * self.steps.len()
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
        self.worth(Who::Best)
    }

    /// The worst expected worth from the start (W).
    pub fn worst(&self) -> f64 {
        self.worth(Who::Worst)
    }

    /// What a player earns from the start (C for chance, N for the others).
    pub fn player(&self, player: Player) -> f64 {
        self.worth(Who::Naive(player))
    }

    /// What anybody earns from the start.
    pub fn worth(&self, who: Who) -> f64 {
        self.worth_at(0, who)
    }

    fn worth_at(&self, at: usize, who: Who) -> f64 {
        self.rows.get(at).map_or(0.0, |row| cell(row, who))
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
        Some(self.worth_at(self.graph.find(state)?, Who::Best))
    }

    /// The best value of a state split by step along the best line.
    pub fn split(&self, state: &State) -> Vec<(StepId, f64)> {
        let split = self.graph.find(state).map_or(&[][..], |at| self.split_at(at));
        self.steps.iter().copied().zip(split.iter().copied()).collect()
    }

    /// Every choice in a state with what it costs, in the order of the file.
    pub fn alternatives(&self, state: &State) -> Vec<Alternative> {
        let Some(at) = self.graph.find(state) else { return Vec::new() };
        let value = self.worth_at(at, Who::Best);
        let choices = rules::choices(self.graph.scenario(), state);
        choices.into_iter().zip(self.graph.edges(at)).map(|(choice, edge)| self.alternative(at, value, choice, edge)).collect()
    }

    fn alternative(&self, at: usize, value: f64, choice: Choice, edge: Edge<'_>) -> Alternative {
        let quality = cell(&self.expect(edge), Who::Best);
        let cost = if value - quality < EPSILON { 0.0 } else { value - quality };
        let mut kept = Vec::new();
        self.split_into(&mut kept, at, edge);
        let lost: Vec<f64> = self.split_at(at).iter().zip(kept).map(|(before, kept)| (before - kept).max(0.0)).collect();
        let all: f64 = lost.iter().sum();
        let share = |part: f64| if all > 0.0 { cost * part / all } else { 0.0 };
        let cost_by_step = self.steps.iter().zip(lost).map(|(step, part)| (*step, share(part))).collect();
        Alternative { choice, value: quality, cost, cost_by_step }
    }
}

impl Values {
    /// How everybody's conversations run: best and worst take the first of equal
    /// choices, the others any with equal chance.
    pub fn runs(&self) -> Runs {
        let mut mass = vec![[0.0; COLUMNS]; self.rows.len()];
        if let Some(start) = mass.first_mut() {
            *start = [1.0; COLUMNS];
        }
        let mut turns = [0.0; COLUMNS];
        let mut ends: Vec<EndShare> = Vec::new();
        let mut qualities = Vec::new();
        for at in self.graph.from_the_end().into_iter().rev().map(index) {
            let here = mass.get(at).copied().unwrap_or([0.0; COLUMNS]);
            if let Some((end, outcome)) = self.graph.end(at) {
                ends.push(EndShare { end, outcome, shares: here });
                continue;
            }
            add(&mut turns, &here);
            qualities.clear();
            qualities.extend(self.graph.edges(at).map(|edge| self.expect(edge)));
            let shares = self.shares(at, &qualities);
            for (edge, share) in self.graph.edges(at).zip(shares) {
                for (p, to) in edge.ways() {
                    if let Some(there) = mass.get_mut(to) {
                        for ((sum, here), share) in there.iter_mut().zip(here).zip(share) {
                            *sum += here * share * p;
                        }
                    }
                }
            }
        }
        ends.sort_by_key(|share| (share.end, share.outcome));
        Runs { ends, turns }
    }

    /// For each choice in a state, the share with which each who makes it.
    fn shares(&self, at: usize, qualities: &[Row]) -> Vec<Row> {
        let mut shares = vec![[0.0; COLUMNS]; qualities.len()];
        let best = best_edge(qualities);
        let worst = qualities.iter().map(|quality| cell(quality, Who::Worst)).fold(f64::INFINITY, f64::min);
        let first_worst = qualities.iter().position(|quality| cell(quality, Who::Worst) <= worst + EPSILON);
        for who in Who::ALL {
            let makes = |(choice, edge): (usize, Edge<'_>)| match who {
                Who::Best => best == Some(choice),
                Who::Worst => first_worst == Some(choice),
                Who::Naive(player) => edge.players.contains(player),
            };
            let makers: Vec<bool> = self.graph.edges(at).enumerate().map(makes).collect();
            let count = makers.iter().filter(|makes| **makes).count();
            for (share, _) in shares.iter_mut().zip(&makers).filter(|(_, makes)| **makes) {
                if let Some(cell) = share.get_mut(who.column()) {
                    *cell = 1.0 / f64::from(small(count));
                }
            }
        }
        shares
    }

    /// The line of best play, each turn leading where it most probably leads (ties:
    /// the first of the file).
    pub fn best_line(&self) -> Vec<LineTurn> {
        let mut line = Vec::new();
        let mut at = 0;
        while let Some(scene) = self.graph.scene(at) {
            let qualities: Vec<Row> = self.graph.edges(at).map(|edge| self.expect(edge)).collect();
            let choices = rules::choices(self.graph.scenario(), &self.graph.state(at));
            let made = best_edge(&qualities);
            let Some((choice, edge)) = made.and_then(|first| choices.into_iter().zip(self.graph.edges(at)).nth(first)) else {
                break;
            };
            let likeliest = edge.ways().rev().max_by(|(a, _), (b, _)| a.total_cmp(b));
            let Some((chance, to)) = likeliest else { break };
            line.push(LineTurn { scene, choice, worth: edge.worth, chance });
            at = to;
        }
        line
    }
}

fn best_edge(qualities: &[Row]) -> Option<usize> {
    first_best(&qualities.iter().map(|quality| cell(quality, Who::Best)).collect::<Vec<_>>())
}

/// The first of the choices that give nothing away.
fn first_best(bests: &[f64]) -> Option<usize> {
    let top = bests.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    bests.iter().position(|best| *best >= top - EPSILON)
}

/// What comes together of the choices in a state.
struct Tally {
    best: f64,
    worst: f64,
    sums: [f64; Player::ALL.len()],
    counts: [f64; Player::ALL.len()],
}

impl Default for Tally {
    fn default() -> Self {
        let nothing = [0.0; Player::ALL.len()];
        Self { best: f64::NEG_INFINITY, worst: f64::INFINITY, sums: nothing, counts: nothing }
    }
}

impl Tally {
    fn add(&mut self, quality: &Row, players: Crowd) {
        let [best, worst, naive @ ..] = quality;
        self.best = self.best.max(*best);
        self.worst = self.worst.min(*worst);
        let sums = self.sums.iter_mut().zip(&mut self.counts);
        for ((player, value), (sum, count)) in Player::ALL.into_iter().zip(naive).zip(sums) {
            if players.contains(player) {
                *sum += value;
                *count += 1.0;
            }
        }
    }

    fn row(&self) -> Row {
        let mut row = [0.0; COLUMNS];
        let means = self.sums.iter().zip(&self.counts).map(|(sum, count)| if *count > 0.0 { sum / count } else { 0.0 });
        for (cell, value) in row.iter_mut().zip([self.best, self.worst].into_iter().chain(means)) {
            *cell = value;
        }
        row
    }
}

fn cell(row: &Row, who: Who) -> f64 {
    row.get(who.column()).copied().unwrap_or(0.0)
}

fn add(sums: &mut Row, values: &Row) {
    for (sum, value) in sums.iter_mut().zip(values) {
        *sum += value;
    }
}
