//! A scenario: one customer, as a trainer wrote it. File → (scenario, problems).

mod canonical;
mod circles;
mod condition;
pub mod keys;
mod model;
mod names;
mod parse;
mod places;
mod shape;
mod text;

pub use canonical::{Hash, Hashes, RULES_VERSION};
pub use circles::components;
pub use model::*;
pub use parse::parse;
pub use places::Places;
pub use shape::destinations;
pub use text::narrated;
