//! Ninesteps (九步): rehearse a sales conversation before holding a real one.
//!
//! The way of all data is file → scenario → session → scorecard → view. What is
//! below this line knows no browser, no files, no clock and no chance of its own.

pub mod analysis;
pub mod catalogue;
pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod debrief;
pub mod diagnostic;
pub mod export;
pub mod i18n;
pub mod language;
pub mod markup;
pub mod method;
pub mod pack;
pub mod practice;
pub mod reader;
pub mod record;
pub mod scenario;
pub mod score;
pub mod screens;
pub mod session;
pub mod study;
pub mod telling;
#[cfg(feature = "web")]
pub mod web;
