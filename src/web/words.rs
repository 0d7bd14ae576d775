//! The words of the present language, as a property of components.

use crate::i18n::Strings;
use crate::language::Language;
use std::ops::Deref;

#[derive(Clone, Copy)]
pub struct Words(&'static Strings);

impl Words {
    pub const fn of(language: Language) -> Self {
        Self(Strings::of(language))
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.0.language == other.0.language
    }
}

impl Deref for Words {
    type Target = Strings;

    fn deref(&self) -> &Strings {
        self.0
    }
}
