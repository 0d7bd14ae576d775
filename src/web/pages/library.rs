//! Who there is to talk to.

use crate::score::display_percent;
use crate::web::catalogue::{Card, Catalogue};
use crate::web::components::open_file::OpenFile;
use crate::web::platform::event::File;
use crate::web::route::{Route, Stage};
use crate::web::saves;
use crate::web::words::Words;
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, function_component, html};

#[derive(Properties, PartialEq)]
pub struct LibraryProps {
    pub words: Words,
    pub catalogue: Rc<Catalogue>,
    pub open: Callback<File>,
}

#[function_component]
pub fn Library(props: &LibraryProps) -> Html {
    let LibraryProps { words, catalogue, open } = props;
    let cards = catalogue.cards(words.language).into_iter().map(|card| item(*words, catalogue, card));
    html! {
        <div class="library">
            <div class="lead">
                <h1>{words.library_title}</h1>
                <p>{words.tagline}</p>
                <p class="hint">{words.library_intro}</p>
            </div>
            <ul class="cards" aria-label={words.scenarios}>{ for cards }</ul>
            <div class="open-file">
                <OpenFile label={words.open_file} open={open.clone()} />
                <p class="hint">{words.open_file_hint}</p>
            </div>
        </div>
    }
}

fn item(words: Words, catalogue: &Catalogue, card: &Card) -> Html {
    let href = Route::Scenario { id: card.id.clone(), stage: Stage::Briefing }.hash();
    let names = catalogue.steps(&card.method, card.language);
    let covered: Vec<&str> = card.steps.iter().filter_map(|step| names.get(*step).map(String::as_str)).collect();
    let covered = if covered.len() == names.len() { words.steps_title.to_owned() } else { covered.join(" · ") };
    let dots = (0..names.len()).map(|step| html! { <span class={if card.steps.contains(&step) { "dot on" } else { "dot" }} /> });
    let status = match saves::best_score(&card.id) {
        Some(score) => (words.best_score)(display_percent(score)),
        None => words.not_played.to_owned(),
    };
    html! {
        <li class="card" key={card.id.clone()}>
            <p class="meta"><span>{(words.level)(card.level)}</span><span>{(words.minutes)(card.minutes)}</span></p>
            <h2><a {href} lang={card.language.tag()}>{card.title.clone()}</a></h2>
            <p class="who" lang={card.language.tag()}>{card.customer.clone()}{" · "}{card.role.clone()}</p>
            <p lang={card.language.tag()}>{card.summary.clone()}</p>
            <p class="covers"><span class="dots" aria-hidden="true">{ for dots }</span>{(words.steps_covered)(&covered)}</p>
            <p class="status">
                <span>{status}</span>
                if saves::is_under_way(&card.id) { <span class="running">{words.in_progress}</span> }
            </p>
        </li>
    }
}
