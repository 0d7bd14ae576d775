//! What surrounds every page: name, language, settings.

use super::element::{Element, Ticked, button, element, link, paragraph, span};
use crate::language::Language;
use crate::web::message::Message;
use crate::web::platform::event;
use crate::web::route::Route;
use crate::web::settings::{NumberKeys, Settings, Theme, Wish};
use crate::web::words::Words;
use yew::prelude::{Callback, Event, Html};

/// The id of the content.
pub const CONTENT: &str = "content";

/// A page with all that surrounds it. `told`: what the learner should know first.
pub fn frame(
    words: Words,
    settings: Settings,
    route: &Route,
    send: &Callback<Message>,
    told: Option<Html>,
    content: Html,
) -> Html {
    let tools = element("div", "frame-tools").with(languages(words, settings, send)).with(options(words, settings, send));
    let header = element("header", "frame").with(brand(words)).with(ways(words, route)).with(tools);
    let main = element("main", "").attribute("id", CONTENT).attribute("tabindex", "-1").all(told).add(content);
    // The part after # is the address of pages here, so the link sends a message.
    let skip = link("skip", words.skip_to_content, "#content").on_press(send, Message::Skip);
    element("div", "page").with(skip).with(header).with(main).html()
}

fn brand(words: Words) -> Element {
    let kite = element("path", "").attribute("d", "M12 2 20 10 12 22 4 10Z M12 2V22 M4 10H20");
    let picture = element("svg", "").attribute("viewBox", "0 0 24 24").attribute("aria-hidden", "true").with(kite);
    element("a", "brand").attribute("href", "#/").with(picture).with(span("", words.product))
}

/// The pages that belong to no scenario.
fn ways(words: Words, route: &Route) -> Element {
    let ways = [(words.library, "#/"), (words.drills, "#drills"), (words.progress, "#progress")];
    let here = route.hash();
    let ways = ways.map(|(name, to)| {
        let way = link("", name, to);
        if to == here { way.attribute("aria-current", "page").html() } else { way.html() }
    });
    element("nav", "ways").attribute("aria-label", words.product).all(ways)
}

fn languages(words: Words, settings: Settings, send: &Callback<Message>) -> Element {
    let choices = Language::ALL.map(|language| {
        let name = match language {
            Language::En => "English",
            Language::ZhHans => "中文",
        };
        let pressed = if language == settings.language { "true" } else { "false" };
        let changed = Message::Changed(Settings { language, ..settings });
        button("", name, send, changed).attribute("lang", language.tag()).attribute("aria-pressed", pressed).html()
    });
    element("div", "languages").attribute("role", "group").attribute("aria-label", words.language_label).all(choices)
}

fn options(words: Words, settings: Settings, send: &Callback<Message>) -> Element {
    let themes = Theme::ALL.map(|theme| {
        let name = match theme {
            Theme::Auto => words.theme_auto,
            Theme::Light => words.theme_light,
            Theme::Dark => words.theme_dark,
        };
        let option = element("option", "").attribute("value", theme.word()).text(name);
        if theme == settings.theme { option.attribute("selected", "selected").html() } else { option.html() }
    });
    let theme = move |event: &Event| {
        let theme = Theme::named(&event::chosen(event)?);
        Some(Message::Changed(Settings { theme, ..settings }))
    };
    let keys = move |event: &Event| {
        let keys = if event::is_ticked(event) { NumberKeys::On } else { NumberKeys::Off };
        Some(Message::Changed(Settings { keys, ..settings }))
    };
    let themes = element("select", "").all(themes).on_change(send, Box::new(theme));
    let ticked = Ticked::when(settings.keys == NumberKeys::On);
    let keys = element("input", "").attribute("type", "checkbox").ticked(ticked).on_change(send, Box::new(keys));
    let wish = |ticked: Wish, name: &str, changed: fn(Settings, Wish) -> Settings| {
        let change = move |event: &Event| Some(Message::Changed(changed(settings, Wish::when(event::is_ticked(event)))));
        let input = element("input", "").attribute("type", "checkbox").ticked(Ticked::when(ticked.is_on()));
        element("label", "check").with(input.on_change(send, Box::new(change))).with(span("", name))
    };
    let panel = element("div", "settings-panel")
        .with(element("label", "field").with(span("", words.theme)).with(themes))
        .with(element("label", "check").with(keys).with(span("", words.number_keys)))
        .with(paragraph("hint", words.number_keys_hint))
        .with(wish(settings.sureness, words.ask_sureness, |settings, sureness| Settings { sureness, ..settings }))
        .with(paragraph("hint", words.ask_sureness_hint))
        .with(wish(settings.voice, words.read_aloud, |settings, voice| Settings { voice, ..settings }))
        .with(paragraph("hint", words.read_aloud_hint));
    element("details", "settings").with(element("summary", "").text(words.settings)).with(panel)
}
