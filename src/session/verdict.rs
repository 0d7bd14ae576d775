//! What a replay says of an attempt file (docs/semantics.md, Attempts).

use super::attempt::Claim;

/// The verdict on an attempt. It proves the arithmetic, not who played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The same rules and the same words, and the claim follows from the choices.
    Holds(Claim),
    /// The same rules, and the claim follows; what is shown reads otherwise.
    OtherWording(Claim),
    Edited(Edit),
    /// The choices can be made and do not reach an end.
    Unfinished {
        turns: usize,
    },
    /// Played on other rules.
    OtherVersion,
    /// No scenario of this id is at hand, so nothing can be said.
    Unknown,
    Unreadable(Unreadable),
}

/// How an edited attempt gives itself away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A choice that was not on offer, by its turn counted from 0.
    Choice { turn: usize },
    /// What the file says came out, and what does; `None` where the choices do not
    /// reach an end.
    Claim { claimed: Claim, replayed: Option<Claim> },
}

/// Why a text is no attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not JSON, or not the JSON of an attempt; line and column from 1.
    Damaged {
        line: usize,
        column: usize,
    },
    OtherFormat {
        found: u32,
    },
}

impl Verdict {
    /// Whether the file is a result that can be believed.
    pub const fn holds(&self) -> bool {
        matches!(self, Self::Holds(_) | Self::OtherWording(_))
    }

    /// The stable word for programs.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Holds(_) => "holds",
            Self::OtherWording(_) => "other-wording",
            Self::Edited(_) => "edited",
            Self::Unfinished { .. } => "unfinished",
            Self::OtherVersion => "other-version",
            Self::Unknown => "unknown",
            Self::Unreadable(_) => "unreadable",
        }
    }

    /// What the choices come to, where they reach an end.
    pub const fn replayed(&self) -> Option<Claim> {
        match self {
            Self::Holds(claim) | Self::OtherWording(claim) => Some(*claim),
            Self::Edited(Edit::Claim { replayed, .. }) => *replayed,
            _ => None,
        }
    }
}
