//! The customer's voice and face.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::{Hand, Page, Role, journey};
use serde_json::Value;

const IN_ENGLISH: Voice = Voice {
    words: &EN,
    settings: "Settings",
    read_aloud: "Read the customer's lines aloud",
    tag: "en-US",
    opening: ["You're the third this week.", "More orders, is it?"],
    answer: ["Home? Nobody's asked me that before.", "My evenings? Funny thing to ask."],
    then: ["From eight on I sit here in case somebody rings.", "Eight to ten, I just sit by the phone."],
    pitch: "Ours is different: guests order ahead by phone, and it all prints out here.",
    pitch_answer: "The one on Tuesday had a printer too.",
    moods: ["Mr Zhao looks reserved", "Mr Zhao looks warming to you", "Mr Zhao looks at ease", "Mr Zhao looks guarded"],
    anew: "Start anew",
    watch: "Watch",
    start_watching: "Start",
};

const IN_CHINESE: Voice = Voice {
    words: &ZH,
    settings: "设置",
    read_aloud: "把客户的话读出来",
    tag: "zh-CN",
    opening: ["这礼拜你是第三个了。", "又是来给我多拉单子的吧？"],
    answer: ["进家门？这倒没人问过。", "晚上？你这人问得怪。"],
    then: ["八点往后，我就坐这儿守着", "八点到十点，就守个电话。"],
    pitch: "我们不一样，客人手机上提前点，单子自己就打出来，不用接电话。",
    pitch_answer: "礼拜二来的那个，也说能自动打。",
    moods: ["老赵看上去不冷不热", "老赵看上去松动了", "老赵看上去很自在", "老赵看上去有戒心"],
    anew: "重新开始",
    watch: "看一遍",
    start_watching: "开始看",
};

