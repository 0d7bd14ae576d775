//! How sure a learner says to be of a reply or an answer.

/// Below this, 0 to 100, a learner is guessing.
const FAIR: u8 = 50;
/// From here on a learner is sure. High enough that "rather likely" does not count: what
/// is worth a second look first is knowledge taken for certain. Source: Butterfield &
/// Metcalfe 2001, METHOD.md §8.
const SURE: u8 = 90;

/// How sure someone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sureness {
    Guess,
    Fair,
    Sure,
}

impl Sureness {
    pub const ALL: [Self; 3] = [Self::Guess, Self::Fair, Self::Sure];

    /// `percent`: 0 to 100.
    pub const fn of(percent: u8) -> Self {
        match percent {
            0..FAIR => Self::Guess,
            FAIR..SURE => Self::Fair,
            _ => Self::Sure,
        }
    }

    /// What is noted for someone who says so, 0 to 100.
    pub const fn percent(self) -> u8 {
        match self {
            Self::Guess => 40,
            Self::Fair => 70,
            Self::Sure => 95,
        }
    }

    /// The one to which the key 0 goes; after the last, none.
    pub fn after(said: Option<u8>) -> Option<Self> {
        let Some(said) = said else { return Self::ALL.first().copied() };
        Self::ALL.into_iter().find(|way| way.percent() > said)
    }
}

/// Whether the learner said to be sure.
pub const fn is_sure(confidence: Option<u8>) -> bool {
    matches!(confidence, Some(SURE..))
}
