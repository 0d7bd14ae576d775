//! The words about what is kept on the device.

mod en;
mod zh_hans;

use crate::language::Language;

/// The words of one language.
pub struct Words {
    pub title: &'static str,
    pub lead: &'static str,
    // How much there is
    pub kept: &'static str,
    pub conversations: fn(usize) -> String,
    pub answers: fn(usize) -> String,
    pub days: fn(usize) -> String,
    /// Notes of other kinds.
    pub others: fn(usize) -> String,
    pub nothing: &'static str,
    /// All that stands before it, in so many kilobytes.
    pub in_all: fn(&str, usize) -> String,
    pub between_items: &'static str,
    // As a file
    pub save: &'static str,
    pub save_hint: &'static str,
    pub save_button: &'static str,
    /// The name of the file.
    pub saved: fn(&str) -> String,
    // From a file
    pub restore: &'static str,
    /// The most megabytes of a file.
    pub restore_hint: fn(usize) -> String,
    pub restore_file: &'static str,
    pub added: fn(&str) -> String,
    pub known: fn(&str) -> String,
    pub nothing_new: &'static str,
    pub damaged: fn(usize) -> String,
    /// The most megabytes of a file.
    pub too_large: fn(usize) -> String,
    /// Line and column.
    pub not_json: fn(usize, usize) -> String,
    pub other_file: &'static str,
    pub later: &'static str,
    // Clearing
    pub clear: &'static str,
    pub clear_hint: &'static str,
    pub clear_button: &'static str,
    pub would_be_lost: fn(&str) -> String,
    pub save_first: &'static str,
    pub go_on: &'static str,
    pub last_question: &'static str,
    pub forget: &'static str,
    pub keep: &'static str,
    pub kept_all: &'static str,
    pub cleared: &'static str,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
