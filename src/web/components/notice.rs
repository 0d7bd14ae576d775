//! Something the learner should know, with what can be done about it.

use yew::prelude::{Html, Properties, function_component, html};

#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    pub text: String,
    #[prop_or_default]
    pub children: Html,
}

#[function_component]
pub fn Notice(props: &NoticeProps) -> Html {
    html! { <div class="notice" role="status"><p>{props.text.clone()}</p><div class="actions">{props.children.clone()}</div></div> }
}
