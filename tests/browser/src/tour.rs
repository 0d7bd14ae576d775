//! Every page there is, one after the other, for what should hold on all of them.

use crate::play::Words;
use crate::{Page, Role};
use serde_json::{Value, json};
use std::cell::RefCell;

/// The words by which the tour finds its way.
struct Signs {
    coached: &'static str,
    exam: &'static str,
    watch: &'static str,
    show_all: &'static str,
    to_flawed: &'static str,
    compare: &'static str,
    next_pass: &'static str,
    next_turn: &'static str,
    all_turns: &'static str,
    read: &'static str,
    next: &'static str,
    taught_back: &'static str,
    to_play: &'static str,
    side_by_side: &'static str,
    begin_round: &'static str,
    next_question: &'static str,
    to_summary: &'static str,
    summary: &'static str,
    clear: &'static str,
    go_on_clearing: &'static str,
    keep: &'static str,
}

const IN_ENGLISH: Signs = Signs {
    coached: "Coached",
    exam: "Exam",
    watch: "Watch",
    show_all: "Show all",
    to_flawed: "On to the flawed talk",
    compare: "Compare",
    next_pass: "Next: Explained",
    next_turn: "Next turn",
    all_turns: "Show every turn",
    read: "I have read it",
    next: "Next",
    taught_back: "What you have taught back",
    to_play: "Next: Play",
    side_by_side: "Side by side with this one",
    begin_round: "Begin a round",
    next_question: "Next question",
    to_summary: "See how it went",
    summary: "How it went",
    clear: "Clear everything …",
    go_on_clearing: "Go on without a file",
    keep: "Keep everything",
};

const IN_CHINESE: Signs = Signs {
    coached: "带教",
    exam: "考试",
    watch: "看一遍",
    show_all: "全部显示",
    to_flawed: "去看走偏的那一场",
    compare: "对一对",
    next_pass: "接下来：听一遍",
    next_turn: "下一轮",
    all_turns: "每一轮都显示",
    read: "看完了",
    next: "下一个",
    taught_back: "这一遍你讲下来",
    to_play: "接下来：练一遍",
    side_by_side: "和这一场对照",
    begin_round: "来一轮",
    next_question: "下一题",
    to_summary: "看这一轮",
    summary: "这一轮",
    clear: "全部清空……",
    go_on_clearing: "不存，接着清空",
    keep: "全都留着",
};

/// Looks at every page in this language. `find`: what is wrong with a page; nothing, if
/// it is as it should be.
///
/// # Panics
/// When something is wrong; it tells of every page.
pub async fn tour(page: &Page, words: &Words, find: impl AsyncFn(&Page) -> Value) {
    let faults = RefCell::new(Vec::new());
    let look = async |page: &Page, what: &str| {
        let found = find(page).await;
        if found != json!([]) {
            faults.borrow_mut().push(format!("{what}: {found}"));
        }
    };
    let signs = if words.tag == "en" { &IN_ENGLISH } else { &IN_CHINESE };
    page.library(words).await;
    look(page, "the library").await;
    nothing_done_yet(page, &look).await;
    passes(page, signs, &look).await;
    conversations(page, words, signs, &look).await;
    with_a_record(page, signs, &look).await;
    assert!(faults.borrow().is_empty(), "{:#?}", faults.borrow());
}

/// Goes to a place by its address, and waits until there is a title.
async fn arrive(page: &Page, hash: &str) {
    page.go(&format!("{}#{hash}", page.site.address())).await;
    page.until(&format!("the page {hash}"), async || {
        let arrived = "return location.hash === arguments[0] && !document.querySelector('main [role=status]') && !!document.querySelector('main h1')";
        let answer = page.ask(arrived, vec![format!("#{hash}").into()]).await;
        answer.as_bool().filter(|arrived| *arrived).map(drop)
    })
    .await;
    assert_eq!(page.focus().await.0, "main", "the focus goes along to {hash}");
}

async fn nothing_done_yet(page: &Page, look: &impl AsyncFn(&Page, &str)) {
    for (hash, what) in [
        ("progress", "progress without a record"),
        ("journal", "the empty journal"),
        ("device", "the device with nothing on it"),
        ("/nobody", "no such scenario"),
        ("/first-day/debrief", "a debrief of nothing"),
        ("/first-day/compare/1/2", "a comparison of nothing"),
    ] {
        arrive(page, hash).await;
        look(page, what).await;
    }
}

