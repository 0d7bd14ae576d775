//! What may stand in a method file: the keys of each table, their words and ranges. The
//! parser reads by these lists, and the schema for editors is written from them.

use super::{Pledged, Question};

pub const MAX_WORTH: i64 = 3;
/// A question has at least two answers, and each has a key from 1 to 9.
pub const MIN_OPTIONS: i64 = 2;
pub const MAX_OPTIONS: i64 = 9;

pub const ROOT: &[&str] = &["format", "id", "languages", "name", "default", "step", "move", "moment", "drill"];
pub const STEP: &[&str] = &["id", "name", "principle", "source", "criterion"];
pub const CRITERION: &[&str] = &["id", "text"];
pub const MOVE: &[&str] = &["id", "name", "definition", "question", "agrees", "unlisted"];
pub const MOMENT: &[&str] = &["id", "step", "name", "definition", "judgement"];
pub const JUDGEMENT: &[&str] = &["move", "worth", "criterion", "why", "source"];
pub const DRILL: &[&str] = &["id", "ask", "option"];
pub const OPTION: &[&str] = &["text", "moments", "promise", "moves"];
/// `[default]` and `[move.unlisted]`.
pub const UNLISTED: &[&str] = &["worth", "why"];

pub const QUESTIONS: [(&str, Question); 2] = [("open", Question::Open), ("closing", Question::Closing)];
pub const PLEDGED: [(&str, Pledged); 3] = [("kept", Pledged::Kept), ("overdrawn", Pledged::Overdrawn), ("vague", Pledged::Vague)];
