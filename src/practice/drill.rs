//! The questions of the drills: every drill of the method, asked of every scene that
//! it fits and that can be judged from what is shown.

use crate::i18n::Strings;
use crate::i18n::promise::Spoken;
use crate::method::{MomentId, Pledged, StepId};
use crate::pack::{DrillWords, Pack, Words};
use crate::scenario::{Destination, Line, Reply, ReplyId, Scenario, Scene, SceneId, narrated};
use crate::session::{Event, Standing, standing};
use std::cmp::Reverse;

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What the record calls it: scenario/scene/drill, or scenario/scene/drill/reply.
    pub id: String,
    pub scenario: String,
    pub scene: SceneId,
    /// The reply that promises something, where that is asked about.
    pub reply: Option<ReplyId>,
    pub method: String,
    pub step: StepId,
    /// The id of the drill.
    pub drill: String,
    /// The place of the right answer among the options.
    pub right: usize,
}

/// All questions of these scenarios, in their order.
pub fn cards<'p>(packs: impl IntoIterator<Item = &'p Pack>) -> Vec<Card> {
    packs.into_iter().flat_map(of_pack).collect()
}

fn of_pack(pack: &Pack) -> Vec<Card> {
    let scenario = &*pack.scenario;
    let mut cards = Vec::new();
    for (id, scene) in (0..).map(SceneId).zip(&scenario.scenes) {
        let Some((moment, step)) = scene.moment.filter(|_| is_said(scene)) else { continue };
        let card = |drill: &DrillWords, reply: Option<(ReplyId, String)>, right: usize| {
            let named = reply.as_ref().map(|(_, name)| format!("/{name}")).unwrap_or_default();
            Card {
                id: format!("{}/{}/{}{named}", scenario.id, scene.id, drill.id),
                scenario: scenario.id.clone(),
                scene: id,
                reply: reply.map(|(id, _)| id),
                method: scenario.method.clone(),
                step,
                drill: drill.id.clone(),
                right,
            }
        };
        for drill in &pack.guide.drills {
            let answer = answer(drill, moment, step).filter(|_| before(scenario, id).is_some());
            cards.extend(answer.map(|right| card(drill, None, right)));
            cards.extend(promises(scenario, id, drill).map(|(reply, right)| card(drill, Some(reply), right)));
        }
    }
    cards
}

/// Whether a scene shows what it is: somebody says something, and one reply is chosen.
fn is_said(scene: &Scene) -> bool {
    scene.pick.is_none() && !scene.todo && plain(&scene.says).is_some_and(|text| narrated(text).is_none())
}

/// The answer for scenes of a moment.
fn answer(drill: &DrillWords, moment: MomentId, step: StepId) -> Option<usize> {
    if drill.options.is_empty() {
        return Some(step.index());
    }
    drill.options.iter().position(|option| option.moments.contains(&moment))
}

/// The replies of a scene that a drill asks about, each with its name, and the answer.
fn promises<'s>(
    scenario: &'s Scenario,
    scene: SceneId,
    drill: &'s DrillWords,
) -> impl Iterator<Item = ((ReplyId, String), usize)> {
    (1..).zip(scenario.replies_of(scene)).filter_map(|(number, (id, reply))| {
        let [(promise, pledge)] = reply.promise.as_slice() else { return None };
        let pledged = match standing(scenario.promises.get(promise.index())?, Some(*pledge)) {
            Standing::Within => Pledged::Kept,
            Standing::Beyond => Pledged::Overdrawn,
            Standing::Vague => Pledged::Vague,
            Standing::None => return None,
        };
        let (right, option) = drill.options.iter().enumerate().find(|(_, option)| option.promise == Some(pledged))?;
        let asked = option.moves.is_empty() || reply.mov.is_some_and(|mov| option.moves.contains(&mov));
        let name = reply.id.clone().unwrap_or_else(|| number.to_string());
        asked.then_some(((id, name), right))
    })
}

