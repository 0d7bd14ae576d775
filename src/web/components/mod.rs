//! Parts of pages: properties and callbacks, nothing else.

pub mod exchange;
pub mod face;
pub mod frame;
pub mod kite;
pub mod notice;
pub mod open_file;
pub mod replies;
pub mod steps;
