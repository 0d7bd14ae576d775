//! The score of a conversation, and where it turned.

mod curve;
mod scorecard;
mod verify;

pub use curve::curve;
pub use scorecard::{Mark, Review, Scorecard, StepScore, TurningPoint, display_percent, ten_thousandths};
pub use verify::Verifier;
