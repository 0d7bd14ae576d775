//! JSON Schema (draft 2020-12) of scenario and method files, so that editors complete
//! and check them. Keys, words and ranges are those that the parser reads by. What only
//! the parser can know, such as a name that nothing has, is left to `ninesteps check`.
//!
//! Some editors overlook whatever stands beside a `$ref`, or is in an `allOf`. So a
//! value with a description is written out where it stands.

mod method;
mod scenario;

pub use method::method;
pub use scenario::scenario;

use crate::i18n::Strings;
use crate::i18n::keys::describe;
use crate::language::{Language, Localized};
use crate::reader::MAX_ID;
use serde_json::{Map, Value, json};

fn schema(title: &str, root: Value, definitions: Value) -> Value {
    let head = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        "$defs": definitions,
    });
    with(root, head)
}

/// A table with exactly the keys that the parser knows. A key without a value or a
/// description comes out as null, which a test finds.
fn table(name: &str, known: &[&str], required: &[&str], value: impl Fn(&str) -> Option<Value>) -> Value {
    let property = |key: &&str| {
        let described = describe(name, key).map(|texts| json!({ "description": texts.join("\n\n") }));
        let value = value(key).zip(described).map(|(value, described)| with(value, described));
        ((*key).to_owned(), value.unwrap_or_default())
    };
    let properties: Map<String, Value> = known.iter().map(property).collect();
    json!({ "type": "object", "additionalProperties": false, "required": required, "properties": properties })
}

/// A table whose keys are the author's own names.
fn own_names(value: Value, reserved: &[&str]) -> Value {
    let names = with(id(), json!({ "not": { "enum": reserved } }));
    json!({ "type": "object", "propertyNames": names, "additionalProperties": value })
}

/// All that one says and all that the other says.
fn with(mut value: Value, more: Value) -> Value {
    if let (Value::Object(value), Value::Object(more)) = (&mut value, more) {
        value.extend(more);
    }
    value
}

fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

fn id() -> Value {
    json!({ "type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": MAX_ID })
}

fn text() -> Value {
    json!({ "type": "string", "pattern": "\\S" })
}

fn flag() -> Value {
    json!({ "type": "boolean" })
}

fn whole(min: i64, max: i64) -> Value {
    json!({ "type": "integer", "minimum": min, "maximum": max })
}

fn words<const N: usize>(words: [&str; N]) -> Value {
    json!({ "enum": words.as_slice() })
}

/// Words with what each means, in the page's own words for it.
fn explained<'w, T: Copy>(
    words: impl IntoIterator<Item = (&'w str, T)>,
    meaning: fn(&Strings) -> fn(T) -> &'static str,
) -> Value {
    let both = |value: T| Language::ALL.map(|language| meaning(Strings::of(language))(value)).join(" / ");
    with_meanings(words.into_iter().map(|(word, value)| (word, both(value))))
}

/// Ids that editors propose, with what they mean; others are allowed. What two methods
/// call the same is proposed once.
fn proposed<'m>(known: impl Iterator<Item = (&'m str, &'m Localized)>) -> Value {
    let both = |name: &Localized| Language::ALL.map(|language| name.get(language)).join(" / ");
    let mut proposed: Vec<(&str, String)> = Vec::new();
    for (id, name) in known {
        if proposed.iter().all(|(other, _)| *other != id) {
            proposed.push((id, both(name)));
        }
    }
    json!({ "anyOf": [with_meanings(proposed.into_iter()), id()] })
}

fn with_meanings<'w>(words: impl Iterator<Item = (&'w str, String)>) -> Value {
    let (words, meanings): (Vec<&str>, Vec<String>) = words.unzip();
    json!({ "enum": words, "x-taplo": { "docs": { "enumValues": meanings } } })
}

fn list(items: Value) -> Value {
    json!({ "type": "array", "items": items })
}

fn one_or_list(item: Value, least: usize) -> Value {
    json!({ "anyOf": [item, { "type": "array", "minItems": least, "items": item }] })
}

/// A table that has a key.
fn has(name: &str) -> Value {
    json!({ "required": [name] })
}

#[cfg(test)]
mod tests {
    use super::{method, scenario};
    use serde_json::Value;

    /// Every key of the parser's lists has a value and a description in the schema. That
    /// the schema knows no other keys, its tables see to: they are made from the lists.
    fn without_gaps(value: &Value, path: &str) {
        match value {
            Value::Null => panic!("{path}: the parser knows this key; give it a value here and a text in i18n::keys"),
            Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| without_gaps(item, &format!("{path}/{at}"))),
            Value::Object(entries) => entries.iter().for_each(|(key, item)| without_gaps(item, &format!("{path}/{key}"))),
            _ => {}
        }
    }

    #[test]
    fn every_key_that_the_parser_knows_is_in_the_schema_and_described() {
        without_gaps(&scenario(&[]), "scenario");
        without_gaps(&method(), "method");
    }

    /// Editors would not show the description.
    fn without_hidden_descriptions(value: &Value, path: &str) {
        if let Value::Object(entries) = value {
            let hidden = entries.contains_key("$ref") && entries.len() > 1;
            assert!(!hidden, "{path}: something stands beside a $ref");
        }
        let inner: Vec<&Value> = match value {
            Value::Array(items) => items.iter().collect(),
            Value::Object(entries) => entries.values().collect(),
            _ => Vec::new(),
        };
        inner.into_iter().for_each(|inner| without_hidden_descriptions(inner, path));
    }

    #[test]
    fn descriptions_stand_where_editors_find_them() {
        without_hidden_descriptions(&scenario(&[]), "scenario");
        without_hidden_descriptions(&method(), "method");
    }
}
