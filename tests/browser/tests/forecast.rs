//! An exam begins with what the learner expects of each step.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::{Hand, Page, Role, journey};
use serde_json::{Value, json};
use thirtyfour::prelude::Key;

/// What this subject says in a language.
struct Exam {
    words: &'static Words,
    exam: &'static str,
    coached: &'static str,
    forecast: &'static str,
    not_chosen: &'static str,
    never: &'static str,
    so_far: &'static str,
    /// The steps that First day can come to.
    steps: [&'static str; 4],
    /// How many are still open, from all to one.
    open: [&'static str; 4],
    start: &'static str,
    without: &'static str,
    /// The table of steps in the debrief, with what was forecast.
    columns: [&'static str; 5],
    not_met: &'static str,
    customers: &'static str,
    progress: &'static str,
    progress_title: &'static str,
    forecasts: &'static str,
    forecast_columns: [&'static str; 5],
    no_forecast: &'static str,
    accuracy: [&'static str; 2],
}

const EXAM_EN: Exam = Exam {
    words: &EN,
    exam: "Exam",
    coached: "Coached",
    forecast: "Your forecast",
    not_chosen: "Choose",
    never: "Not practised yet.",
    so_far: "So far 100%, from one conversation.",
    steps: ["Welcome", "Probe", "Close", "Keep contact"],
    open: ["4 steps are still open.", "3 steps are still open.", "2 steps are still open.", "One step is still open."],
    start: "Start the exam",
    without: "Start without a forecast",
    columns: ["Step", "Earned", "Left", "Share", "Forecast"],
    not_met: "not in this conversation",
    customers: "Customers",
    progress: "Progress",
    progress_title: "How am I doing?",
    forecasts: "What you said, and what came",
    forecast_columns: ["Date", "Customer", "Forecast", "Result", "Accuracy"],
    no_forecast: "Before an exam you can say how much of each step you will earn.",
    accuracy: ["Forecast accuracy 123%", "Your forecast accuracy so far: 123%."],
};

const EXAM_ZH: Exam = Exam {
    words: &ZH,
    exam: "考试",
    coached: "带教",
    forecast: "先报个数",
    not_chosen: "选一个",
    never: "还没练过。",
    so_far: "目前 100%，练过 1 场。",
    steps: ["欢迎", "细问", "成交", "何日君再来"],
    open: ["还有 4 步没报。", "还有 3 步没报。", "还有 2 步没报。", "还有 1 步没报。"],
    start: "开始考试",
    without: "不报了，直接考",
    columns: ["步骤", "拿到", "丢掉", "得分率", "预测"],
    not_met: "这一场用不上",
    customers: "客户",
    progress: "进步",
    progress_title: "练得怎么样",
    forecasts: "报的数准不准",
    forecast_columns: ["日期", "客户", "预测", "结果", "准度"],
    no_forecast: "考试之前可以先报个数",
    accuracy: ["预测准度 123%", "你目前的预测准度：123%。"],
};

/// Of 3 points in the first of the steps, 12 in the second and 6 in the third these are
/// 1.5, 9.6 and 6: 81% of 21. The fourth is not come to. The best line earns 21, which is
/// 123% of that.
const FORECAST: [&str; 4] = ["50%", "80%", "100%", "30%"];

/// From the library to the forecast.
async fn to_forecast(page: &Page, exam: &Exam, hand: Hand) {
    let words = exam.words;
    hand.press(page, Role::Link, words.first_day).await;
    page.find(Role::Button, words.start).await;
    match hand {
        Hand::Mouse => page.find_beginning(Role::Radio, exam.exam).await.click().await.unwrap(),
        Hand::Keys => {
            // The tab key leads to the one that is chosen: after an exam, that one.
            page.tab_to(Role::Radio, "").await;
            if page.focus().await.1.starts_with(exam.coached) {
                page.key(Key::Down).await;
            }
            assert!(page.focus().await.1.starts_with(exam.exam));
        }
    }
    hand.press(page, Role::Button, words.start).await;
    page.find(Role::Heading, exam.forecast).await;
    hand.is_somewhere(page, "going to the forecast").await;
}

/// The best line, named and looked back on; nothing of it is judged before that.
async fn plays_to_the_debrief(page: &Page, exam: &Exam, hand: Hand) {
    let words = exam.words;
    page.find(Role::List, words.your_reply).await;
    hand.is_somewhere(page, "starting").await;
    for say in words.best {
        let exchange = hand.reply(page, words, say).await;
        assert!(!exchange.contains("3 points") && !exchange.contains("3 分"), "an exam tells no points: {exchange:?}");
    }
    hand.press(page, Role::Link, words.to_debrief).await;
    page.find(Role::Heading, words.where_did_it_turn).await;
    match hand {
        Hand::Mouse => page.name_turn_3(words).await,
        Hand::Keys => page.key('3').await,
    }
    page.says(words.full[0]).await;
}

async fn a_forecast_is_kept_beside_the_result(page: &Page, exam: &Exam, hand: Hand) {
    let words = exam.words;
    hand.to_library(page, words).await;
    to_forecast(page, exam, hand).await;
    assert_eq!(page.text().await.matches(exam.never).count(), 4);
    for (at, (step, percent)) in exam.steps.iter().zip(FORECAST).enumerate() {
        page.says(exam.open[at]).await;
        assert_eq!(page.state_of(Role::Button, exam.start).await, "disabled", "before {step} is said");
        assert_eq!(page.state_of(Role::Combobox, step).await, exam.not_chosen);
        // Fails by keyboard at the last step: with it the line of what is still open goes,
        // the fields before that line are drawn anew, and the focus is lost.
        hand.choose(page, step, percent).await;
        hand.is_somewhere(page, step).await;
    }
    page.until("the exam to be ready", async || page.state_of(Role::Button, exam.start).await.is_null().then_some(())).await;
    // Taken back, it is open again.
    if hand == Hand::Mouse {
        page.choose_option(exam.steps[3], exam.not_chosen).await;
        page.says(exam.open[3]).await;
        assert_eq!(page.state_of(Role::Button, exam.start).await, "disabled");
        page.choose_option(exam.steps[3], FORECAST[3]).await;
        page.says_no_more(exam.open[3]).await;
    }
    for (step, percent) in exam.steps.iter().zip(FORECAST) {
        assert_eq!(page.state_of(Role::Combobox, step).await, percent, "{step}");
    }
    hand.press(page, Role::Button, exam.start).await;
    plays_to_the_debrief(page, exam, hand).await;

    let rows = page.rows(&exam.columns).await;
    let expected =
        [["3", "0", "100%", "50%"], ["12", "0", "100%", "80%"], ["6", "0", "100%", "100%"], ["", "", exam.not_met, "30%"]];
    for (step, cells) in exam.steps.iter().zip(expected) {
        let row = rows.iter().find(|row| row[0] == *step).unwrap_or_else(|| panic!("no {step} in {rows:?}"));
        assert_eq!(row[1..], cells, "{step}");
    }
    assert_eq!(rows.iter().filter(|row| !row[4].is_empty()).count(), 4, "{rows:?}");
    let (_, attempt) = page.handed_out(async || hand.press(page, Role::Button, words.download).await).await;
    let attempt: Value = serde_json::from_str(&attempt).expect("an attempt file");
    let forecast = [(1, 50), (3, 80), (7, 100), (8, 30)].map(|(step, percent)| json!({ "step": step, "percent": percent }));
    assert_eq!((&attempt["mode"], &attempt["forecast"]), (&json!("exam"), &json!(forecast)));

    hand.press(page, Role::Link, exam.progress).await;
    page.find(Role::Heading, exam.progress_title).await;
    let forecasts = page.under(exam.forecasts).await;
    assert!(forecasts.contains(exam.accuracy[0]), "{forecasts:?}");
    let rows = page.rows(&exam.forecast_columns).await;
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!(rows[0][1..], [words.first_day, "81%", "100%", "123%"]);

    // The next time, the learner's own record stands beside each step.
    hand.press(page, Role::Link, exam.customers).await;
    page.find(Role::Heading, words.library).await;
    to_forecast(page, exam, hand).await;
    let text = page.text().await;
    assert!(text.contains(exam.accuracy[1]), "{text:?}");
    assert_eq!((text.matches(exam.so_far).count(), text.matches(exam.never).count()), (3, 1), "{text:?}");
}

#[test]
fn a_forecast_is_kept_beside_the_result_by_mouse() {
    journey(async |page| a_forecast_is_kept_beside_the_result(page, &EXAM_EN, Hand::Mouse).await);
}

#[test]
fn a_forecast_is_kept_beside_the_result_by_keyboard_alone() {
    journey(async |page| a_forecast_is_kept_beside_the_result(page, &EXAM_ZH, Hand::Keys).await);
}

async fn an_exam_without_a_forecast_is_an_exam_as_well(page: &Page, exam: &Exam, hand: Hand) {
    hand.to_library(page, exam.words).await;
    to_forecast(page, exam, hand).await;
    match hand {
        // A press on what cannot be pressed does nothing.
        Hand::Mouse => {
            page.press(Role::Button, exam.start).await;
            assert!(page.has(Role::Heading, exam.forecast).await);
            page.press(Role::Button, exam.without).await;
        }
        // The keyboard passes it over.
        Hand::Keys => {
            page.tab_to(Role::Combobox, exam.steps[3]).await;
            page.key(Key::Tab).await;
            assert_eq!(page.focus().await, ("button".to_owned(), exam.without.to_owned()));
            page.key(Key::Enter).await;
        }
    }
    plays_to_the_debrief(page, exam, hand).await;
    let rows = page.rows(&exam.columns[..4]).await;
    assert_eq!(
        rows.iter().find(|row| row[0] == exam.steps[1]).map(|row| &row[1..]),
        Some(["12", "0", "100%"].map(str::to_owned).as_slice())
    );
    hand.press(page, Role::Link, exam.progress).await;
    page.find(Role::Heading, exam.progress_title).await;
    assert!(page.under(exam.forecasts).await.contains(exam.no_forecast));
}

#[test]
fn an_exam_without_a_forecast_is_an_exam_as_well_by_mouse() {
    journey(async |page| an_exam_without_a_forecast_is_an_exam_as_well(page, &EXAM_ZH, Hand::Mouse).await);
}

#[test]
fn an_exam_without_a_forecast_is_an_exam_as_well_by_keyboard_alone() {
    journey(async |page| an_exam_without_a_forecast_is_an_exam_as_well(page, &EXAM_EN, Hand::Keys).await);
}
