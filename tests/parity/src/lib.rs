//! The same conversations on native and on wasm. Whatever is told here must be
//! equal to the last bit on both: luck, events, hashes, values and scores.

#![expect(unsafe_code, reason = "a name that wasm exports must not be mangled, which is an unsafe attribute")]

use ninesteps::analysis::{Search, Simulation, Values, Who};
use ninesteps::method::{self, Method};
use ninesteps::practice::memory::{Grade, after};
use ninesteps::scenario::{self, Scenario};
use ninesteps::score::Scorecard;
use ninesteps::session::{Choice, Session, rules};
use std::fmt::{Debug, Write as _};
use std::rc::Rc;

const METHODS: [&str; 2] =
    [include_str!("../../../scenarios/methods/nine-steps.toml"), include_str!("../../../scenarios/methods/six-beats.toml")];
const SCENARIOS: [&str; 9] = [
    include_str!("../../../scenarios/en/first-day.toml"),
    include_str!("../../../scenarios/en/ranking-promise.toml"),
    include_str!("../../../scenarios/en/small-kitchen.toml"),
    include_str!("../../../scenarios/zh-Hans/first-day.toml"),
    include_str!("../../../scenarios/zh-Hans/ranking-promise.toml"),
    include_str!("../../../scenarios/zh-Hans/small-kitchen.toml"),
    include_str!("../../../scenarios/en/not-signed-yet.toml"),
    include_str!("../../../scenarios/zh-Hans/three-doors.toml"),
    include_str!("../../../scenarios/en/trial-lesson.toml"),
];
const SEEDS: [u32; 12] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 20_260, 0x7fff_ffff, u32::MAX];

/// The lines of the transcript.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn add(&mut self, what: &str, value: impl Debug) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.0, "{what} {value:?}");
    }

    /// A number by its bits, so that nothing is hidden by rounding.
    fn bits(&mut self, what: &str, value: Option<f64>) {
        match value {
            Some(value) => self.add(what, format_args!("{:016x}", value.to_bits())),
            None => self.add(what, "none"),
        }
    }
}

/// Everything that happens and every figure, line by line.
pub fn transcript() -> String {
    let mut lines = Lines::default();
    let mut methods = Vec::new();
    for source in METHODS {
        let (method, problems) = method::parse(source);
        problems.iter().for_each(|problem| lines.add("problem", problem));
        methods.extend(method);
    }
    let methods: Vec<&Method> = methods.iter().collect();
    SCENARIOS.iter().for_each(|source| tell_scenario(&mut lines, source, &methods));
    tell_pauses(&mut lines);
    lines.0
}

/// When questions of drills come back: in whole days, so that what is drilled on one
/// machine is due on another the same day.
fn tell_pauses(lines: &mut Lines) {
    let grades = [Grade::Again, Grade::Hard, Grade::Good];
    for course in
        grades.iter().flat_map(|first| grades.iter().flat_map(move |second| grades.map(|third| [*first, *second, third])))
    {
        let (mut memory, mut pause) = (None, 0);
        for grade in course {
            let (next, days) = after(memory.as_ref(), grade, pause);
            lines.add("pause", (course, grade, days));
            (memory, pause) = (Some(next), days);
        }
    }
}

fn tell_scenario(lines: &mut Lines, source: &str, methods: &[&Method]) {
    let (scenario, problems) = scenario::parse(source, methods);
    problems.iter().for_each(|problem| lines.add("problem", problem));
    let Some(scenario) = scenario.map(Rc::new) else { return };
    lines.add("scenario", (&scenario.id, scenario.language, scenario.hashes()));
    let Some(values) = Search::new(Rc::clone(&scenario)).finish() else {
        return lines.add("too large", ());
    };
    tell_values(lines, &values);
    for seed in SEEDS {
        let by_rule = |session: &Session| by_arithmetic(session);
        tell_session(lines, &played(&scenario, seed, &by_rule), &values);
        let best = |session: &Session| {
            let alternatives = values.alternatives(session.state());
            alternatives.into_iter().find(|alternative| alternative.cost == 0.0).map(|alternative| alternative.choice)
        };
        tell_session(lines, &played(&scenario, seed, &best), &values);
    }
}

