//! What is shown: functions of the page's value. What is pressed is sent back as a
//! [`Message`].

pub mod briefing;
pub mod conversation;
pub mod library;
pub mod problems;

pub use super::components::control::control_id;

use super::components::document::document;
use super::components::element::{button, element, failure, link, notice, paragraph, span};
use super::components::open_file::open_file;
use super::desk::Desk;
use super::message::Message;
use super::platform::storage::Trouble;
use super::platform::study;
use super::room::{Hindrance, Room};
use super::route::Stage;
use super::settings::Settings;
use super::words::Words;
use crate::record::Digest;
use yew::prelude::{Callback, Html};

pub fn waiting(words: Words) -> Html {
    paragraph("waiting", words.loading).attribute("role", "status").html()
}

pub fn unknown(words: Words, send: &Callback<Message>) -> Html {
    failure(words.no_such_scenario, vec![open_file(words.open_file, send), link("button", words.back_to_library, "#/")])
}

/// A screen of the second program.
pub fn screen(words: Words, desk: &Desk, exam: bool, send: &Callback<Message>) -> Html {
    match &desk.view {
        Some(view) => {
            let page = element("section", "screen").attribute("aria-label", &view.title).attribute("lang", view.language.tag());
            document(page, &view.nodes, send).html()
        }
        None if desk.is_missing() => {
            let retry = button("button primary", words.try_again, send, Message::Retry);
            // An exam can be begun without a forecast.
            let start = exam.then(|| button("button", words.start, send, Message::Start));
            let ways = [Some(retry), start, Some(link("button", words.back_to_library, "#/"))];
            failure(&(words.load_failed)(study::PATH), ways.into_iter().flatten().collect())
        }
        None => waiting(words),
    }
}

/// One of the rooms of a scenario, whichever can be shown.
pub fn room(words: Words, settings: Settings, room: &Room, stage: Stage, digest: &Digest, send: &Callback<Message>) -> Html {
    match (stage, &room.run) {
        (Stage::Play, Some(run)) => conversation::conversation(words, settings, run, &room.picked, room.confidence, send),
        _ => briefing::briefing(words, room, digest, send),
    }
}

/// What stands in the way, of this scenario or of everything.
pub fn hindrance(words: Words, room: Option<&Room>, trouble: Option<Trouble>, send: &Callback<Message>) -> Option<Html> {
    let of_room = room.and_then(|room| room.hindrance.clone());
    of_room.or(trouble.map(Hindrance::Storage)).map(|hindrance| tell(words, &hindrance, send))
}

fn tell(words: Words, hindrance: &Hindrance, send: &Callback<Message>) -> Html {
    let text = match hindrance {
        Hindrance::Storage(Trouble::Blocked) => words.storage_blocked,
        Hindrance::Storage(Trouble::Full) => words.storage_full,
        Hindrance::Damaged(_) => words.save_damaged,
        Hindrance::OtherVersion(_) => words.save_other_version,
        Hindrance::OtherTab => words.other_tab,
        Hindrance::NoTwin => words.no_twin,
    };
    let actions = match hindrance {
        Hindrance::Damaged(_) | Hindrance::OtherVersion(_) => {
            vec![button("button", words.download_save, send, Message::DownloadSave), span("hint", words.save_kept)]
        }
        Hindrance::OtherTab => vec![button("button", words.take_over, send, Message::TakeOver)],
        Hindrance::Storage(_) | Hindrance::NoTwin => Vec::new(),
    };
    notice(text, actions)
}
