//! The gates that a scenario passes before it is published.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use ninesteps::analysis::{Search, Values};
use ninesteps::check::{Proof, twins};
use ninesteps::diagnostic::Place;
use ninesteps::i18n::smells;
use ninesteps::language::Language;
use ninesteps::method::{self, Method};
use ninesteps::scenario::{self, Destination, Outcome, Scenario};
use ninesteps::session::Session;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

const SEEDS: std::ops::Range<u32> = 0..25;

const FOLDERS: [&str; 2] = ["scenarios/en", "scenarios/zh-Hans"];

struct Shipped {
    path: PathBuf,
    scenario: Rc<Scenario>,
    method: Rc<Method>,
}

impl Shipped {
    fn name(&self) -> String {
        format!("{} ({})", self.scenario.id, self.scenario.language.tag())
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn toml_files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    let mut files: Vec<_> =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "toml")).collect();
    files.sort();
    assert!(!files.is_empty(), "no scenarios in {folder}");
    files
}

fn methods() -> Vec<Rc<Method>> {
    toml_files("scenarios/methods")
        .iter()
        .map(|path| {
            let source = fs::read_to_string(path).unwrap();
            let (method, problems) = method::parse(&source);
            let told: Vec<_> = problems.iter().map(|p| format!("{}: {:?}", Place::of(&source, &p.span), p.fault)).collect();
            assert!(told.is_empty(), "{}: {told:#?}", path.display());
            Rc::new(method.unwrap())
        })
        .collect()
}

fn shipped() -> Vec<Shipped> {
    let methods = methods();
    let known: Vec<&Method> = methods.iter().map(AsRef::as_ref).collect();
    FOLDERS
        .iter()
        .flat_map(|folder| toml_files(folder))
        .map(|path| {
            let source = fs::read_to_string(&path).unwrap();
            let (scenario, problems) = scenario::parse(&source, &known);
            let told: Vec<_> = problems.iter().map(|p| format!("{}: {:?}", Place::of(&source, &p.span), p.fault)).collect();
            assert!(told.is_empty(), "{}: {told:#?}", path.display());
            let scenario = scenario.unwrap();
            let method = methods.iter().find(|method| method.id == scenario.method).unwrap();
            Shipped { path, scenario: Rc::new(scenario), method: Rc::clone(method) }
        })
        .collect()
}

fn analysed(shipped: &Shipped) -> Values {
    Search::new(Rc::clone(&shipped.scenario)).finish().unwrap_or_else(|| panic!("{}: too many states", shipped.name()))
}

#[test]
fn every_shipped_scenario_compiles_and_is_named_after_its_file() {
    for each in shipped() {
        assert_eq!(each.path.file_stem().unwrap().to_str().unwrap(), each.scenario.id);
        assert_eq!(each.path.parent().unwrap().file_name().unwrap().to_str().unwrap(), each.scenario.language.tag());
        assert!(each.scenario.scenes.iter().all(|scene| !scene.todo), "{} has scenes not written yet", each.name());
    }
}

#[test]
fn every_scenario_has_a_twin_with_the_same_rules_and_its_own_words() {
    let all = shipped();
    for each in &all {
        let twin =
            all.iter().find(|other| other.scenario.id == each.scenario.id && other.scenario.language != each.scenario.language);
        let twin = twin.unwrap_or_else(|| panic!("{} has no twin", each.name()));
        assert_eq!(twins(&each.scenario, &twin.scenario, &twin.name()), None, "{}", each.name());
        let (own, other) = (each.scenario.hashes(), twin.scenario.hashes());
        assert_eq!(own.rules, other.rules, "{} has other rules than its twin", each.name());
        assert_ne!(own.text, other.text, "{} has the same words as its twin", each.name());
    }
}

/// The gates are those of `check --publish`; what else smells has been mended too.
#[test]
fn everything_shipped_passes_the_gates_and_nothing_smells() {
    let mut found = Vec::new();
    for each in shipped() {
        let proof = Proof::from(&analysed(&each), &each.method);
        found.extend(
            proof
                .smells
                .iter()
                .map(|smelt| format!("{}: {:?}: {}", each.name(), smelt.subject, smells::tell(Language::En, &smelt.smell).what)),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_library_exercises_every_step_of_its_methods() {
    let all = shipped();
    for method in methods() {
        let of_method = || all.iter().filter(|each| each.method.id == method.id);
        let steps: BTreeSet<usize> = of_method().flat_map(|each| each.scenario.steps()).map(|step| step.index()).collect();
        assert_eq!(steps.len(), method.steps.len(), "{}", method.id);
    }
}

/// Good play is never undone by luck: it ends as the customer should be won, and
/// always the same way.
#[test]
fn best_play_ends_with_a_signed_order_whatever_the_luck() {
    let mut found = Vec::new();
    for each in shipped() {
        let values = analysed(&each);
        for seed in SEEDS {
            let mut session = Session::begin(Rc::clone(&each.scenario), seed);
            while !session.is_over() {
                let alternatives = values.alternatives(session.state());
                let best = alternatives.iter().find(|alternative| alternative.cost == 0.0).unwrap();
                session = session.choose(&best.choice).unwrap();
            }
            let outcome = session.state().outcome(&each.scenario).unwrap();
            if !matches!(outcome, Outcome::Signed | Outcome::Renewed) {
                found.push(format!("{}, seed {seed}: {outcome:?} after {:?}", each.name(), session.choices()));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// A conversation that only goes forward feels like a form. Within six beats it does: its
/// beats follow each other.
#[test]
fn under_the_nine_steps_a_customer_can_slide_back_a_step() {
    for shipped in shipped().iter().filter(|shipped| shipped.scenario.method == "nine-steps") {
        let scenario = &shipped.scenario;
        let slides = scenario.replies.iter().any(|reply| {
            reply.next.iter().any(|way| match way.to {
                Destination::Scene(to) => {
                    let is_later_meeting = scenario.scene(to).is_some_and(|scene| scene.after.is_some());
                    !is_later_meeting && scenario.step_of(to).is_some() && scenario.step_of(to) < scenario.step_of(reply.scene)
                }
                Destination::Ending(_) => false,
            })
        });
        assert!(slides, "{} only goes forward", shipped.name());
    }
}
