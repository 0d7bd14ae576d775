//! What smells, in words. Apart from the other words, since only authors meet them.

mod en;
mod zh_hans;

use super::faults::Told;
use crate::check::Smell;
use crate::language::Language;

/// A smell in the words of a language.
pub fn tell(language: Language, smell: &Smell) -> Told {
    match language {
        Language::En => en::describe(smell),
        Language::ZhHans => zh_hans::describe(smell),
    }
}
