//! A learner at the second program, without a browser: goes to places, reads what is
//! shown, presses what is there, and has everything seen to as the page does.

#![allow(dead_code, reason = "each test uses a part of it")]

use ninesteps::catalogue::{Card, Catalogue};
use ninesteps::language::{Language, Localized};
use ninesteps::markup::{ButtonState, Control, Node};
use ninesteps::method;
use ninesteps::pack::{self, Pack};
use ninesteps::practice::calendar::Clock;
use ninesteps::record::Entry;
use ninesteps::screens::{Effect, Given, View};
use ninesteps::session::{Attempt, Mode, Session};
use ninesteps::study::{Answer, Desk, Event, Told};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::OnceLock;

/// Noon on 2026-11-22, a Sunday, in UTC.
pub const NOON: u64 = 1_795_348_800_000;

pub struct Learner {
    pub desk: Desk,
    pub language: Language,
    pub clock: Clock,
    /// What is shown.
    pub view: Option<View>,
    /// Everything that the page was to see to, in order.
    pub effects: Vec<Effect>,
    pub packs: BTreeMap<(String, Language), Pack>,
    pub catalogue: Catalogue,
}

/// Every scenario of the library, by id and language. The files are read once.
pub fn library() -> BTreeMap<(String, Language), Pack> {
    static PACKED: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    let packed = PACKED.get_or_init(|| compiled().iter().map(Pack::to_bytes).collect());
    let packs = packed.iter().map(|bytes| Pack::from_bytes(bytes).unwrap());
    packs.map(|pack| ((pack.scenario.id.clone(), pack.scenario.language), pack)).collect()
}

