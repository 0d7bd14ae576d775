//! What the fuzzer begins with, beside the kept corpus: made anew each time, since
//! packs and hashes change with the rules.

use crate::dice::Bytes;
use crate::library::{files, library};
use crate::play;
use ninesteps::catalogue::{Card, Catalogue};
use ninesteps::language::Language;
use ninesteps::record::{Day, Deed, Drilled, Entry, Figures, Pass, Played, Record, file};
use ninesteps::screens::Given;
use ninesteps::session::Attempt;
use ninesteps::study::{Event, Source};
use serde::Serialize;

/// The inputs that a target begins with.
pub fn of(target: &str) -> Vec<Vec<u8>> {
    match target {
        "scenario" => read(&["fuzz/seeds", "scenarios/en", "scenarios/zh-Hans", "tests/problems"]),
        "method" => read(&["scenarios/methods", "tests/problems/methods"]),
        "session" => (0..u8::try_from(library().scenarios.len()).unwrap()).map(|at| vec![at, 0, 1, 2, 3, 4]).collect(),
        "attempt" => attempts().iter().map(|attempt| attempt.to_json().into_bytes()).chain(read(&["tests/golden"])).collect(),
        "device" => vec![device().into_bytes()],
        "study" => study(),
        _ => Vec::new(),
    }
}

fn read(folders: &[&str]) -> Vec<Vec<u8>> {
    folders.iter().flat_map(|folder| files(folder)).map(|path| std::fs::read(path).unwrap()).collect()
}

/// Conversations with the smallest scenario.
fn attempts() -> Vec<Attempt> {
    let pack = &library().scenarios[0].pack;
    (0..4).map(|luck| play::through(pack, u32::from(luck), &mut Bytes(&[luck; 64]), None)).collect()
}

/// A device with some conversations and one entry of each other kind.
fn device() -> String {
    let mut record = Record::default();
    for attempt in attempts() {
        let figures =
            Figures { method: "nine-steps".to_owned(), best: 9000, steps: Vec::new(), costs: vec![0; attempt.choices.len()] };
        let played = Played { attempt, figures: Some(figures) };
        let attempt = record.note(1_795_000_000_000, Deed::Played(Box::new(played))).at;
        record.note(1_795_000_000_000, Deed::Named { attempt, turn: Some(0) });
    }
    let drilled = Drilled { card: "first-day/opening".to_owned(), right: true, confidence: Some(70), took: 900 };
    let day = Day { day: 20_779, setback: "He left.".to_owned(), ..Day::default() };
    let passed = Deed::Passed { scenario: "first-day".to_owned(), pass: Pass::Watch };
    for deed in [Deed::Drilled(drilled), Deed::Wrote(day), passed] {
        record.note(1_795_000_000_000, deed);
    }
    file::write("2026-11-22", &record, &[("settings".to_owned(), "\0\u{ff}".to_owned())])
}

fn study() -> Vec<Vec<u8>> {
    let library = library();
    let packed = |kind: u8, bytes: Vec<u8>| [vec![kind], bytes].concat();
    let mut seeds: Vec<Vec<u8>> =
        library.scenarios.iter().map(|known| packed(b'p', [known.pack.to_bytes(), vec![0, 0, 0, 1]].concat())).collect();
    let (methods, known) = (library.method_sources.clone(), &library.scenarios[0]);
    seeds.push(packed(b'f', bytes(&Source { methods, scenario: known.source.clone().into_bytes() })));
    let cards = library.scenarios.iter().map(|known| Card::of(&known.pack.scenario)).collect();
    seeds.push(packed(b'c', Catalogue { version: "1".to_owned(), cards, methods: Vec::new() }.to_text().into_bytes()));
    let played = attempts()
        .into_iter()
        .zip(1..)
        .map(|(attempt, at)| Entry { at, deed: Deed::Played(Box::new(Played { attempt, figures: None })) }.to_bytes());
    seeds.push(packed(b'r', played.flatten().collect()));
    seeds.extend(attempts().into_iter().map(|attempt| {
        let place = format!("/{}/debrief", attempt.scenario);
        let visit = Event::Visit { place, language: Language::En, under_way: Vec::new() };
        packed(b'e', bytes(&[Event::Over(attempt), visit, Event::Control(0, Given::Nothing), Event::Control(1, Given::Nothing)]))
    }));
    seeds
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap()
}
