//! Teaching back: was this move right in its moment, and why? The reasons are the
//! method's own, as the scenario has them.
//!
//! What makes a question fair:
//! - Of three reasons one speaks for a move and two against. So their form says nothing,
//!   whether the move was right or wrong.
//! - The two others explain another move in the same moment or the same move in another
//!   moment, and with another worth. So neither can be the reason here.
//! - How many of the two are longer than the true one is drawn, and so is its place.

use super::line::TRIES;
use crate::analysis::length;
use crate::method::{MomentId, MoveId};
use crate::scenario::{Basis, Reply, ReplyId, Scenario};
use crate::session::{Draws, Event, Session, Stream};
use std::collections::VecDeque;
use std::rc::Rc;

/// Questions in a round: few enough for one sitting, with the talk to be mended after.
const QUESTIONS: usize = 4;
/// From so many points a move is right for its moment (METHOD.md §9: best 3, weak 1,
/// harmful 0).
const RIGHT: u8 = 2;
/// Where there are several reasons of a fitting length, one of so many is drawn.
const NEAREST: usize = 3;
/// The draws of a round stand after those of flawed lines: first which questions, then
/// one for each time that one is asked.
const DRAWN: u32 = TRIES;

/// A reason, with what it is the reason for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    pub moment: MomentId,
    pub mov: MoveId,
    /// Points of the move in the moment.
    worth: u8,
    pub why: String,
}

impl Reason {
    /// The reason for a reply's worth, where it is the method's.
    fn of(scenario: &Scenario, reply: &Reply) -> Option<Self> {
        let judged = reply.judgement.as_ref().filter(|judged| matches!(judged.basis, Basis::Method(_)))?;
        let (moment, _) = scenario.scene(reply.scene)?.moment?;
        Some(Self { moment, mov: reply.mov?, worth: judged.worth, why: judged.why.clone() })
    }

    /// Whether it speaks for the move.
    pub const fn is_for(&self) -> bool {
        self.worth >= RIGHT
    }

    /// Whether it cannot be the reason for what `other` is the reason for.
    fn is_another_than(&self, other: &Self) -> bool {
        let beside = (self.moment == other.moment) != (self.mov == other.mov);
        beside && self.worth != other.worth && self.why != other.why
    }
}

/// A move of a conversation to be explained.
#[derive(Clone, Debug)]
pub struct Question {
    pub session: Rc<Session>,
    /// From 0.
    pub turn: usize,
    pub reply: ReplyId,
    /// The true one first.
    reasons: [Reason; 3],
}

impl Question {
    /// The true reason.
    pub const fn reason(&self) -> &Reason {
        let [reason, ..] = &self.reasons;
        reason
    }

    /// What happened before the move, as far back as the move before it.
    pub fn before(&self) -> &[Event] {
        let before = self.turn.checked_sub(1).and_then(|before| self.session.turns().get(before));
        let events = before.map_or(self.session.opening(), |turn| &turn.events);
        let said = events.iter().rposition(|event| matches!(event, Event::Said { .. }));
        events.get(said.map_or(0, |said| said + 1)..).unwrap_or_default()
    }
}

/// A round of questions. One that was answered wrongly comes again at the end.
#[derive(Clone, Debug)]
pub struct Round {
    number: u32,
    questions: Vec<Question>,
    /// The questions still to be asked, by place.
    left: VecDeque<usize>,
    /// How often a question was answered.
    answered: usize,
    at_once: usize,
}

impl Round {
    /// Questions about these conversations, those of the first before those of the
    /// others. Another number gives another round.
    pub fn new(sessions: &[Rc<Session>], number: u32) -> Self {
        let mut draws = Draws::new(number, Stream::Flaw, DRAWN);
        let mut made: Vec<Question> = Vec::new();
        for session in sessions {
            let questions = questions(session, &mut draws);
            let order = draws.shuffle(questions.len());
            for question in order.into_iter().filter_map(|at| questions.get(at)) {
                let reason = question.reason();
                let is_known = |other: &Question| other.reason().moment == reason.moment && other.reason().mov == reason.mov;
                if !made.iter().any(is_known) {
                    made.push(question.clone());
                }
            }
        }
        let questions = some_of_each(made, &mut draws);
        Self { number, left: (0..questions.len()).collect(), questions, answered: 0, at_once: 0 }
    }

    /// The question that is asked.
    pub fn question(&self) -> Option<&Question> {
        self.questions.get(*self.left.front()?)
    }

    /// The reasons to choose from, in the order in which they are shown.
    pub fn reasons(&self) -> Vec<&Reason> {
        let Some(question) = self.question() else { return Vec::new() };
        self.order().into_iter().filter_map(|at| question.reasons.get(at)).collect()
    }

