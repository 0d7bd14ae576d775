//! The words around a debrief in the page: playing on, other attempts, and laying two
//! beside each other.

mod en;
mod zh_hans;

use crate::language::Language;

/// The words of one language.
pub struct Words {
    /// The label of a button; turns from 1.
    pub play_on: fn(usize) -> String,
    pub play_on_note: &'static str,
    /// Another conversation is under way.
    pub gives_up: &'static str,
    /// What an attempt is that was played on from a turn, from 1.
    pub played_on: fn(usize) -> String,
    pub practice_only: &'static str,
    pub attempts: &'static str,
    pub branches: &'static str,
    pub others: &'static str,
    pub look_back: &'static str,
    pub lay_beside: &'static str,
    pub print: &'static str,
    pub other_version: &'static str,
    pub other_version_hint: &'static str,
    pub compare: &'static str,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
