//! The words of the weekly journal.

mod en;
mod zh_hans;

use crate::language::Language;
use crate::record::Part;

/// Year, month and day of the month, from 1.
pub type Date = (i32, u8, u8);

/// The words of one language.
pub struct Words {
    pub journal: &'static str,
    pub lead: &'static str,
    /// Where it stays, and the most characters of a text.
    pub on_this_device: fn(usize) -> String,
    pub today: &'static str,
    /// A day: its place in the week, 0 for Monday, and its date.
    pub day: fn(usize, Date) -> String,
    /// A week from its Monday to its Sunday.
    pub week: fn(Date, Date) -> String,
    /// What a text is about.
    pub part: fn(Part) -> &'static str,
    /// The same as a question to whoever writes.
    pub ask: fn(Part) -> &'static str,
    pub kept: &'static str,
    /// A text was too long and was cut to so many characters.
    pub cut: fn(usize) -> String,
    pub edit: fn(&str) -> String,
    pub nothing_written: &'static str,
    /// Before the names of days without words.
    pub add: &'static str,
    pub week_before: &'static str,
    pub week_after: &'static str,
    // What the record knows of the day
    pub facts: &'static str,
    pub no_talk: &'static str,
    pub no_score: &'static str,
    /// Played on from a turn, counted from 1.
    pub played_on: fn(u32) -> String,
    /// A turn, counted from 1, of a conversation.
    pub costliest: fn(usize, &str) -> String,
    /// A conversation and how it ended.
    pub success: fn(&str, &str) -> String,
    // As a file
    pub take_along: &'static str,
    pub take_along_hint: &'static str,
    pub all_as_file: &'static str,
    pub week_as_file: fn(&str) -> String,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
