//! Everything on the device: as a file, back again, and forgotten.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

mod learner;

use learner::{Learner, NOON, first};
use ninesteps::language::Language;
use ninesteps::record::{Day, Deed, Drilled, Entry, Record};
use ninesteps::screens::{Effect, Focus, Given};
use ninesteps::session::Mode;
use ninesteps::study::Event;

const KEPT: [(&str, &str); 2] = [("settings", "\u{1}\u{0}\u{ff}"), ("attempt/first-day", "\u{80}\"\\")];

fn kept() -> Vec<(String, String)> {
    KEPT.map(|(name, text)| (name.to_owned(), text.to_owned())).into()
}

fn answers(n: u64) -> Vec<Entry> {
    let drilled = |n| Drilled { card: format!("first-day/{n}"), right: n % 3 > 0, confidence: Some(80), took: 900 };
    (0..n).map(|n| Entry { at: NOON - 1_000_000 + n * 10, deed: Deed::Drilled(drilled(n)) }).collect()
}

/// With a conversation, a turn named, three answers and a day of the journal.
fn practised(language: Language) -> Learner {
    let mut learner = Learner::with_record(language, &answers(3));
    learner.play("first-day", 1, Mode::Exam, first);
    learner.visit("/first-day/debrief");
    learner.press(if language == Language::En { "Turn 1" } else { "第 1 轮" });
    learner.visit("journal");
    learner.give(if language == Language::En { "A setback" } else { "不顺的" }, Given::Text("He left. 走了".to_owned()));
    learner
}

/// All that was kept, as a page that is loaded anew finds it.
fn record(learner: &Learner, before: &[Entry]) -> Record {
    let mut entries = before.to_vec();
    for effect in &learner.effects {
        match effect {
            Effect::Keep(entry) => entries.push(entry.clone()),
            Effect::Replace(others) => entries.clone_from(others),
            Effect::Clear => entries.clear(),
            _ => {}
        }
    }
    Record::new(entries)
}

/// Saves to a file: its name and text.
fn save(learner: &mut Learner) -> (String, String) {
    learner.visit("device");
    learner.press(if learner.language == Language::En { "Save to a file" } else { "存成文件" });
    assert_eq!(learner.effects.last(), Some(&Effect::Gather));
    learner.tell(Event::Kept(kept()));
    match learner.effects.last() {
        Some(Effect::Download { name, text }) => (name.clone(), text.clone()),
        other => panic!("{other:?}"),
    }
}

fn open(learner: &mut Learner, file: &str) {
    learner.visit("device");
    let label = if learner.language == Language::En { "Choose a saved file" } else { "选择存过的文件" };
    learner.give(label, Given::File(file.as_bytes().to_vec()));
}

#[test]
fn a_file_brings_everything_to_another_device_and_once_is_enough() {
    let mut here = practised(Language::En);
    let (name, file) = save(&mut here);
    assert_eq!(name, "ninesteps-2026-11-22.json");
    assert!(here.text().contains("Saved as ninesteps-2026-11-22.json"), "{}", here.text());
    assert!(here.text().contains("1 conversation, 3 drill answers, 1 journal day, 1 other note, about"), "{}", here.text());

    let mut there = Learner::new(Language::En);
    open(&mut there, &file);
    assert!(there.text().contains("Added: 1 conversation, 3 drill answers, 1 journal day, 1 other note."), "{}", there.text());
    assert_eq!(record(&there, &[]), record(&here, &answers(3)));
    assert!(there.effects.contains(&Effect::Restore(kept())));
    there.visit("/first-day/debrief");
    assert!(there.text().contains("You named turn 1."), "it can be looked back on");

    let before = there.effects.len();
    open(&mut there, &file);
    assert!(there.text().contains("No entry of the file is new here.") && there.text().contains("Already here: 1 conversation,"));
    assert!(!there.effects[before..].iter().any(|effect| matches!(effect, Effect::Replace(_) | Effect::Keep(_))));
}

#[test]
fn nothing_of_the_device_is_lost_by_a_file() {
    let (_, file) = save(&mut practised(Language::ZhHans));
    let own =
        Entry { at: NOON - 999_990, deed: Deed::Wrote(Day { day: 20_700, noticed: "自己的".to_owned(), ..Day::default() }) };
    let mut there = Learner::with_record(Language::ZhHans, std::slice::from_ref(&own));
    open(&mut there, &file);
    assert!(there.text().contains("补上了 1 场对话、3 次小练习作答、1 天周记、1 条其他记录。"), "{}", there.text());
    let record = record(&there, std::slice::from_ref(&own));
    assert!(record.entries().contains(&own) && record.entries().len() == 7);
    assert_eq!(record.drilled().count(), 3, "though one was noted in the same millisecond");
}

