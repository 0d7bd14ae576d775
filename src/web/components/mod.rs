//! Parts of pages: functions of what they show and of callbacks, nothing else.

pub mod control;
pub mod document;
pub mod element;
pub mod face;
pub mod frame;
pub mod kite;
pub mod open_file;
pub mod replies;
pub mod steps;
pub mod sureness;
