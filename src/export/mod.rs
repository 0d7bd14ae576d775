//! What leaves the house: files for other programs.

pub mod schema;
