//! Looking back on an attempt: how it ended, first the learner's own view of where it
//! turned, then the account.

use super::waiting::{coming, failure, missing};
use super::{Act as Any, Effect, Found, Given, Screen, Sheet, World};
use crate::debrief::{document, outcome};
use crate::i18n::Strings;
use crate::markup::{ButtonState, Node, Tag, element, paragraph, said, section};
use crate::pack::Pack;
use crate::record::{Deed, Played};
use crate::session::{Event, Session};

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
}

impl Debrief {
    pub fn open(scenario: &str, attempt: Option<u64>, _: &mut World) -> Self {
        Self { scenario: scenario.to_owned(), attempt }
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
            Found::Here((pack, session)) => {
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
            }
            Act::PlayOn(turn) => {
                world.see_to(Effect::Resume(attempt.fork(turn)));
            }
            Act::Download => {
                let name = format!("{}-{}.attempt.json", attempt.scenario, attempt.seed);
                world.see_to(Effect::Download { name, text: attempt.to_json() });
            }
            Act::Print => world.see_to(Effect::Print),
        }
    }
}

impl Debrief {
    fn parts(&self, world: &World, sheet: &mut Sheet, at: u64, played: &Played, pack: &Pack, session: &Session) -> Vec<Node> {
        let strings = Strings::of(world.language);
        let back = Node::Link { class: "back".to_owned(), to: "#/".to_owned(), label: strings.back_to_library.to_owned() };
        let title = format!("{} · {}", strings.debrief, pack.scenario.title);
        let mut parts = vec![element(Tag::Paragraph, "back", [back]), said(Tag::Title, "", title)];
        parts.extend(outcome(strings, session));
        match (world.record.named(at), world.scorecard(&played.attempt)) {
            (None, _) => parts.push(question(world, sheet, session)),
            (Some(_), Found::Coming) => parts.push(paragraph("waiting", strings.working_out)),
            (Some(named), card) => {
                let card = if let Found::Here(card) = card { card } else { None };
                let named = named.and_then(|turn| usize::try_from(turn).ok()).filter(|turn| *turn < session.turns().len());
                parts.extend(document(session, &pack.guide, card.as_ref(), named));
            }
        }
        let again = Node::Link {
            class: "button primary".to_owned(),
            to: format!("#/{}", self.scenario),
            label: strings.play_again.to_owned(),
        };
        let download = sheet.button("button", strings.download_attempt, Any::Debrief(Act::Download));
        parts.push(element(Tag::Paragraph, "actions", [again, download]));
        parts.push(paragraph("hint", strings.result_note));
        parts
    }
}

/// "Where did it turn?" comes before any figure.
fn question(world: &World, sheet: &mut Sheet, session: &Session) -> Node {
    let strings = Strings::of(world.language);
    let scenario = session.scenario();
    let turns: Vec<Node> = (0..)
        .zip(session.turns())
        .map(|(at, turn)| {
            let replies = turn.events.iter().filter_map(|event| match event {
                Event::Said { reply } => Some(scenario.reply(*reply)?.say.as_str()),
                _ => None,
            });
            let replies = replies.collect::<Vec<_>>().join(" / ");
            let number = usize::try_from(at).unwrap_or(usize::MAX).saturating_add(1);
            let label = vec![said(Tag::Span, "number", (strings.turn)(number)), said(Tag::Span, "", replies)];
            let button = sheet.button_with("reply", None, ButtonState::Plain, label, Any::Debrief(Act::Name(Some(at))));
            element(Tag::Item, "", [button])
        })
        .collect();
    let skip = sheet.button("button", strings.show_anyway, Any::Debrief(Act::Name(None)));
    let parts = [
        paragraph("hint", strings.where_did_it_turn_hint),
        element(Tag::Numbered, "", turns),
        element(Tag::Paragraph, "", [skip]),
    ];
    section("question", strings.where_did_it_turn, parts)
}
