//! What was earned, what was given away, and in which turn (docs/semantics.md, Score).

use crate::analysis::{Alternative, EPSILON, Player, Values};
use crate::method::StepId;
use crate::session::{Place, Session, State};

/// The result of a conversation, measured against the best that could be played.
#[derive(Clone, Debug, PartialEq)]
pub struct Scorecard {
    /// Points.
    pub earned: u32,
    /// Points given away: the sum of all costs.
    pub left: f64,
    /// What luck added to or took from what could be earned.
    pub luck: f64,
    /// Best expected worth from the start (B).
    pub best: f64,
    /// What replies drawn at random would earn (C).
    pub chance: f64,
    /// 0 to 1, earned / (earned + left); `None` where nothing could be earned or
    /// the conversation is not written to its end.
    pub score: Option<f64>,
    /// The score from chance = 0 to best = 1; `None` where chance plays as well
    /// as anybody can.
    pub skill: Option<f64>,
    /// Luck ended it before half of it was played: neither pass nor fail.
    pub cut_short: bool,
    pub profile: Vec<StepScore>,
    /// One for each turn.
    pub reviews: Vec<Review>,
    pub turning_point: Option<TurningPoint>,
}

/// A step of the method in one conversation.
#[derive(Clone, Debug, PartialEq)]
pub struct StepScore {
    pub step: StepId,
    pub earned: u32,
    pub left: f64,
    /// Points were there to earn, and no turn came to this step.
    pub missed: bool,
}

impl StepScore {
    /// 0 to 1; `None` where this conversation had nothing to earn in it.
    pub fn share(&self) -> Option<f64> {
        ratio(f64::from(self.earned), self.left)
    }
}

/// One turn, seen from the end.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// Best expected worth still to earn before the turn.
    pub value: f64,
    pub cost: f64,
    /// All that could have been chosen, in the order of the file.
    pub alternatives: Vec<Alternative>,
    pub mark: Mark,
}

impl Review {
    /// The choices that would have given nothing away.
    pub fn best(&self) -> impl Iterator<Item = &Alternative> {
        self.alternatives.iter().filter(|alternative| alternative.cost == 0.0)
    }
}

/// How a turn is marked, as a chess review marks moves: by cost / best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    Best,
    Good,
    Inaccuracy,
    Mistake,
}

impl Mark {
    /// A word for whoever styles it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Good => "good",
            Self::Inaccuracy => "inaccuracy",
            Self::Mistake => "mistake",
        }
    }

    /// The thresholds, as shares of the best expected worth of the whole.
    const GOOD: f64 = 0.03;
    const INACCURACY: f64 = 0.10;

    /// The mark of a cost, given the best expected worth of the whole.
    pub fn of(cost: f64, best: f64) -> Self {
        let share = if best > 0.0 { cost / best } else { 0.0 };
        if cost == 0.0 {
            Self::Best
        } else if share <= Self::GOOD {
            Self::Good
        } else if share <= Self::INACCURACY {
            Self::Inaccuracy
        } else {
            Self::Mistake
        }
    }
}

/// The turn (counted from 0) in which the conversation was lost or won.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurningPoint {
    /// The costliest.
    Lost(usize),
    /// Nothing was given away: where most would have gone wrong.
    Won(usize),
}

impl TurningPoint {
    pub const fn turn(self) -> usize {
        match self {
            Self::Lost(turn) | Self::Won(turn) => turn,
        }
    }
}

impl Scorecard {
    /// Measures a conversation. `None` if the values belong to another scenario.
    pub fn of(session: &Session, values: &Values) -> Option<Self> {
        let best = values.best();
        let chance = values.player(Player::Chance);
        let mut reviews = Vec::new();
        let mut ledger = Ledger::new(values);
        let mut luck = 0.0;
        for (at, turn) in session.turns().iter().enumerate() {
            let before = &session.place_before(at).state;
            let value = values.value(before)?;
            let alternatives = values.alternatives(before);
            let made = alternatives.iter().find(|alternative| alternative.choice == turn.choice)?;
            let expected = made.value - f64::from(turn.worth);
            luck += values.value(&turn.after.state)? - expected;
            ledger.enter(session, before, turn.worth, made);
            let mark = Mark::of(made.cost, best);
            reviews.push(Review { value, cost: made.cost, mark, alternatives });
        }
        let earned = session.earned();
        let left: f64 = reviews.iter().map(|review| review.cost).sum();
        let written = !matches!(session.state().ended, Some(crate::session::End::Todo(_)));
        let whole = f64::from(earned) + left;
        let score = ratio(f64::from(earned), left).or((best > 0.0).then_some(1.0)).filter(|_| written);
        let skill = score.filter(|_| best - chance >= EPSILON).map(|score| (score - chance / best) / (1.0 - chance / best));
        Some(Self {
            earned,
            left,
            luck,
            best,
            chance,
            score,
            skill,
            cut_short: written && session.is_over() && whole < best / 2.0,
            profile: ledger.profile(),
            turning_point: turning_point(&reviews),
            reviews,
        })
    }
}

