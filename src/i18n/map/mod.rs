//! The words of a map: a scenario's scenes and endings, and the ways between them.

mod en;
mod zh_hans;

use crate::language::Language;

/// The words of one language.
pub struct Words {
    /// So many turns have passed.
    pub patience: fn(u16) -> String,
    pub not_judged: &'static str,
    pub todo: &'static str,
    /// What the marks mean, for those who see the map for the first time.
    pub letters: &'static str,
    pub conditional: &'static str,
    pub later_meeting: &'static str,
    pub drift: &'static str,
    pub otherwise: &'static str,
    pub good: &'static str,
    pub open: &'static str,
    pub bad: &'static str,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
