//! What holds for every file and every conversation, tried on random ones.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use ninesteps::analysis::{Player, Search, Values, Who};
use ninesteps::diagnostic::Place;
use ninesteps::i18n::faults;
use ninesteps::language::Language;
use ninesteps::method::{self, Method, Question};
use ninesteps::reader;
use ninesteps::scenario::{self, Outcome, Reply, ReplyId, Scenario};
use ninesteps::score::{Scorecard, curve};
use ninesteps::session::attempt::{Attempt, Mode};
use ninesteps::session::{Choice, Edit, End, Event, Session, State, Verdict, rules};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::rc::Rc;

const METHOD: &str = include_str!("../scenarios/methods/nine-steps.toml");
const SHIPPED: [&str; 4] = [
    include_str!("../scenarios/en/first-day.toml"),
    include_str!("../scenarios/zh-Hans/ranking-promise.toml"),
    include_str!("../scenarios/en/small-kitchen.toml"),
    METHOD,
];
const CLOSE: f64 = 1e-9;

fn config(cases: u32) -> ProptestConfig {
    // A failure is written down here as a test of its own, not in a file beside.
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

thread_local! {
    static NINE_STEPS: Rc<Method> = Rc::new(method::parse(METHOD).0.expect("the shipped method has no problems"));
}

fn nine_steps() -> Rc<Method> {
    NINE_STEPS.with(Rc::clone)
}

// ---------------------------------------------------------------- no input breaks the parser

/// Reads bytes as a scenario and as a method, and tells every problem.
fn read_as_anything(bytes: &[u8]) {
    let lossy = String::from_utf8_lossy(bytes);
    let mut problems = match reader::decode(bytes) {
        Ok(text) => {
            let (scenario, problems) = scenario::parse(text, &[&nine_steps()]);
            assert_eq!(scenario.is_some(), problems.is_empty());
            problems
        }
        Err(problem) => vec![problem],
    };
    let (method, more) = method::parse(&lossy);
    assert_eq!(method.is_some(), more.is_empty());
    problems.extend(more);
    for problem in problems {
        let place = Place::of(&lossy, &problem.span);
        assert!(place.line >= 1 && place.column >= 1 && place.width >= 1);
        for language in Language::ALL {
            let told = faults::tell(language, &problem.fault);
            assert!(!told.what.is_empty() && !told.mend.is_empty());
        }
    }
}

#[derive(Clone, Debug)]
enum Mutation {
    DeleteBytes { at: usize, count: usize },
    DuplicateBytes { at: usize, count: usize },
    ReplaceByte { at: usize, by: u8 },
    Insert { at: usize, what: &'static str },
    DeleteLine(usize),
    DuplicateLine(usize),
    SwapLines(usize, usize),
    CutOff(usize),
}

fn mutation() -> impl Strategy<Value = Mutation> {
    let at = || 0..1_000_000_usize;
    let bits = [
        "\"",
        "[",
        "]",
        "{",
        "}",
        "=",
        ",",
        "，",
        "“",
        "\\",
        "\n",
        "'",
        "\"\"\"",
        ".",
        "#",
        "[[",
        "\u{0}",
        "9999999999999999999999",
    ];
    prop_oneof![
        (at(), 1..20_usize).prop_map(|(at, count)| Mutation::DeleteBytes { at, count }),
        (at(), 1..20_usize).prop_map(|(at, count)| Mutation::DuplicateBytes { at, count }),
        (at(), any::<u8>()).prop_map(|(at, by)| Mutation::ReplaceByte { at, by }),
        (at(), proptest::sample::select(bits.to_vec())).prop_map(|(at, what)| Mutation::Insert { at, what }),
        at().prop_map(Mutation::DeleteLine),
        at().prop_map(Mutation::DuplicateLine),
        (at(), at()).prop_map(|(a, b)| Mutation::SwapLines(a, b)),
        at().prop_map(Mutation::CutOff),
    ]
}

fn mutate(bytes: &mut Vec<u8>, mutation: &Mutation) {
    let size = bytes.len().max(1);
    let span = |at: usize, count: usize| (at % size).min(bytes.len())..(at % size + count).min(bytes.len());
    match *mutation {
        Mutation::DeleteBytes { at, count } => drop(bytes.drain(span(at, count))),
        Mutation::DuplicateBytes { at, count } => {
            let range = span(at, count);
            let copy = bytes[range.clone()].to_vec();
            bytes.splice(range.start..range.start, copy);
        }
        Mutation::ReplaceByte { at, by } => {
            if let Some(byte) = bytes.get_mut(at % size) {
                *byte = by;
            }
        }
        Mutation::Insert { at, what } => {
            let at = span(at, 0).start;
            bytes.splice(at..at, what.bytes());
        }
        Mutation::CutOff(at) => bytes.truncate(at % size),
        Mutation::DeleteLine(_) | Mutation::DuplicateLine(_) | Mutation::SwapLines(..) => {
            let mut lines: Vec<Vec<u8>> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
            let count = lines.len();
            match *mutation {
                Mutation::DeleteLine(at) => drop(lines.remove(at % count)),
                Mutation::DuplicateLine(at) => lines.insert(at % count, lines[at % count].clone()),
                Mutation::SwapLines(a, b) => lines.swap(a % count, b % count),
                _ => {}
            }
            *bytes = lines.join(&b'\n');
        }
    }
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn arbitrary_bytes_are_read_without_panic(bytes in vec(any::<u8>(), 0..400)) {
        read_as_anything(&bytes);
    }

    #[test]
    fn arbitrary_text_is_read_without_panic(text in "\\PC{0,300}") {
        read_as_anything(text.as_bytes());
    }

    #[test]
    fn text_that_resembles_toml_is_read_without_panic(
        text in "(format = 1\n)?((\\[{1,2}(scene|scene\\.reply|ending|meters\\.[a-z]|facts|step|moment|promises\\.a)\\]{1,2}|(id|says|next|when|pick|say|effect|drift|worth|move) = (\"[a-z]{0,3}\"|[0-9.-]{1,5}|true|\\[\\]|\\{ to = \"a\", chance = 0\\.5 \\}|\\[\\{ text = \"a\" \\}\\]))\n){0,25}"
    ) {
        read_as_anything(text.as_bytes());
    }
}

proptest! {
    #![proptest_config(config(150))]

    #[test]
    fn damaged_shipped_files_are_read_without_panic(which in 0..SHIPPED.len(), mutations in vec(mutation(), 1..5)) {
        let mut bytes = SHIPPED[which].as_bytes().to_vec();
        for each in &mutations {
            mutate(&mut bytes, each);
        }
        read_as_anything(&bytes);
    }
}

// ---------------------------------------------------------------- random scenarios

/// Where the decisions of the generator come from: a list of numbers, so that a
/// failing scenario shrinks; when it is used up, every decision is the simplest.
struct Decisions<'d>(std::slice::Iter<'d, u16>);

impl Decisions<'_> {
    fn below(&mut self, n: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % n
    }

    /// True in so many of a hundred cases.
    fn percent(&mut self, share: usize) -> bool {
        99 - self.below(100) < share
    }

    fn one_of<'a>(&mut self, items: &[&'a str]) -> &'a str {
        items[self.below(items.len())]
    }
}

