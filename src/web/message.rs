//! Everything that can happen to the page.

use super::loading::{Failure, Pack};
use super::platform::event::File;
use super::platform::study::Study;
use super::route::Stage;
use super::settings::Settings;
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
    /// The key of a reply, from 0, as it is shown.
    Key(usize),
    /// The picked replies are said.
    Take,
    /// The turn that the learner names; nothing to be shown anyway.
    Guess(Option<usize>),
    Download,
    /// The save that cannot be read goes to the learner.
    DownloadSave,
    /// Another tab has gone on with this conversation.
    OtherTab,
    TakeOver,
    /// The second program is here, or is not.
    Study(Option<Study>),
    /// Time for a slice of work.
    Work,
}
