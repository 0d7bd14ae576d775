//! A scenario that is being played: the conversation and what stands in its way. Here
//! choices are kept before they are answered.

use super::loading::Pack;
use super::platform::storage::{self, Listener, Trouble};
use super::platform::{files, timer};
use super::run::Run;
use super::saves::{self, Restored};
use crate::session::Sureness;
use crate::session::attempt::Forecast;
use crate::session::{Attempt, Choice, Mode};

/// Something in the way that the learner should know.
#[derive(Clone, PartialEq, Eq)]
pub enum Hindrance {
    Storage(Trouble),
    Damaged(String),
    OtherVersion(String),
    OtherTab,
    NoTwin,
}

/// One scenario with all that goes on in it.
pub struct Room {
    /// As the library has it now; a conversation may have begun on an older one.
    pub pack: Pack,
    pub run: Option<Run>,
    pub hindrance: Option<Hindrance>,
    pub mode: Mode,
    /// The replies picked so far, where several are chosen together.
    pub picked: Choice,
    /// How sure the learner is of the reply to come, 0 to 100.
    pub confidence: Option<u8>,
    /// Another tab's changes; it listens as long as the room stands.
    _listener: Option<Listener>,
}

impl Room {
    /// Opens a scenario, and finds the conversation that is kept on the device.
    pub fn open(pack: Pack, other_tab: impl FnMut() + 'static) -> Self {
        let listener = storage::on_change(&saves::watched_key(&pack.scenario.id), other_tab);
        let mut room = Self {
            pack,
            run: None,
            hindrance: None,
            mode: Mode::default(),
            picked: Choice::new(),
            confidence: None,
            _listener: listener,
        };
        room.restore();
        room
    }

    pub fn is_of(&self, id: &str) -> bool {
        self.pack.scenario.id == id
    }

    /// Shows what is kept on the device.
    pub fn restore(&mut self) {
        self.hindrance = None;
        self.forget_reply();
        match saves::restore(&self.pack, timer::now()) {
            Restored::Nothing => self.run = None,
            Restored::Run(run) => {
                self.mode = run.attempt.mode;
                self.run = Some(*run);
            }
            Restored::Damaged(text) => self.hindrance = Some(Hindrance::Damaged(text)),
            Restored::OtherVersion(text) => self.hindrance = Some(Hindrance::OtherVersion(text)),
        }
    }

    /// Goes on in another language, in the same place.
    pub fn translate(&mut self, pack: Pack) {
        if let Some(run) = &self.run {
            match run.in_pack(&pack) {
                Some(twin) => self.run = Some(twin),
                None => self.hindrance = Some(Hindrance::NoTwin),
            }
        }
        self.pack = pack;
    }

    /// The pack that is played: the one the conversation began on.
    pub fn playing(&self) -> &Pack {
        self.run.as_ref().map_or(&self.pack, |run| &run.pack)
    }

    /// Begins a new conversation.
    pub fn start(&mut self, mode: Mode, forecast: Vec<Forecast>) {
        self.hindrance = None;
        self.forget_reply();
        self.mode = mode;
        let begun = Run::begin(&self.pack, timer::fresh_seed(), mode, forecast, timer::now());
        self.put(begun);
    }

    /// Goes on with an attempt instead of the conversation that is here.
    pub fn resume(&mut self, attempt: Attempt) {
        self.hindrance = None;
        self.forget_reply();
        self.mode = attempt.mode;
        if let Ok(run) = Run::resume(self.playing(), attempt, timer::now()) {
            let kept = run.keep();
            self.put((run, kept));
        }
    }

    /// A reply is pressed: said at once, or picked. Whether something was said.
    pub fn press(&mut self, turn: usize, position: u8) -> bool {
        let Some(run) = self.run.as_ref().filter(|run| run.session.turns().len() == turn) else { return false };
        match run.session.pick_count() {
            None => self.say(&[position]),
            Some(count) => {
                self.picked = toggled(&self.picked, position, count);
                false
            }
        }
    }

    /// The reply shown in a place is pressed.
    pub fn press_shown(&mut self, at: usize) -> bool {
        let Some(run) = &self.run else { return false };
        let pressed = run.offered().get(at).map(|reply| (run.session.turns().len(), reply.position));
        pressed.is_some_and(|(turn, position)| self.press(turn, position))
    }

    /// The picked replies are said.
    pub fn take(&mut self) -> bool {
        let picked = std::mem::take(&mut self.picked);
        self.say(&picked)
    }

    /// Says how sure the learner is; the same again: says nothing.
    pub fn be_sure(&mut self, confidence: u8) {
        self.confidence = Some(confidence).filter(|_| self.confidence != Some(confidence));
    }

    /// The next of the ways to be sure; after the last, none.
    pub fn be_otherwise_sure(&mut self) {
        self.confidence = Sureness::after(self.confidence).map(Sureness::percent);
    }

    fn say(&mut self, choice: &[u8]) -> bool {
        let next = self.run.as_ref().and_then(|run| run.choose(choice, self.confidence, timer::now()));
        let said = next.is_some();
        if let Some(next) = next {
            self.forget_reply();
            self.put(next);
        }
        said
    }

    /// What was kept is shown; what could not be kept is told.
    fn put(&mut self, (run, kept): (Run, Result<(), Trouble>)) {
        self.run = Some(run);
        if let Err(trouble) = kept {
            self.hindrance = Some(Hindrance::Storage(trouble));
        }
    }

    /// The attempt, once it is over and as long as its result is not noted.
    pub fn over(&self) -> Option<&Attempt> {
        let run = self.run.as_ref().filter(|run| run.session.is_over() && run.attempt.claim.is_none());
        run.map(|run| &run.attempt)
    }

    /// The result of a conversation was noted; where it is this one, it is noted here
    /// too.
    pub fn note(&mut self, attempt: &Attempt) {
        if let Some(run) = self.run.as_mut().filter(|run| run.attempt.is_same(attempt)) {
            run.attempt.claim = attempt.claim;
        }
    }

    fn forget_reply(&mut self) {
        self.picked.clear();
        self.confidence = None;
    }

    /// Hands the attempt to the learner.
    pub fn download(&self) {
        if let Some(run) = &self.run {
            files::download(&run.attempt.file_name(), &run.attempt.to_json());
        }
    }

    /// Hands a save that cannot be read to the learner.
    pub fn download_save(&self) {
        if let Some(Hindrance::Damaged(save) | Hindrance::OtherVersion(save)) = &self.hindrance {
            files::download(&format!("{}.save", self.pack.scenario.id), save);
        }
    }
}

/// With one more or one less; the places stay sorted, never more than `count`.
fn toggled(picked: &[u8], position: u8, count: usize) -> Vec<u8> {
    let mut picked: Vec<u8> = picked.to_vec();
    if let Some(at) = picked.iter().position(|other| *other == position) {
        picked.remove(at);
    } else if picked.len() < count {
        let at = picked.iter().take_while(|other| **other < position).count();
        picked.insert(at, position);
    }
    picked
}
