//! Replays what the fuzzer begins with and what is kept of its finds.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use fuzz::{TARGETS, Target, seeds};
use std::fs;
use std::path::Path;

fn target(name: &str) -> Target {
    TARGETS.into_iter().find(|(target, _)| *target == name).expect("a target")
}

fn replay(name: &str) {
    let (name, target) = target(name);
    for (at, input) in seeds::of(name).iter().enumerate() {
        run(target, &format!("seed {at} of {name}"), input);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(name);
    let kept: Vec<_> = fs::read_dir(&folder).expect("a folder with the corpus").map(|entry| entry.unwrap().path()).collect();
    assert!(!kept.is_empty(), "nothing is kept in {}", folder.display());
    for path in kept {
        run(target, &path.display().to_string(), &fs::read(&path).unwrap());
    }
}

fn run(target: fn(&[u8]), what: &str, input: &[u8]) {
    let outcome = std::panic::catch_unwind(|| target(input));
    assert!(outcome.is_ok(), "{what} breaks the target");
}

#[test]
fn no_kept_scenario_file_breaks_anything() {
    replay("scenario");
}

#[test]
fn no_kept_method_file_breaks_anything() {
    replay("method");
}

#[test]
fn no_kept_conversation_breaks_anything() {
    replay("session");
}

#[test]
fn no_kept_attempt_file_breaks_anything() {
    replay("attempt");
}

#[test]
fn no_kept_file_of_a_device_breaks_anything() {
    replay("device");
}

#[test]
fn no_kept_bytes_break_the_second_program() {
    replay("study");
}
