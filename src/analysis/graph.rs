//! Every state a scenario can reach, and how turns lead from one to the next.
//! Exploring is resumed by a budget of states, since the core has no clock.

use super::key::Keys;
use super::merge::Merge;
use super::player::{Crowd, Tastes};
use super::values::{Values, Valuing};
use crate::scenario::{Outcome, ReplyId, Scenario, SceneId};
use crate::session::rules::{self, Landing, Leads};
use crate::session::{End, State};
use std::ops::Range;
use std::rc::Rc;

/// Above this many merged states a scenario is not analysed exactly.
pub const LIMIT: usize = 1_000_000;

/// Shares of a certainty; what [`rules::Fate::spread`] counts in.
const WHOLE: f64 = 100_000_000.0;

/// One choice in one state.
#[derive(Clone, Copy, Debug)]
pub struct Edge<'g> {
    pub worth: u32,
    pub players: Crowd,
    ways: &'g [Way],
}

impl<'g> Edge<'g> {
    /// The states it leads to, each with its probability.
    pub fn ways(self) -> impl DoubleEndedIterator<Item = (f64, usize)> + use<'g> {
        self.ways.iter().map(|way| (f64::from(way.share) / WHOLE, index(way.to)))
    }
}

/// Where a choice may lead, in as little room as it takes: there may be millions.
#[derive(Clone, Copy, Debug)]
struct Way {
    share: u32,
    to: u32,
}

struct EdgeRow {
    worth: u16,
    players: Crowd,
    /// Where its ways end, and those of the next edge begin.
    ways: u32,
}

/// What was met while exploring.
#[derive(Clone, Debug, Default)]
pub struct Reached {
    /// For each scene whether it can be entered.
    pub scenes: Vec<bool>,
    /// For each reply whether it can be on offer.
    pub replies: Vec<bool>,
    /// Scenes in which nothing can be said and nothing is left to happen.
    pub dead_ends: Vec<SceneId>,
    /// Patience can run out where the file names no ending for it.
    pub impatience: bool,
}

/// The reachable states, merged.
pub struct Graph {
    scenario: Rc<Scenario>,
    merge: Merge,
    keys: Keys,
    /// For each explored state where its edges end, and those of the next begin.
    states: Vec<u32>,
    edges: Vec<EdgeRow>,
    ways: Vec<Way>,
    reached: Reached,
}

impl Graph {
    pub const fn scenario(&self) -> &Rc<Scenario> {
        &self.scenario
    }

    /// How many merged states there are.
    pub const fn len(&self) -> usize {
        self.keys.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub const fn reached(&self) -> &Reached {
        &self.reached
    }

    /// The place of a state's representative.
    pub fn find(&self, state: &State) -> Option<usize> {
        self.keys.find(&self.scenario, &self.merge, state)
    }

    /// The representative at a place.
    pub fn state(&self, at: usize) -> State {
        self.keys.state(&self.scenario, at)
    }

    /// How the conversation is over there; `None` while it is not.
    pub fn end(&self, at: usize) -> Option<(End, Outcome)> {
        self.keys.end(at)
    }

    /// The scene of a state; `None` when the conversation is over.
    pub fn scene(&self, at: usize) -> Option<SceneId> {
        self.keys.scene(at)
    }

    /// The choices in a state, in the order of the file.
    pub fn edges(&self, at: usize) -> impl ExactSizeIterator<Item = Edge<'_>> {
        let range = self.edges_of(at);
        let mut begin = self.ways_before(range.start);
        self.edges.get(range).unwrap_or_default().iter().map(move |row| {
            let ways = self.ways.get(begin..index(row.ways)).unwrap_or_default();
            begin = index(row.ways);
            Edge { worth: u32::from(row.worth), players: row.players, ways }
        })
    }

    fn edges_of(&self, at: usize) -> Range<usize> {
        let end = |at: usize| self.states.get(at).copied().map_or(self.edges.len(), index);
        at.checked_sub(1).map_or(0, end)..end(at)
    }

    fn ways_before(&self, edge: usize) -> usize {
        edge.checked_sub(1).and_then(|before| self.edges.get(before)).map_or(0, |row| index(row.ways))
    }

