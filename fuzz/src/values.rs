//! What holds for the exact values of every scenario.

use ninesteps::analysis::{Player, Search, Status, Values, Who};
use ninesteps::check::Proof;
use ninesteps::i18n::smells;
use ninesteps::language::Language;
use ninesteps::method::Method;
use ninesteps::scenario::Scenario;
use std::rc::Rc;

const CLOSE: f64 = 1e-9;

/// The values, where so many states suffice.
pub fn within(scenario: &Rc<Scenario>, states: usize) -> Option<Values> {
    match Search::new(Rc::clone(scenario)).run(states).1 {
        Status::Done(values) => Some(*values),
        Status::Searching { .. } | Status::TooLarge => None,
    }
}

/// Nobody does better than the best or worse than the worst, and every conversation
/// ends somehow.
pub fn check(values: &Values, method: &Method) {
    let (best, worst) = (values.best(), values.worst());
    for player in Player::ALL {
        let worth = values.player(player);
        assert!(worst - CLOSE <= worth && worth <= best + CLOSE, "{worst} <= {worth} of {player:?} <= {best}");
        assert!(values.skill_of(player).is_none_or(|skill| skill <= 1.0 + CLOSE), "{player:?}");
    }
    let runs = values.runs();
    for who in Who::ALL {
        let ended: f64 = runs.ends.iter().map(|end| end.of(who)).sum();
        assert!((ended - 1.0).abs() < 1e-6, "{who:?} ends with probability {ended}");
        assert!(runs.turns(who) >= 0.0 && runs.turns(who).is_finite());
    }
    let proof = Proof::from(values, method);
    for smelt in &proof.smells {
        tell(&smelt.smell);
    }
}

/// A smell can be told in every language.
pub fn tell(smell: &ninesteps::check::Smell) {
    for language in Language::ALL {
        let told = smells::tell(language, smell);
        assert!(!told.what.trim().is_empty() && !told.mend.trim().is_empty(), "{smell:?}");
    }
}
