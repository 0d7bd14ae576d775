//! What goes out of the product to be read elsewhere.

pub mod report;
pub mod schema;
