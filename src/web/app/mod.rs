//! The page as one value: what happens changes it, and it is shown.

mod desk;
mod effects;
mod places;
mod talk;

use super::components::frame::{CONTENT, frame};
use super::components::replies::LIST;
use super::desk::Desk;
use super::loading::{self, Failure, Pack};
use super::message::Message;
use super::pages;
use super::pages::conversation::{NEWEST, ON};
use super::platform::database::Database;
use super::platform::page::{self, Listener};
use super::platform::storage::Trouble;
use super::platform::study::Study;
use super::platform::{files, timer};
use super::room::{Hindrance, Room};
use super::route::{Route, Stage};
use super::settings::{NumberKeys, Settings};
use super::words::Words;
use crate::catalogue::Catalogue;
use crate::record::Digest;
use crate::screens::{Given, pressed_by};
use crate::session::attempt::Forecast;
use crate::session::{Attempt, Mode};
use crate::study::Event;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::{Callback, Component, Context, Html};

/// What is shown.
enum Place {
    Library,
    Loading,
    Unknown,
    Failed(Failure),
    Room,
    Screen,
}

/// How a conversation begins once its scenario is here.
enum Beginning {
    Anew(Mode, Vec<Forecast>),
    On(Attempt),
}

pub struct App {
    send: Callback<Message>,
    settings: Settings,
    route: Route,
    catalogue: Rc<Catalogue>,
    /// A file of the trainer's own, played instead of one of the library.
    opened: Option<Pack>,
    place: Place,
    /// The scenario that was last gone into.
    room: Option<Box<Room>>,
    beginning: Option<Beginning>,
    desk: Desk,
    /// The record as it was kept when the page began, until the desk has it.
    record: Option<Vec<u8>>,
    database: Option<Database>,
    digest: Digest,
    /// The second program, until the record is here too.
    study: Option<Study>,
    /// Something could not be kept.
    trouble: Option<Trouble>,
    /// What is being typed.
    typing: Option<(u32, String)>,
    /// Where focus goes once this is shown.
    focus: Option<String>,
    /// What is still to come: a slice of work, the next beat, the end of typing.
    timers: [Option<timer::Timeout>; 3],
    /// They listen as long as the page stands.
    _listeners: [Option<Listener>; 3],
}

/// The places of [`App::timers`].
const WORK: usize = 0;
const TICK: usize = 1;
const TYPED: usize = 2;

/// States explored at a time, and milliseconds after which the browser has its turn.
const STATES: usize = 100;
const SLICE: u64 = 8;
/// Milliseconds without a key after which what was typed counts.
const TYPING_PAUSE: u32 = 400;

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let send: Callback<Message> = ctx.link().callback(|message| message);
        let keys = send.clone();
        let listeners = [
            page::on_hash_change(to(&send, Message::Moved)),
            page::on_key(move |sign| keys.emit(Message::Key(sign))),
            page::on_leave(to(&send, Message::Typed)),
        ];
        let mut app = Self {
            settings: Settings::load(),
            route: Route::Library,
            catalogue: Rc::new(loading::catalogue()),
            opened: None,
            place: Place::Library,
            room: None,
            beginning: None,
            desk: Desk::default(),
            record: None,
            database: None,
            digest: Digest::default(),
            study: None,
            trouble: None,
            typing: None,
            focus: None,
            timers: [None, None, None],
            _listeners: listeners,
            send,
        };
        app.read_record();
        app.move_to(Route::read(&page::hash()));
        app.go_on();
        app
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        // Work shows only where it is waited for.
        let shows = match message {
            Message::Work => {
                // A browser waits some milliseconds between timers, so each does what it can.
                let begun = timer::now();
                let mut shows = false;
                while self.desk.has_work && timer::now() - begun < SLICE {
                    let answer = self.desk.tell(Event::Work(STATES));
                    shows |= self.heed(answer);
                }
                shows
            }
            Message::Typing(number, text) => {
                self.typing = Some((number, text));
                self.later(TYPED, TYPING_PAUSE, Message::Typed);
                false
            }
            message => {
                self.hear(message);
                true
            }
        };
        self.go_on();
        shows
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let words = Words::of(self.settings.language);
        let send = &self.send;
        let content = match (&self.place, &self.room) {
            (Place::Library, _) => pages::library::library(words, &self.catalogue, &self.digest, send),
            (Place::Unknown, _) => pages::unknown(words, send),
            (Place::Failed(failure), _) => pages::problems::problems(words, failure, send),
            (Place::Screen, room) => {
                let exam = room.as_ref().is_some_and(|room| self.route.is_forecast_of(&room.pack.scenario.id));
                pages::screen(words, &self.desk, exam, send)
            }
            (Place::Room, Some(room)) => pages::room(words, self.settings, room, self.stage(), &self.digest, send),
            (Place::Room, None) | (Place::Loading, _) => pages::waiting(words),
        };
        let room = self.room.as_deref().filter(|_| matches!(self.place, Place::Room));
        let told = pages::hindrance(words, room, self.trouble, send);
        frame(words, self.settings, &self.route, send, told, content)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let Some(id) = self.focus.take() else { return };
        match id.as_str() {
            CONTENT => page::focus_in_place(CONTENT),
            LIST | ON => {
                page::focus_in_place(&id);
                page::reveal(NEWEST);
            }
            control => page::focus(control),
        }
    }
}

