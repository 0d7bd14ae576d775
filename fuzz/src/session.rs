use crate::dice::{Bytes, Dice};
use crate::library::library;
use crate::{edit, play, values};
use std::rc::Rc;

/// Enough for the small scenarios.
const STATES: usize = 200;

/// Bytes as luck and choices: which scenario, how often and where it is changed, the
/// seed, and what is chosen.
pub fn session(bytes: &[u8]) {
    let library = library();
    let mut dice = Bytes(bytes);
    // One time in two the first, which is small.
    let known = library.scenarios.get(dice.below(2 * library.scenarios.len())).unwrap_or(&library.scenarios[0]);
    let mut pack = Rc::clone(&known.pack);
    let mut source = known.source.clone();
    // Large files are played as they are: to read them again takes too long.
    let edits = if source.len() < 8_000 { dice.below(8) } else { 0 };
    for _ in 0..edits {
        // What is no scenario any more is changed back.
        let changed = edit::edit(&source, &mut dice);
        if let Some(whole) = library.pack(&changed) {
            (pack, source) = (Rc::new(whole), changed);
        }
    }
    let values = values::within(&pack.scenario, STATES);
    let seed = dice.seed();
    play::through(&pack, seed, &mut dice, values.as_ref());
}
