//! The second program: what is worked out beside the conversation, all pages but the
//! library and the conversation, and what a scenario file means. The page tells it
//! what happens, in postcard, and is answered with what to show and what to see to.

use crate::catalogue::Catalogue;
use crate::language::Language;
use crate::pack::{self, Pack, Reported};
use crate::practice::calendar::Clock;
use crate::record::{self, Record};
use crate::screens::{self, Act, Effect, Found, Given, Place, Screen, Sheet, View, World};
use crate::session::Attempt;
use serde::{Deserialize, Serialize};

/// A scenario file with the method files at hand.
#[derive(Debug, Serialize, Deserialize)]
pub struct Source {
    pub methods: Vec<String>,
    pub scenario: Vec<u8>,
}

/// The bytes of a pack, or the problems of the file.
pub type Read = Result<Vec<u8>, Vec<Reported>>;

/// Reads a scenario file: [`Source`] to [`Read`].
pub fn compile(source: &[u8]) -> Vec<u8> {
    let read: Read = match postcard::from_bytes::<Source>(source) {
        Ok(source) => pack::compile(&source.methods, &source.scenario).map(|pack| pack.to_bytes()),
        Err(_) => Err(Vec::new()),
    };
    postcard::to_allocvec(&read).unwrap_or_default()
}

/// Something happens, at a time.
#[derive(Debug, Serialize, Deserialize)]
pub struct Told {
    pub clock: Clock,
    pub event: Event,
}

/// What can happen.
#[derive(Debug, Serialize, Deserialize)]
pub enum Event {
    /// The library as text, and the record as it is kept.
    Begin { catalogue: String, record: Vec<u8> },
    /// A place is gone to: its address after `#`. `under_way`: scenarios with a
    /// conversation under way.
    Visit { place: String, language: Language, under_way: Vec<String> },
    /// A screen is left for the library or a conversation.
    Leave,
    /// The bytes of a scenario that was wanted, or that is being played; `None`: it
    /// could not be loaded.
    Supply { scenario: String, pack: Option<Vec<u8>> },
    /// A conversation has begun, so that its values will be wanted.
    Begun { scenario: String },
    /// A conversation is over.
    Over(Attempt),
    /// The control of this number was pressed, or something was typed, chosen or opened
    /// there.
    Control(u32, Given),
    /// The time that a view asked for has passed.
    Tick,
    /// What is kept beside the record, by name, as it was asked for.
    Kept(Vec<(String, String)>),
    /// There is time to work, for so many states.
    Work(usize),
}

/// What comes of it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Answer {
    /// What is to be shown now, where it has changed.
    pub view: Option<View>,
    pub effects: Vec<Effect>,
    /// Scenarios that should be supplied.
    pub wanted: Vec<String>,
    /// There is something to work out: `Event::Work` is welcome.
    pub has_work: bool,
}

/// The program's memory.
#[derive(Default)]
pub struct Desk {
    world: World,
    screen: Option<Box<dyn Screen>>,
    /// What the controls of the last view mean.
    acts: Vec<Act>,
    /// Something happened that the last view does not show.
    stale: bool,
}

impl Desk {
    /// Hears what happens: [`Told`] to [`Answer`].
    pub fn tell(&mut self, told: &[u8]) -> Vec<u8> {
        let answer = postcard::from_bytes(told).map(|told| self.hear(told)).unwrap_or_default();
        postcard::to_allocvec(&answer).unwrap_or_default()
    }

    /// Hears what happens.
    pub fn hear(&mut self, told: Told) -> Answer {
        self.world.clock = told.clock;
        self.stale = !matches!(told.event, Event::Work(_) | Event::Begun { .. });
        self.take(told.event);
        let view = self.view();
        Answer {
            view,
            effects: self.world.take_effects(),
            wanted: self.world.shelf.take_wanted(),
            has_work: self.world.shelf.has_work(),
        }
    }

    fn take(&mut self, event: Event) {
        let world = &mut self.world;
        match event {
            Event::Begin { catalogue, record } => {
                world.catalogue = Catalogue::from_text(&catalogue).unwrap_or_default();
                world.record = Record::new(record::read(&record).0);
            }
            Event::Visit { place, language, under_way } => {
                if world.language != language {
                    world.language = language;
                    world.shelf.clear();
                }
                world.under_way = under_way;
                self.screen = Some(screens::open(&Place::read(&place), world));
            }
            Event::Leave => self.screen = None,
            Event::Supply { scenario, pack } => {
                world.shelf.put(&scenario, pack.and_then(|bytes| Pack::from_bytes(&bytes)));
                world.note_what_is_over();
            }
            Event::Begun { scenario } => {
                let _: Found<_> = world.shelf.values(&scenario);
            }
            Event::Over(attempt) => world.is_over(attempt),
            Event::Control(number, given) => self.control(number, given),
            Event::Tick => self.pass(Act::Tick, Given::Nothing),
            Event::Kept(kept) => self.pass(Act::Kept(kept), Given::Nothing),
            Event::Work(states) => {
                if world.shelf.work(states) {
                    world.note_what_is_over();
                    self.stale = true;
                }
            }
        }
    }

    fn control(&mut self, number: u32, given: Given) {
        let act = usize::try_from(number).ok().and_then(|number| self.acts.get(number)).cloned();
        if let Some(act) = act {
            self.pass(act, given);
        }
    }

    fn pass(&mut self, act: Act, given: Given) {
        if act == Act::Reload {
            self.world.shelf.try_again();
        } else if let Some(screen) = &mut self.screen {
            screen.act(act, given, &mut self.world);
        }
    }

    fn view(&mut self) -> Option<View> {
        let screen = self.screen.as_deref().filter(|_| self.stale)?;
        let mut sheet = Sheet::default();
        screen.show(&self.world, &mut sheet);
        let (view, acts) = sheet.into_parts(screen.title(&self.world), self.world.language);
        self.acts = acts;
        Some(view)
    }
}