/// A small scenario, as a file.
struct Draft<'d> {
    luck: Decisions<'d>,
    scenes: usize,
    meters: usize,
    facts: usize,
    promises: usize,
    /// How many replies each scene has.
    replies: Vec<usize>,
    /// Which scenes begin a later meeting, and which are pick scenes.
    after: Vec<bool>,
    picks: Vec<Option<usize>>,
}

const MOMENTS: [&str; 4] = ["need-unknown", "order-ready", "promise-known", "verbal-yes"];
const MOVES: [&str; 6] = ["ask-open", "ask-closing", "pitch", "promise-within", "stay-vague", "sign-now"];
const ENDINGS: [&str; 3] = ["signed", "renewed", "nurture"];

impl<'d> Draft<'d> {
    fn new(decisions: &'d [u16]) -> Self {
        let mut luck = Decisions(decisions.iter());
        let scenes = 1 + (luck.below(8) + 2) / 2;
        let replies = (0..scenes).map(|_| 1 + (luck.below(7) + 2) / 2).collect::<Vec<_>>();
        let after = (0..scenes).map(|at| at > 0 && luck.percent(15)).collect();
        let picks = replies.iter().map(|count| luck.percent(20).then(|| 1 + luck.below(*count))).collect();
        let (meters, facts, promises) = (1 + luck.below(2), luck.below(3), luck.below(3));
        Self { scenes, meters, facts, promises, replies, after, picks, luck }
    }

