//! What the learner knows before the conversation. Preparing itself is played.

use crate::scenario::Scenario;
use crate::session::Mode;
use crate::web::components::element::{Element, Ticked, button, element, link, list, paragraph, section};
use crate::web::words::Words;
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, function_component, use_state_eq};

/// A conversation that is already there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Present {
    Nothing,
    /// Under way; the turn that comes next.
    UnderWay(usize),
    Over,
}

#[derive(Properties, PartialEq)]
pub struct BriefingProps {
    pub words: Words,
    pub scenario: Rc<Scenario>,
    pub present: Present,
    pub start: Callback<Mode>,
    pub resume: Callback<()>,
    pub to_debrief: Callback<()>,
}

#[function_component]
pub fn Briefing(props: &BriefingProps) -> Html {
    let BriefingProps { words, scenario, present, start, resume, to_debrief } = props;
    let mode = use_state_eq(Mode::default);
    let begin = {
        let (start, mode) = (start.clone(), *mode);
        Callback::from(move |()| start.emit(mode))
    };
    let choice = |this: Mode, name: &str, hint: &str| {
        let choose = {
            let mode = mode.clone();
            Callback::from(move |_| mode.set(this))
        };
        let ticked = Ticked::when(*mode == this);
        let input = element("input", "").attribute("type", "radio").attribute("name", "mode").ticked(ticked).on_change(choose);
        let told = element("span", "").with(element("strong", "").text(name)).with(element("span", "hint").text(hint));
        element("label", "mode").with(input).with(told)
    };
    let (first, way_in, hint) = match present {
        Present::Nothing => (None, button("button primary", words.start, &begin), None),
        Present::Over => (Some(button("button", words.see_last_debrief, to_debrief)), button("button primary", words.start, &begin), None),
        Present::UnderWay(turn) => {
            let resume = button("button primary", &(words.resume)(*turn), resume);
            (Some(resume), button("button", words.start_anew, &begin), Some(words.start_anew_hint))
        }
    };
    let modes = element("fieldset", "")
        .with(element("legend", "").text(words.how_to_play))
        .with(choice(Mode::Coached, words.mode_coached, words.mode_coached_hint))
        .with(choice(Mode::Exam, words.mode_exam, words.mode_exam_hint));
    element("article", "briefing")
        .attribute("lang", scenario.language.tag())
        .with(element("p", "back").with(link("", words.back_to_library, "#/")))
        .with(element("h1", "").text(&scenario.title))
        .with(paragraph("lead", &scenario.summary))
        .with(sheets(*words, scenario))
        .all(first.map(|first| element("p", "").with(first).html()))
        .with(element("section", "start").with(modes).with(way_in).all(hint.map(|hint| paragraph("hint", hint).html())))
        .html()
}

/// Who the customer is, and what is on file.
fn sheets(words: Words, scenario: &Scenario) -> Element {
    let customer = &scenario.customer;
    let tags = customer.contact.map(words.contact).into_iter().chain(customer.grade.map(words.grade));
    let about = section("sheet", words.customer)
        .with(paragraph("name", &customer.name))
        .with(paragraph("", &customer.role))
        .with(element("div", "tags").with(list(tags)))
        .with(element("h2", "").text(words.aim))
        .with(paragraph("", &scenario.briefing.aim));
    let notes = section("sheet notes", words.notes_on_file).with(list(scenario.briefing.notes.iter().map(String::as_str)));
    element("div", "sheets").with(about).with(notes)
}
