//! A button that lets a trainer choose a scenario file.

use super::element::{Element, element, span};
use crate::web::message::Message;
use crate::web::platform::event;
use yew::prelude::Callback;

pub fn open_file(label: &str, send: &Callback<Message>) -> Element {
    let input = element("input", "")
        .attribute("type", "file")
        .attribute("accept", ".toml")
        .on_change(send, Box::new(|event| event::file(event).map(Message::Open)));
    element("label", "button file").with(input).with(span("", label))
}