impl App {
    fn hear(&mut self, message: Message) {
        if !matches!(message, Message::Record(_) | Message::Study(_) | Message::Supplied(..) | Message::Tick) {
            self.stop_typing();
        }
        match message {
            Message::Moved => self.move_to(Route::read(&page::hash())),
            Message::Changed(settings) => self.change(settings),
            Message::Skip => page::focus(CONTENT),
            Message::Open(file) => self.open(file),
            Message::Opened(Ok(pack)) => {
                let route = Route::Scenario { id: pack.scenario.id.clone(), stage: Stage::Briefing };
                self.place = Place::Library;
                self.room = None;
                self.opened = Some(pack);
                page::go(&route.hash());
                self.move_to(route);
            }
            Message::Opened(Err(failure)) | Message::Loaded(Err(failure)) => self.place = Place::Failed(failure),
            Message::Loaded(Ok(pack)) => self.enter(pack),
            Message::Dismiss => self.dismiss(),
            Message::Record(kept) => self.remember(kept),
            Message::Trouble(trouble) => self.trouble = Some(trouble),
            Message::Study(study) => {
                if study.is_none() {
                    self.desk.arrive(None, Event::Leave);
                }
                self.study = study;
                self.begin_desk();
            }
            Message::Retry => {
                let route = self.route.clone();
                self.read_record();
                self.move_to(route);
            }
            Message::Supplied(scenario, language, pack) if language == self.settings.language => {
                self.tell(Event::Supply { scenario, pack });
            }
            Message::Control(number, given) => self.tell(Event::Control(number, given)),
            Message::Chose(number, file) => {
                let send = self.send.clone();
                spawn_local(async move {
                    let bytes = files::read(&file).await.unwrap_or_default();
                    send.emit(Message::Control(number, Given::File(bytes)));
                });
            }
            Message::Tick => self.tell(Event::Tick),
            Message::Key(_) if self.settings.keys == NumberKeys::Off => {}
            Message::Key(sign) if matches!(self.place, Place::Screen) => {
                let pressed = self.desk.view.as_ref().and_then(|view| pressed_by(&view.nodes, sign));
                if let Some(number) = pressed {
                    self.tell(Event::Control(number, Given::Nothing));
                }
            }
            message => self.in_room(message),
        }
    }

    /// Sees to what is to come: the result of a conversation, the next slice of work.
    fn go_on(&mut self) {
        let over = self.room.as_ref().and_then(|room| room.over()).cloned();
        if let Some(attempt) = over.filter(|attempt| self.desk.noting.as_ref() != Some(attempt)) {
            self.call_desk();
            let pack = self.room.as_ref().map(|room| room.playing().bytes.to_vec());
            self.tell(Event::Supply { scenario: attempt.scenario.clone(), pack });
            self.desk.noting = Some(attempt.clone());
            self.tell(Event::Over(attempt));
        }
        if let Some(Hindrance::Storage(trouble)) = self.room.as_ref().and_then(|room| room.hindrance.as_ref()) {
            self.trouble = Some(*trouble);
        }
        if self.desk.has_work {
            self.later(WORK, 0, Message::Work);
        }
    }

    fn later(&mut self, place: usize, milliseconds: u32, message: Message) {
        if let Some(timer) = self.timers.get_mut(place) {
            *timer = Some(timer::later(milliseconds, to(&self.send, message)));
        }
    }

    /// Tells the browser what is shown.
    fn describe(&self) {
        let words = Words::of(self.settings.language);
        let title = match &self.route {
            Route::Library => None,
            Route::Scenario { id, .. } => self.catalogue.card(id, words.language).map(|card| card.title.as_str()),
            Route::Screen(_) => self.desk.view.as_ref().map(|view| view.title.as_str()),
        };
        let title = format!("{} · {}", title.unwrap_or(words.library_title), words.product);
        page::describe(&title, words.language, self.settings.theme.word());
    }
}

/// Sends one message each time.
fn to(send: &Callback<Message>, message: Message) -> impl Fn() + 'static {
    let send = send.clone();
    move || send.emit(message.clone())
}
