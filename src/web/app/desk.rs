//! The second program, and the record that it is given.

use super::{App, Place, TICK, TYPED};
use crate::catalogue::Card;
use crate::record::{self, Digest};
use crate::screens::{Focus, Given};
use crate::study::{Answer, Event};
use crate::web::components::frame::CONTENT;
use crate::web::loading;
use crate::web::message::Message;
use crate::web::pages;
use crate::web::platform::database::Database;
use crate::web::platform::storage::Trouble;
use crate::web::platform::study::Study;
use crate::web::platform::{files, page};
use std::rc::Rc;
use yew::platform::spawn_local;

impl App {
    /// Has the second program loaded, unless it is here or coming.
    pub(super) fn call_desk(&mut self) {
        if self.desk.call() {
            let (send, catalogue) = (self.send.clone(), Rc::clone(&self.catalogue));
            spawn_local(async move { send.emit(Message::Study(Study::load(&catalogue.version).await)) });
        }
    }

    pub(super) fn read_record(&self) {
        let send = self.send.clone();
        spawn_local(async move { send.emit(Message::Record(loading::record().await)) });
    }

    /// It begins once it and the record are here.
    pub(super) fn begin_desk(&mut self) {
        if self.study.is_some()
            && let Some(record) = self.record.take()
        {
            let begin = Event::Begin { catalogue: loading::catalogue_text(), record };
            for answer in self.desk.arrive(self.study.take(), begin) {
                self.heed(answer);
            }
        }
    }

    /// The record is here, or nothing can be kept; then it lasts as long as the page.
    pub(super) fn remember(&mut self, kept: Result<(Database, Vec<u8>), Trouble>) {
        let (database, record) = match kept {
            Ok((database, record)) => (Some(database), record),
            Err(_) => (None, Vec::new()),
        };
        self.database = database;
        self.digest = Digest::of(&record::read(&record).0);
        self.record = Some(record);
        self.begin_desk();
    }

    pub(super) fn tell(&mut self, event: Event) {
        let answer = self.desk.tell(event);
        self.heed(answer);
    }

    /// Does what the second program answers; whether it shows.
    pub(super) fn heed(&mut self, answer: Answer) -> bool {
        for scenario in answer.wanted {
            self.supply(scenario);
        }
        let shows = answer.view.is_some() || !answer.effects.is_empty();
        if let Some(view) = answer.view.filter(|_| matches!(self.place, Place::Screen)) {
            self.timers[TICK] = None;
            if let Some(milliseconds) = view.tick {
                self.later(TICK, milliseconds, Message::Tick);
            }
            match self.desk.show(view) {
                Focus::Stay => {}
                Focus::Top => {
                    page::to_top();
                    self.focus = Some(CONTENT.to_owned());
                }
                Focus::Control(number) => self.focus = Some(pages::control_id(number)),
            }
            self.describe();
        }
        for effect in answer.effects {
            self.see_to(effect);
        }
        shows
    }

    /// A screen wants a scenario.
    pub(super) fn supply(&self, scenario: String) {
        let played = self.room.as_ref().filter(|room| room.is_of(&scenario)).map(|room| room.playing());
        let here = played.or(self.opened.as_ref().filter(|pack| pack.scenario.id == scenario));
        let language = self.settings.language;
        if let Some(pack) = here.filter(|pack| pack.scenario.language == language) {
            self.send.emit(Message::Supplied(scenario, language, Some(pack.bytes.to_vec())));
            return;
        }
        let path = self.catalogue.card(&scenario, language).map(Card::path);
        let (send, catalogue) = (self.send.clone(), Rc::clone(&self.catalogue));
        spawn_local(async move {
            let pack = match path {
                Some(path) => files::load(&path, &catalogue.version).await,
                None => None,
            };
            send.emit(Message::Supplied(scenario, language, pack));
        });
    }

    /// What is being typed counts now.
    pub(super) fn stop_typing(&mut self) {
        self.timers[TYPED] = None;
        if let Some((number, text)) = self.typing.take() {
            self.tell(Event::Control(number, Given::Text(text)));
        }
    }
}
