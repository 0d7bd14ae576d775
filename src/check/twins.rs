//! The two language files of one scenario: the same conversation in other words.

use super::smell::Difference;
use super::{Smell, Smelt, Subject};
use crate::scenario::{Ending, EndingId, Line, Reply, Scenario, Scene, SceneId};

/// What parts a scenario from its twin in the other language, told where they first
/// part; `None` where they mean the same. `file` is what the twin is called.
pub fn twins(here: &Scenario, there: &Scenario, file: &str) -> Option<Smelt> {
    let (subject, difference) = part(here, there)?;
    Some(Smelt { subject, smell: Smell::TwinDiffers { file: file.to_owned(), difference } })
}

type Parting = (Subject, Difference);

fn part(here: &Scenario, there: &Scenario) -> Option<Parting> {
    frame(here, there)
        .map(|key| (Subject::Whole, Difference::Frame { key }))
        .or_else(|| names(here, there).map(|key| (Subject::Whole, Difference::Names { key })))
        // All names first: what leads where can only be compared once they agree.
        .or_else(|| scene_names(here, there))
        .or_else(|| ending_names(here, there))
        // Numbers of replies next: a reply is named by its place among all.
        .or_else(|| numbers_of_replies(here, there))
        .or_else(|| pairs(&here.scenes, &there.scenes).find_map(|(at, a, b)| scene(here, there, at, a, b)))
        .or_else(|| pairs(&here.endings, &there.endings).find_map(|(at, a, b)| ending(at, a, b)))
        // The hash is the last word, whatever the list above forgets.
        .or_else(|| (here.hashes().rules != there.hashes().rules).then_some((Subject::Whole, Difference::Rules)))
}

/// What stands at the same place in both.
fn pairs<'a, T>(here: &'a [T], there: &'a [T]) -> impl Iterator<Item = (usize, &'a T, &'a T)> {
    here.iter().zip(there).enumerate().map(|(at, (a, b))| (at, a, b))
}

fn scene_names(here: &Scenario, there: &Scenario) -> Option<Parting> {
    let name = |scene: &Scene| scene.id.clone();
    let (at, here, there) = other_name(here.scenes.iter().map(name), there.scenes.iter().map(name))?;
    let subject = here.as_ref().map_or(Subject::Whole, |_| Subject::Scene(scene_id(at)));
    Some((subject, Difference::Scene { at: at + 1, here, there }))
}

fn ending_names(here: &Scenario, there: &Scenario) -> Option<Parting> {
    let name = |ending: &Ending| ending.id.clone();
    let (at, here, there) = other_name(here.endings.iter().map(name), there.endings.iter().map(name))?;
    let subject = here.as_ref().map_or(Subject::Whole, |_| Subject::Ending(ending_id(at)));
    Some((subject, Difference::Ending { at: at + 1, here, there }))
}

/// The first place, from 0, at which two lists of names part.
fn other_name(
    mut here: impl Iterator<Item = String>,
    mut there: impl Iterator<Item = String>,
) -> Option<(usize, Option<String>, Option<String>)> {
    for at in 0.. {
        let (here, there) = (here.next(), there.next());
        if here != there {
            return Some((at, here, there));
        }
        here.as_ref()?;
    }
    None
}

fn numbers_of_replies(here: &Scenario, there: &Scenario) -> Option<Parting> {
    let mut numbers = pairs(&here.scenes, &there.scenes).map(|(at, a, b)| (at, a.reply_ids().len(), b.reply_ids().len()));
    let (at, here, there) = numbers.find(|(_, here, there)| here != there)?;
    Some((Subject::Scene(scene_id(at)), Difference::Replies { here, there }))
}

fn scene(here: &Scenario, there: &Scenario, at: usize, a: &Scene, b: &Scene) -> Option<Parting> {
    let id = scene_id(at);
    if let Some(key) = staging(a, b) {
        return Some((Subject::Scene(id), Difference::Staging { key }));
    }
    if let Some(key) = wordings(&lines_of_scene(a), &lines_of_scene(b)) {
        return Some((Subject::Scene(id), Difference::Wordings { key }));
    }
    let mut replies = a.reply_ids().zip((1..).zip(here.replies_of(id).zip(there.replies_of(id))));
    replies.find_map(|(id, (at, ((_, a), (_, b))))| {
        let differs = reply(a, b).map(|key| Difference::Reply { at, key });
        let worded = || wordings(&[("answer", &a.answer)], &[("answer", &b.answer)]);
        let difference = differs.or_else(|| worded().map(|key| Difference::Wordings { key }))?;
        Some((Subject::Reply(id), difference))
    })
}

fn ending(at: usize, a: &Ending, b: &Ending) -> Option<Parting> {
    let subject = Subject::Ending(ending_id(at));
    if a.outcome != b.outcome {
        return Some((subject, Difference::Outcome));
    }
    let key = wordings(&[("says", &a.says), ("cue", &a.cue)], &[("says", &b.says), ("cue", &b.cue)])?;
    Some((subject, Difference::Wordings { key }))
}

/// Lines under the keys that hold them.
type Lines<'a> = [(&'static str, &'a Line)];

fn lines_of_scene(scene: &Scene) -> Vec<(&'static str, &Line)> {
    let answer = scene.pick.as_ref().map(|pick| ("answer", &pick.answer));
    [("says", &scene.says), ("cue", &scene.cue)].into_iter().chain(answer).collect()
}

/// The first key whose wordings are not as many, or are drawn under other conditions:
/// then the same luck would be heard differently.
fn wordings(a: &Lines<'_>, b: &Lines<'_>) -> Option<&'static str> {
    let conditions = |line: &Line| line.iter().map(|wording| wording.when.clone()).collect::<Vec<_>>();
    a.iter().zip(b).find(|((_, a), (_, b))| conditions(a) != conditions(b)).map(|((key, _), _)| *key)
}

fn ending_id(at: usize) -> EndingId {
    EndingId(u32::try_from(at).unwrap_or(u32::MAX))
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

fn staging(a: &Scene, b: &Scene) -> Option<&'static str> {
    let pick = |scene: &Scene| scene.pick.as_ref().map(|pick| pick.count);
    let next = |scene: &Scene| scene.pick.as_ref().map(|pick| pick.next.clone());
    first(&[
        ("moment", a.moment == b.moment),
        ("pick", pick(a) == pick(b)),
        ("next", next(a) == next(b)),
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
