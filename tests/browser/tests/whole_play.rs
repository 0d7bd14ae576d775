//! From the library to the debrief and back, by mouse and by keyboard.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::{Page, Role, journey};
use thirtyfour::prelude::Key;

/// What each best reply of First day is answered by, in either of its wordings.
const ANSWERS: [[&str; 2]; 7] = [
    ["Home? Nobody's asked me that before.", "My evenings? Funny thing to ask."],
    ["Be home. She's seven.", "Read to her. One page, the bear book."],
    ["Try it, yes.", "That's what I mean, yes."],
    ["Rang. Five to ten, ping, three bowls.", "It rings, that's what."],
    ["In the way? No.", "Anything else. Let me think."],
    ["Yes. Go on, then.", "Well, somebody has to say it. Yes."],
    ["One page? Give it here", "One page? Give it here"],
];

/// The moves of the seven, as a coach names them.
const MOVES: [&str; 7] =
    ["Open question", "Open question", "Closing question", "Open question", "Closing question", "Ask for the order", "Sign now"];

#[test]
fn a_coached_play_by_mouse_leads_from_the_card_to_the_debrief_and_back() {
    journey(async |page| {
        page.library(&EN).await;
        assert!(page.text_of(Role::List, EN.scenarios).await.contains("Not played yet"));
        page.to_briefing(&EN).await;
        page.says("Mr Zhao").await;
        page.find_beginning(Role::Radio, "Coached").await;
        page.begin(&EN).await;
        for ((say, answers), mov) in EN.best.iter().zip(ANSWERS).zip(MOVES) {
            let exchange = page.reply(&EN, say).await;
            assert!(exchange.contains(say), "what I said is missing in {exchange:?}");
            assert!(exchange.contains(&format!("{mov} 3 points")), "the why is missing in {exchange:?}");
            assert!(answers.iter().any(|answer| exchange.contains(answer)), "the answer is missing in {exchange:?}");
        }
        let log = page.text_of(Role::Log, EN.conversation).await;
        assert!(log.contains("There, my name. Thursday I read her the page"), "the ending is missing in {log:?}");

        page.press(Role::Link, EN.to_debrief).await;
        page.find(Role::Heading, EN.where_did_it_turn).await;
        let asking = page.text_of(Role::Region, EN.debrief).await;
        assert!(asking.contains("Signed") && !asking.contains("Score") && !asking.contains("points"), "{asking:?}");
        page.name_turn_3(&EN).await;
        let account = page.text_of(Role::Region, EN.debrief).await;
        for told in ["You named turn 3.", EN.full[0], EN.full[1], "21 earned · 0 left on the table"] {
            assert!(account.contains(told), "{told:?} is missing in {account:?}");
        }
        profile_is_told(page).await;
        transcript_is_told(&account);
        page.gone(Role::Heading, EN.where_did_it_turn).await;

        // Who has named a turn is not asked again.
        page.reload().await;
        page.says(EN.full[0]).await;
        page.says("You named turn 3.").await;
        assert!(!page.has(Role::Heading, EN.where_did_it_turn).await);

        page.press(Role::Link, EN.back).await;
        page.find(Role::Heading, EN.library).await;
        let cards = page.text_of(Role::List, EN.scenarios).await;
        assert_eq!(cards.matches(EN.best_score).count(), 1, "{cards:?}");
        assert!(!cards.contains("Under way"), "{cards:?}");
    });
}

/// Nine rows, the steps of this conversation with full marks.
async fn profile_is_told(page: &Page) {
    let script = r#"
        const row = row => [...row.cells].map(cell => cell.innerText.trim());
        const table = [...document.querySelectorAll("table")].find(table => table.innerText.includes("Prepare"));
        return [...table.tBodies[0].rows].map(row);
    "#;
    let rows: Vec<Vec<String>> = serde_json::from_value(page.ask(script, Vec::new()).await).unwrap();
    assert_eq!(rows.len(), 9, "{rows:?}");
    for (step, earned) in [("Welcome", "3"), ("Probe", "12"), ("Close", "6")] {
        let row = rows.iter().find(|row| row[0] == step).unwrap_or_else(|| panic!("no {step} in {rows:?}"));
        assert_eq!(row[1..], [earned, "0", "100%"], "{step}");
    }
    assert_eq!(rows.iter().filter(|row| row[3] == "not in this conversation").count(), 6, "{rows:?}");
}

/// Each turn with its moment, its points and what they rest on.
fn transcript_is_told(account: &str) {
    let (_, transcript) = account.split_once("Turn by turn").expect("a transcript");
    for (at, (say, mov)) in EN.best.iter().zip(MOVES).enumerate() {
        let start = transcript.find(&format!("Turn {} Best reply", at + 1)).unwrap_or_else(|| panic!("no turn {}", at + 1));
        let rest = transcript.get(start..).unwrap();
        let turn = rest.find(&format!("Turn {} ", at + 2)).and_then(|end| rest.get(..end)).unwrap_or(rest);
        for told in [*say, "The moment", &format!("{mov} 3 points"), "This was the best reply."] {
            assert!(turn.contains(told), "{told:?} is missing in {turn:?}");
        }
        assert!(turn.contains("Source: document") || turn.contains("House rule"), "no source in {turn:?}");
    }
}

