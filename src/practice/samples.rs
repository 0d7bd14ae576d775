//! Conversations for tests of what is made of them.

use crate::method::StepId;
use crate::record::{Figures, Played, StepFigures};
use crate::session::Attempt;

/// An exam of the method "nine" in which so many points were earned, and so many
/// thousandths left, in each step.
pub fn played(scenario: &str, steps: &[(u16, u32, u32)]) -> Played {
    let steps: Vec<StepFigures> =
        steps.iter().map(|(step, earned, left)| StepFigures { step: StepId(*step), earned: *earned, left: *left }).collect();
    let earned: u32 = steps.iter().map(|step| step.earned * 1000).sum();
    let left: u32 = steps.iter().map(|step| step.left).sum();
    let score = 10_000 * earned / (earned + left).max(1);
    let attempt = format!(
        r#"{{"format": 1, "scenario": "{scenario}", "language": "en", "hashes": {{"rules": "", "text": ""}}, "mode": "exam",
        "seed": 1, "fork": null, "choices": [], "confidences": [], "times": [],
        "claim": {{"score": {score}, "outcome": "signed"}}}}"#
    );
    let figures = Figures { method: "nine".to_owned(), best: earned + left, steps, costs: vec![left] };
    Played { attempt: Attempt::from_json(attempt).unwrap(), figures: Some(figures) }
}
