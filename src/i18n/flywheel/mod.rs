//! The words of the flywheel: watching, the explained line, and teaching back.

mod en;
mod zh_hans;

use crate::language::Language;

/// The words of one language.
pub struct Words {
    pub next_pass: fn(&str) -> String,
    // Why there is nothing to show
    pub too_large: &'static str,
    pub unjudged: &'static str,
    // The best line
    pub watch_intro: &'static str,
    pub not_won: &'static str,
    pub unwritten: &'static str,
    pub start: &'static str,
    pub pause: &'static str,
    pub go_on: &'static str,
    pub back: &'static str,
    pub forward: &'static str,
    pub again: &'static str,
    pub show_all: &'static str,
    pub to_flawed: &'static str,
    // The flawed line
    pub flawed: &'static str,
    pub flawed_intro: &'static str,
    pub no_flawed: &'static str,
    pub is_mistake: fn(usize) -> String,
    pub see: &'static str,
    pub found_of: fn(usize, usize) -> String,
    pub marked_fine: fn(usize) -> String,
    pub found: &'static str,
    pub missed: &'static str,
    pub fine: &'static str,
    // The explained line
    pub explained_intro: &'static str,
    pub turn_of: fn(usize, usize) -> String,
    pub next_turn: &'static str,
    pub turn_back: &'static str,
    pub all_turns: &'static str,
    pub read_it: &'static str,
    // Teaching back
    pub teach_intro: &'static str,
    pub from_own: &'static str,
    pub question_of: fn(usize, usize) -> String,
    pub once_more: &'static str,
    pub reasons: &'static str,
    pub fits: &'static str,
    pub does_not_fit: &'static str,
    pub yes: &'static str,
    /// The move and the moment that the chosen reason belongs to.
    pub not_quite: fn(&str, &str) -> String,
    pub comes_again: &'static str,
    pub next: &'static str,
    pub mend: &'static str,
    pub mend_intro: &'static str,
    pub mistake_of: fn(usize, usize) -> String,
    pub said_instead: &'static str,
    pub mended: &'static str,
    pub not_mended: &'static str,
    pub summary: &'static str,
    pub explained_at_once: fn(usize, usize) -> String,
    pub mended_of: fn(usize, usize) -> String,
    pub nothing_to_teach: &'static str,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
