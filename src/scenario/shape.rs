//! Problems of a scenario as a whole, looked for once every part could be read.

use super::circles::components;
use super::model::{Destination, Ending, Pledge, PromiseTerms, Scenario, Scene};
use crate::diagnostic::Fault;
use crate::reader::Problems;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reports what is wrong with the whole.
pub fn check(scenario: &Scenario, problems: &Problems, root: Option<&Spanned<DeTable<'_>>>) {
    let shape = Shape { scenario, problems, root };
    for (at, ending) in scenario.endings.iter().enumerate() {
        shape.check_ending(at, ending);
    }
    shape.check_meetings();
}

struct Shape<'a> {
    scenario: &'a Scenario,
    problems: &'a Problems,
    root: Option<&'a Spanned<DeTable<'a>>>,
}

impl Shape<'_> {
    /// Where a key of a section stands, or else the section.
    fn section(&self, kind: &str, at: usize, key: &str) -> Range<usize> {
        let section = self
            .root
            .and_then(|root| root.get_ref().get(kind))
            .and_then(|sections| sections.get_ref().as_array())
            .and_then(|sections| sections.get(at));
        let value = section.and_then(|section| section.get_ref().as_table()?.get(key));
        value.or(section).map_or(0..0, Spanned::<DeValue<'_>>::span)
    }

    /// A signed order has words for every way its promises may break.
    fn check_ending(&self, at: usize, ending: &Ending) {
        if !ending.outcome.is_order() {
            return;
        }
        for terms in &self.scenario.promises {
            if ending.broken_words(terms.broken).is_none() && self.can_be_overdrawn(terms) {
                self.problems.report(
                    self.section("ending", at, "id"),
                    Fault::MissingBroken {
                        ending: ending.id.clone(),
                        outcome: terms.broken.word().to_owned(),
                        promise: terms.id.clone(),
                    },
                );
            }
        }
    }

    fn can_be_overdrawn(&self, terms: &PromiseTerms) -> bool {
        let assumed = terms.assumed.is_some_and(|n| terms.better.beats(n, terms.deliver));
        let pledged = self.scenario.replies.iter().flat_map(|reply| &reply.promise).any(|(promise, pledge)| {
            let this = self.scenario.promises.get(promise.index()).is_some_and(|p| p.id == terms.id);
            this && matches!(pledge, Pledge::Number(n) if terms.better.beats(*n, terms.deliver))
        });
        assumed || pledged
    }

    /// Later meetings refill patience, so a circle through one would never end.
    fn check_meetings(&self) {
        let exits: Vec<BTreeSet<usize>> = self.scenario.scenes.iter().map(|scene| self.exits(scene)).collect();
        let in_circle: BTreeSet<usize> = components(exits.len(), |at| exits.get(at).into_iter().flatten().copied().collect())
            .into_iter()
            .filter(|component| {
                component.len() > 1 || component.iter().any(|at| exits.get(*at).is_some_and(|to| to.contains(at)))
            })
            .flatten()
            .collect();
        let mut reported = BTreeSet::new();
        for start in in_circle {
            if self.scenario.scenes.get(start).is_none_or(|scene| scene.after.is_none()) || reported.contains(&start) {
                continue;
            }
            let Some(circle) = path_back(start, &exits) else { continue };
            reported.extend(circle.iter().copied());
            let names = circle.iter().filter_map(|at| Some(self.scenario.scenes.get(*at)?.id.clone())).collect();
            self.problems.report(self.section("scene", start, "after"), Fault::AfterCycle { scenes: names });
        }
    }

    fn exits(&self, scene: &Scene) -> BTreeSet<usize> {
        destinations(self.scenario, scene)
            .filter_map(|to| match to {
                Destination::Scene(id) => Some(id.index()),
                Destination::Ending(_) => None,
            })
            .collect()
    }
}

/// Every place a scene can lead to, conditions ignored.
pub fn destinations<'s>(scenario: &'s Scenario, scene: &'s Scene) -> impl Iterator<Item = Destination> + 's {
    let replies = scene.reply_ids().filter_map(|id| scenario.reply(id));
    let ways = replies.flat_map(|reply| &reply.next).chain(scene.pick.iter().flat_map(|pick| &pick.next));
    ways.map(|way| way.to).chain(scene.drift.map(|drift| drift.to)).chain(scene.otherwise)
}

/// The scenes on a shortest way from `start` back to itself.
fn path_back(start: usize, exits: &[BTreeSet<usize>]) -> Option<Vec<usize>> {
    let mut came_from: BTreeMap<usize, usize> = BTreeMap::new();
    let mut queue = std::collections::VecDeque::from([start]);
    while let Some(at) = queue.pop_front() {
        for &to in exits.get(at).into_iter().flatten() {
            if to == start {
                let mut path = vec![at];
                let mut here = at;
                while here != start {
                    here = *came_from.get(&here)?;
                    path.push(here);
                }
                path.reverse();
                return Some(path);
            }
            if to != start && !came_from.contains_key(&to) {
                came_from.insert(to, at);
                queue.push_back(to);
            }
        }
    }
    None
}