    /// The states with each before all that lead to it. Patience and used
    /// replies run out, so there are no circles.
    pub fn from_the_end(&self) -> Vec<u32> {
        let mut order = Vec::with_capacity(self.len());
        let mut entered = vec![false; self.len()];
        if let Some(first) = entered.first_mut() {
            *first = true;
        }
        let ways_of = |at: usize| {
            let edges = self.edges_of(at);
            self.ways_before(edges.start)..self.ways_before(edges.end)
        };
        let mut stack = vec![(0_u32, ways_of(0))];
        while let Some((at, ways)) = stack.last_mut() {
            let Some(way) = ways.next_back() else {
                order.push(*at);
                stack.pop();
                continue;
            };
            let Some(to) = self.ways.get(way).map(|way| way.to) else { continue };
            if let Some(seen) = entered.get_mut(index(to)).filter(|seen| !**seen) {
                *seen = true;
                stack.push((to, ways_of(index(to))));
            }
        }
        order
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

/// A search under way: first every state is explored, then each is worked out, from
/// the end.
pub struct Search(Stage);

enum Stage {
    Exploring(Box<Graph>, Tastes),
    Valuing(Box<Valuing>),
}

impl Search {
    pub fn new(scenario: Rc<Scenario>) -> Self {
        let reached = Reached {
            scenes: vec![false; scenario.scenes.len()],
            replies: vec![false; scenario.replies.len()],
            ..Reached::default()
        };
        let mut graph = Graph {
            merge: Merge::new(&scenario),
            keys: Keys::default(),
            states: Vec::new(),
            edges: Vec::new(),
            ways: Vec::new(),
            reached,
            scenario,
        };
        let start = rules::begin(&graph.scenario);
        graph.arrive(&start);
        let tastes = Tastes::new(&graph.scenario);
        Self(Stage::Exploring(Box::new(graph), tastes))
    }

    /// Explores or works out up to `budget` more states.
    pub fn run(self, budget: usize) -> (Option<Self>, Status) {
        let mut left = budget;
        let mut valuing = match self.0 {
            Stage::Valuing(valuing) => valuing,
            Stage::Exploring(mut graph, tastes) => {
                // States are explored in the order in which they were found.
                while graph.states.len() < graph.len() {
                    if left == 0 {
                        let states = graph.len();
                        return (Some(Self(Stage::Exploring(graph, tastes))), Status::Searching { states });
                    }
                    graph.explore(&tastes);
                    left -= 1;
                    if graph.len() > LIMIT {
                        return (None, Status::TooLarge);
                    }
                }
                Box::new(Valuing::of(*graph))
            }
        };
        if valuing.run(left) {
            return (None, Status::Done(Box::new(valuing.finish())));
        }
        let states = valuing.states();
        (Some(Self(Stage::Valuing(valuing))), Status::Searching { states })
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
    /// Explores the next state.
    fn explore(&mut self, tastes: &Tastes) {
        let at = self.states.len();
        if self.keys.end(at).is_none() {
            let state = self.state(at);
            let scenario = Rc::clone(&self.scenario);
            let choices = rules::choices(&scenario, &state);
            let crowds = tastes.crowds(&scenario, &state, &choices);
            for (choice, players) in choices.iter().zip(crowds) {
                let Some(taken) = rules::take(&scenario, &state, choice) else { continue };
                let worth = u16::try_from(taken.worth).unwrap_or(u16::MAX);
                let mut spread = taken.fate.spread();
                let last = spread.pop();
                for (share, leads) in spread {
                    self.lead(taken.state.clone(), share, leads);
                }
                if let Some((share, leads)) = last {
                    self.lead(taken.state, share, leads);
                }
                self.edges.push(EdgeRow { worth, players, ways: small(self.ways.len()) });
            }
        }
        self.states.push(small(self.edges.len()));
    }

    fn lead(&mut self, state: State, share: u32, leads: Leads) {
        let landing = rules::land(&self.scenario, state, leads);
        let to = self.arrive(&landing);
        self.ways.push(Way { share, to });
    }

    /// The place of where a turn has led.
    fn arrive(&mut self, landing: &Landing) -> u32 {
        for scene in &landing.entered {
            mark(&mut self.reached.scenes, scene.index());
        }
        let state = &landing.state;
        match state.ended {
            Some(End::DeadEnd) if !self.reached.dead_ends.contains(&state.scene) => self.reached.dead_ends.push(state.scene),
            Some(End::Impatient) => self.reached.impatience = true,
            Some(_) => {}
            None => self.mark_offer(state),
        }
        self.keys.intern(&self.scenario, &self.merge, state)
    }

    fn mark_offer(&mut self, state: &State) {
        let all_known = |id: ReplyId| self.reached.replies.get(id.index()).copied().unwrap_or(true);
        if self.scenario.scene(state.scene).is_some_and(|scene| scene.reply_ids().all(all_known)) {
            return;
        }
        for id in rules::on_offer(&self.scenario, state) {
            mark(&mut self.reached.replies, id.index());
        }
    }
}

fn mark(row: &mut [bool], at: usize) {
    if let Some(cell) = row.get_mut(at) {
        *cell = true;
    }
}

pub(super) fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

/// At most a few million of anything are ever counted.
pub(super) fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
