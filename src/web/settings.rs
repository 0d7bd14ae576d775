//! What the learner has set, kept on the device.

use super::platform::{page, storage};
use crate::language::Language;
use serde::{Deserialize, Serialize};

const KEY: &str = "settings";

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
}

/// Whether the keys 1 to 9 choose replies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NumberKeys {
    #[default]
    On,
    Off,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    pub language: Language,
    #[serde(default)]
    pub theme: Theme,
    #[serde(default)]
    pub keys: NumberKeys,
}

impl Settings {
    /// What was set before, or what the browser prefers.
    pub fn load() -> Self {
        let saved = storage::get(KEY).ok().flatten().and_then(|text| serde_json::from_str(&text).ok());
        saved.unwrap_or_else(|| Self {
            language: page::preferred_languages().iter().find_map(|tag| Language::from_preference(tag)).unwrap_or_default(),
            theme: Theme::default(),
            keys: NumberKeys::default(),
        })
    }

    /// Keeps them; where nothing can be kept they last as long as the page.
    pub fn save(&self) {
        if let Ok(text) = serde_json::to_string(self) {
            let _ = storage::set(KEY, &text);
        }
    }
}
