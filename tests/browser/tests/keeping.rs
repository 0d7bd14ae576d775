//! What is kept on the device, and what happens when that fails.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::EN;
use journeys::{Page, Role, journey};

const ATTEMPT: &str = "ninesteps/attempt/first-day";
const PACK: &str = "ninesteps/pack/first-day";
const GO_ON: &str = "Go on at turn 3";

/// All that tells where a conversation stands.
async fn standing(page: &Page) -> (Vec<String>, Vec<String>, String) {
    (page.exchanges(&EN).await, page.offer(&EN).await, page.text().await)
}

#[test]
fn a_conversation_goes_on_after_its_window_was_closed() {
    journey(async |page| {
        page.begin_first_day(&EN).await;
        page.play_best(&EN, 0..2).await;
        let before = standing(page).await;
        let old = page.this_window().await;
        let new = page.another_window().await;
        page.look_at(&old).await;
        page.close_window().await;
        page.look_at(&new).await;

        page.library(&EN).await;
        assert!(page.text_of(Role::List, EN.scenarios).await.contains("Under way"));
        page.press(Role::Link, EN.first_day).await;
        page.press(Role::Button, GO_ON).await;
        page.find(Role::List, EN.your_reply).await;
        assert_eq!(standing(page).await, before);
        page.play_best(&EN, 2..7).await;
        page.to_debrief(&EN).await;
        page.says(EN.full[1]).await;
    });
}

#[test]
fn a_reload_in_the_middle_changes_nothing() {
    journey(async |page| {
        page.begin_first_day(&EN).await;
        page.play_best(&EN, 0..4).await;
        let before = standing(page).await;
        page.reload().await;
        page.find(Role::List, EN.your_reply).await;
        assert_eq!(standing(page).await, before);
        page.play_best(&EN, 4..7).await;
        page.reload().await;
        page.to_debrief(&EN).await;
        page.reload().await;
        page.says(EN.full[0]).await;
        page.says("You named turn 3.").await;
    });
}

/// Plays to the debrief where nothing can be kept.
async fn plays_without_storage(page: &Page, notice: &str) {
    page.begin_first_day(&EN).await;
    page.says(notice).await;
    page.play_best(&EN, 0..7).await;
    page.says(notice).await;
    page.to_debrief(&EN).await;
    page.says(notice).await;
    let (name, attempt) = page.download(EN.download).await;
    let attempt: serde_json::Value = serde_json::from_str(&attempt).expect("an attempt file");
    assert!(name.starts_with("first-day-"), "{name}");
    assert_eq!(attempt["scenario"], "first-day");
    assert_eq!(attempt["choices"].as_array().map(Vec::len), Some(7), "{attempt}");
    assert_eq!(attempt["claim"]["score"], 10_000, "{attempt}");
}

#[test]
fn a_browser_that_forbids_storage_is_told_about_and_played_in() {
    journey(async |page| {
        page.before_each_page(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('Denied.', 'SecurityError'); } });",
        )
        .await;
        plays_without_storage(page, "This browser does not let the page store anything.").await;
    });
}

#[test]
fn a_full_storage_is_told_about_and_played_with() {
    journey(async |page| {
        page.before_each_page(
            "Storage.prototype.setItem = function () { throw new DOMException('Full.', 'QuotaExceededError'); };",
        )
        .await;
        plays_without_storage(page, "The browser's storage is full").await;
    });
}

/// In First day's briefing, with something unreadable kept there: it is told, can be
/// taken away as it is, and does not stand in the way of a new conversation.
async fn can_be_taken_away_and_begun_anew(page: &Page, notice: &str, kept: &str) {
    page.says(notice).await;
    assert!(!page.has(Role::Button, GO_ON).await);
    assert_eq!(page.kept(ATTEMPT).await.as_deref(), Some(kept), "the save was touched");
    let (name, save) = page.download("Download the saved file").await;
    assert!(name.starts_with("first-day"), "{name}");
    assert_eq!(save, kept, "what was downloaded is not what was kept");
    page.begin(&EN).await;
    assert!(!page.text().await.contains(notice));
    page.play_best(&EN, 0..2).await;
    page.reload().await;
    assert_eq!(page.turns_played(&EN, 2).await, page.exchanges(&EN).await[2]);
    page.play_best(&EN, 2..7).await;
    page.to_debrief(&EN).await;
}

#[test]
fn a_damaged_save_is_told_kept_and_replaced_only_by_a_new_start() {
    journey(async |page| {
        page.library(&EN).await;
        for garbage in ["{\"not\": \"ours\"}", "七零八落", ""] {
            page.keep(ATTEMPT, garbage).await;
            page.visit("").await;
            page.reload().await;
            page.find(Role::Heading, EN.library).await;
            page.press(Role::Link, EN.first_day).await;
            page.says("There is a saved conversation here that cannot be read any more.").await;
        }
        page.keep(ATTEMPT, "oh 不!").await;
        page.reload().await;
        can_be_taken_away_and_begun_anew(page, "There is a saved conversation here that cannot be read any more.", "oh 不!")
            .await;
    });
}

#[test]
fn a_save_of_another_version_is_told_kept_and_replaced_only_by_a_new_start() {
    journey(async |page| {
        page.begin_first_day(&EN).await;
        page.play_best(&EN, 0..2).await;
        let save = page.kept(ATTEMPT).await.expect("a save");
        // The hash of the rules is the first run of 64 hexadecimal digits.
        let runs = save.as_bytes().windows(64).position(|run| run.iter().all(u8::is_ascii_hexdigit));
        let at = runs.expect("the hash of the rules");
        let other = if save.as_bytes()[at] == b'0' { "1" } else { "0" };
        let mut changed = save.clone();
        changed.replace_range(at..=at, other);
        page.keep(ATTEMPT, &changed).await;
        page.forget(PACK).await;
        page.visit("first-day").await;
        page.reload().await;
        can_be_taken_away_and_begun_anew(page, "The saved conversation was played on another version", &changed).await;
    });
}

#[test]
fn a_choice_in_one_tab_is_told_in_the_other() {
    const NOTICE: &str = "This conversation has gone on in another tab or window.";
    journey(async |page| {
        page.begin_first_day(&EN).await;
        page.reply(&EN, EN.best[0]).await;
        let first = page.this_window().await;
        let second = page.another_window().await;
        page.visit("first-day/play").await;
        page.turns_played(&EN, 1).await;
        page.reply(&EN, EN.best[1]).await;
        assert!(!page.text().await.contains(NOTICE));
        page.look_at(&first).await;
        page.says(NOTICE).await;
        page.press(Role::Button, "Show it here as it stands there").await;
        page.turns_played(&EN, 2).await;
        page.says_no_more(NOTICE).await;
        page.play_best(&EN, 2..4).await;
        page.look_at(&second).await;
        page.says(NOTICE).await;
        page.press(Role::Button, "Show it here as it stands there").await;
        page.turns_played(&EN, 4).await;
    });
}