struct Voice {
    words: &'static Words,
    settings: &'static str,
    read_aloud: &'static str,
    /// By which voices of the language are asked for.
    tag: &'static str,
    /// How the opening line begins, in either of its wordings; the answer to the first
    /// best reply; what he says then.
    opening: [&'static str; 2],
    answer: [&'static str; 2],
    then: [&'static str; 2],
    /// A reply that he does not like, and its answer.
    pitch: &'static str,
    pitch_answer: &'static str,
    /// At the beginning, after one and after two good replies, after the bad one.
    moods: [&'static str; 4],
    anew: &'static str,
    watch: &'static str,
    start_watching: &'static str,
}

/// Something that was to be read aloud.
#[derive(Debug)]
struct Spoken {
    text: String,
    lang: String,
    pitch: f64,
    rate: f64,
}

/// Listens to what is read aloud from the next page on, in a browser with these voices.
async fn listen(page: &Page, voices: &[&str]) {
    let script = r#"{
        window.spoken = [];
        window.silenced = 0;
        const voices = VOICES.map(lang => {
            const voice = Object.create(SpeechSynthesisVoice.prototype);
            Object.defineProperties(voice, { lang: { value: lang }, name: { value: lang } });
            return voice;
        });
        SpeechSynthesis.prototype.getVoices = () => voices;
        SpeechSynthesis.prototype.cancel = () => { silenced += 1; };
        SpeechSynthesis.prototype.speak = ({ text, lang, pitch, rate }) => { spoken.push({ text, lang, pitch, rate }); };
        Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", { get() { return null; }, set() {} });
    }"#;
    page.before_each_page(&script.replace("VOICES", &format!("{voices:?}"))).await;
}

/// Waits until so much was read aloud since the page was loaded; all of it.
async fn heard(page: &Page, count: usize) -> Vec<Spoken> {
    let all = page
        .until(&format!("{count} lines to be read aloud"), async || {
            Some(page.ask("return spoken", Vec::new()).await).filter(|all| all.as_array().unwrap().len() >= count)
        })
        .await;
    let spoken = |one: &Value| Spoken {
        text: one["text"].as_str().unwrap().to_owned(),
        lang: one["lang"].as_str().unwrap().to_owned(),
        pitch: one["pitch"].as_f64().unwrap(),
        rate: one["rate"].as_f64().unwrap(),
    };
    let all: Vec<Spoken> = all.as_array().unwrap().iter().map(spoken).collect();
    assert_eq!(all.len(), count, "{all:?}");
    all
}

async fn silenced(page: &Page) -> u64 {
    page.ask("return silenced", Vec::new()).await.as_u64().unwrap()
}

impl Voice {
    /// Turns it on or off in the settings.
    async fn switch(&self, page: &Page, by: Hand) {
        by.press(page, Role::Disclosure, self.settings).await;
        by.tick(page, self.read_aloud).await;
        by.press(page, Role::Disclosure, self.settings).await;
    }

    async fn is_on(&self, page: &Page) -> bool {
        // Shown or not: it stands in a panel that is closed at first.
        let script = "
            const boxes = [...document.querySelectorAll('input[type=checkbox]')];
            return boxes.find(box => box.closest('label').textContent.trim() === arguments[0]).checked";
        page.ask(script, vec![self.read_aloud.into()]).await.as_bool().unwrap()
    }

    /// Begins First day from the library; `start` is the button for it.
    async fn begin(&self, page: &Page, by: Hand, start: &str) {
        by.press(page, Role::Link, self.words.first_day).await;
        by.press(page, Role::Button, start).await;
        page.find(Role::List, self.words.your_reply).await;
        assert_eq!(page.exchanges(self.words).await.len(), 1, "it begins anew");
    }

    async fn reply(&self, page: &Page, by: Hand, say: &str) {
        let before = page.exchanges(self.words).await.len();
        by.press(page, Role::Button, say).await;
        page.turns_played(self.words, before).await;
    }
}

fn begins(spoken: &Spoken, wordings: [&str; 2]) -> bool {
    wordings.iter().any(|wording| spoken.text.starts_with(wording))
}

/// Two turns with the voice on, then a worse talk; what is read aloud, and how.
async fn is_read_aloud(page: &Page, voice: &Voice, by: Hand) {
    listen(page, &["fr-FR", voice.tag]).await;
    page.library(voice.words).await;
    assert!(!voice.is_on(page).await, "nobody asked for it");
    voice.begin(page, by, voice.words.start).await;
    voice.reply(page, by, voice.words.best[0]).await;
    heard(page, 0).await;

    page.visit("").await;
    page.find(Role::Heading, voice.words.library).await;
    voice.switch(page, by).await;
    assert!(voice.is_on(page).await);
    voice.begin(page, by, voice.anew).await;
    page.find(Role::Image, voice.moods[0]).await;
    let opening = heard(page, 1).await;
    assert!(begins(&opening[0], voice.opening), "{opening:?}");
    voice.reply(page, by, voice.words.best[0]).await;
    page.find(Role::Image, voice.moods[1]).await;
    let warmer = heard(page, 3).await;
    assert!(begins(&warmer[1], voice.answer) && begins(&warmer[2], voice.then), "{warmer:?}");
    voice.reply(page, by, voice.words.best[1]).await;
    page.find(Role::Image, voice.moods[2]).await;
    let warm = heard(page, 5).await;
    assert!(warm.iter().all(|line| line.lang == voice.tag), "{warm:?}");
    let own = |line: &Spoken| voice.words.best.iter().any(|say| line.text.contains(say));
    assert!(!warm.iter().any(own), "the learner's own lines: {warm:?}");

    // Kept, and the other way: he turns cold.
    page.visit("").await;
    page.reload().await;
    page.find(Role::Heading, voice.words.library).await;
    assert!(voice.is_on(page).await, "it is forgotten");
    voice.begin(page, by, voice.anew).await;
    voice.reply(page, by, voice.pitch).await;
    page.find(Role::Image, voice.moods[3]).await;
    let cold = heard(page, 3).await;
    assert_eq!(cold[1].text, voice.pitch_answer);
    let (cold, calm, warm) = (&cold[1], &opening[0], &warm[4]);
    assert!(cold.pitch < calm.pitch && calm.pitch < warm.pitch, "{cold:?}, {calm:?}, {warm:?}");
    assert!(cold.rate > warm.rate, "who is at ease takes their time: {cold:?}, {warm:?}");

    // Turned off in the middle, it stops.
    let before = silenced(page).await;
    voice.switch(page, by).await;
    assert!(silenced(page).await > before);
    voice.reply(page, by, &page.offer(voice.words).await[0]).await;
    heard(page, 3).await;
}

#[test]
fn the_customers_lines_are_read_aloud_in_english_and_in_the_tone_of_their_mood() {
    journey(async |page| is_read_aloud(page, &IN_ENGLISH, Hand::Mouse).await);
}

#[test]
fn the_customers_lines_are_read_aloud_in_chinese_by_keyboard_alone() {
    journey(async |page| is_read_aloud(page, &IN_CHINESE, Hand::Keys).await);
}

#[test]
fn nothing_is_read_in_the_voice_of_another_language() {
    journey(async |page| {
        listen(page, &["fr-FR", "en-GB"]).await;
        page.library(&ZH).await;
        IN_CHINESE.switch(page, Hand::Mouse).await;
        IN_CHINESE.begin(page, Hand::Mouse, ZH.start).await;
        IN_CHINESE.reply(page, Hand::Mouse, ZH.best[0]).await;
        heard(page, 0).await;
        // In English there is one.
        page.press(Role::Button, EN.name).await;
        page.turns_played(&EN, 1).await;
        IN_ENGLISH.reply(page, Hand::Mouse, EN.best[1]).await;
        heard(page, 2).await;
    });
}

#[test]
fn a_browser_without_a_list_of_voices_is_asked_by_language() {
    journey(async |page| {
        listen(page, &[]).await;
        page.library(&ZH).await;
        IN_CHINESE.switch(page, Hand::Mouse).await;
        IN_CHINESE.begin(page, Hand::Mouse, ZH.start).await;
        assert_eq!(heard(page, 1).await[0].lang, "zh-CN");
    });
}

/// The owner who wants to be first begins in the car: nobody speaks.
#[test]
fn what_happens_rather_than_is_said_is_not_read_aloud() {
    journey(async |page| {
        listen(page, &["en-US"]).await;
        page.library(&EN).await;
        IN_ENGLISH.switch(page, Hand::Mouse).await;
        page.press(Role::Link, "The owner who wants to be first").await;
        page.begin(&EN).await;
        page.says("Ten minutes left, in the car outside the factory.").await;
        heard(page, 0).await;
    });
}

/// What is being read stops when the learner goes elsewhere. (Fails as long as
/// `App::move_to` silences only screens and not the conversation.)
#[test]
fn leaving_a_conversation_silences_the_customer() {
    journey(async |page| {
        listen(page, &["en-US"]).await;
        page.library(&EN).await;
        IN_ENGLISH.switch(page, Hand::Mouse).await;
        IN_ENGLISH.begin(page, Hand::Mouse, EN.start).await;
        heard(page, 1).await;
        let before = silenced(page).await;
        page.press(Role::Link, "Leave").await;
        page.find(Role::Heading, EN.first_day).await;
        assert!(silenced(page).await > before, "he goes on speaking");
    });
}

async fn watching_reads_aloud(page: &Page, voice: &Voice, by: Hand) {
    page.hold_time().await;
    listen(page, &[voice.tag]).await;
    page.library(voice.words).await;
    voice.switch(page, by).await;
    by.press(page, Role::Link, voice.words.first_day).await;
    by.press(page, Role::Link, voice.watch).await;
    by.press(page, Role::Button, voice.start_watching).await;
    // His opening, the reply, his answer, his next line.
    assert!(begins(&heard(page, 1).await[0], voice.opening));
    for _ in 0..3 {
        page.until("the next wait", async || (page.waits().await.len() == 1).then_some(())).await;
        page.wait_is_over().await;
    }
    let lines = heard(page, 3).await;
    assert!(begins(&lines[1], voice.answer) && begins(&lines[2], voice.then), "{lines:?}");
    assert!(lines[2].pitch > lines[0].pitch && lines.iter().all(|line| line.lang == voice.tag), "{lines:?}");
    let before = silenced(page).await;
    by.press(page, Role::Link, voice.words.back).await;
    page.find(Role::Heading, voice.words.library).await;
    assert!(silenced(page).await > before, "he goes on speaking");
}

#[test]
fn watching_is_read_aloud_as_well_and_stops_on_leaving() {
    journey(async |page| watching_reads_aloud(page, &IN_ENGLISH, Hand::Mouse).await);
}

#[test]
fn watching_in_chinese_is_read_aloud_as_well_and_stops_on_leaving() {
    journey(async |page| watching_reads_aloud(page, &IN_CHINESE, Hand::Keys).await);
}
