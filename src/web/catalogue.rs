//! What is in the library, known before any scenario is loaded.

use super::platform::files;
use crate::language::Language;
use serde::Deserialize;

/// The library as the page carries it.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
pub struct Catalogue {
    pub scenarios: Vec<Card>,
    methods: Vec<MethodCard>,
}

/// One scenario in one language.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Card {
    pub id: String,
    pub language: Language,
    pub title: String,
    pub summary: String,
    pub customer: String,
    pub role: String,
    pub level: u8,
    pub minutes: u16,
    /// The steps it covers, by place in the method.
    pub steps: Vec<usize>,
    pub method: String,
    /// Relative to the page.
    pub path: String,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct MethodCard {
    id: String,
    en: Vec<String>,
    #[serde(rename = "zh-Hans")]
    zh_hans: Vec<String>,
}

impl Catalogue {
    /// The library of this page.
    pub fn load() -> Self {
        files::data_block("catalogue").and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// The card of a scenario in a language, or in the other where it has one only.
    pub fn card(&self, id: &str, language: Language) -> Option<&Card> {
        let named = || self.scenarios.iter().filter(|card| card.id == id);
        named().find(|card| card.language == language).or_else(|| named().next())
    }

    /// One card for each scenario, in the language where there is a choice.
    pub fn cards(&self, language: Language) -> Vec<&Card> {
        let mut ids: Vec<&str> = Vec::new();
        for card in &self.scenarios {
            if !ids.contains(&card.id.as_str()) {
                ids.push(&card.id);
            }
        }
        ids.into_iter().filter_map(|id| self.card(id, language)).collect()
    }

    /// The names of a method's steps.
    pub fn steps(&self, method: &str, language: Language) -> &[String] {
        let card = self.methods.iter().find(|card| card.id == method);
        card.map_or(&[], |card| match language {
            Language::En => &card.en,
            Language::ZhHans => &card.zh_hans,
        })
    }
}

impl Catalogue {
    /// The methods that are here.
    pub fn method_ids(&self) -> Vec<String> {
        self.methods.iter().map(|card| card.id.clone()).collect()
    }
}

/// Where the texts of a method stand.
pub fn method_path(method: &str, language: Language) -> String {
    format!("scenarios/methods/{method}.{}.toml", language.tag())
}
