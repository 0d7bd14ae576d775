//! Playing: the words on the page in each language, and First day's good line.

use crate::{Page, Role};

/// The words of the page that the journeys go by.
pub struct Words {
    /// As the page names it in its `lang`.
    pub tag: &'static str,
    /// On the switch.
    pub name: &'static str,
    pub library: &'static str,
    pub scenarios: &'static str,
    pub first_day: &'static str,
    pub start: &'static str,
    /// In the forecast before an exam.
    pub without_forecast: &'static str,
    pub conversation: &'static str,
    pub your_reply: &'static str,
    pub to_debrief: &'static str,
    pub download: &'static str,
    pub debrief: &'static str,
    pub where_did_it_turn: &'static str,
    pub turn_3: &'static str,
    pub best_score: &'static str,
    /// Score and skill of the good line, as they stand in the debrief.
    pub full: [&'static str; 2],
    pub back: &'static str,
    /// The seven best replies, in order.
    pub best: [&'static str; 7],
}

pub const EN: Words = Words {
    tag: "en",
    name: "English",
    library: "Who will you talk to?",
    scenarios: "Scenarios",
    first_day: "First day",
    start: "Start the conversation",
    without_forecast: "Start without a forecast",
    conversation: "Conversation",
    your_reply: "Your reply",
    to_debrief: "Go to the debrief",
    download: "Download this attempt",
    debrief: "Debrief · First day",
    where_did_it_turn: "First you: where did it turn?",
    turn_3: "Turn 3",
    best_score: "Best so far 100%",
    full: ["Score 100%", "Skill 100%"],
    back: "All customers",
    best: [
        "How do your evenings go, from the last rush to the moment you're home?",
        "If those two hours were yours, what would you do?",
        "Do you mean you'd like to try it out on Thursday evening?",
        "What did it do to end up behind all that tape?",
        "If off really is off, is there anything else that stands in the way?",
        "Then let's start this Thursday. Shall I set up your shop right now?",
        "It's one page and I have it here. Sign, and I'll let you cook.",
    ],
};

pub const ZH: Words = Words {
    tag: "zh-Hans",
    name: "中文",
    library: "今天想和谁谈？",
    scenarios: "场景",
    first_day: "第一天",
    start: "开始谈",
    without_forecast: "不报了，直接考",
    conversation: "对话",
    your_reply: "你的回应",
    to_debrief: "去复盘",
    download: "下载这场记录",
    debrief: "复盘 · 第一天",
    where_did_it_turn: "你先说：转折在哪一轮？",
    turn_3: "第 3 轮",
    best_score: "最好成绩 100%",
    full: ["得分 100%", "功力 100%"],
    back: "全部客户",
    best: [
        "从晚上忙完那一阵，到进家门，您这段时间一般怎么过？",
        "这两个钟头要是归您自己，您想干点什么？",
        "您是说，想拿礼拜四晚上试一试，对吗？",
        "它干了什么，让您缠上这么多胶带？",
        "要是说关就真能关，除了这个，还有别的事拦着您吗？",
        "那咱们这个礼拜四就开始，我现在就给您把店开通，行吗？",
        "就一页纸，我带着呢。您签个字，接着炖您的汤。",
    ],
};

impl Page {
    /// Opens the library in this language.
    pub async fn library(&self, words: &Words) {
        self.visit("").await;
        self.press(Role::Button, words.name).await;
        self.find(Role::Heading, words.library).await;
    }

    /// From the library into First day's briefing.
    pub async fn to_briefing(&self, words: &Words) {
        self.press(Role::Link, words.first_day).await;
        self.find(Role::Button, words.start).await;
    }

    /// Begins a conversation in the briefing.
    pub async fn begin(&self, words: &Words) {
        self.press(Role::Button, words.start).await;
        self.find(Role::List, words.your_reply).await;
    }

    /// Begins First day, from anywhere.
    pub async fn begin_first_day(&self, words: &Words) {
        self.library(words).await;
        self.to_briefing(words).await;
        self.begin(words).await;
    }

    /// What was said so far: the opening, then one text for each turn.
    pub async fn exchanges(&self, words: &Words) -> Vec<String> {
        let log = self.find(Role::Log, words.conversation).await;
        let script = "return [...arguments[0].querySelectorAll('li')].map(item => item.innerText.replace(/\\s+/g, ' ').trim())";
        let texts = self.ask(script, vec![log.to_json().expect("an element")]).await;
        serde_json::from_value(texts).expect("texts")
    }

    /// The replies on offer, as they are shown.
    pub async fn offer(&self, words: &Words) -> Vec<String> {
        self.names_in(Role::List, words.your_reply, Role::Button).await
    }

    /// Waits until so many turns were played; the newest exchange.
    pub async fn turns_played(&self, words: &Words, turns: usize) -> String {
        self.until(&format!("turn {turns} to be answered"), async || {
            let mut exchanges = self.exchanges(words).await;
            if exchanges.len() == turns + 1 { exchanges.pop() } else { None }
        })
        .await
    }

    /// Gives a reply by mouse; the exchange that follows.
    pub async fn reply(&self, words: &Words, say: &str) -> String {
        let before = self.exchanges(words).await.len();
        self.press(Role::Button, say).await;
        self.turns_played(words, before).await
    }

    /// Gives the best replies from one turn, counted from 0, to another.
    pub async fn play_best(&self, words: &Words, turns: std::ops::Range<usize>) {
        for say in &words.best[turns] {
            self.reply(words, say).await;
        }
    }

    /// From the end of a conversation to its debrief, naming the third turn.
    pub async fn to_debrief(&self, words: &Words) {
        self.press(Role::Link, words.to_debrief).await;
        self.find(Role::Heading, words.where_did_it_turn).await;
        self.name_turn_3(words).await;
    }

    /// Names the third turn, and waits for the account.
    pub async fn name_turn_3(&self, words: &Words) {
        let turn = self.find_beginning(Role::Button, words.turn_3).await;
        turn.click().await.expect("to name a turn");
        self.says(words.full[0]).await;
    }
}
