//! Problems of files in words. Apart from the other words, since only authors
//! meet them.

mod en;
mod examples;
mod zh_hans;

use crate::diagnostic::Fault;
use crate::language::Language;

/// A problem put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub mend: String,
}

/// A problem in the words of a language.
pub fn tell(language: Language, fault: &Fault) -> Told {
    match language {
        Language::En => en::describe(fault),
        Language::ZhHans => zh_hans::describe(fault),
    }
}
