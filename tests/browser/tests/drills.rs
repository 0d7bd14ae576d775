//! The drills: a round of quick questions, and what comes back on another day.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::{Books, Hand, Page, Role, journey};
use serde_json::json;
use std::collections::BTreeSet;
use thirtyfour::prelude::Key;

/// The words of the drills.
struct Drills {
    words: &'static Words,
    /// The way there.
    way: &'static str,
    title: &'static str,
    due_today: &'static str,
    ask_how_sure: &'static str,
    begin: &'static str,
    question_of: fn(usize) -> String,
    sureness: [&'static str; 3],
    right: &'static str,
    was: fn(&str) -> String,
    said: fn(&str) -> String,
    was_sure: &'static str,
    next: &'static str,
    to_summary: &'static str,
    summary: &'static str,
    right_7_of_10: &'static str,
    sure_and_mistaken: &'static str,
    tomorrow_3: &'static str,
    to_progress: &'static str,
    progress: &'static str,
    three_due: &'static str,
    to_drills: &'static str,
}

const IN_ENGLISH: Drills = Drills {
    words: &EN,
    way: "Drills",
    title: "Drills",
    due_today: "Due today",
    ask_how_sure: "Ask how sure I am",
    begin: "Begin a round",
    question_of: |n| format!("Question {n} of 10"),
    sureness: ["A guess", "Fairly sure", "Sure"],
    right: "Right.",
    was: |right| format!("It was “{right}”."),
    said: |chosen| format!("You said “{chosen}”."),
    was_sure: "You were sure of it.",
    next: "Next question",
    to_summary: "See how it went",
    summary: "How it went",
    right_7_of_10: "7 of 10 right",
    sure_and_mistaken: "Sure, and surprised",
    tomorrow_3: "Tomorrow: 3 questions",
    to_progress: "Your progress",
    progress: "How am I doing?",
    three_due: "3 drills are due.",
    to_drills: "Go to the drills",
};

const IN_CHINESE: Drills = Drills {
    words: &ZH,
    way: "小练习",
    title: "小练习",
    due_today: "今天该复习",
    ask_how_sure: "问我有几成把握",
    begin: "来一组",
    question_of: |n| format!("第 {n} 题，共 10 题"),
    sureness: ["猜的", "大概", "有把握"],
    right: "答对了。",
    was: |right| format!("应该选“{right}”。"),
    said: |chosen| format!("你选的是“{chosen}”。"),
    was_sure: "这题你很有把握。",
    next: "下一题",
    to_summary: "看看这一组",
    summary: "这一组答得怎么样",
    right_7_of_10: "10 题答对 7 题",
    sure_and_mistaken: "有把握，却答错了",
    tomorrow_3: "明天：3 题",
    to_progress: "看进步",
    progress: "练得怎么样",
    three_due: "有 3 道小练习该复习了。",
    to_drills: "去做小练习",
};

/// How a question is answered.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Right,
    Wrong,
    SureAndWrong,
    SureAndRight,
}

/// One round: three wrong, one of them sure.
const ROUND: [Answer; 10] = [
    Answer::SureAndRight,
    Answer::Wrong,
    Answer::Right,
    Answer::SureAndWrong,
    Answer::Right,
    Answer::Right,
    Answer::Wrong,
    Answer::Right,
    Answer::Right,
    Answer::Right,
];

/// A question on the page.
struct Question {
    /// By which it is known again.
    shown: String,
    options: Vec<String>,
    /// The place of the right one, as the books have it.
    right: usize,
}

impl Drills {
    async fn question(&self, page: &Page, books: &Books, number: usize) -> Question {
        page.find(Role::Heading, &(self.question_of)(number)).await;
        assert_eq!(page.focus().await.0, "main", "the focus goes to the new question");
        let script = "
            const main = document.querySelector('main');
            const options = [...main.querySelectorAll('ol button')].map(button => button.computedName.replace(/\\s+/g, ' ').trim());
            const talk = [...main.querySelectorAll('h1 ~ *')].map(part => part.innerText).join(' ').replace(/\\s+/g, ' ');
            return [talk, main.querySelector('h2').textContent, options]";
        let (talk, ask, shown): (String, String, Vec<String>) = serde_json::from_value(page.ask(script, vec![]).await).unwrap();
        let (options, right) = books.drill(&ask, &talk);
        assert_eq!(shown, options, "the answers to {ask:?}");
        let (before, _) = talk.split_once(&ask).expect("the question");
        Question { shown: format!("{before}{ask}"), options, right }
    }

