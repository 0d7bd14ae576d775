//! Two conversations of one scenario beside each other: what came of them, what was
//! within reach, the steps, and the turns.

use super::{About, Told, both_sides};
use crate::i18n::tenths;
use crate::markup::{Node, Tag, cell, element, paragraph, row, said, section, table};
use crate::telling::heard;

/// Two conversations of the same scenario, the earlier one first.
pub fn comparison(first: &About<'_>, second: &About<'_>) -> Vec<Node> {
    let pair = Pair { first: Told::new(first), second: Told::new(second) };
    let mut parts = vec![pair.result()];
    parts.extend(pair.curves());
    parts.extend(pair.profiles());
    parts.extend(pair.turns());
    parts
}

struct Pair<'a> {
    first: Told<'a>,
    second: Told<'a>,
}

impl<'a> Pair<'a> {
    /// Something of each.
    fn of_both<T>(&self, what: impl Fn(&Told<'a>) -> T) -> [T; 2] {
        [what(&self.first), what(&self.second)]
    }

    fn names(&self) -> [&'static str; 2] {
        [self.first.words.earlier, self.first.words.later]
    }

    fn columns(&self, first: &'static str) -> [&'static str; 3] {
        let [earlier, later] = self.names();
        [first, earlier, later]
    }

    fn result(&self) -> Node {
        let words = self.first.words;
        let line = |head: &str, texts: [String; 2]| row("", head, texts.map(cell));
        let mut rows = vec![
            line(words.outcome_row, self.of_both(|told| told.outcome_in_words())),
            line(words.earned_column, self.of_both(|told| told.about.session.earned().to_string())),
        ];
        if let (Some(first), Some(second)) = (self.first.about.card, self.second.about.card) {
            let percent = |share: Option<f64>| self.first.percent(share);
            rows.push(line(words.left_column, [tenths(first.left), tenths(second.left)]));
            rows.push(line(words.score, [percent(first.score), percent(second.score)]));
            rows.push(line(words.skill, [percent(first.skill), percent(second.skill)]));
        }
        section("result", words.result, [table(&self.columns(""), rows)])
    }

    fn curves(&self) -> Option<Node> {
        let words = self.first.words;
        let pictures = self.of_both(|told| told.picture());
        let blocks: Vec<Node> = self
            .names()
            .into_iter()
            .zip(pictures)
            .filter_map(|(name, picture)| Some(element(Tag::Block, "", [said(Tag::Subheading, "", name), picture?])))
            .collect();
        let pair = element(Tag::Block, "pair", blocks);
        let is_empty = self.of_both(|told| told.curve.is_empty()) == [true, true];
        (!is_empty).then(|| section("reach", words.curve_title, [paragraph("hint", words.curve_hint), pair]))
    }

    fn profiles(&self) -> Option<Node> {
        let [first, second] = [self.first.about.card?, self.second.about.card?];
        let rows = self.first.steps().filter_map(|(id, name)| {
            let scores = [first.step(id), second.step(id)];
            let shares = scores.map(|score| cell(self.first.share(score)));
            scores.iter().any(Option::is_some).then(|| row("", name, shares))
        });
        let words = self.first.words;
        Some(section("profiles", words.profile, [table(&self.columns(words.step), rows)]))
    }

    /// The common beginning once, then turn beside turn.
    fn turns(&self) -> Vec<Node> {
        let words = self.first.words;
        let [first, second] = self.of_both(|told| told.about.session);
        let common = first.turns_in_common(second);
        let length = first.turns().len().max(second.turns().len());
        let mut sections = Vec::new();
        if common > 0 {
            let turns = (0..common).map(|at| element(Tag::Item, "", self.heading(at).into_iter().chain(self.first.side(at))));
            sections.push(section("together", &(words.common_turns)(common), [element(Tag::Numbered, "", turns)]));
        }
        if common == length {
            sections.push(paragraph("", words.same_throughout));
            return sections;
        }
        let turns = (common..length).map(|at| element(Tag::Item, "", self.heading(at).into_iter().chain([self.beside(at)])));
        let luck = (first.seed() != second.seed()).then(|| paragraph("hint", words.other_luck));
        let parts = luck.into_iter().chain([element(Tag::Numbered, "", turns)]);
        let title = if first.seed() == second.seed() { (words.parts)(common + 1) } else { words.transcript.to_owned() };
        sections.push(section("apart", &title, parts));
        sections
    }

    fn heading(&self, at: usize) -> Option<Node> {
        Some(said(Tag::Subheading, "", (self.first.strings.turn)(at + 1)))
    }

    fn beside(&self, at: usize) -> Node {
        let sides = self.names().into_iter().zip(self.of_both(|told| told.side(at)));
        let sides = sides.map(|(name, side)| element(Tag::Block, "", std::iter::once(paragraph("label", name)).chain(side)));
        element(Tag::Block, "pair", sides)
    }
}

impl Told<'_> {
    fn outcome_in_words(&self) -> String {
        let session = self.about.session;
        let outcome = session.state().outcome(session.scenario());
        outcome.map(|outcome| (self.strings.outcome)(outcome).to_owned()).unwrap_or_default()
    }

    /// One turn in short: what was said, how it is marked, and what was heard.
    fn side(&self, at: usize) -> Vec<Node> {
        let session = self.about.session;
        let Some(turn) = session.turns().get(at) else { return vec![paragraph("hint", self.words.over_by_then)] };
        let (said_by_learner, after) = both_sides(&turn.events);
        let mut marks = self.mark(at);
        marks.extend(self.reach_after(at).map(|reach| said(Tag::Span, "cost", reach)));
        let mut nodes = heard(self.strings, session.scenario(), &said_by_learner);
        nodes.push(element(Tag::Paragraph, "marks", marks));
        nodes.extend(heard(self.strings, session.scenario(), &after));
        nodes
    }
}
