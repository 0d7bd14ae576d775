//! Conversations to learn from, played by nobody: the best line of a scenario, and lines
//! that go wrong in places. Good and bad models together teach more than good ones alone
//! (METHOD.md §8).

use crate::analysis::{Alternative, EPSILON, Values};
use crate::pack::sum;
use crate::scenario::{Reply, Scenario, Tone};
use crate::score::{Mark, Scorecard};
use crate::session::{Draws, Session, Stream, rules};
use std::rc::Rc;

/// So many seeds are tried for a best line that ends well; in a scenario where luck plays
/// no great part the first does.
const SEEDS: u32 = 32;
/// So many mistakes a flawed line has at least and at most: more than one, so that one
/// goes on looking, and few enough to keep in mind.
const MISTAKES: std::ops::RangeInclusive<usize> = 2..=4;
/// A flawed line is at least so many turns long, where the best is.
const TURNS: usize = 5;
/// So many flawed lines are drawn before the one that comes nearest is taken.
pub(super) const TRIES: u32 = 40;

/// A conversation, with what each of its turns gave away.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub session: Session,
    pub card: Scorecard,
}

/// What a flawed line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Its mistakes are looked for.
    Looking,
    /// Its moves are asked about.
    Asking,
    /// Its mistakes are mended.
    Mending,
}

impl Purpose {
    /// The number of a line for this purpose, in the learner's round of this scenario
    /// (from 0): every round has others, no purpose shares one with another, and what was
    /// seen in one scenario tells nothing of the next.
    pub fn number(self, scenario: &str, round: usize) -> u32 {
        let round = u32::try_from(round).unwrap_or(u32::MAX).wrapping_mul(3);
        sum(scenario.as_bytes()).wrapping_add(round).wrapping_add(self as u32)
    }
}

/// What a learner made of one turn of a flawed line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spotted {
    Found,
    Missed,
    /// Marked, but nothing was given away.
    Fine,
}

impl Line {
    /// `None` if the values belong to another scenario.
    fn of(session: Session, values: &Values) -> Option<Self> {
        let card = Scorecard::of(&session, values)?;
        Some(Self { session, card })
    }

    /// The turns (from 0) in which something was given away.
    pub fn mistakes(&self) -> Vec<usize> {
        let costs = self.card.reviews.iter().map(|review| review.cost).enumerate();
        costs.filter(|(_, cost)| *cost > 0.0).map(|(turn, _)| turn).collect()
    }

    /// Every turn that went wrong or was marked as if it had, in order.
    pub fn spotted(&self, marked: &[usize]) -> Vec<(usize, Spotted)> {
        let wrong = self.mistakes();
        let turns = 0..self.session.turns().len();
        turns
            .filter_map(|turn| match (wrong.contains(&turn), marked.contains(&turn)) {
                (true, true) => Some((turn, Spotted::Found)),
                (true, false) => Some((turn, Spotted::Missed)),
                (false, true) => Some((turn, Spotted::Fine)),
                (false, false) => None,
            })
            .collect()
    }

    /// The choices other than the one made in a turn (from 0), as they were on offer then.
    /// Only where single replies are chosen.
    pub fn instead(&self, turn: usize) -> Vec<(u8, &Reply)> {
        let (session, scenario) = (&self.session, self.session.scenario());
        let place = session.place_before(turn);
        let made = session.turns().get(turn).map(|turn| turn.choice.as_slice()).unwrap_or_default();
        let Some(scene) = scenario.scene(place.state.scene).filter(|scene| scene.pick.is_none()) else { return Vec::new() };
        let offer = crate::session::offer(scenario, session.seed(), place).into_iter();
        let offer = offer.filter_map(|id| Some((rules::position(scene, id)?, scenario.reply(id)?)));
        offer.filter(|(at, _)| !made.contains(at)).collect()
    }

    /// The line as far as a turn (from 0), and another reply there. `None` if it was not
    /// on offer.
    pub fn mended(&self, turn: usize, reply: u8, values: &Values) -> Option<Self> {
        let choices: Vec<_> = self.session.choices().into_iter().take(turn).chain([vec![reply]]).collect();
        let session = Session::replay(Rc::clone(self.session.scenario()), self.session.seed(), &choices).ok()?;
        Self::of(session, values)
    }
}

/// Whether anything can be earned, so that one line is better than another.
pub fn has_best(values: &Values) -> bool {
    values.best() >= EPSILON
}

