//! What every screen knows, and what it can have seen to.

use super::shelf::{Found, Shelf};
use crate::catalogue::{Card, Catalogue};
use crate::language::Language;
use crate::pack::Pack;
use crate::practice::calendar::Clock;
use crate::practice::schedule::Schedule;
use crate::record::{Deed, Entry, Figures, Played, Record};
use crate::score::{Scorecard, ten_thousandths};
use crate::session::attempt::{Claim, Forecast};
use crate::session::{Attempt, Mode, Session};
use serde::{Deserialize, Serialize};
use std::cell::{Ref, RefCell};
use std::rc::Rc;

/// What the page is asked to see to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Effect {
    /// Keeps an entry of the record.
    Keep(Entry),
    /// Goes to a place: the part of the address after `#`, `#` included.
    Go(String),
    /// Puts an attempt under way and goes to its conversation.
    Resume(Attempt),
    /// Begins a conversation with fresh luck.
    Begin {
        scenario: String,
        mode: Mode,
        forecast: Vec<Forecast>,
    },
    /// Hands a text to the learner as a file.
    Download {
        name: String,
        text: String,
    },
    Print,
    /// Reads a line of the customer aloud, where the learner wants that. `mood`: 0 to 4.
    Speak {
        text: String,
        mood: u8,
    },
    /// Keeps this record instead of the one there is.
    Replace(Vec<Entry>),
    /// Asks for what is kept beside the record; it comes as `Event::Kept`.
    Gather,
    /// Keeps these beside the record, unless something of the name is there.
    Restore(Vec<(String, String)>),
    /// Forgets everything on the device.
    Clear,
}

impl Effect {
    /// Hands out an attempt as a file.
    pub fn file_of(attempt: &Attempt) -> Self {
        Self::Download { name: attempt.file_name(), text: attempt.to_json() }
    }
}

/// What every screen knows.
#[derive(Default)]
pub struct World {
    pub clock: Clock,
    pub language: Language,
    pub catalogue: Catalogue,
    pub record: Record,
    pub shelf: Shelf,
    /// Scenarios with a conversation under way.
    pub under_way: Vec<String>,
    /// When which drill comes back, as far as it was asked for.
    schedule: RefCell<Schedule>,
    /// Conversations that are over and not noted yet: their values are being worked out.
    over: Vec<Attempt>,
    effects: Vec<Effect>,
}

impl World {
    /// Notes a deed in the record and has it kept; its time.
    pub fn note(&mut self, deed: Deed) -> u64 {
        let entry = self.record.note(self.clock.now, deed).clone();
        let at = entry.at;
        self.effects.push(Effect::Keep(entry));
        at
    }

    /// When which drill comes back, by the record as it is now.
    pub fn schedule(&self) -> Ref<'_, Schedule> {
        // Whoever still looks at it has had it caught up.
        if let Ok(mut schedule) = self.schedule.try_borrow_mut() {
            schedule.catch_up(&self.record, self.clock);
        }
        self.schedule.borrow()
    }

    /// Has something seen to.
    pub fn see_to(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Forgets all that was done, what is not noted yet included, and has everything on
    /// the device forgotten.
    pub fn forget(&mut self) {
        self.record = Record::default();
        self.over.clear();
        self.under_way.clear();
        self.effects.push(Effect::Clear);
    }

    /// What is to be seen to since this was last called.
    pub fn take_effects(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// The card of a scenario of the library, in the learner's language if it has it.
    pub fn card(&self, scenario: &str) -> Option<&Card> {
        self.catalogue.card(scenario, self.language)
    }

    /// An attempt played again; `None` within where the scenario at hand is another
    /// version than the one it was played on.
    pub fn replayed(&self, attempt: &Attempt) -> Found<Option<(Rc<Pack>, Session)>> {
        self.shelf.pack(&attempt.scenario).map(|pack| {
            let session = attempt.replay(Rc::clone(&pack.scenario), &pack.hashes).ok()?;
            Some((pack, session))
        })
    }

    /// The scorecard of an attempt; `None` within where its scenario is too large, or
    /// another version by now.
    pub fn scorecard(&self, attempt: &Attempt) -> Found<Option<Scorecard>> {
        match self.replayed(attempt) {
            Found::Here(Some((_, session))) => self.measured(&session),
            Found::Here(None) => Found::Here(None),
            Found::Coming => Found::Coming,
            Found::Missing => Found::Missing,
        }
    }

    /// The scorecard of a conversation that was replayed; `None` within where its
    /// scenario is too large.
    pub fn measured(&self, session: &Session) -> Found<Option<Scorecard>> {
        self.shelf.values(&session.scenario().id).map(|values| Scorecard::of(session, &*values?))
    }

    /// A conversation is over: it is noted as soon as its values are worked out.
    pub fn is_over(&mut self, attempt: Attempt) {
        if self.record.time_of(&attempt).is_none() && !self.over.contains(&attempt) {
            self.over.push(attempt);
        }
        self.note_what_is_over();
    }

    /// Notes what is over and worked out.
    pub fn note_what_is_over(&mut self) {
        for attempt in std::mem::take(&mut self.over) {
            let (pack, session) = match self.replayed(&attempt) {
                // Asked about before it was over: it has no result.
                Found::Here(Some((_, session))) if !session.is_over() => continue,
                Found::Here(Some(replayed)) => replayed,
                Found::Coming => {
                    self.over.push(attempt);
                    continue;
                }
                Found::Here(None) | Found::Missing => continue,
            };
            match self.measured(&session) {
                Found::Here(card) => {
                    let score = card.as_ref().and_then(|card| card.score).map(ten_thousandths);
                    let figures = card.map(|card| Figures::of(&card, &pack.scenario.method));
                    let attempt = Attempt { claim: Claim::of(&session, score), ..attempt };
                    self.note(Deed::Played(Box::new(Played { attempt, figures })));
                }
                Found::Coming => self.over.push(attempt),
                Found::Missing => {}
            }
        }
    }

    /// Whether conversations of a scenario are over and not noted yet.
    pub fn is_being_noted(&self, scenario: &str) -> bool {
        self.over.iter().any(|attempt| attempt.scenario == scenario)
    }
}
