//! Looking back on a conversation in which something went wrong.

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

/// What this subject says in a language.
struct Review {
    words: &'static Words,
    settings: &'static str,
    ask_sureness: &'static str,
    how_sure: &'static str,
    sureness: [&'static str; 3],
    /// The one mistake, in the fourth turn: what was said, and what it leads to.
    mistake: &'static str,
    wait: &'static str,
    /// What would have been answered to the best reply there, in either wording.
    would_answer: [&'static str; 2],
    /// What names a turn, and what is said of it: another one in English, the right one
    /// in Chinese.
    named: (usize, &'static str),
    account: [&'static str; 3],
    reach: &'static str,
    reach_columns: [&'static str; 4],
    reach_told: &'static str,
    /// Start, marks and what is not judged.
    marks: [&'static str; 4],
    steps_columns: [&'static str; 4],
    steps: [&'static str; 3],
    sure: &'static str,
    was_sure: &'static str,
    transcript: &'static str,
    would: &'static str,
    turn: fn(usize) -> String,
    print: &'static str,
    play_on: &'static str,
    played_on: &'static str,
    others: &'static str,
    branches: &'static str,
    look_back: &'static str,
    lay_beside: &'static str,
    compare: &'static str,
    compare_columns: [&'static str; 3],
    compared: [[&'static str; 3]; 4],
    common: &'static str,
    parts: &'static str,
    over_by_then: &'static str,
    best: &'static str,
}

const REVIEW_EN: Review = Review {
    words: &EN,
    settings: "Settings",
    ask_sureness: "Ask how sure I am of each reply",
    how_sure: "How sure are you?",
    sureness: ["A guess", "Fairly sure", "Sure"],
    mistake: "You really can't compare the two. Theirs was made for burger chains.",
    wait: "Please, you go ahead. I'm fine over here.",
    would_answer: ["Rang. Five to ten, ping, three bowls.", "It rings, that's what."],
    named: (3, "You named turn 3. The turning point was turn 4: no other reply gave away so much."),
    account: ["Score 85%", "18 earned · 3 left on the table", "An order whose promises can be kept."],
    reach: "What was still within reach",
    reach_columns: ["Turn", "Mark", "Gave away", "Within reach"],
    reach_told: "The greatest fall was in turn 4, from 100% to 85%. It ended at 85%.",
    marks: ["Start", "Best reply", "Mistake · Turning point", "not judged"],
    steps_columns: ["Step", "Earned", "Left", "Share"],
    steps: ["Welcome", "Probe", "Close"],
    sure: "Where you were sure",
    was_sure: "Sure",
    transcript: "Turn by turn",
    would: "What the customer would have answered",
    turn: |turn| format!("Turn {turn}"),
    print: "Print",
    play_on: "Play on from turn 4",
    played_on: "Played on from turn 4 · practice only",
    others: "Your other conversations with this customer",
    branches: "The same conversation, played another way",
    look_back: "Debrief",
    lay_beside: "Side by side with this one",
    compare: "Side by side · First day",
    compare_columns: ["", "Earlier", "Later"],
    compared: [["Outcome", "Signed", "Signed"], ["Earned", "18", "21"], ["Left", "3", "0"], ["Score", "85%", "100%"]],
    common: "The first 3 turns are the same",
    parts: "They part in turn 4",
    over_by_then: "Over by then.",
    best: "Best so far 85%",
};

const REVIEW_ZH: Review = Review {
    words: &ZH,
    settings: "设置",
    ask_sureness: "每句回应都问我有几成把握",
    how_sure: "有几成把握？",
    sureness: ["猜的", "大概", "有把握"],
    mistake: "这两个真没法比，他们那套本来是给汉堡店做的。",
    wait: "您先忙，您先忙，我在边上等着就行。",
    would_answer: ["响啊！差五分十点，叮，三碗面。", "它响。都快十点了，叮，来三碗。"],
    named: (4, "你选的是第 4 轮。和算出来的一样。转折在第 4 轮：就这一句丢掉的最多。"),
    account: ["得分 85%", "拿到 18 分 · 丢掉 3 分", "签下来了，许的都兑现得了。"],
    reach: "还够得着多少",
    reach_columns: ["轮次", "评定", "丢掉", "还够得着"],
    reach_told: "第 4 轮掉得最多，从 100% 掉到了 85%。最后是 85%。",
    marks: ["开始", "最好的一句", "走偏了 · 转折", "不计分"],
    steps_columns: ["步骤", "拿到", "丢掉", "得分率"],
    steps: ["欢迎", "细问", "成交"],
    sure: "你很有把握的几句",
    was_sure: "有把握",
    transcript: "一轮一轮看",
    would: "你要是这么说，客户会这样接",
    turn: |turn| format!("第 {turn} 轮"),
    print: "打印",
    play_on: "从第 4 轮重谈",
    played_on: "从第 4 轮重谈 · 只算练习",
    others: "和这位客户谈过的其他几场",
    branches: "同一场的另一种谈法",
    look_back: "复盘",
    lay_beside: "和这一场对照",
    compare: "两场对照 · 第一天",
    compare_columns: ["", "前一场", "后一场"],
    compared: [["结局", "签了", "签了"], ["拿到", "18", "21"], ["丢掉", "3", "0"], ["得分", "85%", "100%"]],
    common: "前 3 轮一样",
    parts: "从第 4 轮分开",
    over_by_then: "这时已经谈完了。",
    best: "最好成绩 85%",
};

impl Review {
    /// First day with one mistake: three points given away of the 21 that are there.
    fn replies(&self) -> Vec<&'static str> {
        let best = &self.words.best;
        best[..3].iter().copied().chain([self.mistake, self.wait]).chain(best[4..].iter().copied()).collect()
    }

    /// To the debrief, where a turn is named, by keyboard with its number.
    async fn name_turn(&self, page: &Page, hand: Hand, turn: usize) {
        hand.press(page, Role::Link, self.words.to_debrief).await;
        page.find(Role::Heading, self.words.where_did_it_turn).await;
        hand.is_somewhere(page, "going to the debrief").await;
        assert!(!page.has(Role::Heading, self.transcript).await, "the account is told before a turn is named");
        match hand {
            Hand::Mouse => page.find_beginning(Role::Button, &(self.turn)(turn)).await.click().await.unwrap(),
            Hand::Keys => page.key(char::from_digit(u32::try_from(turn).unwrap(), 10).unwrap()).await,
        }
        page.find(Role::Heading, self.transcript).await;
        hand.is_somewhere(page, "naming a turn").await;
    }

    /// The account of a turn in the transcript.
    async fn told_of(&self, page: &Page, turn: usize) -> String {
        let transcript = page.under(self.transcript).await;
        let from =
            transcript.find(&format!("{} ", (self.turn)(turn))).unwrap_or_else(|| panic!("no turn {turn} in {transcript:?}"));
        let rest = transcript.get(from..).unwrap();
        let end = rest.find(&format!("{} ", (self.turn)(turn + 1))).unwrap_or(rest.len());
        rest.get(..end).unwrap().to_owned()
    }
}

/// Says how sure one is, by keyboard with the key 0.
async fn be_sure(page: &Page, review: &Review, hand: Hand, sure: usize) {
    let name = review.sureness[sure];
    match hand {
        Hand::Mouse => page.press(Role::Button, name).await,
        Hand::Keys => {
            for _ in 0..=sure {
                page.key('0').await;
            }
        }
    }
    let is_pressed = async || (page.state_of(Role::Button, name).await == "true").then_some(());
    page.until(&format!("{name:?} to be pressed"), is_pressed).await;
    for other in review.sureness.iter().filter(|other| **other != name) {
        assert_eq!(page.state_of(Role::Button, other).await, "false", "{other:?} beside {name:?}");
    }
}

/// What was sure of each turn: sure and right, not said, guessed, sure and wrong, not
/// said, and fairly sure to the end.
const SURE: [Option<usize>; 8] = [Some(2), None, Some(0), Some(2), None, Some(1), Some(1), Some(1)];

async fn a_mistake_is_looked_back_on(page: &Page, review: &Review, hand: Hand) {
    let words = review.words;
    hand.to_library(page, words).await;
    hand.press(page, Role::Disclosure, review.settings).await;
    assert_eq!(page.state_of(Role::Checkbox, review.ask_sureness).await, false);
    hand.tick(page, review.ask_sureness).await;
    assert_eq!(page.state_of(Role::Checkbox, review.ask_sureness).await, true);
    page.reload().await;
    page.find(Role::Heading, words.library).await;
    hand.begin_first_day(page, words).await;
    for (say, sure) in review.replies().into_iter().zip(SURE) {
        assert_eq!(page.names_in(Role::Group, review.how_sure, Role::Button).await, review.sureness);
        for name in review.sureness {
            assert_eq!(page.state_of(Role::Button, name).await, "false", "{name:?} is still pressed from the turn before");
        }
        if let Some(sure) = sure {
            be_sure(page, review, hand, sure).await;
        }
        hand.reply(page, words, say).await;
    }

    review.name_turn(page, hand, review.named.0).await;
    let account = page.text_of(Role::Region, words.debrief).await;
    for told in [review.named.1].iter().chain(&review.account) {
        assert!(account.contains(told), "{told:?} is missing in {account:?}");
    }
    within_reach_is_told(page, review).await;
    let steps = page.rows(&review.steps_columns).await;
    for (step, figures) in review.steps.iter().zip([["0", "3", "0%"], ["12", "0", "100%"], ["6", "0", "100%"]]) {
        let row = steps.iter().find(|row| row[0] == *step).unwrap_or_else(|| panic!("no {step} in {steps:?}"));
        assert_eq!(row[1..], figures, "{step}");
    }
    the_turns_are_told(page, review, &account).await;
    on_paper(page, review, hand).await;

    let (name, attempt) = page.handed_out(async || hand.press(page, Role::Button, words.download).await).await;
    let attempt: Value = serde_json::from_str(&attempt).expect("an attempt file");
    assert!(name.starts_with("first-day-") && name.ends_with(".attempt.json"), "{name}");
    assert_eq!(attempt["claim"], json!({ "score": 8_571, "outcome": "signed" }));
    assert_eq!(attempt["confidences"], json!([95, null, 40, 95, null, 70, 70, 70]));
    assert_eq!(attempt["choices"].as_array().map(Vec::len), Some(8), "{attempt}");
    hand.press(page, Role::Link, words.back).await;
    page.says(review.best).await;
}

/// 100% at first, 18 of 21 after the mistake.
async fn within_reach_is_told(page: &Page, review: &Review) {
    let [start, best, mistake, not_judged] = review.marks;
    let rows = page.rows(&review.reach_columns).await;
    let marks = [best, best, best, mistake, not_judged, best, best, best];
    let turns = marks.iter().enumerate().map(|(at, mark)| {
        let (cost, reach) = (if at == 3 { "3" } else { "" }, if at < 3 { "100%" } else { "85%" });
        vec![(review.turn)(at + 1), (*mark).to_owned(), cost.to_owned(), reach.to_owned()]
    });
    let start = [start, "", "", "100%"].map(str::to_owned).to_vec();
    assert_eq!(rows, std::iter::once(start).chain(turns).collect::<Vec<_>>());
    let told = page.under(review.reach).await;
    assert!(told.contains(review.reach_told), "{told:?}");
}

/// Sure and wrong comes first, with what was better; then each turn with its mark.
async fn the_turns_are_told(page: &Page, review: &Review, account: &str) {
    let best = review.words.best[3];
    let sure = page.under(review.sure).await;
    for told in [&(review.turn)(4), review.was_sure, review.mistake, best] {
        assert!(sure.contains(told), "{told:?} is missing in {sure:?}");
    }
    for turn in [1, 2, 3, 5, 6, 7, 8] {
        assert!(!sure.contains(&format!("{} ", (review.turn)(turn))), "turn {turn} is no confident error: {sure:?}");
    }
    assert!(account.find(review.sure) < account.find(review.transcript), "confident errors come first");

    let told = review.told_of(page, 4).await;
    for part in [review.mistake, best, review.would, review.was_sure] {
        assert!(told.contains(part), "{part:?} is missing in {told:?}");
    }
    let (_, answer) = told.split_once(review.would).unwrap();
    assert!(review.would_answer.iter().any(|wording| answer.contains(wording)), "{answer:?}");
    for turn in [1, 2, 3, 6, 7, 8] {
        let told = review.told_of(page, turn).await;
        assert!(told.contains(review.marks[1]) && !told.contains(review.would), "{told:?}");
    }
}

/// Printed, the account is black on white and nothing is left that can only be pressed.
async fn on_paper(page: &Page, review: &Review, hand: Hand) {
    page.ask("window.print = () => { window.timesPrinted = (window.timesPrinted ?? 0) + 1; }", Vec::new()).await;
    hand.press(page, Role::Button, review.print).await;
    page.until("the print dialog", async || (page.ask("return window.timesPrinted", Vec::new()).await == 1).then_some(())).await;
    hand.is_somewhere(page, "printing").await;

    let seen = page.text_of(Role::Region, review.words.debrief).await;
    page.command(
        "Emulation.setEmulatedMedia",
        json!({ "media": "print", "features": [{ "name": "prefers-color-scheme", "value": "dark" }] }),
    )
    .await;
    let paper = page.text().await;
    for told in review.account.iter().copied().chain([review.named.1, review.mistake, review.would, review.sure]) {
        assert!(seen.contains(told) && paper.contains(told), "{told:?} is not printed: {paper:?}");
    }
    for left in [review.settings, review.words.name, review.words.back, review.play_on, review.print, review.words.download] {
        assert!(!paper.contains(left), "{left:?} is printed");
    }
    let script = r#"
        const shown = [...document.querySelectorAll("button, input, select, summary, nav")].filter(element => element.checkVisibility());
        const style = getComputedStyle(document.querySelector("h1"));
        return [shown.length, style.color, getComputedStyle(document.body).backgroundColor];
    "#;
    assert_eq!(page.ask(script, Vec::new()).await, json!([0, "rgb(0, 0, 0)", "rgb(255, 255, 255)"]));
    let printed = page.command_answer("Page.printToPDF", json!({})).await;
    assert!(printed["data"].as_str().is_some_and(|data| data.starts_with("JVBERi0") && data.len() > 20_000), "no PDF");
    page.command("Emulation.setEmulatedMedia", json!({ "media": "", "features": [] })).await;
    page.find(Role::Button, review.print).await;
}

#[test]
fn a_mistake_is_looked_back_on_by_mouse() {
    journey(async |page| a_mistake_is_looked_back_on(page, &REVIEW_EN, Hand::Mouse).await);
}

#[test]
fn a_mistake_is_looked_back_on_by_keyboard_alone() {
    journey(async |page| a_mistake_is_looked_back_on(page, &REVIEW_ZH, Hand::Keys).await);
}

async fn a_conversation_is_played_on(page: &Page, review: &Review, hand: Hand) {
    let words = review.words;
    hand.to_library(page, words).await;
    hand.begin_first_day(page, words).await;
    for say in review.replies() {
        hand.reply(page, words, say).await;
    }
    let first = page.exchanges(words).await;
    review.name_turn(page, hand, 4).await;
    assert!(!page.has(Role::Heading, review.others).await, "there is only one conversation");

    hand.press(page, Role::Button, review.play_on).await;
    page.find(Role::List, words.your_reply).await;
    hand.is_somewhere(page, "playing on").await;
    let again = page.exchanges(words).await;
    assert_eq!(again.len(), 4, "the opening and three turns: {again:?}");
    assert_eq!(again, first[..4], "the beginning is another one");
    assert!(page.offer(words).await.iter().any(|say| say == words.best[3]));
    for say in &words.best[3..] {
        hand.reply(page, words, say).await;
    }
    review.name_turn(page, hand, 4).await;
    let account = page.text_of(Role::Region, words.debrief).await;
    assert!(account.contains(review.played_on) && account.contains(words.full[0]), "{account:?}");
    let others = page.under(review.others).await;
    assert!(others.contains(review.branches) && others.contains("85%"), "{others:?}");

    // To the first one, where the second is listed, and back.
    hand.press(page, Role::Link, review.look_back).await;
    page.says(review.account[0]).await;
    hand.is_somewhere(page, "looking back on the other one").await;
    let others = page.under(review.others).await;
    assert!(others.contains(review.branches) && others.contains(review.played_on) && others.contains("100%"), "{others:?}");

    hand.press(page, Role::Link, review.lay_beside).await;
    page.find(Role::Heading, review.compare).await;
    hand.is_somewhere(page, "laying them side by side").await;
    let rows = page.rows(&review.compare_columns).await;
    assert_eq!(rows[..4], review.compared);
    let common = page.under(review.common).await;
    for say in &words.best[..3] {
        assert!(common.contains(say), "{say:?} is missing in {common:?}");
    }
    let apart = page.under(review.parts).await;
    assert!(!apart.contains(words.best[2]), "{apart:?}");
    for told in [review.mistake, words.best[3], words.best[6], review.over_by_then] {
        assert!(apart.contains(told), "{told:?} is missing in {apart:?}");
    }

    // Practice changes neither score.
    page.visit("").await;
    page.says(review.best).await;
    page.reload().await;
    page.says(review.best).await;
    assert!(!page.text().await.contains(words.best_score));
}

#[test]
fn a_conversation_is_played_on_and_laid_beside_the_first_by_mouse() {
    journey(async |page| a_conversation_is_played_on(page, &REVIEW_EN, Hand::Mouse).await);
}

#[test]
fn a_conversation_is_played_on_and_laid_beside_the_first_by_keyboard_alone() {
    journey(async |page| a_conversation_is_played_on(page, &REVIEW_ZH, Hand::Keys).await);
}
