//! What is on the device, in numbers, and what a file adds to it.

use crate::record::file::Contents;
use crate::record::{Deed, Entry, Joined, Record};
use std::collections::BTreeSet;

/// What entries hold, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub conversations: usize,
    /// Answers in drills.
    pub answers: usize,
    /// Days of the journal.
    pub days: usize,
    /// Passes of the flywheel, and turns named.
    pub others: usize,
}

/// What a file added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub new: Counts,
    /// What was there already.
    pub known: Counts,
    /// How much of the file could not be taken.
    pub damaged: usize,
}

impl Counts {
    pub fn of(entries: &[Entry]) -> Self {
        let mut counts = Self::default();
        for entry in entries {
            match entry.deed {
                Deed::Played(_) => counts.conversations += 1,
                Deed::Drilled(_) => counts.answers += 1,
                Deed::Wrote(_) => {}
                Deed::Named { .. } | Deed::Passed { .. } => counts.others += 1,
            }
        }
        Self { days: days(entries).len(), ..counts }
    }

    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// The days that something was written on.
fn days(entries: &[Entry]) -> BTreeSet<i32> {
    let wrote = entries.iter().filter_map(|entry| match &entry.deed {
        Deed::Wrote(day) => Some(day.day),
        _ => None,
    });
    wrote.collect()
}

/// How large a record is, in thousands of bytes, rounded up.
pub fn kilobytes(record: &Record) -> usize {
    let bytes: usize = record.entries().iter().map(|entry| entry.to_bytes().len()).sum();
    bytes.div_ceil(1000)
}

/// The record with what a file holds, and what that was.
pub fn restored(record: &Record, contents: Contents) -> (Record, Report) {
    let Joined { record, new, known, left_out } = record.joined(contents.entries);
    // A day that came in anew in one entry was not there already with another.
    let known_days = days(&known).difference(&days(&new)).count();
    let known = Counts { days: known_days, ..Counts::of(&known) };
    (record, Report { new: Counts::of(&new), known, damaged: contents.damaged + left_out })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::method::StepId;
    use crate::record::{Day, Drilled, Figures, Part, Pass, Played, StepFigures, file};
    use crate::scenario::Outcome;
    use crate::session::attempt::{Attempt, Claim, Forecast, Mode};
    use proptest::collection::vec;
    use proptest::option;
    use proptest::prelude::*;

    const NOW: u64 = 1_795_348_800_000;

    fn attempts() -> impl Strategy<Value = Attempt> {
        let told = ("[a-z]{1,8}(-[a-z0-9]{1,8}){0,2}", any::<u32>(), any::<bool>(), option::of(0..=10_000u16));
        let turns = vec((vec(0..12u8, 0..4), option::of(0..=100u8), any::<u64>()), 0..20);
        (told, turns, vec((0..20u16, 0..=100u8), 0..4)).prop_map(|((scenario, seed, exam, score), turns, forecast)| {
            let hash = serde_json::json!({ "rules": "a".repeat(64), "text": "b".repeat(64) });
            let fork = seed.is_multiple_of(3).then(|| u32::try_from(turns.len()).unwrap() / 2);
            Attempt {
                format: 1,
                scenario,
                language: if exam { Language::En } else { Language::ZhHans },
                hashes: serde_json::from_value(hash).unwrap(),
                mode: if exam { Mode::Exam } else { Mode::Coached },
                seed,
                fork,
                choices: turns.iter().map(|turn| turn.0.clone()).collect(),
                confidences: turns.iter().map(|turn| turn.1).collect(),
                times: turns.iter().map(|turn| turn.2).collect(),
                claim: score.map(|score| Claim { score: Some(score), outcome: Outcome::Signed }),
                forecast: forecast.into_iter().map(|(step, percent)| Forecast { step: StepId(step), percent }).collect(),
            }
        })
    }

    fn played() -> impl Strategy<Value = Deed> {
        (attempts(), option::of((0..90_000u32, vec((0..20u16, 0..60u32, 0..90_000u32), 0..9)))).prop_map(|(attempt, figures)| {
            let figures = figures.map(|(best, steps)| Figures {
                method: "nine-steps".to_owned(),
                best,
                steps: steps
                    .iter()
                    .map(|(step, earned, left)| StepFigures { step: StepId(*step), earned: *earned, left: *left })
                    .collect(),
                costs: attempt.choices.iter().zip(0..).map(|(_, cost)| cost).collect(),
            });
            Deed::Played(Box::new(Played { attempt, figures }))
        })
    }

    fn deeds() -> impl Strategy<Value = Deed> {
        let pass = prop_oneof![Just(Pass::Watch), Just(Pass::Explained), Just(Pass::TeachBack)];
        prop_oneof![
            played(),
            ("[a-z]{1,8}", pass).prop_map(|(scenario, pass)| Deed::Passed { scenario, pass }),
            ("[ -~谈话]{1,30}", any::<bool>(), option::of(0..=100u8), any::<u32>())
                .prop_map(|(card, right, confidence, took)| Deed::Drilled(Drilled { card, right, confidence, took })),
            (20_000..20_003i32, any::<String>(), any::<String>()).prop_map(|(day, setback, success)| {
                let day = Day { day, ..Day::default() };
                Deed::Wrote(day.with(Part::Setback, &setback).with(Part::Success, &success))
            }),
        ]
    }

    /// A record as it comes about: one deed after the other, and some turns named.
    fn records() -> impl Strategy<Value = Record> {
        vec((deeds(), 0..3u64, any::<bool>()), 0..25).prop_map(|deeds| {
            let (mut record, mut now) = (Record::default(), 1_790_000_000_000);
            for (deed, pause, name) in deeds {
                now += pause;
                let turn = if let Deed::Played(played) = &deed { played.attempt.choices.len().checked_sub(1) } else { None };
                let at = record.note(now, deed).at;
                if let (true, Some(turn)) = (name, turn) {
                    record.note(now, Deed::Named { attempt: at, turn: u32::try_from(turn).ok() });
                }
            }
            record
        })
    }

    fn back(record: &Record) -> Contents {
        let kept = [("attempt/a".to_owned(), "\0\u{7f}\u{ff}\"".to_owned())];
        let contents = file::read(file::write("2026-11-22", record, &kept).as_bytes(), NOW).unwrap();
        assert_eq!((contents.damaged, contents.kept.as_slice()), (0, kept.as_slice()));
        contents
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn an_empty_device_gets_the_same_record(record in records()) {
            let (restored, report) = restored(&Record::default(), back(&record));
            prop_assert_eq!(&restored, &record);
            prop_assert_eq!((report.new, report.known), (Counts::of(record.entries()), Counts::default()));
        }

        #[test]
        fn nothing_of_the_device_is_lost_and_the_same_file_again_adds_nothing(here in records(), there in records()) {
            let (both, _) = restored(&here, back(&there));
            for entry in here.entries() {
                prop_assert!(both.entries().contains(entry));
            }
            for entry in there.entries() {
                let is_same = |other: &Entry| other.deed == entry.deed || matches!(entry.deed, Deed::Named { .. });
                prop_assert!(both.entries().iter().any(is_same));
            }
            let (again, report) = restored(&both, back(&there));
            prop_assert_eq!(&again, &both);
            prop_assert!(report.new.is_empty());
            let (home, _) = restored(&here, back(&both));
            prop_assert_eq!(&home, &both, "and what went there and back is not doubled");
        }
    }

    #[test]
    fn a_day_is_counted_once_however_often_it_was_written() {
        let wrote = |at, day, text| Entry { at, deed: Deed::Wrote(Day { day, ..Day::default() }.with(Part::Noticed, text)) };
        let here = Record::new([wrote(1, 0, "a")]);
        let there = Contents {
            entries: vec![wrote(1, 0, "a"), wrote(2, 0, "b"), wrote(3, 1, "c"), wrote(4, 1, "d")],
            ..Contents::default()
        };
        let (_, report) = restored(&here, there);
        assert_eq!((report.new.days, report.known.days), (2, 0));
    }
}