async fn passes(page: &Page, signs: &Signs, look: &impl AsyncFn(&Page, &str)) {
    arrive(page, "/first-day/watch").await;
    page.find(Role::Button, signs.show_all).await;
    look(page, "watching, before the start").await;
    page.press(Role::Button, signs.show_all).await;
    page.find(Role::Button, signs.to_flawed).await;
    look(page, "what was watched").await;
    page.press(Role::Button, signs.to_flawed).await;
    page.find(Role::Button, signs.compare).await;
    look(page, "the flawed talk").await;
    page.press(Role::Button, signs.compare).await;
    page.find(Role::Link, signs.next_pass).await;
    look(page, "the flawed talk, compared").await;
    page.press(Role::Link, signs.next_pass).await;
    page.find(Role::Button, signs.next_turn).await;
    look(page, "the first turn explained").await;
    page.press(Role::Button, signs.all_turns).await;
    page.press(Role::Button, signs.read).await;
    page.find(Role::Link, signs.to_play).await;
    look(page, "every turn explained").await;
    arrive(page, "/first-day/teach-back").await;
    look(page, "a question of teaching back").await;
    // Whatever it says, until there is no more to say.
    for asked in 0.. {
        page.key('1').await;
        page.find(Role::Button, signs.next).await;
        if asked % 5 == 0 {
            look(page, "an answer of teaching back").await;
        }
        page.press(Role::Button, signs.next).await;
        page.gone(Role::Button, signs.next).await;
        if page.has(Role::Heading, signs.taught_back).await {
            break;
        }
    }
    look(page, "what was taught back").await;
}

async fn conversations(page: &Page, words: &Words, signs: &Signs, look: &impl AsyncFn(&Page, &str)) {
    page.visit("first-day").await;
    page.find(Role::Link, signs.watch).await;
    look(page, "the briefing").await;
    choose(page, signs.exam).await;
    page.press(Role::Button, words.start).await;
    page.find(Role::Button, words.without_forecast).await;
    look(page, "the forecast").await;
    page.press(Role::Button, words.without_forecast).await;
    page.find(Role::List, words.your_reply).await;
    look(page, "an exam").await;
    page.play_best(words, 0..7).await;
    page.visit("first-day").await;
    choose(page, signs.coached).await;
    page.begin(words).await;
    look(page, "the conversation").await;
    page.play_best(words, 0..3).await;
    look(page, "in the midst of a conversation").await;
    page.play_best(words, 3..7).await;
    look(page, "the end of the conversation").await;
    page.press(Role::Link, words.to_debrief).await;
    page.find(Role::Heading, words.where_did_it_turn).await;
    look(page, "the question of the debrief").await;
    page.name_turn_3(words).await;
    look(page, "the debrief").await;
    page.press(Role::Link, signs.side_by_side).await;
    page.gone(Role::Link, signs.side_by_side).await;
    page.until("two attempts side by side", async || page.has(Role::Table, "").await.then_some(())).await;
    look(page, "two attempts side by side").await;
}

async fn choose(page: &Page, mode: &str) {
    let radio = page.find_beginning(Role::Radio, mode).await;
    radio.click().await.expect("to choose how to play");
}

async fn with_a_record(page: &Page, signs: &Signs, look: &impl AsyncFn(&Page, &str)) {
    for (hash, what) in [("progress", "progress"), ("journal", "the journal"), ("device", "the device")] {
        arrive(page, hash).await;
        look(page, what).await;
    }
    page.press(Role::Button, signs.clear).await;
    page.press(Role::Button, signs.go_on_clearing).await;
    page.find(Role::Button, signs.keep).await;
    look(page, "before the device is cleared").await;
    arrive(page, "drills").await;
    page.find(Role::Button, signs.begin_round).await;
    look(page, "the drills").await;
    page.press(Role::Button, signs.begin_round).await;
    for number in 1..=10 {
        page.gone(Role::Button, if number == 1 { signs.begin_round } else { signs.next_question }).await;
        look(page, "a question of a drill").await;
        page.key('1').await;
        let next = if number < 10 { signs.next_question } else { signs.to_summary };
        page.find(Role::Button, next).await;
        look(page, "an answer of a drill").await;
        page.press(Role::Button, next).await;
    }
    page.find(Role::Heading, signs.summary).await;
    look(page, "the summary of the drills").await;
}
