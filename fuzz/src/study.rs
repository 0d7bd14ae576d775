use crate::dice::Bytes;
use crate::library::library;
use crate::play;
use ninesteps::catalogue::Catalogue;
use ninesteps::pack::Pack;
use ninesteps::session::Attempt;
use ninesteps::study::{self, Debrief, Desk, Question, Read};

/// States that are explored of each pack.
const STATES: usize = 200;

thread_local! {
    /// A desk on which the smallest scenario is worked out.
    static DESK: Desk = {
        let mut desk = Desk::new(&library().scenarios[0].pack.to_bytes());
        while !desk.work(STATES) {}
        desk
    };
}

/// Bytes as what lies on the device or comes to the second program: whatever they
/// are, they are refused or can be worked with. The first byte says which.
pub fn study(bytes: &[u8]) {
    let Some((kind, rest)) = bytes.split_first() else { return };
    match kind {
        b'f' => file(rest),
        b'p' => pack(rest),
        b'q' => question(rest),
        b'c' => catalogue(rest),
        _ => drop(postcard::from_bytes::<Vec<Attempt>>(rest)),
    }
}

/// A scenario file to read.
fn file(bytes: &[u8]) {
    let read: Read = postcard::from_bytes(&study::compile(bytes)).expect("an answer");
    if let Ok(bytes) = read {
        assert!(Pack::from_bytes(&bytes).is_some());
    }
}

/// A pack, played as its own bytes say.
fn pack(bytes: &[u8]) {
    let mut desk = Desk::new(bytes);
    desk.work(STATES);
    let Some(pack) = Pack::from_bytes(bytes) else { return };
    let mut dice = Bytes(bytes);
    let seed = dice.seed();
    let attempt = play::through(&pack, seed, &mut dice, None);
    let question = Question { guess: Some(attempt.choices.len()), attempt };
    let answer = desk.debrief(&postcard::to_allocvec(&question).unwrap());
    postcard::from_bytes::<Debrief>(&answer).expect("an answer");
}

/// A question to look back on.
fn question(bytes: &[u8]) {
    let answer = DESK.with(|desk| desk.debrief(bytes));
    postcard::from_bytes::<Debrief>(&answer).expect("an answer");
}

/// The list of the library.
fn catalogue(bytes: &[u8]) {
    let Some(catalogue) = Catalogue::from_text(&String::from_utf8_lossy(bytes)) else { return };
    for card in &catalogue.cards {
        assert!(catalogue.card(&card.id, card.language).is_some() && !card.path().is_empty());
        catalogue.steps(&card.method);
    }
}
