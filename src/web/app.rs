//! The page as one value: what happens changes it, and it is shown.

use super::components::frame::{CONTENT, frame};
use super::components::replies::LIST;
use super::desk::Desk;
use super::loading::{self, Failure, Pack};
use super::message::Message;
use super::pages;
use super::pages::conversation::{NEWEST, ON};
use super::platform::database::Database;
use super::platform::event::File;
use super::platform::page::{self, Listener};
use super::platform::storage::{self, Trouble};
use super::platform::study::Study;
use super::platform::{files, timer, voice};
use super::room::{Hindrance, Room};
use super::route::{Route, Stage};
use super::saves;
use super::settings::{NumberKeys, Settings};
use super::words::Words;
use crate::catalogue::Catalogue;
use crate::record::{self, Deed, Digest, Entry};
use crate::screens::{Effect, Focus, Given, pressed_by};
use crate::session::attempt::Forecast;
use crate::session::{Attempt, Mode};
use crate::study::{Answer, Event};
use crate::telling;
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
    _listeners: [Option<Listener>; 2],
}

/// The places of [`App::timers`].
const WORK: usize = 0;
const TICK: usize = 1;
const TYPED: usize = 2;

/// States explored in one slice; a few milliseconds.
const SLICE: usize = 100;
/// Milliseconds without a key after which what was typed counts.
const TYPING_PAUSE: u32 = 600;

impl Component for App {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let send: Callback<Message> = ctx.link().callback(|message| message);
        let keys = send.clone();
        let listeners =
            [page::on_hash_change(to(&send, Message::Moved)), page::on_key(move |sign| keys.emit(Message::Key(sign)))];
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
                let answer = self.desk.tell(Event::Work(SLICE));
                self.heed(answer)
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
            (Place::Screen, _) => pages::screen(words, &self.desk, send),
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

    fn stage(&self) -> Stage {
        match &self.route {
            Route::Scenario { stage, .. } => *stage,
            Route::Library | Route::Screen(_) => Stage::Briefing,
        }
    }

