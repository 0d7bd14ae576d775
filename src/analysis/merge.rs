//! Which states may be treated as one: those that agree on everything that any
//! scene still reachable can read (docs/semantics.md, Analysis).

use crate::scenario::{
    Better, Condition, Destination, FactId, Pledge, PromiseId, PromiseTerms, ReplyId, Scenario, Scene, SceneId, Test, components,
    destinations,
};
use crate::session::{Standing, State};

/// A set of places, as bits.
#[derive(Clone, Default)]
struct Bits(Vec<u64>);

impl Bits {
    fn contains(&self, at: u32) -> bool {
        self.0.get(word(at)).is_some_and(|bits| bits & (1 << (at % 64)) != 0)
    }

    fn insert(&mut self, at: u32) {
        if self.0.len() <= word(at) {
            self.0.resize(word(at) + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(word(at)) {
            *bits |= 1 << (at % 64);
        }
    }

    fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (bits, more) in self.0.iter_mut().zip(&other.0) {
            *bits |= more;
        }
    }
}

const fn word(at: u32) -> usize {
    at as usize / 64
}

/// What the scenes reachable from one scene may read, itself included.
#[derive(Clone, Default)]
struct Reads {
    meters: Bits,
    facts: Bits,
    promises: Bits,
    /// Replies named in conditions.
    used: Bits,
    visited: Bits,
    /// The scenes reachable: their own replies are read too.
    scenes: Bits,
    /// An ending with an order is reachable, which reads all promises.
    orders: bool,
}

/// Says which part of a state can still matter.
pub struct Merge {
    /// For each scene the place of what can be read from it.
    of_scene: Vec<usize>,
    reads: Vec<Reads>,
    /// For each scene the most turns a meeting can still last after leaving it;
    /// `None`: no bound but patience.
    walks: Vec<Option<u16>>,
}

impl Merge {
    pub fn new(scenario: &Scenario) -> Self {
        // Scenes that lead round to each other read the same; and each component
        // stands after all that it leads to.
        let components = components(scenario.scenes.len(), |at| exits(scenario, at, Meetings::All));
        let mut merge = Self { of_scene: vec![0; scenario.scenes.len()], reads: Vec::new(), walks: walks(scenario) };
        let impatient = scenario.impatient.is_some_and(|id| is_order(scenario, Destination::Ending(id)));
        for component in components {
            let mut reads = Reads { orders: impatient, ..Reads::default() };
            for at in &component {
                if let Some(place) = merge.of_scene.get_mut(*at) {
                    *place = merge.reads.len();
                }
            }
            for at in &component {
                reads.note_scene(scenario, *at);
                for to in exits(scenario, *at, Meetings::All) {
                    // Its own component is not there yet.
                    if let Some(beyond) = merge.of_scene.get(to).and_then(|place| merge.reads.get(*place)) {
                        reads.add(beyond);
                    }
                }
            }
            merge.reads.push(reads);
        }
        merge
    }

    /// What of a state in this scene can still matter.
    pub fn sight<'a>(&'a self, scenario: &'a Scenario, scene: SceneId) -> Option<Sight<'a>> {
        let reads = self.reads.get(*self.of_scene.get(scene.index())?)?;
        Some(Sight { scenario, reads, walk: self.walks.get(scene.index()).copied().flatten() })
    }
}

/// What can still be seen of a state from where it stands.
pub struct Sight<'a> {
    scenario: &'a Scenario,
    reads: &'a Reads,
    walk: Option<u16>,
}

impl Sight<'_> {
    pub fn meter(&self, at: u32) -> bool {
        self.reads.meters.contains(at)
    }

    pub fn promise(&self, id: PromiseId) -> bool {
        self.reads.orders || self.reads.promises.contains(id.0)
    }

    pub fn fact(&self, id: FactId) -> bool {
        self.reads.facts.contains(id.0)
    }

    pub fn used(&self, id: ReplyId) -> bool {
        let own = || self.scenario.reply(id).is_some_and(|reply| self.reads.scenes.contains(reply.scene.0));
        own() || self.reads.used.contains(id.0)
    }

    pub fn visited(&self, id: SceneId) -> bool {
        self.reads.visited.contains(id.0)
    }

    /// Each turn takes one from patience and at least one from what is left to say,
    /// so once patience is beyond reach it stays so.
    pub fn patience(&self, state: &State) -> u16 {
        let Some(walk) = self.walk else { return state.patience };
        let Some(scene) = self.scenario.scene(state.scene) else { return state.patience };
        let unused = scene.reply_ids().filter(|id| !state.has_used(*id)).count();
        if usize::from(state.patience) > usize::from(walk) + unused { u16::MAX } else { state.patience }
    }
}

