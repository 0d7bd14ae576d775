//! The controls of a screen: what is done with them is told to the second program by
//! number.

use super::document::document;
use super::element::{Element, element, span};
use crate::markup::{ButtonState, Control};
use crate::screens::Given;
use crate::web::message::Message;
use crate::web::platform::event;
use yew::prelude::{Callback, Event};

/// The id of a control, to move focus to.
pub fn control_id(number: u32) -> String {
    format!("control-{number}")
}

pub fn control(control: &Control, send: &Callback<Message>) -> Element {
    match control {
        Control::Button { act, class, key, state, children } => {
            let mut button = element("button", class)
                .attribute("type", "button")
                .attribute("id", &control_id(*act))
                .on_press(send, Message::Control(*act, Given::Nothing));
            if let Some((attribute, value)) = stands(*state) {
                button = button.attribute(attribute, value);
            }
            if let Some(key) = key {
                button = button.with(element("kbd", "").attribute("aria-hidden", "true").text(&key.to_string()));
            }
            document(button, children, send)
        }
        Control::Field { act, label, lines, text } => {
            let number = *act;
            let typing = move |event: &Event| Some(Message::Typing(number, event::typed(event)?));
            let typed = move |event: &Event| Some(Message::Control(number, Given::Text(event::typed(event)?)));
            let field = element("textarea", "")
                .attribute("id", &control_id(number))
                .attribute("rows", &lines.to_string())
                .value(text)
                .on_input(send, Box::new(typing))
                .on_change(send, Box::new(typed));
            element("label", "writing").with(span("", label)).with(field)
        }
        Control::Select { act, label, options, chosen } => {
            let number = *act;
            let choose = move |event: &Event| Some(Message::Control(number, Given::Option(event::chosen_place(event)?)));
            let options = options.iter().enumerate().map(|(at, text)| {
                let option = element("option", "").text(text);
                if at == *chosen { option.attribute("selected", "selected").html() } else { option.html() }
            });
            let select =
                element("select", "").attribute("id", &control_id(number)).all(options).on_change(send, Box::new(choose));
            element("label", "field").with(span("", label)).with(select)
        }
        Control::File { act, label } => {
            let number = *act;
            let choose = move |event: &Event| Some(Message::Chose(number, event::file(event)?));
            let input = element("input", "")
                .attribute("type", "file")
                .attribute("id", &control_id(number))
                .on_change(send, Box::new(choose));
            element("label", "button file").with(input).with(span("", label))
        }
    }
}

const fn stands(state: ButtonState) -> Option<(&'static str, &'static str)> {
    match state {
        ButtonState::Plain => None,
        ButtonState::Released => Some(("aria-pressed", "false")),
        ButtonState::Pressed => Some(("aria-pressed", "true")),
        ButtonState::Disabled => Some(("disabled", "disabled")),
    }
}
