//! The steps of the method: which were passed. The present one is never named.

use crate::web::words::Words;
use yew::prelude::{Html, Properties, function_component, html};

#[derive(Clone, PartialEq)]
pub struct StepMark {
    pub name: String,
    pub passed: bool,
}

#[derive(Properties, PartialEq)]
pub struct StepsProps {
    pub words: Words,
    pub title: String,
    pub steps: Vec<StepMark>,
}

#[function_component]
pub fn Steps(props: &StepsProps) -> Html {
    let words = props.words;
    let items = props.steps.iter().enumerate().map(|(at, step)| {
        let (class, state) = if step.passed { ("passed", words.step_passed) } else { ("ahead", words.step_ahead) };
        html! {
            <li key={at} {class} title={step.name.clone()}>
                <span class="dot" aria-hidden="true">{ if step.passed { "✓".to_owned() } else { (at + 1).to_string() } }</span>
                <span class="name">{step.name.clone()}</span>
                <span class="unseen">{", "}{state}</span>
            </li>
        }
    });
    html! {
        <section class="steps">
            <h2>{props.title.clone()}</h2>
            <ol aria-label={props.title.clone()}>{ for items }</ol>
        </section>
    }
}
