//! A smell as data; [`crate::i18n`] has the words.

use crate::analysis::Player;
use crate::language::Language;
use crate::scenario::{EndingId, ReplyId, SceneId};

/// What a smell is about, in the order in which a reader would look.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    Whole,
    Scene(SceneId),
    Reply(ReplyId),
    Ending(EndingId),
}

/// One smell and what it is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Smelt {
    pub subject: Subject,
    pub smell: Smell,
}

/// What smells. Each variant carries what its message needs and no prose; names are
/// those of the file.
#[derive(Clone, Debug, PartialEq)]
pub enum Smell {
    /// Nothing leads to the scene.
    SceneUnreachable {
        scene: String,
    },
    /// The reply is never on offer.
    ReplyUnreachable {
        scene: String,
    },
    EndingUnreachable {
        ending: String,
    },
    /// Nothing is left to say and the file does not say what then.
    DeadEnd {
        scene: String,
    },
    /// These scenes can be walked round on repeated replies until patience is gone.
    PatienceLoop {
        scenes: Vec<String>,
    },
    /// Patience can run out, and no ending is written for it.
    NoImpatient,
    /// A step has judged scenes, none of which can be reached.
    StepUnreached {
        step: String,
    },
    /// Steps of the method that no scenario of the folder exercises.
    StepsUnused {
        steps: Vec<String>,
    },
    /// Every reply of a judged scene is worth the same.
    SameWorth {
        scene: String,
        worth: u8,
    },
    /// No reply of a judged scene is worth [`super::gates::GOOD_WORTH`].
    NoGoodReply {
        scene: String,
    },
    /// Every reply of a judged scene is worth more than [`super::gates::WEAK_WORTH`].
    NoWeakReply {
        scene: String,
    },
    /// A reply in a judged scene that nothing judges.
    Unjudged {
        scene: String,
    },
    /// The method has no judgement for the move in this moment: its default speaks.
    UnlistedMove {
        mov: String,
        moment: String,
    },
    /// The reply has a worth of its own, and the why speaks for another.
    NoOwnWhy {
        worth: u8,
        method: u8,
    },
    /// The longest reply is the best in too many judged scenes.
    LongestIsBest {
        count: usize,
        of: usize,
        scenes: Vec<String>,
    },
    /// The best reply stands in one place (from 1) in too many judged scenes.
    SamePlace {
        place: usize,
        count: usize,
        of: usize,
    },
    /// The replies of a scene differ much in length, in letters.
    UnevenReplies {
        scene: String,
        longest: usize,
        shortest: usize,
    },
    /// More is heard and seen at once than is read in comfort.
    LongLine {
        scene: String,
        load: usize,
        limit: usize,
        language: Language,
    },
    LongReply {
        load: usize,
        limit: usize,
        language: Language,
    },
    /// A scene is not written yet.
    Todo {
        scene: String,
    },
    /// A player who does not listen does too well.
    NaivePlayer {
        player: Player,
        skill: f64,
    },
    /// Chance plays as well as anybody can.
    NothingToWin,
    /// More merged states than may be published; `None` where they were not counted
    /// to the end.
    ManyStates {
        states: Option<usize>,
    },
    /// Too many states to be worked out exactly.
    NotExact,
    /// The twin in the other language means something else; where they first part.
    TwinDiffers {
        file: String,
        difference: Difference,
    },
}

/// Where two language files of one scenario first part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Keys of the top of the file, such as patience or the customer's grade.
    Frame { key: &'static str },
    /// Meters, promises or facts.
    Names { key: &'static str },
    /// The scene at this place (from 1); `None` where a file has fewer.
    Scene { at: usize, here: Option<String>, there: Option<String> },
    /// The ending at this place (from 1); `None` where a file has fewer.
    Ending { at: usize, here: Option<String>, there: Option<String> },
    /// What an ending of the same name comes to.
    Outcome,
    /// The scene has another number of replies there.
    Replies { here: usize, there: usize },
    /// Something of a scene beside its replies.
    Staging { key: &'static str },
    /// The reply at this place (from 1) differs in this.
    Reply { at: usize, key: &'static str },
    /// The number of the wordings under this key, or their conditions.
    Wordings { key: &'static str },
    /// Nothing of the above, and yet the rules are not the same.
    Rules,
}

impl Smell {
    /// The stable code of this kind of smell.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::SceneUnreachable { .. } => "scene-unreachable",
            Self::ReplyUnreachable { .. } => "reply-unreachable",
            Self::EndingUnreachable { .. } => "ending-unreachable",
            Self::DeadEnd { .. } => "dead-end",
            Self::PatienceLoop { .. } => "patience-loop",
            Self::NoImpatient => "no-impatient",
            Self::StepUnreached { .. } => "step-unreached",
            Self::StepsUnused { .. } => "steps-unused",
            Self::SameWorth { .. } => "same-worth",
            Self::NoGoodReply { .. } => "no-good-reply",
            Self::NoWeakReply { .. } => "no-weak-reply",
            Self::Unjudged { .. } => "unjudged",
            Self::UnlistedMove { .. } => "unlisted-move",
            Self::NoOwnWhy { .. } => "no-own-why",
            Self::LongestIsBest { .. } => "longest-is-best",
            Self::SamePlace { .. } => "same-place",
            Self::UnevenReplies { .. } => "uneven-replies",
            Self::LongLine { .. } => "long-line",
            Self::LongReply { .. } => "long-reply",
            Self::Todo { .. } => "todo",
            Self::NaivePlayer { .. } => "naive-player",
            Self::NothingToWin => "nothing-to-win",
            Self::ManyStates { .. } => "many-states",
            Self::NotExact => "not-exact",
            Self::TwinDiffers { .. } => "twin-differs",
        }
    }

    /// Every code.
    pub const CODES: [&'static str; 25] = [
        "scene-unreachable",
        "reply-unreachable",
        "ending-unreachable",
        "dead-end",
        "patience-loop",
        "no-impatient",
        "step-unreached",
        "steps-unused",
        "same-worth",
        "no-good-reply",
        "no-weak-reply",
        "unjudged",
        "unlisted-move",
        "no-own-why",
        "longest-is-best",
        "same-place",
        "uneven-replies",
        "long-line",
        "long-reply",
        "todo",
        "naive-player",
        "nothing-to-win",
        "many-states",
        "not-exact",
        "twin-differs",
    ];

    /// Whether it keeps a scenario from being published ([`super::gates`]).
    pub const fn is_gate(&self) -> bool {
        match self {
            Self::SceneUnreachable { .. }
            | Self::ReplyUnreachable { .. }
            | Self::EndingUnreachable { .. }
            | Self::SameWorth { .. }
            | Self::NoGoodReply { .. }
            | Self::NoWeakReply { .. }
            | Self::LongestIsBest { .. }
            | Self::SamePlace { .. }
            | Self::LongLine { .. }
            | Self::LongReply { .. }
            | Self::Todo { .. }
            | Self::NaivePlayer { .. }
            | Self::NothingToWin
            | Self::ManyStates { .. }
            | Self::NotExact
            | Self::DeadEnd { .. }
            | Self::TwinDiffers { .. } => true,
            Self::PatienceLoop { .. }
            | Self::NoImpatient
            | Self::StepUnreached { .. }
            | Self::StepsUnused { .. }
            | Self::Unjudged { .. }
            | Self::UnlistedMove { .. }
            | Self::NoOwnWhy { .. }
            | Self::UnevenReplies { .. } => false,
        }
    }
}
