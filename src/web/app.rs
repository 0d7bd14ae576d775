//! The frame: which page is shown, in which language and colours.

use super::components::frame::{CONTENT, frame};
use super::loading::{self, Failure, Pack};
use super::pages::library::library;
use super::pages::problems::problems;
use super::pages::scenario::ScenarioPage;
use super::platform::event::File;
use super::platform::{files, page};
use super::route::{Route, Stage};
use super::settings::Settings;
use super::words::Words;
use crate::pack::Catalogue;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::{Callback, Html, UseStateHandle, function_component, html, use_effect_with, use_state_eq};

/// A file of the learner's own.
#[derive(Clone, PartialEq)]
enum Opened {
    Nothing,
    Pack(Pack),
    Failed(Failure),
}

#[function_component]
pub fn App() -> Html {
    let settings = use_state_eq(Settings::load);
    let route = use_state_eq(|| Route::read(&page::hash()));
    let catalogue = use_state_eq(|| Rc::new(loading::catalogue()));
    let opened = use_state_eq(|| Opened::Nothing);
    let words = Words::of(settings.language);

    use_effect_with((), {
        let route = route.clone();
        move |()| {
            let listener = page::on_hash_change(move || {
                route.set(Route::read(&page::hash()));
                page::to_top();
            });
            move || drop(listener)
        }
    });
    use_effect_with((*settings, (*route).clone()), {
        let catalogue = Rc::clone(&catalogue);
        move |(settings, route)| describe(*settings, route, &catalogue)
    });

    let change = {
        let settings = settings.clone();
        Callback::from(move |new: Settings| {
            new.save();
            settings.set(new);
        })
    };
    let open = {
        let (opened, catalogue) = (opened.clone(), Rc::clone(&catalogue));
        Callback::from(move |file: File| open_file(file, opened.clone(), Rc::clone(&catalogue)))
    };
    let dismiss = {
        let opened = opened.clone();
        Callback::from(move |()| opened.set(Opened::Nothing))
    };
    let content = match (&*opened, &*route) {
        (Opened::Failed(failure), _) => problems(words, failure, &dismiss, Some(&open)),
        (_, Route::Library) => library(words, &catalogue, &open),
        (opened, Route::Scenario { id, stage }) => {
            let opened = match opened {
                Opened::Pack(pack) if pack.scenario.id == *id => Some(pack.clone()),
                _ => None,
            };
            html! {
                <ScenarioPage key={id.clone()} {words} keys={settings.keys} catalogue={Rc::clone(&catalogue)}
                    id={id.clone()} stage={*stage} {opened} />
            }
        }
    };
    frame(words, *settings, &change, &Callback::from(|()| page::focus(CONTENT)), content)
}

fn describe(settings: Settings, route: &Route, catalogue: &Catalogue) {
    let words = Words::of(settings.language);
    let title = match route {
        Route::Library => None,
        Route::Scenario { id, .. } => catalogue.card(id, settings.language).map(|card| card.title.as_str()),
    };
    let title = format!("{} · {}", title.unwrap_or(words.library_title), words.product);
    page::describe(&title, settings.language, settings.theme.word());
}

/// Reads a file; then it is played, or its problems are shown.
fn open_file(file: File, opened: UseStateHandle<Opened>, catalogue: Rc<Catalogue>) {
    spawn_local(async move {
        let bytes = files::read(&file).await.unwrap_or_default();
        match loading::open(&file.name(), &bytes, &catalogue).await {
            Ok(pack) => {
                let id = pack.scenario.id.clone();
                opened.set(Opened::Pack(pack));
                page::go(&Route::Scenario { id, stage: Stage::Briefing }.hash());
            }
            Err(failure) => opened.set(Opened::Failed(failure)),
        }
    });
}
