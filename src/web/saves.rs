//! A conversation with its place on the device.

use super::loading::Pack;
use super::platform::files::{as_text, from_text};
use super::platform::storage::{self, Trouble};
use crate::session::attempt::{Claim, FORMAT};
use crate::session::{Attempt, Mode, Session, Verdict, rules};
use crate::web::components::replies::Shown;

/// A conversation under way, or just over.
#[derive(Clone)]
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

fn pack_key(id: &str) -> String {
    format!("pack/{id}")
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
        let attempt = Attempt::new(&pack.scenario, &pack.hashes, seed, mode);
        let run = Self { pack: pack.clone(), session, attempt, epoch: now };
        let id = &pack.scenario.id;
        let kept = storage::set(&pack_key(id), &as_text(&pack.bytes)).and_then(|()| run.keep());
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

    /// The replies on offer, in the order in which they are shown.
    pub fn offered(&self) -> Vec<Shown> {
        let scenario = self.session.scenario();
        let scene = scenario.scene(self.session.state().scene);
        let shown = self.session.offer().into_iter().filter_map(|id| {
            let position = rules::position(scene?, id)?;
            Some(Shown { position, say: scenario.reply(id)?.say.clone() })
        });
        shown.collect()
    }

    /// How many replies are chosen together; `None`: one, at once.
    pub fn pick_count(&self) -> Option<usize> {
        let scene = self.session.scenario().scene(self.session.state().scene)?;
        scene.pick.as_ref()?;
        Some(rules::pick_count(scene, self.session.offer().len()))
    }

    fn keep(&self) -> Result<(), Trouble> {
        storage::set(&attempt_key(&self.attempt.scenario), &as_text(&packed(&self.attempt)))
    }

    /// The same conversation in another language. `None` if the rules differ.
    pub fn in_pack(&self, pack: &Pack) -> Option<Self> {
        let session = self.attempt.replay(pack.scenario.clone(), &pack.hashes).ok()?;
        let mut attempt = self.attempt.clone();
        attempt.language = pack.scenario.language;
        attempt.hashes = (*pack.hashes).clone();
        Some(Self { pack: pack.clone(), session, attempt, epoch: self.epoch })
    }

    /// Writes the result into the attempt and keeps it among the finished. The score
    /// is in ten-thousandths. `None` if it was written before.
    pub fn finish(&self, score: Option<u16>) -> Option<(Self, Result<(), Trouble>)> {
        let outcome = self.session.state().outcome(self.session.scenario())?;
        let claim = Claim { score, outcome };
        if self.attempt.claim == Some(claim) {
            return None;
        }
        let mut run = self.clone();
        run.attempt.claim = Some(claim);
        let id = &run.attempt.scenario;
        let mut all = finished(id);
        all.push(run.attempt.clone());
        let text = as_text(&postcard::to_allocvec(&all).unwrap_or_default());
        let kept = storage::set(&finished_key(id), &text).and_then(|()| run.keep());
        Some((run, kept))
    }
}

fn packed(attempt: &Attempt) -> Vec<u8> {
    postcard::to_allocvec(attempt).unwrap_or_default()
}

fn unpacked(text: &str) -> Option<Attempt> {
    let attempt: Attempt = postcard::from_bytes(&from_text(text)).ok()?;
    (attempt.format == FORMAT).then_some(attempt)
}

/// What the device has of a scenario.
pub fn restore(pack: &Pack, now: u64) -> Restored {
    let id = &pack.scenario.id;
    let Ok(Some(text)) = storage::get(&attempt_key(id)) else { return Restored::Nothing };
    let Some(attempt) = unpacked(&text) else { return Restored::Damaged(text) };
    let resume = |pack: &Pack| {
        let session = attempt.replay(pack.scenario.clone(), &pack.hashes)?;
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
