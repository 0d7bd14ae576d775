//! The least that everybody needs who does not go by looks, and the dark.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::{Folder, Page, Role, journey};
use serde_json::json;
use thirtyfour::prelude::Key;

/// One heading of the first rank, the right language, and a name for everything
/// that can be used.
async fn is_sound(page: &Page, words: &Words, what: &str) {
    let script = r#"
        const usable = [...document.querySelectorAll("a[href], button, input, select, summary, [role=img]")];
        const nameless = usable.filter(element => element.checkVisibility() && !element.computedName.trim()).map(element => element.outerHTML);
        const headings = [...document.querySelectorAll("h1")].map(heading => heading.textContent.trim());
        return [document.documentElement.lang, headings.length, headings.every(text => text), nameless];
    "#;
    let found = page.ask(script, Vec::new()).await;
    assert_eq!(found, json!([words.tag, 1, true, []]), "language, number of h1, all with text, nameless: {what}");
}

async fn every_page_is_sound(page: &Page, words: &Words) {
    page.library(words).await;
    is_sound(page, words, "the library").await;
    page.to_briefing(words).await;
    is_sound(page, words, "the briefing").await;
    page.begin(words).await;
    is_sound(page, words, "the conversation").await;
    page.play_best(words, 0..7).await;
    is_sound(page, words, "the end of the conversation").await;
    page.press(Role::Link, words.to_debrief).await;
    page.find(Role::Heading, words.where_did_it_turn).await;
    is_sound(page, words, "the question of the debrief").await;
    page.name_turn_3(words).await;
    is_sound(page, words, "the debrief").await;
}

#[test]
fn every_page_has_one_title_its_language_and_names_in_english() {
    journey(async |page| every_page_is_sound(page, &EN).await);
}

#[test]
fn every_page_has_one_title_its_language_and_names_in_chinese() {
    journey(async |page| every_page_is_sound(page, &ZH).await);
}

#[test]
fn pages_that_tell_of_a_failure_have_a_title_as_well() {
    journey(async |page| {
        page.library(&EN).await;
        let folder = Folder::new();
        page.choose_file("Open a scenario file", &folder.write("notes.toml", "Call Mr Zhao on Monday.\n")).await;
        page.says("notes.toml was not opened").await;
        is_sound(page, &EN, "a file with problems").await;
        page.visit("nobody").await;
        page.reload().await;
        page.says("There is no customer of this name here.").await;
        is_sound(page, &EN, "no such scenario").await;
    });
}

#[test]
fn the_skip_link_moves_the_focus_to_the_content() {
    journey(async |page| {
        page.visit("").await;
        page.find(Role::Heading, EN.library).await;
        page.key(Key::Tab).await;
        assert_eq!(page.focus().await, ("link".to_owned(), "Skip to the content".to_owned()));
        page.key(Key::Enter).await;
        page.until("the content to have the focus", async || (page.focus().await.0 == "main").then_some(())).await;
        page.key(Key::Tab).await;
        let (role, name) = page.focus().await;
        assert_eq!(role, "link", "{name}");
        let cards = page.names_in(Role::List, EN.scenarios, Role::Link).await;
        assert_eq!(name, cards[0], "what comes first in the content");
        // The address still leads here.
        page.reload().await;
        page.find(Role::Heading, EN.library).await;
    });
}

#[test]
fn a_dark_device_gets_a_dark_page() {
    async fn background(page: &Page) -> Vec<u32> {
        let colour = page.ask("return getComputedStyle(document.body).backgroundColor", Vec::new()).await;
        let digits = colour.as_str().unwrap().split(|c: char| !c.is_ascii_digit());
        digits.filter_map(|digits| digits.parse().ok()).collect()
    }
    journey(async |page| {
        let device = async |scheme: &str| {
            let feature = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            page.command("Emulation.setEmulatedMedia", feature).await;
        };
        device("light").await;
        page.library(&EN).await;
        let light = background(page).await;
        device("dark").await;
        let dark = background(page).await;
        let brightness = |colour: &[u32]| colour.iter().take(3).sum::<u32>();
        assert!(brightness(&light) > 600 && brightness(&dark) < 150, "{light:?}, {dark:?}");
    });
}
