//! What a learner has done, as a list of entries that only grows. Everything that is
//! shown of it (progress, what is due, what next) follows from the entries.

mod digest;
mod figures;

pub use digest::{Digest, Done};
pub use figures::{Figures, StepFigures};

use crate::session::Attempt;
use serde::{Deserialize, Serialize};

/// One thing done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Milliseconds since 1970. No two entries of a record have the same, so it also
    /// names the entry.
    pub at: u64,
    pub deed: Deed,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// A conversation was played to its end.
    Played(Box<Played>),
    /// The learner named the turn (from 0) in which the attempt of that time was won or
    /// lost; `None`: would not say.
    Named { attempt: u64, turn: Option<u32> },
    /// A pass of the flywheel was gone through to its end.
    Passed { scenario: String, pass: Pass },
    /// A question of a drill was answered.
    Drilled(Drilled),
    /// A day of the journal was written. The last entry of a day counts.
    Wrote(Day),
}

/// A conversation played to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Played {
    /// With its claim.
    pub attempt: Attempt,
    /// `None` where the scenario is too large to be worked out.
    pub figures: Option<Figures>,
}

/// The passes of the flywheel beside playing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pass {
    /// The best line was watched, and the mistakes of a flawed one were looked for.
    Watch,
    /// The best line was read with the why of every move.
    Explained,
    /// The learner explained moves and mended a flawed line.
    TeachBack,
}

/// An answer in a drill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Drilled {
    /// Which question: the words that name it, see `practice::drill`.
    pub card: String,
    pub right: bool,
    /// How sure the learner was, 0 to 100, where asked.
    pub confidence: Option<u8>,
    /// Milliseconds from question to answer.
    pub took: u32,
}

/// A day of the journal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Day {
    /// Days since 1970-01-01, as the learner's calendar has it.
    pub day: i32,
    /// The setback, spoken out.
    pub setback: String,
    /// The success worth telling.
    pub success: String,
    /// Anything observed.
    pub noticed: String,
}

/// All entries, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    entries: Vec<Entry>,
}

impl Record {
    /// Puts entries in order; of two with the same time and deed one is kept, of two
    /// with the same time the second is moved on.
    pub fn new(entries: impl IntoIterator<Item = Entry>) -> Self {
        let mut record = Self::default();
        let mut entries: Vec<Entry> = entries.into_iter().collect();
        entries.sort_by_key(|entry| entry.at);
        for entry in entries {
            record.put(entry);
        }
        record
    }

    fn put(&mut self, mut entry: Entry) {
        let next = self.entries.last().map_or(0, |last| last.at + 1);
        let known = self.entries.iter().rev().take_while(|other| other.at >= entry.at).any(|other| other.deed == entry.deed);
        if !known {
            entry.at = entry.at.max(next);
            self.entries.push(entry);
        }
    }

    /// Notes a deed now, or just after the last one where the clock went back.
    pub fn note(&mut self, now: u64, deed: Deed) -> &Entry {
        let at = self.entries.last().map_or(now, |last| now.max(last.at + 1));
        let place = self.entries.len();
        self.entries.push(Entry { at, deed });
        #[expect(clippy::indexing_slicing, reason = "it was pushed the line before")]
        &self.entries[place]
    }

    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The conversations played to their end, oldest first, with their times.
    pub fn played(&self) -> impl DoubleEndedIterator<Item = (u64, &Played)> {
        self.entries.iter().filter_map(|entry| match &entry.deed {
            Deed::Played(played) => Some((entry.at, &**played)),
            _ => None,
        })
    }

    /// The conversation of this time.
    pub fn attempt(&self, at: u64) -> Option<&Played> {
        let place = self.entries.binary_search_by_key(&at, |entry| entry.at).ok()?;
        match &self.entries.get(place)?.deed {
            Deed::Played(played) => Some(played),
            _ => None,
        }
    }

    /// When this very conversation was noted, if it was.
    pub fn time_of(&self, attempt: &Attempt) -> Option<u64> {
        self.played().rev().find(|(_, played)| played.is_of(attempt)).map(|(at, _)| at)
    }

