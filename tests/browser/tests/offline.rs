//! What cannot be loaded: the rest goes on, and it is told.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::{Hand, Page, Role, journey};
use serde_json::json;

/// From now on nothing with this in its address can be loaded; with nothing: everything can.
async fn withhold(page: &Page, what: &[&str]) {
    let urls: Vec<String> = what.iter().map(|what| format!("*{what}*")).collect();
    page.command("Network.enable", json!({})).await;
    page.command("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    page.command("Network.setBlockedURLs", json!({ "urls": urls })).await;
}

/// `told`: that it cannot be loaded, and the button for trying again.
async fn plays_without_the_second_program(page: &Page, words: &Words, by: Hand, told: [&str; 2]) {
    let [not_loaded, try_again] = told;
    withhold(page, &["study.wasm"]).await;
    page.library(words).await;
    by.press(page, Role::Link, words.first_day).await;
    by.press(page, Role::Button, words.start).await;
    page.find(Role::List, words.your_reply).await;
    for say in words.best {
        by.press(page, Role::Button, say).await;
        page.gone(Role::Button, say).await;
    }
    page.find(Role::Link, words.to_debrief).await;
    let (name, attempt) = page.download(words.download).await;
    assert!(name.starts_with("first-day") && attempt.contains("\"choices\""), "{name}: {attempt}");
    by.press(page, Role::Link, words.to_debrief).await;
    page.says(not_loaded).await;
    assert_eq!(page.focus().await.0, "main");
    // Still not there.
    by.press(page, Role::Button, try_again).await;
    page.says(not_loaded).await;
    withhold(page, &[]).await;
    by.press(page, Role::Button, try_again).await;
    page.find(Role::Heading, words.where_did_it_turn).await;
    match by {
        Hand::Mouse => page.name_turn_3(words).await,
        Hand::Keys => page.key('3').await,
    }
    page.says(words.full[0]).await;
    by.press(page, Role::Link, words.back).await;
    page.says(words.best_score).await;
}

#[test]
fn without_the_second_program_one_can_play_and_the_debrief_comes_when_it_is_there() {
    let told = ["Could not load study.wasm. Are you still connected? Nothing is lost.", "Try again"];
    journey(async |page| plays_without_the_second_program(page, &EN, Hand::Mouse, told).await);
}

#[test]
fn without_the_second_program_one_can_play_in_chinese_by_keyboard_alone() {
    let told = ["study.wasm 没能载入。网络还通吗？已有的内容都还在。", "再试一次"];
    journey(async |page| plays_without_the_second_program(page, &ZH, Hand::Keys, told).await);
}

/// Who cannot be given a forecast page takes the exam without one.
#[test]
fn an_exam_can_be_taken_without_the_second_program() {
    journey(async |page| {
        withhold(page, &["study.wasm"]).await;
        page.library(&EN).await;
        page.to_briefing(&EN).await;
        page.find_beginning(Role::Radio, "Exam").await.click().await.unwrap();
        page.press(Role::Button, EN.start).await;
        page.says("Could not load study.wasm.").await;
        page.press(Role::Link, EN.back).await;
        page.to_briefing(&EN).await;
        page.find_beginning(Role::Radio, "Exam").await.click().await.unwrap();
        page.begin(&EN).await;
        let exchange = page.reply(&EN, EN.best[0]).await;
        assert!(!exchange.contains("points"), "an exam tells nothing: {exchange:?}");
    });
}

/// One scenario is missing in the drills.
async fn drills_without_one(page: &Page, words: &Words, by: Hand, told: [&str; 4]) {
    let [drills, left_out, begin, try_again] = told;
    withhold(page, &["after-the-party"]).await;
    page.library(words).await;
    by.press(page, Role::Link, drills).await;
    page.says(left_out).await;
    page.find(Role::Button, begin).await;
    withhold(page, &[]).await;
    // Fails as long as the word about what is left out is a second heading of the first rank.
    let titles = page.ask("return [...document.querySelectorAll('h1')].map(title => title.textContent)", Vec::new()).await;
    assert_eq!(titles.as_array().unwrap().len(), 1, "{titles}");
    by.press(page, Role::Button, try_again).await;
    page.says_no_more(left_out).await;
    by.press(page, Role::Button, begin).await;
    page.gone(Role::Button, begin).await;
}

#[test]
fn a_scenario_that_cannot_be_loaded_is_left_out_of_the_drills_with_a_word() {
    let told = [
        "Drills",
        "These could not be loaded just now, so their questions are left out: After the party.",
        "Begin a round",
        "Try again",
    ];
    journey(async |page| drills_without_one(page, &EN, Hand::Mouse, told).await);
}

#[test]
fn a_scenario_that_cannot_be_loaded_is_left_out_of_the_drills_in_chinese_as_well() {
    let told = ["小练习", "这几位客户暂时没能载入，先不出他们的题：", "来一组", "再试一次"];
    journey(async |page| drills_without_one(page, &ZH, Hand::Keys, told).await);
}
