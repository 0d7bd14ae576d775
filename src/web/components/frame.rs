//! What surrounds every page: name, language, settings.

use crate::language::Language;
use crate::web::settings::{NumberKeys, Settings, Theme};
use crate::web::words::Words;
use crate::web::platform::event;
use yew::prelude::{Callback, Event, Html, MouseEvent, html};

/// The id of the content.
pub const CONTENT: &str = "content";

/// A page with all that surrounds it. `skip` moves focus to the content.
pub fn frame(words: Words, settings: Settings, change: &Callback<Settings>, skip: &Callback<()>, content: Html) -> Html {
    // The part after # is the address of pages here, so the link moves focus itself.
    let skip = skip.clone();
    let skip = move |event: MouseEvent| {
        event.prevent_default();
        skip.emit(());
    };
    html! {
        <>
            <a class="skip" href="#content" onclick={skip}>{words.skip_to_content}</a>
            <header class="frame">
                <a class="brand" href="#/">
                    <svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true">
                        <path d="M12 2 20 10 12 22 4 10Z M12 2V22 M4 10H20" />
                    </svg>
                    <span>{words.product}</span>
                </a>
                <div class="frame-tools">
                    { languages(words, settings, change) }
                    { options(words, settings, change) }
                </div>
            </header>
            <main id={CONTENT} tabindex="-1">{content}</main>
        </>
    }
}

fn languages(words: Words, settings: Settings, change: &Callback<Settings>) -> Html {
    let choices = Language::ALL.into_iter().map(|language| {
        let change = change.clone();
        let choose = move |_| change.emit(Settings { language, ..settings });
        let name = match language {
            Language::En => "English",
            Language::ZhHans => "中文",
        };
        let pressed = if language == settings.language { "true" } else { "false" };
        html! { <button type="button" lang={language.tag()} aria-pressed={pressed} onclick={choose}>{name}</button> }
    });
    html! { <div class="languages" role="group" aria-label={words.language_label}>{ for choices }</div> }
}

fn options(words: Words, settings: Settings, change: &Callback<Settings>) -> Html {
    let theme = {
        let change = change.clone();
        move |event: Event| {
            let theme = Theme::named(&event::chosen(&event).unwrap_or_default());
            change.emit(Settings { theme, ..settings });
        }
    };
    let keys = {
        let change = change.clone();
        move |event: Event| {
            let keys = if event::is_ticked(&event) { NumberKeys::On } else { NumberKeys::Off };
            change.emit(Settings { keys, ..settings });
        }
    };
    let themes = Theme::ALL.map(|theme| {
        let name = match theme {
            Theme::Auto => words.theme_auto,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        };
        html! { <option value={theme.word()} selected={theme == settings.theme}>{name}</option> }
    });
    html! {
        <details class="settings">
            <summary>{words.settings}</summary>
            <div class="settings-panel">
                <label class="field"><span>{words.theme}</span><select onchange={theme}>{ for themes }</select></label>
                <label class="check">
                    <input type="checkbox" checked={settings.keys == NumberKeys::On} onchange={keys} />
                    <span>{words.number_keys}</span>
                </label>
                <p class="hint">{words.number_keys_hint}</p>
            </div>
        </details>
    }
}
