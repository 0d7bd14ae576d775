//! The page as one value: what happens changes it, and it is shown.

use super::components::frame::{CONTENT, frame};
use super::components::replies::LIST;
use super::loading::{self, Failure, Pack};
use super::message::Message;
use super::pages;
use super::pages::conversation::{NEWEST, ON};
use super::platform::event::File;
use super::platform::page::{self, Listener};
use super::platform::study::Study;
use super::platform::{files, timer};
use super::room::Room;
use super::route::{Route, Stage};
use super::settings::{NumberKeys, Settings};
use super::words::Words;
use crate::catalogue::Catalogue;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::{Callback, Component, Context, Html};

/// What of a scenario is there.
enum Place {
    Library,
    Loading,
    Unknown,
    Failed(Failure),
    Room(Box<Room>),
}

pub struct App {
    send: Callback<Message>,
    settings: Settings,
    route: Route,
    catalogue: Rc<Catalogue>,
    /// A file of the trainer's own, played instead of one of the library.
    opened: Option<Pack>,
    place: Place,
    /// Where focus goes once this is shown.
    focus: Option<&'static str>,
    /// The slice that is still to come.
    slice: Option<timer::Timeout>,
    /// They listen as long as the page stands.
    _listeners: [Option<Listener>; 2],
}

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let send: Callback<Message> = ctx.link().callback(|message| message);
        let listeners = [page::on_hash_change(to(&send, Message::Moved)), page::on_number_key(sender(&send, Message::Key))];
        let mut app = Self {
            settings: Settings::load(),
            route: Route::Library,
            catalogue: Rc::new(loading::catalogue()),
            opened: None,
            place: Place::Library,
            focus: None,
            slice: None,
            _listeners: listeners,
            send,
        };
        app.move_to(Route::read(&page::hash()));
        app
    }

    fn update(&mut self, _: &Context<Self>, message: Message) -> bool {
        // Work shows only where it is waited for.
        let shows = !matches!(message, Message::Work) || self.stage() == Stage::Debrief;
        match message {
            Message::Moved => self.move_to(Route::read(&page::hash())),
            Message::Changed(settings) => self.change(settings),
            Message::Skip => page::focus(CONTENT),
            Message::Open(file) => self.open(file),
            Message::Opened(Ok(pack)) => {
                let route = Route::Scenario { id: pack.scenario.id.clone(), stage: Stage::Briefing };
                self.place = Place::Library;
                self.opened = Some(pack);
                page::go(&route.hash());
                self.move_to(route);
            }
            Message::Opened(Err(failure)) => self.place = Place::Failed(failure),
            Message::Loaded(Ok(pack)) => self.enter(pack),
            Message::Loaded(Err(failure)) => self.place = Place::Failed(failure),
            Message::Dismiss => self.dismiss(),
            Message::Key(_) if self.settings.keys == NumberKeys::Off => {}
            message => self.in_room(message),
        }
        self.go_on();
        shows
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let words = Words::of(self.settings.language);
        let send = &self.send;
        let content = match &self.place {
            Place::Library => pages::library::library(words, &self.catalogue, send),
            Place::Loading => pages::waiting(words),
            Place::Unknown => pages::unknown(words, send),
            Place::Failed(failure) => pages::problems::problems(words, failure, send),
            Place::Room(room) => pages::room(words, self.settings.keys, room, self.stage(), send),
        };
        frame(words, self.settings, send, content)
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        let Some(id) = self.focus.take() else { return };
        page::focus(id);
        if id != CONTENT {
            page::reveal(NEWEST);
        }
    }
}

impl App {
    fn stage(&self) -> Stage {
        match &self.route {
            Route::Library => Stage::Briefing,
            Route::Scenario { stage, .. } => *stage,
        }
    }

    /// Shows a place of the page; a scenario is loaded unless it is there already.
    fn move_to(&mut self, route: Route) {
        let moved = self.route != route;
        self.route = route;
        match (&self.route, &self.place) {
            (Route::Library, _) => {
                self.place = Place::Library;
                self.opened = None;
            }
            (Route::Scenario { id, .. }, Place::Room(room)) if room.pack.scenario.id == *id => {}
            (Route::Scenario { id, .. }, _) => self.load(&id.clone()),
        }
        if moved {
            page::to_top();
            self.focus = Some(CONTENT);
        }
        self.describe();
    }

