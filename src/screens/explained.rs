//! The best line with the why of every move, at the learner's own pace.

use super::flywheel::{Next, focus_on, head, onward, ready, unjudged, window};
use super::{Act as Any, Focus, Given, Screen, Sheet, World};
use crate::debrief::{self, About};
use crate::i18n::Strings;
use crate::i18n::flywheel::Words;
use crate::markup::{ButtonState, Node, Tag, element, paragraph, section};
use crate::pack::Pack;
use crate::practice::line::{Line, best};
use crate::record::{Deed, Pass};
use crate::telling::heard;
use std::cell::OnceCell;
use std::rc::Rc;

/// What can be done while reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Back,
    Next,
    All,
    /// It was read to the end.
    Read,
}

pub struct Explained {
    scenario: String,
    line: OnceCell<Option<(Rc<Pack>, Line)>>,
    /// So many turns are shown.
    shown: usize,
    is_read: bool,
    /// The last press used up its own button, or asked for what stands at the end.
    to_the_way_on: bool,
}

impl Explained {
    pub fn open(scenario: &str, _: &mut World) -> Self {
        Self { scenario: scenario.to_owned(), line: OnceCell::new(), shown: 1, is_read: false, to_the_way_on: false }
    }

    fn line(&self, world: &World, sheet: &mut Sheet) -> Option<&(Rc<Pack>, Line)> {
        if self.line.get().is_none() {
            let (pack, values) = ready(world, sheet, &self.scenario)?;
            let line = best(&pack.scenario, &values).map(|line| (pack, line));
            let _ = self.line.set(line);
        }
        let line = self.line.get().and_then(Option::as_ref);
        if line.is_none() {
            unjudged(world, sheet, &self.scenario);
        }
        line
    }

    fn turns(&self) -> usize {
        self.line.get().and_then(Option::as_ref).map_or(0, |(_, line)| line.session.turns().len())
    }
}

impl Screen for Explained {
    fn title(&self, world: &World) -> String {
        window(world, &self.scenario, Pass::Explained)
    }

    fn show(&self, world: &World, sheet: &mut Sheet) {
        let words = Words::of(world.language);
        let Some((pack, line)) = self.line(world, sheet) else { return };
        let mut parts = head(world, pack, Pass::Explained);
        let transcript = transcript(world, pack, line, self.shown);
        if self.is_read {
            parts.extend([onward(world, &self.scenario, Next::Play), transcript]);
            sheet.focus = Focus::Top;
        } else {
            parts.extend([paragraph("lead", words.explained_intro), transcript]);
            parts.push(paragraph("hint", (words.turn_of)(self.shown.min(self.turns()), self.turns())));
            parts.push(self.controls(words, sheet));
        }
        sheet.nodes.push(element(Tag::Section, "explained", parts));
    }

    fn act(&mut self, act: Any, _: Given, world: &mut World) {
        let Any::Explained(act) = act else { return };
        let turns = self.turns();
        match act {
            Act::Back => self.shown = self.shown.saturating_sub(1).max(1),
            Act::Next => self.shown = (self.shown + 1).min(turns),
            Act::All => self.shown = turns,
            Act::Read => {
                self.is_read = true;
                world.note(Deed::Passed { scenario: self.scenario.clone(), pass: Pass::Explained });
            }
        }
        self.to_the_way_on = self.shown >= turns && act != Act::Back;
    }
}

impl Explained {
    fn controls(&self, words: &Words, sheet: &mut Sheet) -> Node {
        let is_whole = self.shown >= self.turns();
        let can_go_back = if self.shown > 1 { ButtonState::Plain } else { ButtonState::Disabled };
        let mut button = |key, class, label: &str, state, act| {
            sheet.button_with(class, Some(key), state, vec![Node::Text(label.to_owned())], Any::Explained(act))
        };
        let mut buttons = vec![button('1', "button", words.turn_back, can_go_back, Act::Back)];
        if is_whole {
            buttons.push(button('2', "button primary", words.read_it, ButtonState::Plain, Act::Read));
        } else {
            buttons.push(button('2', "button primary", words.next_turn, ButtonState::Plain, Act::Next));
            buttons.push(button('3', "button quiet", words.all_turns, ButtonState::Plain, Act::All));
        }
        if self.to_the_way_on {
            buttons.get(1).into_iter().for_each(|on| focus_on(sheet, on));
        }
        element(Tag::Paragraph, "actions", buttons)
    }
}

/// The line as far as so many turns, as in a debrief.
fn transcript(world: &World, pack: &Pack, line: &Line, shown: usize) -> Node {
    let strings = Strings::of(world.language);
    let opening = element(Tag::Block, "opening", heard(strings, &pack.scenario, line.session.opening()));
    let turns = (0..shown).map(|at| element(Tag::Item, "", debrief::turn(&About::new(&line.session, &pack.guide, None), at)));
    let transcript = element(Tag::Block, "transcript", [opening, element(Tag::Numbered, "", turns)]);
    section("log", strings.conversation, [transcript])
}
