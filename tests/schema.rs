//! The JSON Schema of files: as committed, as printed, and as strict as the parser.
//! After a change that is meant: `UPDATE_SCHEMA=1 cargo test --features cli --test schema`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod command;

use boon::{Compiler, SchemaIndex, Schemas};
use command::{ninesteps, root};
use ninesteps::method::{self, Method};
use ninesteps::scenario;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

const KINDS: [&str; 2] = ["scenario", "method"];

/// Problems that lie in the shape of a file, which a schema can see.
const OF_SHAPE: [&str; 15] = [
    "wrong-format",
    "unknown-key",
    "missing-key",
    "wrong-kind",
    "out-of-range",
    "bad-chance",
    "not-one-of",
    "empty-text",
    "reserved-meter",
    "only-in-pick",
    "not-in-pick",
    "too-many-replies",
    "no-scene",
    "no-reply",
    "judged-without-moment",
];

/// Files whose problem is of such a code and is seen by the parser alone.
const ONLY_THE_PARSER_SEES: [(&str, &str); 4] = [
    ("tests/problems/bad-chance-2.toml", "a chance with five decimals"),
    ("tests/problems/out-of-range-2.toml", "bounds that exclude each other"),
    ("tests/problems/methods/missing-key.toml", "a language that the method says it has"),
    ("tests/problems/methods/missing-key-5.toml", "a language that the method says it has"),
];
/// Changes of which the same is true.
const CHANGES_ONLY_THE_PARSER_SEES: [&str; 3] = ["trust: at_most = 1", "without en", "without zh-Hans"];

/// A schema, ready to check.
struct Checker {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Checker {
    fn new(kind: &str) -> Self {
        let schema = serde_json::from_str(&committed(kind)).unwrap();
        let mut compiler = Compiler::new();
        compiler.add_resource("schema.json", schema).unwrap();
        let mut schemas = Schemas::new();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        Self { schemas, index }
    }

    /// Whether it refuses, and why.
    fn refuses(&self, value: &Value) -> Option<String> {
        self.schemas.validate(value, self.index).err().map(|error| format!("{error:#}"))
    }
}

fn path(kind: &str) -> PathBuf {
    root().join(format!("scenarios/{kind}.schema.json"))
}

fn committed(kind: &str) -> String {
    fs::read_to_string(path(kind)).unwrap()
}

fn toml_files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml")).collect();
    files.sort();
    assert!(!files.is_empty(), "no files in {folder}");
    files
}

static SHIPPED_METHODS: LazyLock<Vec<Method>> = LazyLock::new(|| {
    let texts = toml_files("scenarios/methods").into_iter().map(|path| fs::read_to_string(path).unwrap());
    texts.map(|text| method::parse(&text).0.unwrap()).collect()
});

/// The codes of the problems of a file, as the parser finds them.
fn codes(kind: &str, source: &str) -> BTreeSet<&'static str> {
    let problems = match kind {
        "method" => method::parse(source).1,
        _ => scenario::parse(source, &SHIPPED_METHODS.iter().collect::<Vec<_>>()).1,
    };
    problems.iter().map(|problem| problem.fault.code()).collect()
}

/// TOML as an editor's checker sees it; `None` where it is not TOML.
fn as_json(source: &str) -> Option<Value> {
    let (table, errors) = DeTable::parse_recoverable(source);
    errors.is_empty().then(|| table_as_json(table.get_ref()))
}

fn table_as_json(table: &DeTable<'_>) -> Value {
    let entries = table.iter().map(|(key, value)| (key.get_ref().to_string(), value_as_json(value)));
    Value::Object(entries.collect())
}