    fn order(&self) -> Vec<usize> {
        let asked = u32::try_from(self.answered).unwrap_or(u32::MAX).saturating_add(1);
        Draws::new(self.number, Stream::Flaw, DRAWN.saturating_add(asked)).shuffle(3)
    }

    /// Whether the reason at this place is the true one.
    pub fn is_true(&self, place: usize) -> bool {
        self.order().get(place) == Some(&0)
    }

    /// Answers with the reason at this place, and goes on to the next question.
    pub fn answer(&mut self, place: usize) {
        let is_true = self.is_true(place);
        let is_first = !self.is_again();
        let Some(question) = self.left.pop_front() else { return };
        self.answered += 1;
        if !is_true {
            self.left.push_back(question);
        } else if is_first {
            self.at_once += 1;
        }
    }

    /// Whether the question was asked before in this round.
    pub const fn is_again(&self) -> bool {
        self.answered >= self.questions.len()
    }

    /// Questions in the round.
    pub const fn count(&self) -> usize {
        self.questions.len()
    }

    /// The number of the question that is asked, from 1, while it is asked the first time.
    pub const fn number(&self) -> usize {
        self.answered + 1
    }

    /// How many were explained at the first go.
    pub const fn at_once(&self) -> usize {
        self.at_once
    }
}

/// As many about right moves as about wrong ones, as far as there are, in a drawn order.
fn some_of_each(questions: Vec<Question>, draws: &mut Draws) -> Vec<Question> {
    let (right, wrong): (Vec<Question>, Vec<Question>) = questions.into_iter().partition(|question| question.reason().is_for());
    let half = QUESTIONS / 2;
    let rights = right.len().min(QUESTIONS - wrong.len().min(half));
    let chosen: Vec<Question> = right.into_iter().take(rights).chain(wrong.into_iter().take(QUESTIONS - rights)).collect();
    let order = draws.shuffle(chosen.len());
    order.into_iter().filter_map(|at| chosen.get(at).cloned()).collect()
}

/// Every question that can be made of a conversation.
fn questions(session: &Rc<Session>, draws: &mut Draws) -> Vec<Question> {
    let scenario = session.scenario();
    let table = table(scenario);
    let mut questions = Vec::new();
    for (turn, played) in session.turns().iter().enumerate() {
        for event in &played.events {
            let Event::Said { reply: id } = event else { continue };
            let reason = scenario.reply(*id).and_then(|reply| Reason::of(scenario, reply));
            if let Some(reasons) = reason.and_then(|reason| reasons(&table, reason, draws)) {
                questions.push(Question { session: Rc::clone(session), turn, reply: *id, reasons });
            }
        }
    }
    questions
}

/// The method's reasons that the scenario uses, each once.
fn table(scenario: &Scenario) -> Vec<Reason> {
    let mut table: Vec<Reason> = Vec::new();
    for reason in scenario.replies.iter().filter_map(|reply| Reason::of(scenario, reply)) {
        if !table.contains(&reason) {
            table.push(reason);
        }
    }
    table
}

/// The true reason with two others. `None` where the scenario has none that will do.
fn reasons(table: &[Reason], reason: Reason, draws: &mut Draws) -> Option<[Reason; 3]> {
    let others: Vec<&Reason> = table.iter().filter(|other| other.is_another_than(&reason)).collect();
    let longer = draws.below(3);
    let swapped = draws.below(2) == 1;
    let (first_longer, second_longer) = match longer {
        0 => (false, false),
        1 => (swapped, !swapped),
        _ => (true, true),
    };
    // One for and two against, the true one among them.
    let first = drawn(&others, &reason, !reason.is_for(), first_longer, None, draws)?;
    let second = drawn(&others, &reason, false, second_longer, Some(&first), draws)?;
    Some([reason, first, second])
}

/// One of the reasons for or against that is nearly as long as the true one: longer or
/// not, as is wanted, if there is one.
fn drawn(
    others: &[&Reason],
    reason: &Reason,
    is_for: bool,
    longer: bool,
    taken: Option<&Reason>,
    draws: &mut Draws,
) -> Option<Reason> {
    let long = length(&reason.why);
    let fits = |other: &&Reason| other.is_for() == is_for && taken.is_none_or(|taken| taken.why != other.why);
    let mut fitting: Vec<&Reason> = others.iter().copied().filter(fits).collect();
    fitting.sort_by_key(|other| {
        let other = length(&other.why);
        ((other > long) != longer, other.abs_diff(long))
    });
    let as_wanted = fitting.iter().filter(|other| (length(&other.why) > long) == longer).count();
    let among = if as_wanted == 0 { 1 } else { as_wanted.min(NEAREST) };
    let at = draws.below(u32::try_from(among).unwrap_or(1));
    fitting.get(usize::try_from(at).ok()?).copied().cloned()
}
