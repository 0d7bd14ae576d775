//! One scenario: it is loaded, a conversation found or begun, and one of its three
//! rooms shown. Here choices are kept before they are answered.

use super::briefing::{Briefing, Present};
use super::conversation::Conversation;
use super::debrief::{Debrief, LookBack};
use super::problems::problems;
use crate::session::{Choice, Mode};
use crate::study::Question;
use crate::pack::Catalogue;
use crate::web::components::element::{button, link, notice, paragraph, span};
use crate::web::loading::{self, Failure, Pack};
use crate::web::platform::storage::{self, Trouble};
use crate::web::platform::study::Study;
use crate::web::platform::{files, page, timer};
use crate::web::route::{Route, Stage};
use crate::web::saves::{self, Restored, Run};
use crate::web::settings::NumberKeys;
use crate::web::words::Words;
use std::cell::RefCell;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::{
    Callback, Html, Properties, UseStateHandle, function_component, hook, html, use_effect_with, use_force_update, use_mut_ref, use_state_eq,
};

#[derive(Properties, PartialEq)]
pub struct ScenarioPageProps {
    pub words: Words,
    pub keys: NumberKeys,
    pub catalogue: Rc<Catalogue>,
    pub id: String,
    pub stage: Stage,
    /// A file of the learner's own, opened instead of one of the library.
    pub opened: Option<Pack>,
}

/// How far loading has come.
#[derive(Clone, PartialEq)]
enum Loaded {
    Waiting,
    Failed(Failure),
    Unknown,
    Ready(Pack),
}

/// Something in the way that the learner should know.
#[derive(Clone, PartialEq)]
enum Hindrance {
    Storage(Trouble),
    Damaged(String),
    OtherVersion(String),
    OtherTab,
    NoTwin,
}

#[function_component]
pub fn ScenarioPage(props: &ScenarioPageProps) -> Html {
    let words = props.words;
    let loaded = use_state_eq(|| Loaded::Waiting);
    let attempt = use_state_eq(|| 0_u32);
    use_effect_with((props.id.clone(), words, props.opened.clone(), *attempt), {
        let (loaded, catalogue) = (loaded.clone(), props.catalogue.clone());
        move |(id, words, opened, _)| load(id, *words, opened.clone(), &catalogue, loaded)
    });
    let retry = {
        let (attempt, loaded) = (attempt.clone(), loaded.clone());
        Callback::from(move |()| {
            if matches!(&*loaded, Loaded::Failed(Failure::NotLoaded(_))) {
                attempt.set(*attempt + 1);
            } else {
                page::go(&Route::Library.hash());
            }
        })
    };
    match &*loaded {
        Loaded::Waiting => paragraph("waiting", words.loading).attribute("role", "status").html(),
        Loaded::Unknown => notice(words.no_such_scenario, vec![link("button", words.back_to_library, "#/")]),
        Loaded::Failed(failure) => problems(words, failure, &retry, None),
        Loaded::Ready(pack) => html! { <Rooms {words} keys={props.keys} stage={props.stage} pack={pack.clone()} /> },
    }
}

fn load(id: &str, words: Words, opened: Option<Pack>, catalogue: &Catalogue, loaded: UseStateHandle<Loaded>) {
    if let Some(pack) = opened {
        loaded.set(Loaded::Ready(pack));
        return;
    }
    let Some(card) = catalogue.card(id, words.language).cloned() else {
        loaded.set(Loaded::Unknown);
        return;
    };
    spawn_local(async move {
        loaded.set(match loading::load(&card).await {
            Ok(pack) => Loaded::Ready(pack),
            Err(failure) => Loaded::Failed(failure),
        });
    });
}

#[derive(Properties, PartialEq)]
struct RoomsProps {
    words: Words,
    keys: NumberKeys,
    stage: Stage,
    pack: Pack,
}