/// Best play under the first luck in which it ends well; where it never does, the luck
/// in which it ends least badly. `None` where no line is better than another.
pub fn best(scenario: &Rc<Scenario>, values: &Values) -> Option<Line> {
    if !has_best(values) {
        return None;
    }
    let mut open = None;
    for seed in 0..SEEDS {
        let session = play(scenario, seed, values, |_, _| None);
        match session.state().outcome(scenario).map(|outcome| outcome.tone()) {
            Some(Tone::Good) => return Line::of(session, values),
            Some(Tone::Open) if open.is_none() => open = Some(session),
            _ => {}
        }
    }
    Line::of(open.unwrap_or_else(|| play(scenario, 0, values, |_, _| None)), values)
}

/// Best play but for a few tempting replies that cost something. Another number gives
/// another line. `None` where no such mistake can be made.
pub fn flawed(scenario: &Rc<Scenario>, values: &Values, number: u32) -> Option<Line> {
    let turns = best(scenario, values)?.session.turns().len();
    let long = turns.min(TURNS);
    let mut nearest: Option<(usize, Line)> = None;
    for attempt in 0..TRIES {
        let session = stray(scenario, values, number, attempt, turns);
        let Some(line) = Line::of(session, values) else { continue };
        let mistakes = line.mistakes().len();
        let lacking = MISTAKES.start().saturating_sub(mistakes)
            + mistakes.saturating_sub(*MISTAKES.end())
            + long.saturating_sub(line.session.turns().len());
        if mistakes > 0 && lacking == 0 {
            return Some(line);
        }
        if mistakes > 0 && nearest.as_ref().is_none_or(|(least, _)| lacking < *least) {
            nearest = Some((lacking, line));
        }
    }
    nearest.map(|(_, line)| line)
}

/// Best play that errs here and there, about as often as is wanted in so many turns.
fn stray(scenario: &Rc<Scenario>, values: &Values, number: u32, attempt: u32, turns: usize) -> Session {
    let mut draws = Draws::new(number, Stream::Flaw, attempt);
    let turns = u32::try_from(turns).unwrap_or(u32::MAX);
    let most = u32::try_from(*MISTAKES.end()).unwrap_or(u32::MAX);
    let mut made = 0;
    play(scenario, number, values, |session, alternatives| {
        let tempting = tempting(session, values, alternatives);
        let errs = draws.below(turns) < most && made < most;
        let drawn = draws.below(u32::try_from(tempting.len()).unwrap_or(0));
        let choice = tempting.get(usize::try_from(drawn).ok()?).filter(|_| errs)?;
        made += 1;
        Some(choice.choice.clone())
    })
}

/// Plays the first best choice of the file in each turn, unless told otherwise.
fn play(
    scenario: &Rc<Scenario>,
    seed: u32,
    values: &Values,
    mut otherwise: impl FnMut(&Session, &[Alternative]) -> Option<Vec<u8>>,
) -> Session {
    let mut session = Session::begin(Rc::clone(scenario), seed);
    while !session.is_over() {
        let alternatives = values.alternatives(session.state());
        let best = alternatives.iter().find(|alternative| alternative.cost == 0.0).map(|best| best.choice.clone());
        let choice = otherwise(&session, &alternatives).or(best).unwrap_or_default();
        let Ok(next) = session.choose(&choice) else { break };
        session = next;
    }
    session
}

/// The replies in a turn that cost enough to be called a mistake, for a reason that can
/// be told: they fit the moment less than the best does. The weak ones, which a decent,
/// eager seller would say, if there are any; otherwise the harmful ones. None where
/// several replies are chosen together: what a set gives away has no single reason.
fn tempting<'a>(session: &Session, values: &Values, alternatives: &'a [Alternative]) -> Vec<&'a Alternative> {
    let scenario = session.scenario();
    let worth = |alternative: &Alternative| match (scenario.scene(session.state().scene), alternative.choice.as_slice()) {
        (Some(scene), [_]) if scene.pick.is_none() => {
            let reply = rules::chosen(scene, &alternative.choice).first().and_then(|id| scenario.reply(*id))?;
            Some(reply.judgement.as_ref()?.worth)
        }
        _ => None,
    };
    let Some(best) = alternatives.iter().filter(|alternative| alternative.cost == 0.0).filter_map(worth).max() else {
        return Vec::new();
    };
    let is_wrong = |alternative: &Alternative| Mark::of(alternative.cost, values.best()) >= Mark::Inaccuracy;
    let wrong = alternatives.iter().filter(|alternative| is_wrong(alternative));
    let wrong: Vec<(u8, &Alternative)> = wrong.filter_map(|wrong| Some((worth(wrong)?, wrong))).collect();
    let weak: Vec<&Alternative> = wrong.iter().filter(|(worth, _)| (1..best).contains(worth)).map(|(_, wrong)| *wrong).collect();
    if weak.is_empty() { wrong.iter().filter(|(worth, _)| *worth < best).map(|(_, wrong)| *wrong).collect() } else { weak }
}
