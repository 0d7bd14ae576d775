//! What may stand in a scenario file: the keys of each table, their words and their
//! ranges. The parser reads by these lists, and the schema for editors is written
//! from them.

use super::model::{Better, Contact, Grade, METER_MAX, Outcome};

/// The most replies a scene may offer.
pub const MAX_REPLIES: usize = 12;
/// The most scenes a file may have.
pub const MAX_SCENES: usize = 10_000;
pub const MAX_PATIENCE: i64 = 200;
pub const MAX_MINUTES: i64 = 240;
pub const MAX_LEVEL: i64 = 3;
pub const MAX_EFFECT: i64 = METER_MAX as i64;
pub const MAX_PROMISE: i64 = 1_000_000;

pub const ROOT: &[&str] = &[
    "format",
    "id",
    "language",
    "title",
    "summary",
    "method",
    "level",
    "minutes",
    "patience",
    "impatient",
    "customer",
    "briefing",
    "meters",
    "promises",
    "facts",
    "scene",
    "ending",
];
pub const CUSTOMER: &[&str] = &["name", "role", "contact", "grade", "mood"];
pub const BRIEFING: &[&str] = &["aim", "notes"];
pub const METER: &[&str] = &["name", "start"];
pub const PROMISE: &[&str] = &["name", "unit", "better", "deliver", "assumed", "broken"];
pub const SCENE: &[&str] =
    &["id", "moment", "speaker", "says", "cue", "pick", "answer", "next", "after", "drift", "otherwise", "todo", "reply"];
pub const REPLY: &[&str] =
    &["id", "say", "move", "answer", "effect", "learns", "promise", "next", "repeat", "when", "worth", "criterion", "why"];
pub const ENDING: &[&str] = &["id", "outcome", "says", "cue", "broken"];
/// `[ending.broken]`: the words of [`BROKEN_OUTCOMES`].
pub const BROKEN: &[&str] = &["unsatisfied", "cancelled", "customer-lost"];
/// An entry of `next`.
pub const WAY: &[&str] = &["when", "chance", "to"];
pub const DRIFT: &[&str] = &["chance", "to"];
/// A wording that is a table.
pub const WORDING: &[&str] = &["text", "when"];
/// The bounds of a meter in a condition.
pub const BOUNDS: &[&str] = &["at_least", "at_most"];
/// The words of a `when`; no meter may be called so.
pub const CONDITION_WORDS: [&str; 10] =
    ["known", "unknown", "made", "unmade", "overdrawn", "kept", "used", "unused", "visited", "unvisited"];

/// What stands for a promise without a number.
pub const VAGUE: &str = "vague";
pub const CONTACTS: [(&str, Contact); 3] =
    [("receptive", Contact::Receptive), ("dissatisfied", Contact::Dissatisfied), ("power", Contact::Power)];
pub const GRADES: [(&str, Grade); 3] = [("A", Grade::A), ("B", Grade::B), ("C", Grade::C)];
pub const BETTER: [(&str, Better); 2] = [("more", Better::More), ("less", Better::Less)];
/// What an ending may come to.
pub const ENDING_OUTCOMES: [Outcome; 7] = [
    Outcome::Signed,
    Outcome::Renewed,
    Outcome::Nurture,
    Outcome::OrderLost,
    Outcome::Unsatisfied,
    Outcome::Cancelled,
    Outcome::CustomerLost,
];
/// What a signed order may become when a promise is overdrawn.
pub const BROKEN_OUTCOMES: [Outcome; 3] = [Outcome::Unsatisfied, Outcome::Cancelled, Outcome::CustomerLost];