    fn write(mut self) -> String {
        let mut out = "format = 1\nid = \"random\"\nlanguage = \"en\"\ntitle = \"T\"\nsummary = \"S\"\nmethod = \"nine-steps\"\nlevel = 1\nminutes = 1\n".to_owned();
        writeln!(out, "patience = {}", 2 + self.luck.below(5)).unwrap();
        if self.luck.percent(40) {
            writeln!(out, "impatient = \"{}\"", self.luck.one_of(&ENDINGS)).unwrap();
        }
        out.push_str("[customer]\nname = \"N\"\nrole = \"R\"\n[briefing]\naim = \"A\"\n");
        for at in 0..self.meters {
            writeln!(out, "[meters.m{at}]\nname = \"M\"\nstart = {}", self.luck.below(11)).unwrap();
        }
        for at in 0..self.promises {
            let (better, broken) =
                (self.luck.one_of(&["more", "less"]), self.luck.one_of(&["cancelled", "unsatisfied", "customer-lost"]));
            writeln!(
                out,
                "[promises.p{at}]\nname = \"P\"\nunit = \"u\"\nbetter = \"{better}\"\nbroken = \"{broken}\"\ndeliver = 5"
            )
            .unwrap();
            if self.luck.percent(50) {
                writeln!(out, "assumed = {}", 3 + self.luck.below(5)).unwrap();
            }
        }
        out.push_str("[facts]\n");
        for at in 0..self.facts {
            writeln!(out, "f{at} = \"F\"").unwrap();
        }
        for at in 0..self.scenes {
            self.scene(&mut out, at);
        }
        for ending in ENDINGS {
            writeln!(out, "[[ending]]\nid = \"{ending}\"\noutcome = \"{ending}\"\nsays = \"E\"\ncue = \"C\"").unwrap();
            if ending != "nurture" {
                out.push_str("[ending.broken]\nunsatisfied = \"U\"\ncancelled = \"X\"\ncustomer-lost = \"L\"\n");
            }
        }
        out
    }

    fn scene(&mut self, out: &mut String, at: usize) {
        writeln!(out, "[[scene]]\nid = \"s{at}\"").unwrap();
        let judged = self.luck.percent(80);
        if judged {
            writeln!(out, "moment = \"{}\"", self.luck.one_of(&MOMENTS)).unwrap();
        }
        writeln!(out, "says = {}", self.line("S")).unwrap();
        if self.after[at] {
            out.push_str("after = \"later\"\n");
        }
        if at > 0 && self.luck.percent(4) {
            out.push_str("todo = true\n");
        }
        if self.luck.percent(20) {
            let (chance, to) = (self.luck.one_of(&["0.2", "0.5", "0.3333", "0.1", "1", "0"]), self.place(at));
            writeln!(out, "drift = {{ chance = {chance}, to = \"{to}\" }}").unwrap();
        }
        if self.luck.percent(40) {
            writeln!(out, "otherwise = \"{}\"", self.place(at)).unwrap();
        }
        if let Some(count) = self.picks[at] {
            writeln!(out, "pick = {count}").unwrap();
            if self.luck.percent(50) {
                writeln!(out, "answer = {}", self.line("A")).unwrap();
            }
            self.next(out, at);
        }
        for reply in 0..self.replies[at] {
            self.reply(out, at, reply, judged);
        }
    }

    fn reply(&mut self, out: &mut String, at: usize, reply: usize, judged: bool) {
        writeln!(out, "[[scene.reply]]\nid = \"r{reply}\"\nsay = \"{}\"", "x".repeat(1 + self.luck.below(3))).unwrap();
        let has_move = self.luck.percent(80);
        if has_move {
            writeln!(out, "move = \"{}\"", self.luck.one_of(&MOVES)).unwrap();
        }
        if judged && self.luck.percent(30) {
            writeln!(out, "worth = {}\nwhy = \"W\"", self.luck.below(4)).unwrap();
        }
        if self.luck.percent(60) {
            writeln!(out, "answer = {}", self.line("A")).unwrap();
        }
        if self.luck.percent(60) {
            let (meter, by) = (self.luck.below(self.meters), self.luck.below(9));
            writeln!(out, "effect = {{ m{meter} = {} }}", i64::try_from(by).unwrap() - 4).unwrap();
        }
        if self.facts > 0 && self.luck.percent(40) {
            writeln!(out, "learns = \"f{}\"", self.luck.below(self.facts)).unwrap();
        }
        if self.promises > 0 && self.luck.percent(40) {
            let (promise, what) = (self.luck.below(self.promises), self.luck.one_of(&["\"vague\"", "4", "5", "6"]));
            writeln!(out, "promise = {{ p{promise} = {what} }}").unwrap();
        }
        if self.luck.percent(18) {
            writeln!(out, "when = {}", self.when()).unwrap();
        }
        if self.picks[at].is_none() {
            if self.luck.percent(15) {
                out.push_str("repeat = true\n");
            }
            self.next(out, at);
        }
    }

