//! `ninesteps analyse`, and the figures it tells.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod command;

use command::{folder, ninesteps, root};
use ninesteps::analysis::{Estimate, Player, Search, Simulation, Values, Who};
use ninesteps::check::Proof;
use ninesteps::export::report::Report;
use ninesteps::language::Language;
use ninesteps::markup::markdown;
use ninesteps::method::{self, Method};
use ninesteps::scenario::{self, Scenario};
use serde_json::{Value, json};
use std::fs;
use std::rc::Rc;

const FIRST_DAY: &str = "scenarios/en/first-day.toml";
const NOT_FIT: &str = "tests/smells/same-place.toml";

fn shipped_method() -> Method {
    method::parse(&fs::read_to_string(root().join("scenarios/methods/nine-steps.toml")).unwrap()).0.unwrap()
}

fn read(source: &str) -> Rc<Scenario> {
    let (scenario, problems) = scenario::parse(source, &[&shipped_method()]);
    assert_eq!(problems, []);
    Rc::new(scenario.unwrap())
}

fn values_of(scenario: &Rc<Scenario>) -> Values {
    Search::new(Rc::clone(scenario)).finish().unwrap()
}

fn analysed(arguments: &[&str]) -> (i32, String) {
    let run = ninesteps(&[&["analyse"], arguments].concat());
    assert_eq!(run.err, "");
    (run.code, run.out)
}

/// A figure as it comes back from JSON: reading may turn its last bit.
fn told(figure: impl Into<Value>) -> Value {
    serde_json::from_str(&figure.into().to_string()).unwrap()
}

#[test]
fn the_figures_for_programs_are_those_of_the_core() {
    let (code, out) = analysed(&[FIRST_DAY, "--format", "json"]);
    assert_eq!(code, 0);
    let report: Value = serde_json::from_str(&out).unwrap();
    let values = values_of(&read(&fs::read_to_string(root().join(FIRST_DAY)).unwrap()));
    let proof = Proof::from(&values, &shipped_method());
    assert_eq!((&report["scenario"], &report["language"]), (&json!("first-day"), &json!("en")));
    assert_eq!((&report["exact"], &report["publishable"]), (&json!(true), &json!(true)));
    assert_eq!(report["states"], told(values.graph().len()));
    assert_eq!((&report["best"], &report["worst"]), (&told(values.best()), &told(values.worst())));
    assert_eq!(report["turns"], told(values.runs().turns(Who::Best)));
    for (at, player) in Player::ALL.into_iter().enumerate() {
        let figures = &report["players"][at];
        assert_eq!(figures["player"], player.word());
        assert_eq!((&figures["worth"], &figures["skill"]), (&told(values.player(player)), &told(values.skill_of(player))));
        assert_eq!(figures["turns"], told(values.runs().turns(Who::Naive(player))));
    }
    let endings = report["endings"].as_array().unwrap();
    assert_eq!(endings.len(), proof.ends.len());
    for (told_end, end) in endings.iter().zip(&proof.ends) {
        assert_eq!((&told_end["best"], &told_end["worst"]), (&told(end.best), &told(end.worst)));
        for (player, share) in Player::ALL.into_iter().zip(&end.players) {
            assert_eq!(told_end["players"][player.word()], told(*share));
        }
    }
    assert_eq!(report["line"].as_array().unwrap().len(), proof.line.len());
    assert_eq!(report["findings"], json!([]));
}

#[test]
fn everybody_comes_to_some_end() {
    let (_, out) = analysed(&[FIRST_DAY, "--format", "json"]);
    let report: Value = serde_json::from_str(&out).unwrap();
    let endings = report["endings"].as_array().unwrap();
    let sum = |share: &dyn Fn(&Value) -> f64| endings.iter().map(share).sum::<f64>();
    let players = Player::ALL.map(|player| sum(&|end| end["players"][player.word()].as_f64().unwrap()));
    let best_and_worst = ["best", "worst"].map(|who| sum(&|end| end[who].as_f64().unwrap()));
    for all in players.into_iter().chain(best_and_worst) {
        assert!((all - 1.0).abs() < 1e-9, "{all}");
    }
}

#[test]
fn a_report_can_be_read_and_put_on_paper_in_both_languages() {
    for (tag, title, verdict, shares) in [
        ("en", "First day: what the figures say", "Fit to publish", "signed (Signed)"),
        ("zh-Hans", "First day：数字怎么说", "可以发布", "signed（签了）"),
    ] {
        let (code, text) = analysed(&[FIRST_DAY, "--language", tag]);
        assert_eq!(code, 0);
        assert!(text.starts_with(title) && text.contains(verdict) && text.contains(shares), "{text}");
        assert!(!text.contains('\u{1b}') && !text.contains("-0%"), "{text}");
        let (code, paper) = analysed(&[FIRST_DAY, "--language", tag, "--format", "markdown"]);
        assert_eq!(code, 0);
        assert!(paper.starts_with(&format!("# {title}\n")) && paper.contains(verdict), "{paper}");
        assert!(paper.contains("| --- |") || paper.contains("|---|"), "{paper}");
    }
}

