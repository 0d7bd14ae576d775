//! Scenarios to start from: one for each method and language. A new method needs its
//! files here and a line in [`TEMPLATES`] for each.
//!
//! A template has gaps, such as `{title}`. Where a gap comes first it also says what
//! stands there if nobody says anything else: `{title|First visit}`.

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

    /// What stands in the gaps if nobody says anything else.
    pub fn example(&self) -> Gaps {
        let of = |gap: &str| {
            let (_, from) = self.text.split_once(&format!("{{{gap}|")).unwrap_or_default();
            from.split_once('}').unwrap_or_default().0.to_owned()
        };
        Gaps { id: of("id"), title: of("title"), customer: of("customer"), role: of("role") }
    }

    /// The text of the file. All gaps stand inside TOML texts.
    pub fn fill(&self, gaps: &Gaps) -> String {
        let values = [("id", &gaps.id), ("title", &gaps.title), ("customer", &gaps.customer), ("role", &gaps.role)];
        let mut filled = String::new();
        let mut rest = self.text;
        // Once through the text, so that what was filled in is not taken for a gap.
        while let Some((before, from)) = rest.split_once('{') {
            filled.push_str(before);
            let (inside, after) = from.split_once('}').unwrap_or_default();
            let gap = inside.split('|').next();
            match values.iter().find(|(name, _)| gap == Some(name)) {
                Some((_, value)) => {
                    filled.push_str(&escaped(value));
                    rest = after;
                }
                None => {
                    filled.push('{');
                    rest = from;
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
