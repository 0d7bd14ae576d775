//! What is in the library, known before any scenario is loaded. It travels as plain
//! text inside the page, which compresses better than anything packed.

use crate::language::{Language, Localized};
use crate::method::StepId;
use crate::scenario::Scenario;
use std::str::FromStr;

/// The library at a glance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// Of everything that is loaded beside the page, so that a browser never mixes
    /// old and new.
    pub version: String,
    pub cards: Vec<Card>,
    /// For each method its id and the names of its steps.
    pub methods: Vec<(String, Vec<Localized>)>,
}

/// One scenario in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    pub id: String,
    pub language: Language,
    pub title: String,
    pub summary: String,
    pub customer: String,
    pub role: String,
    pub level: u8,
    pub minutes: u16,
    pub method: String,
    pub steps: Vec<StepId>,
}

impl Card {
    pub fn of(scenario: &Scenario) -> Self {
        Self {
            id: scenario.id.clone(),
            language: scenario.language,
            title: scenario.title.clone(),
            summary: scenario.summary.clone(),
            customer: scenario.customer.name.clone(),
            role: scenario.customer.role.clone(),
            level: scenario.level,
            minutes: scenario.minutes,
            method: scenario.method.clone(),
            steps: scenario.steps(),
        }
    }

    /// Where its pack stands, relative to the page.
    pub fn path(&self) -> String {
        format!("scenarios/{}.{}.pack", self.id, self.language.tag())
    }

    fn read(fields: &mut Fields<'_>) -> Option<Self> {
        Some(Self {
            id: fields.text()?,
            language: Language::from_tag(&fields.text()?)?,
            title: fields.text()?,
            summary: fields.text()?,
            customer: fields.text()?,
            role: fields.text()?,
            level: fields.number()?,
            minutes: fields.number()?,
            method: fields.text()?,
            steps: std::iter::from_fn(|| fields.number()).map(StepId).collect(),
        })
    }

    fn write(&self) -> Vec<String> {
        let texts = [&self.id, self.language.tag(), &self.title, &self.summary, &self.customer, &self.role];
        let mut fields: Vec<String> = texts.map(str::to_owned).into();
        fields.extend([self.level.to_string(), self.minutes.to_string(), self.method.clone()]);
        fields.extend(self.steps.iter().map(|step| step.0.to_string()));
        fields
    }
}

/// The fields of one line.
struct Fields<'a>(std::str::Split<'a, char>);

impl Fields<'_> {
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut signs = self.0.next()?.chars();
        while let Some(sign) = signs.next() {
            text.push(match (sign, sign == '\\') {
                (_, true) => match signs.next()? {
                    't' => '\t',
                    'n' => '\n',
                    'l' => '<',
                    other => other,
                },
                (sign, false) => sign,
            });
        }
        Some(text)
    }

    fn number<T: FromStr>(&mut self) -> Option<T> {
        self.0.next()?.parse().ok()
    }
}

/// A line of fields; what would end a field, a line or the block is written otherwise.
fn line(fields: impl IntoIterator<Item = String>) -> String {
    let field = |text: String| {
        let signs = [("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("<", "\\l")];
        signs.iter().fold(text, |text, (sign, written)| text.replace(sign, written))
    };
    fields.into_iter().map(field).collect::<Vec<_>>().join("\t")
}

impl Catalogue {
    /// The catalogue as text: the version, a line for each method, an empty line, a
    /// line for each card.
    pub fn to_text(&self) -> String {
        let mut lines = vec![line([self.version.clone()])];
        lines.extend(self.methods.iter().map(|(id, steps)| {
            let names = steps.iter().flat_map(|name| Language::ALL.map(|language| name.get(language).to_owned()));
            line(std::iter::once(id.clone()).chain(names))
        }));
        lines.push(String::new());
        lines.extend(self.cards.iter().map(|card| line(card.write())));
        lines.join("\n")
    }

    /// Reads the text. `None`: damaged.
    pub fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.split('\n').map(|line| (line, Fields(line.split('\t'))));
        // In the single file everything is of one piece and has no version.
        let version = lines.next()?.1.text()?;
        let mut fields = || lines.next().filter(|(line, _)| !line.is_empty()).map(|(_, fields)| fields);
        let mut methods = Vec::new();
        while let Some(mut fields) = fields() {
            let id = fields.text()?;
            let steps = std::iter::from_fn(|| {
                let mut name = Localized::default();
                for language in Language::ALL {
                    name.set(language, fields.text()?);
                }
                Some(name)
            });
            methods.push((id, steps.collect()));
        }
        let mut cards = Vec::new();
        while let Some(mut fields) = fields() {
            cards.push(Card::read(&mut fields)?);
        }
        Some(Self { version, cards, methods })
    }

    /// The card of a scenario in a language, or in the other where it has one only.
    pub fn card(&self, id: &str, language: Language) -> Option<&Card> {
        let named = || self.cards.iter().filter(|card| card.id == id);
        named().find(|card| card.language == language).or_else(|| named().next())
    }

    /// One card for each scenario, in the language where there is a choice.
    pub fn in_language(&self, language: Language) -> Vec<&Card> {
        let mut chosen: Vec<&Card> = Vec::new();
        for card in &self.cards {
            if chosen.iter().all(|other| other.id != card.id) {
                chosen.extend(self.card(&card.id, language));
            }
        }
        chosen
    }

    /// The names of a method's steps.
    pub fn steps(&self, method: &str) -> &[Localized] {
        self.methods.iter().find(|(id, _)| id == method).map_or(&[], |(_, steps)| steps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_catalogue_read_back_is_the_same_whatever_it_says() {
        let card = Card {
            id: "kite".into(),
            language: Language::ZhHans,
            title: "</script>\t一\n二\\t".into(),
            summary: String::new(),
            customer: "林总".into(),
            role: "\\".into(),
            level: 2,
            minutes: 8,
            method: "nine-steps".into(),
            steps: vec![StepId(0), StepId(8)],
        };
        let name = Localized { en: "Prepare".into(), zh_hans: "准备".into() };
        let catalogue = Catalogue {
            version: "1".into(),
            cards: vec![Card { steps: vec![], ..card.clone() }, card],
            methods: vec![("nine-steps".into(), vec![name]), ("none".into(), vec![])],
        };
        let text = catalogue.to_text();
        assert!(!text.contains('<'), "it stands inside a page");
        assert_eq!(Catalogue::from_text(&text).as_ref(), Some(&catalogue));
        let single = Catalogue { version: String::new(), ..catalogue };
        assert_eq!(Catalogue::from_text(&single.to_text()), Some(single));
    }
}