#[function_component]
fn Rooms(props: &RoomsProps) -> Html {
    let RoomsProps { words, keys, stage, pack } = props;
    let words = *words;
    let id = &pack.scenario.id;
    // The one place where the conversation lives, so that two presses between two
    // frames meet one after the other.
    let run = use_mut_ref(|| None::<Rc<Run>>);
    let hindrance = use_state_eq(|| None::<Hindrance>);
    let refresh = use_force_update();
    let put: Callback<(Run, Result<(), Trouble>)> = {
        let (run, hindrance, refresh) = (run.clone(), hindrance.clone(), refresh.clone());
        Callback::from(move |(new, kept): (Run, Result<(), Trouble>)| {
            *run.borrow_mut() = Some(Rc::new(new));
            if let Err(trouble) = kept {
                hindrance.set(Some(Hindrance::Storage(trouble)));
            }
            refresh.force_update();
        })
    };
    let reload = use_reload(pack, &run, &hindrance, &refresh);
    use_effect_with(id.clone(), {
        let hindrance = hindrance.clone();
        move |id| {
            let listener = storage::on_change(&saves::watched_key(id), move || hindrance.set(Some(Hindrance::OtherTab)));
            move || drop(listener)
        }
    });

    let now = run.borrow().clone();
    let playing = now.as_ref().map_or_else(|| pack.clone(), |run| run.pack.clone());
    let (look_back, guess) = use_look_back(&playing, now.as_ref(), &put);

    let go = {
        let id = id.clone();
        move |stage| page::go(&Route::Scenario { id: id.clone(), stage }.hash())
    };
    let start = {
        let (put, pack, go, hindrance) = (put.clone(), pack.clone(), go.clone(), hindrance.clone());
        Callback::from(move |mode: Mode| {
            hindrance.set(None);
            put.emit(Run::begin(&pack, timer::fresh_seed(), mode, timer::now()));
            go(Stage::Play);
        })
    };
    let choose = {
        let (run, put) = (run.clone(), put.clone());
        Callback::from(move |(turn, choice): (usize, Choice)| {
            let present = run.borrow().clone();
            let present = present.filter(|run| run.session.turns().len() == turn);
            if let Some(next) = present.and_then(|run| run.choose(&choice, timer::now())) {
                put.emit(next);
            }
        })
    };
    let download = {
        let run = run.clone();
        Callback::from(move |()| {
            if let Some(run) = &*run.borrow() {
                files::download(&format!("{}-{}.attempt.json", run.attempt.scenario, run.attempt.seed), &run.attempt.to_json());
            }
        })
    };
    let again = {
        let go = go.clone();
        Callback::from(move |()| go(Stage::Briefing))
    };
    let to = |stage: Stage| {
        let go = go.clone();
        Callback::from(move |()| go(stage))
    };

    let present = match &now {
        None => Present::Nothing,
        Some(run) if run.session.is_over() => Present::Over,
        Some(run) => Present::UnderWay(run.session.turns().len() + 1),
    };
    let room = match (stage, &now) {
        (Stage::Debrief, Some(run)) if run.session.is_over() => {
            html! { <Debrief {words} run={run.clone()} {look_back} {guess} {again} {download} /> }
        }
        (Stage::Play | Stage::Debrief, Some(run)) => html! {
            <Conversation {words} keys={*keys} run={run.clone()} {choose} to_debrief={to(Stage::Debrief)} {download} />
        },
        _ => html! {
            <Briefing {words} scenario={pack.scenario.clone()} {present} {start}
                resume={to(Stage::Play)} to_debrief={to(Stage::Debrief)} />
        },
    };
    html! { <>{ for hindrance.as_ref().map(|hindrance| tell(words, id, hindrance, &reload)) }{room}</> }
}

/// Finds the conversation on the device, and follows changes of language.
#[hook]
fn use_reload(
    pack: &Pack,
    run: &Rc<RefCell<Option<Rc<Run>>>>,
    hindrance: &UseStateHandle<Option<Hindrance>>,
    refresh: &yew::prelude::UseForceUpdateHandle,
) -> Callback<()> {
    let restore = {
        let (run, hindrance, refresh) = (run.clone(), hindrance.clone(), refresh.clone());
        move |pack: &Pack| {
            let (found, news) = match saves::restore(pack, timer::now()) {
                Restored::Nothing => (None, None),
                Restored::Run(run) => (Some(run), None),
                Restored::Damaged(text) => (None, Some(Hindrance::Damaged(text))),
                Restored::OtherVersion(text) => (None, Some(Hindrance::OtherVersion(text))),
            };
            *run.borrow_mut() = found.map(Rc::new);
            hindrance.set(news);
            refresh.force_update();
        }
    };
    use_effect_with(pack.clone(), {
        let (run, hindrance, refresh, restore) = (run.clone(), hindrance.clone(), refresh.clone(), restore.clone());
        move |pack| {
            let present = run.borrow().clone();
            let Some(present) = present else {
                restore(pack);
                return;
            };
            match present.in_pack(pack) {
                Some(twin) => *run.borrow_mut() = Some(Rc::new(twin)),
                None => hindrance.set(Some(Hindrance::NoTwin)),
            }
            refresh.force_update();
        }
    });
    let pack = pack.clone();
    Callback::from(move |()| restore(&pack))
}

