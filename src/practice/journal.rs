//! The journal: what was written on which day, and what the record knows of a day.

use super::calendar::{Clock, monday_of};
use crate::record::{Day, Deed, Part, Played, Record};
use crate::scenario::Tone;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// A score, in ten-thousandths, with nothing given away.
const WHOLE: u16 = 10_000;

/// The last word on each day that has any.
#[derive(Debug)]
pub struct Journal<'r>(BTreeMap<i32, &'r Day>);

impl<'r> Journal<'r> {
    pub fn of(record: &'r Record) -> Self {
        let mut days = BTreeMap::new();
        for entry in record.entries() {
            if let Deed::Wrote(day) = &entry.deed {
                days.insert(day.day, day);
            }
        }
        days.retain(|_, day| !day.is_empty());
        Self(days)
    }

    pub fn day(&self, day: i32) -> Option<&'r Day> {
        self.0.get(&day).copied()
    }

    /// The days with words, oldest first, in weeks: each its Monday and its days.
    pub fn weeks(&self) -> Vec<(i32, Vec<&'r Day>)> {
        let mut weeks: BTreeMap<i32, Vec<&Day>> = BTreeMap::new();
        for (day, wrote) in &self.0 {
            weeks.entry(monday_of(*day)).or_default().push(wrote);
        }
        weeks.into_iter().collect()
    }

    /// The Mondays of the weeks before and after one. Weeks without words are passed
    /// over, but for the current one and that of yesterday: a day may be written on
    /// past its midnight.
    pub fn around(&self, monday: i32, today: i32) -> (Option<i32>, Option<i32>) {
        let mut mondays: BTreeSet<i32> = self.0.keys().map(|day| monday_of(*day)).collect();
        mondays.extend([monday_of(today), monday_of(today - 1)]);
        (mondays.range(..monday).next_back().copied(), mondays.range(monday + 1..).next().copied())
    }
}

/// A day with another text; `None` where that changes nothing.
pub fn rewritten(record: &Record, day: i32, part: Part, text: &str) -> Option<Day> {
    let before = record.day(day).cloned().unwrap_or(Day { day, ..Day::default() });
    let after = before.clone().with(part, text);
    (after != before).then_some(after)
}

/// A conversation of the record, with its time.
pub type Talk<'r> = (u64, &'r Played);

/// What the record knows of a day.
#[derive(Debug, Default)]
pub struct Facts<'r> {
    /// Oldest first.
    pub talks: Vec<Talk<'r>>,
    /// The turn (from 0) that gave away most, the first of several.
    pub costliest: Option<(Talk<'r>, usize)>,
    /// The best of those that succeeded, the last of several.
    pub success: Option<Talk<'r>>,
}

impl<'r> Facts<'r> {
    /// Playing on from a turn is practice: it is listed and counts for nothing else.
    pub fn of(record: &'r Record, clock: Clock, day: i32) -> Self {
        let talks: Vec<Talk<'_>> = record.played().filter(|(at, _)| clock.day_of(*at) == day).collect();
        let whole = || talks.iter().copied().filter(|(_, played)| played.attempt.fork.is_none());
        let costs = whole().flat_map(|talk| {
            let costs = talk.1.figures.iter().flat_map(|figures| &figures.costs);
            costs.enumerate().filter(|(_, cost)| **cost > 0).map(move |(turn, cost)| (talk, turn, *cost))
        });
        let costliest = costs.min_by_key(|(.., cost)| Reverse(*cost)).map(|(talk, turn, _)| (talk, turn));
        let success = whole().filter(|(_, played)| succeeded(played)).max_by_key(|(_, played)| score(played));
        Self { costliest, success, talks }
    }
}

/// The score in whole per cent, rounded down, where there is one.
pub fn percent(played: &Played) -> Option<u16> {
    score(played).map(|score| score / (WHOLE / 100))
}

/// The score, in ten-thousandths.
fn score(played: &Played) -> Option<u16> {
    played.attempt.claim?.score
}

