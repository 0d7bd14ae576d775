//! The two hashes of a scenario (docs/semantics.md, Hashes): of its rules, which its
//! twins in other languages share, and of its text. Comments, spacing and the
//! order of scenes change neither.

use super::model::{
    Better, Branch, Condition, Destination, EndingId, FactId, Line, Pledge, PromiseId, ReplyId, Scenario, Scene, SceneId, Test,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::fmt;

/// Counted up whenever the same file would mean something else.
pub const RULES_VERSION: u16 = 1;

/// A SHA-256, written in lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Hash(String);

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Hash {
    fn of(value: &Value) -> Self {
        let digest = Sha256::digest(value.to_string());
        Self(digest.iter().map(|byte| format!("{byte:02x}")).collect())
    }
}

/// Both hashes of a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hashes {
    /// Everything that decides events and points, the method's judgements included.
    pub rules: Hash,
    /// Everything that is shown, in one language.
    pub text: Hash,
}

impl Scenario {
    pub fn hashes(&self) -> Hashes {
        Hashes { rules: Hash::of(&self.rules()), text: Hash::of(&self.texts()) }
    }

    fn rules(&self) -> Value {
        json!({
            "version": RULES_VERSION,
            "id": self.id,
            "start": self.scenes.first().map(|scene| &scene.id),
            "patience": self.patience,
            "impatient": self.impatient.map(|id| self.ending_name(id)),
            "meters": map(self.meters.iter().map(|meter| (meter.id.clone(), json!(meter.start)))),
            "facts": self.facts.iter().map(|fact| fact.id.clone()).collect::<std::collections::BTreeSet<_>>(),
            "promises": map(self.promises.iter().map(|terms| (terms.id.clone(), json!({
                "more": terms.better == Better::More,
                "deliver": terms.deliver,
                "assumed": terms.assumed,
                "broken": terms.broken,
            })))),
            "scenes": map(self.scenes.iter().map(|scene| (scene.id.clone(), self.scene_rules(scene)))),
            "endings": map(self.endings.iter().map(|ending| (ending.id.clone(), json!({
                "outcome": ending.outcome,
                "says": self.wording_rules(&ending.says),
                "cue": self.wording_rules(&ending.cue),
            })))),
        })
    }

    fn scene_rules(&self, scene: &Scene) -> Value {
        json!({
            "step": scene.moment.map(|(_, step)| step.index()),
            "says": self.wording_rules(&scene.says),
            "cue": self.wording_rules(&scene.cue),
            "meeting": scene.after.is_some(),
            "drift": scene.drift.map(|drift| json!([drift.chance, self.place_name(drift.to)])),
            "otherwise": scene.otherwise.map(|to| self.place_name(to)),
            "todo": scene.todo,
            "pick": scene.pick.as_ref().map(|pick| json!({
                "count": pick.count,
                "answer": self.wording_rules(&pick.answer),
                "next": self.branch_rules(&pick.next),
            })),
            "replies": scene.reply_ids().filter_map(|id| self.reply(id)).map(|reply| json!({
                "move": reply.mov.map(|mov| mov.index()),
                "worth": reply.judgement.as_ref().map(|judged| (judged.worth, judged.criterion)),
                "answer": self.wording_rules(&reply.answer),
                "effect": map(reply.effect.iter().map(|(meter, change)| (name(&self.meters, meter.index(), |m| &m.id), json!(change)))),
                "learns": reply.learns.iter().map(|fact| name(&self.facts, fact.index(), |f| &f.id)).collect::<std::collections::BTreeSet<_>>(),
                "promise": map(reply.promise.iter().map(|(promise, pledge)| (self.promise_name(*promise), match pledge {
                    Pledge::Vague => json!("vague"),
                    Pledge::Number(number) => json!(number),
                }))),
                "next": self.branch_rules(&reply.next),
                "repeat": reply.repeat,
                "when": self.condition_rules(&reply.when),
            })).collect::<Vec<_>>(),
        })
    }

    /// How many wordings, and when each may be drawn: this decides which is heard.
    fn wording_rules(&self, line: &Line) -> Value {
        line.iter().map(|wording| self.condition_rules(&wording.when)).collect()
    }

    fn branch_rules(&self, branch: &Branch) -> Value {
        branch.iter().map(|way| json!([self.condition_rules(&way.when), way.chance, self.place_name(way.to)])).collect()
    }

