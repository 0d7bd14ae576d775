//! The conversation again, turn by turn, with what each reply was and was worth.

use crate::scenario::{Reply, ReplyId};
use crate::score::{Mark, Review, Scorecard};
use crate::session::{Event, Turn, rules};
use crate::web::components::exchange::{basis, told, worth};
use crate::web::saves::Run;
use crate::web::words::Words;
use yew::prelude::{Html, html};

pub fn transcript(words: Words, run: &Run, card: Option<&Scorecard>) -> Html {
    let session = &run.session;
    let turns = session.turns().iter().enumerate().map(|(at, turn)| {
        let review = card.and_then(|card| card.reviews.get(at));
        let turning = card.and_then(|card| card.turning_point).is_some_and(|point| point.turn() == at);
        html! { <li key={at} class={if turning { "turning" } else { "" }}>{one(words, run, at, turn, review)}</li> }
    });
    html! {
        <section class="transcript">
            <h2>{words.transcript}</h2>
            <div class="opening">{told(words, session.scenario(), session.opening())}</div>
            <ol>{ for turns }</ol>
        </section>
    }
}

fn one(words: Words, run: &Run, at: usize, turn: &Turn, review: Option<&Review>) -> Html {
    let scenario = run.session.scenario();
    let (said, after): (Vec<Event>, Vec<Event>) = turn.events.iter().cloned().partition(|event| matches!(event, Event::Said { .. }));
    let replies: Vec<&Reply> = said
        .iter()
        .filter_map(|event| match event {
            Event::Said { reply } => scenario.reply(*reply),
            _ => None,
        })
        .collect();
    let judged = replies.iter().any(|reply| reply.judgement.is_some());
    html! {
        <>
            <h3>
                <span>{(words.turn)(at + 1)}</span>
                if judged { { for review.map(|review| mark(words, review)) } }
            </h3>
            {told(words, scenario, &said)}
            if judged {
                <div class="note">
                    {moment(words, run, at)}
                    { for replies.iter().map(|reply| judgement(words, run, reply)) }
                    { for review.map(|review| best(words, run, at, turn, review)) }
                </div>
            } else {
                <p class="hint">{words.not_judged}</p>
            }
            {told(words, scenario, &after)}
        </>
    }
}

fn mark(words: Words, review: &Review) -> Html {
    let class = match review.mark {
        Mark::Best => "mark best",
        Mark::Good => "mark good",
        Mark::Inaccuracy => "mark inaccuracy",
        Mark::Mistake => "mark mistake",
    };
    html! {
        <>
            <span {class}>{(words.mark)(review.mark)}</span>
            if review.cost > 0.0 { <span class="cost">{(words.cost)(review.cost)}</span> }
        </>
    }
}

/// What the situation called for.
fn moment(words: Words, run: &Run, at: usize) -> Html {
    let scenario = run.session.scenario();
    let guide = &run.pack.guide;
    let scene = scenario.scene(run.session.place_before(at).state.scene);
    let Some((moment, step)) = scene.and_then(|scene| scene.moment) else { return Html::default() };
    let step = guide.step(step).map(|step| step.name.clone());
    let moment = guide.moment(moment).map(|moment| (moment.name.clone(), moment.definition.clone()));
    html! {
        <p class="moment">
            <span class="label">{words.moment_was}</span>
            { for moment.map(|(name, definition)| html! { <><strong>{name}</strong>{" "}<span class="hint">{definition}</span></> }) }
            { for step.map(|step| html! { <span class="step">{step}</span> }) }
        </p>
    }
}

fn judgement(words: Words, run: &Run, reply: &Reply) -> Html {
    let Some(judged) = &reply.judgement else { return Html::default() };
    let scenario = run.session.scenario();
    let guide = &run.pack.guide;
    let mov = reply.mov.and_then(|mov| guide.mov(mov)).map(|mov| mov.name.clone());
    let criterion = scenario
        .step_of(reply.scene)
        .and_then(|step| guide.step(step)?.criteria.get(judged.criterion?).cloned());
    html! {
        <div class={format!("why worth-{}", judged.worth)}>
            <p class="verdict">
                <span class="label">{words.your_move}</span>
                { for mov.map(|mov| html! { <span class="move">{mov}</span> }) }
                {worth(words, judged.worth)}
            </p>
            <p>{judged.why.clone()}</p>
            { for criterion.map(|text| html! { <p class="criterion"><span class="label">{words.criterion}</span>{text}</p> }) }
            <p class="source">{basis(words, &judged.basis)}</p>
        </div>
    }
}

/// The reply that would have given nothing away, with its reason.
fn best(words: Words, run: &Run, at: usize, turn: &Turn, review: &Review) -> Html {
    if review.cost == 0.0 {
        return html! { <p class="best-there">{words.you_said_best}</p> };
    }
    let scenario = run.session.scenario();
    let scene = run.session.place_before(at).state.scene;
    let missing = |ids: &[ReplyId]| -> Vec<ReplyId> {
        let chosen = scenario.scene(scene).map(|scene| rules::chosen(scene, &turn.choice)).unwrap_or_default();
        ids.iter().copied().filter(|id| !chosen.contains(id)).collect()
    };
    let mut options = review.best().map(|alternative| {
        let ids = scenario.scene(scene).map(|scene| rules::chosen(scene, &alternative.choice)).unwrap_or_default();
        missing(&ids)
    });
    let first = options.next().unwrap_or_default();
    html! {
        <div class="best-there">
            <p class="label">{words.best_there}</p>
            { for first.into_iter().filter_map(|id| scenario.reply(id)).map(|reply| suggestion(words, run, reply)) }
        </div>
    }
}

fn suggestion(words: Words, run: &Run, reply: &Reply) -> Html {
    let mov = reply.mov.and_then(|mov| run.pack.guide.mov(mov)).map(|mov| mov.name.clone());
    html! {
        <blockquote>
            <p>{reply.say.clone()}</p>
            if let Some(judged) = &reply.judgement {
                <p class="verdict">{ for mov.map(|mov| html! { <span class="move">{mov}</span> }) }{worth(words, judged.worth)}</p>
                <p class="hint">{judged.why.clone()}</p>
            }
        </blockquote>
    }
}
