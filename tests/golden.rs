//! Whole conversations, frozen: for each shipped scenario a few attempts in
//! `tests/golden`, and beside each what happened, in both languages. Luck, rules
//! and score may not change unseen. After a change that is meant, run
//! `UPDATE_GOLDEN=1 cargo test --test golden` and read the difference.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use ninesteps::analysis::{Alternative, Search, Values};
use ninesteps::language::Language;
use ninesteps::method::{self, Method};
use ninesteps::scenario::{self, Hashes, Pledge, Scenario};
use ninesteps::score::{Scorecard, TurningPoint, ten_thousandths};
use ninesteps::session::attempt::{Attempt, Claim, Mode};
use ninesteps::session::{Choice, End, Event, Session};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The first three, and those that show a yes that drifts, three meetings with several
/// speakers, and the second method.
const SCENARIOS: [&str; 6] = ["first-day", "ranking-promise", "small-kitchen", "not-signed-yet", "three-doors", "trial-lesson"];

/// How the choices of an attempt are found when there is none yet.
#[derive(Clone, Copy)]
enum Line {
    /// Gives nothing away.
    Best,
    /// Every third turn the second best, every other third the middle.
    Middling,
    /// Gives away as much as can be in each turn.
    Poor,
}

const LINES: [(&str, Line, u32); 4] =
    [("best", Line::Best, 1), ("best-other-luck", Line::Best, 20_260), ("middling", Line::Middling, 2), ("poor", Line::Poor, 3)];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

/// A scenario in one language, with what is needed to score it.
struct Told {
    scenario: Rc<Scenario>,
    hashes: Hashes,
    values: Values,
}

impl Told {
    fn load(id: &str, language: Language, methods: &[Method]) -> Self {
        let source = fs::read_to_string(root().join(format!("scenarios/{}/{id}.toml", language.tag()))).unwrap();
        let (scenario, problems) = scenario::parse(&source, &methods.iter().collect::<Vec<_>>());
        assert_eq!(problems, []);
        let scenario = Rc::new(scenario.unwrap());
        let values = Search::new(Rc::clone(&scenario)).finish().unwrap();
        Self { hashes: scenario.hashes(), scenario, values }
    }

    fn card(&self, session: &Session) -> Scorecard {
        Scorecard::of(session, &self.values).unwrap()
    }
}

fn methods() -> Vec<Method> {
    let read = |id: &str| {
        let (method, problems) = method::parse(&fs::read_to_string(root().join(format!("scenarios/methods/{id}.toml"))).unwrap());
        assert_eq!(problems, []);
        method.unwrap()
    };
    ["nine-steps", "six-beats"].map(read).into()
}

fn choose(line: Line, turn: usize, mut alternatives: Vec<Alternative>) -> Choice {
    // The sort is stable, so that equal costs stay in the order of the file.
    alternatives.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let last = alternatives.len() - 1;
    let at = match line {
        Line::Best => 0,
        Line::Middling => [0, 1, alternatives.len() / 2][turn % 3].min(last),
        Line::Poor => last,
    };
    alternatives.swap_remove(at).choice
}

fn played(told: &Told, line: Line, seed: u32) -> Session {
    let mut session = Session::begin(Rc::clone(&told.scenario), seed);
    while !session.is_over() {
        let choice = choose(line, session.turns().len(), told.values.alternatives(session.state()));
        session = session.choose(&choice).unwrap();
    }
    session
}

fn claim(told: &Told, session: &Session) -> Claim {
    Claim { score: told.card(session).score.map(ten_thousandths), outcome: session.state().outcome(&told.scenario).unwrap() }
}

/// The stored choices if they can still be made, otherwise new ones.
fn renewed(told: &Told, stored: Option<&Attempt>, line: Line, seed: u32) -> Attempt {
    let kept =
        stored.and_then(|old| Session::replay(Rc::clone(&told.scenario), old.seed, &old.choices).ok()).filter(Session::is_over);
    let session = kept.unwrap_or_else(|| played(told, line, seed));
    let mut attempt = Attempt::new(&told.scenario, &told.hashes, session.seed(), Mode::Exam);
    attempt.choices = session.choices();
    attempt.claim = Some(claim(told, &session));
    attempt
}

