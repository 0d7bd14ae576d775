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

/// Writes a result into the kept attempt, if it is that one.
///
/// # Errors
/// The browser has no room for it, or forbids it.
pub fn keep_result(attempt: &Attempt) -> Result<(), Trouble> {
    match kept(&attempt.scenario) {
        Some(kept) if kept.is_same(attempt) => keep(attempt),
        _ => Ok(()),
    }
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

/// The attempt that is kept of a scenario.
fn kept(id: &str) -> Option<Attempt> {
    unpacked(&storage::get(&attempt_key(id)).ok()??)
}

/// The attempt whose result is not known yet.
pub fn without_result(id: &str) -> Option<Attempt> {
    kept(id).filter(|attempt| attempt.claim.is_none() && !attempt.choices.is_empty())
}

/// Whether a conversation is under way.
pub fn is_under_way(id: &str) -> bool {
    without_result(id).is_some()
}
