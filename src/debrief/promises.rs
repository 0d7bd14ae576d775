//! Promises made against promises kept, and what was found out.

use super::Told;
use crate::i18n::Kept;
use crate::i18n::promise::Spoken;
use crate::markup::{Node, Tag, cell, element, paragraph, row, said, section, table};

impl Told<'_> {
    pub(super) fn promises(&self) -> Option<Node> {
        let terms = &self.about.session.scenario().promises;
        if terms.is_empty() {
            return None;
        }
        let words = self.words;
        let pledges = terms.iter().zip(self.about.session.state().promises.iter());
        let rows = pledges.map(|(terms, said)| self.promise(&Spoken::of(self.strings, terms, *said), said.is_some()));
        let columns = [words.promise_column, words.said_column, words.keep_column, words.stands_column];
        Some(section("promises", words.promises, [table(&columns, rows)]))
    }

    fn promise(&self, spoken: &Spoken, was_made: bool) -> Node {
        let nothing = self.words.no_promise;
        let counts_on = spoken.said.as_deref().or(spoken.heard.as_deref()).unwrap_or(nothing);
        let stands = if was_made || spoken.kept == Kept::Beyond { (self.strings.standing)(spoken.kept) } else { nothing };
        let stands = said(Tag::Cell, "verdict", stands);
        row(spoken.kept.word(), &spoken.name, [cell(counts_on), cell(spoken.keep.as_str()), stands])
    }

    pub(super) fn facts(&self) -> Option<Node> {
        let facts = &self.about.session.scenario().facts;
        if facts.is_empty() {
            return None;
        }
        let state = self.about.session.state();
        let known: Vec<_> = facts.iter().zip(0..).filter(|(_, at)| state.facts.contains(*at)).collect();
        let missed = facts.len() - known.len();
        let mut parts = Vec::new();
        if known.is_empty() {
            parts.push(paragraph("", self.strings.notes_empty));
        } else {
            parts.push(element(Tag::List, "", known.into_iter().map(|(fact, _)| said(Tag::Item, "", fact.text.as_str()))));
        }
        if missed > 0 {
            parts.push(paragraph("hint", self.words.facts_missed));
        }
        Some(section("notes", self.strings.notes_title, parts))
    }
}
