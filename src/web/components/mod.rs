//! Parts of pages: functions of what they show and of callbacks, nothing else.

pub mod document;
pub mod face;
pub mod frame;
pub mod kite;
pub mod parts;
pub mod replies;
pub mod steps;
