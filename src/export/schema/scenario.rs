//! The schema of a scenario file.

use super::{
    explained, flag, has, id, list, one_or_list, own_names, proposed, reference, schema, table, text, whole, with, words,
};
use crate::language::Language;
use crate::method::Method;
use crate::method::keys::MAX_WORTH;
use crate::scenario::{FORMAT, METER_MAX, Outcome, keys};
use serde_json::{Value, json};

const REQUIRED: &[&str] =
    &["format", "id", "language", "title", "summary", "method", "level", "minutes", "customer", "briefing", "scene"];

/// The schema of a scenario file. The moments and moves of the methods are proposed;
/// those of other methods are allowed.
pub fn scenario(methods: &[Method]) -> Value {
    let root = table("scenario", keys::ROOT, REQUIRED, |key| {
        Some(match key {
            "format" => json!({ "const": FORMAT }),
            "id" | "impatient" => id(),
            "language" => words(Language::ALL.map(Language::tag)),
            "title" | "summary" => text(),
            "method" => proposed(methods.iter().map(|method| (method.id.as_str(), &method.name))),
            "level" => whole(1, keys::MAX_LEVEL),
            "minutes" => whole(1, keys::MAX_MINUTES),
            "patience" => whole(1, keys::MAX_PATIENCE),
            "customer" => customer(),
            "briefing" => briefing(),
            "meters" => own_names(reference("meter"), &keys::CONDITION_WORDS),
            "promises" => own_names(reference("promise"), &[]),
            "facts" => own_names(text(), &[]),
            "scene" => json!({ "type": "array", "minItems": 1, "maxItems": keys::MAX_SCENES, "items": reference("scene") }),
            "ending" => list(reference("ending")),
            _ => return None,
        })
    });
    let definitions = json!({
        "meter": meter(),
        "promise": promise(),
        "scene": scene(methods),
        "reply": reply(methods),
        "ending": ending(),
        "wording": wording(),
        "way": way(),
        "tests": tests(),
    });
    schema("Ninesteps: a scenario / 九步：场景文件", root, definitions)
}

fn customer() -> Value {
    table("customer", keys::CUSTOMER, &["name", "role"], |key| {
        Some(match key {
            "name" | "role" => text(),
            "contact" => explained(keys::CONTACTS, |strings| strings.contact),
            "grade" => explained(keys::GRADES, |strings| strings.grade),
            "mood" => id(),
            _ => return None,
        })
    })
}

fn briefing() -> Value {
    table("briefing", keys::BRIEFING, &["aim"], |key| {
        Some(match key {
            "aim" => text(),
            "notes" => list(text()),
            _ => return None,
        })
    })
}

fn meter() -> Value {
    table("meter", keys::METER, &["name", "start"], |key| {
        Some(match key {
            "name" => text(),
            "start" => level(),
            _ => return None,
        })
    })
}

/// Where a meter may stand.
fn level() -> Value {
    whole(0, i64::from(METER_MAX))
}

fn promise() -> Value {
    table("promise", keys::PROMISE, &["name", "unit", "deliver"], |key| {
        Some(match key {
            "name" | "unit" => text(),
            "better" => words(keys::BETTER.map(|(word, _)| word)),
            "deliver" | "assumed" => promised(),
            "broken" => outcomes(keys::BROKEN_OUTCOMES),
            _ => return None,
        })
    })
}

fn promised() -> Value {
    whole(-keys::MAX_PROMISE, keys::MAX_PROMISE)
}

fn scene(methods: &[Method]) -> Value {
    let moments = methods.iter().flat_map(|method| &method.moments).map(|moment| (moment.id.as_str(), &moment.name));
    let table = table("scene", keys::SCENE, &["id"], |key| {
        Some(match key {
            "id" | "otherwise" => id(),
            "moment" => proposed(moments.clone()),
            "speaker" | "after" => text(),
            "says" | "cue" | "answer" => line(),
            "pick" => json!({ "type": "integer", "minimum": 1, "maximum": keys::MAX_REPLIES }),
            "next" => branch(),
            "drift" => drift(),
            "todo" => flag(),
            "reply" => json!({ "type": "array", "maxItems": keys::MAX_REPLIES, "items": reference("reply") }),
            _ => return None,
        })
    });
    with(table, json!({ "not": { "anyOf": faults_of_scenes() } }))
}

