//! `ninesteps explain`, and the pages it shows: each code has its section, and each
//! example does what the section says of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod command;

use command::{ninesteps, root};
use ninesteps::analysis::Player;
use ninesteps::check::{Difference, Proof, Smell};
use ninesteps::i18n::explanations::{self, Section};
use ninesteps::language::Language;
use ninesteps::method::{self, Method};
use ninesteps::scenario;
use std::collections::BTreeSet;
use std::fs;
use std::rc::Rc;

/// Too large for an example, or nothing that a page could show.
const SHOWN_IN_WORDS: [&str; 6] =
    ["too-large", "not-utf8", "control-character", "too-many-replies", "too-many-scenes", "no-scene"];

/// A scenario in which an example can stand.
const SCENARIO: &str = r#"
format = 1
id = "flower-van"
language = "en"
title = "The florist with the bicycle"
summary = "A busy flower shop."
method = "nine-steps"
level = 1
minutes = 2

[customer]
name = "Ms Adler"
role = "owner of a flower shop"

[briefing]
aim = "Leave with her signature."

[meters.trust]
name = "Trust"
start = 4

[[scene]]
id = "midday"
moment = "need-unknown"
says = "Four a bunch."
[[scene.reply]]
say = "Shall the van come on Monday?"
next = "not-today"

[[ending]]
id = "signed"
outcome = "signed"
says = "There."
[ending.broken]
cancelled = "I have cancelled it."

[[ending]]
id = "not-today"
outcome = "nurture"
says = "Not today."
"#;

/// A method in which an example can stand; its last moment takes judgements.
const METHOD: &str = r#"
format = 1
id = "small"
name = { en = "Small", zh-Hans = "小" }
[default]
worth = 1
why = { en = "Decent.", zh-Hans = "不算错。" }
[[step]]
id = "probe"
name = { en = "Probe", zh-Hans = "细问" }
principle = { en = "First let them talk.", zh-Hans = "先让客户讲。" }
source = "house rule"
[[move]]
id = "pitch"
name = { en = "Pitch", zh-Hans = "自说自话" }
definition = { en = "Tells features.", zh-Hans = "讲功能。" }
[[moment]]
id = "point-unclear"
step = "probe"
name = { en = "Point unclear", zh-Hans = "一点未清" }
definition = { en = "Two readings.", zh-Hans = "两种意思。" }
[[moment]]
id = "need-unknown"
step = "probe"
name = { en = "Need unknown", zh-Hans = "需求未明" }
definition = { en = "Not known yet.", zh-Hans = "还不知道。" }
"#;