    fn next(&mut self, out: &mut String, at: usize) {
        match self.luck.below(4) {
            0 => writeln!(out, "next = \"{}\"", self.place(at)).unwrap(),
            1 => {}
            _ => {
                let mut ways = Vec::new();
                for _ in 0..=self.luck.below(2) {
                    let when = if self.luck.percent(50) { format!("when = {}, ", self.when()) } else { String::new() };
                    let chance = match self.luck.one_of(&["", "0.25", "0.3333", "0.5", "0"]) {
                        "" if !when.is_empty() => String::new(),
                        "" => "chance = 0.1, ".to_owned(),
                        share => format!("chance = {share}, "),
                    };
                    ways.push(format!("{{ {when}{chance}to = \"{}\" }}", self.place(at)));
                }
                ways.push(format!("{{ to = \"{}\" }}", self.place(at)));
                writeln!(out, "next = [{}]", ways.join(", ")).unwrap();
            }
        }
    }

    /// A place that a scene may lead to: never back behind a later meeting.
    fn place(&mut self, from: usize) -> String {
        let first = (0..=from).rev().find(|at| self.after[*at]).map_or(0, |at| at + 1);
        let scenes = self.scenes - first;
        if scenes == 0 || self.luck.percent(12) {
            return self.luck.one_of(&ENDINGS).to_owned();
        }
        format!("s{}", first + self.luck.below(scenes))
    }

    fn line(&mut self, text: &str) -> String {
        if self.luck.percent(60) {
            return format!("\"{text}0\"");
        }
        let conditional = format!("{{ text = \"{text}1\", when = {} }}", self.when());
        format!("[\"{text}0\", {conditional}, \"{text}2\"]")
    }

    fn when(&mut self) -> String {
        if self.luck.percent(20) {
            return format!("[{}, {}]", self.tests(), self.tests());
        }
        self.tests()
    }

    fn tests(&mut self) -> String {
        let mut tests = vec![self.test()];
        if self.luck.percent(25) {
            let other = self.test();
            if other.split(' ').next() != tests[0].split(' ').next() {
                tests.push(other);
            }
        }
        format!("{{ {} }}", tests.join(", "))
    }

    fn test(&mut self) -> String {
        let kinds = [
            "meter",
            "bounds",
            "used",
            "unused",
            "visited",
            "unvisited",
            "known",
            "unknown",
            "made",
            "unmade",
            "overdrawn",
            "kept",
        ];
        let word = self.luck.one_of(&kinds);
        match word {
            "used" | "unused" => {
                let scene = self.luck.below(self.scenes);
                format!("{word} = \"s{scene}/r{}\"", self.luck.below(self.replies[scene]))
            }
            "visited" | "unvisited" => format!("{word} = \"s{}\"", self.luck.below(self.scenes)),
            "known" | "unknown" if self.facts > 0 => format!("{word} = \"f{}\"", self.luck.below(self.facts)),
            "made" | "unmade" | "overdrawn" | "kept" if self.promises > 0 => {
                format!("{word} = \"p{}\"", self.luck.below(self.promises))
            }
            "bounds" => {
                let (low, span) = (self.luck.below(8), self.luck.below(4));
                format!("m{} = {{ at_least = {low}, at_most = {} }}", self.luck.below(self.meters), (low + span).min(10))
            }
            _ => format!("m{} = {}", self.luck.below(self.meters), self.luck.below(10)),
        }
    }
}

fn compiled(decisions: &[u16]) -> Rc<Scenario> {
    let text = Draft::new(decisions).write();
    let (scenario, problems) = scenario::parse(&text, &[&nine_steps()]);
    let told: Vec<_> = problems.iter().map(|p| format!("{} {:?}", Place::of(&text, &p.span), p.fault)).collect();
    Rc::new(scenario.unwrap_or_else(|| panic!("the generator wrote a file with problems: {told:#?}\n{text}")))
}

fn decisions() -> impl Strategy<Value = Vec<u16>> {
    vec(any::<u16>(), 100..500)
}

// ---------------------------------------------------------------- play

/// Every choice on offer, found by trying all sets of replies.
fn offered(session: &Session) -> Vec<Choice> {
    sorted(all_sets(session).into_iter().filter(|choice| session.choose(choice).is_ok()).collect())
}

fn sorted(mut choices: Vec<Choice>) -> Vec<Choice> {
    choices.sort_unstable();
    choices
}

