//! The schema of a method file.

use super::{flag, id, list, one_or_list, reference, schema, table, text, whole, with, words};
use crate::language::Language;
use crate::method::{FORMAT, keys};
use serde_json::{Value, json};

/// The schema of a method file.
pub fn method() -> Value {
    let root = table("method", keys::ROOT, &["format", "id", "name", "default"], |key| {
        Some(match key {
            "format" => json!({ "const": FORMAT }),
            "id" => id(),
            "languages" => one_or_list(words(Language::ALL.map(Language::tag)), 0),
            "name" => localized(),
            "default" => unlisted("default"),
            "step" | "move" | "moment" | "drill" => list(reference(key)),
            _ => return None,
        })
    });
    let definitions = json!({
        "step": step(),
        "criterion": criterion(),
        "move": mov(),
        "moment": moment(),
        "judgement": judgement(),
        "drill": drill(),
        "option": option(),
    });
    schema("Ninesteps: a method / 九步：方法文件", root, definitions)
}

/// A text in each language. Which must be there, `languages` says.
fn localized() -> Value {
    let texts = table("localized", &Language::ALL.map(Language::tag), &[], |_| Some(text()));
    with(texts, json!({ "minProperties": 1 }))
}

fn step() -> Value {
    table("step", keys::STEP, &["id", "name", "principle", "source"], |key| {
        Some(match key {
            "id" => id(),
            "name" | "principle" => localized(),
            "source" => text(),
            "criterion" => list(reference(key)),
            _ => return None,
        })
    })
}

fn criterion() -> Value {
    table("criterion", keys::CRITERION, &["id", "text"], |key| {
        Some(match key {
            "id" => id(),
            "text" => localized(),
            _ => return None,
        })
    })
}

fn mov() -> Value {
    table("move", keys::MOVE, &["id", "name", "definition"], |key| {
        Some(match key {
            "id" => id(),
            "name" | "definition" => localized(),
            "question" => words(keys::QUESTIONS.map(|(word, _)| word)),
            "agrees" => flag(),
            "unlisted" => unlisted("unlisted"),
            _ => return None,
        })
    })
}

fn moment() -> Value {
    table("moment", keys::MOMENT, &["id", "step", "name", "definition"], |key| {
        Some(match key {
            "id" | "step" => id(),
            "name" | "definition" => localized(),
            "judgement" => list(reference(key)),
            _ => return None,
        })
    })
}

fn judgement() -> Value {
    table("judgement", keys::JUDGEMENT, &["move", "worth", "why", "source"], |key| {
        Some(match key {
            "move" | "criterion" => id(),
            "worth" => whole(0, keys::MAX_WORTH),
            "why" => localized(),
            "source" => text(),
            _ => return None,
        })
    })
}

fn drill() -> Value {
    table("drill", keys::DRILL, &["id", "ask"], |key| {
        Some(match key {
            "id" => id(),
            "ask" => localized(),
            "option" => with(list(reference(key)), json!({ "minItems": keys::MIN_OPTIONS, "maxItems": keys::MAX_OPTIONS })),
            _ => return None,
        })
    })
}

fn option() -> Value {
    table("option", keys::OPTION, &["text"], |key| {
        Some(match key {
            "text" => localized(),
            "moments" | "moves" => one_or_list(id(), 0),
            "promise" => words(keys::PLEDGED.map(|(word, _)| word)),
            _ => return None,
        })
    })
}

/// `[default]` or `[move.unlisted]`.
fn unlisted(name: &str) -> Value {
    table(name, keys::UNLISTED, &["worth", "why"], |key| {
        Some(match key {
            "worth" => whole(0, keys::MAX_WORTH),
            "why" => localized(),
            _ => return None,
        })
    })
}
