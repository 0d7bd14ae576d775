//! Everything that can happen to the page.

use super::loading::{Failure, Pack};
use super::platform::database::Database;
use super::platform::event::File;
use super::platform::storage::Trouble;
use super::platform::study::Study;
use super::route::Stage;
use super::settings::Settings;
use crate::language::Language;
use crate::screens::Given;
use crate::session::Mode;

/// One thing that happens.
#[derive(Clone)]
pub enum Message {
    /// The address has changed.
    Moved,
    Changed(Settings),
    /// Focus goes to the content.
    Skip,
    /// A trainer has chosen a file.
    Open(File),
    Opened(Result<Pack, Failure>),
    /// Leaves the problems of a file, or tries again.
    Dismiss,
    /// A scenario of the library is here, or is not.
    Loaded(Result<Pack, Failure>),
    Mode(Mode),
    Start,
    Go(Stage),
    /// A reply was pressed: its turn, so that a second press meant for the last turn
    /// does not speak in this one, and its place in the file.
    Press(usize, u8),
    /// A sign was typed.
    Key(char),
    /// The picked replies are said.
    Take,
    /// How sure the learner is of the reply to come, 0 to 100.
    Sure(u8),
    Download,
    /// The save that cannot be read goes to the learner.
    DownloadSave,
    /// Another tab has gone on with this conversation.
    OtherTab,
    TakeOver,
    /// The record is here, or nothing can be kept.
    Record(Result<(Database, Vec<u8>), Trouble>),
    /// Something could not be kept.
    Trouble(Trouble),
    /// The second program is here, or is not.
    Study(Option<Study>),
    /// The second program is tried again.
    Retry,
    /// The bytes of a scenario that a screen wanted, in the language in which it did.
    Supplied(String, Language, Option<Vec<u8>>),
    /// A control of a screen was used.
    Control(u32, Given),
    /// Something is being typed there; it counts after a while.
    Typing(u32, String),
    /// Now it counts.
    Typed,
    /// A file was chosen there.
    Chose(u32, File),
    /// Time for a slice of work.
    Work,
    /// The time that a screen asked for has passed.
    Tick,
}