fn compiled() -> Vec<Pack> {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    let files = |folder: &str| {
        let mut files: Vec<_> = std::fs::read_dir(root.join(folder)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
        files.sort();
        files
    };
    let methods: Vec<String> = files("methods").iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    let scenarios = ["en", "zh-Hans"].into_iter().flat_map(files);
    scenarios.map(|file| pack::compile(&methods, &std::fs::read(&file).unwrap()).unwrap()).collect()
}

fn catalogue(packs: &BTreeMap<(String, Language), Pack>) -> Catalogue {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/methods");
    let methods = ["nine-steps", "six-beats"].map(|id| {
        let text = std::fs::read_to_string(root.join(format!("{id}.toml"))).unwrap();
        let method = method::parse(&text).0.unwrap();
        let steps: Vec<Localized> = method.steps.iter().map(|step| step.name.clone()).collect();
        (id.to_owned(), steps)
    });
    let cards = packs.values().map(|pack| Card::of(&pack.scenario)).collect();
    Catalogue { version: "1".to_owned(), cards, methods: methods.into() }
}

impl Learner {
    pub fn new(language: Language) -> Self {
        Self::with_record(language, &[])
    }

    /// With things done before.
    pub fn with_record(language: Language, entries: &[Entry]) -> Self {
        let packs = library();
        let mut learner = Self {
            desk: Desk::default(),
            language,
            clock: Clock { now: NOON, ahead: 0 },
            view: None,
            effects: Vec::new(),
            catalogue: catalogue(&packs),
            packs,
        };
        let record = entries.iter().flat_map(Entry::to_bytes).collect();
        let catalogue = learner.catalogue.to_text();
        learner.tell(Event::Begin { catalogue, record });
        learner
    }

    pub fn pack(&self, scenario: &str) -> &Pack {
        &self.packs[&(scenario.to_owned(), self.language)]
    }

    /// Tells what happens, supplies what is wanted and works until all is done.
    pub fn tell(&mut self, event: Event) {
        let mut answer = self.desk.hear(Told { clock: self.clock, event });
        loop {
            let Answer { view, effects, wanted, has_work } = answer;
            self.view = view.or(self.view.take());
            self.effects.extend(effects);
            if !wanted.is_empty() {
                for scenario in wanted {
                    let pack = self.packs.get(&(scenario.clone(), self.language)).map(Pack::to_bytes);
                    let supplied = self.desk.hear(Told { clock: self.clock, event: Event::Supply { scenario, pack } });
                    self.view = supplied.view.or(self.view.take());
                    self.effects.extend(supplied.effects);
                    assert!(supplied.wanted.is_empty(), "not asked for all at once: {:?}", supplied.wanted);
                }
                answer = self.desk.hear(Told { clock: self.clock, event: Event::Work(100_000) });
                continue;
            }
            let event = if has_work {
                Event::Work(100_000)
            } else {
                return;
            };
            answer = self.desk.hear(Told { clock: self.clock, event });
        }
    }

    /// Goes to a place: its address after `#`.
    pub fn visit(&mut self, place: &str) {
        let place = place.trim_start_matches('#').to_owned();
        self.tell(Event::Visit { place, language: self.language, under_way: Vec::new() });
    }

    /// Plays a conversation; `choose` picks among the replies on offer by their places
    /// in the file. What is over is noted, as the page does.
    pub fn play(&mut self, scenario: &str, seed: u32, mode: Mode, choose: impl Fn(&Session) -> Vec<u8>) -> Attempt {
        let pack = self.pack(scenario).clone();
        let mut session = Session::begin(Rc::clone(&pack.scenario), seed);
        let mut attempt = Attempt::new(&pack.scenario, &pack.hashes, seed, mode);
        while !session.is_over() {
            let choice = choose(&session);
            session = session.choose(&choice).expect("a choice on offer");
            attempt.record(&choice, 1000 * u64::try_from(session.turns().len()).unwrap());
        }
        self.finish(attempt.clone());
        attempt
    }

    /// Hands in a conversation that is over.
    pub fn finish(&mut self, attempt: Attempt) {
        self.tell(Event::Over(attempt));
        self.clock.now += 1000;
    }

    fn nodes(&self) -> &[Node] {
        self.view.as_ref().map_or(&[], |view| &view.nodes)
    }

    /// All that can be read, each text on a line of its own.
    pub fn text(&self) -> String {
        let mut texts = Vec::new();
        read(self.nodes(), &mut texts);
        texts.join("\n")
    }

    /// The texts of all buttons.
    pub fn buttons(&self) -> Vec<String> {
        let controls = self.controls().into_iter();
        controls.filter(|control| matches!(control, Control::Button { .. })).map(name).collect()
    }

    fn controls(&self) -> Vec<&Control> {
        let mut found = Vec::new();
        controls(self.nodes(), &mut found);
        found
    }

    /// Presses the first button whose text begins so.
    ///
    /// # Panics
    /// When there is none that can be pressed.
    pub fn press(&mut self, label: &str) {
        let act = self.controls().into_iter().find_map(|control| match control {
            Control::Button { act, state, .. } if name(control).starts_with(label) && *state != ButtonState::Disabled => {
                Some(*act)
            }
            _ => None,
        });
        let act = act.unwrap_or_else(|| panic!("no button {label:?} among {:?}", self.buttons()));
        self.tell(Event::Control(act, Given::Nothing));
    }

    /// Types into the field, or chooses in the list, whose name begins so.
    ///
    /// # Panics
    /// When there is none.
    pub fn give(&mut self, label: &str, given: Given) {
        let act = self.controls().into_iter().find_map(|control| match control {
            Control::Field { act, label: name, .. }
            | Control::Select { act, label: name, .. }
            | Control::File { act, label: name }
                if name.starts_with(label) =>
            {
                Some(*act)
            }
            _ => None,
        });
        let act = act.unwrap_or_else(|| panic!("no field {label:?} in\n{}", self.text()));
        self.tell(Event::Control(act, given));
    }
}

fn name(control: &Control) -> String {
    match control {
        Control::Button { children, .. } => {
            let mut texts = Vec::new();
            read(children, &mut texts);
            texts.join(" ")
        }
        Control::Field { label, .. } | Control::Select { label, .. } | Control::File { label, .. } => label.clone(),
    }
}

fn read(nodes: &[Node], texts: &mut Vec<String>) {
    for node in nodes {
        match node {
            Node::Text(text) => texts.push(text.clone()),
            Node::Element { children, .. } => read(children, texts),
            Node::Bar { label, percent } => {
                texts.push(format!("{label} [{}]", percent.map_or("-".to_owned(), |p| p.to_string())))
            }
            Node::Curve(points) => texts.push(format!("{:?}", points.iter().map(|point| point.height).collect::<Vec<_>>())),
            Node::Link { label, to, .. } => texts.push(format!("{label} <{to}>")),
            Node::Control(control) => texts.push(format!("({})", name(control))),
        }
    }
}

fn controls<'n>(nodes: &'n [Node], found: &mut Vec<&'n Control>) {
    for node in nodes {
        match node {
            Node::Control(control) => found.push(control),
            Node::Element { children, .. } => controls(children, found),
            _ => {}
        }
    }
}

/// The place in the file of the first reply on offer (or the first set of replies).
pub fn first(session: &Session) -> Vec<u8> {
    ninesteps::session::rules::choices(session.scenario(), session.state()).into_iter().next().expect("a choice")
}