/// What would give the present scene away: its moments, the moves and the points.
const SECRETS: [&str; 12] = [
    "不满者",
    "需求未明",
    "一点未清",
    "疑虑未定",
    "水到渠成",
    "口头答应",
    "引蛇出洞",
    "请君入瓮",
    "开口要单",
    "即签",
    "3 分",
    "0 分",
];

/// How a reply is chosen without a mouse.
#[derive(Clone, Copy)]
enum By {
    Number,
    Enter,
    Space,
}

#[test]
fn an_exam_by_keyboard_alone_gives_nothing_away_before_the_debrief() {
    journey(async |page| {
        page.visit("").await;
        page.find(Role::Heading, EN.library).await;
        page.tab_to(Role::Button, ZH.name).await;
        page.key(Key::Enter).await;
        page.find(Role::Heading, ZH.library).await;
        page.tab_to(Role::Link, ZH.first_day).await;
        page.key(Key::Enter).await;
        page.find(Role::Button, ZH.start).await;
        page.tab_to(Role::Radio, "带教").await;
        page.key(Key::Down).await;
        let (role, name) = page.focus().await;
        assert!(role == "radio" && name.starts_with("考试"), "the arrow key leads to {role} {name}");
        page.tab_to(Role::Button, ZH.start).await;
        page.key(Key::Enter).await;
        // An exam begins with a forecast, which nobody has to give.
        page.find(Role::Button, ZH.without_forecast).await;
        gives_nothing_away(page, 0).await;
        page.tab_to(Role::Button, ZH.without_forecast).await;
        page.key(Key::Enter).await;
        page.find(Role::List, ZH.your_reply).await;

        let ways = [By::Number, By::Enter, By::Space, By::Number, By::Number, By::Enter, By::Number];
        for (turn, (say, by)) in ZH.best.iter().zip(ways).enumerate() {
            gives_nothing_away(page, turn).await;
            choose(page, &ZH, say, by).await;
            page.turns_played(&ZH, turn + 1).await;
            let (role, name) = page.focus().await;
            assert_ne!(role, "body", "the focus is lost after turn {}, and not even on {name:?}", turn + 1);
        }
        gives_nothing_away(page, ZH.best.len()).await;
        page.tab_to(Role::Link, ZH.to_debrief).await;
        page.key(Key::Enter).await;
        page.find(Role::Heading, ZH.where_did_it_turn).await;
        gives_nothing_away(page, ZH.best.len()).await;
        page.tab_to(Role::Button, ZH.turn_3).await;
        page.key(Key::Enter).await;
        page.says(ZH.full[0]).await;
        let account = page.text_of(Role::Region, ZH.debrief).await;
        for told in [ZH.full[1], "需求未明", "引蛇出洞 3 分", "请君入瓮 3 分"] {
            assert!(account.contains(told), "{told:?} is missing in {account:?}");
        }
    });
}

#[test]
fn the_focus_goes_along_from_page_to_page() {
    journey(async |page| {
        let stays = async |after: &str| {
            let (role, _) = page.focus().await;
            assert_ne!(role, "body", "the focus is lost after {after}");
        };
        page.library(&EN).await;
        page.tab_to(Role::Link, EN.first_day).await;
        page.key(Key::Enter).await;
        page.find(Role::Button, EN.start).await;
        stays("opening a card").await;
        page.tab_to(Role::Button, EN.start).await;
        page.key(Key::Enter).await;
        page.find(Role::List, EN.your_reply).await;
        stays("starting").await;
        page.play_best(&EN, 0..7).await;
        page.tab_to(Role::Link, EN.to_debrief).await;
        page.key(Key::Enter).await;
        page.find(Role::Heading, EN.where_did_it_turn).await;
        stays("going to the debrief").await;
        page.tab_to(Role::Button, EN.turn_3).await;
        page.key(Key::Enter).await;
        page.says(EN.full[0]).await;
        stays("naming a turn").await;
    });
}

async fn choose(page: &Page, words: &Words, say: &str, by: By) {
    match by {
        By::Number => {
            let shown = page.offer(words).await;
            let place = shown.iter().position(|other| other == say).unwrap_or_else(|| panic!("{say:?} is not in {shown:?}"));
            page.key(char::from_digit(u32::try_from(place + 1).unwrap(), 10).unwrap()).await;
        }
        By::Enter => {
            page.tab_to(Role::Button, say).await;
            page.key(Key::Enter).await;
        }
        By::Space => {
            page.tab_to(Role::Button, say).await;
            page.key(' ').await;
        }
    }
}

async fn gives_nothing_away(page: &Page, turn: usize) {
    let text = page.text().await;
    for secret in SECRETS {
        assert!(!text.contains(secret), "before turn {}, {secret:?} is given away in {text:?}", turn + 1);
    }
    let current = page.ask("return document.querySelectorAll('main [aria-current]').length", Vec::new()).await;
    assert_eq!(current, 0, "the present step is marked");
    if turn == 0 {
        assert!(!text.contains("走过了"), "a step counts as passed before anything was said: {text:?}");
    }
}
