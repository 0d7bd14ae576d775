//! Watching: the best line acted out, then a flawed one in which to find the mistakes.

use super::flywheel::{Next, focus_on, head, onward, ready, unjudged, window};
use super::{Act as Any, Effect, Focus, Given, Screen, Sheet, World};
use crate::debrief::{self, About};
use crate::i18n::Strings;
use crate::i18n::flywheel::Words;
use crate::markup::{ButtonState, Node, Tag, element, paragraph, section};
use crate::pack::Pack;
use crate::practice::acting::{Beat, beats};
use crate::practice::line::{Line, Purpose, Spotted, best, flawed};
use crate::record::{Deed, Pass};
use crate::scenario::{Outcome, Tone};
use crate::session::{Event, Turn};
use crate::telling::heard;
use std::cell::OnceCell;
use std::rc::Rc;

/// What can be done while watching.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Run,
    /// From the beginning.
    Again,
    Pause,
    Back,
    Forward,
    All,
    /// On to the flawed line.
    Flawed,
    /// Takes the reply of a turn (from 0) for a mistake, or no longer.
    Mark(usize),
    Compare,
}

pub struct Watch {
    scenario: String,
    /// Which flawed line it is: another after each time that one was gone through.
    number: u32,
    lines: OnceCell<Option<Lines>>,
    stage: At,
    /// Where focus goes next.
    focus: Wish,
}

/// How far the learner has come.
enum At {
    /// So many beats of the best line are shown; it may be running.
    Acting {
        shown: usize,
        running: bool,
    },
    /// Looks for the mistakes of the flawed line; the turns marked.
    Looking(Vec<usize>),
    Compared(Vec<usize>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    Nothing,
    Top,
    /// The way on from the best line.
    On,
}

struct Lines {
    pack: Rc<Pack>,
    best: Line,
    beats: Vec<Beat>,
    flawed: Option<Line>,
}

impl Watch {
    pub fn open(scenario: &str, world: &mut World) -> Self {
        let round = world.record.times_passed(scenario, Pass::Watch);
        Self {
            scenario: scenario.to_owned(),
            number: Purpose::Looking.number(scenario, round),
            lines: OnceCell::new(),
            stage: At::Acting { shown: 0, running: false },
            focus: Wish::Nothing,
        }
    }

    fn lines(&self, world: &World, sheet: &mut Sheet) -> Option<&Lines> {
        if self.lines.get().is_none() {
            let (pack, values) = ready(world, sheet, &self.scenario)?;
            let lines = best(&pack.scenario, &values).map(|best| Lines {
                beats: beats(&best.session),
                best,
                flawed: flawed(&pack.scenario, &values, self.number),
                pack,
            });
            let _ = self.lines.set(lines);
        }
        let lines = self.lines.get().and_then(Option::as_ref);
        if lines.is_none() {
            unjudged(world, sheet, &self.scenario);
        }
        lines
    }
}

impl Screen for Watch {
    fn title(&self, world: &World) -> String {
        window(world, &self.scenario, Pass::Watch)
    }

    fn show(&self, world: &World, sheet: &mut Sheet) {
        let Some(lines) = self.lines(world, sheet) else { return };
        let mut parts = head(world, &lines.pack, Pass::Watch);
        match (&self.stage, &lines.flawed) {
            (At::Looking(marked), Some(flawed)) => parts.push(looking(world, sheet, flawed, marked)),
            (At::Compared(marked), Some(flawed)) => {
                parts.push(compared(world, lines, flawed, marked));
                parts.push(onward(world, &self.scenario, Next::Explained));
            }
            (At::Acting { shown, running }, _) => parts.extend(self.acting(world, sheet, lines, *shown, *running)),
            (At::Looking(_) | At::Compared(_), None) => parts.push(onward(world, &self.scenario, Next::Explained)),
        }
        if self.focus == Wish::Top {
            sheet.focus = Focus::Top;
        }
        sheet.nodes.push(element(Tag::Section, "watch", parts));
    }

