//! A scenario for other eyes than the learner's.

pub mod script;