fn tell_values(lines: &mut Lines, values: &Values) {
    lines.add("states", values.graph().len());
    lines.bits("best", Some(values.best()));
    lines.bits("worst", Some(values.worst()));
    for player in ninesteps::analysis::Player::ALL {
        lines.add("player", player);
        lines.bits("  earns", Some(values.player(player)));
        lines.bits("  skill", values.skill_of(player));
    }
    let runs = values.runs();
    for who in Who::ALL {
        lines.add("who", who);
        lines.bits("  turns", Some(runs.turns(who)));
        for share in &runs.ends {
            lines.add("  end", (share.end, share.outcome));
            lines.bits("    chance", Some(share.of(who)));
        }
    }
    let mut simulation = Simulation::new(Rc::clone(values.graph().scenario()));
    simulation.run(50);
    lines.add("played", simulation.estimate());
}

/// Plays until it is over or nothing is chosen.
fn played(scenario: &Rc<Scenario>, seed: u32, choose: &dyn Fn(&Session) -> Option<Choice>) -> Session {
    let mut session = Session::begin(Rc::clone(scenario), seed);
    while !session.is_over() {
        match choose(&session).map(|choice| session.choose(&choice)) {
            Some(Ok(next)) => session = next,
            Some(Err(_)) | None => break,
        }
    }
    session
}

/// A choice from the offer as it is shown, found by arithmetic alone.
fn by_arithmetic(session: &Session) -> Option<Choice> {
    let scene = session.scenario().scene(session.state().scene)?;
    let mut shown = session.offer();
    let count = rules::pick_count(scene, shown.len());
    let mut at = usize::try_from(session.seed() % 97).ok()? * 7 + session.turns().len() * 3;
    let mut choice = Choice::new();
    for _ in 0..count {
        choice.push(rules::position(scene, shown.remove(at % shown.len().max(1)))?);
        at += 5;
    }
    choice.sort_unstable();
    Some(choice)
}

fn tell_session(lines: &mut Lines, session: &Session, values: &Values) {
    lines.add("play, seed", session.seed());
    session.opening().iter().for_each(|event| lines.add("  event", event));
    for turn in session.turns() {
        lines.add("  choice", (&turn.choice, turn.worth));
        turn.events.iter().for_each(|event| lines.add("    event", event));
    }
    lines.add("  end", (session.state().ended, session.state().outcome(session.scenario())));
    let Some(card) = Scorecard::of(session, values) else {
        return lines.add("  no scorecard", ());
    };
    lines.add("  earned", (card.earned, card.cut_short, card.turning_point));
    lines.bits("  left", Some(card.left));
    lines.bits("  luck", Some(card.luck));
    lines.bits("  best", Some(card.best));
    lines.bits("  chance", Some(card.chance));
    lines.bits("  score", card.score);
    lines.bits("  skill", card.skill);
    for step in &card.profile {
        lines.add("  step", (step.step, step.earned, step.missed));
        lines.bits("    left", Some(step.left));
    }
    for review in &card.reviews {
        lines.add("  review", review.mark);
        lines.bits("    value", Some(review.value));
        lines.bits("    cost", Some(review.cost));
        for alternative in &review.alternatives {
            lines.bits("    could", Some(alternative.value));
        }
    }
}

/// For the host of the wasm module: where the transcript stands in memory, after
/// its length as four bytes, the lowest first. It stays there.
#[unsafe(no_mangle)]
pub extern "C" fn parity_transcript() -> *const u8 {
    let text = transcript();
    let length = u32::try_from(text.len()).unwrap_or(0);
    let mut bytes = length.to_le_bytes().to_vec();
    bytes.extend_from_slice(text.as_bytes());
    bytes.leak().as_ptr()
}