#[test]
fn the_exit_code_tells_whether_it_is_fit_to_be_published() {
    let (code, text) = analysed(&[NOT_FIT]);
    assert_eq!(code, 1);
    assert!(text.contains("Not fit to publish yet: one gate is not passed."), "{text}");
    let (code, out) = analysed(&[NOT_FIT, "--format", "json"]);
    assert_eq!(code, 1);
    let report: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(report["publishable"], false);
    assert_eq!((&report["findings"][0]["code"], &report["findings"][0]["gate"]), (&json!("same-place"), &json!(true)));
}

/// The command `check` can point at a line; a report has to name the reply.
#[test]
fn a_finding_about_a_reply_names_it() {
    let (code, text) = analysed(&["tests/smells/unjudged.toml"]);
    assert_eq!(code, 0);
    assert!(text.contains("- \"Think it over.\": Nothing judges this reply"), "{text}");
    let (_, text) = analysed(&["tests/smells/unjudged.toml", "--language", "zh-Hans"]);
    assert!(text.contains("- “Think it over.”："), "{text}");
}

#[test]
fn what_cannot_be_analysed_is_told() {
    let broken = folder("analyse-broken").join("broken.toml");
    fs::write(&broken, fs::read_to_string(root().join(NOT_FIT)).unwrap().replace("summary", "sumary")).unwrap();
    let (code, text) = analysed(&[broken.to_str().unwrap()]);
    assert_eq!(code, 1);
    assert!(text.contains("problem[unknown-key]"), "{text}");
    for (file, words) in [("no/such.toml", "no/such.toml"), ("scenarios/methods/nine-steps.toml", "is a method")] {
        let run = ninesteps(&["analyse", file]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains(words), "{}", run.err);
    }
}

/// With luck on the way, so that worth, turns and ends all depend on it.
fn lucky() -> Rc<Scenario> {
    let source = fs::read_to_string(root().join("tests/smells/nothing.toml")).unwrap();
    let lucky = source
        .replacen("next = \"midday\"", "next = [{ chance = 0.3, to = \"not-today\" }, { to = \"midday\" }]", 2)
        .replace("next = \"signed\"", "next = [{ chance = 0.8, to = \"signed\" }, { to = \"not-today\" }]");
    assert_ne!(source, lucky);
    read(&lucky)
}

/// Fewer than the command plays, so that it is soon done.
const SOME_PLAYS: u32 = 2_000;

fn estimated(scenario: &Rc<Scenario>) -> Estimate {
    let mut simulation = Simulation::new(Rc::clone(scenario));
    assert!(!simulation.run(SOME_PLAYS), "not all are played");
    simulation.estimate()
}

/// Where a scenario is too large to be exact its figures come from play. Here it is
/// small, so that they can be compared; four standard errors are almost never met.
#[test]
fn figures_from_play_are_close_to_the_exact_ones() {
    let scenario = lucky();
    let (values, estimate) = (values_of(&scenario), estimated(&scenario));
    assert_eq!(estimate.plays, SOME_PLAYS);
    for figures in &estimate.players {
        let exact = values.player(figures.player);
        assert!((figures.worth - exact).abs() <= 4.0 * figures.error, "{figures:?}, exactly {exact}");
        assert!(figures.error < 0.05, "{figures:?}");
        let turns = values.runs().turns(Who::Naive(figures.player));
        assert!((figures.turns - turns).abs() < 0.05, "{figures:?}, exactly {turns}");
    }
    assert!(estimate.players.iter().any(|figures| figures.error > 0.0), "luck is at play");
    let runs = values.runs();
    for (end, outcome, shares) in &estimate.ends {
        let exact = runs.ends.iter().find(|share| share.end == *end && share.outcome == *outcome).unwrap();
        for (player, share) in Player::ALL.into_iter().zip(shares) {
            let exact = exact.of(Who::Naive(player));
            let error = (exact * (1.0 - exact) / f64::from(SOME_PLAYS)).sqrt();
            assert!((share - exact).abs() <= 4.0 * error + 1e-12, "{player:?} {end:?}: {share}, exactly {exact}");
        }
    }
}

#[test]
fn an_estimate_is_called_one_and_shows_its_error() {
    let (scenario, method) = (lucky(), shipped_method());
    let estimate = estimated(&scenario);
    for (language, words) in [(Language::En, "too many states to be exact"), (Language::ZhHans, "局面太多，算不精确")] {
        let report = Report { scenario: &scenario, method: &method, language };
        let text = markdown::document(&report.title(), &report.estimated(&estimate));
        assert!(text.contains(words) && text.contains(&SOME_PLAYS.to_string()), "{text}");
        assert_eq!(text.matches("| ± 0").count(), Player::ALL.len(), "{text}");
    }
    let report = Report { scenario: &scenario, method: &method, language: Language::En };
    let told = report.estimated_json(&estimate);
    assert_eq!((&told["exact"], &told["publishable"], &told["plays"]), (&json!(false), &json!(false), &json!(SOME_PLAYS)));
    assert_eq!(told["players"][0]["error"], json!(estimate.players[0].error));
    assert!(told.get("best").is_none() && told["players"][0].get("skill").is_none());
    let ends = told["endings"].as_array().unwrap();
    let chance: f64 = ends.iter().map(|end| end["players"]["chance"].as_f64().unwrap()).sum();
    assert!((chance - 1.0).abs() < 1e-9, "{chance}");
}
