//! The conversation itself.

use crate::scenario::MeterId;
use crate::session::{Choice, Event, Mode, rules};
use crate::i18n::promise::Spoken;
use crate::telling::{heard, why};
use crate::web::components::document::document;
use crate::web::components::face::{face, mood_of};
use crate::web::components::kite::kite;
use crate::web::components::parts::{button, link, list};
use crate::web::components::replies::{LIST, Picking, Shown, replies};
use crate::web::components::steps::steps;
use crate::web::platform::page;
use crate::web::saves::Run;
use crate::web::settings::NumberKeys;
use crate::web::words::Words;
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, function_component, html, use_effect_with, use_state_eq};

#[derive(Properties, PartialEq)]
pub struct ConversationProps {
    pub words: Words,
    pub keys: NumberKeys,
    pub run: Rc<Run>,
    /// A choice, with the turn it was meant for: a second press meant for the
    /// last turn must not speak in this one.
    pub choose: Callback<(usize, Choice)>,
    pub to_debrief: Callback<()>,
    pub download: Callback<()>,
}

/// Ids of the newest exchange and of the way on, for focus and scrolling.
const NEWEST: &str = "newest";
const ON: &str = "on";

#[function_component]
pub fn Conversation(props: &ConversationProps) -> Html {
    let ConversationProps { words, keys, run, choose, to_debrief, download } = props;
    let session = &run.session;
    let scenario = session.scenario();
    let turn = session.turns().len();
    let over = session.is_over();
    let picked = use_state_eq(|| (0_usize, Vec::<u8>::new()));
    let shown = offered(run);
    let count = pick_count(run);
    // What was picked in an earlier turn counts no more.
    let chosen = if picked.0 == turn { picked.1.clone() } else { Vec::new() };
    let press = {
        let (choose, picked, chosen) = (choose.clone(), picked.clone(), chosen.clone());
        Callback::from(move |position: u8| match count {
            None => choose.emit((turn, vec![position])),
            Some(count) => picked.set((turn, Picking::toggled(&chosen, position, count))),
        })
    };
    let picking = count.map(|count| {
        let (choose, picked) = (choose.clone(), chosen.clone());
        Picking { count, picked: chosen, take: Callback::from(move |()| choose.emit((turn, picked.clone()))) }
    });
    use_effect_with((*keys, shown.clone(), press.clone()), |(keys, shown, press)| {
        let (shown, press) = (shown.clone(), press.clone());
        let listener = (*keys == NumberKeys::On).then(|| {
            page::on_number_key(move |at| shown.get(at).into_iter().for_each(|reply| press.emit(reply.position)))
        });
        move || drop(listener)
    });
    use_effect_with((turn, over), |(turn, over)| {
        if *turn > 0 {
            page::focus(if *over { ON } else { LIST });
            page::reveal(NEWEST);
        }
    });
    html! {
        <div class="conversation" lang={scenario.language.tag()}>
            <h1 class="unseen">{scenario.title.clone()}</h1>
            <div class="talk">
                {log(*words, run)}
                {mood(*words, run)}
                if over {
                    <div class="over" id={ON} tabindex="-1">{button("button primary", words.to_debrief, to_debrief)}</div>
                } else {
                    {replies(*words, *keys, &shown, picking.as_ref(), &press)}
                }
            </div>
            <aside class="side">
                {steps(*words, &run.pack.guide.name, &passed(run))}
                {notes(*words, run)}
                {kite(*words, &promises(*words, run))}
                <p class="actions">
                    {button("button quiet", words.download_attempt, download)}
                    {link("button quiet", words.leave, format!("#/{}", scenario.id))}
                </p>
            </aside>
        </div>
    }
}

fn offered(run: &Run) -> Vec<Shown> {
    let scenario = run.session.scenario();
    let scene = scenario.scene(run.session.state().scene);
    let shown = run.session.offer().into_iter().filter_map(|id| {
        let position = rules::position(scene?, id)?;
        Some(Shown { position, say: scenario.reply(id)?.say.clone() })
    });
    shown.collect()
}

