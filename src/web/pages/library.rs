//! Who there is to talk to.

use crate::pack::{Card, Catalogue};
use crate::web::components::parts::open_file;
use crate::web::loading::step_names;
use crate::web::platform::event::File;
use crate::web::route::{Route, Stage};
use crate::web::saves;
use crate::web::words::Words;
use yew::prelude::{Callback, Html, html};

pub fn library(words: Words, catalogue: &Catalogue, open: &Callback<File>) -> Html {
    let cards = catalogue.in_language(words.language).into_iter().map(|card| item(words, catalogue, card));
    html! {
        <div class="library">
            <div class="lead">
                <h1>{words.library_title}</h1>
                <p>{words.tagline}</p>
                <p class="hint">{words.library_intro}</p>
            </div>
            <ul class="cards" aria-label={words.scenarios}>{ for cards }</ul>
            <div class="open-file">
                {open_file(words.open_file, open)}
                <p class="hint">{words.open_file_hint}</p>
            </div>
        </div>
    }
}

fn item(words: Words, catalogue: &Catalogue, card: &Card) -> Html {
    let href = Route::Scenario { id: card.id.clone(), stage: Stage::Briefing }.hash();
    let names = step_names(catalogue, card, words.language);
    let is_covered = |at: usize| card.steps.iter().any(|step| step.index() == at);
    let covered: Vec<&str> = names.iter().enumerate().filter(|(at, _)| is_covered(*at)).map(|(_, name)| name.as_str()).collect();
    let covered = if covered.len() == names.len() { words.steps_title.to_owned() } else { covered.join(" · ") };
    let dots = (0..names.len()).map(|at| html! { <span class={if is_covered(at) { "dot on" } else { "dot" }} /> });
    let status = match saves::best_score(&card.id) {
        Some(score) => (words.best_score)(score / 100),
        None => words.not_played.to_owned(),
    };
    html! {
        <li class="card" key={card.id.clone()}>
            <div lang={card.language.tag()}>
                <h2><a {href}>{card.title.clone()}</a></h2>
                <p class="who">{format!("{} · {}", card.customer, card.role)}</p>
                <p>{card.summary.clone()}</p>
            </div>
            <p class="meta"><span>{(words.level)(card.level)}</span><span>{(words.minutes)(card.minutes)}</span></p>
            <p class="covers"><span class="dots" aria-hidden="true">{ for dots }</span>{(words.steps_covered)(&covered)}</p>
            <p class="status">
                <span>{status}</span>
                if saves::is_under_way(&card.id) { <span class="running">{words.in_progress}</span> }
            </p>
        </li>
    }
}
