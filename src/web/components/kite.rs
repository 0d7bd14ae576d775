//! The kite: what was promised, against what can be kept.

use crate::i18n::Kept;
use crate::i18n::promise::Spoken;
use crate::web::words::Words;
use yew::prelude::{Html, html};

/// What was promised, against what can be kept; nothing before the first promise.
pub fn kite(words: Words, strings: &[Spoken]) -> Html {
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

fn row(words: Words, string: &Spoken) -> Html {
    let said = string.said.as_deref().unwrap_or(words.promised_vaguely);
    // The kite hangs at the line of what can be kept, or has flown above it.
    let height = match string.kept {
        Kept::Within => 34,
        Kept::Vague => 22,
        Kept::Beyond => 6,
    };
    let shape = format!("M30 {} l7 9 -7 12 -7 -12Z", height - 4);
    let line = format!("M30 {}Q24 50 14 58", height + 17);
    html! {
        <li class={string.kept.word()}>
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