fn succeeded(played: &Played) -> bool {
    let Some(claim) = played.attempt.claim else { return false };
    claim.outcome.tone() == Tone::Good || claim.score == Some(WHOLE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::record::{Entry, Figures};
    use crate::scenario::Outcome;
    use crate::session::attempt::{Attempt, Claim, Mode};

    const DAY: u64 = 24 * 60 * 60 * 1000;

    fn wrote(at: u64, day: i32, text: &str) -> Entry {
        Entry { at, deed: Deed::Wrote(Day { day, setback: text.to_owned(), ..Day::default() }) }
    }

    fn played(at: u64, fork: Option<u32>, score: u16, outcome: Outcome, costs: &[u32]) -> Entry {
        let hashes = serde_json::from_str(r#"{"rules":"","text":""}"#).unwrap();
        let attempt = Attempt {
            format: 1,
            scenario: "first-day".to_owned(),
            language: Language::En,
            hashes,
            mode: Mode::Exam,
            seed: 1,
            fork,
            choices: vec![Vec::new(); costs.len()],
            confidences: Vec::new(),
            times: Vec::new(),
            claim: Some(Claim { score: Some(score), outcome }),
            forecast: Vec::new(),
        };
        let figures = Figures { method: "nine-steps".to_owned(), best: 9, steps: Vec::new(), costs: costs.to_vec() };
        Entry { at, deed: Deed::Played(Box::new(Played { attempt, figures: Some(figures) })) }
    }

    #[test]
    fn the_last_word_on_a_day_counts_and_a_day_without_words_is_none() {
        let record = Record::new([wrote(1, 5, "a"), wrote(2, 5, "b"), wrote(3, 6, "c"), wrote(4, 6, "")]);
        let journal = Journal::of(&record);
        assert_eq!((journal.day(5).map(|day| day.setback.as_str()), journal.day(6)), (Some("b"), None));
    }

    #[test]
    fn weeks_without_words_are_passed_over_but_not_the_current_one() {
        // Mondays: 4, 11, 18, 25, 32.
        let record = Record::new([wrote(1, 10, "a"), wrote(2, 5, "b"), wrote(3, 18, "c")]);
        let journal = Journal::of(&record);
        assert_eq!(journal.around(32, 35), (Some(18), None));
        assert_eq!(journal.around(18, 35), (Some(4), Some(32)));
        assert_eq!(journal.around(4, 35), (None, Some(18)));
        assert_eq!(journal.around(32, 32).0, Some(25), "yesterday can still be written on");
        let weeks: Vec<(i32, usize)> = journal.weeks().iter().map(|(monday, days)| (*monday, days.len())).collect();
        assert_eq!(weeks, [(4, 2), (18, 1)]);
    }

    #[test]
    fn the_same_text_is_no_change() {
        let record = Record::new([wrote(1, 5, "a")]);
        assert_eq!(rewritten(&record, 5, Part::Setback, " a\u{7} "), None);
        assert_eq!(rewritten(&record, 6, Part::Setback, " "), None);
        let both = rewritten(&record, 5, Part::Success, "b").unwrap();
        assert_eq!((both.day, both.setback.as_str(), both.success.as_str()), (5, "a", "b"));
    }

    #[test]
    fn the_facts_of_a_day_are_those_of_the_learners_calendar() {
        let signed = Outcome::Signed;
        let record = Record::new([
            played(DAY - 1, None, 10_000, signed, &[9000]),
            played(DAY, None, 9_000, signed, &[0, 3000]),
            played(DAY + 1, Some(1), 9_900, signed, &[0, 8000]),
            played(DAY + 2, None, 9_000, signed, &[3000, 1000]),
            played(DAY + 3, None, 9_900, Outcome::OrderLost, &[500]),
        ]);
        let facts = Facts::of(&record, Clock::default(), 1);
        assert_eq!(facts.talks.len(), 4);
        assert_eq!(facts.costliest.map(|((at, _), turn)| (at, turn)), Some((DAY, 1)));
        assert_eq!(facts.success.map(|(at, _)| at), Some(DAY + 2));
        let ahead = Clock { now: 0, ahead: 60 };
        assert_eq!(Facts::of(&record, ahead, 1).success.map(|(at, _)| at), Some(DAY - 1));
        let facts = Facts::of(&record, Clock::default(), 2);
        assert!(facts.talks.is_empty() && facts.costliest.is_none() && facts.success.is_none());
    }
}
