//! What the library shows of the record, for each scenario.

use super::{Deed, Entry, Pass};
use std::collections::BTreeMap;

/// What was done with one scenario.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Done {
    /// The best score, in ten-thousandths. Playing on from a turn is practice and
    /// does not count.
    pub best: Option<u16>,
    pub played: bool,
    pub passes: Vec<Pass>,
}

/// For each scenario what was done with it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digest(BTreeMap<String, Done>);

impl Digest {
    pub fn of(entries: &[Entry]) -> Self {
        let mut digest = Self::default();
        entries.iter().for_each(|entry| digest.add(entry));
        digest
    }

    /// Takes one more entry into account.
    pub fn add(&mut self, entry: &Entry) {
        match &entry.deed {
            Deed::Played(played) => {
                let attempt = &played.attempt;
                let done = self.0.entry(attempt.scenario.clone()).or_default();
                done.played = true;
                if attempt.fork.is_none() {
                    done.best = done.best.max(attempt.claim.and_then(|claim| claim.score));
                }
            }
            Deed::Passed { scenario, pass } => {
                let done = self.0.entry(scenario.clone()).or_default();
                if !done.passes.contains(pass) {
                    done.passes.push(*pass);
                }
            }
            Deed::Named { .. } | Deed::Drilled(_) | Deed::Wrote(_) => {}
        }
    }

    pub fn of_scenario(&self, id: &str) -> Done {
        self.0.get(id).cloned().unwrap_or_default()
    }
}
