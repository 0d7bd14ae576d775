//! Where a conversation stands: all that its future can depend on.

use crate::scenario::{
    Better, Condition, EndingId, FactId, MeterId, Outcome, Pledge, PromiseId, PromiseTerms, ReplyId, Scenario, SceneId, Test,
};

/// The state of a conversation (docs/semantics.md, State).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    pub scene: SceneId,
    /// One for each meter, 0 to 10.
    pub meters: Box<[u8]>,
    /// One for each promise; `None`: nothing said.
    pub promises: Box<[Option<Pledge>]>,
    pub facts: Set,
    pub used: Set,
    pub visited: Set,
    /// Turns left in this meeting.
    pub patience: u16,
    pub ended: Option<End>,
}

/// How a conversation is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// An ending of the file.
    Written(EndingId),
    /// Patience ran out and the file names no ending for it.
    Impatient,
    /// Nothing was left to say.
    DeadEnd,
    /// A scene that is not written yet.
    Todo(SceneId),
}

/// A small set of places, kept sorted: a conversation touches few of many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Set(Vec<u32>);

impl Set {
    /// A set of items that are sorted and distinct.
    pub const fn from_sorted(items: Vec<u32>) -> Self {
        Self(items)
    }

    /// The same set with room for so many more.
    fn roomy(&self, more: usize) -> Self {
        let mut items = Vec::with_capacity(self.0.len() + more);
        items.extend_from_slice(&self.0);
        Self(items)
    }

    pub fn contains(&self, item: u32) -> bool {
        self.0.binary_search(&item).is_ok()
    }

    /// Adds an item; whether it is new.
    pub fn insert(&mut self, item: u32) -> bool {
        let at = self.0.binary_search(&item);
        if let Err(at) = at {
            self.0.insert(at, item);
        }
        at.is_err()
    }

    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().copied()
    }

    pub const fn len(&self) -> usize {
        self.0.len()
    }

    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<u32> for Set {
    fn from_iter<I: IntoIterator<Item = u32>>(items: I) -> Self {
        let mut set = Self::default();
        for item in items {
            set.insert(item);
        }
        set
    }
}

/// How a promise stands against what can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    None,
    Vague,
    Within,
    Beyond,
}

impl State {
    /// The state before the first scene is entered.
    pub fn start(scenario: &Scenario) -> Self {
        Self {
            scene: SceneId(0),
            meters: scenario.meters.iter().map(|meter| meter.start).collect(),
            promises: scenario.promises.iter().map(|_| None).collect(),
            facts: Set::default(),
            used: Set::default(),
            visited: Set::default(),
            patience: scenario.patience,
            ended: None,
        }
    }

    /// The same state, ready for a turn in which so many replies are chosen: what it
    /// adds finds room without moving what is there.
    pub(super) fn before_turn(&self, replies: usize) -> Self {
        Self {
            scene: self.scene,
            meters: self.meters.clone(),
            promises: self.promises.clone(),
            facts: self.facts.clone(),
            used: self.used.roomy(replies),
            visited: self.visited.roomy(1),
            patience: self.patience,
            ended: self.ended,
        }
    }

    pub fn meter(&self, id: MeterId) -> u8 {
        self.meters.get(id.index()).copied().unwrap_or(0)
    }

    pub fn promise(&self, id: PromiseId) -> Option<Pledge> {
        self.promises.get(id.index()).copied().flatten()
    }

    pub fn knows(&self, id: FactId) -> bool {
        self.facts.contains(id.0)
    }

    pub fn has_used(&self, id: ReplyId) -> bool {
        self.used.contains(id.0)
    }

    pub fn has_visited(&self, id: SceneId) -> bool {
        self.visited.contains(id.0)
    }

    /// Whether any of the sets holds; an empty condition always does.
    pub fn meets(&self, scenario: &Scenario, condition: &Condition) -> bool {
        condition.is_empty() || condition.iter().any(|tests| tests.iter().all(|test| self.passes(scenario, test)))
    }

    fn passes(&self, scenario: &Scenario, test: &Test) -> bool {
        let terms = |id: &PromiseId| scenario.promises.get(id.index());
        match test {
            Test::Meter { meter, at_least, at_most } => (*at_least..=*at_most).contains(&self.meter(*meter)),
            Test::Known(fact) => self.knows(*fact),
            Test::Unknown(fact) => !self.knows(*fact),
            Test::Made(id) => matches!(self.promise(*id), Some(Pledge::Number(_))),
            Test::Unmade(id) => !matches!(self.promise(*id), Some(Pledge::Number(_))),
            Test::Overdrawn(id) => terms(id).is_some_and(|terms| is_overdrawn(terms, self.promise(*id))),
            Test::Kept(id) => terms(id).is_some_and(|terms| standing(terms, self.promise(*id)) == Standing::Within),
            Test::Used(reply) => self.has_used(*reply),
            Test::Unused(reply) => !self.has_used(*reply),
            Test::Visited(scene) => self.has_visited(*scene),
            Test::Unvisited(scene) => !self.has_visited(*scene),
        }
    }

    /// The outcome, once the conversation is over: a signed order whose promises
    /// were overdrawn becomes the worst of what they break.
    pub fn outcome(&self, scenario: &Scenario) -> Option<Outcome> {
        let written = match self.ended? {
            End::Written(ending) => scenario.ending(ending)?.outcome,
            End::Impatient | End::DeadEnd => Outcome::OrderLost,
            End::Todo(_) => Outcome::Unfinished,
        };
        if !written.is_order() {
            return Some(written);
        }
        let broken = scenario.promises.iter().zip(&self.promises).filter(|(terms, said)| is_overdrawn(terms, **said));
        Some(broken.map(|(terms, _)| terms.broken).max().unwrap_or(written))
    }
}

/// What the customer expects: the number made, or what they assume.
pub fn expected(terms: &PromiseTerms, said: Option<Pledge>) -> Option<i32> {
    match said {
        Some(Pledge::Number(number)) => Some(number),
        Some(Pledge::Vague) | None => terms.assumed,
    }
}

/// Whether more is expected than can be kept.
pub fn is_overdrawn(terms: &PromiseTerms, said: Option<Pledge>) -> bool {
    expected(terms, said).is_some_and(|number| terms.better.beats(number, terms.deliver))
}

/// The class of a promise: all that conditions and endings can see of it.
pub const fn standing(terms: &PromiseTerms, said: Option<Pledge>) -> Standing {
    match said {
        None => Standing::None,
        Some(Pledge::Vague) => Standing::Vague,
        Some(Pledge::Number(number)) => {
            if terms.better.beats(number, terms.deliver) {
                Standing::Beyond
            } else {
                Standing::Within
            }
        }
    }
}

/// What stands after something new is said: a number replaces all, vague only
/// silence.
pub const fn renewed(old: Option<Pledge>, new: Pledge) -> Option<Pledge> {
    match (old, new) {
        (Some(old), Pledge::Vague) => Some(old),
        _ => Some(new),
    }
}

/// The better of two pledges for the customer, for several in one pick.
pub const fn better_pledge(better: Better, a: Pledge, b: Pledge) -> Pledge {
    match (a, b) {
        (Pledge::Number(x), Pledge::Number(y)) => {
            if better.beats(y, x) {
                b
            } else {
                a
            }
        }
        (Pledge::Vague, _) => b,
        (_, Pledge::Vague) => a,
    }
}
