//! A scenario: one customer, as a trainer wrote it. File → (scenario, problems).

mod canonical;
mod condition;
pub mod keys;
mod model;
mod names;
mod parse;
mod shape;
mod text;

pub use canonical::{Hash, Hashes, RULES_VERSION};
pub use model::*;
pub use parse::parse;
pub use shape::destinations;
pub use text::narrated;
