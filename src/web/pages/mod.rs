//! What is shown: functions of the page's value. What is pressed is sent back as a
//! [`Message`].

pub mod briefing;
pub mod conversation;
pub mod debrief;
pub mod library;
pub mod problems;

use super::components::element::{button, element, failure, link, notice, paragraph, span};
use super::components::open_file::open_file;
use super::message::Message;
use super::platform::storage::Trouble;
use super::room::{Hindrance, Room};
use super::route::Stage;
use super::settings::NumberKeys;
use super::words::Words;
use yew::prelude::{Callback, Html};

pub fn waiting(words: Words) -> Html {
    paragraph("waiting", words.loading).attribute("role", "status").html()
}

pub fn unknown(words: Words, send: &Callback<Message>) -> Html {
    failure(words.no_such_scenario, vec![open_file(words.open_file, send), link("button", words.back_to_library, "#/")])
}

/// One of the three rooms of a scenario, whichever can be shown.
pub fn room(words: Words, keys: NumberKeys, room: &Room, stage: Stage, send: &Callback<Message>) -> Html {
    let page = match (stage, &room.run) {
        (Stage::Debrief, Some(run)) if run.session.is_over() => debrief::debrief(words, run, &room.look_back_so_far(), send),
        (Stage::Play | Stage::Debrief, Some(run)) => conversation::conversation(words, keys, run, &room.picked, send),
        _ => briefing::briefing(words, room, send),
    };
    let hindrance = room.hindrance.as_ref().map(|hindrance| tell(words, hindrance, send));
    element("div", "room").all(hindrance).add(page).html()
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