/// The pledge that stands for a class.
pub fn pledge(terms: &PromiseTerms, class: Standing) -> Option<Pledge> {
    let better = match terms.better {
        Better::More => 1,
        Better::Less => -1,
    };
    match class {
        Standing::None => None,
        Standing::Vague => Some(Pledge::Vague),
        Standing::Within => Some(Pledge::Number(terms.deliver)),
        Standing::Beyond => Some(Pledge::Number(terms.deliver.saturating_add(better))),
    }
}

impl Reads {
    fn add(&mut self, other: &Self) {
        self.meters.add(&other.meters);
        self.facts.add(&other.facts);
        self.promises.add(&other.promises);
        self.used.add(&other.used);
        self.visited.add(&other.visited);
        self.scenes.add(&other.scenes);
        self.orders |= other.orders;
    }

    fn note_scene(&mut self, scenario: &Scenario, at: usize) {
        let Some(scene) = scenario.scenes.get(at) else { return };
        self.scenes.insert(u32::try_from(at).unwrap_or(u32::MAX));
        let replies = || scene.reply_ids().filter_map(|id| scenario.reply(id));
        replies().for_each(|reply| self.note(&reply.when));
        let ways = replies().flat_map(|reply| &reply.next).chain(scene.pick.iter().flat_map(|pick| &pick.next));
        ways.for_each(|way| self.note(&way.when));
        self.orders |= destinations(scenario, scene).any(|to| is_order(scenario, to));
    }

    fn note(&mut self, condition: &Condition) {
        for test in condition.iter().flatten() {
            match test {
                Test::Meter { meter, .. } => self.meters.insert(meter.0),
                Test::Known(id) | Test::Unknown(id) => self.facts.insert(id.0),
                Test::Made(id) | Test::Unmade(id) | Test::Overdrawn(id) | Test::Kept(id) => self.promises.insert(id.0),
                Test::Used(id) | Test::Unused(id) => self.used.insert(id.0),
                Test::Visited(id) | Test::Unvisited(id) => self.visited.insert(id.0),
            }
        }
    }
}

fn is_order(scenario: &Scenario, to: Destination) -> bool {
    match to {
        Destination::Ending(id) => scenario.ending(id).is_some_and(|end| end.outcome.is_order()),
        Destination::Scene(_) => false,
    }
}

/// Which ways out of a scene count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Meetings {
    All,
    /// Only those that stay in the same meeting.
    Same,
}

fn exits(scenario: &Scenario, at: usize, meetings: Meetings) -> Vec<usize> {
    let later = |id: SceneId| scenario.scene(id).is_some_and(|scene| scene.after.is_some());
    let scene_of = |to| match to {
        Destination::Scene(id) if meetings == Meetings::All || !later(id) => Some(id.index()),
        Destination::Scene(_) | Destination::Ending(_) => None,
    };
    scenario.scenes.get(at).into_iter().flat_map(|scene| destinations(scenario, scene)).filter_map(scene_of).collect()
}

/// The most turns that can be played in other scenes of the meeting after each
/// scene; `None` where scenes come round again or a reply may be repeated.
fn walks(scenario: &Scenario) -> Vec<Option<u16>> {
    let count = scenario.scenes.len();
    let same = |at: usize| exits(scenario, at, Meetings::Same);
    let mut after: Vec<Option<u16>> = vec![None; count];
    // What each scene adds together with all that comes after it.
    let mut whole: Vec<Option<u16>> = vec![None; count];
    for component in components(count, same) {
        let [at] = component.as_slice() else { continue };
        let Some(scene) = scenario.scenes.get(*at).filter(|scene| ends(scenario, scene) && !same(*at).contains(at)) else {
            continue;
        };
        let longest = same(*at).into_iter().try_fold(0_u16, |most, to| Some(most.max(whole.get(to).copied()??)));
        let turns = u16::try_from(scene.reply_ids().len()).unwrap_or(u16::MAX);
        if let (Some(after), Some(whole)) = (after.get_mut(*at), whole.get_mut(*at)) {
            *after = longest;
            *whole = longest.map(|longest| longest.saturating_add(turns));
        }
    }
    after
}

/// Whether what can be said in a scene runs out.
fn ends(scenario: &Scenario, scene: &Scene) -> bool {
    scene.reply_ids().filter_map(|id| scenario.reply(id)).all(|reply| !reply.repeat)
}
