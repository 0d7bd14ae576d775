//! What the second program asks the page to see to.

use super::{App, Beginning};
use crate::record::{Deed, Digest, Entry};
use crate::screens::Effect;
use crate::study::Event;
use crate::web::message::Message;
use crate::web::platform::storage::{self, Trouble};
use crate::web::platform::{files, page, voice};
use crate::web::route::{Route, Stage};
use crate::web::saves;
use yew::platform::spawn_local;

impl App {
    pub(super) fn see_to(&mut self, effect: Effect) {
        match effect {
            Effect::Keep(entry) => self.keep(&entry),
            Effect::Go(hash) => page::go(&hash),
            Effect::Resume(attempt) => {
                let id = attempt.scenario.clone();
                self.begin(&id, Beginning::On(attempt));
            }
            Effect::Begin { scenario, mode, forecast } => self.begin(&scenario, Beginning::Anew(mode, forecast)),
            Effect::Download { name, text } => files::download(&name, &text),
            Effect::Print => page::print(),
            Effect::Speak { text, mood } => {
                if self.settings.voice.is_on() {
                    voice::speak(&text, self.settings.language, mood);
                }
            }
            Effect::Replace(entries) => {
                self.digest = Digest::of(&entries);
                let bytes = entries.iter().flat_map(Entry::to_bytes).collect();
                self.write(bytes, Writing::Instead);
            }
            Effect::Gather => self.tell(Event::Kept(storage::all())),
            Effect::Restore(pairs) => {
                for (name, text) in pairs {
                    if storage::get(&name) == Ok(None)
                        && let Err(trouble) = storage::set(&name, &text)
                    {
                        self.trouble = Some(trouble);
                    }
                }
            }
            Effect::Clear => {
                storage::clear();
                let database = self.database.take();
                spawn_local(async move {
                    if let Some(database) = database {
                        let _ = database.replace(&[]).await;
                    }
                    page::go(&Route::Library.hash());
                    page::reload();
                });
            }
        }
    }

    fn begin(&mut self, scenario: &str, beginning: Beginning) {
        self.beginning = Some(beginning);
        page::go(&Route::Scenario { id: scenario.to_owned(), stage: Stage::Play }.hash());
    }

    /// Keeps an entry of the record; a result is written where its attempt is kept.
    fn keep(&mut self, entry: &Entry) {
        self.digest.add(entry);
        if let Deed::Played(played) = &entry.deed {
            if let Some(room) = &mut self.room {
                room.note(&played.attempt);
            }
            if let Err(trouble) = saves::keep_result(&played.attempt) {
                self.trouble = Some(trouble);
            }
        }
        self.write(entry.to_bytes(), Writing::Besides);
    }

    fn write(&mut self, bytes: Vec<u8>, writing: Writing) {
        let Some(database) = self.database.clone() else {
            self.trouble = Some(Trouble::Blocked);
            return;
        };
        let send = self.send.clone();
        spawn_local(async move {
            let written = match writing {
                Writing::Besides => database.add(&bytes).await,
                Writing::Instead => database.replace(&bytes).await,
            };
            if let Err(trouble) = written {
                send.emit(Message::Trouble(trouble));
            }
        });
    }
}

/// Where bytes of the record go.
#[derive(Clone, Copy)]
enum Writing {
    Besides,
    Instead,
}