    /// The turn named for an attempt: `None` when none was asked for yet.
    pub fn named(&self, attempt: u64) -> Option<Option<u32>> {
        self.entries.iter().rev().find_map(|entry| match entry.deed {
            Deed::Named { attempt: other, turn } if other == attempt => Some(turn),
            _ => None,
        })
    }

    /// The answers in drills, oldest first, with their times.
    pub fn drilled(&self) -> impl DoubleEndedIterator<Item = (u64, &Drilled)> {
        self.entries.iter().filter_map(|entry| match &entry.deed {
            Deed::Drilled(drilled) => Some((entry.at, drilled)),
            _ => None,
        })
    }

    /// Whether a pass of the flywheel was gone through.
    pub fn has_passed(&self, scenario: &str, pass: Pass) -> bool {
        self.entries
            .iter()
            .any(|entry| matches!(&entry.deed, Deed::Passed { scenario: id, pass: done } if id == scenario && *done == pass))
    }

    /// The last word on a day of the journal.
    pub fn day(&self, day: i32) -> Option<&Day> {
        self.entries.iter().rev().find_map(|entry| match &entry.deed {
            Deed::Wrote(wrote) if wrote.day == day => Some(wrote),
            _ => None,
        })
    }
}

impl Played {
    /// Whether this is that conversation: the same choices at the same times.
    fn is_of(&self, attempt: &Attempt) -> bool {
        let mine = &self.attempt;
        mine.scenario == attempt.scenario
            && mine.seed == attempt.seed
            && mine.choices == attempt.choices
            && mine.times == attempt.times
    }
}

impl Entry {
    /// The bytes in which the device keeps it: its length, then postcard.
    pub fn to_bytes(&self) -> Vec<u8> {
        let packed = postcard::to_allocvec(self).unwrap_or_default();
        let length = u32::try_from(packed.len()).unwrap_or(0);
        [length.to_le_bytes().as_slice(), &packed].concat()
    }
}

/// Reads entries kept one after the other, and how many there were that could not be
/// read: those are passed over.
pub fn read(mut bytes: &[u8]) -> (Vec<Entry>, usize) {
    let (mut entries, mut damaged) = (Vec::new(), 0);
    while let Some((length, rest)) = bytes.split_first_chunk() {
        let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
        let Some((packed, rest)) = rest.split_at_checked(length) else { break };
        match postcard::from_bytes(packed) {
            Ok(entry) => entries.push(entry),
            Err(_) => damaged += 1,
        }
        bytes = rest;
    }
    (entries, damaged + usize::from(!bytes.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i32) -> Deed {
        Deed::Wrote(Day { day, ..Day::default() })
    }

    #[test]
    fn a_record_read_back_is_the_same_and_a_damaged_entry_costs_only_itself() {
        let entries: Vec<Entry> = (1..4_i32).map(|at| Entry { at: u64::from(at.unsigned_abs()), deed: day(at) }).collect();
        let bytes: Vec<u8> = entries.iter().flat_map(Entry::to_bytes).collect();
        assert_eq!(read(&bytes), (entries.clone(), 0));
        let mut damaged = bytes.clone();
        let second = entries[0].to_bytes().len() + 4;
        damaged[second..second + 2].fill(0xff);
        let (left, lost) = read(&damaged);
        assert_eq!((left.first(), left.last(), lost), (entries.first(), entries.last(), 1));
        assert_eq!(read(&bytes[..bytes.len() - 1]).1, 1, "cut off");
    }

    #[test]
    fn no_two_entries_have_the_same_time_and_nothing_is_there_twice() {
        let mut record = Record::new([
            Entry { at: 5, deed: day(2) },
            Entry { at: 5, deed: day(1) },
            Entry { at: 5, deed: day(2) },
            Entry { at: 1, deed: day(0) },
        ]);
        record.note(3, day(3));
        let times: Vec<u64> = record.entries().iter().map(|entry| entry.at).collect();
        assert_eq!(times, [1, 5, 6, 7]);
        assert_eq!(record.day(3).map(|day| day.day), Some(3));
    }
}