/// How many replies are chosen together; `None`: one, at once.
fn pick_count(run: &Run) -> Option<usize> {
    let scene = run.session.scenario().scene(run.session.state().scene)?;
    scene.pick.as_ref()?;
    Some(rules::pick_count(scene, run.session.offer().len()))
}

/// Everything said so far; the newest with the customer's face.
fn log(words: Words, run: &Run) -> Html {
    let session = &run.session;
    let scenario = session.scenario();
    let turns = session.turns();
    let coached = run.attempt.mode == Mode::Coached;
    let opening = html! { <li key="opening">{document(&heard(&words, scenario, session.opening()))}</li> };
    let earlier = turns.iter().enumerate().map(|(at, turn)| {
        let newest = at + 1 == turns.len();
        let (said, after): (Vec<Event>, Vec<Event>) =
            turn.events.iter().cloned().partition(|event| matches!(event, Event::Said { .. }));
        let mut nodes = heard(&words, scenario, &said);
        if coached {
            nodes.extend(said.iter().filter_map(|event| match event {
                Event::Said { reply } => why(&words, &run.pack.guide, scenario.reply(*reply)?),
                _ => None,
            }));
        }
        nodes.extend(heard(&words, scenario, &after));
        html! { <li key={at} id={newest.then_some(NEWEST)}>{document(&nodes)}</li> }
    });
    html! { <ol class="log" role="log" aria-label={words.conversation}>{opening}{ for earlier }</ol> }
}

fn mood(words: Words, run: &Run) -> Html {
    let customer = &run.session.scenario().customer;
    let Some(meter) = customer.mood else { return Html::default() };
    let mood = mood_of(run.session.state().meter(meter));
    let caption = (words.mood)(mood);
    let label = (words.mood_label)(&customer.name, caption);
    html! { <div class={format!("mood {}", trend(run, meter))}>{face(mood, label, caption)}</div> }
}

/// Whether the last turn warmed or cooled the customer, so that the face may move.
fn trend(run: &Run, meter: MeterId) -> &'static str {
    let moved = run.session.turns().last().and_then(|turn| {
        turn.events.iter().find_map(|event| match event {
            Event::Moved { meter: moved, from, to } if *moved == meter => Some((*from, *to)),
            _ => None,
        })
    });
    match moved {
        Some((from, to)) if to > from => "warmer",
        Some(_) => "colder",
        None => "",
    }
}

/// The steps of the method; those are passed in which something was said.
fn passed(run: &Run) -> Vec<(String, bool)> {
    let session = &run.session;
    let scenario = session.scenario();
    let scenes = (0..session.turns().len()).map(|turn| session.place_before(turn).state.scene);
    let met: Vec<usize> = scenes.filter_map(|scene| Some(scenario.step_of(scene)?.index())).collect();
    run.pack.guide.steps.iter().enumerate().map(|(at, step)| (step.name.clone(), met.contains(&at))).collect()
}

/// Every promise that was spoken of.
fn promises(words: Words, run: &Run) -> Vec<Spoken> {
    let pledges = run.session.scenario().promises.iter().zip(run.session.state().promises.iter());
    pledges.filter(|(_, said)| said.is_some()).map(|(terms, said)| Spoken::of(&words, terms, *said)).collect()
}

fn notes(words: Words, run: &Run) -> Html {
    let scenario = run.session.scenario();
    if scenario.facts.is_empty() {
        return Html::default();
    }
    let known: Vec<_> = scenario.facts.iter().zip(0..).filter(|(_, at)| run.session.state().facts.contains(*at)).collect();
    html! {
        <section class="notes" aria-live="polite">
            <h2>{words.notes_title}</h2>
            if known.is_empty() { <p class="hint">{words.notes_empty}</p> }
            {list(known.into_iter().map(|(fact, _)| fact.text.as_str()))}
        </section>
    }
}