/// Every set of replies of the present scene.
fn all_sets(session: &Session) -> Vec<Choice> {
    let scene = session.scenario().scene(session.state().scene).unwrap();
    let count = u8::try_from(scene.replies.len()).unwrap();
    (0..1_u32 << count).map(|bits| (0..count).filter(|at| bits & (1 << at) != 0).collect()).collect()
}

/// Plays to the end, taking the shown replies that the numbers point at.
fn play(scenario: &Rc<Scenario>, seed: u32, picks: &[u16]) -> Session {
    let mut session = Session::begin(Rc::clone(scenario), seed);
    let mut luck = Decisions(picks.iter());
    while !session.is_over() {
        let choice = from_offer(&session, &mut luck);
        session = session.choose(&choice).expect("what is on offer can be chosen");
    }
    session
}

/// A choice made of the replies as they are shown.
fn from_offer(session: &Session, luck: &mut Decisions<'_>) -> Choice {
    let scene = session.scenario().scene(session.state().scene).unwrap();
    let mut shown = session.offer();
    assert!(!shown.is_empty(), "a conversation that is not over offers something");
    let count = scene.pick.as_ref().map_or(1, |pick| usize::from(pick.count)).min(shown.len());
    let mut choice: Choice =
        (0..count).map(|_| shown.remove(luck.below(shown.len()))).map(|id| rules::position(scene, id).unwrap()).collect();
    choice.sort_unstable();
    choice
}

proptest! {
    #![proptest_config(config(500))]

    #[test]
    fn a_conversation_ends_within_its_patience(decisions in decisions(), seed: u32, picks in vec(any::<u16>(), 30)) {
        let scenario = compiled(&decisions);
        let session = play(&scenario, seed, &picks);
        let meetings = 1 + scenario.scenes.iter().filter(|scene| scene.after.is_some()).count();
        prop_assert!(session.turns().len() <= usize::from(scenario.patience) * meetings);
        prop_assert!(session.state().outcome(&scenario).is_some());
        prop_assert!(session.offer().is_empty());
    }

    #[test]
    fn a_broken_promise_is_told_in_its_own_words_and_without_the_cue(decisions in decisions(), seed: u32, picks in vec(any::<u16>(), 30)) {
        let scenario = compiled(&decisions);
        let session = play(&scenario, seed, &picks);
        let events = session.turns().last().map_or(session.opening(), |turn| &turn.events);
        let Some(Event::Ended { end: End::Written(id), outcome, line, cue }) = events.last() else { return Ok(()) };
        let ending = scenario.ending(*id).unwrap();
        if *outcome == ending.outcome {
            prop_assert!(line.is_some() && cue.is_some(), "every ending of these files has words and a cue");
        } else {
            prop_assert_eq!(line.as_ref(), ending.broken_words(*outcome));
            prop_assert_eq!(cue.as_ref(), None);
        }
    }

    #[test]
    fn only_what_is_on_offer_can_be_chosen(decisions in decisions(), seed: u32, picks in vec(any::<u16>(), 30)) {
        let scenario = compiled(&decisions);
        let end = play(&scenario, seed, &picks);
        let mut session = Session::begin(Rc::clone(&scenario), seed);
        for turn in end.turns() {
            let shown: Vec<ReplyId> = session.offer();
            let scene = scenario.scene(session.state().scene).unwrap();
            let before = session.clone();
            let size = scene.pick.as_ref().map_or(1, |pick| usize::from(pick.count)).min(shown.len());
            for choice in all_sets(&session) {
                let on_offer = choice.len() == size && choice.iter().all(|at| shown.contains(&ReplyId(scene.replies.start + u32::from(*at))));
                prop_assert_eq!(session.choose(&choice).is_ok(), on_offer, "{:?}", choice);
            }
            let count = u8::try_from(scene.replies.len()).unwrap();
            for nonsense in [vec![count], vec![255], vec![turn.choice[0]; 2], vec![1, 0], vec![]] {
                prop_assert!(session.choose(&nonsense).is_err(), "{:?}", nonsense);
            }
            prop_assert_eq!(&session, &before);
            prop_assert_eq!(session.offer(), shown);
            prop_assert_eq!(offered(&session), sorted(rules::choices(&scenario, session.state())));
            session = session.choose(&turn.choice).unwrap();
        }
        for choice in [vec![], vec![0], vec![0, 1]] {
            prop_assert!(session.choose(&choice).is_err(), "nothing can be chosen after the end");
        }
    }

    #[test]
    fn an_attempt_read_back_replays_to_the_same_conversation(decisions in decisions(), seed: u32, picks in vec(any::<u16>(), 30)) {
        let scenario = compiled(&decisions);
        let session = play(&scenario, seed, &picks);
        let replayed = Session::replay(Rc::clone(&scenario), seed, &session.choices()).unwrap();
        prop_assert_eq!(&replayed, &session);
        prop_assert_eq!(replayed.opening(), session.opening());
        let hashes = scenario.hashes();
        let mut attempt = Attempt::new(&scenario, &hashes, seed, Mode::Exam);
        attempt.choices = session.choices();
        attempt.times = session.turns().iter().zip(0..).map(|(_, at)| at * 1000).collect();
        let read = Attempt::from_json(attempt.to_json()).unwrap();
        prop_assert_eq!(&read, &attempt);
        prop_assert_eq!(&read.replay(Rc::clone(&scenario), &hashes).unwrap(), &session);
        let mut edited = read;
        edited.choices.push(vec![0]);
        prop_assert_eq!(edited.replay(Rc::clone(&scenario), &hashes).unwrap_err(), Verdict::Edited(Edit::Choice { turn: session.turns().len() }));
    }

    #[test]
    fn all_that_may_happen_happens_as_often_as_the_analysis_says(decisions in decisions(), seed: u32, picks in vec(any::<u16>(), 30)) {
        let scenario = compiled(&decisions);
        let session = play(&scenario, seed, &picks);
        // One turn is enough: all 10,000 fates of the branch, with and without drift.
        let Some(turn) = session.turns().len().checked_sub(1) else { return Ok(()) };
        let before = &session.place_before(turn).state;
        let chance = scenario.scene(before.scene).unwrap().drift.map_or(0, |drift| u32::from(drift.chance));
        let share = f64::from(chance) / 10_000.0;
        let fate = rules::take(&scenario, before, &session.turns()[turn].choice).unwrap().fate;
        let mut played: HashMap<rules::Leads, f64> = HashMap::new();
        for draw in 0..10_000 {
            // The last draw at which drift strikes, and the first at which it does not.
            if chance > 0 {
                *played.entry(fate.settle(draw, chance - 1)).or_default() += share / 10_000.0;
            }
            if chance < 10_000 {
                *played.entry(fate.settle(draw, chance)).or_default() += (1.0 - share) / 10_000.0;
            }
        }
        for (p, leads) in fate.clone().spread() {
            let p = f64::from(p) / 100_000_000.0;
            let share = played.remove(&leads).unwrap_or(0.0);
            prop_assert!((share - p).abs() < CLOSE, "{:?}: {} played, {} said", leads, share, p);
        }
        prop_assert!(played.values().all(|share| *share < CLOSE), "{:?}", played);
    }
}

