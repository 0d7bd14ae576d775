//! The words around a conversation in the terminal. The conversation itself, its
//! briefing and its debrief are in the language of the scenario.

mod en;
mod zh_hans;

use crate::language::Language;

/// The words of one language.
pub struct Words {
    /// The luck of this conversation, and how to have it again.
    pub seed: fn(u32) -> String,
    /// Asks for one of so many replies.
    pub ask_one: fn(usize) -> String,
    /// Asks for `count` of so many replies.
    pub ask_several: fn(count: usize, of: usize) -> String,
    /// What was typed is no number of a reply; there are so many.
    pub not_offered: fn(typed: &str, of: usize) -> String,
    /// So many different replies are wanted, so many were named.
    pub other_count: fn(wanted: usize, named: usize) -> String,
    /// Asks for one of so many turns.
    pub ask_turn: fn(usize) -> String,
    pub no_such_turn: fn(typed: &str, of: usize) -> String,
    /// Left before the end, after so many turns.
    pub left: fn(usize) -> String,
    /// Where the attempt is.
    pub saved: fn(path: &str) -> String,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
