//! The frame: which page is shown, in which language and colours.

use super::catalogue::Catalogue;
use super::components::frame::{CONTENT, Frame};
use super::loading::{self, Failure, Pack};
use super::pages::library::Library;
use super::pages::problems::Problems;
use super::pages::scenario::ScenarioPage;
use super::platform::event::File;
use super::platform::{files, page};
use super::route::{Route, Stage};
use super::settings::Settings;
use super::words::Words;
use std::rc::Rc;
use yew::platform::spawn_local;
use yew::prelude::{Callback, Html, function_component, html, use_callback, use_effect_with, use_memo, use_state_eq};

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
    let catalogue = use_memo((), |()| Catalogue::load());
    let opened = use_state_eq(|| Opened::Nothing);
    let words = Words::of(settings.language);

    use_effect_with((), {
        let route = route.clone();
        move |()| {
            let listener = page::on_hash_change(move || route.set(Route::read(&page::hash())));
            move || drop(listener)
        }
    });
    use_effect_with(route.clone(), |_| page::to_top());
    use_effect_with(*settings, |settings| settings.save());
    use_effect_with((*settings, route.clone()), {
        let catalogue = catalogue.clone();
        move |(settings, route)| describe(*settings, route, &catalogue)
    });

    let change = use_callback(settings.clone(), |new: Settings, settings| settings.set(new));
    let open = {
        let (opened, catalogue) = (opened.clone(), catalogue.clone());
        Callback::from(move |file: File| open_file(file, opened.clone(), Rc::clone(&catalogue)))
    };
    let dismiss = use_callback(opened.clone(), |(), opened| opened.set(Opened::Nothing));

    let content = match (&*opened, &*route) {
        (Opened::Failed(failure), _) => html! { <Problems {words} failure={failure.clone()} {dismiss} open={open.clone()} /> },
        (_, Route::Library) => html! { <Library {words} catalogue={catalogue.clone()} {open} /> },
        (opened, Route::Scenario { id, stage }) => {
            let opened = match opened {
                Opened::Pack(pack) if pack.scenario.id == *id => Some(pack.clone()),
                _ => None,
            };
            html! {
                <ScenarioPage key={id.clone()} {words} keys={settings.keys} catalogue={catalogue.clone()}
                    id={id.clone()} stage={*stage} {opened} />
            }
        }
    };
    let skip = use_callback((), |(), ()| page::focus(CONTENT));
    html! { <Frame {words} settings={*settings} {change} {skip}>{content}</Frame> }
}

fn describe(settings: Settings, route: &Route, catalogue: &Catalogue) {
    let words = Words::of(settings.language);
    let title = match route {
        Route::Library => format!("{} · {}", words.product, words.library_title),
        Route::Scenario { id, .. } => {
            catalogue.card(id, settings.language).map_or_else(|| words.product.to_owned(), |card| format!("{} · {}", card.title, words.product))
        }
    };
    page::describe(&title, settings.language, settings.theme.word());
}

/// Reads a file; then it is played, or its problems are shown.
fn open_file(file: File, opened: yew::prelude::UseStateHandle<Opened>, catalogue: Rc<Catalogue>) {
    spawn_local(async move {
        let bytes = files::read(&file).await.unwrap_or_default();
        match loading::open(&file.name(), &bytes, &catalogue.method_ids()).await {
            Ok(pack) => {
                let id = pack.scenario.id.clone();
                opened.set(Opened::Pack(pack));
                page::go(&Route::Scenario { id, stage: Stage::Briefing }.hash());
            }
            Err(failure) => opened.set(Opened::Failed(failure)),
        }
    });
}
