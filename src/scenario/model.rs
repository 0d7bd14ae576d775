//! A scenario as it is meant: names resolved to places, judgements looked up,
//! defaults filled in.

use crate::language::Language;
use crate::method::{MomentId, MoveId, Question, StepId};
use serde::{Deserialize, Serialize};

/// The file format that this version reads.
pub const FORMAT: i64 = 1;
/// Turns until the customer ends the meeting, where the file does not say.
pub const DEFAULT_PATIENCE: u16 = 30;
/// Every meter runs from 0 to this.
pub const METER_MAX: u8 = 10;
/// Ten-thousandths in a certainty.
pub const CERTAIN: u16 = 10_000;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(pub u32);

        impl $name {
            /// The place in the scenario's list.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// A scene, by its place in the file.
    SceneId
    /// A reply, counted through the whole file.
    ReplyId
    /// An ending, by its place in the file.
    EndingId
    /// A meter, by its place in the file.
    MeterId
    /// A fact, by its place in the file.
    FactId
    /// A promise, by its place in the file.
    PromiseId
}

/// A whole conversation, ready to be played.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    pub id: String,
    pub language: Language,
    pub title: String,
    pub summary: String,
    /// The id of the method it is judged by.
    pub method: String,
    /// 1 starter, 2 regular, 3 demanding.
    pub level: u8,
    pub minutes: u16,
    /// Turns until the customer ends a meeting.
    pub patience: u16,
    /// The ending when patience runs out; `None`: built in, order lost.
    pub impatient: Option<EndingId>,
    pub customer: Customer,
    pub briefing: Briefing,
    pub meters: Vec<Meter>,
    pub promises: Vec<PromiseTerms>,
    pub facts: Vec<Fact>,
    /// The conversation starts in the first.
    pub scenes: Vec<Scene>,
    pub replies: Vec<Reply>,
    pub endings: Vec<Ending>,
}

/// Who the learner talks to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    pub name: String,
    pub role: String,
    pub contact: Option<Contact>,
    pub grade: Option<Grade>,
    /// The meter that shows in the face.
    pub mood: Option<MeterId>,
}

/// The point of contact in the customer's house.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Contact {
    Receptive,
    Dissatisfied,
    Power,
}

/// How good a prospect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Grade {
    A,
    B,
    C,
}

/// What the learner reads before playing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Briefing {
    pub aim: String,
    pub notes: Vec<String>,
}

/// A whole number from 0 to [`METER_MAX`] that replies move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meter {
    pub id: String,
    pub name: String,
    pub start: u8,
}

/// What can be kept of a promise, and what is heard when nothing clear is said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromiseTerms {
    pub id: String,
    pub name: String,
    pub unit: String,
    pub better: Better,
    pub deliver: i32,
    pub assumed: Option<i32>,
    /// What a signed order becomes when this one is overdrawn.
    pub broken: Outcome,
}

/// Which way the customer would pull a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Better {
    More,
    Less,
}

impl Better {
    /// Whether `a` is strictly better for the customer than `b`.
    pub const fn beats(self, a: i32, b: i32) -> bool {
        match self {
            Self::More => a > b,
            Self::Less => a < b,
        }
    }
}

/// Something the learner can find out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    pub id: String,
    pub text: String,
}

/// How a conversation ends. Ordered from best to
/// worst only among the outcomes of broken promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Signed,
    Renewed,
    Nurture,
    OrderLost,
    Unsatisfied,
    Cancelled,
    CustomerLost,
    Unfinished,
}

impl Outcome {
    /// The word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Renewed => "renewed",
            Self::Nurture => "nurture",
            Self::OrderLost => "order-lost",
            Self::Unsatisfied => "unsatisfied",
            Self::Cancelled => "cancelled",
            Self::CustomerLost => "customer-lost",
            Self::Unfinished => "unfinished",
        }
    }

    /// How good it is, roughly.
    pub const fn tone(self) -> Tone {
        match self {
            Self::Signed | Self::Renewed => Tone::Good,
            Self::Nurture | Self::Unfinished => Tone::Open,
            Self::OrderLost | Self::Unsatisfied | Self::Cancelled | Self::CustomerLost => Tone::Bad,
        }
    }

    /// Whether there is an order, so that promises fall due.
    pub const fn is_order(self) -> bool {
        matches!(self, Self::Signed | Self::Renewed)
    }
}

/// How an outcome is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Good,
    /// Neither won nor lost.
    Open,
    Bad,
}

/// One moment of the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    pub id: String,
    /// What the situation calls for, and the step it belongs to; without it
    /// nothing here is judged.
    pub moment: Option<(MomentId, StepId)>,
    /// Who speaks here, if it is not the customer.
    pub speaker: Option<String>,
    pub says: Line,
    pub cue: Line,
    /// Entering starts a later meeting, this much later.
    pub after: Option<String>,
    pub drift: Option<Drift>,
    /// Where to go when nothing is on offer.
    pub otherwise: Option<Destination>,
    pub todo: bool,
    /// Choose this many replies at once; then `answer` and `next` stand here.
    pub pick: Option<Pick>,
    /// The replies, in the order of the file.
    pub replies: std::ops::Range<u32>,
}

