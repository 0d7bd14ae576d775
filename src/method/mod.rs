//! The sales method: steps, moments, moves, and the judgement of a move in a
//! moment. It is data (`scenarios/methods/*.toml`); nothing here knows what any
//! particular method teaches.

pub mod keys;
mod parse;

pub use parse::{FORMAT, check_format, parse};

use crate::language::{Language, Localized};
use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u16);

        impl $name {
            /// The place in the method's list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A step, by its place in the method.
    StepId
    /// A moment, by its place in the method.
    MomentId
    /// A move, by its place in the method.
    MoveId
}

/// A whole method.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    pub id: String,
    /// The languages it is written in.
    pub languages: Vec<Language>,
    pub name: Localized,
    /// What a move is worth in a moment that does not list it.
    pub default: Unlisted,
    pub steps: Vec<Step>,
    pub moves: Vec<Move>,
    pub moments: Vec<Moment>,
    /// The short questions that are asked of scenes.
    pub drills: Vec<Drill>,
}

/// A step of the method, such as *Listen*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub id: String,
    pub name: Localized,
    pub principle: Localized,
    /// The document and heading it rests on, or `house rule`.
    pub source: String,
    pub criteria: Vec<Criterion>,
}

/// What good looks like in a step; a judgement may earn it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    pub id: String,
    pub text: Localized,
}

/// The form of a question, for the naive players and the drills.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Question {
    Open,
    Closing,
}

/// What a reply does, such as *asks an open question*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub id: String,
    pub name: Localized,
    pub definition: Localized,
    pub question: Option<Question>,
    /// Says yes to whatever the customer wants.
    pub agrees: bool,
    /// Its own default where a moment does not list it.
    pub unlisted: Option<Unlisted>,
}

/// The judgement of a move in a moment that does not list it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unlisted {
    /// 0 to 3 points.
    pub worth: u8,
    pub why: Localized,
}

/// What a situation calls for, such as *need unknown*.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    pub id: String,
    pub step: StepId,
    pub name: Localized,
    pub definition: Localized,
    pub judgements: Vec<Judgement>,
}

/// How a move fits a moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    pub mov: MoveId,
    /// 0 to 3 points, never negative.
    pub worth: u8,
    /// The place of the criterion it earns, within the moment's step.
    pub criterion: Option<usize>,
    pub why: Localized,
    pub source: String,
}

/// A short question that is asked of scenes, or of replies that promise something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drill {
    pub id: String,
    pub ask: Localized,
    /// None: the steps are the options, and the step of the scene is the answer.
    pub options: Vec<DrillOption>,
}

/// An answer to choose, and what it is right for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrillOption {
    pub text: Localized,
    /// It is right for scenes of these moments.
    pub moments: Vec<MomentId>,
    /// It is right for replies that promise so.
    pub promise: Option<Pledged>,
    /// Of such replies only those with one of these moves are asked about; none: all.
    pub moves: Vec<MoveId>,
}

/// How a promise stands against what can be kept, as a drill asks for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pledged {
    Kept,
    Overdrawn,
    Vague,
}

/// The verdict on one move in one moment: a judgement of the table, or the
/// stated default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verdict<'m> {
    pub worth: u8,
    pub criterion: Option<usize>,
    pub why: &'m Localized,
    /// `None` for a default.
    pub source: Option<&'m str>,
}

impl Method {
    pub fn step(&self, id: StepId) -> Option<&Step> {
        self.steps.get(id.index())
    }

    pub fn moment(&self, id: MomentId) -> Option<&Moment> {
        self.moments.get(id.index())
    }

    pub fn mov(&self, id: MoveId) -> Option<&Move> {
        self.moves.get(id.index())
    }

    /// How a move is judged in a moment. `None` only for ids of another method.
    pub fn judge(&self, moment: MomentId, mov: MoveId) -> Option<Verdict<'_>> {
        let listed = self.moment(moment)?.judgements.iter().find(|j| j.mov == mov);
        if let Some(j) = listed {
            return Some(Verdict { worth: j.worth, criterion: j.criterion, why: &j.why, source: Some(&j.source) });
        }
        let default = self.mov(mov)?.unlisted.as_ref().unwrap_or(&self.default);
        Some(Verdict { worth: default.worth, criterion: None, why: &default.why, source: None })
    }
}
