//! What the learner has set, kept on the device.

use super::platform::{page, storage};
use crate::language::Language;

const KEY: &str = "settings";

/// What is set beside language and colours, in the text that is kept.
const NO_KEYS: &str = "no-keys";
const VOICE: &str = "voice";
const SURENESS: &str = "sureness";

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

/// Whether something optional happens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wish {
    #[default]
    No,
    Yes,
}

impl Wish {
    pub const fn when(condition: bool) -> Self {
        if condition { Self::Yes } else { Self::No }
    }

    pub const fn is_on(self) -> bool {
        matches!(self, Self::Yes)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    pub language: Language,
    pub theme: Theme,
    pub keys: NumberKeys,
    /// The customer's lines are read aloud.
    pub voice: Wish,
    /// Each reply may say how sure the learner is.
    pub sureness: Wish,
}

impl Settings {
    /// What was set before, and otherwise what the browser prefers.
    pub fn load() -> Self {
        let saved = storage::get(KEY).ok().flatten().unwrap_or_default();
        let mut words = saved.split(' ');
        let language = words.next().and_then(Language::from_tag);
        let preferred = || page::preferred_languages().iter().find_map(|tag| Language::from_preference(tag));
        let theme = Theme::named(words.next().unwrap_or_default());
        let has = |wish: &str| words.clone().any(|word| word == wish);
        Self {
            language: language.or_else(preferred).unwrap_or_default(),
            theme,
            keys: if has(NO_KEYS) { NumberKeys::Off } else { NumberKeys::On },
            voice: Wish::when(has(VOICE)),
            sureness: Wish::when(has(SURENESS)),
        }
    }

    /// Keeps them; where nothing can be kept they last as long as the page.
    pub fn save(&self) {
        let mut words = vec![self.language.tag(), self.theme.word()];
        let wishes = [(self.keys == NumberKeys::Off, NO_KEYS), (self.voice.is_on(), VOICE), (self.sureness.is_on(), SURENESS)];
        words.extend(wishes.iter().filter(|(set, _)| *set).map(|(_, word)| word));
        let _ = storage::set(KEY, &words.join(" "));
    }
}
