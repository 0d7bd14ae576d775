//! What surrounds every page: name, language, settings.

use super::element::{Element, Ticked, button, element, link, paragraph, span};
use crate::language::Language;
use crate::web::platform::event;
use crate::web::settings::{NumberKeys, Settings, Theme};
use crate::web::words::Words;
use yew::prelude::{Callback, Event, Html, html};

/// The id of the content.
pub const CONTENT: &str = "content";

/// A page with all that surrounds it. `skip` moves focus to the content.
pub fn frame(words: Words, settings: Settings, change: &Callback<Settings>, skip: &Callback<()>, content: Html) -> Html {
    let tools = element("div", "frame-tools").with(languages(words, settings, change)).with(options(words, settings, change));
    let header = element("header", "frame").with(brand(words)).with(tools);
    let main = element("main", "").attribute("id", CONTENT).attribute("tabindex", "-1").add(content);
    // The part after # is the address of pages here, so the link moves focus itself.
    let skip = link("skip", words.skip_to_content, "#content").on_press(skip.clone());
    html! { <>{skip.html()}{header.html()}{main.html()}</> }
}

fn brand(words: Words) -> Element {
    let kite = element("path", "").attribute("d", "M12 2 20 10 12 22 4 10Z M12 2V22 M4 10H20");
    let picture = element("svg", "").attribute("viewBox", "0 0 24 24").attribute("aria-hidden", "true").with(kite);
    element("a", "brand").attribute("href", "#/").with(picture).with(span("", words.product))
}

fn languages(words: Words, settings: Settings, change: &Callback<Settings>) -> Element {
    let choices = Language::ALL.map(|language| {
        let change = change.clone();
        let choose = Callback::from(move |()| change.emit(Settings { language, ..settings }));
        let name = match language {
            Language::En => "English",
            Language::ZhHans => "中文",
        };
        let pressed = if language == settings.language { "true" } else { "false" };
        button("", name, &choose).attribute("lang", language.tag()).attribute("aria-pressed", pressed).html()
    });
    element("div", "languages").attribute("role", "group").attribute("aria-label", words.language_label).all(choices)
}

fn options(words: Words, settings: Settings, change: &Callback<Settings>) -> Element {
    let theme = {
        let change = change.clone();
        Callback::from(move |event: Event| {
            let theme = Theme::named(&event::chosen(&event).unwrap_or_default());
            change.emit(Settings { theme, ..settings });
        })
    };
    let keys = {
        let change = change.clone();
        Callback::from(move |event: Event| {
            let keys = if event::is_ticked(&event) { NumberKeys::On } else { NumberKeys::Off };
            change.emit(Settings { keys, ..settings });
        })
    };
    let themes = Theme::ALL.map(|theme| {
        let name = match theme {
            Theme::Auto => words.theme_auto,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        };
        let option = element("option", "").attribute("value", theme.word()).text(name);
        if theme == settings.theme { option.attribute("selected", "selected").html() } else { option.html() }
    });
    let themes = element("select", "").all(themes).on_change(theme);
    let ticked = Ticked::when(settings.keys == NumberKeys::On);
    let keys = element("input", "").attribute("type", "checkbox").ticked(ticked).on_change(keys);
    let panel = element("div", "settings-panel")
        .with(element("label", "field").with(span("", words.theme)).with(themes))
        .with(element("label", "check").with(keys).with(span("", words.number_keys)))
        .with(paragraph("hint", words.number_keys_hint));
    element("details", "settings").with(element("summary", "").text(words.settings)).with(panel)
}
