//! `play`: a conversation in the terminal. What is said and judged is in the
//! language of the scenario, what is asked for around it in the user's.

mod answer;
mod look_back;
mod save;

use super::{Context, Failure, Outcome, Ran, subject};
use crate::i18n::Strings;
use crate::i18n::command::play::Words;
use crate::markup::terminal::render;
use crate::markup::{Node, Tag, element, paragraph, said};
use crate::pack::Pack;
use crate::scenario::{ReplyId, Scenario};
use crate::session::{Attempt, Choice, Mode, Session, rules};
use crate::telling;
use answer::Answer;
use clap::ArgMatches;
use save::Save;
use std::path::PathBuf;
use std::rc::Rc;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// A conversation under way.
struct Game {
    pack: Pack,
    /// Of the scenario.
    strings: &'static Strings,
    /// Of the user.
    words: &'static Words,
    session: Session,
    attempt: Attempt,
    save: Option<Save>,
    began: Instant,
}

/// Longer lines are hard to read, in cells.
const READABLE: usize = 88;

/// How a conversation stopped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Over,
    Left,
}

pub fn run(context: &mut Context, matches: &ArgMatches) -> Ran {
    let Some(loaded) = subject::open(context, matches)? else { return Ok(Outcome::Problems) };
    let save = matches.get_one::<PathBuf>("save").map(|path| Save::new(path)).transpose()?;
    let seed = matches.get_one("seed").copied().unwrap_or_else(fresh_seed);
    let mode = if matches.get_flag("coached") { Mode::Coached } else { Mode::Exam };
    let pack = Pack::new(Rc::unwrap_or_clone(loaded.scenario), &loaded.method);
    let mut game = Game::begin(pack, seed, mode, Words::of(context.language), save);
    game.open(context)?;
    match game.talk(context)? {
        Stop::Over => game.look_back(context)?,
        Stop::Left => context.terminal.say(&(game.words.left)(game.session.turns().len()))?,
    }
    if let Some(save) = &game.save {
        context.terminal.say(&(game.words.saved)(&save.path()))?;
    }
    Ok(Outcome::Clean)
}

/// Short enough to be typed again.
fn fresh_seed() -> u32 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u32::try_from(now.as_millis() % 1_000_000).unwrap_or_default()
}

impl Game {
    fn begin(pack: Pack, seed: u32, mode: Mode, words: &'static Words, save: Option<Save>) -> Self {
        let strings = Strings::of(pack.scenario.language);
        let session = Session::begin(Rc::clone(&pack.scenario), seed);
        let attempt = Attempt::new(&pack.scenario, &pack.hashes, seed, mode);
        Self { pack, strings, words, session, attempt, save, began: Instant::now() }
    }

    fn scenario(&self) -> &Scenario {
        &self.pack.scenario
    }

    /// What the learner knows beforehand, and what is heard first.
    fn open(&self, context: &mut Context) -> Result<(), Failure> {
        let mut parts = vec![said(Tag::Heading, "", &*self.scenario().title)];
        parts.extend(telling::briefing(self.strings, self.scenario()));
        parts.push(said(Tag::Heading, "", self.strings.conversation));
        parts.push(paragraph("hint", (self.words.seed)(self.session.seed())));
        parts.extend(telling::heard(self.strings, self.scenario(), self.session.opening()));
        parts.extend(self.mood(None));
        show(context, &parts)
    }

    /// Turn for turn, until it is over or left.
    fn talk(&mut self, context: &mut Context) -> Result<Stop, Failure> {
        self.keep()?;
        while !self.session.is_over() {
            let offer = self.session.offer();
            self.show_replies(context, &offer)?;
            let Some(choice) = self.choose(context, &offer)? else { return Ok(Stop::Left) };
            context.terminal.say("")?;
            self.say(context, &choice)?;
        }
        Ok(Stop::Over)
    }

    fn show_replies(&self, context: &mut Context, offer: &[ReplyId]) -> Result<(), Failure> {
        let turn = (self.strings.turn)(self.session.turns().len() + 1);
        let pick = self.session.pick_count().map(self.strings.pick);
        let heading = std::iter::once(turn).chain(pick).map(|part| said(Tag::Span, "", part));
        let replies = offer.iter().filter_map(|id| self.scenario().reply(*id));
        let replies = element(Tag::Numbered, "", replies.map(|reply| said(Tag::Item, "", &*reply.say)));
        show(context, &[element(Tag::Subheading, "", heading), replies])
    }

    /// What is typed, as a choice; `None`: the learner leaves.
    fn choose(&self, context: &mut Context, offer: &[ReplyId]) -> Result<Option<Choice>, Failure> {
        let count = self.session.pick_count();
        let question = match count {
            None => (self.words.ask_one)(offer.len()),
            Some(count) => (self.words.ask_several)(count, offer.len()),
        };
        loop {
            let typed = context.terminal.ask(&question)?;
            match answer::read(typed.as_deref(), offer.len(), count.unwrap_or(1)) {
                Answer::Chosen(places) => return Ok(Some(self.positions(offer, &places))),
                Answer::Leave => return Ok(None),
                Answer::NotOffered(what) => context.terminal.say(&(self.words.not_offered)(&what, offer.len()))?,
                Answer::OtherCount(named) => context.terminal.say(&(self.words.other_count)(count.unwrap_or(1), named))?,
            }
        }
    }

    /// The places in the file of replies as they are shown, sorted.
    fn positions(&self, offer: &[ReplyId], shown: &[usize]) -> Choice {
        let Some(scene) = self.scenario().scene(self.session.state().scene) else { return Choice::new() };
        let chosen = shown.iter().filter_map(|at| rules::position(scene, *offer.get(*at)?));
        let mut choice: Choice = chosen.collect();
        choice.sort_unstable();
        choice
    }

    /// Plays a turn, keeps it, and only then shows it.
    fn say(&mut self, context: &mut Context, choice: &[u8]) -> Result<(), Failure> {
        let Ok(next) = self.session.choose(choice) else { return Ok(()) };
        let mood = telling::mood(&self.session).map(|(mood, _)| mood);
        self.session = next;
        self.attempt.record(choice, u64::try_from(self.began.elapsed().as_millis()).unwrap_or(u64::MAX));
        self.keep()?;
        let events = self.session.turns().last().map_or(&[][..], |turn| &turn.events);
        let mode = self.attempt.mode;
        let mut parts = telling::exchange(self.strings, &self.pack.guide, self.scenario(), mode, events);
        parts.extend(self.mood(mood));
        parts.extend(telling::changes(self.strings, &self.session, mode, events));
        show(context, &parts)
    }

    /// How the customer looks, where that changed.
    fn mood(&self, before: Option<u8>) -> Option<Node> {
        let (mood, _) = telling::mood(&self.session).filter(|(mood, _)| before != Some(*mood))?;
        let looks = (self.strings.mood_label)(&self.scenario().customer.name, (self.strings.mood)(mood));
        Some(paragraph("cue", looks))
    }

    fn keep(&mut self) -> Result<(), Failure> {
        match &mut self.save {
            Some(save) => save.keep(&self.attempt),
            None => Ok(()),
        }
    }
}

/// Shows a document with an empty line after it.
fn show(context: &mut Context, nodes: &[Node]) -> Result<(), Failure> {
    let styles = context.terminal.styles();
    let text = render(nodes, context.terminal.width().min(READABLE), styles);
    Ok(context.terminal.say(&text)?)
}
