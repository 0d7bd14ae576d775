//! A file that was not opened, and why.

use crate::pack::Reported;
use crate::web::components::parts::{button, link, notice, open_file};
use crate::web::loading::Failure;
use crate::web::platform::event::File;
use crate::web::words::Words;
use yew::prelude::{Callback, Html, html};

/// `dismiss` leaves this page, or tries again where that can help.
pub fn problems(words: Words, failure: &Failure, dismiss: &Callback<()>, open: Option<&Callback<File>>) -> Html {
    match failure {
        Failure::NotLoaded(path) => {
            let actions = html! { <>{button("button", words.try_again, dismiss)}{link("button", words.back_to_library, "#/".to_owned())}</> };
            notice(&(words.load_failed)(path), actions)
        }
        Failure::Refused(name, problems) => html! {
            <div class="problems">
                <h1>{(words.problems_title)(problems.len())}</h1>
                <p>{(words.problems_intro)(name)}</p>
                <ol>{ for problems.iter().map(|problem| item(words, problem)) }</ol>
                <div class="actions">
                    { open.map(|open| open_file(words.choose_file_again, open)) }
                    {button("button", words.back_to_library, dismiss)}
                </div>
            </div>
        },
    }
}

fn item(words: Words, problem: &Reported) -> Html {
    let place = &problem.place;
    let mut marked = place.text.chars();
    let before: String = marked.by_ref().take(place.column - 1).collect();
    let at: String = marked.by_ref().take(place.width).collect();
    let after: String = marked.collect();
    html! {
        <li>
            <p class="where">{(words.line_column)(place.line, place.column)}</p>
            <p class="what">{problem.what.get(words.language).to_owned()}</p>
            <pre><code>{before}<mark>{at}</mark>{after}</code></pre>
            <p class="mend">{problem.mend.get(words.language).to_owned()}</p>
        </li>
    }
}
