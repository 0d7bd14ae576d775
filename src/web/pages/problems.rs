//! A file that was not opened, and why.

use crate::diagnostic::{Diagnostic, Place};
use crate::web::components::notice::Notice;
use crate::web::components::open_file::OpenFile;
use crate::web::loading::{Failure, Refusal};
use crate::web::platform::event::File;
use crate::web::words::Words;
use yew::prelude::{Callback, Html, Properties, function_component, html};

#[derive(Properties, PartialEq)]
pub struct ProblemsProps {
    pub words: Words,
    pub failure: Failure,
    /// Leaves this page, or tries again where that can help.
    pub dismiss: Callback<()>,
    #[prop_or_default]
    pub open: Option<Callback<File>>,
}

#[function_component]
pub fn Problems(props: &ProblemsProps) -> Html {
    let ProblemsProps { words, failure, dismiss, open } = props;
    let dismiss = dismiss.reform(|_| ());
    match failure {
        Failure::NotLoaded(path) => html! {
            <Notice text={(words.load_failed)(path)}>
                <button type="button" class="button" onclick={dismiss}>{words.try_again}</button>
                <a class="button" href="#/">{words.back_to_library}</a>
            </Notice>
        },
        Failure::UnknownMethod(id) => html! {
            <Notice text={(words.unknown_method)(id)}>
                <button type="button" class="button" onclick={dismiss}>{words.back_to_library}</button>
            </Notice>
        },
        Failure::Refused(refusal) => html! {
            <div class="problems">
                {list(*words, refusal)}
                <div class="actions">
                    if let Some(open) = open { <OpenFile label={words.choose_file_again} open={open.clone()} /> }
                    <button type="button" class="button" onclick={dismiss}>{words.back_to_library}</button>
                </div>
            </div>
        },
    }
}

fn list(words: Words, refusal: &Refusal) -> Html {
    let problems = refusal.problems.iter().map(|problem| item(words, &refusal.source, problem));
    html! {
        <>
            <h1>{(words.problems_title)(refusal.problems.len())}</h1>
            <p>{(words.problems_intro)(&refusal.name)}</p>
            <ol>{ for problems }</ol>
        </>
    }
}

fn item(words: Words, source: &str, problem: &Diagnostic) -> Html {
    let place = Place::of(source, &problem.span);
    let told = words.fault(&problem.fault);
    let mut marked = place.text.chars();
    let before: String = marked.by_ref().take(place.column - 1).collect();
    let at: String = marked.by_ref().take(place.width).collect();
    let after: String = marked.collect();
    html! {
        <li>
            <p class="where">{(words.line_column)(place.line, place.column)}</p>
            <p class="what">{told.what}</p>
            <pre><code>{before}<mark>{at}</mark>{after}</code></pre>
            <p class="mend">{told.mend}</p>
        </li>
    }
}