fn codes_in_source() -> Vec<String> {
    let source = fs::read_to_string(root().join("src/diagnostic.rs")).unwrap();
    let body = source.split("pub const fn code").nth(1).unwrap().split("\n    }\n").next().unwrap();
    body.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// One of each smell.
fn smells() -> Vec<Smell> {
    let (scene, scenes) = (String::new, Vec::new);
    vec![
        Smell::SceneUnreachable { scene: scene() },
        Smell::ReplyUnreachable { scene: scene() },
        Smell::EndingUnreachable { ending: String::new() },
        Smell::DeadEnd { scene: scene() },
        Smell::PatienceLoop { scenes: scenes() },
        Smell::NoImpatient,
        Smell::StepUnreached { step: String::new() },
        Smell::StepsUnused { steps: Vec::new() },
        Smell::SameWorth { scene: scene(), worth: 0 },
        Smell::NoGoodReply { scene: scene() },
        Smell::NoWeakReply { scene: scene() },
        Smell::Unjudged { scene: scene() },
        Smell::UnlistedMove { mov: String::new(), moment: String::new() },
        Smell::NoOwnWhy { worth: 0, method: 0 },
        Smell::LongestIsBest { count: 0, of: 0, scenes: scenes() },
        Smell::SamePlace { place: 0, count: 0, of: 0 },
        Smell::UnevenReplies { scene: scene(), longest: 0, shortest: 0 },
        Smell::LongLine { scene: scene(), load: 0, limit: 0, language: Language::En },
        Smell::LongReply { load: 0, limit: 0, language: Language::En },
        Smell::Todo { scene: scene() },
        Smell::NaivePlayer { player: Player::First, skill: 0.0 },
        Smell::NothingToWin,
        Smell::ManyStates { states: None },
        Smell::NotExact,
        Smell::TwinDiffers { file: String::new(), difference: Difference::Frame { key: "scene" } },
    ]
}

/// The sections of the problems, which are the first part of the page.
fn problems(language: Language) -> Vec<Section> {
    explanations::parts(language).swap_remove(0).sections
}

/// The sections of the warnings, which are the second.
fn warnings(language: Language) -> Vec<Section> {
    explanations::parts(language).swap_remove(1).sections
}

/// The kind and the text of each example of a section.
fn examples(section: &Section) -> Vec<(String, String)> {
    let fences: Vec<&str> = section.text.split("```").collect();
    assert_eq!(fences.len() % 2, 1, "{}: an example is not closed", section.code);
    let inside = fences.iter().skip(1).step_by(2);
    inside.map(|example| example.split_once('\n').unwrap()).map(|(kind, text)| (kind.to_owned(), text.to_owned())).collect()
}

/// A piece of TOML from one heading to the next; the first has none.
fn blocks(toml: &str) -> Vec<String> {
    let mut blocks = vec![String::new()];
    for line in toml.lines() {
        if line.starts_with('[') {
            blocks.push(String::new());
        }
        *blocks.last_mut().unwrap() += &format!("{line}\n");
    }
    blocks
}

fn heading(block: &str) -> &str {
    block.lines().next().unwrap_or_default()
}

fn key(line: &str) -> &str {
    line.split(['=', '＝']).next().unwrap().trim()
}

fn id(block: &str) -> Option<&str> {
    block.lines().find(|line| key(line) == "id")
}

/// Scenes, endings and the like, each with what stands below it: whole groups.
fn groups(blocks: &[String]) -> Vec<Vec<String>> {
    let mut groups: Vec<Vec<String>> = Vec::new();
    for block in blocks {
        let below = heading(block).trim_matches(['[', ']']).contains('.') && !heading(block).starts_with("[meters");
        let below = below && !heading(block).starts_with("[promises");
        match groups.last_mut() {
            Some(group) if below => group.push(block.clone()),
            _ => groups.push(vec![block.clone()]),
        }
    }
    groups
}

/// An example put into a file: what it names replaces what the file has of the same
/// name; a reply or a judgement alone goes to the end of the last scene or moment.
fn inside(base: &str, example: &str) -> String {
    let example = blocks(example);
    let base = blocks(base);
    let (own_root, base_root) = (&example[0], &base[0]);
    let named: BTreeSet<&str> = own_root.lines().map(key).filter(|key| !key.is_empty()).collect();
    let mut file: String = base_root.lines().filter(|line| !named.contains(key(line))).map(|line| format!("{line}\n")).collect();
    file += own_root;
    let (loose, whole): (Vec<_>, Vec<_>) = groups(&example[1..])
        .into_iter()
        .partition(|group| ["[[scene.reply]]", "[[moment.judgement]]"].contains(&heading(&group[0])));
    let sections = groups(&base[1..]);
    let last_of_list = sections.iter().rposition(|group| ["[[scene]]", "[[moment]]"].contains(&heading(&group[0])));
    for (at, group) in sections.iter().enumerate() {
        let head = heading(&group[0]);
        let replaced =
            whole.iter().any(|own| heading(&own[0]) == head && (!head.starts_with("[[") || id(&own[0]) == id(&group[0])));
        if !replaced {
            file += &group.concat();
        }
        if Some(at) == last_of_list {
            file += &loose.concat().concat();
        }
    }
    file + &whole.concat().concat()
}

/// The shipped method, and two that speak one language each.
fn methods() -> [Method; 3] {
    let shipped = method::parse(&fs::read_to_string(root().join("scenarios/methods/nine-steps.toml")).unwrap()).0.unwrap();
    let only = |language: Language, id: &str| Method { id: id.to_owned(), languages: vec![language], ..shipped.clone() };
    let (chinese, english) = (only(Language::ZhHans, "only-chinese"), only(Language::En, "only-english"));
    [shipped, chinese, english]
}

/// The codes of the problems that a file has, as a scenario or as a method.
fn found(example: &str) -> BTreeSet<&'static str> {
    let problems = if ["[[moment.judgement]]", "[[drill]]"].iter().any(|heading| example.contains(heading)) {
        method::parse(&inside(METHOD, example)).1
    } else {
        scenario::parse(&inside(SCENARIO, example), &methods().each_ref()).1
    };
    problems.iter().map(|problem| problem.fault.code()).collect()
}

/// The codes of all that smells of a scenario.
fn smelt(language: Language, example: &str) -> BTreeSet<&'static str> {
    let methods = methods();
    let language = format!("language = \"{}\"", language.tag());
    let (scenario, problems) =
        scenario::parse(&inside(&SCENARIO.replace("language = \"en\"", &language), example), &methods.each_ref());
    assert_eq!(problems, [], "{example}");
    let proof = Proof::of(&Rc::new(scenario.unwrap()), &methods[0]).unwrap();
    proof.smells.iter().map(|smelt| smelt.smell.code()).collect()
}

#[test]
fn the_files_in_which_examples_stand_are_sound() {
    assert_eq!(found(""), BTreeSet::new());
    assert_eq!(method::parse(METHOD).1, []);
}

#[test]
fn every_code_is_explained_in_both_languages_in_the_same_order() {
    for language in Language::ALL {
        let explained: Vec<&str> = problems(language).iter().map(|section| section.code).collect();
        assert_eq!(explained, codes_in_source(), "{language:?}: docs/problems has a section for each code of Fault::code");
        let explained: Vec<&str> = warnings(language).iter().map(|section| section.code).collect();
        assert_eq!(explained, Smell::CODES, "{language:?}: docs/problems has a section for each code of Smell::code");
        assert_eq!(explanations::parts(language).len(), 2);
    }
}

