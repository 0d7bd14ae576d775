//! Scenarios to start from: one for each method and language. A new method needs its
//! files here and a line in [`TEMPLATES`] for each.

use crate::language::Language;

/// A scenario with gaps.
pub struct Template {
    pub method: &'static str,
    pub language: Language,
    text: &'static str,
}

/// The first method of a language is the one that is proposed.
const TEMPLATES: [Template; 4] = [
    Template { method: "nine-steps", language: Language::En, text: include_str!("templates/nine-steps.en.toml") },
    Template { method: "nine-steps", language: Language::ZhHans, text: include_str!("templates/nine-steps.zh-Hans.toml") },
    Template { method: "six-beats", language: Language::En, text: include_str!("templates/six-beats.en.toml") },
    Template { method: "six-beats", language: Language::ZhHans, text: include_str!("templates/six-beats.zh-Hans.toml") },
];

/// What goes into the gaps.
pub struct Gaps {
    pub id: String,
    pub title: String,
    pub customer: String,
    pub role: String,
}

impl Template {
    pub fn of(method: &str, language: Language) -> Option<&'static Self> {
        TEMPLATES.iter().find(|template| template.method == method && template.language == language)
    }

    /// The methods for which there is a template in a language.
    pub fn methods(language: Language) -> Vec<&'static str> {
        TEMPLATES.iter().filter(|template| template.language == language).map(|template| template.method).collect()
    }

    /// The text of the file. All gaps stand inside TOML texts.
    pub fn fill(&self, gaps: &Gaps) -> String {
        let values = [("{id}", &gaps.id), ("{title}", &gaps.title), ("{customer}", &gaps.customer), ("{role}", &gaps.role)];
        let mut filled = String::new();
        let mut rest = self.text;
        // Once through the text, so that what was filled in is not taken for a gap.
        while let Some((before, from)) = rest.find('{').and_then(|at| rest.split_at_checked(at)) {
            filled.push_str(before);
            match values.iter().find_map(|(gap, value)| Some((from.strip_prefix(gap)?, value))) {
                Some((after, value)) => {
                    filled.push_str(&escaped(value));
                    rest = after;
                }
                None => {
                    filled.push('{');
                    rest = from.strip_prefix('{').unwrap_or_default();
                }
            }
        }
        filled + rest
    }
}

/// As it stands between the quotes of a TOML text.
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}
