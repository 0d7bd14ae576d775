//! The kite: what was promised, against what can be kept.

use crate::i18n::Kept;
use crate::scenario::{Pledge, PromiseTerms, Scenario};
use crate::session::{Standing, State, is_overdrawn, standing};
use crate::web::words::Words;
use yew::prelude::{Html, html};

/// One promise as it stands.
pub struct KiteString {
    pub name: String,
    /// What was said.
    pub said: Option<String>,
    /// What the customer heard, where nothing clear was said.
    pub heard: Option<String>,
    pub keep: String,
    pub kept: Kept,
}

/// Every promise that was spoken of.
pub fn strings(words: Words, scenario: &Scenario, state: &State) -> Vec<KiteString> {
    let spoken = scenario.promises.iter().zip(&state.promises);
    spoken.filter_map(|(terms, said)| said.map(|said| string(words, terms, Some(said)))).collect()
}

/// One promise in words.
pub fn string(words: Words, terms: &PromiseTerms, said: Option<Pledge>) -> KiteString {
    let quantity = |number| (words.quantity)(number, &terms.unit);
    let clear = match said {
        Some(Pledge::Number(number)) => Some(quantity(number)),
        Some(Pledge::Vague) | None => None,
    };
    let heard = if clear.is_none() { terms.assumed.map(quantity) } else { None };
    let kept = match standing(terms, said) {
        _ if is_overdrawn(terms, said) => Kept::Beyond,
        Standing::Vague | Standing::None => Kept::Vague,
        Standing::Within | Standing::Beyond => Kept::Within,
    };
    KiteString { name: terms.name.clone(), said: clear, heard, keep: quantity(terms.deliver), kept }
}

/// What was promised, against what can be kept; nothing before the first promise.
pub fn kite(words: Words, strings: &[KiteString]) -> Html {
    if strings.is_empty() {
        return Html::default();
    }
    html! {
        <section class="kite">
            <h2>{words.kite_title}</h2>
            <p class="hint">{words.kite_hint}</p>
            <ul>{ for strings.iter().map(|string| row(words, string)) }</ul>
        </section>
    }
}

fn row(words: Words, string: &KiteString) -> Html {
    let said = string.said.as_deref().unwrap_or(words.promised_vaguely);
    // The kite hangs at the line of what can be kept, or has flown above it.
    let (class, height) = match string.kept {
        Kept::Within => ("within", 34),
        Kept::Vague => ("vague", 22),
        Kept::Beyond => ("beyond", 6),
    };
    let shape = format!("M30 {} l7 9 -7 12 -7 -12Z", height - 4);
    let line = format!("M30 {}Q24 50 14 58", height + 17);
    html! {
        <li {class}>
            <svg viewBox="0 0 48 64" width="48" height="64" aria-hidden="true">
                <path d="M2 28H46" class="limit" />
                <path d={line} class="string" />
                <path d={shape} class="sail" />
                <circle cx="13" cy="59" r="3" class="reel" />
            </svg>
            <div>
                <p class="promise">{(words.promised)(&string.name, said)}</p>
                if let Some(heard) = &string.heard { <p>{(words.heard_as)(heard)}</p> }
                <p>{(words.can_keep)(&string.keep)}</p>
                <p class="verdict">{(words.standing)(string.kept)}</p>
            </div>
        </li>
    }
}
