//! How well each step of a method is done over time, from the figures of whole
//! conversations. Playing on from a turn is practice and does not count.

use super::calendar::{Clock, monday_of};
use crate::method::StepId;
use crate::record::{Record, StepFigures};
use std::collections::BTreeMap;

/// A step's share is that of the last so many conversations in which it occurred: one
/// bad day does not decide, and practice shows within a week.
pub const RECENT: usize = 5;

/// The course of a step has so many weeks with practice at most: a quarter of a year.
pub const WEEKS: usize = 12;

/// A share that moved by less than this is called steady.
pub const NOTICEABLE: f64 = 0.05;

/// What was earned and what was left in several conversations together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Points.
    pub earned: u32,
    /// Given away, in thousandths of a point.
    pub left: u32,
}

impl Sum {
    fn of<'a>(figures: impl IntoIterator<Item = &'a StepFigures>) -> Self {
        let mut sum = Self::default();
        figures.into_iter().for_each(|figures| sum.add(figures));
        sum
    }

    fn add(&mut self, figures: &StepFigures) {
        self.earned = self.earned.saturating_add(figures.earned);
        self.left = self.left.saturating_add(figures.left);
    }

    /// Earned, of what was there to earn, 0 to 1; `None` where nothing was.
    pub fn share(self) -> Option<f64> {
        let earned = f64::from(self.earned) * 1000.0;
        let whole = earned + f64::from(self.left);
        (whole > 0.0).then(|| earned / whole)
    }
}

/// Where a step's share is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Rising,
    Steady,
    Falling,
}

/// One step in all conversations in which it occurred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepProfile {
    pub step: StepId,
    /// In how many conversations it occurred.
    pub conversations: usize,
    /// The last [`RECENT`] of them.
    pub recent: Sum,
    /// The [`RECENT`] before those, where there are as many.
    pub before: Option<Sum>,
    /// The last [`WEEKS`] weeks in which it occurred, by their Mondays, oldest first.
    pub weeks: Vec<(i32, Sum)>,
}

impl StepProfile {
    /// `occurred`: the days and figures, oldest first.
    fn of(step: StepId, occurred: &[(i32, StepFigures)]) -> Self {
        let mut latest = occurred.rchunks(RECENT).map(|chunk| (chunk.len(), Sum::of(chunk.iter().map(|(_, figures)| figures))));
        let recent = latest.next().map_or_else(Sum::default, |(_, sum)| sum);
        let before = latest.next().filter(|(count, _)| *count == RECENT).map(|(_, sum)| sum);
        let mut weeks = BTreeMap::<i32, Sum>::new();
        for (day, figures) in occurred {
            weeks.entry(monday_of(*day)).or_default().add(figures);
        }
        let skipped = weeks.len().saturating_sub(WEEKS);
        Self { step, conversations: occurred.len(), recent, before, weeks: weeks.into_iter().skip(skipped).collect() }
    }

    /// What is shown as its share, 0 to 1.
    pub fn share(&self) -> Option<f64> {
        self.recent.share()
    }

    /// `None` until there is enough to compare.
    pub fn direction(&self) -> Option<Direction> {
        let change = self.recent.share()? - self.before?.share()?;
        Some(if change >= NOTICEABLE {
            Direction::Rising
        } else if change <= -NOTICEABLE {
            Direction::Falling
        } else {
            Direction::Steady
        })
    }
}

/// The steps of one method that occurred.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// The method's id.
    pub method: String,
    pub conversations: usize,
    /// In the method's order.
    pub steps: Vec<StepProfile>,
}

impl Profile {
    pub fn step(&self, step: StepId) -> Option<&StepProfile> {
        self.steps.iter().find(|profile| profile.step == step)
    }
}

/// A profile for each method that was practised, the most practised first; of two as
/// much, the one practised last.
pub fn profiles(record: &Record, clock: Clock) -> Vec<Profile> {
    #[derive(Default)]
    struct Occurred {
        conversations: usize,
        last: u64,
        steps: BTreeMap<StepId, Vec<(i32, StepFigures)>>,
    }
    let mut methods = BTreeMap::<&str, Occurred>::new();
    let whole = record.played().filter(|(_, played)| played.attempt.fork.is_none());
    for (at, figures) in whole.filter_map(|(at, played)| Some((at, played.figures.as_ref()?))) {
        let method = methods.entry(&figures.method).or_default();
        method.conversations += 1;
        method.last = at;
        for step in &figures.steps {
            method.steps.entry(step.step).or_default().push((clock.day_of(at), *step));
        }
    }
    let mut methods: Vec<(&str, Occurred)> = methods.into_iter().collect();
    methods.sort_by_key(|(_, occurred)| std::cmp::Reverse((occurred.conversations, occurred.last)));
    let profile = |(method, occurred): (&str, Occurred)| Profile {
        method: method.to_owned(),
        conversations: occurred.conversations,
        steps: occurred.steps.iter().map(|(step, occurred)| StepProfile::of(*step, occurred)).collect(),
    };
    methods.into_iter().map(profile).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn occurred(shares: &[(i32, u32, u32)]) -> StepProfile {
        let figures =
            |(day, earned, left): &(i32, u32, u32)| (*day, StepFigures { step: StepId(3), earned: *earned, left: *left * 1000 });
        StepProfile::of(StepId(3), &shares.iter().map(figures).collect::<Vec<_>>())
    }

    #[test]
    fn the_share_is_that_of_the_last_five_conversations() {
        let profile = occurred(&[(0, 0, 9), (1, 3, 0), (2, 0, 3), (3, 3, 0), (4, 1, 2), (5, 2, 1)]);
        assert_eq!(profile.conversations, 6);
        assert_eq!(profile.recent, Sum { earned: 9, left: 6000 });
        assert_eq!(profile.share(), Some(0.6));
    }

    #[test]
    fn a_direction_is_told_only_when_five_can_be_compared_with_five() {
        let poor = [(0, 1, 3); RECENT];
        let good = [(9, 3, 1); RECENT];
        assert_eq!(occurred(&[&poor[1..], &good].concat()).direction(), None);
        assert_eq!(occurred(&[poor, good].concat()).direction(), Some(Direction::Rising));
        assert_eq!(occurred(&[good, poor].concat()).direction(), Some(Direction::Falling));
        assert_eq!(occurred(&[good, good].concat()).direction(), Some(Direction::Steady));
    }

    #[test]
    fn the_course_has_a_sum_for_each_week_and_no_more_than_twelve() {
        // 1970-01-05 was a Monday.
        let profile = occurred(&[(4, 1, 1), (10, 2, 0), (11, 3, 0)]);
        assert_eq!(profile.weeks, [(4, Sum { earned: 3, left: 1000 }), (11, Sum { earned: 3, left: 0 })]);
        let long: Vec<(i32, u32, u32)> = (0..20).map(|week| (4 + 14 * week, 1, 0)).collect();
        let weeks = occurred(&long).weeks;
        assert_eq!((weeks.len(), weeks.last().map(|week| week.0)), (WEEKS, Some(4 + 14 * 19)));
    }
}
