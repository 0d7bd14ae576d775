//! What conversations come to, worked out apart from the second program.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use ninesteps::analysis::{Search, Values};
use ninesteps::language::Language;
use ninesteps::pack::Pack;
use ninesteps::record::Entry;
use ninesteps::score::Scorecard;
use ninesteps::screens::Effect;
use ninesteps::session::Attempt;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Knows what every scenario is worth, each worked out once.
#[derive(Default)]
pub struct Judge(RefCell<BTreeMap<(String, Language), Rc<Values>>>);

impl Judge {
    pub fn values(&self, pack: &Pack) -> Rc<Values> {
        let name = (pack.scenario.id.clone(), pack.scenario.language);
        let worked_out = || Rc::new(Search::new(Rc::clone(&pack.scenario)).finish().expect("small enough"));
        Rc::clone(self.0.borrow_mut().entry(name).or_insert_with(worked_out))
    }

    pub fn card(&self, pack: &Pack, attempt: &Attempt) -> Scorecard {
        let session = attempt.replay(Rc::clone(&pack.scenario), &pack.hashes).expect("its own scenario");
        Scorecard::of(&session, &self.values(pack)).expect("its own values")
    }
}

/// Earned / (earned + left) over the last so many conversations in which a step occurred.
pub fn share_of(cards: &[Scorecard], step: u16, last: usize) -> Option<f64> {
    let of_step = |card: &Scorecard| card.profile.iter().find(|score| score.step.0 == step && score.share().is_some()).cloned();
    let scores: Vec<_> = cards.iter().rev().filter_map(of_step).take(last).collect();
    let earned: f64 = scores.iter().map(|score| f64::from(score.earned)).sum();
    let left: f64 = scores.iter().map(|score| score.left).sum();
    (!scores.is_empty()).then(|| earned / (earned + left))
}

/// The entries that were to be kept.
pub fn kept(effects: &[Effect]) -> Vec<Entry> {
    effects.iter().filter_map(|effect| if let Effect::Keep(entry) = effect { Some(entry.clone()) } else { None }).collect()
}
