//! The weekly journal, as the learner sees it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

mod learner;

use learner::{Learner, NOON, first};
use ninesteps::analysis::Search;
use ninesteps::language::Language;
use ninesteps::record::{Day, Deed, Entry, LONGEST_TEXT};
use ninesteps::score::Scorecard;
use ninesteps::screens::{Effect, Focus, Given};
use ninesteps::session::{Mode, Session, rules};

/// 2026-11-22, a Sunday.
const TODAY: i32 = 20_779;
const DAY: u64 = 24 * 60 * 60 * 1000;

fn wrote(day: i32, setback: &str) -> Entry {
    let ago = u64::try_from(TODAY - day).unwrap();
    Entry { at: NOON - ago * DAY, deed: Deed::Wrote(Day { day, setback: setback.to_owned(), ..Day::default() }) }
}

fn written(learner: &Learner) -> Vec<Day> {
    let days = learner.effects.iter().filter_map(|effect| match effect {
        Effect::Keep(Entry { deed: Deed::Wrote(day), .. }) => Some(day.clone()),
        _ => None,
    });
    days.collect()
}

fn downloaded(learner: &Learner) -> (String, String) {
    match learner.effects.last() {
        Some(Effect::Download { name, text }) => (name.clone(), text.clone()),
        other => panic!("{other:?}"),
    }
}

fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

#[test]
fn what_is_typed_is_kept_once_and_read_again_the_next_day() {
    let mut learner = Learner::new(Language::En);
    learner.visit("journal");
    assert!(learner.text().contains("Today · Sunday, 22 November") && learner.text().contains("16 to 22 November 2026"));
    learner.give("A setback", text("He left.\n\u{1b}[31mI said nothing."));
    assert!(learner.text().contains("Kept on this device."));
    learner.give("A success", text("She called back."));
    learner.give("A success", text(" She called back. "));
    assert!(!learner.text().contains("Kept on this device."), "said once");
    let day = Day { day: TODAY, setback: "He left.\n[31mI said nothing.".to_owned(), ..Day::default() };
    assert_eq!(written(&learner), [day.clone(), Day { success: "She called back.".to_owned(), ..day }]);

    learner.clock.now += DAY;
    learner.visit("journal");
    assert!(learner.text().contains("Today · Monday, 23 November"));
    learner.press("Week before");
    assert!(learner.text().contains("He left.\n[31mI said nothing.\nSuccess\nShe called back."), "{}", learner.text());
}

#[test]
fn an_earlier_day_can_be_mended_and_a_day_to_come_is_not_offered() {
    let mut learner = Learner::with_record(Language::En, &[wrote(TODAY - 3, "Too fast."), wrote(TODAY - 30, "Old.")]);
    learner.clock.now -= DAY;
    learner.visit("journal");
    assert!(!learner.text().contains("Sunday, 22 November"), "tomorrow");
    learner.press("Edit Thursday, 19 November");
    let view = learner.view.clone().unwrap();
    assert!(matches!(view.focus, Focus::Control(_)));
    learner.give("A setback", text("Too fast, and too loud."));
    assert_eq!(written(&learner).last().map(|day| day.day), Some(TODAY - 3));
    learner.press("Friday, 20 November");
    assert!(learner.text().contains("Too fast, and too loud."), "{}", learner.text());

    learner.press("Week before");
    assert!(learner.text().contains("Old.") && learner.text().contains("19 to 25 October 2026"), "{}", learner.text());
    learner.press("Week after");
    assert!(learner.text().contains("16 to 22 November 2026"));
}

#[test]
fn a_text_that_is_too_long_is_cut_and_it_is_said() {
    let mut learner = Learner::new(Language::ZhHans);
    learner.visit("journal");
    learner.give("看到的", text(&"谈".repeat(LONGEST_TEXT + 1)));
    assert_eq!(written(&learner)[0].noticed.chars().count(), LONGEST_TEXT);
    assert!(learner.text().contains("超过 5000 字的部分没有留下"), "{}", learner.text());
}

#[test]
fn the_day_is_told_from_the_record() {
    let mut learner = Learner::new(Language::En);
    learner.visit("journal");
    assert!(learner.text().contains("No conversation here."));
    let last = |session: &Session| rules::choices(session.scenario(), session.state()).into_iter().next_back().unwrap();
    let attempt = learner.play("first-day", 1, Mode::Exam, last);
    learner.play("first-day", 2, Mode::Exam, first);
    let played: Vec<Entry> = learner
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Keep(entry) => Some(entry.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(played.len(), 2);
    // The costliest turn of both, found without the journal's own figures.
    let mut costs = Vec::new();
    for entry in &played {
        let Deed::Played(played) = &entry.deed else { panic!() };
        let pack = learner.pack("first-day");
        let session = Session::replay(pack.scenario.clone(), played.attempt.seed, &played.attempt.choices).unwrap();
        let values = Search::new(pack.scenario.clone()).finish().unwrap();
        let card = Scorecard::of(&session, &values).unwrap();
        costs.extend(card.reviews.iter().zip(1..).map(|(review, turn)| (review.cost, turn, entry.at)));
    }
    let most = costs.iter().fold(costs[0], |most, cost| if cost.0 > most.0 + 1e-9 { *cost } else { most });

    learner.visit("journal");
    let title = learner.pack("first-day").scenario.title.clone();
    let nudge = format!(
        "Turn {} of \u{201c}{title}\u{201d} gave away most: what would you say now? <#/first-day/debrief/{}>",
        most.1, most.2
    );
    assert!(learner.text().contains(&nudge), "{nudge}\n{}", learner.text());
    assert!(learner.text().contains(&format!("<#/first-day/debrief/{}>", played[1].at)), "{attempt:?}");
    learner.language = Language::ZhHans;
    learner.visit("journal");
    assert!(learner.text().contains(&format!("第 {} 轮丢得最多", most.1)) && learner.text().contains("今天 · 11月22日周日"));

    learner.clock.now += DAY;
    learner.visit("journal");
    assert!(learner.text().contains("没在这里练"), "another day");
}

#[test]
fn the_file_has_every_week_and_no_text_in_it_can_act() {
    let hostile = "# not a heading\n- [x](javascript:alert(1)) <img src=x onerror=alert(1)>\n1. `rm` | a";
    let mut learner = Learner::with_record(Language::En, &[wrote(TODAY - 30, "Old."), wrote(TODAY - 1, hostile)]);
    learner.visit("journal");
    learner.press("The whole journal");
    let (name, whole) = downloaded(&learner);
    assert_eq!(name, "ninesteps-journal-2026-11-22.md");
    assert_eq!(
        whole,
        r"# Weekly journal

## 19 to 25 October 2026

### Friday, 23 October

**Setback**

> Old.

## 16 to 22 November 2026

### Saturday, 21 November

**Setback**

> \# not a heading
>
> \- \[x\](javascript:alert(1)) \<img src=x onerror=alert(1)\>
>
> 1\. \`rm\` \| a
"
    );
    learner.press("Only 16 to 22 November 2026");
    let (name, week) = downloaded(&learner);
    assert_eq!(name, "ninesteps-journal-week-2026-11-16.md");
    assert!(week.contains("not a heading") && !week.contains("Old."));
}
