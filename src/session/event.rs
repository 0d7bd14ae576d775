//! What a turn makes happen, in the order in which it is told.

use super::state::End;
use crate::scenario::{FactId, MeterId, Outcome, Pledge, PromiseId, ReplyId, SceneId};

/// One thing that happens in a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// The learner says it.
    Said { reply: ReplyId },
    /// What was said is a promise.
    Promised { promise: PromiseId, pledge: Pledge },
    /// A meter moved; the face may change.
    Moved { meter: MeterId, from: u8, to: u8 },
    /// The learner found something out.
    Learned { fact: FactId },
    /// The customer answers at once, in the scene that was played.
    Answered { scene: SceneId, text: String },
    /// A later meeting begins.
    MeetingBegan { scene: SceneId },
    /// The customer speaks; the cue is what can be seen.
    Spoke { scene: SceneId, line: Option<String>, cue: Option<String> },
    /// It is over. Built-in endings have no words of their own.
    Ended { end: End, outcome: Outcome, line: Option<String>, cue: Option<String> },
}
