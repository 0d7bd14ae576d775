//! What the scorecard said of a conversation, in whole numbers, so that a page over
//! thousands of conversations need not work each of them out again.

use crate::method::StepId;
use crate::score::{Mark, Scorecard};
use serde::{Deserialize, Serialize};

/// The figures of one conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Figures {
    /// The id of the method that the steps belong to.
    pub method: String,
    /// Best expected worth from the start, in thousandths of a point.
    pub best: u32,
    /// Only steps in which there was anything to earn.
    pub steps: Vec<StepFigures>,
    /// For each turn what it gave away, in thousandths of a point.
    pub costs: Vec<u32>,
}

/// A step in one conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct StepFigures {
    pub step: StepId,
    /// Points.
    pub earned: u32,
    /// Given away, in thousandths of a point.
    pub left: u32,
}

impl Figures {
    pub fn of(card: &Scorecard, method: &str) -> Self {
        let steps = card.profile.iter().filter(|step| step.share().is_some());
        Self {
            method: method.to_owned(),
            best: thousandths(card.best),
            steps: steps.map(|step| StepFigures { step: step.step, earned: step.earned, left: thousandths(step.left) }).collect(),
            costs: card.reviews.iter().map(|review| thousandths(review.cost)).collect(),
        }
    }

    /// How a turn (from 0) is marked.
    pub fn mark(&self, turn: usize) -> Option<Mark> {
        Some(Mark::of(f64::from(*self.costs.get(turn)?), f64::from(self.best)))
    }

    /// Points earned, and thousandths of a point given away.
    pub fn totals(&self) -> (u32, u32) {
        (self.steps.iter().map(|step| step.earned).sum(), self.costs.iter().sum())
    }
}

/// Rounded, but never to nothing where something was given away.
fn thousandths(points: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let rounded = (points * 1000.0).round().clamp(0.0, 1e9) as u32;
    if points > 0.0 { rounded.max(1) } else { 0 }
}
