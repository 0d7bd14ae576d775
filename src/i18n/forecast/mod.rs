//! The words of forecasts: before an exam, and of what became of them.

mod en;
mod zh_hans;

use crate::language::Language;

/// The words of one language. Shares are whole per cent.
pub struct Words {
    // Before an exam
    pub title: &'static str,
    pub intro: &'static str,
    /// The option of a step that nothing was chosen for yet.
    pub not_chosen: &'static str,
    /// The learner's own share in a step, and in how many conversations it occurred.
    pub so_far: fn(u16, usize) -> String,
    pub never: &'static str,
    pub start: &'static str,
    pub still_to_choose: fn(usize) -> String,
    pub without: &'static str,
    // What became of them
    pub between_sentences: &'static str,
    pub accuracy_so_far: fn(&str) -> String,
    pub accuracy: &'static str,
    pub accuracy_meaning: fn(usize) -> String,
    pub too_much: &'static str,
    pub fits: &'static str,
    pub too_little: &'static str,
    /// From how many exams on a habit is spoken of.
    pub too_few: fn(usize) -> String,
    pub supervisor: &'static str,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