// ---------------------------------------------------------------- value and score

/// A figure for each of [`Who::ALL`].
type Figures = [f64; Who::ALL.len()];

/// What is to be expected from one state on.
#[derive(Clone, Default)]
struct Outlook {
    worth: Figures,
    turns: Figures,
    ends: BTreeMap<(End, Outcome), Figures>,
}

impl Outlook {
    /// Adds the part that falls to this outlook with these probabilities.
    fn add(&mut self, other: &Self, shares: &Figures) {
        let mix = |sums: &mut Figures, figures: &Figures| {
            sums.iter_mut().zip(figures).zip(shares).for_each(|((sum, figure), share)| *sum += share * figure);
        };
        mix(&mut self.worth, &other.worth);
        mix(&mut self.turns, &other.turns);
        for (end, figures) in &other.ends {
            mix(self.ends.entry(*end).or_default(), figures);
        }
    }
}

/// The analysis as the semantics state it, by plain enumeration: states are the
/// same only if they are equal in every part.
struct Enumeration<'s> {
    scenario: &'s Scenario,
    known: HashMap<State, Outlook>,
}

/// More states than this take too long here; such a scenario is passed over.
const TOO_MANY: usize = 20_000;

impl Enumeration<'_> {
    fn of(&mut self, state: &State) -> Option<Outlook> {
        if let Some(end) = state.ended {
            let ends = BTreeMap::from([((end, state.outcome(self.scenario).unwrap()), [1.0; Who::ALL.len()])]);
            return Some(Outlook { ends, ..Outlook::default() });
        }
        if let Some(known) = self.known.get(state) {
            return Some(known.clone());
        }
        if self.known.len() > TOO_MANY {
            return None;
        }
        let choices = rules::choices(self.scenario, state);
        let mut after = Vec::new();
        for choice in &choices {
            after.push(self.after(state, choice)?);
        }
        let best = after.iter().map(|after| after.worth[0]).fold(f64::NEG_INFINITY, f64::max);
        let worst = after.iter().map(|after| after.worth[1]).fold(f64::INFINITY, f64::min);
        let first = |found: Option<usize>| (0..choices.len()).map(|at| Some(at) == found).collect::<Vec<_>>();
        let makers = Who::ALL.map(|who| match who {
            Who::Best => first(after.iter().position(|after| after.worth[0] >= best - CLOSE)),
            Who::Worst => first(after.iter().position(|after| after.worth[1] <= worst + CLOSE)),
            Who::Naive(player) => self.made_by(player, state, &choices),
        });
        let mut outlook = Outlook { turns: [1.0; Who::ALL.len()], ..Outlook::default() };
        for (at, after) in after.iter().enumerate() {
            let share = |made: &Vec<bool>| {
                let count = made.iter().filter(|made| **made).count();
                if made[at] { 1.0 / f64::from(u32::try_from(count).unwrap()) } else { 0.0 }
            };
            let shares: Vec<f64> = makers.iter().map(share).collect();
            outlook.add(after, &shares.try_into().unwrap());
        }
        (outlook.worth[0], outlook.worth[1]) = (best, worst);
        self.known.insert(state.clone(), outlook.clone());
        Some(outlook)
    }

    fn after(&mut self, state: &State, choice: &Choice) -> Option<Outlook> {
        let taken = rules::take(self.scenario, state, choice).unwrap();
        let mut outlook = Outlook { worth: [f64::from(taken.worth); Who::ALL.len()], ..Outlook::default() };
        for (share, leads) in taken.fate.spread() {
            let landing = rules::land(self.scenario, taken.state.clone(), leads);
            outlook.add(&self.of(&landing.state)?, &[f64::from(share) / 100_000_000.0; Who::ALL.len()]);
        }
        Some(outlook)
    }

    /// Which choices a player makes (semantics, Players), told anew.
    fn made_by(&self, player: Player, state: &State, choices: &[Choice]) -> Vec<bool> {
        let replies = |choice: &Choice| -> Vec<(ReplyId, &Reply)> {
            let all: Vec<_> = self.scenario.replies_of(state.scene).collect();
            choice.iter().map(|at| all[usize::from(*at)]).collect()
        };
        let fresh = |choice: &Choice| replies(choice).iter().all(|(id, _)| !state.has_used(*id));
        let candidates: Vec<bool> = choices.iter().map(fresh).collect();
        let candidates = if candidates.contains(&true) { candidates } else { vec![true; choices.len()] };
        let letters = |choice: &Choice| -> i64 {
            replies(choice)
                .iter()
                .map(|(_, r)| i64::try_from(r.say.chars().filter(|c| c.is_alphanumeric()).count()).unwrap())
                .sum()
        };
        let matching = |choice: &Choice, wanted: &dyn Fn(&Reply) -> bool| {
            i64::try_from(replies(choice).iter().filter(|(_, r)| wanted(r)).count()).unwrap()
        };
        let measure = |choice: &Choice| match player {
            Player::Chance => 0,
            // From that end: compare place by place.
            Player::First => -choice.iter().fold(0, |sum, at| sum * 100 + i64::from(*at)),
            Player::Last => choice.iter().rev().fold(0, |sum, at| sum * 100 + i64::from(*at)),
            Player::Longest => letters(choice),
            Player::Shortest => -letters(choice),
            Player::AskOpen => matching(choice, &|reply| reply.question == Some(Question::Open)),
            Player::AskClosing => matching(choice, &|reply| reply.question == Some(Question::Closing)),
            Player::Agree => matching(choice, &|reply| reply.agrees),
        };
        let most = choices.iter().zip(&candidates).filter(|(_, may)| **may).map(|(choice, _)| measure(choice)).max().unwrap();
        choices.iter().zip(&candidates).map(|(choice, may)| *may && measure(choice) == most).collect()
    }
}

