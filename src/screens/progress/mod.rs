//! How am I doing, and what next?

mod history;
mod next;
mod steps;
mod sureness;

use super::{Act as Any, Effect, Given, Place, Screen, Sheet, World};
use crate::i18n::progress::Words;
use crate::markup::{Node, Tag, element, paragraph, said, section};

/// So many conversations are listed, and so many more each time.
const LISTED: usize = 20;

/// What can be done on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Shows the steps of another method, by its id.
    Method(String),
    /// Lists more conversations.
    More,
    /// Hands out the conversation of that time as a file.
    Download(u64),
}

pub struct Progress {
    /// The method whose steps are shown; `None`: the most practised one.
    method: Option<String>,
    listed: usize,
    /// More conversations were asked for, so that the first of them has the focus.
    has_more: bool,
}

impl Default for Progress {
    fn default() -> Self {
        Self { method: None, listed: LISTED, has_more: false }
    }
}

impl Screen for Progress {
    fn title(&self, world: &World) -> String {
        Words::of(world.language).title.to_owned()
    }

    fn show(&self, world: &World, sheet: &mut Sheet) {
        let words = Words::of(world.language);
        let mut parts = vec![said(Tag::Title, "", words.title)];
        let has_played = world.record.played().next().is_some();
        if world.record.entries().is_empty() {
            parts.push(paragraph("lead", words.beginning));
        }
        let due = due(world);
        parts.push(next::next(world, due));
        parts.extend(self.steps(world, sheet));
        if has_played {
            parts.push(sureness::forecasts(world));
        }
        parts.extend(sureness::sureness(world));
        if has_played || world.record.drilled().next().is_some() {
            parts.push(drills(words, due));
        }
        parts.extend(history::passes(world));
        parts.extend(self.attempts(world, sheet));
        parts.push(journal(words));
        parts.push(device(words));
        sheet.nodes.push(element(Tag::Section, "progress", parts));
    }

    fn act(&mut self, act: Any, _: Given, world: &mut World) {
        let Any::Progress(act) = act else { return };
        self.has_more = act == Act::More;
        match act {
            Act::Method(method) => self.method = Some(method),
            Act::More => self.listed += LISTED,
            Act::Download(at) => {
                if let Some(played) = world.record.attempt(at) {
                    let file = Effect::file_of(&played.attempt);
                    world.see_to(file);
                }
            }
        }
    }
}

/// How many drills are due.
fn due(world: &World) -> usize {
    world.schedule().due_at_all(world.clock.today())
}

fn drills(words: &Words, due: usize) -> Node {
    let said = if due == 0 { words.nothing_due.to_owned() } else { (words.due)(due) };
    section("", words.drills, [paragraph("", said), way("button", &Place::Drills, words.to_drills)])
}

fn journal(words: &Words) -> Node {
    section("", words.journal, [paragraph("", words.journal_hint), way("button", &Place::Journal, words.to_journal)])
}

fn device(words: &Words) -> Node {
    section("", words.device, [paragraph("", words.device_hint), way("button", &Place::Keeping, words.to_device)])
}

/// A way to another place, on a line of its own.
fn way(class: &str, to: &Place, label: &str) -> Node {
    element(Tag::Paragraph, "actions", [link(class, to.hash(), label)])
}

fn link(class: &str, to: String, label: impl Into<String>) -> Node {
    Node::Link { class: class.to_owned(), to, label: label.into() }
}

/// What a scenario is called: by its card, or by its id where it is a trainer's own.
fn title_of<'w>(world: &'w World, scenario: &'w str) -> &'w str {
    world.card(scenario).map_or(scenario, |card| &card.title)
}
