//! Teaching back: why a move was right or wrong, then a flawed talk to be mended.

use super::flywheel::{Next, focus_on, head, onward, ready, unjudged, window};
use super::{Act as Any, Focus, Found, Given, Screen, Sheet, World};
use crate::analysis::Values;
use crate::debrief::{self, About};
use crate::i18n::Strings;
use crate::i18n::debrief::Words as DebriefWords;
use crate::i18n::flywheel::Words;
use crate::markup::{ButtonState, Node, Tag, element, paragraph, said, section};
use crate::pack::Pack;
use crate::practice::line::{Line, Purpose, flawed, has_best};
use crate::practice::teach::{Question, Reason, Round};
use crate::record::{Deed, Pass};
use crate::session::{Event, Session};
use crate::telling::heard;
use std::cell::OnceCell;
use std::rc::Rc;

/// What can be done while teaching back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Gives the reason at this place.
    Reason(usize),
    /// Says the reply at this place in the file instead.
    Instead(u8),
    Next,
}

pub struct Teach {
    scenario: String,
    /// The learner's round of this scenario, from 0.
    round: usize,
    matter: OnceCell<Option<Matter>>,
    /// The place of the reason that was given, while it is being explained.
    given: Option<usize>,
    /// What the learner made of each mistake of the flawed line so far.
    mended: Vec<Line>,
    /// The last of these is being explained.
    explaining: bool,
    focus: Wish,
}

/// Where focus goes next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wish {
    Nothing,
    Top,
    Next,
}

/// What is asked about.
struct Matter {
    pack: Rc<Pack>,
    values: Rc<Values>,
    questions: Round,
    /// The learner's last conversation.
    own: Option<Rc<Session>>,
    flawed: Option<Line>,
    /// The turns (from 0) of the flawed line at which it stops.
    stops: Vec<usize>,
}

impl Matter {
    fn of(pack: Rc<Pack>, values: Rc<Values>, own: Option<Session>, round: usize) -> Option<Self> {
        if !has_best(&values) {
            return None;
        }
        let line = |purpose: Purpose| flawed(&pack.scenario, &values, purpose.number(&pack.scenario.id, round));
        let (asked, flawed) = (line(Purpose::Asking), line(Purpose::Mending));
        let own = own.map(Rc::new);
        let sessions: Vec<Rc<Session>> = own.iter().cloned().chain(asked.map(|line| Rc::new(line.session))).collect();
        let questions = Round::new(&sessions, Purpose::Asking.number(&pack.scenario.id, round));
        let stops = flawed.as_ref().map(Line::mistakes).unwrap_or_default();
        Some(Self { questions, own, flawed, stops, pack, values })
    }

    const fn is_empty(&self) -> bool {
        self.questions.count() == 0 && self.stops.is_empty()
    }
}

impl Teach {
    pub fn open(scenario: &str, world: &mut World) -> Self {
        Self {
            scenario: scenario.to_owned(),
            round: world.record.times_passed(scenario, Pass::TeachBack),
            matter: OnceCell::new(),
            given: None,
            mended: Vec::new(),
            explaining: false,
            focus: Wish::Nothing,
        }
    }

    fn matter(&self, world: &World, sheet: &mut Sheet) -> Option<&Matter> {
        if self.matter.get().is_none() {
            let (pack, values) = ready(world, sheet, &self.scenario)?;
            let last = world.record.played().rev().find(|(_, played)| played.attempt.scenario == self.scenario);
            let own = last.and_then(|(_, played)| match world.replayed(&played.attempt) {
                Found::Here(replayed) => replayed.map(|(_, session)| session),
                Found::Coming | Found::Missing => None,
            });
            let _ = self.matter.set(Matter::of(pack, values, own, self.round));
        }
        let matter = self.matter.get().and_then(Option::as_ref);
        if matter.is_none() {
            unjudged(world, sheet, &self.scenario);
        }
        matter
    }

    /// The turn of the flawed line at which it stands, with the place of that stop among
    /// all, from 0; `None` once all were gone through.
    fn stop(&self, matter: &Matter) -> Option<(usize, usize)> {
        let at = self.mended.len() - usize::from(self.explaining);
        Some((at, *matter.stops.get(at)?))
    }
}

impl Screen for Teach {
    fn title(&self, world: &World) -> String {
        window(world, &self.scenario, Pass::TeachBack)
    }

