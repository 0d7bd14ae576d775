//! Every state a scenario can reach, and how turns lead from one to the next.
//! Exploring is resumed by a budget of states, since the core has no clock.

use super::merge::Merge;
use super::player::{Crowd, crowds};
use super::values::Values;
use crate::scenario::{Scenario, SceneId};
use crate::session::{State, rules};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use std::rc::Rc;

/// Above this many merged states a scenario is not analysed exactly.
pub const LIMIT: usize = 1_000_000;

/// One choice in one state.
#[derive(Clone, Debug)]
pub struct Edge {
    pub worth: u32,
    pub players: Crowd,
    /// Probabilities of the states it leads to.
    pub ways: Vec<(f64, u32)>,
}

/// The reachable states, merged.
pub struct Graph {
    scenario: Rc<Scenario>,
    merge: Merge,
    index: FxHashMap<State, u32>,
    /// For each state its scene; `None` when the conversation is over.
    scenes: Vec<Option<SceneId>>,
    edges: Vec<Vec<Edge>>,
}

impl Graph {
    pub const fn scenario(&self) -> &Rc<Scenario> {
        &self.scenario
    }

    /// How many merged states there are.
    pub const fn len(&self) -> usize {
        self.scenes.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.scenes.is_empty()
    }

    /// The place of a state's representative.
    pub fn find(&self, state: &State) -> Option<usize> {
        let at = self.index.get(&self.merge.project(&self.scenario, state))?;
        usize::try_from(*at).ok()
    }

    pub fn edges(&self, at: usize) -> &[Edge] {
        self.edges.get(at).map_or(&[], Vec::as_slice)
    }

    pub fn scene(&self, at: usize) -> Option<SceneId> {
        self.scenes.get(at).copied().flatten()
    }

    /// The states with each before all that lead to it. Patience and used
    /// replies run out, so there are no circles.
    pub fn from_the_end(&self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.len());
        let mut entered = vec![false; self.len()];
        let mut stack = vec![(0_usize, self.ways_of(0))];
        if let Some(first) = entered.first_mut() {
            *first = true;
        }
        while let Some((at, mut ways)) = stack.pop() {
            let Some(next) = ways.pop() else {
                order.push(at);
                continue;
            };
            stack.push((at, ways));
            if let Some(seen) = entered.get_mut(next).filter(|seen| !**seen) {
                *seen = true;
                stack.push((next, self.ways_of(next)));
            }
        }
        order
    }

    fn ways_of(&self, at: usize) -> Vec<usize> {
        self.edges(at).iter().flat_map(|edge| &edge.ways).filter_map(|(_, to)| usize::try_from(*to).ok()).collect()
    }
}

/// How far a search has come.
pub enum Status {
    /// So many states are known.
    Searching {
        states: usize,
    },
    Done(Box<Values>),
    /// More than [`LIMIT`] states: not computed exactly.
    TooLarge,
}

/// A search under way.
pub struct Search {
    graph: Graph,
    open: VecDeque<(usize, State)>,
}

impl Search {
    pub fn new(scenario: Rc<Scenario>) -> Self {
        let merge = Merge::new(&scenario);
        let mut graph = Graph { merge, index: FxHashMap::default(), scenes: Vec::new(), edges: Vec::new(), scenario };
        let start = rules::begin(&graph.scenario).state;
        let mut open = VecDeque::new();
        graph.intern(&start, &mut open);
        Self { graph, open }
    }

    /// Explores up to `budget` more states.
    pub fn run(mut self, budget: usize) -> (Option<Self>, Status) {
        for _ in 0..budget {
            let Some((at, state)) = self.open.pop_front() else {
                return (None, Status::Done(Box::new(Values::of(self.graph))));
            };
            let edges = self.graph.expand(&state, &mut self.open);
            if let Some(row) = self.graph.edges.get_mut(at) {
                *row = edges;
            }
            if self.graph.len() > LIMIT {
                return (None, Status::TooLarge);
            }
        }
        let states = self.graph.len();
        (Some(self), Status::Searching { states })
    }

    /// Explores everything. `None`: too large.
    pub fn finish(self) -> Option<Values> {
        match self.run(usize::MAX).1 {
            Status::Done(values) => Some(*values),
            Status::Searching { .. } | Status::TooLarge => None,
        }
    }
}

impl Graph {
    fn intern(&mut self, state: &State, open: &mut VecDeque<(usize, State)>) -> u32 {
        let state = self.merge.project(&self.scenario, state);
        if let Some(at) = self.index.get(&state) {
            return *at;
        }
        let at = self.scenes.len();
        let over = state.ended.is_some();
        self.scenes.push((!over).then_some(state.scene));
        self.edges.push(Vec::new());
        if !over {
            open.push_back((at, state.clone()));
        }
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        self.index.insert(state, at);
        at
    }

    fn expand(&mut self, state: &State, open: &mut VecDeque<(usize, State)>) -> Vec<Edge> {
        let scenario = Rc::clone(&self.scenario);
        let Some(scene) = scenario.scene(state.scene) else { return Vec::new() };
        let choices = rules::choices(&scenario, state);
        let crowds = crowds(&scenario, scene, state, &choices);
        choices
            .iter()
            .zip(crowds)
            .filter_map(|(choice, players)| {
                let taken = rules::take(&scenario, state, choice)?;
                let ways = taken
                    .fate
                    .spread()
                    .into_iter()
                    .map(|(p, leads)| {
                        let landing = rules::land(&scenario, taken.state.clone(), leads);
                        (p, self.intern(&landing.state, open))
                    })
                    .collect();
                Some(Edge { worth: taken.worth, players, ways })
            })
            .collect()
    }
}
