//! Which conversations belong together.

use crate::record::{Played, Record};

/// How many other conversations with a customer are listed: what is longer ago is told
/// better by the progress over all.
pub const LATEST: usize = 5;

/// The other conversations with the customer of an attempt, each with its time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kin<'r> {
    /// Those under the same luck: played on from one another. Oldest first.
    pub branches: Vec<(u64, &'r Played)>,
    /// Those under other luck, the latest first.
    pub others: Vec<(u64, &'r Played)>,
}

impl<'r> Kin<'r> {
    /// Of the attempt of that time.
    pub fn of(record: &'r Record, at: u64) -> Self {
        let Some(this) = record.attempt(at).map(|played| &played.attempt) else { return Self::default() };
        let rest = record.played().filter(|(other, played)| *other != at && played.attempt.scenario == this.scenario);
        let (branches, mut others): (Vec<_>, Vec<_>) = rest.partition(|(_, played)| played.attempt.seed == this.seed);
        others.reverse();
        others.truncate(LATEST);
        Self { branches, others }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{self, Pack};
    use crate::record::{Deed, Entry};
    use crate::session::{Attempt, Mode};

    fn shipped() -> Pack {
        let method = include_str!("../../scenarios/methods/nine-steps.toml").to_owned();
        pack::compile(&[method], include_bytes!("../../scenarios/en/first-day.toml")).unwrap()
    }

    fn played(pack: &Pack, at: u64, scenario: &str, seed: u32) -> Entry {
        let attempt = Attempt::new(&pack.scenario, &pack.hashes, seed, Mode::Exam);
        let attempt = Attempt { scenario: scenario.to_owned(), ..attempt };
        Entry { at, deed: Deed::Played(Box::new(Played { attempt, figures: None })) }
    }

    #[test]
    fn branches_share_their_luck_and_of_the_others_the_latest_are_listed() {
        let pack = shipped();
        let played = |at, scenario, seed| played(&pack, at, scenario, seed);
        let others = (0..7).map(|seed| played(u64::from(seed) + 10, "a", seed + 100));
        let record = Record::new([played(1, "a", 7), played(2, "b", 7), played(3, "a", 7)].into_iter().chain(others));
        let kin = Kin::of(&record, 1);
        assert_eq!(kin.branches.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [3]);
        assert_eq!(kin.others.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [16, 15, 14, 13, 12]);
        assert_eq!(Kin::of(&record, 99), Kin::default());
    }
}