    fn show(&self, world: &World, sheet: &mut Sheet) {
        let words = Words::of(world.language);
        let Some(matter) = self.matter(world, sheet) else { return };
        let mut parts = head(world, &matter.pack, Pass::TeachBack);
        if matter.is_empty() {
            parts.push(paragraph("", words.nothing_to_teach));
        } else if let Some(question) = matter.questions.question() {
            parts.push(self.question(world, sheet, matter, question));
        } else if let (Some((at, turn)), Some(line)) = (self.stop(matter), &matter.flawed) {
            parts.push(self.mending(world, sheet, matter, line, at, turn));
        } else {
            parts.push(self.summary(world, matter));
        }
        if self.focus == Wish::Top {
            sheet.focus = Focus::Top;
        }
        sheet.nodes.push(element(Tag::Section, "teach", parts));
    }

    fn act(&mut self, act: Any, _: Given, world: &mut World) {
        let Any::Teach(act) = act else { return };
        let stop = self.matter.get().and_then(Option::as_ref).and_then(|matter| self.stop(matter));
        let Some(Some(matter)) = self.matter.get_mut() else { return };
        let is_asking = matter.questions.question().is_some();
        match act {
            Act::Reason(place) if is_asking => {
                self.given = Some(place);
                self.focus = Wish::Next;
            }
            Act::Instead(reply) if !is_asking && !self.explaining => {
                let mended = matter.flawed.as_ref().zip(stop);
                let mended = mended.and_then(|(line, (_, turn))| line.mended(turn, reply, &matter.values));
                self.explaining = mended.is_some();
                self.mended.extend(mended);
                self.focus = Wish::Next;
            }
            Act::Next => {
                if let Some(place) = self.given.take() {
                    matter.questions.answer(place);
                }
                self.explaining = false;
                self.focus = Wish::Top;
                let is_through = matter.questions.question().is_none() && self.mended.len() == matter.stops.len();
                if is_through {
                    world.note(Deed::Passed { scenario: self.scenario.clone(), pass: Pass::TeachBack });
                }
            }
            Act::Reason(_) | Act::Instead(_) => {}
        }
    }
}

impl Teach {
    fn question(&self, world: &World, sheet: &mut Sheet, matter: &Matter, question: &Question) -> Node {
        let words = Words::of(world.language);
        let round = &matter.questions;
        let progress =
            if round.is_again() { words.once_more.to_owned() } else { (words.question_of)(round.number(), round.count()) };
        let mut parts = Vec::new();
        if round.number() == 1 && self.given.is_none() {
            parts.push(paragraph("lead", words.teach_intro));
        }
        let is_own = matter.own.as_ref().is_some_and(|own| Rc::ptr_eq(own, &question.session));
        parts.extend(is_own.then(|| paragraph("hint", words.from_own)));
        let mut told = vec![element(Tag::Item, "", situation(world, matter, question, self.given.is_none()))];
        let reasons = round.reasons();
        if let Some(place) = self.given {
            let mut answer = feedback(words, matter, round.is_true(place), reasons.get(place).copied());
            answer.extend(debrief::turn(&About::new(&question.session, &matter.pack.guide, None), question.turn));
            told.push(element(Tag::Item, "answer", answer));
        }
        parts.push(element(Tag::Block, "log", [element(Tag::Numbered, "", told)]));
        if self.given.is_some() {
            parts.push(self.next(words, sheet));
        } else {
            parts.push(said(Tag::Subheading, "", words.reasons));
            let options = reasons.into_iter().enumerate().map(|(place, reason)| {
                let verdict = if reason.is_for() { words.fits } else { words.does_not_fit };
                let label = element(Tag::Span, "", [said(Tag::Strong, "", verdict), said(Tag::Span, "", reason.why.as_str())]);
                option(sheet, place, vec![label], Act::Reason(place))
            });
            parts.push(element(Tag::Numbered, "", options));
        }
        section("question", &progress, parts)
    }

    fn mending(&self, world: &World, sheet: &mut Sheet, matter: &Matter, line: &Line, at: usize, turn: usize) -> Node {
        let words = Words::of(world.language);
        let mut parts = vec![paragraph("hint", (words.mistake_of)(at + 1, matter.stops.len()))];
        if at == 0 && !self.explaining {
            parts.insert(0, paragraph("lead", words.mend_intro));
        }
        let before = at.checked_sub(1).and_then(|before| matter.stops.get(before).copied());
        let mut told = stretch(world, line, before, turn);
        if let (true, Some(mended)) = (self.explaining, self.mended.last()) {
            let review = mended.card.reviews.get(turn);
            let is_mended = review.is_some_and(|review| review.cost == 0.0);
            let verdict = if is_mended { words.mended } else { words.not_mended };
            let explained = debrief::turn(&About::new(&mended.session, &matter.pack.guide, Some(&mended.card)), turn);
            let answer = std::iter::once(paragraph("feedback", verdict)).chain(explained);
            told.push(element(Tag::Item, "answer", answer));
        }
        parts.push(element(Tag::Block, "log", [element(Tag::Numbered, "", told)]));
        if self.explaining {
            parts.push(self.next(words, sheet));
        } else {
            parts.push(said(Tag::Subheading, "", words.said_instead));
            let options = line
                .instead(turn)
                .into_iter()
                .enumerate()
                .map(|(place, (at, reply))| option(sheet, place, vec![Node::Text(reply.say.clone())], Act::Instead(at)));
            parts.push(element(Tag::Numbered, "", options));
        }
        section("question", words.mend, parts)
    }

