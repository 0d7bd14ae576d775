//! Picking several replies, and what was promised against what can be kept.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::EN;
use journeys::{Page, Role, journey};

const NOTES: [&str; 3] = [
    "Aim: hear who she wants to see her up there; leave with a next date.",
    "Looked up: Kunda is first in Lighting. Three years old, her street.",
    "Limits: ten percent; first three, one category; date from production.",
];
const ONE_TOO_MANY: &str = "A special price until tonight, so that she decides.";
const TAKE: &str = "Take these";

async fn begin(page: &Page) {
    page.library(&EN).await;
    page.press(Role::Link, "The owner who wants to be first").await;
    page.begin(&EN).await;
}

/// The replies that are picked, in the order shown.
async fn picked(page: &Page) -> Vec<String> {
    let list = page.find(Role::List, EN.your_reply).await;
    let script = "return [...arguments[0].querySelectorAll('[aria-pressed=true]')].map(button => button.computedName)";
    serde_json::from_value(page.ask(script, vec![list.to_json().unwrap()]).await).unwrap()
}

async fn picks(page: &Page, say: &str, count: &str) {
    page.press(Role::Button, say).await;
    page.says(count).await;
}

#[test]
fn as_many_replies_as_asked_for_are_picked_and_not_one_more() {
    journey(async |page| {
        begin(page).await;
        page.says("Choose 3").await;
        page.says("0 of 3 chosen").await;
        assert!(!page.find(Role::Button, TAKE).await.is_enabled().await.unwrap());
        for (say, count) in NOTES.iter().zip(["1 of 3 chosen", "2 of 3 chosen", "3 of 3 chosen"]) {
            picks(page, say, count).await;
        }
        page.press(Role::Button, ONE_TOO_MANY).await;
        assert!(!picked(page).await.contains(&ONE_TOO_MANY.to_owned()));
        page.says("3 of 3 chosen").await;
        // One can be put back and another taken in its place.
        picks(page, NOTES[0], "2 of 3 chosen").await;
        picks(page, ONE_TOO_MANY, "3 of 3 chosen").await;
        picks(page, ONE_TOO_MANY, "2 of 3 chosen").await;
        picks(page, NOTES[0], "3 of 3 chosen").await;
        let mut chosen = picked(page).await;
        chosen.sort_by_key(|say| NOTES.iter().position(|note| note == say));
        assert_eq!(chosen, NOTES);
        page.press(Role::Button, TAKE).await;
        let exchange = page.turns_played(&EN, 1).await;
        assert!(NOTES.iter().all(|say| exchange.contains(say)), "{exchange:?}");
        page.says("Kunda Lighting, three years old").await;
    });
}

#[test]
fn a_promise_flies_the_kite_and_tells_what_can_be_kept() {
    const KITE: &str = "The kite";
    journey(async |page| {
        begin(page).await;
        for say in NOTES {
            page.press(Role::Button, say).await;
        }
        page.press(Role::Button, TAKE).await;
        page.turns_played(&EN, 1).await;
        for say in [
            "Thank you for seeing me, Ms Lin. I watched them polish those brass caps: like mirrors.",
            "Fourteen German buyers made up their fair lists on our pages last year. I want your lamps on those.",
        ] {
            page.reply(&EN, say).await;
            assert!(!page.has(Role::Heading, KITE).await, "nothing was promised yet");
        }
        page.reply(&EN, "First place? We'll get you there, Ms Lin. Others from this town made it too.").await;
        page.find(Role::Heading, KITE).await;
        page.says("Place in the category: 1 or better can be kept: 3 or better more than can be kept").await;
    });
}
