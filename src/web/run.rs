//! A conversation under way, or just over, with its attempt.

use super::loading::Pack;
use super::platform::storage::Trouble;
use super::saves;
use crate::session::attempt::Forecast;
use crate::session::{Attempt, Mode, Session, Verdict, rules};

/// A conversation under way, or just over. What changes it keeps it too.
#[derive(Clone)]
pub struct Run {
    pub pack: Pack,
    pub session: Session,
    pub attempt: Attempt,
    /// When it would have begun, had it never been interrupted.
    epoch: u64,
}

/// A reply as it is shown.
pub struct Shown {
    /// Its place in the file.
    pub position: u8,
    pub say: String,
}

impl Run {
    /// A new conversation. It is kept from the start, with the scenario it is
    /// played on, since the site may change meanwhile.
    pub fn begin(pack: &Pack, seed: u32, mode: Mode, forecast: Vec<Forecast>, now: u64) -> (Self, Result<(), Trouble>) {
        let session = Session::begin(pack.scenario.clone(), seed);
        let attempt = Attempt { forecast, ..Attempt::new(&pack.scenario, &pack.hashes, seed, mode) };
        let run = Self { pack: pack.clone(), session, attempt, epoch: now };
        let kept = run.keep();
        (run, kept)
    }

    /// Keeps it, with the scenario that it is played on.
    ///
    /// # Errors
    /// The browser has no room for it, or forbids it.
    pub fn keep(&self) -> Result<(), Trouble> {
        saves::keep_pack(&self.attempt.scenario, &self.pack.bytes).and_then(|()| saves::keep(&self.attempt))
    }

    /// Goes on with an attempt.
    ///
    /// # Errors
    /// Why it cannot be replayed on this pack.
    pub fn resume(pack: &Pack, attempt: Attempt, now: u64) -> Result<Self, Verdict> {
        let session = attempt.replay(pack.scenario.clone(), &pack.hashes)?;
        let played = attempt.times.last().copied().unwrap_or(0);
        Ok(Self { pack: pack.clone(), session, attempt, epoch: now.saturating_sub(played) })
    }

    /// The conversation after one more choice, of which the learner was so sure (0 to
    /// 100), already kept. `None` if the choice is not on offer.
    pub fn choose(&self, choice: &[u8], confidence: Option<u8>, now: u64) -> Option<(Self, Result<(), Trouble>)> {
        let session = self.session.choose(choice).ok()?;
        let mut attempt = self.attempt.clone();
        attempt.record(choice, now.saturating_sub(self.epoch));
        if let Some(confidence) = confidence {
            attempt.record_confidence(confidence);
        }
        let kept = saves::keep(&attempt);
        Some((Self { pack: self.pack.clone(), session, attempt, epoch: self.epoch }, kept))
    }

    /// The same conversation in another language. `None` if the rules differ.
    pub fn in_pack(&self, pack: &Pack) -> Option<Self> {
        let session = self.attempt.replay(pack.scenario.clone(), &pack.hashes).ok()?;
        let mut attempt = self.attempt.clone();
        attempt.language = pack.scenario.language;
        attempt.hashes = (*pack.hashes).clone();
        Some(Self { pack: pack.clone(), session, attempt, epoch: self.epoch })
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
}
