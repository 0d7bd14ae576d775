//! What only shows when scenarios stand beside each other.

use super::gates::LIBRARY;
use super::{Smell, Smelt, Subject};
use crate::language::Language;
use crate::method::Method;
use crate::scenario::Scenario;
use std::collections::BTreeSet;

/// Steps of a method that none of its scenarios exercises, named in a language. A few
/// scenarios need not exercise everything; a library should.
pub fn steps_unused(method: &Method, scenarios: &[&Scenario], language: Language) -> Option<Smelt> {
    let used = |step: usize| scenarios.iter().any(|scenario| scenario.steps().iter().any(|used| used.index() == step));
    let unused = method.steps.iter().enumerate().filter(|(at, _)| !used(*at));
    let steps: Vec<String> = unused.map(|(_, step)| step.name.get(language).to_owned()).collect();
    // The two languages of a scenario are one.
    let customers: BTreeSet<&str> = scenarios.iter().map(|scenario| scenario.id.as_str()).collect();
    let smells = customers.len() >= LIBRARY && !steps.is_empty();
    smells.then_some(Smelt { subject: Subject::Whole, smell: Smell::StepsUnused { steps } })
}
