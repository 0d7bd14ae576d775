//! What the command writes for other eyes: scripts and maps.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod command;

use command::{Run, fresh_file};
use std::fs;

fn ninesteps(arguments: &[&str]) -> Run {
    command::ninesteps(&[arguments, &["--language", "en"]].concat())
}

const FIRST_DAY: &str = "scenarios/zh-Hans/first-day.toml";

#[test]
fn a_script_is_shown_or_written_in_the_format_of_the_files_name() {
    let shown = ninesteps(&["script", FIRST_DAY]);
    assert_eq!(shown.code, 0);
    assert!(shown.out.starts_with("# 第一天\n"));
    let path = fresh_file("script.html");
    let written = ninesteps(&["script", FIRST_DAY, "--output", path.to_str().unwrap()]);
    assert_eq!(written.code, 0);
    assert_eq!(written.out, "");
    assert!(fs::read_to_string(path).unwrap().starts_with("<!DOCTYPE html>\n<html lang=\"zh-Hans\">"));
    let named = ninesteps(&["script", FIRST_DAY, "--format", "html"]);
    assert!(named.out.starts_with("<!DOCTYPE html>"));
}

#[test]
fn a_map_is_drawn_or_left_to_graphviz() {
    let drawn = ninesteps(&["map", FIRST_DAY]);
    assert_eq!(drawn.code, 0);
    assert!(drawn.out.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"zh-Hans\""));
    let path = fresh_file("map.gv");
    assert_eq!(ninesteps(&["map", FIRST_DAY, "--output", path.to_str().unwrap()]).code, 0);
    assert!(fs::read_to_string(path).unwrap().starts_with("digraph scenario {"));
}

#[test]
fn nothing_is_written_over() {
    let path = fresh_file("precious.md");
    fs::write(&path, "precious").unwrap();
    let ran = ninesteps(&["script", FIRST_DAY, "--output", path.to_str().unwrap()]);
    assert_eq!(ran.code, 2);
    assert_eq!(fs::read_to_string(path).unwrap(), "precious");
}
