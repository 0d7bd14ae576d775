//! The two language files of one scenario: the same conversation in other words.

use super::smell::Difference;
use super::{Smell, Smelt, Subject};
use crate::scenario::{Ending, EndingId, Reply, Scenario, Scene, SceneId};

/// What parts a scenario from its twin in the other language, told where they first
/// part; `None` where they mean the same. `file` is what the twin is called.
pub fn twins(here: &Scenario, there: &Scenario, file: &str) -> Option<Smelt> {
    let smelt = |subject, difference| Smelt { subject, smell: Smell::TwinDiffers { file: file.to_owned(), difference } };
    let whole = |difference| smelt(Subject::Whole, difference);
    if let Some(key) = frame(here, there) {
        return Some(whole(Difference::Frame { key }));
    }
    if let Some(key) = names(here, there) {
        return Some(whole(Difference::Names { key }));
    }
    // All names first: what leads where can only be compared once they agree.
    let same = |a: &Scene, b: Option<&Scene>| b.is_some_and(|b| a.id == b.id);
    let mut scenes = here.scenes.iter().enumerate();
    if let Some((at, _)) = scenes.find(|(at, scene)| !same(scene, there.scenes.get(*at))) {
        let other = there.scenes.get(at).map(|scene| scene.id.clone());
        return Some(smelt(Subject::Scene(scene_id(at)), Difference::Scene { at: at + 1, other }));
    }
    if let Some(more) = there.scenes.get(here.scenes.len()) {
        return Some(whole(Difference::Scene { at: here.scenes.len() + 1, other: Some(more.id.clone()) }));
    }
    for (at, ending) in here.endings.iter().enumerate() {
        let other = there.endings.get(at);
        if other.is_none_or(|other| !same_ending(ending, other)) {
            let subject = Subject::Ending(EndingId(u32::try_from(at).unwrap_or(u32::MAX)));
            return Some(smelt(subject, Difference::Ending { at: at + 1, other: other.map(|other| other.id.clone()) }));
        }
    }
    if let Some(more) = there.endings.get(here.endings.len()) {
        return Some(whole(Difference::Ending { at: here.endings.len() + 1, other: Some(more.id.clone()) }));
    }
    // Numbers of replies next: a reply is named by its place among all.
    for (at, (a, b)) in here.scenes.iter().zip(&there.scenes).enumerate() {
        let (ours, theirs) = (a.reply_ids().len(), b.reply_ids().len());
        if ours != theirs {
            return Some(smelt(Subject::Scene(scene_id(at)), Difference::Replies { here: ours, there: theirs }));
        }
    }
    for (at, (a, b)) in here.scenes.iter().zip(&there.scenes).enumerate() {
        if let Some(key) = staging(a, b) {
            return Some(smelt(Subject::Scene(scene_id(at)), Difference::Staging { key }));
        }
        let replies = a.reply_ids().zip((1..).zip(here.replies_of(scene_id(at)).zip(there.replies_of(scene_id(at)))));
        for (id, (place, ((_, a), (_, b)))) in replies {
            if let Some(key) = reply(a, b) {
                return Some(smelt(Subject::Reply(id), Difference::Reply { at: place, key }));
            }
        }
    }
    // The hash is the last word, whatever the list above forgets.
    (here.hashes().rules != there.hashes().rules).then(|| whole(Difference::Frame { key: "scene" }))
}

fn scene_id(at: usize) -> SceneId {
    SceneId(u32::try_from(at).unwrap_or(u32::MAX))
}

/// The first key whose values differ.
fn first(keys: &[(&'static str, bool)]) -> Option<&'static str> {
    keys.iter().find(|(_, same)| !same).map(|(key, _)| *key)
}

fn frame(a: &Scenario, b: &Scenario) -> Option<&'static str> {
    first(&[
        ("method", a.method == b.method),
        ("level", a.level == b.level),
        ("minutes", a.minutes == b.minutes),
        ("patience", a.patience == b.patience),
        ("impatient", a.impatient == b.impatient),
        ("contact", a.customer.contact == b.customer.contact),
        ("grade", a.customer.grade == b.customer.grade),
        ("mood", a.customer.mood == b.customer.mood),
        ("notes", a.briefing.notes.len() == b.briefing.notes.len()),
    ])
}

fn names(a: &Scenario, b: &Scenario) -> Option<&'static str> {
    let meters = |s: &Scenario| s.meters.iter().map(|meter| (meter.id.clone(), meter.start)).collect::<Vec<_>>();
    let facts = |s: &Scenario| s.facts.iter().map(|fact| fact.id.clone()).collect::<Vec<_>>();
    let promises = |s: &Scenario| {
        let terms = s.promises.iter().map(|terms| (terms.id.clone(), terms.better, terms.deliver, terms.assumed, terms.broken));
        terms.collect::<Vec<_>>()
    };
    first(&[("meters", meters(a) == meters(b)), ("promises", promises(a) == promises(b)), ("facts", facts(a) == facts(b))])
}

fn same_ending(a: &Ending, b: &Ending) -> bool {
    a.id == b.id && a.outcome == b.outcome
}

fn staging(a: &Scene, b: &Scene) -> Option<&'static str> {
    let pick = |scene: &Scene| scene.pick.as_ref().map(|pick| (pick.count, pick.next.clone()));
    first(&[
        ("moment", a.moment == b.moment),
        ("pick", pick(a) == pick(b)),
        ("after", a.after.is_some() == b.after.is_some()),
        ("drift", a.drift == b.drift),
        ("otherwise", a.otherwise == b.otherwise),
        ("todo", a.todo == b.todo),
    ])
}

fn reply(a: &Reply, b: &Reply) -> Option<&'static str> {
    let judged = |reply: &Reply| reply.judgement.as_ref().map(|judged| (judged.worth, judged.criterion));
    first(&[
        ("id", a.id == b.id),
        ("move", a.mov == b.mov),
        ("worth", judged(a) == judged(b)),
        ("effect", a.effect == b.effect),
        ("learns", a.learns == b.learns),
        ("promise", a.promise == b.promise),
        ("when", a.when == b.when),
        ("next", a.next == b.next),
        ("repeat", a.repeat == b.repeat),
    ])
}
