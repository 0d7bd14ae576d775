//! A promise in words, for the kite and for the debrief.

use super::{Kept, Strings};
use crate::scenario::{Pledge, PromiseTerms};
use crate::session::{Standing, is_overdrawn, standing};

/// One promise as it stands.
pub struct Spoken {
    pub name: String,
    /// What was said, where it was clear.
    pub said: Option<String>,
    /// What the customer heard, where nothing clear was said.
    pub heard: Option<String>,
    /// What can be kept.
    pub keep: String,
    pub kept: Kept,
}

impl Spoken {
    pub fn of(words: &Strings, terms: &PromiseTerms, said: Option<Pledge>) -> Self {
        let quantity = |number| (words.quantity)(number, &terms.unit);
        let clear = match said {
            Some(Pledge::Number(number)) => Some(quantity(number)),
            Some(Pledge::Vague) | None => None,
        };
        let heard = if clear.is_none() { terms.assumed.map(quantity) } else { None };
        let kept = match standing(terms, said) {
            _ if is_overdrawn(terms, said) => Kept::Beyond,
            Standing::Vague | Standing::None => Kept::Vague,
            Standing::Within | Standing::Beyond => Kept::Within,
        };
        Self { name: terms.name.clone(), said: clear, heard, keep: quantity(terms.deliver), kept }
    }
}
