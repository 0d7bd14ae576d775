//! One turn of the conversation: what was said on both sides, and the why.

use crate::pack::Guide;
use crate::scenario::{Basis, Reply, Scenario, SceneId, narrated};
use crate::session::{End, Event, Turn};
use crate::web::words::Words;
use yew::prelude::{Html, html};

/// What was heard and seen in one stretch of conversation, in order.
pub fn told(words: Words, scenario: &Scenario, events: &[Event]) -> Html {
    events.iter().map(|event| part(words, scenario, event)).collect()
}

fn part(words: Words, scenario: &Scenario, event: &Event) -> Html {
    match event {
        Event::Said { reply } => {
            let say = scenario.reply(*reply).map(|reply| reply.say.clone());
            html! { <p class="said"><span class="who">{words.you}</span>{say}</p> }
        }
        Event::Answered { scene, text } => heard(scenario, Some(*scene), text),
        Event::MeetingBegan { scene } => {
            let after = scenario.scene(*scene).and_then(|scene| scene.after.clone());
            html! { <p class="meeting"><span>{after}</span></p> }
        }
        Event::Spoke { scene, line, cue } => html! {
            <>{seen(cue)}{ for line.iter().map(|line| heard(scenario, Some(*scene), line)) }</>
        },
        Event::Ended { end, line, cue, .. } => {
            let own = match end {
                End::Written(_) => None,
                End::Impatient => Some(words.impatient.to_owned()),
                End::DeadEnd => Some(words.dead_end.to_owned()),
                End::Todo(scene) => scenario.scene(*scene).map(|scene| (words.unfinished)(&scene.id)),
            };
            html! { <>{seen(cue)}{ for line.iter().map(|line| heard(scenario, None, line)) }{seen(&own)}</> }
        }
        Event::Promised { .. } | Event::Moved { .. } | Event::Learned { .. } => Html::default(),
    }
}

/// What somebody says, or what happens where the text stands in brackets.
fn heard(scenario: &Scenario, scene: Option<SceneId>, text: &str) -> Html {
    if let Some(happens) = narrated(text) {
        return html! { <p class="cue">{happens.to_owned()}</p> };
    }
    let speaker = scene.and_then(|scene| scenario.scene(scene)?.speaker.as_ref()).unwrap_or(&scenario.customer.name);
    html! { <p class="heard"><span class="who">{speaker.clone()}</span>{text.to_owned()}</p> }
}

fn seen(cue: &Option<String>) -> Html {
    cue.iter().map(|cue| html! { <p class="cue">{cue.clone()}</p> }).collect()
}

/// The judgement of each reply of a turn.
pub fn whys(words: Words, guide: &Guide, scenario: &Scenario, turn: &Turn) -> Html {
    let said = turn.events.iter().filter_map(|event| match event {
        Event::Said { reply } => scenario.reply(*reply),
        _ => None,
    });
    said.map(|reply| why(words, guide, reply)).collect()
}

fn why(words: Words, guide: &Guide, reply: &Reply) -> Html {
    let Some(judged) = &reply.judgement else { return Html::default() };
    let mov = reply.mov.and_then(|mov| guide.mov(mov)).map(|mov| mov.name.clone());
    html! {
        <div class={format!("why worth-{}", judged.worth)}>
            <p class="verdict">{worth(words, judged.worth)}if let Some(mov) = mov { <span class="move">{mov}</span> }</p>
            <p>{judged.why.clone()}</p>
        </div>
    }
}

/// Points as filled and empty marks, with the number for those who do not see them.
pub fn worth(words: Words, points: u8) -> Html {
    let pips = (0..3).map(|at| html! { <span class={if at < points { "pip full" } else { "pip" }} /> });
    html! { <span class="pips"><span aria-hidden="true">{ for pips }</span><span class="points">{(words.points)(points)}</span></span> }
}

/// What a judgement rests on, in words.
pub fn basis(words: Words, basis: &Basis) -> String {
    match basis {
        Basis::Method(source) if source == "house rule" => words.house_rule.to_owned(),
        Basis::Method(source) => (words.source)(source),
        Basis::Default => words.source_default.to_owned(),
        Basis::Scenario => words.source_scenario.to_owned(),
    }
}
