//! Two records made one: what the device has stays as it is, and what another has
//! done is added.

use super::{Deed, Entry, Record};
use std::collections::BTreeMap;

/// So many milliseconds after its time a place is looked for, where two devices noted
/// something in the same one. More are as good as never needed.
const CROWD: u64 = 64;

/// What came of it.
#[derive(Debug, Default)]
pub struct Joined {
    pub record: Record,
    /// The entries that were added.
    pub new: Vec<Entry>,
    /// Those that were there already.
    pub known: Vec<Entry>,
    /// How many found no place.
    pub left_out: usize,
}

/// Where an entry belongs.
enum Place {
    Known(u64),
    Free(u64),
}

impl Record {
    /// Adds entries, oldest first. None of the record's own is moved or changed, since
    /// its time is its name. Adding the same again changes nothing.
    pub fn joined(&self, others: Vec<Entry>) -> Joined {
        let mut entries: BTreeMap<u64, Entry> = self.entries.iter().map(|entry| (entry.at, entry.clone())).collect();
        let (mut joined, mut moved) = (Joined::default(), BTreeMap::new());
        for Entry { at, mut deed } in others {
            if let Deed::Named { attempt, .. } = &mut deed {
                *attempt = moved.get(attempt).copied().unwrap_or(*attempt);
            }
            let Some(place) = place(&entries, at, &deed) else {
                joined.left_out += 1;
                continue;
            };
            let (Place::Known(now) | Place::Free(now)) = place;
            if now != at {
                moved.insert(at, now);
            }
            let entry = Entry { at: now, deed };
            if matches!(place, Place::Known(_)) {
                joined.known.push(entry);
            } else {
                entries.insert(now, entry.clone());
                joined.new.push(entry);
            }
        }
        joined.record.entries = entries.into_values().collect();
        joined
    }
}

/// The first free time from `at` on, unless the same is found on the way there.
fn place(entries: &BTreeMap<u64, Entry>, at: u64, deed: &Deed) -> Option<Place> {
    (at..at.saturating_add(CROWD)).find_map(|time| match entries.get(&time) {
        None => Some(Place::Free(time)),
        Some(entry) if entry.deed == *deed => Some(Place::Known(time)),
        Some(_) => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Day;

    fn wrote(at: u64, day: i32) -> Entry {
        Entry { at, deed: Deed::Wrote(Day { day, ..Day::default() }) }
    }

    fn named(at: u64, attempt: u64) -> Entry {
        Entry { at, deed: Deed::Named { attempt, turn: None } }
    }

    #[test]
    fn what_is_here_keeps_its_time_and_what_comes_takes_the_next() {
        let here = Record::new([wrote(5, 1), wrote(6, 2), named(9, 5)]);
        let there = vec![wrote(5, 3), wrote(6, 4), named(8, 5)];
        let joined = here.joined(there.clone());
        let expected = [wrote(5, 1), wrote(6, 2), wrote(7, 3), wrote(8, 4), named(9, 5), named(10, 7)];
        assert_eq!(joined.record.entries(), expected, "and a name goes with what it names");
        let again = joined.record.joined(there);
        assert_eq!((again.record.entries(), again.new.len(), again.known.len()), (expected.as_slice(), 0, 3));
    }

    #[test]
    fn no_crowd_makes_it_slow() {
        let crowd = |day: i32| (0..20_000).map(|at| wrote(at, day)).collect::<Vec<_>>();
        let joined = Record::new(crowd(1)).joined(crowd(2));
        assert!(joined.left_out > 19_000 && joined.record.entries().len() == 20_000 + joined.new.len());
        assert!(Record::default().joined(vec![wrote(u64::MAX, 1)]).left_out == 1, "after the end of time");
    }
}