fn value_as_json(value: &Spanned<DeValue<'_>>) -> Value {
    match value.get_ref() {
        DeValue::String(text) => json!(text),
        DeValue::Integer(whole) => json!(i64::from_str_radix(whole.as_str(), whole.radix()).unwrap_or(i64::MAX)),
        DeValue::Float(fraction) => json!(fraction.as_str().parse::<f64>().unwrap()),
        DeValue::Boolean(flag) => json!(flag),
        DeValue::Datetime(date) => json!({ "date": date.to_string() }),
        DeValue::Array(items) => items.iter().map(value_as_json).collect(),
        DeValue::Table(table) => table_as_json(table),
    }
}

/// The other way: one key a line, everything else inline.
fn as_toml(root: &Value) -> String {
    root.as_object().unwrap().iter().map(|(key, value)| format!("{key} = {}\n", inline(value))).collect()
}

fn inline(value: &Value) -> String {
    match value {
        Value::Object(entries) => {
            let entries: Vec<String> = entries.iter().map(|(key, value)| format!("{key} = {}", inline(value))).collect();
            format!("{{ {} }}", entries.join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(inline).collect::<Vec<_>>().join(", ")),
        scalar => scalar.to_string(),
    }
}

#[test]
fn the_committed_schemas_are_those_that_the_command_prints() {
    for kind in KINDS {
        let run = ninesteps(&["schema", kind]);
        assert_eq!((run.code, run.err.as_str()), (0, ""));
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            fs::write(path(kind), &run.out).unwrap();
        }
        assert!(
            run.out == committed(kind),
            "scenarios/{kind}.schema.json: run UPDATE_SCHEMA=1 cargo test --features cli --test schema"
        );
    }
    assert_eq!(ninesteps(&["schema"]).out, committed("scenario"));
}

/// Editors find the schemas by themselves in this repository.
#[test]
fn editors_are_told_which_schema_belongs_to_which_files() {
    let config = as_json(&fs::read_to_string(root().join(".taplo.toml")).unwrap()).unwrap();
    let rules = config["rule"].as_array().unwrap();
    let told: BTreeSet<(&str, &str)> = rules
        .iter()
        .flat_map(|rule| {
            let folders = rule["include"].as_array().unwrap().iter();
            folders.map(|folder| (folder.as_str().unwrap(), rule["schema"]["path"].as_str().unwrap()))
        })
        .collect();
    let shipped = [
        ("scenarios/en/*.toml", "scenarios/scenario.schema.json"),
        ("scenarios/zh-Hans/*.toml", "scenarios/scenario.schema.json"),
        ("docs/examples/*/*.toml", "scenarios/scenario.schema.json"),
        ("mine/**/*.toml", "scenarios/scenario.schema.json"),
        ("scenarios/methods/*.toml", "scenarios/method.schema.json"),
    ];
    assert_eq!(told, shipped.into());
}

#[test]
fn whatever_is_shipped_is_valid() {
    for (kind, folders) in [("scenario", &["scenarios/en", "scenarios/zh-Hans"][..]), ("method", &["scenarios/methods"])] {
        let checker = Checker::new(kind);
        for path in folders.iter().flat_map(|folder| toml_files(folder)) {
            let refused = checker.refuses(&as_json(&fs::read_to_string(&path).unwrap()).unwrap());
            assert_eq!(refused, None, "{}", path.display());
        }
    }
}