impl Scorecard {
    /// The step from which the conversation had slid back before a turn (from 0): the
    /// reply before gave something away, and the same meeting is at an earlier step now.
    pub fn slid_from(&self, session: &Session, turn: usize) -> Option<StepId> {
        let before = turn.checked_sub(1)?;
        let (then, now) = (session.place_before(before), session.place_before(turn));
        let step = |place: &Place| session.scenario().step_of(place.state.scene);
        let slid = step(then)? > step(now)? && then.meeting == now.meeting && self.reviews.get(before)?.cost > 0.0;
        slid.then_some(step(then)?)
    }

    /// A step in which this conversation had something to earn.
    pub fn step(&self, id: StepId) -> Option<&StepScore> {
        self.profile.iter().find(|score| score.step == id && score.share().is_some())
    }

    /// The turns that share the greatest cost; where nothing was given away, the
    /// turn in which it was won.
    pub fn turning_turns(&self) -> Vec<usize> {
        match self.turning_point {
            None => Vec::new(),
            Some(TurningPoint::Won(turn)) => vec![turn],
            Some(TurningPoint::Lost(first)) => {
                let most = self.reviews.get(first).map_or(0.0, |review| review.cost);
                let costs = self.reviews.iter().map(|review| review.cost).enumerate();
                costs.filter(|(_, cost)| *cost >= most - EPSILON).map(|(turn, _)| turn).collect()
            }
        }
    }
}

/// Keeps the account of each step.
struct Ledger {
    rows: Vec<(StepScore, bool)>,
}

impl Ledger {
    fn new(values: &Values) -> Self {
        let blank = |step: &StepId| (StepScore { step: *step, earned: 0, left: 0.0, missed: false }, false);
        Self { rows: values.steps().iter().map(blank).collect() }
    }

    fn enter(&mut self, session: &Session, before: &State, worth: u32, made: &Alternative) {
        let here = session.scenario().step_of(before.scene);
        for (row, met) in &mut self.rows {
            if here == Some(row.step) {
                row.earned += worth;
                *met = true;
            }
            let lost = made.cost_by_step.iter().find(|(step, _)| *step == row.step);
            row.left += lost.map_or(0.0, |(_, cost)| *cost);
        }
    }

    fn profile(self) -> Vec<StepScore> {
        self.rows.into_iter().map(|(row, met)| StepScore { missed: !met && row.left > EPSILON, ..row }).collect()
    }
}

fn turning_point(reviews: &[Review]) -> Option<TurningPoint> {
    let earliest = |measure: &dyn Fn(&Review) -> f64| {
        let most = reviews.iter().map(measure).fold(0.0, f64::max);
        (most > EPSILON).then(|| reviews.iter().position(|review| measure(review) >= most - EPSILON)).flatten()
    };
    let danger = |review: &Review| {
        let count = u32::try_from(review.alternatives.len()).unwrap_or(u32::MAX).max(1);
        review.value - review.alternatives.iter().map(|a| a.value).sum::<f64>() / f64::from(count)
    };
    earliest(&|review| review.cost).map(TurningPoint::Lost).or_else(|| earliest(&danger).map(TurningPoint::Won))
}

/// What was earned as a share of that and what was left; `None` where both are nothing.
pub(super) fn ratio(earned: f64, left: f64) -> Option<f64> {
    let whole = earned + left;
    (whole > EPSILON).then(|| earned / whole)
}

/// A share as ten-thousandths, rounded down, so that 10,000 means that nothing was
/// given away. Below 0 is 0.
pub fn ten_thousandths(share: f64) -> u16 {
    let scaled = (share * 10_000.0 + EPSILON).floor().clamp(0.0, 10_000.0);
    // Between 0 and 10,000 after the clamp.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let scaled = scaled as u16;
    scaled
}

/// A share as whole percent, rounded down.
pub fn display_percent(share: f64) -> u16 {
    ten_thousandths(share) / 100
}