// ---------------------------------------------------------------- the transcript

fn transcript(told: &Told, session: &Session) -> String {
    let card = told.card(session);
    let mut out = String::new();
    writeln!(out, "opening").unwrap();
    events(&mut out, told, session.opening());
    for ((turn, review), number) in session.turns().iter().zip(&card.reviews).zip(1..) {
        let choice: Vec<String> = turn.choice.iter().map(|at| (at + 1).to_string()).collect();
        writeln!(out, "turn {number}: reply {}", choice.join(" and ")).unwrap();
        events(&mut out, told, &turn.events);
        writeln!(
            out,
            "    = {} earned, {:.4} given away ({:?}), {:.4} was still to earn",
            turn.worth, review.cost, review.mark, review.value
        )
        .unwrap();
    }
    writeln!(out, "result").unwrap();
    let share = |share: Option<f64>| share.map_or("none".to_owned(), |share| format!("{share:.6}"));
    writeln!(
        out,
        "    earned {}, left {:.4}, luck {:.4}, best {:.4}, chance {:.4}",
        card.earned, card.left, card.luck, card.best, card.chance
    )
    .unwrap();
    writeln!(out, "    score {}, skill {}, cut short: {}", share(card.score), share(card.skill), card.cut_short).unwrap();
    match card.turning_point {
        Some(TurningPoint::Lost(turn)) => writeln!(out, "    lost in turn {}", turn + 1).unwrap(),
        Some(TurningPoint::Won(turn)) => writeln!(out, "    won in turn {}", turn + 1).unwrap(),
        None => writeln!(out, "    turned nowhere").unwrap(),
    }
    for step in &card.profile {
        let missed = if step.missed { ", missed" } else { "" };
        writeln!(out, "    step {}: earned {}, left {:.4}{missed}", step.step.index() + 1, step.earned, step.left).unwrap();
    }
    out
}

fn events(out: &mut String, told: &Told, events: &[Event]) {
    for event in events {
        for line in event_lines(&told.scenario, event) {
            writeln!(out, "    {line}").unwrap();
        }
    }
}

fn event_lines(scenario: &Scenario, event: &Event) -> Vec<String> {
    let heard = |line: &Option<String>, cue: &Option<String>| {
        let said = line.iter().map(|line| format!("  says  {line}"));
        said.chain(cue.iter().map(|cue| format!("  cue   {cue}"))).collect::<Vec<_>>()
    };
    match event {
        Event::Said { reply } => vec![format!("said    {}", scenario.reply(*reply).unwrap().say)],
        Event::Promised { promise, pledge } => {
            let id = &scenario.promises[promise.index()].id;
            match pledge {
                Pledge::Vague => vec![format!("promise {id}: vague")],
                Pledge::Number(number) => vec![format!("promise {id}: {number}")],
            }
        }
        Event::Moved { meter, from, to } => vec![format!("meter   {}: {from} to {to}", scenario.meters[meter.index()].id)],
        Event::Learned { fact } => vec![format!("learned {}", scenario.facts[fact.index()].id)],
        Event::Answered { scene, text } => vec![format!("answer  in {}: {text}", scenario.scene(*scene).unwrap().id)],
        Event::MeetingBegan { scene } => vec![format!("meeting {}", scenario.scene(*scene).unwrap().after.as_ref().unwrap())],
        Event::Spoke { scene, line, cue } => {
            [vec![format!("scene   {}", scenario.scene(*scene).unwrap().id)], heard(line, cue)].concat()
        }
        Event::Ended { end, outcome, line, cue } => {
            let name = match end {
                End::Written(ending) => format!("ending {}", scenario.ending(*ending).unwrap().id),
                other => format!("{other:?}"),
            };
            [vec![format!("ended   {name}: {}", outcome.word())], heard(line, cue)].concat()
        }
    }
}