/// An editor then says the same as `ninesteps check`, as far as a schema can.
#[test]
fn faulty_files_are_refused_where_the_fault_is_one_of_shape() {
    let mut found = Vec::new();
    for (kind, folder) in [("scenario", "tests/problems"), ("method", "tests/problems/methods")] {
        let checker = Checker::new(kind);
        for path in toml_files(folder) {
            let source = String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned();
            let Some(value) = as_json(&source) else { continue };
            let name = path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned();
            let of_shape = codes(kind, &source).iter().any(|code| OF_SHAPE.contains(code));
            if of_shape && checker.refuses(&value).is_none() && !ONLY_THE_PARSER_SEES.iter().any(|(file, _)| *file == name) {
                found.push(name);
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// A scenario and a method that have every key there is.
fn whole(kind: &str) -> Value {
    let source = fs::read_to_string(root().join(format!("tests/schema/{kind}.toml"))).unwrap();
    assert_eq!(codes(kind, &source), BTreeSet::new());
    as_json(&source).unwrap()
}

/// The keys of a schema's tables, and those that a file has in such a table.
fn keys_in_schema(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            if let Some(Value::Object(properties)) =
                entries.get("properties").filter(|_| entries.contains_key("additionalProperties"))
            {
                keys.extend(properties.keys().cloned());
            }
            entries.values().for_each(|value| keys_in_schema(value, keys));
        }
        Value::Array(items) => items.iter().for_each(|value| keys_in_schema(value, keys)),
        _ => {}
    }
}

fn keys_in_file(value: &Value, keys: &mut BTreeSet<String>) {
    match value {
        Value::Object(entries) => {
            keys.extend(entries.keys().cloned());
            entries.values().for_each(|value| keys_in_file(value, keys));
        }
        Value::Array(items) => items.iter().for_each(|value| keys_in_file(value, keys)),
        _ => {}
    }
}

/// Every file that comes of one change in one place: a key taken away, a key too many, a
/// value of another kind, a number out of all ranges.
fn changed(value: &Value) -> Vec<(String, Value)> {
    match value {
        Value::Object(entries) => {
            let mut all = Vec::new();
            for (key, inner) in entries {
                let with = |changed: Option<Value>| -> Value {
                    let mut table: Map<String, Value> = entries.clone();
                    match changed {
                        Some(changed) => table.insert(key.clone(), changed),
                        None => table.remove(key),
                    };
                    Value::Object(table)
                };
                all.push((format!("without {key}"), with(None)));
                for other in [json!("灯"), json!(" "), json!(7_000_000), json!(1), json!(0.5), json!(true), json!([]), json!({})]
                {
                    all.push((format!("{key} = {other}"), with(Some(other))));
                }
                all.extend(changed(inner).into_iter().map(|(what, inner)| (format!("{key}: {what}"), with(Some(inner)))));
            }
            let mut more = entries.clone();
            more.insert("nonsense".to_owned(), json!("灯"));
            all.push(("with nonsense".to_owned(), Value::Object(more)));
            all
        }
        Value::Array(items) => {
            let mut all = Vec::new();
            for (at, item) in items.iter().enumerate() {
                for (what, item) in changed(item) {
                    let mut list = items.clone();
                    list[at] = item;
                    all.push((format!("{at}: {what}"), Value::Array(list)));
                }
            }
            all
        }
        _ => Vec::new(),
    }
}

#[test]
fn schema_and_parser_agree_on_every_change_of_a_file_with_every_key() {
    let mut found = Vec::new();
    for kind in KINDS {
        let checker = Checker::new(kind);
        let file = whole(kind);
        assert_eq!(checker.refuses(&file), None);
        let (mut in_schema, mut in_file) = (BTreeSet::new(), BTreeSet::new());
        keys_in_schema(&serde_json::from_str(&committed(kind)).unwrap(), &mut in_schema);
        keys_in_file(&file, &mut in_file);
        let unused: Vec<_> = in_schema.difference(&in_file).collect();
        assert!(unused.is_empty(), "tests/schema/{kind}.toml should have every key: {unused:?}");
        for (what, value) in changed(&file) {
            let codes = codes(kind, &as_toml(&value));
            let refused = checker.refuses(&value);
            let seen_by_both = !CHANGES_ONLY_THE_PARSER_SEES.iter().any(|change| what.ends_with(change));
            if refused.is_none() && seen_by_both && codes.iter().any(|code| OF_SHAPE.contains(code)) {
                found.push(format!("{kind}, {what}: the parser says {codes:?}, the schema nothing"));
            }
            if let (Some(why), true) = (refused, codes.is_empty()) {
                found.push(format!("{kind}, {what}: the parser says nothing, the schema {why}"));
            }
        }
    }
    assert!(found.is_empty(), "{} disagreements\n{}", found.len(), found.join("\n"));
}
