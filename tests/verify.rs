//! `ninesteps verify`, as whoever collects results meets it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod command;

use command::{Run, folder, ninesteps, root};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Where the results below were played; reading all customers takes its time.
const CUSTOMER: &str = "scenarios/en/first-day.toml";

/// An honest result of the first customer: 100%, signed, seven turns.
fn honest() -> Value {
    serde_json::from_str(&fs::read_to_string(root().join("tests/golden/first-day.best.json")).unwrap()).unwrap()
}

fn store(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

/// Checks one result.
fn verified(name: &str, attempt: &str) -> Run {
    let path = store(&folder(&format!("verify-{name}")), "result.json", attempt);
    ninesteps(&["verify", path.to_str().unwrap(), "--scenarios", CUSTOMER])
}

/// The same in Chinese.
fn verified_in_chinese(name: &str, attempt: &str) -> Run {
    let path = store(&folder(&format!("verify-zh-{name}")), "result.json", attempt);
    ninesteps(&["--language", "zh-Hans", "verify", path.to_str().unwrap(), "--scenarios", CUSTOMER])
}

/// Checks in both languages that a result is refused with these words.
fn refused(name: &str, attempt: &Value, english: &str, chinese: &str) {
    let attempt = attempt.to_string();
    for (run, words) in [(verified(name, &attempt), english), (verified_in_chinese(name, &attempt), chinese)] {
        assert_eq!(run.code, 1, "{}{}", run.out, run.err);
        assert!(run.out.contains(words), "{}", run.out);
    }
}

#[test]
fn an_honest_result_holds_and_is_said_to_prove_only_the_arithmetic() {
    let run = verified("honest", &honest().to_string());
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("result.json: holds. 100%, \"Signed\".\n"), "{}", run.out);
    assert!(run.out.ends_with("The file holds.\nA replay proves the arithmetic, not who played.\n"), "{}", run.out);
    let run = verified_in_chinese("honest", &honest().to_string());
    assert_eq!(run.code, 0);
    assert!(run.out.contains("result.json：算数。100%，“签了”。\n") && run.out.contains("证明不了是谁在玩"), "{}", run.out);
}

#[test]
fn a_claimed_score_that_the_choices_do_not_earn_is_found_out() {
    let mut attempt: Value =
        serde_json::from_str(&fs::read_to_string(root().join("tests/golden/first-day.middling.json")).unwrap()).unwrap();
    let earned = attempt["claim"]["score"].as_u64().unwrap();
    let shown = format!("{}.{:02}%", earned / 100, earned % 100);
    attempt["claim"] = json!({ "score": 9900, "outcome": "signed" });
    refused(
        "score",
        &attempt,
        &format!("edited. It claims 99%, \"Signed\"; its choices come to {shown}, \"Not yet"),
        &format!("改过。上面写的是99%，“签了”；照它的选择走下来，是{shown}"),
    );
}

#[test]
fn a_claimed_outcome_that_did_not_happen_is_found_out() {
    let mut attempt = honest();
    attempt["claim"]["outcome"] = json!("renewed");
    refused("outcome", &attempt, "It claims 100%, \"Renewed\"; its choices come to 100%, \"Signed\"", "“续约了”");
}

#[test]
fn a_choice_that_nobody_could_make_is_found_out() {
    let mut attempt = honest();
    attempt["choices"][2] = json!([11]);
    refused("choice", &attempt, "edited. The choice of turn 3 was not on offer", "改过。第 3 轮选的那一句，当时选不了");
}

#[test]
fn an_unfinished_conversation_is_told_apart_from_fraud() {
    let mut attempt = honest();
    attempt["choices"].as_array_mut().unwrap().truncate(4);
    attempt["claim"] = Value::Null;
    refused("unfinished", &attempt, "unfinished. After 4 turns", "没谈完。走了 4 轮");
    attempt["claim"] = honest()["claim"].clone();
    refused("claimed-early", &attempt, "its choices do not reach an end", "还没谈完");
}

#[test]
fn a_finished_conversation_that_claims_nothing_holds() {
    let mut attempt = honest();
    attempt["claim"] = Value::Null;
    let run = verified("no-claim", &attempt.to_string());
    assert_eq!(run.code, 0);
    assert!(run.out.contains("holds. 100%"), "{}", run.out);
}

#[test]
fn what_was_played_on_from_another_conversation_is_said_to_be_practice() {
    let mut attempt = honest();
    attempt["fork"] = json!(3);
    let run = verified("fork", &attempt.to_string());
    assert!(run.out.contains("holds. 100%, \"Signed\". It was played on from another conversation"), "{}", run.out);
    assert!(verified_in_chinese("fork", &attempt.to_string()).out.contains("只算练习"));
}