/// The events without their words.
fn bones(session: &Session) -> Vec<String> {
    let all = session.opening().iter().chain(session.turns().iter().flat_map(|turn| &turn.events));
    all.map(|event| match event {
        Event::Answered { scene, .. } => format!("answered in {scene:?}"),
        Event::Spoke { scene, line, cue } => format!("spoke in {scene:?} {} {}", line.is_some(), cue.is_some()),
        Event::Ended { end, outcome, line, cue } => format!("ended {end:?} {outcome:?} {} {}", line.is_some(), cue.is_some()),
        other => format!("{other:?}"),
    })
    .collect()
}

// ---------------------------------------------------------------- the tests

fn first_difference(found: &str, stored: &str) -> Option<String> {
    let (mut a, mut b) = (found.lines(), stored.lines());
    (1..).find_map(|line| match (a.next(), b.next()) {
        (None, None) => Some(None),
        (x, y) if x != y => {
            Some(Some(format!("line {line}\n  now:    {}\n  stored: {}", x.unwrap_or("(end)"), y.unwrap_or("(end)"))))
        }
        _ => None,
    })?
}

#[test]
fn stored_conversations_are_told_as_before() {
    let methods = methods();
    for id in SCENARIOS {
        let [en, zh] = Language::ALL.map(|language| Told::load(id, language, &methods));
        for (name, line, seed) in LINES {
            let file = root().join(format!("tests/golden/{id}.{name}.json"));
            let stored = fs::read_to_string(&file).ok().and_then(|text| Attempt::from_json(&text).ok());
            if updating() {
                fs::write(&file, renewed(&en, stored.as_ref(), line, seed).to_json() + "\n").unwrap();
            }
            let attempt = Attempt::from_json(fs::read(&file).unwrap()).unwrap();
            assert_eq!(
                attempt.hashes.rules, en.hashes.rules,
                "{id}: the rules have changed; if that is meant, run with UPDATE_GOLDEN=1"
            );
            let sessions =
                [&en, &zh].map(|told| attempt.replay(Rc::clone(&told.scenario), &told.hashes).expect("the choices can be made"));
            assert!(sessions.iter().all(Session::is_over), "{id}.{name} does not come to an end");
            assert_eq!(attempt.claim, Some(claim(&en, &sessions[0])), "{id}.{name}: the claim follows from the choices");
            assert_eq!(attempt.claim, Some(claim(&zh, &sessions[1])), "{id}.{name}: the same in the other language");
            assert_eq!(bones(&sessions[0]), bones(&sessions[1]), "{id}.{name}: the same happens in both languages");
            let text = format!(
                "{id}, {name}, seed {}\n\n== en\n{}\n== zh-Hans\n{}",
                attempt.seed,
                transcript(&en, &sessions[0]),
                transcript(&zh, &sessions[1])
            );
            let beside = file.with_extension("txt");
            if updating() {
                fs::write(&beside, &text).unwrap();
            }
            let difference = first_difference(&text, &fs::read_to_string(&beside).unwrap());
            assert!(difference.is_none(), "{}: {}", beside.display(), difference.unwrap());
        }
    }
}

/// The lines are what their names say, so that the files show the whole range.
#[test]
fn the_best_line_scores_full_and_the_others_less() {
    if updating() {
        // The files are being written by the other test.
        return;
    }
    let methods = methods();
    for id in SCENARIOS {
        let told = Told::load(id, Language::En, &methods);
        let score = |name: &str| {
            let text = fs::read_to_string(root().join(format!("tests/golden/{id}.{name}.json"))).unwrap();
            let session = Attempt::from_json(&text).unwrap().replay(Rc::clone(&told.scenario), &told.hashes).unwrap();
            told.card(&session).score.unwrap()
        };
        assert!((score("best") - 1.0).abs() < f64::EPSILON && (score("best-other-luck") - 1.0).abs() < f64::EPSILON, "{id}");
        assert!((0.25..0.95).contains(&score("middling")), "{id}: {}", score("middling"));
        assert!(score("poor") < 0.25, "{id}: {}", score("poor"));
    }
}
