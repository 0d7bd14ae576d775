//! What of conversations is kept on the device.

use super::loading::Pack;
use super::platform::files::{as_text, from_text};
use super::platform::storage::{self, Trouble};
use super::run::Run;
use crate::session::attempt::FORMAT;
use crate::session::{Attempt, Verdict};

/// What was found on the device.
pub enum Restored {
    Nothing,
    Run(Box<Run>),
    /// A save that cannot be read, as it stands.
    Damaged(String),
    /// A save of other rules, whose scenario is not kept either.
    OtherVersion(String),
}

fn attempt_key(id: &str) -> String {
    ["attempt/", id].concat()
}

fn pack_key(id: &str) -> String {
    ["pack/", id].concat()
}

fn finished_key(id: &str) -> String {
    ["finished/", id].concat()
}

/// The name under which another tab's changes are noticed.
pub fn watched_key(id: &str) -> String {
    attempt_key(id)
}

/// Keeps an attempt as it stands, before it returns.
pub fn keep(attempt: &Attempt) -> Result<(), Trouble> {
    let packed = postcard::to_allocvec(attempt).unwrap_or_default();
    storage::set(&attempt_key(&attempt.scenario), &as_text(&packed))
}

/// Keeps the scenario that a conversation begins on.
pub fn keep_pack(id: &str, pack: &[u8]) -> Result<(), Trouble> {
    storage::set(&pack_key(id), &as_text(pack))
}

/// Adds an attempt to the finished ones.
pub fn keep_finished(attempt: &Attempt) -> Result<(), Trouble> {
    let mut all = finished(&attempt.scenario);
    all.push(attempt.clone());
    let packed = postcard::to_allocvec(&all).unwrap_or_default();
    storage::set(&finished_key(&attempt.scenario), &as_text(&packed))
}

/// What the device has of a scenario.
pub fn restore(pack: &Pack, now: u64) -> Restored {
    let id = &pack.scenario.id;
    let Ok(Some(text)) = storage::get(&attempt_key(id)) else { return Restored::Nothing };
    let Some(attempt) = unpacked(&text) else { return Restored::Damaged(text) };
    match Run::resume(pack, attempt.clone(), now) {
        Ok(run) => Restored::Run(Box::new(run)),
        Err(Verdict::OtherVersion) => match begun_with(id).map(|pack| Run::resume(&pack, attempt, now)) {
            Some(Ok(run)) => Restored::Run(Box::new(run)),
            _ => Restored::OtherVersion(text),
        },
        Err(_) => Restored::Damaged(text),
    }
}

fn unpacked(text: &str) -> Option<Attempt> {
    let attempt: Attempt = postcard::from_bytes(&from_text(text)).ok()?;
    (attempt.format == FORMAT).then_some(attempt)
}

/// The scenario as it was when the saved conversation began.
fn begun_with(id: &str) -> Option<Pack> {
    Pack::read(from_text(&storage::get(&pack_key(id)).ok()??))
}

/// The finished attempts of a scenario, oldest first.
fn finished(id: &str) -> Vec<Attempt> {
    let text = storage::get(&finished_key(id)).ok().flatten();
    text.and_then(|text| postcard::from_bytes(&from_text(&text)).ok()).unwrap_or_default()
}

/// The best score so far, in ten-thousandths.
pub fn best_score(id: &str) -> Option<u16> {
    finished(id).iter().filter_map(|attempt| attempt.claim?.score).max()
}

/// Whether a conversation is under way.
pub fn is_under_way(id: &str) -> bool {
    let text = storage::get(&attempt_key(id)).ok().flatten();
    let attempt = text.and_then(|text| unpacked(&text));
    attempt.is_some_and(|attempt| attempt.claim.is_none() && !attempt.choices.is_empty())
}
