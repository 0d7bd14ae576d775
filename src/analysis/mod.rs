//! What a scenario is worth, computed exactly over every state it can reach.

mod graph;
mod key;
mod merge;
mod player;
mod simulate;
mod values;

pub use graph::{Edge, Graph, LIMIT, Reached, Search, Status};
pub use player::{Crowd, Player, length};
pub use simulate::{Estimate, EstimatedPlayer, PLAYS, Simulation};
pub use values::{Alternative, EPSILON, EndShare, LineTurn, Runs, Values, Who};