/// The wording that needs nothing to have happened.
fn plain(line: &Line) -> Option<&String> {
    line.iter().find(|wording| wording.when.is_empty()).map(|wording| &wording.text)
}

/// What went before a scene: a later meeting, or the best reply that leads there with
/// its answer; nothing where the conversation begins. `None`: nobody says anything
/// before.
fn before(scenario: &Scenario, id: SceneId) -> Option<Vec<Event>> {
    let scene = scenario.scene(id)?;
    if scene.after.is_some() {
        return Some(vec![Event::MeetingBegan { scene: id }]);
    }
    if id == SceneId::default() {
        return Some(Vec::new());
    }
    // The nearest of the best, so that what is shown is a talk as it goes.
    let leads_here = |reply: &Reply| reply.next.iter().any(|way| way.to == Destination::Scene(id));
    let fitness = |reply: &Reply| {
        let worth = reply.judgement.as_ref().map_or(0, |judged| judged.worth);
        let surely = reply.next.iter().any(|way| way.to == Destination::Scene(id) && way.when.is_empty());
        (worth, surely, Reverse(reply.scene.0.abs_diff(id.0)))
    };
    let replies = (0..).map(ReplyId).zip(&scenario.replies);
    let leading = replies.filter(|(_, reply)| reply.scene != id && leads_here(reply));
    let told = leading.filter_map(|(at, reply)| Some((at, reply, plain(&reply.answer)?)));
    let (at, reply, answer) = told.max_by_key(|(_, reply, _)| fitness(reply))?;
    Some(vec![Event::Said { reply: at }, Event::Answered { scene: reply.scene, text: answer.clone() }])
}

