//! The gates that a scenario passes before it is published.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use ninesteps::analysis::{Player, Search, Values};
use ninesteps::diagnostic::Place;
use ninesteps::method::{self, Method};
use ninesteps::scenario::{self, Outcome, Reply, Scenario, Scene};
use ninesteps::session::Session;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// A player who does not listen stays below this skill (0 is blind chance).
const NAIVE_SKILL: f64 = 0.35;
const MOST_STATES: usize = 50_000;
/// In every judged scene some reply is worth this much, and some no more than that.
const GOOD_WORTH: u8 = 2;
const WEAK_WORTH: u8 = 1;
/// In so many of the judged scenes the best reply may be the longest.
const LONGEST_IS_BEST: f64 = 0.45;
/// The same where so few scenes are judged that one more or less weighs much.
const LONGEST_IS_BEST_OF_FEW: f64 = 0.50;
const FEW_SCENES: usize = 12;
/// In so many of the judged scenes the best reply may stand in the same place.
const SAME_POSITION: f64 = 0.50;
const SEEDS: std::ops::Range<u32> = 0..25;

const FOLDERS: [&str; 2] = ["scenarios/en", "scenarios/zh-Hans"];

struct Shipped {
    path: PathBuf,
    scenario: Rc<Scenario>,
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

fn methods() -> Vec<Method> {
    toml_files("scenarios/methods")
        .iter()
        .map(|path| {
            let source = fs::read_to_string(path).unwrap();
            let (method, problems) = method::parse(&source);
            let told: Vec<_> = problems.iter().map(|p| format!("{}: {:?}", Place::of(&source, &p.span), p.fault)).collect();
            assert!(told.is_empty(), "{}: {told:#?}", path.display());
            method.unwrap()
        })
        .collect()
}

fn shipped() -> Vec<Shipped> {
    let methods = methods();
    let methods: Vec<&Method> = methods.iter().collect();
    FOLDERS
        .iter()
        .flat_map(|folder| toml_files(folder))
        .map(|path| {
            let source = fs::read_to_string(&path).unwrap();
            let (scenario, problems) = scenario::parse(&source, &methods);
            let told: Vec<_> = problems.iter().map(|p| format!("{}: {:?}", Place::of(&source, &p.span), p.fault)).collect();
            assert!(told.is_empty(), "{}: {told:#?}", path.display());
            Shipped { path, scenario: Rc::new(scenario.unwrap()) }
        })
        .collect()
}

/// Analysing takes a while, so each gate that needs it analyses one of the twins
/// only where their rules are the same; the longest reply is another in each.
fn analysed(shipped: &Shipped) -> Values {
    Search::new(Rc::clone(&shipped.scenario)).finish().unwrap_or_else(|| panic!("{}: too many states", shipped.name()))
}

/// The scenes in which something is judged, with their replies.
fn judged(scenario: &Scenario) -> Vec<(&Scene, Vec<&Reply>)> {
    scenario
        .scenes
        .iter()
        .map(|scene| (scene, scene.reply_ids().map(|id| scenario.reply(id).unwrap()).collect::<Vec<_>>()))
        .filter(|(_, replies)| replies.iter().any(|reply| reply.judgement.is_some()))
        .collect()
}

fn worth(reply: &Reply) -> u8 {
    reply.judgement.as_ref().map_or(0, |judged| judged.worth)
}

fn letters(reply: &Reply) -> usize {
    reply.say.chars().filter(|c| c.is_alphanumeric()).count()
}

/// The share of a count among scenes.
fn share(count: usize, of: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap()) / f64::from(u32::try_from(of.max(1)).unwrap())
}

/// All that does not hold, told together.
fn check(found: Vec<String>) {
    assert!(found.is_empty(), "{found:#?}");
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
        let (own, other) = (each.scenario.hashes(), twin.scenario.hashes());
        assert_eq!(own.rules, other.rules, "{} has other rules than its twin", each.name());
        assert_ne!(own.text, other.text, "{} has the same words as its twin", each.name());
        let about =
            |s: &Scenario| (s.level, s.minutes, s.customer.contact, s.customer.grade, s.customer.mood, s.briefing.notes.len());
        assert_eq!(about(&each.scenario), about(&twin.scenario), "{} is announced otherwise than its twin", each.name());
    }
}

#[test]
fn nobody_passes_without_listening() {
    let mut found = Vec::new();
    for each in shipped() {
        let values = analysed(&each);
        for player in Player::ALL.into_iter().filter(|player| *player != Player::Chance) {
            let skill = values.skill_of(player).unwrap_or_else(|| panic!("{}: nobody can show skill in it", each.name()));
            if skill >= NAIVE_SKILL {
                found.push(format!("{}: {player:?} has skill {skill:.3}, which is not below {NAIVE_SKILL}", each.name()));
            }
        }
    }
    check(found);
}

#[test]
fn the_analysis_stays_small() {
    for each in shipped() {
        let states = analysed(&each).graph().len();
        assert!(states < MOST_STATES, "{}: {states} merged states", each.name());
    }
}

#[test]
fn every_judged_scene_has_a_good_and_a_weak_reply() {
    let mut found = Vec::new();
    for each in shipped() {
        for (scene, replies) in judged(&each.scenario) {
            let worths: Vec<u8> = replies.iter().map(|reply| worth(reply)).collect();
            if !worths.iter().any(|worth| *worth >= GOOD_WORTH) || !worths.iter().any(|worth| *worth <= WEAK_WORTH) {
                found.push(format!("{}: the replies of \"{}\" are worth {worths:?}", each.name(), scene.id));
            }
        }
    }
    check(found);
}

/// The places, from 0, of the replies of greatest worth.
fn best_places(replies: &[&Reply]) -> Vec<usize> {
    let most = replies.iter().map(|reply| worth(reply)).max();
    (0..replies.len()).filter(|at| Some(worth(replies[*at])) == most).collect()
}

#[test]
fn the_best_reply_is_not_given_away_by_its_length() {
    let mut found = Vec::new();
    for each in shipped() {
        let scenes = judged(&each.scenario);
        let longest_is_best = |replies: &[&Reply]| {
            let longest = replies.iter().map(|reply| letters(reply)).max().unwrap();
            best_places(replies).iter().any(|at| letters(replies[*at]) == longest)
        };
        let given_away: Vec<_> =
            scenes.iter().filter(|(_, replies)| longest_is_best(replies)).map(|(scene, _)| scene.id.as_str()).collect();
        let most = if scenes.len() < FEW_SCENES { LONGEST_IS_BEST_OF_FEW } else { LONGEST_IS_BEST };
        if share(given_away.len(), scenes.len()) > most {
            found.push(format!(
                "{}: in {} of {} judged scenes the best reply is the longest: {given_away:?}",
                each.name(),
                given_away.len(),
                scenes.len()
            ));
        }
    }
    check(found);
}

#[test]
fn the_best_reply_is_not_given_away_by_its_place() {
    let mut found = Vec::new();
    for each in shipped() {
        let scenes = judged(&each.scenario);
        for place in 0..12 {
            let count = scenes.iter().filter(|(_, replies)| best_places(replies).contains(&place)).count();
            if share(count, scenes.len()) > SAME_POSITION {
                found.push(format!(
                    "{}: in {count} of {} judged scenes the best reply stands in place {}",
                    each.name(),
                    scenes.len(),
                    place + 1
                ));
            }
        }
    }
    check(found);
}

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
    check(found);
}
