//! What next, and how it goes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::{Folder, Hand, Page, Role, journey};
use serde_json::{Value, json};
use thirtyfour::prelude::Key;

/// What this subject says in a language.
struct Progress {
    words: &'static Words,
    progress: &'static str,
    title: &'static str,
    beginning: &'static str,
    next: &'static str,
    /// The suggestions on the way, each with its reason.
    watch: [&'static str; 2],
    at_once: &'static str,
    explain: [&'static str; 2],
    all_turns: &'static str,
    read_it: &'static str,
    play: [&'static str; 2],
    exam: [&'static str; 2],
    teach: [&'static str; 2],
    watching: &'static str,
    show_all: &'static str,
    to_flawed: &'static str,
    compare: &'static str,
    onward: &'static str,
    start_exam: &'static str,
    teaching: &'static str,
    steps_heading: &'static str,
    columns: [&'static str; 4],
    steps: [[&'static str; 4]; 5],
    added: &'static str,
    pass_columns: [&'static str; 5],
    attempts: &'static str,
    attempt: &'static str,
    download: &'static str,
    methods: [&'static str; 2],
    /// The steps of the other method.
    beats: [&'static str; 6],
    device: &'static str,
    device_title: &'static str,
    save: &'static str,
    choose: &'static str,
}

const PROGRESS_EN: Progress = Progress {
    words: &EN,
    progress: "Progress",
    title: "How am I doing?",
    beginning: "Nothing to look back on yet",
    next: "What next?",
    watch: ["First watch how such a conversation can go.", "Watch: First day"],
    at_once: "Or begin at once. Nobody is watching: try things. Play: First day",
    explain: ["You have watched it. Now read why each reply was said.", "Read why: First day"],
    all_turns: "Show every turn",
    read_it: "I have read it",
    play: ["You have seen how it can go. Now you.", "Play: First day"],
    exam: ["With the coach you came to 100%.", "Take the exam: First day"],
    teach: ["Your exam came to 100%. Now explain it", "Teach back: First day"],
    watching: "Watch · First day",
    show_all: "Show all",
    to_flawed: "On to the flawed talk",
    compare: "Compare",
    onward: "Next: Explained",
    start_exam: "Start without a forecast",
    teaching: "Teach back · First day",
    steps_heading: "The steps",
    columns: ["Step", "Share", "Times", "Direction"],
    steps: [
        ["Prepare", "", "", "not yet"],
        ["Welcome", "100%", "1", "too early to say"],
        ["Listen", "", "", "not yet"],
        ["Probe", "100%", "1", "too early to say"],
        ["Offer choices", "", "", "not yet"],
    ],
    added: "Added: 1 conversation.",
    pass_columns: ["Customer", "Watch", "Explained", "Play", "Teach back"],
    attempts: "Your conversations",
    attempt: " · Coached · 100% · Signed",
    download: "Download First day",
    methods: ["The nine steps", "The six beats"],
    beats: ["Opening", "Small talk", "The subject", "Testing the water", "Objections", "Closing"],
    device: "Save, bring back, clear",
    device_title: "Everything on this device",
    save: "Save to a file",
    choose: "Choose a saved file",
};

const PROGRESS_ZH: Progress = Progress {
    words: &ZH,
    progress: "进步",
    title: "练得怎么样",
    beginning: "还没有谈过，一切才刚开始。",
    next: "接下来练什么",
    watch: ["先看看这样一场可以怎么谈。", "看一遍：第一天"],
    at_once: "也可以直接上手。没人盯着你，放手试。 练一遍：第一天",
    explain: ["示范看过了。再听听每句话的道理。", "听一遍：第一天"],
    all_turns: "全部显示",
    read_it: "看完了",
    play: ["看过别人怎么谈了，轮到你了。", "练一遍：第一天"],
    exam: ["有人带着，你拿到了 100%。", "去考试：第一天"],
    teach: ["考试拿到了 100%。再说给人听一遍", "说一遍：第一天"],
    watching: "看一遍 · 第一天",
    show_all: "全部显示",
    to_flawed: "去看走偏的那一场",
    compare: "对答案",
    onward: "接下来：听一遍",
    start_exam: "不报了，直接考",
    teaching: "说一遍 · 第一天",
    steps_heading: "每一步",
    columns: ["步骤", "得分率", "场数", "走势"],
    steps: [
        ["准备", "", "", "还没练过"],
        ["欢迎", "100%", "1", "还看不出来"],
        ["聆听", "", "", "还没练过"],
        ["细问", "100%", "1", "还看不出来"],
        ["供选择", "", "", "还没练过"],
    ],
    added: "补上了 1 场对话。",
    pass_columns: ["客户", "看一遍", "听一遍", "练一遍", "说一遍"],
    attempts: "谈过的每一场",
    attempt: " · 带教 · 100% · 签了",
    download: "下载 第一天",
    methods: ["销售九部曲", "谈单六拍"],
    beats: ["开场白", "话天地", "入主题", "试水温", "解决异议", "缔结"],
    device: "存成文件、找回、清空",
    device_title: "这台设备上的全部记录",
    save: "存成文件",
    choose: "选择存过的文件",
};

impl Progress {
    /// From anywhere, by the link above every page.
    async fn open(&self, page: &Page, hand: Hand) {
        hand.press(page, Role::Link, self.progress).await;
        page.find(Role::Heading, self.title).await;
        hand.is_somewhere(page, "going to the progress").await;
    }

    /// From there to all that is on the device.
    async fn open_device(&self, page: &Page, hand: Hand) {
        self.open(page, hand).await;
        hand.press(page, Role::Link, self.device).await;
        page.find(Role::Heading, self.device_title).await;
        hand.is_somewhere(page, "going to the device").await;
    }

    /// The first suggestion is this one; it is followed.
    async fn follow(&self, page: &Page, hand: Hand, [reason, link]: [&str; 2]) {
        let next = page.under(self.next).await;
        assert!(next.contains(reason), "{reason:?} is missing in {next:?}");
        let first = &page.ask("return document.querySelector('main ol a').textContent", Vec::new()).await;
        assert_eq!(first, link, "what comes first");
        hand.press(page, Role::Link, link).await;
    }

    async fn play_best(&self, page: &Page, hand: Hand) {
        page.find(Role::List, self.words.your_reply).await;
        for say in self.words.best {
            hand.reply(page, self.words, say).await;
        }
        page.find(Role::Link, self.words.to_debrief).await;
    }
}

async fn what_next_is_followed(page: &Page, progress: &Progress, hand: Hand) {
    let words = progress.words;
    hand.to_library(page, words).await;
    progress.open(page, hand).await;
    let text = page.text().await;
    assert!(text.contains(progress.beginning) && text.contains(progress.at_once), "{text:?}");
    assert!(!page.has(Role::Heading, progress.steps_heading).await, "steps before anything was played");
    assert!(!page.has(Role::Heading, progress.attempts).await);

    progress.follow(page, hand, progress.watch).await;
    page.find(Role::Heading, progress.watching).await;
    for button in [progress.show_all, progress.to_flawed, progress.compare] {
        hand.press(page, Role::Button, button).await;
        hand.is_somewhere(page, button).await;
    }
    page.find(Role::Link, progress.onward).await;

    progress.open(page, hand).await;
    progress.follow(page, hand, progress.explain).await;
    for button in [progress.all_turns, progress.read_it] {
        hand.press(page, Role::Button, button).await;
        hand.is_somewhere(page, button).await;
    }

    progress.open(page, hand).await;
    progress.follow(page, hand, progress.play).await;
    hand.press(page, Role::Button, words.start).await;
    progress.play_best(page, hand).await;

    progress.open(page, hand).await;
    page.says(progress.exam[0]).await;
    figures_are_told(page, progress, hand).await;

    progress.open(page, hand).await;
    progress.follow(page, hand, progress.exam).await;
    hand.press(page, Role::Button, progress.start_exam).await;
    progress.play_best(page, hand).await;

    progress.open(page, hand).await;
    page.says(progress.teach[0]).await;
    assert_eq!(page.rows(&progress.columns).await[1][1..3], ["100%", "2"]);
    progress.follow(page, hand, progress.teach).await;
    page.find(Role::Heading, progress.teaching).await;
    hand.is_somewhere(page, "teaching back").await;
}

/// After one conversation: the steps, the passes, and the conversation itself.
async fn figures_are_told(page: &Page, progress: &Progress, hand: Hand) {
    let words = progress.words;
    assert_eq!(page.rows(&progress.columns).await[..5], progress.steps);
    let passes = page.rows(&progress.pass_columns).await;
    let of_first_day = passes.iter().find(|row| row[0] == words.first_day).expect("First day");
    assert_eq!(of_first_day[1..], ["✓", "✓", "100%", "–"]);
    assert!(passes.len() > 1 && passes.iter().filter(|row| row[1..] == ["–"; 4]).count() == passes.len() - 1, "{passes:?}");

    let attempts = page.under(progress.attempts).await;
    assert!(attempts.contains(progress.attempt), "{attempts:?}");
    let download = page.find_beginning(Role::Button, progress.download).await;
    let (name, attempt) = page
        .handed_out(async || match hand {
            Hand::Mouse => download.click().await.unwrap(),
            Hand::Keys => {
                page.tab_to(Role::Button, progress.download).await;
                page.key(Key::Enter).await;
            }
        })
        .await;
    let attempt: Value = serde_json::from_str(&attempt).expect("an attempt file");
    assert!(name.starts_with("first-day-") && name.ends_with(".attempt.json"), "{name}");
    assert_eq!(attempt["claim"], json!({ "score": 10_000, "outcome": "signed" }));

    // It was not looked back on yet.
    hand.press(page, Role::Link, words.first_day).await;
    page.find(Role::Heading, words.where_did_it_turn).await;
    hand.is_somewhere(page, "looking back").await;
    match hand {
        Hand::Mouse => page.name_turn_3(words).await,
        Hand::Keys => page.key('3').await,
    }
    page.says(words.full[0]).await;
}

#[test]
fn what_next_is_followed_from_an_empty_device_by_mouse() {
    journey(async |page| what_next_is_followed(page, &PROGRESS_EN, Hand::Mouse).await);
}

#[test]
fn what_next_is_followed_from_an_empty_device_by_keyboard_alone() {
    journey(async |page| what_next_is_followed(page, &PROGRESS_ZH, Hand::Keys).await);
}

/// An attempt at a scenario of the other method comes from another device.
async fn each_method_has_its_own_steps(page: &Page, progress: &Progress, hand: Hand) {
    hand.to_library(page, progress.words).await;
    hand.begin_first_day(page, progress.words).await;
    progress.play_best(page, hand).await;
    progress.open_device(page, hand).await;
    let (_, file) = page.handed_out(async || hand.press(page, Role::Button, progress.save).await).await;
    let mut file: Value = serde_json::from_str(&file).expect("JSON");
    let mut other = file["entries"][0].clone();
    other["at"] = json!(other["at"].as_u64().unwrap() - 1000);
    other["deed"]["played"]["attempt"]["scenario"] = json!("trial-lesson");
    other["deed"]["played"]["figures"]["method"] = json!("six-beats");
    other["deed"]["played"]["figures"]["steps"] = json!([{ "step": 1, "earned": 3, "left": 1000 }]);
    file["entries"] = json!([other]);
    let folder = Folder::new();
    page.choose_file(progress.choose, &folder.write("other.json", &file.to_string())).await;
    page.says(progress.added).await;

    progress.open(page, hand).await;
    let [nine, six] = progress.methods;
    page.find(Role::Button, six).await;
    assert_eq!(
        (page.state_of(Role::Button, nine).await, page.state_of(Role::Button, six).await),
        (json!("true"), json!("false"))
    );
    assert_eq!(page.rows(&progress.columns).await.len(), 9);
    hand.press(page, Role::Button, six).await;
    page.until("the other method", async || (page.rows(&progress.columns).await.len() == 6).then_some(())).await;
    hand.is_somewhere(page, "choosing a method").await;
    assert_eq!(
        (page.state_of(Role::Button, nine).await, page.state_of(Role::Button, six).await),
        (json!("false"), json!("true"))
    );
    let rows = page.rows(&progress.columns).await;
    assert_eq!(rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), progress.beats);
    assert_eq!(rows[1][1], "75%", "three of four points");
}

#[test]
fn each_method_has_its_own_steps_by_mouse() {
    journey(async |page| each_method_has_its_own_steps(page, &PROGRESS_ZH, Hand::Mouse).await);
}

#[test]
fn each_method_has_its_own_steps_by_keyboard_alone() {
    journey(async |page| each_method_has_its_own_steps(page, &PROGRESS_EN, Hand::Keys).await);
}