impl Scene {
    /// The ids of its replies, in the order of the file.
    pub fn reply_ids(&self) -> impl ExactSizeIterator<Item = ReplyId> + DoubleEndedIterator + use<> {
        ReplyRange(self.replies.clone()).ids()
    }
}

struct ReplyRange(std::ops::Range<u32>);

impl ReplyRange {
    fn ids(self) -> impl ExactSizeIterator<Item = ReplyId> + DoubleEndedIterator {
        let start = self.0.start;
        let count = usize::try_from(self.0.end.saturating_sub(start)).unwrap_or(0);
        (0..count).map(move |i| ReplyId(start + u32::try_from(i).unwrap_or(0)))
    }
}

/// A scene where several replies are chosen at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pick {
    pub count: u8,
    pub answer: Line,
    pub next: Branch,
}

/// While a yes is unsigned, each turn risks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drift {
    /// In ten-thousandths.
    pub chance: u16,
    pub to: Destination,
}

/// What the learner may say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The author's name for it, if it has one.
    pub id: Option<String>,
    pub scene: SceneId,
    pub say: String,
    pub mov: Option<MoveId>,
    /// The form of question that its move is, for the naive players.
    pub question: Option<Question>,
    /// Its move says yes to whatever the customer wants.
    pub agrees: bool,
    /// `None`: unjudged.
    pub judgement: Option<Judged>,
    pub answer: Line,
    /// Summed per meter; meters in order.
    pub effect: Vec<(MeterId, i16)>,
    pub learns: Vec<FactId>,
    pub promise: Vec<(PromiseId, Pledge)>,
    pub next: Branch,
    pub repeat: bool,
    pub when: Condition,
}

/// The judgement of a reply, resolved from the method or the reply's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// 0 to 3 points.
    pub worth: u8,
    /// The criterion's place within the step.
    pub criterion: Option<usize>,
    /// In the scenario's language.
    pub why: String,
    pub basis: Basis,
}

/// What a judgement rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// A document and heading, or `house rule`.
    Method(String),
    /// The method's stated default.
    Default,
    /// The scenario says so itself.
    Scenario,
}

/// What a reply promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Pledge {
    Vague,
    Number(i32),
}

/// Where a branch leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Destination {
    Scene(SceneId),
    Ending(EndingId),
}

/// Ways tried in order; none: stay.
pub type Branch = Vec<Way>;

/// One entry of `next`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Way {
    pub when: Condition,
    /// A share of the whole, in ten-thousandths; without it, the rest.
    pub chance: Option<u16>,
    pub to: Destination,
}

/// A line in one or several wordings.
pub type Line = Vec<Wording>;

/// One wording of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    pub text: String,
    pub when: Condition,
}

/// Any of these sets of tests, all of which hold; empty: always.
pub type Condition = Vec<Vec<Test>>;

/// One entry of a `when`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    Meter { meter: MeterId, at_least: u8, at_most: u8 },
    Known(FactId),
    Unknown(FactId),
    Made(PromiseId),
    Unmade(PromiseId),
    Overdrawn(PromiseId),
    Kept(PromiseId),
    Used(ReplyId),
    Unused(ReplyId),
    Visited(SceneId),
    Unvisited(SceneId),
}

impl Ending {
    /// The words for a broken promise that turns the order into `outcome`.
    pub fn broken_words(&self, outcome: Outcome) -> Option<&String> {
        self.broken.iter().find(|(broken, _)| *broken == outcome).map(|(_, words)| words)
    }
}

/// A way for the conversation to end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    pub id: String,
    pub outcome: Outcome,
    pub says: Line,
    pub cue: Line,
    /// The words when promises turn a signed order into something worse.
    pub broken: Vec<(Outcome, String)>,
}

impl Scenario {
    pub fn scene(&self, id: SceneId) -> Option<&Scene> {
        self.scenes.get(id.index())
    }

    pub fn reply(&self, id: ReplyId) -> Option<&Reply> {
        self.replies.get(id.index())
    }

    pub fn ending(&self, id: EndingId) -> Option<&Ending> {
        self.endings.get(id.index())
    }

    /// The replies of a scene with their ids, in the order of the file.
    pub fn replies_of(&self, scene: SceneId) -> impl DoubleEndedIterator<Item = (ReplyId, &Reply)> {
        self.scene(scene).into_iter().flat_map(Scene::reply_ids).filter_map(|id| Some((id, self.reply(id)?)))
    }

    /// The step a scene belongs to.
    pub fn step_of(&self, scene: SceneId) -> Option<StepId> {
        Some(self.scene(scene)?.moment?.1)
    }

    /// The steps that its judged scenes exercise, in the method's order.
    pub fn steps(&self) -> Vec<StepId> {
        let mut steps: Vec<_> = self.scenes.iter().filter_map(|scene| Some(scene.moment?.1)).collect();
        steps.sort_unstable();
        steps.dedup();
        steps
    }
}
