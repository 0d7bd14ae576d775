//! What no input may do. Each target takes any bytes at all, and panics when the
//! product does, or when it contradicts itself. `cargo xtask fuzz` looks for such
//! bytes; `tests/corpus.rs` replays what is kept of them.

// To panic is how a target says that it has found something.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod attempt;
mod device;
mod dice;
mod edit;
mod library;
mod method;
mod play;
mod problems;
mod scenario;
pub mod seeds;
mod session;
mod study;
mod values;

pub use attempt::attempt;
pub use device::device;
pub use edit::edit_in_place;
pub use method::method;
pub use scenario::scenario;
pub use session::session;
pub use study::study;

/// A target: its name, and what it does with bytes.
pub type Target = (&'static str, fn(&[u8]));

/// Every target.
pub const TARGETS: [Target; 6] = [
    ("scenario", scenario),
    ("method", method),
    ("session", session),
    ("attempt", attempt),
    ("device", device),
    ("study", study),
];
