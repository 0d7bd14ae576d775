//! Training on top of conversations: what is made of scenarios and of the record, as
//! plain values. How it is shown stands in `screens`.

pub mod advice;
pub mod calendar;
pub mod calibration;
pub mod forecast;
pub mod profile;
#[cfg(test)]
mod samples;
