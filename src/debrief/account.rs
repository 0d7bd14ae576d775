//! What was earned and what was left.

use super::Told;
use crate::markup::{Node, Tag, element, paragraph};
use crate::score::{Scorecard, display_percent};

impl Told<'_> {
    pub(super) fn account(&self, card: &Scorecard) -> Node {
        let words = self.words;
        let figure = |name: &str, value: String, meaning: &str| {
            element(Tag::Block, "figure", [paragraph("name", name), paragraph("number", value), paragraph("hint", meaning)])
        };
        let mut figures = vec![figure(words.score, self.percent(card.score), words.score_meaning)];
        if card.skill.is_some() {
            figures.push(figure(words.skill, self.percent(card.skill), words.skill_meaning));
        }
        let earned = format!("{} · {}", (words.earned)(card.earned), (words.left)(card.left));
        let mut parts = vec![element(Tag::Block, "figures", figures), paragraph("earned", earned)];
        if card.cut_short {
            parts.push(paragraph("", words.cut_short));
        }
        element(Tag::Section, "account", parts)
    }

    /// A share of the whole, or that there is none.
    pub(super) fn percent(&self, share: Option<f64>) -> String {
        share.map_or_else(|| self.words.no_score.to_owned(), |share| format!("{}%", display_percent(share)))
    }
}
