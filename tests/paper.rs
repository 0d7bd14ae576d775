//! What the command writes for other eyes: scripts and maps.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn ninesteps(arguments: &[&str]) -> Output {
    let command = Command::new(env!("CARGO_BIN_EXE_ninesteps"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .args(["--language", "en"])
        .output();
    command.unwrap()
}

/// A place for a file that is not there yet.
fn fresh_file(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_file(&path);
    path
}

const FIRST_DAY: &str = "scenarios/zh-Hans/first-day.toml";

#[test]
fn a_script_is_shown_or_written_in_the_format_of_the_files_name() {
    let shown = ninesteps(&["script", FIRST_DAY]);
    assert!(shown.status.success());
    assert!(String::from_utf8(shown.stdout).unwrap().starts_with("# 第一天\n"));
    let path = fresh_file("script.html");
    let written = ninesteps(&["script", FIRST_DAY, "--output", path.to_str().unwrap()]);
    assert!(written.status.success());
    assert_eq!(written.stdout, b"");
    assert!(fs::read_to_string(path).unwrap().starts_with("<!DOCTYPE html>\n<html lang=\"zh-Hans\">"));
    let named = ninesteps(&["script", FIRST_DAY, "--format", "html"]);
    assert!(named.stdout.starts_with(b"<!DOCTYPE html>"));
}

#[test]
fn a_map_is_drawn_or_left_to_graphviz() {
    let drawn = ninesteps(&["map", FIRST_DAY]);
    assert!(drawn.status.success());
    assert!(drawn.stdout.starts_with(b"<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"zh-Hans\""));
    let path = fresh_file("map.gv");
    assert!(ninesteps(&["map", FIRST_DAY, "--output", path.to_str().unwrap()]).status.success());
    assert!(fs::read_to_string(path).unwrap().starts_with("digraph scenario {"));
}

#[test]
fn nothing_is_written_over() {
    let path = fresh_file("precious.md");
    fs::write(&path, "precious").unwrap();
    let ran = ninesteps(&["script", FIRST_DAY, "--output", path.to_str().unwrap()]);
    assert_eq!(ran.status.code(), Some(2));
    assert_eq!(fs::read_to_string(path).unwrap(), "precious");
}
