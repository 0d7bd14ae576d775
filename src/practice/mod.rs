//! Training on top of conversations: what is made of scenarios and of the record, as
//! plain values. How it is shown stands in `screens`.

pub mod acting;
pub mod advice;
pub mod calendar;
pub mod calibration;
pub mod confidence;
pub mod drill;
pub mod forecast;
pub mod journal;
pub mod keeping;
pub mod kin;
pub mod line;
pub mod memory;
pub mod profile;
pub mod round;
#[cfg(test)]
mod samples;
pub mod schedule;
pub mod teach;