    fn next(&self, words: &Words, sheet: &mut Sheet) -> Node {
        let next = sheet.button("button primary", words.next, Any::Teach(Act::Next));
        if self.focus == Wish::Next {
            focus_on(sheet, &next);
        }
        element(Tag::Paragraph, "actions", [next])
    }

    fn summary(&self, world: &World, matter: &Matter) -> Node {
        let words = Words::of(world.language);
        let questions = &matter.questions;
        let mended = self.mended.iter().zip(&matter.stops);
        let mended = mended.filter(|(line, turn)| !line.mistakes().contains(turn)).count();
        let explained = (questions.count() > 0).then(|| (words.explained_at_once)(questions.at_once(), questions.count()));
        let mended = (!matter.stops.is_empty()).then(|| (words.mended_of)(mended, matter.stops.len()));
        let lines = explained.into_iter().chain(mended).map(|line| paragraph("", line));
        section("summary", words.summary, lines.chain([onward(world, &self.scenario, Next::Play)]))
    }
}

/// A big choice in a list.
fn option(sheet: &mut Sheet, place: usize, label: Vec<Node>, act: Act) -> Node {
    let key = u32::try_from(place + 1).ok().and_then(|number| char::from_digit(number, 10));
    let button = sheet.button_with("reply", key, ButtonState::Plain, label, Any::Teach(act));
    element(Tag::Item, "", [button])
}

/// What the move answered; while it is asked about also the move, and both by their
/// names. Afterwards the explanation has these.
fn situation(world: &World, matter: &Matter, question: &Question, is_asked: bool) -> Vec<Node> {
    let (strings, words) = (Strings::of(world.language), DebriefWords::of(world.language));
    let scenario = &matter.pack.scenario;
    let mut parts = heard(strings, scenario, question.before());
    if !is_asked {
        return parts;
    }
    parts.extend(heard(strings, scenario, &[Event::Said { reply: question.reply }]));
    let (moment, mov) = names(matter, question.reason());
    let names = [(words.moment_was, moment), (words.your_move, mov)];
    let names = names.into_iter().flat_map(|(label, name)| [said(Tag::Span, "label", label), said(Tag::Strong, "", name)]);
    parts.push(element(Tag::Paragraph, "moment", names));
    parts
}

/// The moment and the move of a reason.
fn names<'m>(matter: &'m Matter, reason: &Reason) -> (&'m str, &'m str) {
    let guide = &matter.pack.guide;
    let moment = guide.moment(reason.moment).map_or("", |words| words.name.as_str());
    (moment, guide.mov(reason.mov).map_or("", |words| words.name.as_str()))
}

fn feedback(words: &Words, matter: &Matter, is_true: bool, given: Option<&Reason>) -> Vec<Node> {
    if is_true {
        return vec![paragraph("feedback", words.yes)];
    }
    let (moment, mov) = given.map(|given| names(matter, given)).unwrap_or_default();
    vec![paragraph("feedback", (words.not_quite)(mov, moment)), paragraph("hint", words.comes_again)]
}

/// A flawed line from after one stop to the reply of the next.
fn stretch(world: &World, line: &Line, before: Option<usize>, stop: usize) -> Vec<Node> {
    let (strings, scenario) = (Strings::of(world.language), line.session.scenario());
    let turns = line.session.turns().iter().enumerate().take(stop + 1).skip(before.unwrap_or(0));
    let opening = before.is_none().then(|| line.session.opening().to_vec());
    let turns = turns.map(|(at, turn)| {
        let is_shown = |event: &&Event| match event {
            Event::Said { .. } => Some(at) != before,
            _ => at != stop,
        };
        turn.events.iter().filter(is_shown).cloned().collect::<Vec<Event>>()
    });
    opening.into_iter().chain(turns).map(|events| element(Tag::Item, "", heard(strings, scenario, &events))).collect()
}
