//! The colours of a map, for every way to draw it.

use super::{Cause, Kind};
use crate::scenario::Tone;

/// The colours of steps, in the order of the method; pale enough to print on.
const STEPS: [&str; 9] = ["#e8e2d4", "#dbe9f6", "#d5efe8", "#dff0d0", "#f5efc4", "#fbe3c6", "#f8d8d2", "#e9dcf2", "#d9dff5"];

/// The colour of a place.
pub fn fill(kind: Kind) -> &'static str {
    match kind {
        Kind::Judged(step) => STEPS.get(step % STEPS.len()).copied().unwrap_or("#ffffff"),
        Kind::Unjudged | Kind::Todo | Kind::Patience => "#ffffff",
        Kind::Ending(Tone::Good) => "#bfe3c4",
        Kind::Ending(Tone::Open) => "#f6dfa8",
        Kind::Ending(Tone::Bad) => "#f0bdb6",
    }
}

/// The colour of a way.
pub const fn line(cause: Cause) -> &'static str {
    match cause {
        Cause::Reply => "#4a5157",
        Cause::Drift => "#a3262a",
        Cause::Otherwise => "#8a8478",
    }
}
