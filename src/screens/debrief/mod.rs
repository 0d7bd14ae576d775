//! Looking back on an attempt: how it ended, first the learner's own view of where it
//! turned, then the account, and from any turn a way to play on.

mod attempts;
mod question;

pub use attempts::when_and_how;

use super::flywheel::bar;
use super::waiting::{coming, failure, missing};
use super::ways::to_library;
use super::{Act as Any, Effect, Focus, Found, Given, Screen, Sheet, World};
use crate::debrief::{About, PlayOn, document, outcome};
use crate::i18n::Strings;
use crate::i18n::review::Words;
use crate::markup::{Node, Tag, element, paragraph, said};
use crate::pack::Pack;
use crate::practice::confidence::sure_and_costly;
use crate::record::{Deed, Played};
use crate::session::Session;
use std::cell::Cell;

/// What can be done while looking back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Names the turn (from 0) in which it was won or lost; `None`: will not say.
    Name(Option<u32>),
    /// Plays on from before a turn (from 0).
    PlayOn(usize),
    Download,
    Print,
}

pub struct Debrief {
    scenario: String,
    /// The attempt's time in the record; `None`: the last.
    attempt: Option<u64>,
    /// Where focus goes when it is shown next.
    focus: Cell<Focus>,
}

impl Debrief {
    pub fn open(scenario: &str, attempt: Option<u64>, _: &mut World) -> Self {
        Self { scenario: scenario.to_owned(), attempt, focus: Cell::default() }
    }

    /// The attempt that is looked back on, with its time.
    fn played<'w>(&self, world: &'w World) -> Option<(u64, &'w Played)> {
        match self.attempt {
            Some(at) => world.record.attempt(at).map(|played| (at, played)),
            None => world.record.played().rev().find(|(_, played)| played.attempt.scenario == self.scenario),
        }
    }
}

impl Screen for Debrief {
    fn title(&self, world: &World) -> String {
        let strings = Strings::of(world.language);
        let title = world.card(&self.scenario).map_or("", |card| card.title.as_str());
        format!("{} · {title}", strings.debrief)
    }

    fn show(&self, world: &World, sheet: &mut Sheet) {
        sheet.focus = self.focus.take();
        let strings = Strings::of(world.language);
        if world.is_being_noted(&self.scenario) {
            sheet.nodes.push(paragraph("waiting", strings.working_out));
            return;
        }
        let Some((at, played)) = self.played(world) else {
            let to = format!("#/{}", self.scenario);
            let back = Node::Link { class: "button".to_owned(), to, label: strings.play_again.to_owned() };
            sheet.nodes.push(failure(strings.no_such_attempt, [back]));
            return;
        };
        match world.replayed(&played.attempt) {
            Found::Coming => coming(world, sheet),
            Found::Missing => missing(world, sheet, &self.scenario),
            Found::Here(None) => {
                let parts = self.other_version(world, sheet, at, played);
                sheet.nodes.push(element(Tag::Section, "debrief", parts));
            }
            Found::Here(Some((pack, session))) => {
                let parts = self.parts(world, sheet, at, played, &pack, &session);
                sheet.nodes.push(element(Tag::Section, "debrief", parts));
            }
        }
    }

    fn act(&mut self, act: Any, _: Given, world: &mut World) {
        let (Any::Debrief(act), Some((at, played))) = (act, self.played(world)) else { return };
        let attempt = played.attempt.clone();
        match act {
            Act::Name(turn) => {
                world.note(Deed::Named { attempt: at, turn });
                self.focus.set(Focus::Top);
            }
            Act::PlayOn(turn) => {
                world.see_to(Effect::Resume(attempt.fork(turn)));
            }
            Act::Download => world.see_to(Effect::file_of(&attempt)),
            Act::Print => world.see_to(Effect::Print),
        }
    }
}

impl Debrief {
    fn parts(&self, world: &World, sheet: &mut Sheet, at: u64, played: &Played, pack: &Pack, session: &Session) -> Vec<Node> {
        let strings = Strings::of(world.language);
        let title = format!("{} · {}", strings.debrief, pack.scenario.title);
        let mut parts = vec![to_library(world), said(Tag::Title, "", title)];
        parts.push(paragraph("hint", attempts::when_and_how(world, at, &played.attempt)));
        parts.push(bar(world, &self.scenario, None));
        parts.extend(outcome(strings, session));
        // The figures are asked for before the learner answers, so that they are there then.
        match (world.record.named(at), world.measured(session)) {
            (None, _) => parts.push(question::question(world, sheet, session)),
            (Some(_), Found::Coming) => parts.push(paragraph("waiting", strings.working_out)),
            (Some(named), card) => {
                let card = if let Found::Here(card) = card { card } else { None };
                let attempt = &played.attempt;
                let sure = card.as_ref().map(|card| sure_and_costly(attempt, card)).unwrap_or_default();
                let about = About {
                    guess: named.and_then(|turn| usize::try_from(turn).ok()),
                    confidences: &attempt.confidences,
                    sure: &sure,
                    forecast: &attempt.forecast,
                    ..About::new(session, &pack.guide, card.as_ref())
                };
                parts.extend(document(&about, self.play_on(world, sheet, session.turns().len())));
                parts.extend(attempts::section_of(world, at));
            }
        }
        parts.push(self.actions(world, sheet));
        parts.push(paragraph("hint", strings.result_note));
        parts
    }

    /// What is shown of an attempt at another version of the scenario.
    fn other_version(&self, world: &World, sheet: &mut Sheet, at: u64, played: &Played) -> Vec<Node> {
        let words = Words::of(world.language);
        let mut parts = vec![to_library(world), said(Tag::Title, "", words.other_version)];
        parts.push(attempts::in_figures(world, at, played));
        parts.push(paragraph("", words.other_version_hint));
        parts.push(self.actions(world, sheet));
        parts.extend(attempts::section_of(world, at));
        parts
    }

    /// A button for each turn, and what pressing it means, once.
    fn play_on(&self, world: &World, sheet: &mut Sheet, turns: usize) -> PlayOn {
        let words = Words::of(world.language);
        let mut note = vec![Node::Text(words.play_on_note.to_owned())];
        if world.under_way.contains(&self.scenario) {
            note.push(said(Tag::Strong, "", words.gives_up));
        }
        let controls =
            (0..turns).map(|turn| sheet.button("button quiet", &(words.play_on)(turn + 1), Any::Debrief(Act::PlayOn(turn))));
        PlayOn { controls: controls.collect(), notes: vec![element(Tag::Paragraph, "hint play-on", note)] }
    }

    fn actions(&self, world: &World, sheet: &mut Sheet) -> Node {
        let strings = Strings::of(world.language);
        let again = Node::Link {
            class: "button primary".to_owned(),
            to: format!("#/{}", self.scenario),
            label: strings.play_again.to_owned(),
        };
        let download = sheet.button("button", strings.download_attempt, Any::Debrief(Act::Download));
        let print = sheet.button("button", Words::of(world.language).print, Any::Debrief(Act::Print));
        element(Tag::Paragraph, "actions", [again, download, print])
    }
}