impl Card {
    /// Its drill, in words.
    pub fn words<'p>(&self, pack: &'p Pack) -> Option<&'p DrillWords> {
        pack.guide.drills.iter().find(|drill| drill.id == self.drill)
    }

    /// The answers to choose from.
    pub fn options<'p>(&self, pack: &'p Pack) -> Vec<&'p str> {
        match self.words(pack) {
            Some(drill) if !drill.options.is_empty() => drill.options.iter().map(|option| option.text.as_str()).collect(),
            _ => pack.guide.steps.iter().map(|step| step.name.as_str()).collect(),
        }
    }

    /// Whether the conversation begins with it.
    pub fn is_beginning(&self) -> bool {
        self.scene == SceneId::default() && self.reply.is_none()
    }

    /// What is heard and seen before the question.
    pub fn talk(&self, pack: &Pack) -> Vec<Event> {
        let scenario = &pack.scenario;
        let Some(scene) = scenario.scene(self.scene) else { return Vec::new() };
        // A promise is judged by itself.
        let before = if self.reply.is_none() { before(scenario, self.scene) } else { None };
        let mut events = before.unwrap_or_default();
        let (line, cue) = (plain(&scene.says).cloned(), plain(&scene.cue).cloned());
        events.push(Event::Spoke { scene: self.scene, line, cue });
        events.extend(self.reply.map(|reply| Event::Said { reply }));
        events
    }

    /// The promise that is asked about, with what can be kept.
    pub fn promise(&self, strings: &Strings, pack: &Pack) -> Option<Spoken> {
        let (promise, pledge) = pack.scenario.reply(self.reply?)?.promise.first()?;
        Some(Spoken::of(strings, pack.scenario.promises.get(promise.index())?, Some(*pledge)))
    }

    /// What the scene called for.
    pub fn moment<'p>(&self, pack: &'p Pack) -> Option<&'p Words> {
        pack.guide.moment(pack.scenario.scene(self.scene)?.moment?.0)
    }

    /// The reply that explains the answer: the one asked about, or the best of the
    /// scene.
    pub fn example<'p>(&self, pack: &'p Pack) -> Option<&'p Reply> {
        let judged = |reply: &Reply| reply.judgement.as_ref().map(|judged| judged.worth);
        if let Some(reply) = self.reply.and_then(|reply| pack.scenario.reply(reply)) {
            return judged(reply).is_some().then_some(reply);
        }
        // Of several the first, as the file has it.
        pack.scenario
            .replies_of(self.scene)
            .map(|(_, reply)| reply)
            .filter(|reply| judged(reply).is_some())
            .rev()
            .max_by_key(|reply| judged(reply))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::compile;

    fn shipped(scenario: &[u8]) -> Pack {
        compile(&[include_str!("../../scenarios/methods/nine-steps.toml").to_owned()], scenario).unwrap()
    }

    fn of<'c>(cards: &'c [Card], id: &str) -> &'c Card {
        cards.iter().find(|card| card.id == id).unwrap_or_else(|| panic!("no {id}"))
    }

    #[test]
    fn a_scene_is_asked_about_in_every_drill_that_knows_its_moment() {
        let pack = shipped(include_bytes!("../../scenarios/en/first-day.toml"));
        let cards = cards([&pack]);
        let open = of(&cards, "first-day/counter/open-or-closing");
        let closing = of(&cards, "first-day/thursday/open-or-closing");
        assert_eq!((open.options(&pack)[open.right], open.right), ("Open: let them talk", 0));
        assert_eq!((closing.options(&pack).len(), closing.right), (2, 1));
        let step = of(&cards, "first-day/paper/which-step");
        assert_eq!(step.options(&pack)[step.right], "Close");
        assert!(cards.iter().all(|card| !card.id.ends_with("/paper/open-or-closing")));
        assert!(cards.iter().all(|card| !card.id.contains("/guest/")), "nothing is judged there");
    }

    /// The question is put after the best reply that leads there and its answer.
    #[test]
    fn a_card_shows_what_went_before() {
        let pack = shipped(include_bytes!("../../scenarios/en/first-day.toml"));
        let cards = cards([&pack]);
        let talk = of(&cards, "first-day/apron/which-step").talk(&pack);
        let [Event::Said { reply }, Event::Answered { .. }, Event::Spoke { line: Some(line), cue: Some(_), .. }] = &talk[..]
        else {
            panic!("{talk:?}")
        };
        assert!(pack.scenario.reply(*reply).unwrap().say.starts_with("If off really is off"));
        assert!(line.starts_with("A Thursday, then."), "not one that knows more: {line}");
        assert!(of(&cards, "first-day/counter/which-step").is_beginning());
    }

    #[test]
    fn what_cannot_be_told_from_what_is_shown_is_not_asked() {
        let pack = shipped(include_bytes!("../../scenarios/en/ranking-promise.toml"));
        let cards = cards([&pack]);
        for scene in ["car-park", "desk", "fair-week"] {
            assert!(cards.iter().all(|card| !card.id.contains(&format!("/{scene}/"))), "{scene} is told, not said");
        }
        let promises: Vec<&Card> = cards.iter().filter(|card| card.reply.is_some()).collect();
        assert!(promises.len() > 5);
        for card in promises {
            let reply = pack.scenario.reply(card.reply.unwrap()).unwrap();
            assert!(!reply.say.contains("ring product"), "who asks first has promised nothing yet: {}", reply.say);
        }
    }

    #[test]
    fn a_promise_is_judged_by_what_can_be_kept() {
        let pack = shipped(include_bytes!("../../scenarios/en/price-is-negotiable.toml"));
        let cards = cards([&pack]);
        let answer = |say: &str| {
            let card =
                cards.iter().find(|card| card.reply.is_some_and(|id| pack.scenario.reply(id).unwrap().say.starts_with(say)));
            card.map(|card| card.options(&pack)[card.right]).unwrap_or_else(|| panic!("no {say}"))
        };
        assert!(answer("Eight per cent").starts_with("Yes"));
        assert!(answer("Then let's meet in the middle. Twenty").starts_with("No"));
        assert!(answer("We'll find a way on the price").starts_with("It was left open"));
    }
}