    fn act(&mut self, act: Any, _: Given, world: &mut World) {
        let Some(lines) = self.lines.get().and_then(Option::as_ref) else { return };
        self.focus = Wish::Nothing;
        match (act, &mut self.stage) {
            (Any::Tick, At::Acting { shown, running: true }) => show_next(lines, shown, world),
            (Any::Watch(Act::Flawed), At::Acting { .. }) => {
                self.focus = Wish::Top;
                self.stage = At::Looking(Vec::new());
                if lines.flawed.is_none() {
                    self.stage = At::Compared(Vec::new());
                    world.note(Deed::Passed { scenario: self.scenario.clone(), pass: Pass::Watch });
                }
            }
            (Any::Watch(act), At::Acting { shown, running }) => {
                *running = matches!(act, Act::Run | Act::Again);
                match act {
                    Act::Run | Act::Forward => show_next(lines, shown, world),
                    Act::Again => {
                        *shown = 0;
                        show_next(lines, shown, world);
                    }
                    Act::Back => *shown = shown.saturating_sub(1).max(1),
                    Act::All => *shown = lines.beats.len(),
                    Act::Pause | Act::Flawed | Act::Mark(_) | Act::Compare => {}
                }
                // What was pressed cannot be pressed again.
                if *shown >= lines.beats.len() && matches!(act, Act::Forward | Act::All) {
                    self.focus = Wish::On;
                }
            }
            (Any::Watch(Act::Mark(turn)), At::Looking(marked)) => match marked.iter().position(|other| *other == turn) {
                Some(at) => drop(marked.remove(at)),
                None => marked.push(turn),
            },
            (Any::Watch(Act::Compare), At::Looking(marked)) => {
                self.stage = At::Compared(std::mem::take(marked));
                self.focus = Wish::Top;
                world.note(Deed::Passed { scenario: self.scenario.clone(), pass: Pass::Watch });
            }
            _ => {}
        }
    }
}

/// Shows one beat more, and has read aloud what is said in it.
fn show_next(lines: &Lines, shown: &mut usize, world: &mut World) {
    let Some(beat) = lines.beats.get(*shown) else { return };
    *shown += 1;
    if let Some((text, mood)) = beat.speech.clone() {
        world.see_to(Effect::Speak { text, mood });
    }
}

impl Watch {
    fn acting(&self, world: &World, sheet: &mut Sheet, lines: &Lines, shown: usize, running: bool) -> Vec<Node> {
        let words = Words::of(world.language);
        let is_over = shown >= lines.beats.len();
        if running && !is_over {
            sheet.tick = shown.checked_sub(1).and_then(|newest| lines.beats.get(newest)).map(|beat| beat.time);
        }
        let run = match (is_over, running, shown) {
            (true, _, _) => (words.again, Act::Again),
            (false, true, _) => (words.pause, Act::Pause),
            (false, false, 0) => (words.start, Act::Run),
            (false, false, _) => (words.go_on, Act::Run),
        };
        let mut button = |key, class, (label, act): (&str, Act), can| {
            let state = if can { ButtonState::Plain } else { ButtonState::Disabled };
            sheet.button_with(class, Some(key), state, vec![Node::Text(label.to_owned())], Any::Watch(act))
        };
        let buttons = [
            button('1', "button", (words.back, Act::Back), shown > 1),
            button('2', if is_over { "button" } else { "button primary" }, run, true),
            button('3', "button", (words.forward, Act::Forward), !is_over),
            button('4', "button quiet", (words.show_all, Act::All), !is_over),
        ];
        let mut parts = vec![paragraph("lead", words.watch_intro), log(world, lines, shown)];
        parts.push(element(Tag::Paragraph, "actions", buttons));
        if is_over {
            parts.extend(ending(world, &lines.best));
            let label = if lines.flawed.is_some() { words.to_flawed } else { words.read_it };
            parts.extend(lines.flawed.is_none().then(|| paragraph("hint", words.no_flawed)));
            let on = sheet.button("button primary", label, Any::Watch(Act::Flawed));
            if self.focus == Wish::On {
                focus_on(sheet, &on);
            }
            parts.push(element(Tag::Paragraph, "actions", [on]));
        }
        parts
    }
}

/// The best line so far, a turn an item.
fn log(world: &World, lines: &Lines, shown: usize) -> Node {
    let strings = Strings::of(world.language);
    let beats = lines.beats.get(..shown).unwrap_or_default();
    let turns = beats.chunk_by(|beat, next| beat.part == next.part).map(|turn| {
        let events: Vec<Event> = turn.iter().map(|beat| beat.event.clone()).collect();
        element(Tag::Item, "", heard(strings, &lines.pack.scenario, &events))
    });
    element(Tag::Block, "log", [element(Tag::Numbered, "", turns)])
}

/// How the best line ended, and why no better where it ended badly.
fn ending(world: &World, line: &Line) -> Vec<Node> {
    let (strings, words) = (Strings::of(world.language), Words::of(world.language));
    let Some(outcome) = line.session.state().outcome(line.session.scenario()) else { return Vec::new() };
    let hint = match (outcome, outcome.tone()) {
        (Outcome::Unfinished, _) => Some(words.unwritten),
        (_, Tone::Good) => None,
        (_, Tone::Open | Tone::Bad) => Some(words.not_won),
    };
    let ended = paragraph("lead", (strings.outcome)(outcome));
    std::iter::once(ended).chain(hint.map(|hint| paragraph("hint", hint))).collect()
}

/// The flawed line, with a button at every reply.
fn looking(world: &World, sheet: &mut Sheet, line: &Line, marked: &[usize]) -> Node {
    let words = Words::of(world.language);
    let turns = line.session.turns().iter().enumerate().map(|(at, turn)| {
        let (said, after) = halves(world, line, turn);
        let state = if marked.contains(&at) { ButtonState::Pressed } else { ButtonState::Released };
        let label = vec![Node::Text((words.is_mistake)(at + 1))];
        let mark = sheet.button_with("button mark-it", None, state, label, Any::Watch(Act::Mark(at)));
        element(Tag::Item, "", said.into_iter().chain([mark]).chain(after))
    });
    let turns: Vec<Node> = std::iter::once(opening(world, line)).chain(turns).collect();
    let log = element(Tag::Block, "log", [element(Tag::Numbered, "", turns)]);
    let compare = sheet.button("button primary", words.see, Any::Watch(Act::Compare));
    section("looking", words.flawed, [paragraph("hint", words.flawed_intro), log, element(Tag::Paragraph, "actions", [compare])])
}

/// The flawed line again, with what was found and what was missed, each with its reason.
fn compared(world: &World, lines: &Lines, line: &Line, marked: &[usize]) -> Node {
    let words = Words::of(world.language);
    let spotted = line.spotted(marked);
    let count = |what| spotted.iter().filter(|(_, spotted)| *spotted == what).count();
    let (found, missed, fine) = (count(Spotted::Found), count(Spotted::Missed), count(Spotted::Fine));
    let mut parts = vec![paragraph("lead", (words.found_of)(found, found + missed))];
    parts.extend((fine > 0).then(|| paragraph("hint", (words.marked_fine)(fine))));
    let turns = line.session.turns().iter().enumerate().map(|(at, turn)| {
        let (said, after) = halves(world, line, turn);
        let of_turn = spotted.iter().find(|(turn, _)| *turn == at).map(|(_, spotted)| *spotted);
        match of_turn {
            None => element(Tag::Item, "", said.into_iter().chain(after)),
            Some(spotted) => element(Tag::Item, "turning", told(words, lines, line, at, spotted)),
        }
    });
    let turns: Vec<Node> = std::iter::once(opening(world, line)).chain(turns).collect();
    parts.push(element(Tag::Block, "transcript", [element(Tag::Numbered, "", turns)]));
    section("compared", words.flawed, parts)
}

fn told(words: &Words, lines: &Lines, line: &Line, at: usize, spotted: Spotted) -> Vec<Node> {
    let (class, verdict) = match spotted {
        Spotted::Found => ("spotted found", words.found),
        Spotted::Missed => ("spotted missed", words.missed),
        Spotted::Fine => ("spotted fine", words.fine),
    };
    let turn = debrief::turn(&About::new(&line.session, &lines.pack.guide, Some(&line.card)), at);
    std::iter::once(paragraph(class, verdict)).chain(turn).collect()
}

fn opening(world: &World, line: &Line) -> Node {
    let events = line.session.opening();
    element(Tag::Item, "", heard(Strings::of(world.language), line.session.scenario(), events))
}

/// What the learner's side says in a turn, and what comes of it.
fn halves(world: &World, line: &Line, turn: &Turn) -> (Vec<Node>, Vec<Node>) {
    let (strings, scenario) = (Strings::of(world.language), line.session.scenario());
    let (said, after): (Vec<Event>, Vec<Event>) =
        turn.events.iter().cloned().partition(|event| matches!(event, Event::Said { .. }));
    (heard(strings, scenario, &said), heard(strings, scenario, &after))
}
