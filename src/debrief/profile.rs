//! The steps of the method in one conversation: as a picture and as a table.

use super::Told;
use crate::i18n::tenths;
use crate::markup::{Node, Tag, cell, element, paragraph, row, section, table};
use crate::score::{Scorecard, StepScore, display_percent};

impl Told<'_> {
    pub(super) fn profile(&self, card: &Scorecard) -> Node {
        let words = self.words;
        let of_step = |at: usize| card.profile.iter().find(|score| score.step.index() == at && score.share().is_some());
        let steps: Vec<_> = self.guide.steps.iter().enumerate().map(|(at, step)| (step.name.as_str(), of_step(at))).collect();
        let bars = steps.iter().map(|(name, score)| Node::Bar {
            label: (*name).to_owned(),
            percent: score.and_then(StepScore::share).map(display_percent),
        });
        let rows = steps.iter().map(|(name, score)| match score {
            None => row("blank", name, [cell(""), cell(""), cell(words.blank_step)]),
            Some(score) => {
                let share = if score.missed {
                    Some(words.missed.to_owned())
                } else {
                    score.share().map(|share| format!("{}%", display_percent(share)))
                };
                row("", name, [cell(score.earned.to_string()), cell(tenths(score.left)), cell(share.unwrap_or_default())])
            }
        });
        let columns = [words.step, words.earned_column, words.left_column, words.share_column];
        let parts = [paragraph("hint", words.profile_hint), element(Tag::Bars, "", bars), table(&columns, rows)];
        section("profile", words.profile, parts)
    }
}
