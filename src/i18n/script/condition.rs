//! A condition in words.

use super::{Words, reply_number};
use crate::scenario::{Condition, FactId, METER_MAX, MeterId, PromiseId, Scenario, SceneId, Test};

impl Words {
    /// What must hold, as a part of a sentence. `None`: always.
    pub fn condition(&self, scenario: &Scenario, condition: &Condition) -> Option<String> {
        let all = |tests: &Vec<Test>| -> String {
            tests.iter().map(|test| self.test(scenario, test)).collect::<Vec<_>>().join(self.and)
        };
        (!condition.is_empty()).then(|| condition.iter().map(all).collect::<Vec<_>>().join(self.or))
    }

    fn test(&self, scenario: &Scenario, test: &Test) -> String {
        let promise = |id: &PromiseId| scenario.promises.get(id.index()).map_or("", |promise| promise.name.as_str());
        match test {
            Test::Meter { meter, at_least, at_most } => self.meter(scenario, *meter, *at_least, *at_most),
            Test::Known(id) => (self.known)(&self.fact(scenario, *id)),
            Test::Unknown(id) => (self.unknown)(&self.fact(scenario, *id)),
            Test::Made(id) => (self.made)(promise(id)),
            Test::Unmade(id) => (self.unmade)(promise(id)),
            Test::Overdrawn(id) => (self.overdrawn)(promise(id)),
            Test::Kept(id) => (self.kept)(promise(id)),
            Test::Used(id) => (self.used)(&reply_number(scenario, *id)),
            Test::Unused(id) => (self.unused)(&reply_number(scenario, *id)),
            Test::Visited(id) => (self.visited)(&self.scene_named(scenario, *id)),
            Test::Unvisited(id) => (self.unvisited)(&self.scene_named(scenario, *id)),
        }
    }

    fn meter(&self, scenario: &Scenario, id: MeterId, at_least: u8, at_most: u8) -> String {
        let name = scenario.meters.get(id.index()).map_or("", |meter| meter.name.as_str());
        (self.meter_test)(name, at_least, at_most, METER_MAX)
    }

    /// A fact by number and name.
    pub fn fact(&self, scenario: &Scenario, id: FactId) -> String {
        (self.fact)(id.index() + 1, scenario.facts.get(id.index()).map_or("", |fact| &fact.id))
    }

    fn scene_named(&self, scenario: &Scenario, id: SceneId) -> String {
        (self.scene)(id.index() + 1, scenario.scene(id).map_or("", |scene| &scene.id))
    }
}
