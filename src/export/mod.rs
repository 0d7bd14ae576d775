//! A scenario for other eyes than the learner's.

pub mod map;
pub mod report;
pub mod schema;
pub mod script;

use crate::scenario::{CERTAIN, Way};

/// The chance of a way, in ten-thousandths, where it has one: its own, or what those
/// before it leave over. `None`: it is a matter of conditions alone.
fn chance(way: &Way, before: &[Way]) -> Option<u16> {
    let claimed: u16 = before.iter().filter_map(|way| way.chance).sum();
    let rest = claimed > 0 && before.iter().all(|way| way.when.is_empty());
    way.chance.or_else(|| rest.then(|| CERTAIN.saturating_sub(claimed)))
}
