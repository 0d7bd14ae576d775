//! A conversation with its place on the device.

use super::loading::{Pack, Texts};
use super::platform::storage::{self, Trouble};
use crate::score::Scorecard;
use crate::session::attempt::Claim;
use crate::session::{Attempt, Mode, Session, Verdict};

/// A conversation under way, or just over.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub pack: Pack,
    pub session: Session,
    pub attempt: Attempt,
    /// When it would have begun, had it never been interrupted.
    epoch: u64,
}

/// What was found on the device.
pub enum Restored {
    Nothing,
    Run(Run),
    /// A save that cannot be read, as it stands.
    Damaged(String),
    /// A save of other rules, whose scenario is not kept either.
    OtherVersion(String),
}

fn attempt_key(id: &str) -> String {
    format!("attempt/{id}")
}

fn texts_key(id: &str) -> String {
    format!("texts/{id}")
}

fn finished_key(id: &str) -> String {
    format!("finished/{id}")
}

/// The name under which another tab's changes are noticed.
pub fn watched_key(id: &str) -> String {
    attempt_key(id)
}

impl Run {
    /// A new conversation. It is kept from the start, with the scenario it is
    /// played on, since the site may change meanwhile.
    pub fn begin(pack: &Pack, seed: u32, mode: Mode, now: u64) -> (Self, Result<(), Trouble>) {
        let session = Session::begin(pack.scenario.clone(), seed);
        let attempt = Attempt::new(&pack.scenario, seed, mode);
        let run = Self { pack: pack.clone(), session, attempt, epoch: now };
        let id = &pack.scenario.id;
        let texts = serde_json::to_string(&*pack.texts).unwrap_or_default();
        let kept = storage::set(&texts_key(id), &texts).and_then(|()| run.keep());
        (run, kept)
    }

    /// The conversation after one more choice, already kept. `None` if the choice
    /// is not on offer.
    pub fn choose(&self, choice: &[u8], now: u64) -> Option<(Self, Result<(), Trouble>)> {
        let session = self.session.choose(choice).ok()?;
        let mut attempt = self.attempt.clone();
        attempt.choices.push(choice.to_vec());
        attempt.times.push(now.saturating_sub(self.epoch));
        let run = Self { pack: self.pack.clone(), session, attempt, epoch: self.epoch };
        let kept = run.keep();
        Some((run, kept))
    }

    fn keep(&self) -> Result<(), Trouble> {
        storage::set(&attempt_key(&self.attempt.scenario), &self.attempt.to_json())
    }

    /// The same conversation in another language. `None` if the rules differ.
    pub fn in_pack(&self, pack: &Pack) -> Option<Self> {
        let session = self.attempt.replay(pack.scenario.clone()).ok()?;
        let mut attempt = self.attempt.clone();
        attempt.language = pack.scenario.language;
        attempt.hashes = pack.scenario.hashes();
        Some(Self { pack: pack.clone(), session, attempt, epoch: self.epoch })
    }

    /// Writes the result into the attempt and keeps it among the finished.
    pub fn finish(&self, card: &Scorecard) -> Option<(Self, Result<(), Trouble>)> {
        let outcome = self.session.state().outcome(self.session.scenario())?;
        let claim = Claim { score: card.score, outcome };
        if self.attempt.claim == Some(claim) {
            return None;
        }
        let mut run = self.clone();
        run.attempt.claim = Some(claim);
        let mut all = finished(&run.attempt.scenario);
        all.push(run.attempt.clone());
        let text = serde_json::to_string(&all).unwrap_or_default();
        let kept = storage::set(&finished_key(&run.attempt.scenario), &text).and_then(|()| run.keep());
        Some((run, kept))
    }
}

/// What the device has of a scenario.
pub fn restore(pack: &Pack, now: u64) -> Restored {
    let id = &pack.scenario.id;
    let Ok(Some(text)) = storage::get(&attempt_key(id)) else { return Restored::Nothing };
    let Ok(attempt) = Attempt::from_json(&text) else { return Restored::Damaged(text) };
    let resume = |pack: &Pack| {
        let session = attempt.replay(pack.scenario.clone())?;
        let played = attempt.times.last().copied().unwrap_or(0);
        Ok(Run { pack: pack.clone(), session, attempt: attempt.clone(), epoch: now.saturating_sub(played) })
    };
    match resume(pack) {
        Ok(run) => Restored::Run(run),
        Err(Verdict::OtherVersion) => match begun_with(id).as_ref().map(resume) {
            Some(Ok(run)) => Restored::Run(run),
            _ => Restored::OtherVersion(text),
        },
        Err(_) => Restored::Damaged(text),
    }
}

/// The scenario as it was when the saved conversation began.
fn begun_with(id: &str) -> Option<Pack> {
    let texts: Texts = serde_json::from_str(&storage::get(&texts_key(id)).ok()??).ok()?;
    Pack::read(id, texts).ok()
}

/// Gives up the conversation under way.
pub fn forget(id: &str) {
    // Where nothing can be removed, nothing could be kept either.
    let _ = storage::remove(&attempt_key(id));
}

/// The finished attempts of a scenario, oldest first. What cannot be read is left
/// as it is and counts as none.
pub fn finished(id: &str) -> Vec<Attempt> {
    let text = storage::get(&finished_key(id)).ok().flatten();
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// The best score so far, 0 to 1.
pub fn best_score(id: &str) -> Option<f64> {
    finished(id).iter().filter_map(|attempt| attempt.claim?.score).fold(None, |best, score| Some(best.map_or(score, |best: f64| best.max(score))))
}

/// Whether a conversation is under way.
pub fn is_under_way(id: &str) -> bool {
    let text = storage::get(&attempt_key(id)).ok().flatten();
    let attempt = text.and_then(|text| Attempt::from_json(&text).ok());
    attempt.is_some_and(|attempt| attempt.claim.is_none() && !attempt.choices.is_empty())
}