    fn condition_rules(&self, condition: &Condition) -> Value {
        let sets = condition.iter().map(|tests| {
            let mut set: Vec<String> = tests.iter().map(|test| self.test_rules(test).to_string()).collect();
            set.sort_unstable();
            set
        });
        sets.collect()
    }

    fn test_rules(&self, test: &Test) -> Value {
        let fact = |id: &FactId| name(&self.facts, id.index(), |f| &f.id);
        let scene = |id: &SceneId| self.place_name(Destination::Scene(*id));
        match test {
            Test::Meter { meter, at_least, at_most } => {
                json!(["meter", name(&self.meters, meter.index(), |m| &m.id), at_least, at_most])
            }
            Test::Known(id) => json!(["known", fact(id)]),
            Test::Unknown(id) => json!(["unknown", fact(id)]),
            Test::Made(id) => json!(["made", self.promise_name(*id)]),
            Test::Unmade(id) => json!(["unmade", self.promise_name(*id)]),
            Test::Overdrawn(id) => json!(["overdrawn", self.promise_name(*id)]),
            Test::Kept(id) => json!(["kept", self.promise_name(*id)]),
            Test::Used(id) => json!(["used", self.reply_name(*id)]),
            Test::Unused(id) => json!(["unused", self.reply_name(*id)]),
            Test::Visited(id) => json!(["visited", scene(id)]),
            Test::Unvisited(id) => json!(["unvisited", scene(id)]),
        }
    }

    fn texts(&self) -> Value {
        let line = |line: &Line| line.iter().map(|wording| wording.text.clone()).collect::<Vec<_>>();
        json!({
            "language": self.language,
            "about": [self.title, self.summary, self.customer.name, self.customer.role, self.briefing.aim],
            "notes": self.briefing.notes,
            "level": [u16::from(self.level), self.minutes],
            "shown": json!([self.customer.contact, self.customer.grade, self.customer.mood]),
            "meters": map(self.meters.iter().map(|meter| (meter.id.clone(), json!(meter.name)))),
            "facts": map(self.facts.iter().map(|fact| (fact.id.clone(), json!(fact.text)))),
            "promises": map(self.promises.iter().map(|terms| (terms.id.clone(), json!([terms.name, terms.unit])))),
            "scenes": map(self.scenes.iter().map(|scene| (scene.id.clone(), json!({
                "speaker": scene.speaker,
                "says": line(&scene.says),
                "cue": line(&scene.cue),
                "after": scene.after,
                "answer": scene.pick.as_ref().map(|pick| line(&pick.answer)),
                "replies": scene.reply_ids().filter_map(|id| self.reply(id)).map(|reply| json!([
                    reply.say, line(&reply.answer), reply.judgement.as_ref().map(|judged| &judged.why),
                ])).collect::<Vec<_>>(),
            })))),
            "endings": map(self.endings.iter().map(|ending| (ending.id.clone(), json!([
                line(&ending.says), line(&ending.cue), ending.broken.iter().map(|(_, words)| words).collect::<Vec<_>>(),
            ])))),
        })
    }

    fn ending_name(&self, id: EndingId) -> String {
        name(&self.endings, id.index(), |ending| &ending.id)
    }

    fn place_name(&self, place: Destination) -> String {
        match place {
            Destination::Scene(id) => name(&self.scenes, id.index(), |scene| &scene.id),
            Destination::Ending(id) => self.ending_name(id),
        }
    }

    fn promise_name(&self, id: PromiseId) -> String {
        name(&self.promises, id.index(), |terms| &terms.id)
    }

    /// `scene/place`, so that giving a reply an id changes nothing.
    fn reply_name(&self, id: ReplyId) -> String {
        let Some(scene) = self.reply(id).and_then(|reply| self.scene(reply.scene)) else { return String::new() };
        format!("{}/{}", scene.id, id.0.saturating_sub(scene.replies.start))
    }
}

fn name<T>(list: &[T], at: usize, id: impl Fn(&T) -> &String) -> String {
    list.get(at).map(|item| id(item).clone()).unwrap_or_default()
}

fn map(entries: impl Iterator<Item = (String, Value)>) -> Value {
    Value::Object(entries.collect::<Map<_, _>>())
}
