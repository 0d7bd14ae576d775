//! The numbers that the product promises, on inputs that are always the same:
//! `cargo bench`. What they should come to stands beside each.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]

mod generated;

use divan::Bencher;
use divan::counter::ItemsCount;
use generated::Measures;
use ninesteps::analysis::{Search, Simulation};
use ninesteps::check::{Case, Reach, smells};
use ninesteps::method::{self, Method};
use ninesteps::scenario::{self, Scenario};
use std::fs;
use std::path::Path;
use std::rc::Rc;

fn main() {
    divan::main();
    // Linux keeps account of the most memory that a process ever held.
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    if let Some(most) = status.lines().find_map(|line| line.strip_prefix("VmHWM:")) {
        println!("most memory held: {}", most.trim());
    }
}

const SHIPPED: [&str; 12] = [
    "first-day",
    "ranking-promise",
    "small-kitchen",
    "sell-the-hole",
    "three-doors",
    "price-is-negotiable",
    "not-signed-yet",
    "after-the-party",
    "not-yet",
    "case-before-contract",
    "trial-lesson",
    "ten-seconds",
];

/// As many scenes as a file may have.
const BROAD: Measures = Measures { scenes: 10_000, patience: 20, facts: 0 };
/// Few scenes and much to remember.
const DEEP: Measures = Measures { scenes: 300, patience: 23, facts: 4 };

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn methods() -> Vec<Method> {
    ["nine-steps", "six-beats"].map(|id| method::parse(&read(&format!("scenarios/methods/{id}.toml"))).0.unwrap()).into()
}

fn parsed(source: &str, methods: &[Method]) -> Scenario {
    scenario::parse(source, &methods.iter().collect::<Vec<_>>()).0.expect("no problems")
}

/// Under 50 ms each.
#[divan::bench(args = SHIPPED)]
fn analysing_a_shipped_scenario(bencher: Bencher, id: &str) {
    let scenario = Rc::new(parsed(&read(&format!("scenarios/en/{id}.toml")), &methods()));
    bencher.bench_local(|| Search::new(Rc::clone(&scenario)).finish().expect("small"));
}

/// Under 150 ms.
#[divan::bench]
fn parsing_and_checking_ten_thousand_scenes(bencher: Bencher) {
    let (source, methods) = (generated::scenario(BROAD), methods());
    bencher.bench_local(|| {
        let scenario = parsed(&source, &methods);
        let method = methods.iter().find(|method| method.id == scenario.method).expect("shipped");
        smells(&Case { scenario: &scenario, method, reach: Reach::by_links(&scenario) })
    });
}

/// Under 2 s for each million states, in under 500 MB (the last line of the output).
#[divan::bench(args = [BROAD, DEEP], sample_count = 3)]
fn analysing_up_to_a_million_states(bencher: Bencher, measures: Measures) {
    let scenario = Rc::new(parsed(&generated::scenario(measures), &methods()));
    let states = Search::new(Rc::clone(&scenario)).finish().expect("below the limit").graph().len();
    bencher.counter(ItemsCount::new(states)).bench_local(|| Search::new(Rc::clone(&scenario)).finish().expect("below the limit"));
}

/// At least a million turns a second.
#[divan::bench(args = ["small-kitchen", "not-signed-yet"], sample_count = 5)]
fn simulating_turns(bencher: Bencher, id: &str) {
    let scenario = Rc::new(parsed(&read(&format!("scenarios/en/{id}.toml")), &methods()));
    let mut simulation = Simulation::new(Rc::clone(&scenario));
    simulation.run(PLAYS);
    let turns: f64 = simulation.estimate().players.iter().map(|player| player.turns * f64::from(PLAYS)).sum();
    bencher.counter(ItemsCount::new(turns.round() as u64)).bench_local(|| {
        let mut simulation = Simulation::new(Rc::clone(&scenario));
        simulation.run(PLAYS);
        simulation.estimate()
    });
}

const PLAYS: u32 = 2_000;
