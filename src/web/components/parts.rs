//! Small parts that several pages share.

use crate::web::platform::event::{self, File};
use yew::prelude::{Callback, Event, Html, html};

/// Something the learner should know, with what can be done about it.
pub fn notice(text: &str, actions: Html) -> Html {
    html! { <div class="notice" role="status"><p>{text.to_owned()}</p><div class="actions">{actions}</div></div> }
}

pub fn button(class: &'static str, label: &str, press: &Callback<()>) -> Html {
    let press = press.clone();
    html! { <button type="button" {class} onclick={move |_| press.emit(())}>{label.to_owned()}</button> }
}

pub fn link(class: &'static str, label: &'static str, href: String) -> Html {
    html! { <a {class} {href}>{label}</a> }
}

/// A button that lets a trainer choose a scenario file.
pub fn open_file(label: &'static str, open: &Callback<File>) -> Html {
    let open = open.clone();
    let onchange = move |event: Event| {
        if let Some(file) = event::file(&event) {
            open.emit(file);
        }
    };
    html! { <label class="button file"><input type="file" accept=".toml" {onchange} /><span>{label}</span></label> }
}

/// A list of texts.
pub fn list<T: Into<String>>(items: impl Iterator<Item = T>) -> Html {
    html! { <ul>{ for items.map(|item| html! { <li>{item.into()}</li> }) }</ul> }
}
