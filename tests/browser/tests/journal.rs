//! The weekly journal.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::{Hand, Page, Role, journey};
use thirtyfour::prelude::Key;

/// What this subject says in a language.
struct Journal {
    words: &'static Words,
    progress: &'static str,
    to_journal: &'static str,
    title: &'static str,
    /// Setback, success, noticed: the fields, what stands over the texts, and the texts.
    ask: [&'static str; 3],
    parts: [&'static str; 3],
    last_week: [&'static str; 3],
    today: &'static str,
    kept: &'static str,
    week_before: &'static str,
    week_after: &'static str,
    edit: &'static str,
    whole: &'static str,
    only: &'static str,
    nothing: &'static str,
}

const JOURNAL_EN: Journal = Journal {
    words: &EN,
    progress: "Progress",
    to_journal: "Open the journal",
    title: "Weekly journal",
    ask: ["A setback: what happened, and what I would say now", "A success worth telling", "Something I noticed"],
    parts: ["Setback", "Success", "Noticed"],
    last_week: ["I told him the price before he had asked.", "Mrs Lin signed, * and laughed.", "A bear over the stove."],
    today: "Nobody was in.",
    kept: "Kept on this device.",
    week_before: "Week before",
    week_after: "Week after",
    edit: "Edit ",
    whole: "The whole journal",
    only: "Only ",
    nothing: "Nothing written.",
};

const JOURNAL_ZH: Journal = Journal {
    words: &ZH,
    progress: "进步",
    to_journal: "写周记",
    title: "周记",
    ask: ["不顺的：怎么回事，换作现在我会怎么说", "做成的：哪一件值得讲给大家听", "看到的：留意到了什么"],
    parts: ["不顺的", "做成的", "看到的"],
    last_week: ["他还没问，我先报了价。", "林姐签了，* 还笑了。", "灶台上贴着一只熊。"],
    today: "今天没人在。",
    kept: "存好了，就在这台设备上。",
    week_before: "前一周",
    week_after: "后一周",
    edit: "改",
    whole: "全部周记",
    only: "只存",
    nothing: "没有写。",
};

/// The clock of every page is so many days off as was kept under a name of the journey's.
const CLOCK: &str = r#"
    const real = Date.now;
    Date.now = () => real() + 86_400_000 * Number(localStorage.getItem("journey/days"));
"#;

impl Journal {
    /// The texts of the fields.
    async fn fields(&self, page: &Page) -> Vec<String> {
        let mut texts = Vec::new();
        for ask in self.ask {
            texts.push(page.state_of(Role::Textbox, ask).await.as_str().unwrap().to_owned());
        }
        texts
    }

    /// Waits until the fields say this.
    async fn says(&self, page: &Page, texts: [&str; 3]) {
        page.until(&format!("the fields to say {texts:?}"), async || (self.fields(page).await == texts).then_some(())).await;
    }

    /// A file whose button has a name that begins so.
    async fn file(&self, page: &Page, hand: Hand, button: &str) -> (String, String) {
        page.handed_out(async || match hand {
            Hand::Mouse => page.find_beginning(Role::Button, button).await.click().await.unwrap(),
            Hand::Keys => {
                page.tab_to(Role::Button, button).await;
                page.key(Key::Enter).await;
            }
        })
        .await
    }
}

async fn a_journal_is_kept_week_by_week(page: &Page, journal: &Journal, hand: Hand) {
    page.before_each_page(CLOCK).await;
    page.visit("").await;
    page.keep("journey/days", "-7").await;
    page.reload().await;
    hand.to_library(page, journal.words).await;
    hand.press(page, Role::Link, journal.progress).await;
    hand.press(page, Role::Link, journal.to_journal).await;
    page.find(Role::Heading, journal.title).await;
    hand.is_somewhere(page, "opening the journal").await;
    page.says(journal.nothing).await;
    for (ask, text) in journal.ask.into_iter().zip(journal.last_week) {
        hand.write(page, ask, text).await;
        assert_eq!(page.focus().await, ("textbox".to_owned(), ask.to_owned()));
        page.says(journal.kept).await;
        // Nothing is lost of what is typed while it is being kept.
        assert_eq!(page.focus().await, ("textbox".to_owned(), ask.to_owned()), "the focus is lost while something is kept");
    }
    journal.says(page, journal.last_week).await;
    page.reload().await;
    journal.says(page, journal.last_week).await;

    // A week later.
    page.keep("journey/days", "0").await;
    page.reload().await;
    journal.says(page, ["", "", ""]).await;
    assert!(!page.text().await.contains(journal.last_week[0]), "last week is another week");
    hand.write(page, journal.ask[0], journal.today).await;
    page.says(journal.kept).await;
    hand.press(page, Role::Button, journal.week_before).await;
    for text in journal.last_week.into_iter().chain(journal.parts) {
        page.says(text).await;
    }
    assert_eq!(page.state_of(Role::Button, journal.week_before).await, "disabled");
    if hand == Hand::Keys {
        assert_eq!(page.focus().await, ("button".to_owned(), journal.week_after.to_owned()));
    }

    // Last week can be written on still.
    match hand {
        Hand::Mouse => page.find_beginning(Role::Button, journal.edit).await.click().await.unwrap(),
        Hand::Keys => {
            page.tab_to(Role::Button, journal.edit).await;
            page.key(Key::Enter).await;
        }
    }
    journal.says(page, journal.last_week).await;
    assert_eq!(page.focus().await, ("textbox".to_owned(), journal.ask[0].to_owned()));
    page.key(Key::End).await;
    page.write("!").await;
    page.says(journal.kept).await;
    let changed = format!("{}!", journal.last_week[0]);
    page.reload().await;
    journal.says(page, [journal.today, "", ""]).await;

    let (name, text) = journal.file(page, hand, journal.whole).await;
    assert!(name.starts_with("ninesteps-journal-2") && name.ends_with(".md"), "{name}");
    assert!(text.starts_with(&format!("# {}\n", journal.title)), "{text:?}");
    let escaped = journal.last_week[1].replace('*', "\\*");
    let parts = [changed.as_str(), &escaped, journal.last_week[2], journal.today];
    let places: Vec<usize> =
        parts.iter().map(|part| text.find(part).unwrap_or_else(|| panic!("no {part:?} in {text:?}"))).collect();
    assert!(places.is_sorted(), "the newest does not come last: {text:?}");
    assert_eq!(text.matches("\n## ").count(), 2, "two weeks: {text:?}");
    let (name, week) = journal.file(page, hand, journal.only).await;
    assert!(name.starts_with("ninesteps-journal-week-") && name.ends_with(".md"), "{name}");
    assert!(week.contains(journal.today) && !week.contains(journal.last_week[2]), "{week:?}");
}

#[test]
fn a_journal_is_kept_week_by_week_by_mouse() {
    journey(async |page| a_journal_is_kept_week_by_week(page, &JOURNAL_EN, Hand::Mouse).await);
}

#[test]
fn a_journal_is_kept_week_by_week_by_keyboard_alone() {
    journey(async |page| a_journal_is_kept_week_by_week(page, &JOURNAL_ZH, Hand::Keys).await);
}
