//! A scenario that is being played: the conversation, what stands in its way, and
//! the look back. Here choices are kept before they are answered.

use super::loading::Pack;
use super::platform::storage::{self, Listener, Trouble};
use super::platform::study::Study;
use super::platform::{files, timer};
use super::run::Run;
use super::saves::{self, Restored};
use crate::markup::Node;
use crate::session::{Choice, Mode};
use crate::study::Question;

/// Something in the way that the learner should know.
#[derive(Clone, PartialEq, Eq)]
pub enum Hindrance {
    Storage(Trouble),
    Damaged(String),
    OtherVersion(String),
    OtherTab,
    NoTwin,
}

/// How far the second program has come with this scenario.
pub enum Desk {
    /// Not asked for yet.
    Away,
    Coming,
    Missing,
    Working(Study),
    Ready(Study),
}

/// How far the look back has come.
pub enum LookBack<'a> {
    /// The learner has not said yet where it turned.
    Asking,
    WorkingOut,
    NotLoaded,
    Written(&'a [Node]),
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
    pub desk: Desk,
    guessed: Option<Option<usize>>,
    document: Vec<Node>,
    /// Another tab's changes; it listens as long as the room stands.
    _listener: Option<Listener>,
}

/// States explored in one slice; a few milliseconds.
const SLICE: u32 = 100;

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
            desk: Desk::Away,
            guessed: None,
            document: Vec::new(),
            _listener: listener,
        };
        room.restore();
        room
    }

    /// Shows what is kept on the device.
    pub fn restore(&mut self) {
        self.hindrance = None;
        self.forget_look_back();
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
        self.document.clear();
        self.desk = Desk::Away;
    }

    /// The pack that is played: the one the conversation began on.
    pub fn playing(&self) -> &Pack {
        self.run.as_ref().map_or(&self.pack, |run| &run.pack)
    }

    /// Begins a new conversation.
    pub fn start(&mut self) {
        self.hindrance = None;
        self.forget_look_back();
        let begun = Run::begin(&self.pack, timer::fresh_seed(), self.mode, timer::now());
        self.put(begun);
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

    fn say(&mut self, choice: &[u8]) -> bool {
        let next = self.run.as_ref().and_then(|run| run.choose(choice, timer::now()));
        let said = next.is_some();
        if let Some(next) = next {
            self.picked.clear();
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

    fn is_over(&self) -> bool {
        self.run.as_ref().is_some_and(|run| run.session.is_over())
    }

    /// Whether the second program is wanted and was not asked for yet.
    pub fn wants_study(&mut self) -> bool {
        let wanted = self.run.is_some() && matches!(self.desk, Desk::Away);
        if wanted {
            self.desk = Desk::Coming;
        }
        wanted
    }

    /// The second program takes up this scenario.
    pub fn take_up(&mut self, study: Option<Study>) {
        self.desk = match study {
            Some(study) => {
                study.take_up(&self.playing().bytes);
                Desk::Working(study)
            }
            None => Desk::Missing,
        };
    }

    /// Whether there is something to work out, between this frame and the next.
    pub fn has_work(&self) -> bool {
        match self.desk {
            Desk::Working(_) => true,
            Desk::Ready(_) => self.is_over() && self.document.is_empty(),
            Desk::Away | Desk::Coming | Desk::Missing => false,
        }
    }

    /// A slice of work: values first, then, once the conversation is over, the look
    /// back.
    pub fn work(&mut self) {
        match &self.desk {
            Desk::Working(study) if study.work(SLICE) => self.desk = Desk::Ready(study.clone()),
            Desk::Ready(_) if self.is_over() => self.look_back(),
            _ => {}
        }
    }

    /// Names where it turned.
    pub fn guess(&mut self, guess: Option<usize>) {
        self.guessed = Some(guess);
        self.document.clear();
    }

    /// Writes the debrief, and the result into the attempt.
    fn look_back(&mut self) {
        let (Some(run), Desk::Ready(study)) = (&self.run, &self.desk) else { return };
        let question = Question { attempt: run.attempt.clone(), guess: self.guessed.flatten() };
        let Some(debrief) = study.debrief(&question) else {
            self.desk = Desk::Missing;
            return;
        };
        let finished = run.finish(debrief.score);
        self.document = debrief.document;
        if let Some(finished) = finished {
            self.put(finished);
        }
    }

    pub fn look_back_so_far(&self) -> LookBack<'_> {
        match (&self.guessed, &self.desk) {
            (None, _) => LookBack::Asking,
            (Some(_), Desk::Missing) => LookBack::NotLoaded,
            (Some(_), _) if self.document.is_empty() => LookBack::WorkingOut,
            (Some(_), _) => LookBack::Written(&self.document),
        }
    }

    fn forget_look_back(&mut self) {
        self.guessed = None;
        self.document.clear();
        self.picked.clear();
    }

    /// Hands the attempt to the learner.
    pub fn download(&self) {
        if let Some(run) = &self.run {
            let name = format!("{}-{}.attempt.json", run.attempt.scenario, run.attempt.seed);
            files::download(&name, &run.attempt.to_json());
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
