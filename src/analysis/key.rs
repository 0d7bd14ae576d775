//! Merged states in little room: each is a few bytes in one long row, found again
//! by a table of places.

use super::graph::{index, small};
use super::merge::{Merge, pledge};
use crate::scenario::{EndingId, FactId, Outcome, PromiseId, ReplyId, Scenario, SceneId};
use crate::session::{End, Set, Standing, State, standing};
use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// The merged states found so far, in the order of finding.
#[derive(Default)]
pub struct Keys {
    bytes: Vec<u8>,
    /// Where the bytes of each end, and those of the next begin.
    ends: Vec<u32>,
    places: HashTable<u32>,
    /// For each state its scene, or how it is over.
    stands: Vec<Stand>,
    /// Made use of again and again.
    scratch: Vec<u8>,
}

#[derive(Clone, Copy)]
enum Stand {
    In(SceneId),
    Over(End, Outcome),
}

impl Keys {
    pub const fn len(&self) -> usize {
        self.stands.len()
    }

    pub fn end(&self, at: usize) -> Option<(End, Outcome)> {
        match self.stands.get(at)? {
            Stand::In(_) => None,
            Stand::Over(end, outcome) => Some((*end, *outcome)),
        }
    }

    pub fn scene(&self, at: usize) -> Option<SceneId> {
        match self.stands.get(at)? {
            Stand::In(scene) => Some(*scene),
            Stand::Over(..) => None,
        }
    }

    pub fn find(&self, scenario: &Scenario, merge: &Merge, state: &State) -> Option<usize> {
        let mut key = Vec::new();
        write(&mut key, scenario, merge, state);
        self.places.find(hash(&key), |at| self.key(index(*at)) == key).copied().map(index)
    }

    /// The place of a state, new or not.
    pub fn intern(&mut self, scenario: &Scenario, merge: &Merge, state: &State) -> u32 {
        let mut key = std::mem::take(&mut self.scratch);
        key.clear();
        write(&mut key, scenario, merge, state);
        let hash_of_key = hash(&key);
        let known = self.places.find(hash_of_key, |at| self.key(index(*at)) == key).copied();
        let at = known.unwrap_or_else(|| {
            let at = small(self.stands.len());
            self.stands.push(match (state.ended, state.outcome(scenario)) {
                (Some(end), Some(outcome)) => Stand::Over(end, outcome),
                _ => Stand::In(state.scene),
            });
            self.bytes.extend_from_slice(&key);
            self.ends.push(small(self.bytes.len()));
            let Self { bytes, ends, places, .. } = self;
            let hash_at = |at: &u32| hash(slice(bytes, ends, index(*at)));
            places.insert_unique(hash_of_key, at, hash_at);
            at
        });
        self.scratch = key;
        at
    }

    fn key(&self, at: usize) -> &[u8] {
        slice(&self.bytes, &self.ends, at)
    }

    /// The representative of the states that were merged at a place.
    pub fn state(&self, scenario: &Scenario, at: usize) -> State {
        let mut state = State::start(scenario);
        match self.stands.get(at) {
            Some(Stand::Over(end, _)) => state.ended = Some(*end),
            Some(Stand::In(scene)) => {
                state.scene = *scene;
                Reader(self.key(at)).read(scenario, &mut state);
            }
            None => {}
        }
        state
    }
}

fn slice<'a>(bytes: &'a [u8], ends: &[u32], at: usize) -> &'a [u8] {
    let end = |at: usize| ends.get(at).copied().map_or(0, index);
    bytes.get(at.checked_sub(1).map_or(0, end)..end(at)).unwrap_or_default()
}

fn hash(key: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(key);
    hasher.finish()
}

/// Before the bytes of a conversation under way; ended ones begin with others.
const UNDER_WAY: u8 = 0;

/// All of a state that its future can depend on.
fn write(key: &mut Vec<u8>, scenario: &Scenario, merge: &Merge, state: &State) {
    if let Some(end) = state.ended {
        let (tag, place) = match end {
            End::Written(EndingId(at)) => (1, at),
            End::Impatient => (2, 0),
            End::DeadEnd => (3, 0),
            End::Todo(SceneId(at)) => (4, at),
        };
        key.push(tag);
        number(key, place);
        key.push(state.outcome(scenario).map_or(u8::MAX, |outcome| outcome as u8));
        return;
    }
    key.push(UNDER_WAY);
    number(key, state.scene.0);
    let Some(sight) = merge.sight(scenario, state.scene) else { return };
    number(key, u32::from(sight.patience(state)));
    key.extend((0..).zip(&state.meters).map(|(at, meter)| if sight.meter(at) { *meter } else { 0 }));
    for ((at, said), terms) in (0..).zip(&state.promises).zip(&scenario.promises) {
        let class = if sight.promise(PromiseId(at)) { standing(terms, *said) } else { Standing::None };
        key.push(class as u8);
    }
    list(key, state.facts.iter().filter(|at| sight.fact(FactId(*at))));
    list(key, state.used.iter().filter(|at| sight.used(ReplyId(*at))));
    list(key, state.visited.iter().filter(|at| sight.visited(SceneId(*at))));
}

/// Seven bits a byte, the least first.
fn number(key: &mut Vec<u8>, mut value: u32) {
    while value > 127 {
        key.push(u8::try_from(value & 127).unwrap_or(0) | 128);
        value >>= 7;
    }
    key.push(u8::try_from(value).unwrap_or(0));
}

/// How many numbers there are, in two bytes; then each, more than the one before, as a
/// step from it.
fn list(key: &mut Vec<u8>, numbers: impl Iterator<Item = u32>) {
    let start = key.len();
    key.extend([0, 0]);
    let (mut count, mut before) = (0_u16, 0);
    for at in numbers {
        number(key, at - before);
        before = at;
        count = count.saturating_add(1);
    }
    if let Some(place) = key.get_mut(start..start + 2) {
        place.copy_from_slice(&count.to_le_bytes());
    }
}

/// What [`write`] wrote.
struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn read(&mut self, scenario: &Scenario, state: &mut State) {
        self.byte();
        self.number();
        state.patience = u16::try_from(self.number()).unwrap_or(u16::MAX);
        for meter in &mut state.meters {
            *meter = self.byte();
        }
        for (said, terms) in state.promises.iter_mut().zip(&scenario.promises) {
            let classes = [Standing::None, Standing::Vague, Standing::Within, Standing::Beyond];
            let class = classes.get(usize::from(self.byte())).copied().unwrap_or(Standing::None);
            *said = pledge(terms, class);
        }
        state.facts = self.list();
        state.used = self.list();
        state.visited = self.list();
    }

    fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().map_or((0, &[][..]), |(first, rest)| (*first, rest));
        self.0 = rest;
        first
    }

    fn number(&mut self) -> u32 {
        let (mut value, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            value |= u32::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 || shift > 28 {
                return value;
            }
        }
    }

    fn list(&mut self) -> Set {
        let count = u16::from_le_bytes([self.byte(), self.byte()]);
        let mut before = 0;
        let numbers = (0..count).map(|_| {
            before += self.number();
            before
        });
        Set::from_sorted(numbers.collect())
    }
}
