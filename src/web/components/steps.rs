//! The steps of the method: which were passed. The present one is never named.

use crate::web::words::Words;
use yew::prelude::{Html, html};

/// The steps by name, and whether each was passed.
pub fn steps(words: Words, title: &str, steps: &[(String, bool)]) -> Html {
    let items = steps.iter().enumerate().map(|(at, (name, passed))| {
        let (class, state) = if *passed { ("passed", words.step_passed) } else { ("ahead", words.step_ahead) };
        let dot = if *passed { "✓".to_owned() } else { (at + 1).to_string() };
        html! {
            <li {class}>
                <span class="dot" aria-hidden="true">{dot}</span>
                <span class="name">{name.clone()}</span>
                <span class="unseen">{state}</span>
            </li>
        }
    });
    html! { <section class="steps"><h2>{title.to_owned()}</h2><ol>{ for items }</ol></section> }
}
