//! Scenarios made ready to travel, for tests of what is made of them.

#![allow(dead_code, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use ninesteps::language::Language;
use ninesteps::method;
use ninesteps::pack::Pack;
use ninesteps::scenario;
use std::fs;
use std::path::Path;

const SCENARIOS: [&str; 3] = ["first-day", "ranking-promise", "small-kitchen"];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// A scenario without a problem, judged by the nine steps.
pub fn pack(source: &str) -> Pack {
    let method = method::parse(&read("scenarios/methods/nine-steps.toml")).0.unwrap();
    let (scenario, problems) = scenario::parse(source, &[&method]);
    assert_eq!(problems, []);
    Pack::new(scenario.unwrap(), &method)
}

/// The first three customers in both languages.
pub fn shipped() -> Vec<Pack> {
    let files =
        Language::ALL.into_iter().flat_map(|language| SCENARIOS.map(|id| format!("scenarios/{}/{id}.toml", language.tag())));
    files.map(|file| pack(&read(&file))).collect()
}