#[test]
fn every_section_says_what_is_wrong_shows_it_and_gives_the_reason() {
    for (language, labels) in [(Language::En, ["Wrong:", "Right:", "Why: "]), (Language::ZhHans, ["错：", "对：", "为什么："])]
    {
        let shown = |section: &Section| labels.map(|label| section.text.matches(&format!("\n{label}")).count());
        for section in problems(language).iter().chain(&warnings(language)) {
            let code = section.code;
            assert!(section.brief().ends_with(['.', '。']), "{code}: begin with one sentence");
            assert_eq!(section.text.lines().nth(1), Some(""), "{code}: the first sentence stands alone");
        }
        for section in problems(language) {
            assert_eq!(shown(&section), [1, 1, 1], "{}", section.code);
        }
        // What only shows in a whole scenario or a whole folder is told in words.
        for section in warnings(language) {
            assert!([[0, 0, 1], [1, 1, 1]].contains(&shown(&section)), "{}", section.code);
        }
    }
}

#[test]
fn every_warning_says_whether_it_is_a_gate() {
    let smells = smells();
    assert_eq!(smells.iter().map(Smell::code).collect::<Vec<_>>(), Smell::CODES);
    for (language, gate, warning) in [
        (
            Language::En,
            "\nGate: `check --publish` does not let this pass.\n",
            "\nOnly a warning: you may publish it like this.\n",
        ),
        (Language::ZhHans, "\n是一关：改好之前，`check --publish` 不放行。\n", "\n只是提醒：不改也能发布。\n"),
    ] {
        for (section, smell) in warnings(language).iter().zip(&smells) {
            let said = [gate, warning].map(|text| section.text.contains(text));
            assert_eq!(said, [smell.is_gate(), !smell.is_gate()], "{}, {language:?}", section.code);
        }
    }
}

#[test]
fn wrong_examples_of_warnings_smell_and_right_ones_do_not() {
    for language in Language::ALL {
        for section in warnings(language) {
            let code = section.code;
            let examples = examples(&section);
            if let [(kind, wrong), (_, right)] = examples.as_slice()
                && kind == "toml"
            {
                assert!(smelt(language, wrong).contains(code), "{code}, {language:?}: the wrong example");
                assert!(!smelt(language, right).contains(code), "{code}, {language:?}: the right example");
            }
        }
    }
}

#[test]
fn wrong_examples_are_wrong_in_this_way_and_right_ones_are_right() {
    for language in Language::ALL {
        for section in problems(language) {
            let code = section.code;
            let examples = examples(&section);
            let kind = if SHOWN_IN_WORDS.contains(&code) { "text" } else { "toml" };
            let [(wrong_kind, wrong), (right_kind, right)] = examples.as_slice() else { panic!("{code}: two examples") };
            assert_eq!((wrong_kind.as_str(), right_kind.as_str()), (kind, kind), "{code}");
            if kind == "toml" {
                assert_eq!(found(wrong), [code].into(), "{code}, {language:?}: the wrong example");
                assert_eq!(found(right), BTreeSet::new(), "{code}, {language:?}: the right example");
            }
        }
    }
}

#[test]
fn a_code_is_explained_in_the_language_of_the_user() {
    let run = ninesteps(&["explain", "no-such"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert!(run.out.starts_with("no-such\n\nA name is used that nothing has.\n"), "{}", run.out);
    assert!(run.out.contains("\n    next = \"mid-day\"\n") && !run.out.contains("```"), "{}", run.out);
    let run = ninesteps(&["--language", "zh-Hans", "explain", "no-such"]);
    assert!(run.out.starts_with("no-such\n\n用了一个谁也没有的名字。\n"), "{}", run.out);
}

#[test]
fn all_codes_are_listed_with_their_first_sentence() {
    for (language, sentence) in [("en", "A name is used that nothing has."), ("zh-Hans", "用了一个谁也没有的名字。")]
    {
        let run = ninesteps(&["--language", language, "explain"]);
        assert_eq!(run.code, 0);
        for code in codes_in_source().iter().map(String::as_str).chain(Smell::CODES) {
            assert!(run.out.lines().any(|line| line.starts_with(&format!("  {code} "))), "{code} is not listed");
        }
        assert!(run.out.lines().any(|line| line.starts_with("  no-such ") && line.ends_with(sentence)), "{}", run.out);
    }
}

#[test]
fn a_warning_is_explained_too() {
    for (language, sentence) in [("en", "Nobody ever comes to this scene."), ("zh-Hans", "怎么走都到不了这个场面。")]
    {
        for code in Smell::CODES {
            assert_eq!(ninesteps(&["--language", language, "explain", code]).code, 0, "{code}");
        }
        let run = ninesteps(&["--language", language, "explain", "scene-unreachable"]);
        assert!(run.out.starts_with(&format!("scene-unreachable\n\n{sentence}\n")), "{}", run.out);
    }
}

#[test]
fn a_mistyped_code_is_answered_with_the_nearest() {
    let run = ninesteps(&["explain", "no-sush"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("Did you mean `no-such`?"), "{}", run.err);
    let run = ninesteps(&["--language", "zh-Hans", "explain", "something-else"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("没有叫“something-else”的问题"), "{}", run.err);
}