    /// Says to be sure: by the buttons, or by going through them with the key 0.
    async fn be_sure(&self, page: &Page, by: Hand) {
        let pressed = async || {
            let script = "return [...document.querySelectorAll('main [aria-pressed=true]')].map(button => button.computedName)";
            let names: Vec<String> = serde_json::from_value(page.ask(script, Vec::new()).await).unwrap();
            names
        };
        assert_eq!(pressed().await, Vec::<String>::new(), "nothing is said beforehand");
        match by {
            Hand::Mouse => page.press(Role::Button, self.sureness[2]).await,
            Hand::Keys => {
                for way in self.sureness {
                    page.key('0').await;
                    page.until("the next way", async || (pressed().await == [way]).then_some(())).await;
                }
            }
        }
        page.until("to be sure", async || (pressed().await == [self.sureness[2]]).then_some(())).await;
    }

    /// Answers, and reads at once what it is worth.
    async fn answer(&self, page: &Page, by: Hand, question: &Question, answer: Answer) {
        if matches!(answer, Answer::SureAndRight | Answer::SureAndWrong) {
            self.be_sure(page, by).await;
        }
        let is_right = matches!(answer, Answer::Right | Answer::SureAndRight);
        let place = if is_right { question.right } else { (question.right + 1) % question.options.len() };
        match by {
            Hand::Mouse => page.press(Role::Button, &question.options[place]).await,
            Hand::Keys => page.key(char::from_digit(u32::try_from(place + 1).unwrap(), 10).unwrap()).await,
        }
        let right = &question.options[question.right];
        if is_right {
            page.says(&format!("{} {right}", self.right)).await;
        } else {
            page.says(&(self.was)(right)).await;
            page.says(&(self.said)(&question.options[place])).await;
        }
        assert_eq!(page.text().await.contains(self.was_sure), answer == Answer::SureAndWrong);
    }

    /// Goes on: the button for it has the focus.
    async fn on(&self, page: &Page, by: Hand, label: &str) {
        page.find(Role::Button, label).await;
        assert_eq!(page.focus().await, ("button".to_owned(), label.to_owned()), "the focus after an answer");
        match by {
            Hand::Mouse => page.press(Role::Button, label).await,
            Hand::Keys => page.key(Key::Enter).await,
        }
    }

    /// What the start page counts under this name.
    async fn figure(&self, page: &Page, name: &str) -> usize {
        let text = page.text().await;
        let (_, rest) = text.split_once(&format!("{name} ")).unwrap_or_else(|| panic!("no {name:?} in {text:?}"));
        rest.split(' ').next().unwrap().parse().unwrap()
    }
}

/// The page on progress speaks of drills once a conversation was played.
async fn play_first_day(page: &Page, words: &Words, by: Hand) {
    page.library(words).await;
    by.press(page, Role::Link, words.first_day).await;
    by.press(page, Role::Button, words.start).await;
    page.find(Role::List, words.your_reply).await;
    for say in words.best {
        by.press(page, Role::Button, say).await;
        page.gone(Role::Button, say).await;
    }
    page.find(Role::Link, words.to_debrief).await;
}

