//! The conversation itself.

use crate::scenario::MeterId;
use crate::markup::Node;
use crate::session::{Choice, Event, Mode, Turn, rules};
use crate::i18n::promise::Spoken;
use crate::telling::{heard, why};
use crate::web::components::document::document;
use crate::web::components::face::{face, mood_of};
use crate::web::components::kite::kite;
use crate::web::components::element::{Element, button, element, link, list, paragraph, section};
use crate::web::components::replies::{LIST, Picking, Shown, replies};
use crate::web::components::steps::steps;
use crate::web::platform::page;
use crate::web::saves::Run;
use crate::web::settings::NumberKeys;
use crate::web::words::Words;
use std::rc::Rc;
use yew::prelude::{Callback, Html, Properties, function_component, use_effect_with, use_state_eq};

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
    let talk = element("div", "talk").with(log(*words, run)).add(mood(*words, run));
    let talk = if over {
        let on = button("button primary", words.to_debrief, to_debrief).attribute("id", ON);
        talk.with(element("div", "over").with(on))
    } else {
        talk.with(replies(*words, *keys, &shown, picking.as_ref(), &press))
    };
    let leave = element("p", "actions")
        .with(button("button quiet", words.download_attempt, download))
        .with(link("button quiet", words.leave, &format!("#/{}", scenario.id)));
    let side = element("aside", "side")
        .with(steps(*words, &run.pack.guide.name, passed(run)))
        .add(notes(*words, run))
        .add(kite(*words, &promises(*words, run)))
        .with(leave);
    element("div", "conversation")
        .attribute("lang", scenario.language.tag())
        .with(element("h1", "unseen").text(&scenario.title))
        .with(talk)
        .with(side)
        .html()
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

/// Everything said so far; the newest turn can be found by its id.
fn log(words: Words, run: &Run) -> Element {
    let session = &run.session;
    let scenario = session.scenario();
    let turns = session.turns();
    let opening = document(element("li", "").key(0), &heard(&words, scenario, session.opening())).html();
    let earlier = turns.iter().enumerate().map(|(at, turn)| {
        let item = element("li", "").key(at + 1);
        let item = if at + 1 == turns.len() { item.attribute("id", NEWEST) } else { item };
        document(item, &exchange(words, run, turn)).html()
    });
    element("ol", "log").attribute("role", "log").attribute("aria-label", words.conversation).add(opening).all(earlier)
}

/// What was said, when coached the why, and what came of it.
fn exchange(words: Words, run: &Run, turn: &Turn) -> Vec<Node> {
    let scenario = run.session.scenario();
    let said = turn.events.iter().take_while(|event| matches!(event, Event::Said { .. })).count();
    let (said, after) = turn.events.split_at_checked(said).unwrap_or_default();
    let mut nodes = heard(&words, scenario, said);
    if run.attempt.mode == Mode::Coached {
        nodes.extend(said.iter().filter_map(|event| match event {
            Event::Said { reply } => why(&words, &run.pack.guide, scenario.reply(*reply)?),
            _ => None,
        }));
    }
    nodes.extend(heard(&words, scenario, after));
    nodes
}

fn mood(words: Words, run: &Run) -> Html {
    let customer = &run.session.scenario().customer;
    let Some(meter) = customer.mood else { return Html::default() };
    let mood = mood_of(run.session.state().meter(meter));
    let caption = (words.mood)(mood);
    let label = (words.mood_label)(&customer.name, caption);
    element("div", trend(run, meter)).with(face(mood, &label, caption)).html()
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
        Some((from, to)) if to > from => "mood warmer",
        Some(_) => "mood colder",
        None => "mood",
    }
}

/// The steps of the method; those are passed in which something was said.
fn passed(run: &Run) -> impl Iterator<Item = (&str, bool)> {
    let session = &run.session;
    let was_met = |at: usize| {
        (0..session.turns().len()).any(|turn| {
            let step = session.scenario().step_of(session.place_before(turn).state.scene);
            step.is_some_and(|step| step.index() == at)
        })
    };
    run.pack.guide.steps.iter().enumerate().map(move |(at, step)| (step.name.as_str(), was_met(at)))
}

/// Every promise that was spoken of.
fn promises(words: Words, run: &Run) -> Vec<Spoken> {
    let pledges = run.session.scenario().promises.iter().zip(run.session.state().promises.iter());
    pledges.filter(|(_, said)| said.is_some()).map(|(terms, said)| Spoken::of(&words, terms, *said)).collect()
}

fn notes(words: Words, run: &Run) -> Html {
    let facts = &run.session.scenario().facts;
    if facts.is_empty() {
        return Html::default();
    }
    let state = run.session.state();
    let notes = section("notes", words.notes_title).attribute("aria-live", "polite");
    if state.facts.is_empty() {
        return notes.with(paragraph("hint", words.notes_empty)).html();
    }
    let known = facts.iter().zip(0..).filter(|(_, at)| state.facts.contains(*at));
    notes.with(list(known.map(|(fact, _)| fact.text.as_str()))).html()
}
