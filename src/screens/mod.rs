//! The pages of the product beside the library and the conversation: what they show,
//! as documents, and what a press on them does. They know no browser: the page hands
//! in what happens and is handed what to show and what to see to.

mod compare;
mod debrief;
mod drill;
mod explained;
pub mod flywheel;
mod forecast;
mod journal;
mod keeping;
mod keys;
mod place;
mod progress;
mod sheet;
mod shelf;
mod teach;
mod waiting;
mod watch;
mod ways;
mod world;

pub use keys::pressed_by;
pub use place::Place;
pub use sheet::{Act, Focus, Given, Sheet, View};
pub use shelf::{Found, Shelf};
pub use world::{Effect, World};

/// One page.
pub trait Screen {
    /// What the browser's window is called while it is shown.
    fn title(&self, world: &World) -> String;

    /// Writes what is to be seen.
    fn show(&self, world: &World, sheet: &mut Sheet);

    /// Something on it was pressed, typed, chosen or opened, or something else happened.
    fn act(&mut self, act: Act, given: Given, world: &mut World);
}

/// The page of a place.
pub fn open(place: &Place, world: &mut World) -> Box<dyn Screen> {
    match place {
        Place::Debrief { scenario, attempt } => Box::new(debrief::Debrief::open(scenario, *attempt, world)),
        Place::Journal => Box::new(journal::Journal::default()),
        Place::Keeping => Box::new(keeping::Keeping::default()),
        Place::Compare { scenario, first, second } => Box::new(compare::Compare::open(scenario, *first, *second)),
        Place::Forecast { scenario } => Box::new(forecast::Forecast::open(scenario)),
        Place::Progress => Box::new(progress::Progress::default()),
        Place::Watch { scenario } => Box::new(watch::Watch::open(scenario, world)),
        Place::Explained { scenario } => Box::new(explained::Explained::open(scenario, world)),
        Place::Teach { scenario } => Box::new(teach::Teach::open(scenario, world)),
        Place::Drills => Box::new(drill::Drills::open(world)),
        Place::Unknown => Box::new(waiting::Unknown),
    }
}
