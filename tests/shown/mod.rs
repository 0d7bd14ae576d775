//! What is told about a place in a file, as its author sees it, in both languages.

#![allow(dead_code, clippy::unwrap_used)]

use ninesteps::diagnostic::Place;
use ninesteps::i18n::faults::Told;
use ninesteps::language::Language;
use std::fmt::Write as _;
use std::ops::Range;

/// Place and code, the line with the place under it, and what is told.
pub fn shown(source: &str, span: &Range<usize>, code: &str, tell: impl Fn(Language) -> Told) -> String {
    let mut out = String::new();
    let place = Place::of(source, span);
    writeln!(out, "{place} {code}").unwrap();
    writeln!(out, "  | {}", visible(&place.text)).unwrap();
    let before: String = place.text.chars().take(place.column - 1).map(|c| " ".repeat(columns(c))).collect();
    let under: String = place.text.chars().skip(place.column - 1).take(place.width).map(|c| "^".repeat(columns(c))).collect();
    writeln!(out, "  | {before}{}", if under.is_empty() { "^" } else { &under }).unwrap();
    for language in Language::ALL {
        let told = tell(language);
        writeln!(out, "  {} / {}", told.what, told.mend).unwrap();
    }
    out
}

/// Invisible characters made visible, and long lines cut.
fn visible(line: &str) -> String {
    let visible = |c: char| {
        if c.is_control() || ('\u{2000}'..'\u{2010}').contains(&c) || ('\u{202A}'..'\u{2070}').contains(&c) || c == '\u{FEFF}' {
            '␣'
        } else {
            c
        }
    };
    line.chars().map(visible).take(160).collect()
}

/// How many cells of a terminal a character takes, roughly.
fn columns(c: char) -> usize {
    if ('\u{2E80}'..'\u{FF61}').contains(&c) { 2 } else { 1 }
}
