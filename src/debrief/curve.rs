//! What was within reach as the conversation went on: as a picture, in a sentence and as
//! a table.

use super::Told;
use crate::analysis::EPSILON;
use crate::i18n::tenths;
use crate::markup::{Node, Point, cell, paragraph, row, section, table};
use crate::score::{Scorecard, TurningPoint, display_percent, ten_thousandths};

impl Told<'_> {
    pub(super) fn curve(&self, card: &Scorecard) -> Option<Node> {
        let words = self.words;
        let picture = self.picture()?;
        let start = self.curve.first().map(|start| row("", words.start, [cell(""), cell(""), cell(percent(*start))]));
        let turns = self.curve.iter().skip(1).enumerate().map(|(at, reach)| self.curve_row(at, *reach));
        let columns = [words.turn_column, words.mark_column, words.cost_column, words.reach_column];
        let parts = [
            paragraph("hint", words.curve_hint),
            picture,
            paragraph("", self.in_a_sentence(card)),
            table(&columns, start.into_iter().chain(turns)),
        ];
        Some(section("reach", words.curve_title, parts))
    }

    /// The line alone; nothing where there are no figures.
    pub(super) fn picture(&self) -> Option<Node> {
        let start = Point { height: height(*self.curve.first()?), class: String::new() };
        let turns = self.curve.iter().skip(1).enumerate();
        let points = turns.map(|(at, reach)| Point { height: height(*reach), class: self.class_of(at) });
        Some(Node::Curve(std::iter::once(start).chain(points).collect()))
    }

    /// The mark of a turn, and whether it turned there.
    fn class_of(&self, at: usize) -> String {
        let mark = self.review(at).map_or("", |review| review.mark.word());
        if self.turning.contains(&at) { format!("{mark} turning") } else { mark.to_owned() }
    }

    fn curve_row(&self, at: usize, reach: f64) -> Node {
        let words = self.words;
        let marked = self.review(at).filter(|review| self.is_judged(at) || review.cost > 0.0);
        let mark = marked.map_or(words.not_judged, |review| (words.mark)(review.mark));
        let is_turning = self.turning.contains(&at);
        let mark = if is_turning { format!("{mark} · {}", words.turning_point) } else { mark.to_owned() };
        let cost = marked.filter(|review| review.cost > 0.0).map(|review| tenths(review.cost)).unwrap_or_default();
        let class = if is_turning { "turning" } else { "" };
        row(class, &(self.strings.turn)(at + 1), [cell(mark), cell(cost), cell(percent(reach))])
    }

    fn in_a_sentence(&self, card: &Scorecard) -> String {
        let words = self.words;
        if card.left < EPSILON {
            return words.curve_held.to_owned();
        }
        let reach = |at: usize| self.curve.get(at).copied().map(display_percent);
        let fell = match card.turning_point {
            Some(TurningPoint::Lost(turn)) => {
                let fall = reach(turn).zip(reach(turn + 1)).filter(|(from, to)| to < from);
                fall.map(|(from, to)| (words.curve_fell)(turn + 1, from, to))
            }
            _ => None,
        };
        let ended = reach(self.curve.len().saturating_sub(1)).map(words.curve_ended);
        let luck = (card.luck.abs() > EPSILON).then(|| words.curve_luck.to_owned());
        fell.into_iter().chain(ended).chain(luck).collect::<Vec<_>>().join(words.between_sentences)
    }

    /// What was still within reach after a turn, in words.
    pub(super) fn reach_after(&self, at: usize) -> Option<String> {
        self.curve.get(at + 1).map(|reach| (self.words.within_reach)(display_percent(*reach)))
    }
}

fn height(share: f64) -> u16 {
    ten_thousandths(share) / 10
}

fn percent(share: f64) -> String {
    format!("{}%", display_percent(share))
}
