//! A button that lets a trainer choose a scenario file.

use crate::web::platform::event::{self, File};
use yew::prelude::{Callback, Event, Html, Properties, function_component, html};

#[derive(Properties, PartialEq)]
pub struct OpenFileProps {
    pub label: &'static str,
    pub open: Callback<File>,
}

#[function_component]
pub fn OpenFile(props: &OpenFileProps) -> Html {
    let open = props.open.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(file) = event::file(&event) {
            open.emit(file);
        }
    });
    html! { <label class="button file"><input type="file" accept=".toml" {onchange} /><span>{props.label}</span></label> }
}
