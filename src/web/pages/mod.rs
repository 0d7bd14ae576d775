//! One file for each page; a page knows effects, its components do not.

pub mod briefing;
pub mod conversation;
pub mod debrief;
pub mod library;
pub mod problems;
pub mod scenario;