async fn a_round_and_the_next_day(page: &Page, drills: &Drills, by: Hand) {
    let books = Books::of(drills.words);
    page.live_in_days(0).await;
    play_first_day(page, drills.words, by).await;
    by.press(page, Role::Link, drills.way).await;
    page.find(Role::Heading, drills.title).await;
    page.find(Role::Button, drills.begin).await;
    assert_eq!(drills.figure(page, drills.due_today).await, 0);
    let toggle = page.find(Role::Button, drills.ask_how_sure).await;
    assert_eq!(page.ask("return arguments[0].ariaPressed", vec![toggle.to_json().unwrap()]).await, "true");
    by.press(page, Role::Button, drills.begin).await;

    let mut missed = Vec::new();
    for (at, answer) in ROUND.into_iter().enumerate() {
        let question = drills.question(page, &books, at + 1).await;
        drills.answer(page, by, &question, answer).await;
        match answer {
            Answer::SureAndWrong => missed.insert(0, question.shown),
            Answer::Wrong => missed.push(question.shown),
            _ => {}
        }
        drills.on(page, by, if at + 1 < ROUND.len() { drills.next } else { drills.to_summary }).await;
    }
    page.find(Role::Heading, drills.summary).await;
    assert_eq!(page.focus().await.0, "main");
    page.says(drills.right_7_of_10).await;
    page.find(Role::Heading, drills.sure_and_mistaken).await;
    page.says(drills.tomorrow_3).await;
    steps_add_up(page).await;
    by.press(page, Role::Link, drills.to_progress).await;
    page.find(Role::Heading, drills.progress).await;
    assert!(!page.text().await.contains(drills.three_due), "nothing is due on the same day");

    // The next day.
    page.live_in_days(1).await;
    page.reload().await;
    page.says(drills.three_due).await;
    by.press(page, Role::Link, drills.to_drills).await;
    page.find(Role::Button, drills.begin).await;
    assert_eq!(drills.figure(page, drills.due_today).await, 3);
    by.press(page, Role::Button, drills.begin).await;
    let mut asked = Vec::new();
    while !missed.iter().all(|question| asked.contains(question)) {
        let question = drills.question(page, &books, asked.len() + 1).await;
        drills.answer(page, by, &question, Answer::Right).await;
        asked.push(question.shown);
        drills.on(page, by, if asked.len() < 10 { drills.next } else { drills.to_summary }).await;
    }
    assert_eq!(asked[0], missed[0], "where one was sure and mistaken comes first");
    let different: BTreeSet<&String> = asked.iter().collect();
    assert_eq!(different.len(), asked.len(), "a question comes twice");
    page.go(&format!("{}#progress", page.site.address())).await;
    page.find(Role::Heading, drills.progress).await;
    assert!(!page.text().await.contains(drills.three_due), "what was mended is due no more");
}

/// The rows of the summary come to seven of ten.
async fn steps_add_up(page: &Page) {
    let script = "
        const rows = [...document.querySelector('table').tBodies[0].rows];
        return [1, 2].map(column => rows.map(row => Number(row.cells[column].innerText)).reduce((sum, n) => sum + n))";
    assert_eq!(page.ask(script, Vec::new()).await, json!([7, 10]));
}

#[test]
fn a_round_by_mouse_and_what_was_wrong_comes_back_the_next_day() {
    journey(async |page| a_round_and_the_next_day(page, &IN_ENGLISH, Hand::Mouse).await);
}

#[test]
fn a_round_by_keyboard_alone_and_what_was_wrong_comes_back_the_next_day() {
    journey(async |page| a_round_and_the_next_day(page, &IN_CHINESE, Hand::Keys).await);
}

#[test]
fn who_does_not_want_to_be_asked_how_sure_is_not_asked_the_next_time_either() {
    let drills = &IN_ENGLISH;
    let books = Books::of(&EN);
    journey(async |page| {
        page.library(&EN).await;
        page.press(Role::Link, drills.way).await;
        page.press(Role::Button, drills.ask_how_sure).await;
        assert_eq!(page.focus().await, ("button".to_owned(), drills.ask_how_sure.to_owned()));
        for round in 0..2 {
            page.press(Role::Button, drills.begin).await;
            let question = drills.question(page, &books, 1).await;
            assert!(!page.has(Role::Button, drills.sureness[2]).await, "asked in round {round}");
            drills.answer(page, Hand::Mouse, &question, Answer::Right).await;
            // Another visit.
            page.reload().await;
            page.find(Role::Button, drills.begin).await;
        }
    });
}
