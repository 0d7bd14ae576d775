//! The steps of the method in one conversation: as a picture and as a table.

use super::Told;
use crate::i18n::tenths;
use crate::markup::{Node, Tag, cell, element, paragraph, row, section, table};
use crate::method::StepId;
use crate::score::{Scorecard, StepScore, display_percent};

impl Told<'_> {
    pub(super) fn profile(&self, card: &Scorecard) -> Node {
        let words = self.words;
        let steps: Vec<_> = self.steps().map(|(id, name)| (id, name, card.step(id))).collect();
        let bars = steps.iter().map(|(_, name, score)| Node::Bar {
            label: (*name).to_owned(),
            percent: score.and_then(StepScore::share).map(display_percent),
        });
        let rows = steps.iter().map(|(at, name, score)| {
            let figures = score.map(|score| [score.earned.to_string(), tenths(score.left)]).unwrap_or_default();
            let cells = figures.into_iter().map(cell).chain([cell(self.share(*score))]).chain(self.forecast_cell(*at));
            row(if score.is_some() { "" } else { "blank" }, name, cells)
        });
        let mut columns = vec![words.step, words.earned_column, words.left_column, words.share_column];
        if !self.about.forecast.is_empty() {
            columns.push(words.forecast_column);
        }
        let parts = [paragraph("hint", words.profile_hint), element(Tag::Bars, "", bars), table(&columns, rows)];
        section("profile", words.profile, parts)
    }

    /// The steps of the method, by name.
    pub(super) fn steps(&self) -> impl Iterator<Item = (StepId, &str)> {
        (0..).map(StepId).zip(self.about.guide.steps.iter().map(|step| step.name.as_str()))
    }

    /// A step's share in words.
    pub(super) fn share(&self, score: Option<&StepScore>) -> String {
        match score {
            None => self.words.blank_step.to_owned(),
            Some(score) if score.missed => self.words.missed.to_owned(),
            Some(score) => score.share().map(|share| format!("{}%", display_percent(share))).unwrap_or_default(),
        }
    }

    /// What the learner expected of a step, where asked at all.
    fn forecast_cell(&self, at: StepId) -> Option<Node> {
        let forecast = self.about.forecast;
        let of_step = forecast.iter().find(|forecast| forecast.step == at);
        (!forecast.is_empty()).then(|| cell(of_step.map(|forecast| format!("{}%", forecast.percent)).unwrap_or_default()))
    }
}
