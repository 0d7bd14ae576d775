//! A telephone: 360 pixels wide.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::tour::tour;
use journeys::{Page, Role, journey};
use serde_json::{Value, json};

const WIDTH: u32 = 360;

/// Nothing reaches beyond the right edge.
async fn fits(page: &Page, what: &str) {
    let script = r#"
        const width = document.documentElement.scrollWidth;
        const wide = [...document.querySelectorAll("body *")]
            .filter(element => element.getBoundingClientRect().right > arguments[0] + 0.5)
            .map(element => `${element.localName}.${element.className}: ${element.textContent.slice(0, 40)}`);
        return [width, window.innerWidth, width > arguments[0] ? wide : []];
    "#;
    assert_eq!(page.ask(script, vec![json!(WIDTH)]).await, json!([WIDTH, WIDTH, []]), "{what} is too wide");
}

/// As narrow as a page may have to be: 1280 pixels at four times the size (WCAG 1.4.10).
const NARROWEST: u32 = 320;

async fn too_wide(page: &Page) -> Value {
    let script = r#"
        const [width] = arguments;
        const wide = [...document.querySelectorAll("main *")]
            .filter(element => element.getBoundingClientRect().right > width + 0.5)
            .map(element => `${element.localName}.${element.className}: ${element.textContent.slice(0, 40)}`);
        const whole = document.documentElement.scrollWidth;
        return whole > width ? [whole, ...wide.slice(0, 5)] : [];
    "#;
    page.ask(script, vec![json!(NARROWEST)]).await
}

/// Each reply can be hit with a thumb.
async fn replies_are_high_enough(page: &Page, words: &Words) {
    let list = page.find(Role::List, words.your_reply).await;
    let script = "return [...arguments[0].querySelectorAll('button')].map(button => button.getBoundingClientRect().height)";
    let heights: Vec<f64> = serde_json::from_value(page.ask(script, vec![list.to_json().unwrap()]).await).unwrap();
    assert!(heights.len() >= 3 && heights.iter().all(|height| *height >= 44.0), "{heights:?}");
}

async fn plays_on_a_telephone(page: &Page, words: &Words) {
    let telephone = json!({ "width": WIDTH, "height": 740, "deviceScaleFactor": 3, "mobile": true });
    page.command("Emulation.setDeviceMetricsOverride", telephone).await;
    page.library(words).await;
    fits(page, "the library").await;
    page.to_briefing(words).await;
    fits(page, "the briefing").await;
    page.begin(words).await;
    for say in words.best {
        fits(page, "the conversation").await;
        replies_are_high_enough(page, words).await;
        page.reply(words, say).await;
    }
    fits(page, "the end of the conversation").await;
    page.press(Role::Link, words.to_debrief).await;
    page.find(Role::Heading, words.where_did_it_turn).await;
    fits(page, "the question of the debrief").await;
    page.name_turn_3(words).await;
    fits(page, "the debrief").await;
    page.press(Role::Link, words.back).await;
    page.says(words.best_score).await;
    fits(page, "the library after a play").await;
}

#[test]
fn an_english_conversation_fits_a_telephone() {
    journey(async |page| plays_on_a_telephone(page, &EN).await);
}

#[test]
fn a_chinese_conversation_fits_a_telephone() {
    journey(async |page| plays_on_a_telephone(page, &ZH).await);
}

#[test]
fn every_english_page_fits_a_width_of_320() {
    journey(async |page| {
        page.resize(NARROWEST, 640).await;
        tour(page, &EN, too_wide).await;
    });
}

#[test]
fn every_chinese_page_fits_a_width_of_320() {
    journey(async |page| {
        page.resize(NARROWEST, 640).await;
        tour(page, &ZH, too_wide).await;
    });
}
