//! Every problem that a file can have, as its author is told of it: one faulty
//! file each in `tests/problems`, one snapshot each in `tests/snapshots`. The name
//! of a file is the code that it is about.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod shown;

use ninesteps::diagnostic::Diagnostic;
use ninesteps::i18n::faults;
use ninesteps::method::{self, Method};
use ninesteps::{reader, scenario};
use shown::shown;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A method for the scenario whose language its method does not speak.
const ONLY_CHINESE: &str = r#"
format = 1
id = "only-chinese"
languages = "zh-Hans"
name = { zh-Hans = "先听后说" }
[default]
worth = 1
why = { zh-Hans = "不算错。" }
"#;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn toml_files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    let mut files: Vec<_> =
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.extension().is_some_and(|e| e == "toml")).collect();
    files.sort();
    assert!(!files.is_empty(), "no files in {folder}");
    files
}

fn shipped_method() -> Method {
    let (method, problems) = method::parse(&fs::read_to_string(root().join("scenarios/methods/nine-steps.toml")).unwrap());
    assert_eq!(problems, []);
    method.unwrap()
}

fn problems_of_scenario(source: &str) -> Vec<Diagnostic> {
    let (chinese, problems) = method::parse(ONLY_CHINESE);
    assert_eq!(problems, []);
    let (scenario, problems) = scenario::parse(source, &[&shipped_method(), &chinese.unwrap()]);
    assert_eq!(scenario.is_some(), problems.is_empty(), "a scenario is there exactly when it has no problem");
    problems
}

fn problems_of_method(source: &str) -> Vec<Diagnostic> {
    let (method, problems) = method::parse(source);
    assert_eq!(method.is_some(), problems.is_empty(), "a method is there exactly when it has no problem");
    problems
}

/// As an author sees it, in both languages.
fn told(source: &str, problems: &[Diagnostic]) -> String {
    if problems.is_empty() {
        return "no problem".to_owned();
    }
    let entry = |problem: &Diagnostic| {
        shown(source, &problem.span, problem.fault.code(), |language| faults::tell(language, &problem.fault))
    };
    problems.iter().map(entry).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

fn snapshot(name: &str, source: &str, problems: &[Diagnostic]) {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(name, told(source, problems));
    });
}

/// Too large for a folder, so built here.
fn built_here() -> Vec<(&'static str, String, Vec<Diagnostic>)> {
    let too_large = format!("# {}\n", "x".repeat(reader::MAX_BYTES));
    let base = fs::read_to_string(root().join("tests/problems/no-scene.toml")).unwrap();
    let scenes: String = (0..=10_000).map(|n| format!("[[scene]]\nid = \"s-{n}\"\ntodo = true\n")).collect();
    let too_many = format!("{base}\n{scenes}");
    let latin1 = b"format = 1\ntitle = \"Caf\xe9\"\n";
    let problem = reader::decode(latin1).unwrap_err();
    let large = problems_of_scenario(&too_large);
    let many = problems_of_scenario(&too_many);
    vec![
        ("too-large", too_large, large),
        ("too-many-scenes", too_many, many),
        ("not-utf8", String::from_utf8_lossy(latin1).into_owned(), vec![problem]),
    ]
}

fn name_of(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

#[test]
fn authors_of_scenarios_are_told_what_is_wrong_and_where() {
    for path in toml_files("tests/problems") {
        let source = fs::read_to_string(&path).unwrap();
        snapshot(&name_of(&path), &source, &problems_of_scenario(&source));
    }
    for (name, source, problems) in built_here() {
        snapshot(name, &source, &problems);
    }
}

#[test]
fn authors_of_methods_are_told_what_is_wrong_and_where() {
    for path in toml_files("tests/problems/methods") {
        let source = fs::read_to_string(&path).unwrap();
        snapshot(&format!("method-{}", name_of(&path)), &source, &problems_of_method(&source));
    }
}

/// A fault that is no longer found would otherwise be a quiet change of a snapshot.
#[test]
fn a_file_named_after_a_code_has_this_problem() {
    let missing: Vec<String> = toml_files("tests/problems")
        .into_iter()
        .map(|path| (path, problems_of_scenario as fn(&str) -> Vec<Diagnostic>))
        .chain(
            toml_files("tests/problems/methods")
                .into_iter()
                .map(|path| (path, problems_of_method as fn(&str) -> Vec<Diagnostic>)),
        )
        .filter_map(|(path, problems)| {
            let name = name_of(&path);
            let code = name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-').to_owned();
            let code = match code.as_str() {
                // Not named after a code: several at once, and a list without wordings.
                "several" => return None,
                "empty-wordings" => "missing-key".to_owned(),
                _ => code,
            };
            let found = problems(&fs::read_to_string(&path).unwrap());
            found
                .iter()
                .all(|problem| problem.fault.code() != code)
                .then(|| format!("{name}: {:?}", found.iter().map(|p| p.fault.code()).collect::<Vec<_>>()))
        })
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Every code of `Fault::code`; a scenario or method file can cause each of them.
const CODES: [&str; 34] = [
    "too-large",
    "not-utf8",
    "control-character",
    "syntax",
    "full-width",
    "wrong-format",
    "unknown-key",
    "missing-key",
    "wrong-kind",
    "out-of-range",
    "bad-chance",
    "not-one-of",
    "bad-id",
    "duplicate-id",
    "empty-text",
    "no-such",
    "reserved-meter",
    "open-next",
    "dead-branch",
    "chance-overfull",
    "no-plain-wording",
    "only-in-pick",
    "not-in-pick",
    "pick-too-many",
    "too-many-replies",
    "too-many-scenes",
    "no-scene",
    "no-reply",
    "judged-without-moment",
    "after-cycle",
    "missing-broken",
    "duplicate-judgement",
    "duplicate-answer",
    "method-language",
];

fn codes_in_source() -> BTreeSet<String> {
    let source = fs::read_to_string(root().join("src/diagnostic.rs")).unwrap();
    let body = source.split("pub const fn code").nth(1).unwrap().split("\n    }\n").next().unwrap();
    body.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_code_is_shown_in_a_snapshot() {
    assert_eq!(codes_in_source(), CODES.map(str::to_owned).into(), "keep the list CODES as Fault::code is");
    let snapshots: Vec<String> = fs::read_dir(root().join("tests/snapshots"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| name_of(path).starts_with("problems__"))
        .map(|path| fs::read_to_string(path).unwrap())
        .collect();
    let heads: BTreeSet<&str> = snapshots
        .iter()
        .flat_map(|text| text.lines())
        .filter(|line| line.starts_with(|c: char| c.is_ascii_digit()))
        .filter_map(|line| line.split_once(' ').map(|(_, code)| code))
        .collect();
    let unseen: Vec<_> = CODES.iter().filter(|code| !heads.contains(*code)).collect();
    assert!(unseen.is_empty(), "no snapshot shows {unseen:?}");
}

/// Authors look a code up there.
#[test]
fn every_code_is_explained_in_both_format_documents() {
    for path in ["docs/scenario-format.md", "docs/scenario-format.zh-CN.md"] {
        let document = fs::read_to_string(root().join(path)).unwrap();
        let untold: Vec<_> = CODES.iter().filter(|code| !document.contains(&format!("`{code}`"))).collect();
        assert!(untold.is_empty(), "{path} says nothing of {untold:?}");
    }
}
