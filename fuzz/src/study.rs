use crate::dice::Bytes;
use crate::library::library;
use crate::play;
use ninesteps::catalogue::{Card, Catalogue};
use ninesteps::language::Language;
use ninesteps::pack::Pack;
use ninesteps::practice::calendar::Clock;
use ninesteps::screens::Given;
use ninesteps::study::{self, Answer, Desk, Event, Read, Told};

/// States that are explored of each pack.
const STATES: usize = 200;

/// Places without a scenario, and those of one.
const PLACES: [&str; 3] = ["drills", "progress", "journal"];
const OF_SCENARIO: [&str; 6] = ["debrief", "watch", "explained", "teach-back", "forecast", "compare/1/2"];

/// Bytes as what lies on the device or comes to the second program: whatever they
/// are, they are refused or can be worked with. The first byte says which.
pub fn study(bytes: &[u8]) {
    let Some((kind, rest)) = bytes.split_first() else { return };
    match kind {
        b'f' => file(rest),
        b'p' => pack(rest),
        b'q' => drop(postcard::from_bytes::<Answer>(&Desk::default().tell(rest)).expect("an answer")),
        b'e' => events(rest),
        b'r' => record(rest.to_vec()),
        _ => catalogue(rest),
    }
}

/// A scenario file to read.
fn file(bytes: &[u8]) {
    let read: Read = postcard::from_bytes(&study::compile(bytes)).expect("an answer");
    if let Ok(bytes) = read {
        assert!(Pack::from_bytes(&bytes).is_some());
    }
}

/// A desk that has begun, and what happens to it one after the other.
struct Day(Desk, u64);

impl Day {
    fn begin(record: Vec<u8>) -> Self {
        let cards = vec![Card::of(&library().scenarios[0].pack.scenario)];
        let catalogue = Catalogue { version: "1".to_owned(), cards, methods: Vec::new() }.to_text();
        let mut day = Self(Desk::default(), 0);
        day.tell(Event::Begin { catalogue, record });
        day
    }

    /// Tells it, and supplies the smallest scenario wherever one is wanted.
    fn tell(&mut self, event: Event) {
        self.1 += 1000;
        let clock = Clock { now: self.1, ahead: 480 };
        let answer = self.0.hear(Told { clock, event });
        for scenario in answer.wanted {
            let pack = Some(library().scenarios[0].pack.to_bytes());
            self.0.hear(Told { clock, event: Event::Supply { scenario, pack } });
        }
        self.0.hear(Told { clock, event: Event::Work(STATES) });
    }

    /// Goes there and uses the first controls.
    fn visit(&mut self, place: &str, language: Language) {
        self.tell(Event::Visit { place: place.to_owned(), language, under_way: Vec::new() });
        for number in 0..4 {
            self.tell(Event::Control(number, Given::Option(1)));
            self.tell(Event::Control(number, Given::Text("?".to_owned())));
        }
    }
}

/// A pack, played as its own bytes say, and looked at from all sides.
fn pack(bytes: &[u8]) {
    let Some(pack) = Pack::from_bytes(bytes) else { return };
    let mut dice = Bytes(bytes);
    let seed = dice.seed();
    let attempt = play::through(&pack, seed, &mut dice, None);
    let mut day = Day::begin(Vec::new());
    let scenario = pack.scenario.id.clone();
    day.tell(Event::Supply { scenario: scenario.clone(), pack: Some(bytes.to_vec()) });
    day.tell(Event::Over(attempt));
    OF_SCENARIO.iter().for_each(|place| day.visit(&format!("/{scenario}/{place}"), pack.scenario.language));
}

/// Whatever may happen, in any order.
fn events(bytes: &[u8]) {
    let Ok(events) = postcard::from_bytes::<Vec<Event>>(bytes) else { return };
    let mut day = Day::begin(Vec::new());
    events.into_iter().take(40).for_each(|event| day.tell(event));
}

/// A record as it lies on the device.
fn record(bytes: Vec<u8>) {
    let mut day = Day::begin(bytes);
    PLACES.iter().for_each(|place| day.visit(place, Language::En));
}

fn catalogue(bytes: &[u8]) {
    let Some(catalogue) = Catalogue::from_text(&String::from_utf8_lossy(bytes)) else { return };
    for card in &catalogue.cards {
        assert!(catalogue.card(&card.id, card.language).is_some() && !card.path().is_empty());
        catalogue.steps(&card.method);
    }
}
