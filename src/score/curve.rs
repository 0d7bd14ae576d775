//! How much of the score was still within reach as a conversation went on.

use super::Scorecard;
use super::scorecard::ratio;
use crate::session::Session;

/// The score that was still within reach: at the start, and after each turn; so one more
/// than there are turns. Each is 0 to 1.
///
/// It is (earned so far + V) / (earned so far + left so far + V), where V is what best
/// play from there is still expected to earn: the score that comes out if nothing more
/// is given away and luck keeps to its average. It begins at 1 and ends at the score.
/// Between the two it falls by what a turn gives away; luck moves it only where
/// something was given away before, since it changes how heavily that weighs
/// (docs/semantics.md, The curve). Empty where there is no score.
pub fn curve(session: &Session, card: &Scorecard) -> Vec<f64> {
    if card.score.is_none() {
        return Vec::new();
    }
    let (mut earned, mut left) = (0, 0.0);
    let mut points = Vec::new();
    for (turn, review) in session.turns().iter().zip(&card.reviews) {
        points.push(within_reach(earned, left, review.value));
        earned += turn.worth;
        left += review.cost;
    }
    // Earned, left and V together are always B and the luck that was met.
    let still = if session.is_over() { 0.0 } else { (card.best + card.luck - f64::from(earned) - left).max(0.0) };
    points.push(within_reach(earned, left, still));
    points
}

fn within_reach(earned: u32, left: f64, value: f64) -> f64 {
    ratio(f64::from(earned) + value, left).unwrap_or(1.0)
}
