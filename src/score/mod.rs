//! The score of a conversation, and where it turned.

mod scorecard;

pub use scorecard::{Mark, Review, Scorecard, StepScore, TurningPoint, display_percent, ten_thousandths};