    /// Shows a place of the page; a scenario is loaded unless it is there already.
    fn move_to(&mut self, route: Route) {
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
    fn visit(&mut self, place: String) {
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

    fn load(&mut self, id: &str) {
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
    fn enter(&mut self, pack: Pack) {
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
    fn begun(&mut self) {
        self.call_desk();
        let Some((id, pack)) = self.room.as_ref().map(|room| (room.pack.scenario.id.clone(), room.playing().bytes.to_vec()))
        else {
            return;
        };
        self.tell(Event::Supply { scenario: id.clone(), pack: Some(pack) });
        self.tell(Event::Begun { scenario: id });
        self.read_aloud();
    }

    fn change(&mut self, settings: Settings) {
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
        match (self.route.clone(), again) {
            (Route::Scenario { id, .. }, true) => self.load(&id),
            _ => page::go(&Route::Library.hash()),
        }
    }

    fn in_room(&mut self, message: Message) {
        let stage = self.stage();
        let Some(room) = &mut self.room else { return };
        let id = room.pack.scenario.id.clone();
        let said = match message {
            Message::Mode(mode) => {
                room.mode = mode;
                false
            }
            Message::Start if room.mode == Mode::Exam && !self.desk.is_missing() => {
                page::go(&format!("#/{id}/forecast"));
                return;
            }
            Message::Start => {
                let mode = room.mode;
                room.start(mode, Vec::new());
                self.begun();
                page::go(&Route::Scenario { id, stage: Stage::Play }.hash());
                return;
            }
            Message::Go(stage) => {
                page::go(&Route::Scenario { id, stage }.hash());
                return;
            }
            Message::Press(turn, position) => room.press(turn, position),
            Message::Key('0') if stage == Stage::Play && self.settings.sureness.is_on() => {
                room.be_otherwise_sure();
                false
            }
            Message::Key(sign) => {
                let shown = sign.to_digit(10).and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
                stage == Stage::Play && shown.is_some_and(|at| room.press_shown(at))
            }
            Message::Take => room.take(),
            Message::Sure(confidence) => {
                room.be_sure(confidence);
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
                room.hindrance = Some(Hindrance::OtherTab);
                false
            }
            Message::TakeOver => {
                room.restore();
                false
            }
            _ => false,
        };
        if said {
            let over = room.run.as_ref().is_some_and(|run| run.session.is_over());
            self.focus = Some(if over { ON } else { LIST }.to_owned());
            self.read_aloud();
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

    /// The customer's newest lines, where the learner wants to hear them.
    fn read_aloud(&self) {
        let Some(run) = self.room.as_ref().and_then(|room| room.run.as_ref()).filter(|_| self.settings.voice.is_on()) else {
            return;
        };
        let session = &run.session;
        let events = session.turns().last().map_or(session.opening(), |turn| &turn.events);
        let mood = telling::mood(session).map_or(NEUTRAL, |(mood, _)| mood);
        for line in telling::lines(events) {
            voice::speak(line, session.scenario().language, mood);
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

/// The mood of a customer whose face shows none.
const NEUTRAL: u8 = 2;

// The second program, and the record.
impl App {
    /// Has the second program loaded, unless it is here or coming.
    fn call_desk(&mut self) {
        if self.desk.call() {
            let (send, catalogue) = (self.send.clone(), Rc::clone(&self.catalogue));
            spawn_local(async move { send.emit(Message::Study(Study::load(&catalogue.version).await)) });
        }
    }

    fn read_record(&self) {
        let send = self.send.clone();
        spawn_local(async move { send.emit(Message::Record(loading::record().await)) });
    }

    /// It begins once it and the record are here.
    fn begin_desk(&mut self) {
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
    fn remember(&mut self, kept: Result<(Database, Vec<u8>), Trouble>) {
        let (database, record) = match kept {
            Ok((database, record)) => (Some(database), record),
            Err(_) => (None, Vec::new()),
        };
        self.database = database;
        self.digest = Digest::of(&record::read(&record).0);
        self.record = Some(record);
        self.begin_desk();
    }

    fn tell(&mut self, event: Event) {
        let answer = self.desk.tell(event);
        self.heed(answer);
    }

    /// Does what the second program answers; whether it shows.
    fn heed(&mut self, answer: Answer) -> bool {
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
    fn supply(&self, scenario: String) {
        let played = self.room.as_ref().filter(|room| room.is_of(&scenario)).map(|room| room.playing());
        let here = played.or(self.opened.as_ref().filter(|pack| pack.scenario.id == scenario));
        let language = self.settings.language;
        if let Some(pack) = here.filter(|pack| pack.scenario.language == language) {
            self.send.emit(Message::Supplied(scenario, language, Some(pack.bytes.to_vec())));
            return;
        }
        let path = self.catalogue.card(&scenario, language).map(crate::catalogue::Card::path);
        let (send, catalogue) = (self.send.clone(), Rc::clone(&self.catalogue));
        spawn_local(async move {
            let pack = match path {
                Some(path) => files::load(&path, &catalogue.version).await,
                None => None,
            };
            send.emit(Message::Supplied(scenario, language, pack));
        });
    }

    fn see_to(&mut self, effect: Effect) {
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

    /// What is being typed counts now.
    fn stop_typing(&mut self) {
        self.timers[TYPED] = None;
        if let Some((number, text)) = self.typing.take() {
            self.tell(Event::Control(number, Given::Text(text)));
        }
    }
}

/// Where bytes of the record go.
#[derive(Clone, Copy)]
enum Writing {
    Besides,
    Instead,
}

/// Sends one message each time.
fn to(send: &Callback<Message>, message: Message) -> impl Fn() + 'static {
    let send = send.clone();
    move || send.emit(message.clone())
}
