//! The only home of web-sys, js-sys and gloo.

pub mod database;
pub mod event;
pub mod files;
pub mod page;
pub mod storage;
pub mod study;
pub mod timer;
pub mod voice;
