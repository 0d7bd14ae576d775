//! How values are written: the same in every language.

use crate::diagnostic::Kind;

/// One or two ways to write what was expected.
pub fn examples(key: &str, expected: Kind) -> impl Iterator<Item = String> {
    let (one, other) = match expected {
        Kind::Text => (format!("{key} = \"…\""), None),
        Kind::Number | Kind::Promise => (format!("{key} = 3"), None),
        Kind::Fraction => (format!("{key} = 0.25"), None),
        Kind::Flag => (format!("{key} = true"), None),
        Kind::List => (format!("{key} = [\"…\", \"…\"]"), None),
        Kind::Table | Kind::Date => (table_example(key), None),
        Kind::Wordings => (format!("{key} = \"…\""), Some(format!("{key} = [\"…\", \"…\"]"))),
        Kind::Names => (format!("{key} = \"one\""), Some(format!("{key} = [\"one\", \"two\"]"))),
        Kind::Branches => {
            let list = format!("{key} = [{{ chance = 0.3, to = \"scene\" }}, {{ to = \"other\" }}]");
            (format!("{key} = \"scene\""), Some(list))
        }
        Kind::Conditions => (format!("{key} = {{ trust = 5 }}"), None),
        Kind::Bounds => (format!("{key} = {{ at_least = 3, at_most = 6 }}"), None),
        Kind::Sections => (sections_example(key), None),
    };
    std::iter::once(one).chain(other)
}

fn table_example(key: &str) -> String {
    match key {
        "effect" => "effect = { trust = 1 }".to_owned(),
        "promise" => "promise = { discount = 10 }".to_owned(),
        "drift" => "drift = { chance = 0.2, to = \"cold-feet\" }".to_owned(),
        "name" | "principle" | "definition" | "why" | "text" => format!("{key} = {{ en = \"…\", zh-Hans = \"…\" }}"),
        "customer" | "briefing" | "meters" | "promises" | "facts" | "default" => format!("[{key}]"),
        "broken" => "[ending.broken]".to_owned(),
        "unlisted" => "[move.unlisted]".to_owned(),
        _ => format!("{key} = {{ … }}"),
    }
}

/// Sections that stand inside others name both.
fn sections_example(key: &str) -> String {
    match key {
        "reply" => "[[scene.reply]]".to_owned(),
        "criterion" => "[[step.criterion]]".to_owned(),
        "judgement" => "[[moment.judgement]]".to_owned(),
        _ => format!("[[{key}]]"),
    }
}