/// The second program on this scenario.
#[derive(Clone, PartialEq)]
enum Desk {
    Coming,
    Missing,
    Ready(Study),
}

/// States explored in one slice; a few milliseconds.
const SLICE: u32 = 250;

/// Once a conversation has begun, the second program is loaded and works between
/// frames; once it is over, it looks back.
#[hook]
fn use_look_back(
    pack: &Pack,
    run: Option<&Rc<Run>>,
    put: &Callback<(Run, Result<(), Trouble>)>,
) -> (LookBack, Callback<Option<usize>>) {
    let desk = use_state_eq(|| Desk::Coming);
    let guess = use_state_eq(|| None::<(u32, Option<usize>)>);
    use_effect_with((pack.clone(), run.is_some()), {
        let desk = desk.clone();
        move |(pack, begun)| {
            let slot = Rc::new(RefCell::new(None));
            desk.set(Desk::Coming);
            if *begun {
                spawn_local(take_up(pack.clone(), desk, Rc::clone(&slot)));
            }
            move || drop(slot.borrow_mut().take())
        }
    });
    let over = run.filter(|run| run.session.is_over()).cloned();
    // A guess belongs to one conversation, told apart by its seed.
    let guessed = over.as_ref().and_then(|run| (*guess).filter(|(seed, _)| *seed == run.attempt.seed)).map(|(_, guess)| guess);
    let written = use_state_eq(|| LookBack::WorkingOut);
    use_effect_with((over.clone(), (*desk).clone(), guessed), {
        let (put, written) = (put.clone(), written.clone());
        move |(over, desk, guessed)| {
            let (Some(run), Desk::Ready(study)) = (over, desk) else {
                written.set(if *desk == Desk::Missing { LookBack::NotLoaded } else { LookBack::WorkingOut });
                return;
            };
            let question = Question { attempt: run.attempt.clone(), guess: guessed.flatten() };
            let Some(debrief) = study.debrief(&question) else { return };
            written.set(LookBack::Written(debrief.document.into()));
            if let Some(finished) = run.finish(debrief.score) {
                put.emit(finished);
            }
        }
    });
    let seed = over.map(|run| run.attempt.seed);
    let name = Callback::from(move |turn| guess.set(seed.map(|seed| (seed, turn))));
    (if guessed.is_some() { (*written).clone() } else { LookBack::Asking }, name)
}

/// What a slice that is still to come hangs on; emptied, it never comes.
type Slot = Rc<RefCell<Option<timer::Timeout>>>;

async fn take_up(pack: Pack, desk: UseStateHandle<Desk>, slot: Slot) {
    let Some(study) = Study::load().await else {
        desk.set(Desk::Missing);
        return;
    };
    study.take_up(&pack.bytes);
    work(study, desk, slot);
}

/// One slice after the next frame, the rest later.
fn work(study: Study, desk: UseStateHandle<Desk>, slot: Slot) {
    let next = {
        let slot = Rc::clone(&slot);
        move || {
            if study.work(SLICE) {
                desk.set(Desk::Ready(study));
            } else {
                work(study, desk, slot);
            }
        }
    };
    *slot.borrow_mut() = Some(timer::later(0, next));
}

fn tell(words: Words, id: &str, hindrance: &Hindrance, reload: &Callback<()>) -> Html {
    let text = match hindrance {
        Hindrance::Storage(Trouble::Blocked) => words.storage_blocked,
        Hindrance::Storage(Trouble::Full) => words.storage_full,
        Hindrance::Damaged(_) => words.save_damaged,
        Hindrance::OtherVersion(_) => words.save_other_version,
        Hindrance::OtherTab => words.other_tab,
        Hindrance::NoTwin => words.no_twin,
    };
    let actions = match hindrance {
        Hindrance::Damaged(save) | Hindrance::OtherVersion(save) => {
            let (name, save) = (format!("{id}.attempt"), save.clone());
            let download = Callback::from(move |()| files::download(&name, &save));
            vec![button("button", words.download_save, &download), span("hint", words.save_kept)]
        }
        Hindrance::OtherTab => vec![button("button", words.take_over, reload)],
        Hindrance::Storage(_) | Hindrance::NoTwin => Vec::new(),
    };
    notice(text, actions)
}