fn analysed(scenario: &Rc<Scenario>) -> Values {
    Search::new(Rc::clone(scenario)).finish().expect("small")
}

proptest! {
    #![proptest_config(config(1000))]

    #[test]
    fn the_analysis_equals_plain_enumeration(decisions in decisions()) {
        let scenario = compiled(&decisions);
        let mut plain = Enumeration { scenario: &scenario, known: HashMap::new() };
        let start = rules::begin(&scenario).state;
        let Some(expected) = plain.of(&start) else { return Ok(()) };
        let values = analysed(&scenario);
        let same = |what: &str, found: f64, expected: f64| {
            prop_assert!((found - expected).abs() < CLOSE, "{what}: {found} analysed, {expected} enumerated\n{}", Draft::new(&decisions).write());
            Ok(())
        };
        let runs = values.runs();
        prop_assert_eq!(
            runs.ends.iter().map(|share| (share.end, share.outcome)).collect::<Vec<_>>(),
            expected.ends.keys().copied().collect::<Vec<_>>()
        );
        for (at, who) in Who::ALL.into_iter().enumerate() {
            same(&format!("{who:?}"), values.worth(who), expected.worth[at])?;
            same(&format!("turns of {who:?}"), runs.turns(who), expected.turns[at])?;
            for share in &runs.ends {
                same(&format!("{share:?} for {who:?}"), share.of(who), expected.ends[&(share.end, share.outcome)][at])?;
            }
        }
        for (state, outlook) in &plain.known {
            same("value of a state", values.value(state).expect("every state is known"), outlook.worth[0])?;
        }
        let entered = |id: usize| plain.known.keys().any(|state| state.scene.index() == id);
        for (at, reached) in values.graph().reached().scenes.iter().enumerate() {
            prop_assert!(*reached || !entered(at), "scene {at} is entered and not reached");
        }
        prop_assert!(values.graph().len() <= plain.known.len() + 60, "merging adds no states");
    }

    #[test]
    fn the_score_adds_up(decisions in decisions(), seed: u32, picks in vec(any::<u16>(), 30)) {
        let scenario = compiled(&decisions);
        let values = analysed(&scenario);
        let session = play(&scenario, seed, &picks);
        let card = Scorecard::of(&session, &values).expect("of the same scenario");
        prop_assert!(card.reviews.iter().all(|review| review.cost >= 0.0));
        prop_assert!(card.reviews.iter().all(|review| review.best().count() > 0), "something is always best");
        prop_assert!(card.score.is_none_or(|score| (0.0..=1.0).contains(&score)));
        prop_assert!((f64::from(card.earned) + card.left - card.best - card.luck).abs() < CLOSE);
        prop_assert_eq!(card.profile.iter().map(|step| step.earned).sum::<u32>(), card.earned);
        prop_assert!((card.profile.iter().map(|step| step.left).sum::<f64>() - card.left).abs() < CLOSE);
        prop_assert_eq!(card.reviews.len(), session.turns().len());
        prop_assert_eq!(card.score == Some(1.0) && card.best > 0.0, card.left == 0.0 && card.score.is_some() && card.best > 0.0);
        for (review, turn) in card.reviews.iter().zip(session.turns()) {
            let made = review.alternatives.iter().find(|alternative| alternative.choice == turn.choice).unwrap();
            prop_assert!((made.cost_by_step.iter().map(|(_, cost)| cost).sum::<f64>() - made.cost).abs() < CLOSE);
        }
    }

    #[test]
    fn the_curve_ends_at_the_score_wherever_one_stops(decisions in decisions(), seed: u32, picks in vec(any::<u16>(), 30)) {
        let scenario = compiled(&decisions);
        let values = analysed(&scenario);
        let session = play(&scenario, seed, &picks);
        let card = Scorecard::of(&session, &values).unwrap();
        let points = curve(&session, &card);
        prop_assert_eq!(points.is_empty(), card.score.is_none());
        if session.is_over() {
            prop_assert_eq!(points.last().copied(), card.score);
        }
        prop_assert!(points.iter().all(|point| (0.0..=1.0).contains(point)), "{points:?}");
        prop_assert!(points.first().is_none_or(|first| *first == 1.0));
        for (turns, point) in points.iter().enumerate() {
            let choices = &session.choices()[..turns];
            let broken_off = Session::replay(Rc::clone(&scenario), seed, choices).unwrap();
            let card = Scorecard::of(&broken_off, &values).unwrap();
            prop_assert!((curve(&broken_off, &card).last().unwrap() - point).abs() < CLOSE, "after {turns} turns");
        }
    }

    #[test]
    fn best_play_gives_nothing_away_whatever_the_luck(decisions in decisions(), seed: u32) {
        let scenario = compiled(&decisions);
        let values = analysed(&scenario);
        let mut session = Session::begin(Rc::clone(&scenario), seed);
        while !session.is_over() {
            let alternatives = values.alternatives(session.state());
            let best = alternatives.iter().find(|alternative| alternative.cost == 0.0).unwrap();
            session = session.choose(&best.choice).unwrap();
        }
        let card = Scorecard::of(&session, &values).unwrap();
        prop_assert!(card.left < CLOSE);
        prop_assert!(card.score.is_none_or(|score| score == 1.0));
    }
}