/// What no scene may be, beyond what its keys may be.
fn faults_of_scenes() -> [Value; 5] {
    let without = |name| json!({ "not": has(name) });
    let written = json!({ "not": { "properties": { "todo": { "const": true } }, "required": ["todo"] } });
    let a_reply_has = |names: &[&str]| {
        let any: Vec<Value> = names.iter().map(|name| has(name)).collect();
        json!({ "properties": { "reply": { "contains": { "anyOf": any } } }, "required": ["reply"] })
    };
    let all = |faults: &[Value]| json!({ "allOf": faults });
    [
        // Nothing is heard or seen.
        all(&[without("says"), without("cue"), written.clone()]),
        // Nothing can be said.
        all(&[without("reply"), without("otherwise"), written]),
        all(&[without("pick"), json!({ "anyOf": [has("answer"), has("next")] })]),
        all(&[has("pick"), a_reply_has(&["next", "repeat"])]),
        all(&[without("moment"), a_reply_has(&["worth", "criterion", "why"])]),
    ]
}

fn reply(methods: &[Method]) -> Value {
    let moves = methods.iter().flat_map(|method| &method.moves).map(|mov| (mov.id.as_str(), &mov.name));
    let table = table("reply", keys::REPLY, &["say"], |key| {
        Some(match key {
            "id" | "criterion" => id(),
            "say" | "why" => text(),
            "move" => proposed(moves.clone()),
            "answer" => line(),
            "effect" => own_names(whole(-keys::MAX_EFFECT, keys::MAX_EFFECT), &[]),
            "learns" => one_or_list(id(), 0),
            "promise" => own_names(json!({ "anyOf": [promised(), { "const": keys::VAGUE }] }), &[]),
            "next" => branch(),
            "repeat" => flag(),
            "when" => condition(),
            "worth" => whole(0, MAX_WORTH),
            _ => return None,
        })
    });
    // Without a move of the method, a judgement has to be whole.
    let whole_judgement = json!({ "dependentRequired": { "worth": ["why"], "why": ["worth"], "criterion": ["worth"] } });
    with(table, json!({ "if": { "not": has("move") }, "then": whole_judgement }))
}

fn ending() -> Value {
    table("ending", keys::ENDING, &["id", "outcome", "says"], |key| {
        Some(match key {
            "id" => id(),
            "outcome" => outcomes(keys::ENDING_OUTCOMES),
            "says" | "cue" => line(),
            "broken" => table("broken", keys::BROKEN, &[], |_| Some(text())),
            _ => return None,
        })
    })
}

fn outcomes<const N: usize>(outcomes: [Outcome; N]) -> Value {
    explained(outcomes.map(|outcome| (outcome.word(), outcome)), |strings| strings.outcome)
}

/// A text, or several wordings.
fn line() -> Value {
    let wording = || [text(), reference("wording")];
    let list = json!({ "type": "array", "minItems": 1, "items": { "anyOf": wording() } });
    json!({ "anyOf": wording().into_iter().chain([list]).collect::<Vec<_>>() })
}

fn wording() -> Value {
    table("wording", keys::WORDING, &["text"], |key| {
        Some(match key {
            "text" => text(),
            "when" => condition(),
            _ => return None,
        })
    })
}

/// A name, or ways that are tried in order.
fn branch() -> Value {
    let way = || [id(), reference("way")];
    let list = json!({ "type": "array", "minItems": 1, "items": { "anyOf": way() } });
    json!({ "anyOf": way().into_iter().chain([list]).collect::<Vec<_>>() })
}

fn way() -> Value {
    table("next", keys::WAY, &["to"], |key| {
        Some(match key {
            "when" => condition(),
            "chance" => chance(),
            "to" => id(),
            _ => return None,
        })
    })
}

fn drift() -> Value {
    table("drift", keys::DRIFT, &["chance", "to"], |key| {
        Some(match key {
            "chance" => chance(),
            "to" => id(),
            _ => return None,
        })
    })
}

fn chance() -> Value {
    json!({ "type": "number", "minimum": 0, "maximum": 1 })
}

fn condition() -> Value {
    one_or_list(reference("tests"), 0)
}

/// One set of conditions: the words, and meters under their own names.
fn tests() -> Value {
    let tests = table("when", &keys::CONDITION_WORDS, &[], |key| {
        Some(match key {
            "used" | "unused" => one_or_list(json!({ "type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$" }), 0),
            _ => one_or_list(id(), 0),
        })
    });
    let bounds = table("when", keys::BOUNDS, &[], |_| Some(level()));
    with(tests, json!({ "additionalProperties": { "anyOf": [level(), bounds] } }))
}
