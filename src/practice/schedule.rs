//! When which question comes back: it follows from the answers in the record alone.

use super::calendar::Clock;
use super::drill::Card;
use super::memory::{Grade, Memory, after};
use crate::record::{Deed, Drilled, Record};
use crate::session::{Sureness, is_sure};
use std::collections::BTreeMap;

/// What was answered, by question.
#[derive(Clone, Debug, Default)]
pub struct Schedule {
    answered: BTreeMap<String, Answered>,
    /// So many entries of the record were taken into account, the last of that time.
    seen: usize,
    last: u64,
}

/// How a question has gone so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    memory: Memory,
    /// The day of the last answer, and the one on which it comes back; in days since
    /// 1970-01-01 as the learner's calendar has it.
    pub day: i32,
    pub due: i32,
    /// The time of the last answer.
    pub at: u64,
    /// Whether the last was right.
    pub right: bool,
    /// Whether the last was wrong though the learner was sure.
    pub confident_error: bool,
    pub times: u32,
    pub times_right: u32,
}

impl Schedule {
    /// The answers again, one after the other.
    pub fn of(record: &Record, clock: Clock) -> Self {
        let mut schedule = Self::default();
        schedule.catch_up(record, clock);
        schedule
    }

    /// Takes into account what the record has more by now; all of it, where it is another.
    pub fn catch_up(&mut self, record: &Record, clock: Clock) {
        let last = |seen: usize| seen.checked_sub(1).and_then(|at| record.entries().get(at)).map_or(0, |entry| entry.at);
        if last(self.seen) != self.last {
            *self = Self::default();
        }
        for entry in record.entries().iter().skip(self.seen) {
            if let Deed::Drilled(drilled) = &entry.deed {
                let before = self.answered.get(drilled.card.as_str());
                let answered = Answered::next(before, drilled, entry.at, clock.day_of(entry.at));
                self.answered.insert(drilled.card.clone(), answered);
            }
        }
        self.seen = record.entries().len();
        self.last = last(self.seen);
    }

    pub fn answered(&self, card: &Card) -> Option<&Answered> {
        self.answered.get(card.id.as_str())
    }

    pub fn is_due(&self, card: &Card, today: i32) -> bool {
        self.answered(card).is_some_and(|answered| answered.due <= today)
    }

    /// How many are due, whatever their scenarios: for pages that have none at hand.
    pub fn due_at_all(&self, today: i32) -> usize {
        self.answered.values().filter(|answered| answered.due <= today).count()
    }

    /// How many of these are due.
    pub fn due(&self, cards: &[Card], today: i32) -> usize {
        cards.iter().filter(|card| self.is_due(card, today)).count()
    }

    /// The next day after today on which one comes back.
    pub fn next_due(&self, cards: &[Card], today: i32) -> Option<i32> {
        cards.iter().filter_map(|card| Some(self.answered(card)?.due)).filter(|due| *due > today).min()
    }
}

impl Answered {
    fn next(before: Option<&Self>, drilled: &Drilled, at: u64, day: i32) -> Self {
        let grade = match (drilled.right, drilled.confidence.map(Sureness::of)) {
            (false, _) => Grade::Again,
            // Guessed right is not known yet.
            (true, Some(Sureness::Guess)) => Grade::Hard,
            (true, _) => Grade::Good,
        };
        let (memory, pause) = after(before.map(|before| &before.memory), grade, before.map_or(0, |before| day - before.day));
        Self {
            memory,
            day,
            due: day.saturating_add(pause),
            at,
            right: drilled.right,
            confident_error: !drilled.right && is_sure(drilled.confidence),
            times: before.map_or(0, |before| before.times) + 1,
            times_right: before.map_or(0, |before| before.times_right) + u32::from(drilled.right),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Entry;

    const DAY: u64 = 86_400_000;

    fn answers(answers: &[(u64, bool, Option<u8>)]) -> Record {
        Record::new(answers.iter().map(|(day, right, confidence)| Entry {
            at: day * DAY + DAY / 2,
            deed: Deed::Drilled(Drilled { card: "a/b/c".into(), right: *right, confidence: *confidence, took: 1 }),
        }))
    }

    fn pause(given: &[(u64, bool, Option<u8>)]) -> i32 {
        let record = answers(given);
        let schedule = Schedule::of(&record, Clock::default());
        let answered = &schedule.answered["a/b/c"];
        answered.due - answered.day
    }

    #[test]
    fn what_was_wrong_comes_back_tomorrow_and_what_is_known_ever_later() {
        assert_eq!(pause(&[(0, false, None)]), 1);
        let first = pause(&[(0, true, None)]);
        let second = pause(&[(0, true, None), (3, true, None)]);
        let third = pause(&[(0, true, None), (3, true, None), (3 + u64::try_from(second).unwrap(), true, None)]);
        assert!(1 < first && first < second && second < third, "{first} {second} {third}");
        assert!(pause(&[(0, true, None), (3, true, None), (14, false, None)]) < first + 1);
    }

    #[test]
    fn a_lucky_guess_comes_back_before_what_was_known() {
        assert!(pause(&[(0, true, Some(40))]) < pause(&[(0, true, Some(95))]));
        assert_eq!(pause(&[(0, true, Some(95))]), pause(&[(0, true, None)]));
    }

    #[test]
    fn what_is_due_tomorrow_is_due_in_the_morning() {
        let record = answers(&[(10, false, None)]);
        let schedule = Schedule::of(&record, Clock::default());
        assert_eq!(schedule.answered["a/b/c"].due, 11);
    }

    #[test]
    fn sure_and_wrong_is_remembered_until_it_is_right() {
        let wrong = answers(&[(0, false, Some(95))]);
        assert!(Schedule::of(&wrong, Clock::default()).answered["a/b/c"].confident_error);
        let mended = answers(&[(0, false, Some(95)), (1, true, Some(70))]);
        assert!(!Schedule::of(&mended, Clock::default()).answered["a/b/c"].confident_error);
        let unsure = answers(&[(0, false, Some(70))]);
        assert!(!Schedule::of(&unsure, Clock::default()).answered["a/b/c"].confident_error);
    }

    #[test]
    fn catching_up_comes_to_the_same_as_beginning_anew() {
        let all = answers(&[(0, true, None), (3, false, Some(95)), (4, true, Some(40)), (9, true, None)]);
        let clock = Clock::default();
        let mut schedule = Schedule::of(&Record::new(all.entries().iter().take(2).cloned()), clock);
        schedule.catch_up(&all, clock);
        assert_eq!(schedule.answered, Schedule::of(&all, clock).answered);
        let other = answers(&[(1, true, None)]);
        schedule.catch_up(&other, clock);
        assert_eq!(schedule.answered, Schedule::of(&other, clock).answered, "another record");
    }
}
