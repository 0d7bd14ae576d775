//! What the learner has set, kept on the device.

use super::platform::{page, storage};
use crate::language::Language;

const KEY: &str = "settings";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Auto,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    pub const fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of this name; otherwise as on the device.
    pub fn named(word: &str) -> Self {
        Self::ALL.into_iter().find(|theme| theme.word() == word).unwrap_or_default()
    }
}

/// Whether the keys 1 to 9 choose replies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberKeys {
    #[default]
    On,
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    pub language: Language,
    pub theme: Theme,
    pub keys: NumberKeys,
}

impl Settings {
    /// What was set before, and otherwise what the browser prefers.
    pub fn load() -> Self {
        let saved = storage::get(KEY).ok().flatten().unwrap_or_default();
        let mut words = saved.split(' ');
        let language = words.next().and_then(Language::from_tag);
        let preferred = || page::preferred_languages().iter().find_map(|tag| Language::from_preference(tag));
        Self {
            language: language.or_else(preferred).unwrap_or_default(),
            theme: Theme::named(words.next().unwrap_or_default()),
            keys: if words.next() == Some("no-keys") { NumberKeys::Off } else { NumberKeys::On },
        }
    }

    /// Keeps them; where nothing can be kept they last as long as the page.
    pub fn save(&self) {
        let keys = match self.keys {
            NumberKeys::On => "keys",
            NumberKeys::Off => "no-keys",
        };
        let _ = storage::set(KEY, &[self.language.tag(), self.theme.word(), keys].join(" "));
    }
}
