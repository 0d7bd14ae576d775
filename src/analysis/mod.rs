//! What a scenario is worth, computed exactly over every state it can reach.

mod graph;
mod merge;
mod player;
mod values;

pub use graph::{Graph, LIMIT, Search, Status};
pub use player::{Crowd, Player};
pub use values::{Alternative, EPSILON, Values};
