//! Which states may be treated as one: those that agree on everything that any
//! scene still reachable can read (docs/semantics.md, Analysis).

use crate::scenario::{Better, Condition, Destination, Pledge, PromiseTerms, Scenario, SceneId, Test, destinations};
use crate::session::{Set, Standing, State, standing};

/// What the scenes reachable from one scene may read.
struct Reads {
    meters: Set,
    facts: Set,
    promises: Set,
    /// Replies named in conditions.
    used: Set,
    visited: Set,
    /// Scenes reachable, itself included: their own replies are read too.
    scenes: Set,
    /// The most turns a meeting can still last after leaving this scene; `None`:
    /// no bound but patience.
    walk: Option<u16>,
}

/// Brings states to the form in which those that mean the same are equal.
pub struct Merge {
    reads: Vec<Reads>,
}

impl Merge {
    pub fn new(scenario: &Scenario) -> Self {
        let reads = (0..).zip(&scenario.scenes).map(|(at, _)| Reads::from(scenario, SceneId(at))).collect();
        Self { reads }
    }

    /// The representative of all states that have the same future.
    pub fn project(&self, scenario: &Scenario, state: &State) -> State {
        let mut state = state.clone();
        if state.ended.is_some() {
            return State { ended: state.ended, ..State::start(scenario) };
        }
        let Some(reads) = self.reads.get(state.scene.index()) else { return state };
        for (at, meter) in (0..).zip(state.meters.iter_mut()) {
            if !reads.meters.contains(at) {
                *meter = 0;
            }
        }
        for ((at, said), terms) in (0..).zip(state.promises.iter_mut()).zip(&scenario.promises) {
            *said = if reads.promises.contains(at) { class(terms, *said) } else { None };
        }
        let own = |reply: u32| {
            let scene = scenario.replies.get(usize::try_from(reply).unwrap_or(usize::MAX)).map(|reply| reply.scene.0);
            scene.is_some_and(|scene| reads.scenes.contains(scene))
        };
        keep(&mut state.facts, |fact| reads.facts.contains(fact));
        keep(&mut state.used, |reply| reads.used.contains(reply) || own(reply));
        keep(&mut state.visited, |scene| reads.visited.contains(scene));
        // Each turn takes one from patience and at least one from what is left to
        // say, so once patience is beyond reach it stays so.
        let unused = scenario.scene(state.scene).map_or(0, |scene| scene.reply_ids().filter(|id| !state.has_used(*id)).count());
        if reads.walk.is_some_and(|walk| usize::from(state.patience) > usize::from(walk) + unused) {
            state.patience = u16::MAX;
        }
        state
    }
}

fn keep(set: &mut Set, wanted: impl Fn(u32) -> bool) {
    set.retain(wanted);
}

/// One pledge for each class of pledges.
fn class(terms: &PromiseTerms, said: Option<Pledge>) -> Option<Pledge> {
    let better = match terms.better {
        Better::More => 1,
        Better::Less => -1,
    };
    match standing(terms, said) {
        Standing::None => None,
        Standing::Vague => Some(Pledge::Vague),
        Standing::Within => Some(Pledge::Number(terms.deliver)),
        Standing::Beyond => Some(Pledge::Number(terms.deliver.saturating_add(better))),
    }
}

impl Reads {
    fn from(scenario: &Scenario, start: SceneId) -> Self {
        let mut reads = Self {
            meters: Set::default(),
            facts: Set::default(),
            promises: Set::default(),
            used: Set::default(),
            visited: Set::default(),
            scenes: Set::from_iter([start.0]),
            walk: longest_walk(scenario, start),
        };
        let mut open = vec![start];
        let mut orders = scenario.impatient.is_some_and(|id| scenario.ending(id).is_some_and(|end| end.outcome.is_order()));
        while let Some(scene) = open.pop().and_then(|id| scenario.scene(id)) {
            let replies = || scene.reply_ids().filter_map(|id| scenario.reply(id));
            replies().for_each(|reply| reads.note(&reply.when));
            let ways = replies().flat_map(|reply| &reply.next).chain(scene.pick.iter().flat_map(|pick| &pick.next));
            ways.for_each(|way| reads.note(&way.when));
            for to in destinations(scenario, scene) {
                match to {
                    Destination::Scene(next) => {
                        if reads.scenes.insert(next.0) {
                            open.push(next);
                        }
                    }
                    Destination::Ending(id) => orders |= scenario.ending(id).is_some_and(|end| end.outcome.is_order()),
                }
            }
        }
        if orders {
            reads.promises = (0..).zip(&scenario.promises).map(|(at, _)| at).collect();
        }
        reads
    }

    fn note(&mut self, condition: &Condition) {
        for test in condition.iter().flatten() {
            match test {
                Test::Meter { meter, .. } => self.meters.insert(meter.0),
                Test::Known(id) | Test::Unknown(id) => self.facts.insert(id.0),
                Test::Made(id) | Test::Unmade(id) | Test::Overdrawn(id) | Test::Kept(id) => self.promises.insert(id.0),
                Test::Used(id) | Test::Unused(id) => self.used.insert(id.0),
                Test::Visited(id) | Test::Unvisited(id) => self.visited.insert(id.0),
            };
        }
    }
}

/// The most turns that can be played in other scenes from here before the meeting
/// ends; `None` where scenes come round again or a reply may be repeated.
fn longest_walk(scenario: &Scenario, start: SceneId) -> Option<u16> {
    #[derive(Clone, Copy)]
    enum Mark {
        New,
        Open,
        Done(u16),
    }
    let mut marks: Vec<Mark> = scenario.scenes.iter().map(|_| Mark::New).collect();
    let set_mark = |marks: &mut Vec<Mark>, id: SceneId, mark: Mark| {
        if let Some(place) = marks.get_mut(id.index()) {
            *place = mark;
        }
    };
    let exits = |id: SceneId| -> Option<(u16, Vec<SceneId>)> {
        let scene = scenario.scene(id)?;
        let replies: Vec<_> = scene.reply_ids().filter_map(|id| scenario.reply(id)).collect();
        if replies.iter().any(|reply| reply.repeat) {
            return None;
        }
        let same_meeting = |to| match to {
            Destination::Scene(next) if scenario.scene(next).is_some_and(|scene| scene.after.is_none()) => Some(next),
            Destination::Scene(_) | Destination::Ending(_) => None,
        };
        let turns = u16::try_from(replies.len()).unwrap_or(u16::MAX);
        Some((turns, destinations(scenario, scene).filter_map(same_meeting).collect()))
    };
    let mut stack = vec![(start, exits(start)?, 0_u16)];
    set_mark(&mut marks, start, Mark::Open);
    while let Some((scene, (turns, mut open), longest)) = stack.pop() {
        let Some(next) = open.pop() else {
            let own = if scene == start { 0 } else { turns };
            let total = longest.saturating_add(own);
            set_mark(&mut marks, scene, Mark::Done(total));
            if let Some((_, _, above)) = stack.last_mut() {
                *above = (*above).max(total);
            }
            continue;
        };
        match marks.get(next.index()).copied()? {
            Mark::Open => return None,
            Mark::Done(known) => stack.push((scene, (turns, open), longest.max(known))),
            Mark::New => {
                stack.push((scene, (turns, open), longest));
                set_mark(&mut marks, next, Mark::Open);
                stack.push((next, exits(next)?, 0));
            }
        }
    }
    match marks.get(start.index()) {
        Some(Mark::Done(total)) => Some(*total),
        _ => None,
    }
}
