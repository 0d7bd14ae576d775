//! The words of the report on a scenario.

mod en;
mod zh_hans;

use crate::analysis::Player;
use crate::language::Language;

/// The words of one language.
pub struct Words {
    /// The title of the scenario.
    pub title: fn(&str) -> String,
    pub publishable: &'static str,
    /// How many gates are not passed.
    pub not_yet: fn(usize) -> String,
    pub also: &'static str,
    /// What is wrong and how to mend it, as one line.
    pub finding: fn(what: &str, mend: &str) -> String,
    /// What is said of a reply, which is named by its words.
    pub reply: fn(say: &str, what: &str) -> String,
    // Who plays how well
    pub players: &'static str,
    pub players_hint: fn(limit: &str) -> String,
    pub player: &'static str,
    pub points: &'static str,
    pub skill: &'static str,
    pub turns: &'static str,
    pub best: &'static str,
    pub worst: &'static str,
    pub name: fn(Player) -> &'static str,
    // How it ends
    pub endings: &'static str,
    pub endings_hint: &'static str,
    pub impatient: &'static str,
    pub dead_end: &'static str,
    pub todo: fn(&str) -> String,
    /// An ending of the file, and what comes of it.
    pub ends: fn(ending: &str, outcome: &str) -> String,
    // The line of best play
    pub line: &'static str,
    pub line_hint: &'static str,
    pub line_turn: fn(scene: &str, say: &str, worth: u32) -> String,
    pub chance: fn(&str) -> String,
    pub and: &'static str,
    // Scene by scene
    pub scenes: &'static str,
    pub scene: &'static str,
    pub moment: &'static str,
    pub worths: &'static str,
    pub longest: &'static str,
    // Tells
    pub tells: &'static str,
    pub longest_is_best: fn(count: usize, of: usize, limit: &str) -> String,
    pub shortest_is_best: fn(count: usize, of: usize) -> String,
    pub places: fn(&str, limit: &str) -> String,
    pub states: fn(states: usize, limit: usize) -> String,
    // Where it cannot be worked out
    pub estimated: fn(plays: u32) -> String,
    pub error: &'static str,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
