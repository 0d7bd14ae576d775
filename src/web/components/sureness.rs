//! How sure the learner is of the reply to come.

use super::element::{Element, button, element, span};
use crate::session::Sureness;
use crate::web::message::Message;
use crate::web::settings::NumberKeys;
use crate::web::words::Words;
use yew::prelude::Callback;

pub fn sureness(words: Words, keys: NumberKeys, confidence: Option<u8>, send: &Callback<Message>) -> Element {
    let ways = Sureness::ALL.map(Sureness::percent).into_iter().zip(words.sureness).map(|(way, name)| {
        let pressed = if confidence == Some(way) { "true" } else { "false" };
        button("", name, send, Message::Sure(way)).attribute("aria-pressed", pressed).html()
    });
    let key = (keys == NumberKeys::On).then(|| element("kbd", "").attribute("aria-hidden", "true").text("0").html());
    element("div", "sureness")
        .attribute("role", "group")
        .attribute("aria-label", words.how_sure)
        .all(key)
        .with(span("hint", words.how_sure))
        .all(ways)
}
