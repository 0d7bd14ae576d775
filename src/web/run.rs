//! A conversation under way, or just over, with its attempt.

use super::loading::Pack;
use super::platform::storage::Trouble;
use super::saves;
use crate::session::attempt::Claim;
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
    pub fn begin(pack: &Pack, seed: u32, mode: Mode, now: u64) -> (Self, Result<(), Trouble>) {
        let session = Session::begin(pack.scenario.clone(), seed);
        let attempt = Attempt::new(&pack.scenario, &pack.hashes, seed, mode);
        let kept = saves::keep_pack(&attempt.scenario, &pack.bytes).and_then(|()| saves::keep(&attempt));
        (Self { pack: pack.clone(), session, attempt, epoch: now }, kept)
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

    /// The conversation after one more choice, already kept. `None` if the choice
    /// is not on offer.
    pub fn choose(&self, choice: &[u8], now: u64) -> Option<(Self, Result<(), Trouble>)> {
        let session = self.session.choose(choice).ok()?;
        let mut attempt = self.attempt.clone();
        attempt.record(choice, now.saturating_sub(self.epoch));
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

    /// Writes the result into the attempt and keeps it among the finished. The score
    /// is in ten-thousandths. `None` if it was written before.
    pub fn finish(&self, score: Option<u16>) -> Option<(Self, Result<(), Trouble>)> {
        let claim = Claim::of(&self.session, score)?;
        if self.attempt.claim == Some(claim) {
            return None;
        }
        let mut run = self.clone();
        run.attempt.claim = Some(claim);
        let kept = saves::keep_finished(&run.attempt).and_then(|()| saves::keep(&run.attempt));
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
}
