//! A button that lets a trainer choose a scenario file.

use super::element::{Element, element, span};
use crate::web::platform::event::{self, File};
use yew::prelude::{Callback, Event};

pub fn open_file(label: &str, open: &Callback<File>) -> Element {
    let open = open.clone();
    let chosen = Callback::from(move |event: Event| {
        if let Some(file) = event::file(&event) {
            open.emit(file);
        }
    });
    let input = element("input", "").attribute("type", "file").attribute("accept", ".toml").on_change(chosen);
    element("label", "button file").with(input).with(span("", label))
}