#[test]
fn a_file_that_cannot_be_read_changes_nothing_and_says_why() {
    let mut learner = Learner::with_record(Language::En, &answers(2));
    let (_, file) = save(&mut practised(Language::En));
    let cases = [
        (file[..file.len() / 2].to_owned(), "line 1, column"),
        ("{}".to_owned(), "something else"),
        (file.replacen("\"format\":1", "\"format\":2", 1), "newer version"),
    ];
    for (file, why) in cases {
        open(&mut learner, &file);
        assert!(learner.text().contains(why), "{why}: {}", learner.text());
        assert!(learner.effects.is_empty() && learner.text().contains("2 drill answers, about"));
    }
    open(&mut learner, &file.replacen("\"right\"", "\"wrong\"", 1));
    let told = "Added: 1 conversation, 1 drill answer, 1 journal day, 1 other note.\nAlready here: 1 drill answer.\n1 entry could not be read";
    assert!(learner.text().contains(told), "{}", learner.text());
}

#[test]
fn only_the_third_press_clears() {
    for (language, buttons) in [
        (Language::En, ["Clear everything", "Go on without", "Yes, forget", "Keep everything", "Save to a file first"]),
        (Language::ZhHans, ["全部清空", "不存，接着清空", "对，忘掉", "全都留着", "先存成文件"]),
    ] {
        let [clear, go_on, forget, keep, save_first] = buttons;
        let mut learner = Learner::with_record(language, &answers(12));
        learner.visit("device");
        learner.press(clear);
        assert!(learner.text().contains("12 drill answers") || learner.text().contains("12 次小练习作答"), "{}", learner.text());
        assert!(matches!(learner.view.as_ref().unwrap().focus, Focus::Control(_)));
        learner.press(save_first);
        learner.tell(Event::Kept(kept()));
        assert!(matches!(learner.effects.last(), Some(Effect::Download { .. })));
        learner.press(go_on);
        let labels = learner.buttons();
        assert!(!labels.iter().any(|label| label.starts_with(go_on) || label.starts_with(clear)), "{labels:?}");
        learner.press(keep);
        assert!(learner.buttons().iter().any(|label| label.starts_with(clear)), "back at the start");
        learner.press(clear);
        learner.press(go_on);
        learner.visit("journal");
        learner.visit("device");
        assert!(!learner.buttons().iter().any(|label| label.starts_with(forget)), "leaving cancels");
        assert!(!learner.effects.contains(&Effect::Clear));
        learner.press(clear);
        learner.press(go_on);
        learner.press(forget);
        assert_eq!(learner.effects.last(), Some(&Effect::Clear));
        assert!(!learner.text().contains("12"), "{}", learner.text());
    }
}

#[test]
fn pressing_twice_by_mistake_clears_nothing() {
    let mut learner = Learner::with_record(Language::En, &answers(1));
    learner.visit("device");
    learner.press("Clear everything");
    for expected in ["Save to a file first", "Keep everything"] {
        let Focus::Control(focus) = learner.view.as_ref().unwrap().focus else { panic!() };
        learner.tell(Event::Control(focus, Given::Nothing));
        assert!(!learner.effects.contains(&Effect::Clear), "the one in focus was {expected}");
        learner.visit("device");
        learner.press("Clear everything");
        learner.press("Go on without");
    }
}

#[test]
fn years_of_practice_are_read_and_shown() {
    let mut here = practised(Language::En);
    let (_, small) = save(&mut here);
    let contents = ninesteps::record::file::read(small.as_bytes(), NOON + 10_000_000).unwrap();
    let played = contents.entries.iter().find(|entry| matches!(entry.deed, Deed::Played(_))).unwrap();
    let talks = (0..500).map(|n| Entry { at: n + 1, deed: played.deed.clone() });
    let large = Record::new(talks.chain(answers(5_000)));
    let file = ninesteps::record::file::write("2026-11-22", &large, &kept());
    let mut there = Learner::new(Language::En);
    open(&mut there, &file);
    assert!(there.text().contains("Added: 500 conversations, 5000 drill answers."), "{}", there.text());
    assert_eq!(record(&there, &[]).entries().len(), 5_500);
}
