//! Training on top of conversations: what is made of scenarios and of the record, as
//! plain values. How it is shown stands in `screens`.

pub mod calendar;
pub mod drill;
pub mod memory;
pub mod round;
pub mod schedule;
