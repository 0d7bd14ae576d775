//! What was done: the passes gone through with each scenario, and every conversation.

use super::{Act, LISTED, Progress, link, title_of};
use crate::i18n::Strings;
use crate::i18n::progress::Words;
use crate::markup::{ButtonState, Control, Node, Tag, cell, element, paragraph, row, said, section, table};
use crate::practice::calendar::iso;
use crate::record::{Digest, Done, Pass, Played};
use crate::screens::{Act as Any, Focus, Place, Sheet, World};
use crate::session::Mode;

/// The four passes of the flywheel for every scenario of the library; nothing while none
/// was begun.
pub fn passes(world: &World) -> Option<Node> {
    let words = Words::of(world.language);
    let digest = Digest::of(world.record.entries());
    let cards = world.catalogue.in_language(world.language);
    let done: Vec<(&str, Done)> = cards.iter().map(|card| (card.title.as_str(), digest.of_scenario(&card.id))).collect();
    let rows = done.iter().map(|(title, done)| {
        let passed = |pass: Pass| cell(if done.passes.contains(&pass) { words.done } else { words.not_done });
        let cells = [passed(Pass::Watch), passed(Pass::Explained), cell(played(words, done)), passed(Pass::TeachBack)];
        row("", title, cells)
    });
    let strings = Strings::of(world.language);
    let columns = [words.customer, strings.pass_watch, strings.pass_explained, strings.pass_play, strings.pass_teach_back];
    let parts = [paragraph("hint", words.passes_hint), table(&columns, rows)];
    let is_begun = done.iter().any(|(_, done)| done.played || !done.passes.is_empty());
    is_begun.then(|| section("passes", words.passes, parts))
}

/// The best score of a scenario, or that it was played.
fn played(words: &Words, done: &Done) -> String {
    match done.best {
        Some(score) => format!("{}%", score / 100),
        None if done.played => words.done.to_owned(),
        None => words.not_done.to_owned(),
    }
}

impl Progress {
    /// Every conversation, newest first; nothing while there is none.
    pub(super) fn attempts(&self, world: &World, sheet: &mut Sheet) -> Option<Node> {
        let words = Words::of(world.language);
        let all = world.record.played().count();
        let mut items = Vec::new();
        for (place, (at, played)) in world.record.played().rev().take(self.listed).enumerate() {
            let download = sheet.means(Any::Progress(Act::Download(at)));
            if self.has_more && place + LISTED == self.listed {
                sheet.focus = Focus::Control(download);
            }
            items.push(attempt(world, at, played, download));
        }
        let mut parts = vec![element(Tag::List, "attempts", items)];
        let left = all.saturating_sub(self.listed).min(LISTED);
        if left > 0 {
            let more = sheet.button("button", &(words.more)(left), Any::Progress(Act::More));
            parts.push(element(Tag::Paragraph, "actions", [more]));
        }
        (all > 0).then(|| section("", words.attempts, parts))
    }
}

/// One conversation: what it was, what came of it, the way to look back on it, and a
/// button that means `download`.
fn attempt(world: &World, at: u64, played: &Played, download: u32) -> Node {
    let (strings, words) = (Strings::of(world.language), Words::of(world.language));
    let attempt = &played.attempt;
    let (title, date) = (title_of(world, &attempt.scenario), iso(world.clock.day_of(at)));
    let how = match (attempt.fork, attempt.mode) {
        (Some(turn), _) => (words.played_on)(usize::try_from(turn).unwrap_or(usize::MAX).saturating_add(1)),
        (None, Mode::Coached) => strings.mode_coached.to_owned(),
        (None, Mode::Exam) => strings.mode_exam.to_owned(),
    };
    let score = attempt.claim.and_then(|claim| claim.score);
    let score = score.map_or_else(|| words.no_score.to_owned(), |score| format!("{}%", score / 100));
    let outcome = attempt.claim.map(|claim| (strings.outcome)(claim.outcome).to_owned());
    // Twenty buttons of the same name would be hard to tell apart by ear.
    let label = vec![Node::Text(words.download.to_owned()), said(Tag::Span, "unseen", format!(" {title} {date}"))];
    let (class, state) = ("button quiet".to_owned(), ButtonState::Plain);
    let button = Node::Control(Control::Button { act: download, class, key: None, state, children: label });
    let told: Vec<String> = [date, how, score].into_iter().chain(outcome).collect();
    let to = Place::Debrief { scenario: attempt.scenario.clone(), attempt: Some(at) }.hash();
    let parts = [link("", to, title), said(Tag::Span, "hint", told.join(words.between)), button];
    element(Tag::Item, "", parts)
}
