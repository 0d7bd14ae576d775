//! A file that was not opened, and why.

use crate::pack::Reported;
use crate::web::components::element::{Element, button, element, failure as page, link, paragraph};
use crate::web::components::open_file::open_file;
use crate::web::loading::Failure;
use crate::web::message::Message;
use crate::web::words::Words;
use yew::prelude::{Callback, Html};

pub fn problems(words: Words, failure: &Failure, send: &Callback<Message>) -> Html {
    match failure {
        Failure::NotLoaded(path) => {
            let actions =
                vec![button("button", words.try_again, send, Message::Dismiss), link("button", words.back_to_library, "#/")];
            page(&(words.load_failed)(path), actions)
        }
        Failure::Refused(name, problems) => {
            let actions = element("div", "actions").with(open_file(words.choose_file_again, send)).with(button(
                "button",
                words.back_to_library,
                send,
                Message::Dismiss,
            ));
            element("div", "problems")
                .with(element("h1", "").text(&(words.problems_title)(problems.len())))
                .with(paragraph("", &(words.problems_intro)(name)))
                .with(element("ol", "").all(problems.iter().map(|problem| item(words, problem).html())))
                .with(actions)
                .html()
        }
    }
}

fn item(words: Words, problem: &Reported) -> Element {
    let place = &problem.place;
    let mut marked = place.text.chars();
    let before: String = marked.by_ref().take(place.column - 1).collect();
    let at: String = marked.by_ref().take(place.width).collect();
    let after: String = marked.collect();
    let line = element("code", "").text(&before).with(element("mark", "").text(&at)).text(&after);
    element("li", "")
        .with(paragraph("where", &(words.line_column)(place.line, place.column)))
        .with(paragraph("what", problem.what.get(words.language)))
        .with(element("pre", "").with(line))
        .with(paragraph("mend", problem.mend.get(words.language)))
}