#[test]
fn a_result_of_other_rules_is_another_version() {
    let mut attempt = honest();
    attempt["hashes"]["rules"] = json!("0".repeat(64));
    refused("version", &attempt, "other version.", "版本不同。");
}

#[test]
fn a_result_of_a_customer_who_is_not_at_hand_is_unknown() {
    let mut attempt = honest();
    attempt["scenario"] = json!("somebody-else");
    refused("stranger", &attempt, "unknown.", "无从查起。");
}

#[test]
fn other_words_and_the_twin_in_the_other_language_still_hold() {
    let here = folder("verify-wording");
    let source = fs::read_to_string(root().join(CUSTOMER)).unwrap();
    let changed = source.replace("title = \"First day\"", "title = \"The first day\"");
    assert_ne!(source, changed);
    store(&here, "first-day.toml", &changed);
    for scenarios in [here.to_str().unwrap(), "scenarios/zh-Hans/first-day.toml"] {
        let run = ninesteps(&["verify", "tests/golden/first-day.best.json", "--scenarios", scenarios]);
        assert_eq!(run.code, 0, "{}{}", run.out, run.err);
        assert!(run.out.contains("holds, with other words than the scenario has here. 100%"), "{}", run.out);
    }
}

#[test]
fn what_is_no_result_is_unreadable_with_its_place() {
    let text = honest().to_string();
    let torn = text.get(..text.len() / 2).unwrap();
    for (run, words) in [(verified("torn", torn), "unreadable."), (verified_in_chinese("torn", torn), "读不出来。")] {
        assert_eq!(run.code, 1);
        assert!(run.out.contains(words) && run.out.contains(&torn.len().to_string()), "{}", run.out);
    }
    let mut attempt = honest();
    attempt["format"] = json!(2);
    refused("format", &attempt, "of format 2, which this version does not know", "第 2 版格式");
}

#[test]
fn a_folder_of_results_is_gone_through_and_counted() {
    let here = folder("verify-several");
    let deeper = here.join("monday");
    fs::create_dir(&deeper).unwrap();
    let mut edited = honest();
    edited["claim"]["score"] = json!(1);
    store(&here, "anna.json", &honest().to_string());
    store(&deeper, "ben.json", &edited.to_string());
    store(&deeper, "notes.txt", "not a result");
    let run = ninesteps(&["verify", here.to_str().unwrap(), "--scenarios", "scenarios/en"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("anna.json: holds") && run.out.contains("ben.json: edited"), "{}", run.out);
    assert!(run.out.contains("1 of 2 files holds.") && !run.out.contains("notes"), "{}", run.out);

    let run = ninesteps(&["verify", here.to_str().unwrap(), "--scenarios", CUSTOMER, "--format", "json"]);
    assert_eq!(run.code, 1);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert!(told["note"].as_str().unwrap().contains("not who played"));
    let [anna, ben] = told["attempts"].as_array().unwrap().as_slice() else { panic!("{told}") };
    assert_eq!((&anna["verdict"], &anna["holds"], &anna["scenario"]), (&json!("holds"), &json!(true), &json!("first-day")));
    assert_eq!((&ben["verdict"], &ben["holds"]), (&json!("edited"), &json!(false)));
    assert_eq!((&ben["claimed"]["score"], &ben["replayed"]["score"]), (&json!(1), &json!(10_000)));
}

#[test]
fn what_cannot_be_checked_at_all_is_another_exit_code() {
    let here = folder("verify-nothing");
    let empty = here.to_str().unwrap();
    for arguments in [
        ["verify", "no-such-file.json", "--scenarios", CUSTOMER],
        ["verify", empty, "--scenarios", CUSTOMER],
        ["verify", "tests/golden", "--scenarios", empty],
    ] {
        let run = ninesteps(&arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(!run.err.is_empty());
    }
}

#[test]
fn a_scenario_with_problems_is_named_and_left_out() {
    let here = folder("verify-broken");
    store(&here, "first-day.toml", "format = 1\n");
    let run = ninesteps(&["verify", "tests/golden/first-day.best.json", "--scenarios", here.to_str().unwrap()]);
    assert_eq!(run.code, 1);
    assert!(run.err.contains("first-day.toml has problems and is left out"), "{}", run.err);
    assert!(run.out.contains("unknown."), "{}", run.out);
}
