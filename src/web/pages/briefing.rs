//! What the learner knows before the conversation. Preparing itself is played.

use crate::scenario::Scenario;
use crate::session::Mode;
use crate::web::components::parts::{button, link, list};
use crate::web::words::Words;
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, function_component, html, use_state_eq};

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
    let customer = &scenario.customer;
    let tags = customer.contact.map(words.contact).into_iter().chain(customer.grade.map(words.grade));
    let begin = {
        let (start, mode) = (start.clone(), *mode);
        Callback::from(move |()| start.emit(mode))
    };
    let choice = |this: Mode, name: &'static str, hint: &'static str| {
        let choose = {
            let mode = mode.clone();
            move |_| mode.set(this)
        };
        html! {
            <label class="mode">
                <input type="radio" name="mode" checked={*mode == this} onchange={choose} />
                <span><strong>{name}</strong><span class="hint">{hint}</span></span>
            </label>
        }
    };
    let (first, way_in, hint) = match present {
        Present::Nothing => (None, button("button primary", words.start, &begin), None),
        Present::Over => (Some(button("button", words.see_last_debrief, to_debrief)), button("button primary", words.start, &begin), None),
        Present::UnderWay(turn) => {
            let resume = button("button primary", &(words.resume)(*turn), resume);
            (Some(resume), button("button", words.start_anew, &begin), Some(words.start_anew_hint))
        }
    };
    html! {
        <article class="briefing" lang={scenario.language.tag()}>
            <p class="back">{link("", words.back_to_library, "#/".to_owned())}</p>
            <h1>{scenario.title.clone()}</h1>
            <p class="lead">{scenario.summary.clone()}</p>
            <div class="sheets">
                <section class="sheet">
                    <h2>{words.customer}</h2>
                    <p class="name">{customer.name.clone()}</p>
                    <p>{customer.role.clone()}</p>
                    <div class="tags">{list(tags)}</div>
                    <h2>{words.aim}</h2>
                    <p>{scenario.briefing.aim.clone()}</p>
                </section>
                <section class="sheet notes">
                    <h2>{words.notes_on_file}</h2>
                    {list(scenario.briefing.notes.iter().map(String::as_str))}
                </section>
            </div>
            if let Some(first) = first { <p>{first}</p> }
            <section class="start">
                <fieldset>
                    <legend>{words.how_to_play}</legend>
                    {choice(Mode::Coached, words.mode_coached, words.mode_coached_hint)}
                    {choice(Mode::Exam, words.mode_exam, words.mode_exam_hint)}
                </fieldset>
                {way_in}
                if let Some(hint) = hint { <p class="hint">{hint}</p> }
            </section>
        </article>
    }
}
