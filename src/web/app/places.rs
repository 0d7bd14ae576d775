//! Going from place to place, and what must be there first.

use super::{App, Beginning, Place, TICK, to};
use crate::study::Event;
use crate::web::components::frame::CONTENT;
use crate::web::loading::{self, Failure, Pack};
use crate::web::message::Message;
use crate::web::platform::event::File;
use crate::web::platform::{files, page, voice};
use crate::web::room::Room;
use crate::web::route::{Route, Stage};
use crate::web::saves;
use crate::web::settings::Settings;
use std::rc::Rc;
use yew::platform::spawn_local;

impl App {
    pub(super) fn stage(&self) -> Stage {
        match &self.route {
            Route::Scenario { stage, .. } => *stage,
            Route::Library | Route::Screen(_) => Stage::Briefing,
        }
    }

    /// Shows a place of the page; a scenario is loaded unless it is there already.
    pub(super) fn move_to(&mut self, route: Route) {
        let moved = self.route != route;
        if matches!(self.place, Place::Screen) && moved {
            voice::silence();
            self.timers[TICK] = None;
            self.tell(Event::Leave);
        }
        self.route = route;
        match self.route.clone() {
            Route::Library => {
                self.place = Place::Library;
                self.room = None;
                self.opened = None;
            }
            Route::Scenario { id, .. } => {
                if self.room.as_ref().is_some_and(|room| room.is_of(&id)) && self.beginning.is_none() {
                    self.place = Place::Room;
                } else {
                    self.load(&id);
                }
            }
            Route::Screen(place) => self.visit(place),
        }
        if moved {
            page::to_top();
            self.focus = Some(CONTENT.to_owned());
        }
        self.describe();
    }

    /// A screen of the second program is gone to.
    pub(super) fn visit(&mut self, place: String) {
        self.place = Place::Screen;
        self.desk.view = None;
        self.call_desk();
        // Its conversation may be over and not noted yet, were the page closed just then.
        let scenario = self.route.scenario().map(str::to_owned);
        if let Some(attempt) = scenario.and_then(|id| saves::without_result(&id)) {
            self.tell(Event::Over(attempt));
        }
        let mut under_way: Vec<String> = self.catalogue.cards.iter().map(|card| card.id.clone()).collect();
        under_way.dedup();
        under_way.retain(|id| saves::is_under_way(id));
        self.tell(Event::Visit { place, language: self.settings.language, under_way });
    }

    pub(super) fn load(&mut self, id: &str) {
        if let Some(pack) = self.opened.as_ref().filter(|pack| pack.scenario.id == id) {
            self.enter(pack.clone());
            return;
        }
        let Some(card) = self.catalogue.card(id, self.settings.language).cloned() else {
            self.place = Place::Unknown;
            return;
        };
        if !self.room.as_ref().is_some_and(|room| room.is_of(id)) {
            self.place = Place::Loading;
        }

        let (send, catalogue) = (self.send.clone(), Rc::clone(&self.catalogue));
        spawn_local(async move { send.emit(Message::Loaded(loading::load(&card, &catalogue.version).await)) });
    }

    /// A scenario is here: a new room, or the same in another language.
    pub(super) fn enter(&mut self, pack: Pack) {
        match &mut self.room {
            Some(room) if room.is_of(&pack.scenario.id) => room.translate(pack),
            _ => self.room = Some(Box::new(Room::open(pack, to(&self.send, Message::OtherTab)))),
        }
        self.place = Place::Room;
        if let (Some(room), Some(beginning)) = (&mut self.room, self.beginning.take()) {
            match beginning {
                Beginning::Anew(mode, forecast) => room.start(mode, forecast),
                Beginning::On(attempt) => room.resume(attempt),
            }
            self.begun();
        }
        self.describe();
    }

    /// A conversation has begun, so that its values will be wanted.
    pub(super) fn begun(&mut self) {
        self.call_desk();
        let Some((id, pack)) = self.room.as_ref().map(|room| (room.pack.scenario.id.clone(), room.playing().bytes.to_vec()))
        else {
            return;
        };
        self.tell(Event::Supply { scenario: id.clone(), pack: Some(pack) });
        self.tell(Event::Begun { scenario: id });
        self.read_aloud();
    }

    pub(super) fn change(&mut self, settings: Settings) {
        let translated = settings.language != self.settings.language;
        if !settings.voice.is_on() {
            voice::silence();
        }
        settings.save();
        self.settings = settings;
        match (translated, self.route.clone(), &self.room) {
            (true, Route::Scenario { id, .. }, Some(_)) => self.load(&id),
            (true, Route::Screen(place), _) => self.visit(place),
            _ => {}
        }
        self.describe();
    }

    /// A file is read; then it is played, or its problems are shown.
    pub(super) fn open(&self, file: File) {
        let (send, catalogue) = (self.send.clone(), Rc::clone(&self.catalogue));
        spawn_local(async move {
            let bytes = files::read(&file).await.unwrap_or_default();
            send.emit(Message::Opened(loading::open(&file.name(), &bytes, &catalogue).await));
        });
    }

    pub(super) fn dismiss(&mut self) {
        let again = matches!(self.place, Place::Failed(Failure::NotLoaded(_)));
        self.place = Place::Library;
        match (self.route.clone(), again) {
            (Route::Scenario { id, .. }, true) => self.load(&id),
            _ => page::go(&Route::Library.hash()),
        }
    }
}
