//! The pages of the product beside the library and the conversation: what they show,
//! as documents, and what a press on them does. They know no browser: the page hands
//! in what happens and is handed what to show and what to see to.

mod debrief;
mod drill;
mod place;
mod sheet;
mod shelf;
mod waiting;
mod world;

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
        Place::Drills => Box::new(drill::Drills::open(world)),
        Place::Compare { .. }
        | Place::Watch { .. }
        | Place::Explained { .. }
        | Place::Teach { .. }
        | Place::Forecast { .. }
        | Place::Progress
        | Place::Journal
        | Place::Unknown => Box::new(waiting::Unknown),
    }
}
