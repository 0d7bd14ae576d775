//! Training on top of conversations: what is made of scenarios and of the record, as
//! plain values. How it is shown stands in `screens`.

pub mod acting;
pub mod calendar;
pub mod journal;
pub mod keeping;
pub mod line;
pub mod teach;