    fn load(&mut self, id: &str) {
        if let Some(pack) = self.opened.as_ref().filter(|pack| pack.scenario.id == id) {
            self.enter(pack.clone());
            return;
        }
        let Some(card) = self.catalogue.card(id, self.settings.language).cloned() else {
            self.place = Place::Unknown;
            return;
        };
        if !matches!(self.place, Place::Room(_)) {
            self.place = Place::Loading;
        }

        let (send, catalogue) = (self.send.clone(), Rc::clone(&self.catalogue));
        spawn_local(async move { send.emit(Message::Loaded(loading::load(&card, &catalogue.version).await)) });
    }

    /// A scenario is here: a new room, or the same in another language.
    fn enter(&mut self, pack: Pack) {
        match &mut self.place {
            Place::Room(room) if room.pack.scenario.id == pack.scenario.id => room.translate(pack),
            _ => self.place = Place::Room(Box::new(Room::open(pack, to(&self.send, Message::OtherTab)))),
        }
    }

    fn change(&mut self, settings: Settings) {
        let translated = settings.language != self.settings.language;
        settings.save();
        self.settings = settings;
        if let (true, Route::Scenario { id, .. }, Place::Room(_)) = (translated, &self.route, &self.place) {
            self.load(&id.clone());
        }
        self.describe();
    }

    /// A file is read; then it is played, or its problems are shown.
    fn open(&self, file: File) {
        let (send, catalogue) = (self.send.clone(), Rc::clone(&self.catalogue));
        spawn_local(async move {
            let bytes = files::read(&file).await.unwrap_or_default();
            send.emit(Message::Opened(loading::open(&file.name(), &bytes, &catalogue).await));
        });
    }

    fn dismiss(&mut self) {
        let again = matches!(self.place, Place::Failed(Failure::NotLoaded(_)));
        self.place = Place::Library;
        match (&self.route, again) {
            (Route::Scenario { id, .. }, true) => self.load(&id.clone()),
            _ => page::go(&Route::Library.hash()),
        }
    }

    fn in_room(&mut self, message: Message) {
        let stage = self.stage();
        let Place::Room(room) = &mut self.place else { return };
        let id = room.pack.scenario.id.clone();
        let said = match message {
            Message::Mode(mode) => {
                room.mode = mode;
                false
            }
            Message::Start => {
                room.start();
                page::go(&Route::Scenario { id, stage: Stage::Play }.hash());
                return;
            }
            Message::Go(stage) => {
                page::go(&Route::Scenario { id, stage }.hash());
                return;
            }
            Message::Press(turn, position) => room.press(turn, position),
            Message::Key(at) => stage == Stage::Play && room.press_shown(at),
            Message::Take => room.take(),
            Message::Guess(guess) => {
                room.guess(guess);
                self.focus = Some(CONTENT);
                false
            }
            Message::Download => {
                room.download();
                false
            }
            Message::DownloadSave => {
                room.download_save();
                false
            }
            Message::OtherTab => {
                room.hindrance = Some(super::room::Hindrance::OtherTab);
                false
            }
            Message::TakeOver => {
                room.restore();
                false
            }
            Message::Study(study) => {
                room.take_up(study);
                false
            }
            Message::Work => {
                room.work();
                false
            }
            _ => false,
        };
        if said {
            let over = room.run.as_ref().is_some_and(|run| run.session.is_over());
            self.focus = Some(if over { ON } else { LIST });
        }
    }

    /// Sees to what is to come: the second program, the next slice, the debrief.
    fn go_on(&mut self) {
        let Place::Room(room) = &mut self.place else { return };
        if room.wants_study() {
            let (send, catalogue) = (self.send.clone(), Rc::clone(&self.catalogue));
            spawn_local(async move { send.emit(Message::Study(Study::load(&catalogue.version).await)) });
        }
        if room.has_work() {
            self.slice = Some(timer::later(0, to(&self.send, Message::Work)));
        }
    }

    /// Tells the browser what is shown.
    fn describe(&self) {
        let words = Words::of(self.settings.language);
        let title = match &self.route {
            Route::Library => None,
            Route::Scenario { id, .. } => self.catalogue.card(id, words.language).map(|card| card.title.as_str()),
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

/// Sends what is given, wrapped.
fn sender(send: &Callback<Message>, wrap: fn(usize) -> Message) -> impl Fn(usize) + 'static {
    let send = send.clone();
    move |value| send.emit(wrap(value))
}
