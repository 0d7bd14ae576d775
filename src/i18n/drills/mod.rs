//! The words of the drills.

mod en;
mod zh_hans;

use crate::language::Language;

/// The words of one language.
pub struct Words {
    pub drills: &'static str,
    pub lead: &'static str,
    /// What a round is, of so many questions.
    pub what_a_round_is: fn(usize) -> String,
    pub due_today: &'static str,
    pub new: &'static str,
    pub ask_how_sure: &'static str,
    pub ask_how_sure_hint: &'static str,
    pub begin: &'static str,
    /// There is nothing to ask; something comes back in so many days.
    pub nothing_due: fn(Option<i32>) -> String,
    /// These could not be loaded.
    pub left_out: fn(&str) -> String,
    pub between_titles: &'static str,
    pub question: fn(usize, usize) -> String,
    pub about: fn(&str, &str) -> String,
    pub how_sure_hint: &'static str,
    pub keys: fn(usize) -> String,
    pub right: &'static str,
    /// Wrong; this is right.
    pub wrong: fn(&str) -> String,
    pub you_said: fn(&str) -> String,
    pub was_sure: &'static str,
    pub next: &'static str,
    pub to_summary: &'static str,
    pub summary: &'static str,
    pub right_of: fn(usize, usize) -> String,
    pub sure_and_mistaken: &'static str,
    pub sure_and_mistaken_hint: &'static str,
    pub by_step: &'static str,
    pub right_column: &'static str,
    pub asked_column: &'static str,
    pub comes_back: &'static str,
    /// In so many days so many questions.
    pub in_days: fn(i32, usize) -> String,
    pub another_round: &'static str,
    pub progress: &'static str,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
