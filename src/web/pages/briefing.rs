//! What the learner knows before the conversation. Preparing itself is played.

use crate::scenario::Scenario;
use crate::session::Mode;
use crate::web::words::Words;
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, function_component, html, use_state};

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
    let BriefingProps { words, scenario, present, start, .. } = props;
    let mode = use_state(Mode::default);
    let customer = &scenario.customer;
    let tags = customer.contact.map(words.contact).into_iter().chain(customer.grade.map(words.grade));
    let begin = {
        let (start, mode) = (start.clone(), *mode);
        Callback::from(move |_| start.emit(mode))
    };
    let choice = |this: Mode, name: &'static str, hint: &'static str| {
        let choose = {
            let mode = mode.clone();
            Callback::from(move |_| mode.set(this))
        };
        html! {
            <label class="mode">
                <input type="radio" name="mode" checked={*mode == this} onchange={choose} />
                <span><strong>{name}</strong><span class="hint">{hint}</span></span>
            </label>
        }
    };
    html! {
        <article class="briefing" lang={scenario.language.tag()}>
            <p class="back"><a href="#/">{words.back_to_library}</a></p>
            <h1>{scenario.title.clone()}</h1>
            <p class="lead">{scenario.summary.clone()}</p>
            <div class="sheets">
                <section class="sheet">
                    <h2>{words.customer}</h2>
                    <p class="name">{customer.name.clone()}</p>
                    <p>{customer.role.clone()}</p>
                    <ul class="tags">{ for tags.map(|tag| html! { <li>{tag}</li> }) }</ul>
                    <h2>{words.aim}</h2>
                    <p>{scenario.briefing.aim.clone()}</p>
                </section>
                <section class="sheet notes">
                    <h2>{words.notes_on_file}</h2>
                    <ul>{ for scenario.briefing.notes.iter().map(|note| html! { <li>{note.clone()}</li> }) }</ul>
                </section>
            </div>
            {already(props)}
            <section class="start">
                <fieldset>
                    <legend>{words.how_to_play}</legend>
                    {choice(Mode::Coached, words.mode_coached, words.mode_coached_hint)}
                    {choice(Mode::Exam, words.mode_exam, words.mode_exam_hint)}
                </fieldset>
                if *present == Present::Nothing || *present == Present::Over {
                    <button type="button" class="button primary" onclick={begin}>{words.start}</button>
                } else {
                    <button type="button" class="button" onclick={begin}>{words.start_anew}</button>
                    <p class="hint">{words.start_anew_hint}</p>
                }
            </section>
        </article>
    }
}

fn already(props: &BriefingProps) -> Html {
    let words = props.words;
    match props.present {
        Present::Nothing => Html::default(),
        Present::UnderWay(turn) => html! {
            <p><button type="button" class="button primary" onclick={props.resume.reform(|_| ())}>{(words.resume)(turn)}</button></p>
        },
        Present::Over => html! {
            <p><button type="button" class="button" onclick={props.to_debrief.reform(|_| ())}>{words.see_last_debrief}</button></p>
        },
    }
}
