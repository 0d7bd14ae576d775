//! `ninesteps play`, as somebody at a terminal meets it: typed lines go in, and
//! what is shown comes out.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod command;

use command::{Run, fresh_file, ninesteps_in, root};
use ninesteps::method;
use ninesteps::pack::Pack;
use ninesteps::scenario;
use ninesteps::session::Attempt;
use std::fs;
use std::path::Path;

fn play(scenario: &str, options: &[&str], typed: &str) -> Run {
    let arguments: Vec<&str> = ["play", scenario].iter().chain(options).copied().collect();
    ninesteps_in(&root(), &arguments, typed)
}

const FIRST_DAY: &str = "scenarios/en/first-day.toml";
const FIRST_DAY_CHINESE: &str = "scenarios/zh-Hans/first-day.toml";
/// Enough for every conversation: what is left over is not read.
const ALWAYS_FIRST: &str = "1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n1\n";

#[test]
fn a_coached_conversation_in_english() {
    let ran = play(FIRST_DAY, &["--seed", "7", "--coached", "--language", "en"], ALWAYS_FIRST);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn an_exam_in_chinese() {
    let ran = play(FIRST_DAY_CHINESE, &["--seed", "7", "--language", "zh-Hans"], ALWAYS_FIRST);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!(ran.out);
}

#[test]
fn the_customer_keeps_their_language_and_the_command_the_users() {
    let ran = play(FIRST_DAY_CHINESE, &["--language", "en"], "x\n");
    assert!(ran.out.contains("这次见面的目标"));
    assert!(ran.out.contains("\"x\" is not on offer"));
}

#[test]
fn what_was_mistyped_is_asked_for_again() {
    let small_kitchen = "scenarios/en/small-kitchen.toml";
    let ran = play(small_kitchen, &["--seed", "7", "--language", "en"], "9 1 2\n\n1 1 2\n２、１，３\nq\n");
    assert!(ran.out.contains("\"9\" is not on offer: there are 1 to 7."));
    assert!(ran.out.contains("Type the number of a reply."));
    assert!(ran.out.contains("Choose 3 different ones; you named 2."));
    assert!(ran.out.contains("You left after 1 turn"));
    assert_eq!(ran.code, 0);
}

#[test]
fn a_turning_point_is_asked_for_until_it_is_a_turn_or_skipped() {
    let eight_turns = "1\n".repeat(8);
    let ran = play(FIRST_DAY, &["--seed", "7", "--language", "en"], &format!("{eight_turns}9\n1 2\n4\n"));
    assert!(ran.out.contains("\"9\" is no turn: there are 1 to 8."));
    assert!(ran.out.contains("\"1 2\" is no turn"));
    assert!(ran.out.contains("You named turn 4. The figures agree."));
    for skipped in ["\n", ""] {
        let ran = play(FIRST_DAY, &["--seed", "7", "--language", "en"], &format!("{eight_turns}{skipped}"));
        assert!(ran.out.contains("The turning point was turn 4") && !ran.out.contains("You named"));
    }
}

#[test]
fn leaving_and_the_end_of_the_input_are_no_failure() {
    for typed in ["", "q\n", "Q"] {
        let ran = play(FIRST_DAY, &["--language", "en"], typed);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains("You left before saying a word."));
    }
}

#[test]
fn without_a_seed_the_one_taken_is_told() {
    let ran = play(FIRST_DAY, &["--language", "en"], "");
    let seed = ran.out.split("--seed ").nth(1).unwrap().split_whitespace().next().unwrap();
    assert_eq!(play(FIRST_DAY, &["--language", "en", "--seed", seed], "").out, ran.out);
}

#[test]
fn a_saved_attempt_can_be_played_again() {
    let path = fresh_file("finished.json");
    let ran = play(FIRST_DAY, &["--seed", "7", "--save", path.to_str().unwrap()], ALWAYS_FIRST);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let attempt = Attempt::from_json(fs::read_to_string(path).unwrap()).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |path: &str| fs::read_to_string(root.join(path)).unwrap();
    let method = method::parse(&read("scenarios/methods/nine-steps.toml")).0.unwrap();
    let pack = Pack::new(scenario::parse(&read(FIRST_DAY), &[&method]).0.unwrap(), &method);
    let session = attempt.replay(pack.scenario, &pack.hashes).unwrap();
    let claim = attempt.claim.unwrap();
    assert!(session.is_over());
    assert_eq!(Some(claim.outcome), session.state().outcome(session.scenario()));
    assert!(claim.score.is_some());
    assert_eq!(attempt.times.len(), attempt.choices.len());
}

#[test]
fn what_was_said_before_leaving_is_saved_too() {
    let path = fresh_file("left.json");
    play(FIRST_DAY, &["--save", path.to_str().unwrap()], "2\n");
    let attempt = Attempt::from_json(fs::read_to_string(path).unwrap()).unwrap();
    assert_eq!((attempt.choices.len(), attempt.claim), (1, None));
}

#[test]
fn nothing_is_written_over() {
    let path = fresh_file("precious.json");
    fs::write(&path, "precious").unwrap();
    let ran = play(FIRST_DAY, &["--language", "en", "--save", path.to_str().unwrap()], "1\n");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("is there already"));
    assert_eq!(fs::read_to_string(path).unwrap(), "precious");
}

#[test]
fn a_file_that_cannot_be_played_says_why() {
    let problems = play("tests/problems/open-next.toml", &["--language", "en"], "");
    assert_eq!(problems.code, 1);
    assert!(problems.out.contains("open-next"));
    let method = play("scenarios/methods/nine-steps.toml", &["--language", "en"], "");
    assert_eq!(method.code, 2);
    assert!(method.err.contains("is a method"));
}
