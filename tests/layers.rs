//! The architecture, as a test: which module may know which, and what may know a
//! browser.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

use std::fs;
use std::path::{Path, PathBuf};

/// From the bottom: a module may use those above it in this list, never those below.
const LAYERS: [&str; 22] = [
    "language",
    "diagnostic",
    "reader",
    "method",
    "scenario",
    "session",
    "analysis",
    "score",
    "record",
    "check",
    "i18n",
    "markup",
    "pack",
    "catalogue",
    "telling",
    "debrief",
    "practice",
    "screens",
    "study",
    "export",
    "web",
    "cli",
];

/// What only `src/web` may name, and within it only `src/web/platform`.
const BROWSER: [&str; 4] = ["web_sys", "js_sys", "gloo", "wasm_bindgen"];
/// The one exception: where the page starts.
const START: (&str, [&str; 2]) = ("src/web/mod.rs", ["use wasm_bindgen::prelude::wasm_bindgen;", "#[wasm_bindgen(start)]"]);
/// Parts of the standard library that bring in files, the clock or the environment.
const OUTSIDE_WORLD: [&str; 6] = ["time", "fs", "env", "net", "process", "thread"];
/// Chance that does not come from the seed, and the clock by its names.
const UNSEEDED: [&str; 8] =
    ["thread_rng", "rand::rng(", "OsRng", "from_os_rng", "SystemTime", "Instant", "Utc::now", "Local::now"];

/// A source file without its comments.
struct Source {
    /// Relative to the repository, with forward slashes.
    path: String,
    code: String,
}

/// A path in the code, such as `crate::scenario`: the name, and the line (from 1).
struct Mention {
    name: String,
    line: usize,
}

impl Source {
    /// The top module that the file belongs to; `None` for `src/lib.rs` and
    /// `src/main.rs`.
    fn module(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let first = inside.split('/').next()?;
        let module = first.strip_suffix(".rs").unwrap_or(first);
        (!["lib", "main"].contains(&module)).then_some(module)
    }

    fn is_in(&self, folder: &str) -> bool {
        self.path.starts_with(folder)
    }

    fn line_of(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    /// What follows each `root::`, one by one or in braces.
    fn mentions(&self, root: &str) -> Vec<Mention> {
        let prefix = format!("{root}::");
        let whole_word = |at: usize| !self.code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
        self.code
            .match_indices(&prefix)
            .filter(|(at, _)| whole_word(*at) && !self.code[..*at].ends_with("yew::"))
            .flat_map(|(at, _)| {
                let line = self.line_of(at);
                names(&self.code[at + prefix.len()..]).into_iter().map(move |name| Mention { name, line })
            })
            .collect()
    }

    /// The lines (from 1) on which a word stands.
    fn lines_with<'s>(&'s self, word: &'s str) -> impl Iterator<Item = (usize, &'s str)> {
        self.code.lines().zip(1..).filter(move |(line, _)| line.contains(word)).map(|(line, number)| (number, line.trim()))
    }
}

/// The first name of a path, or the first names of all paths in braces.
fn names(rest: &str) -> Vec<String> {
    let Some(group) = rest.strip_prefix('{') else {
        return vec![rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()];
    };
    let mut depth = 1;
    let mut parts = vec![String::new()];
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => parts.push(String::new()),
            _ if depth == 1 => parts.last_mut().unwrap().push(c),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    parts.iter().filter(|part| !part.trim().is_empty()).flat_map(|part| names(part.trim())).collect()
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    collect(&root.join("src"), &mut files);
    files.sort();
    assert!(files.len() > 20, "src was not found");
    files
        .iter()
        .map(|file| {
            let path = file.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            let text = fs::read_to_string(file).unwrap();
            let code: String = text.lines().map(|line| format!("{}\n", line.split("//").next().unwrap())).collect();
            Source { path, code }
        })
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// All breaches of a rule, told together.
fn check(rule: &str, breaches: Vec<String>) {
    assert!(breaches.is_empty(), "{rule}\n  {}", breaches.join("\n  "));
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| *layer == module)
}

#[test]
fn every_module_has_its_layer() {
    let mut breaches = Vec::new();
    for source in sources() {
        if let Some(module) = source.module().filter(|module| layer(module).is_none()) {
            breaches.push(format!("{}: \"{module}\" is not in LAYERS", source.path));
        }
    }
    check("Each module of the crate has its place in the list LAYERS of tests/layers.rs.", breaches);
}

#[test]
fn a_module_uses_only_what_lies_below_it() {
    let mut breaches = Vec::new();
    for source in sources() {
        let Some((module, own)) = source.module().and_then(|module| Some((module, layer(module)?))) else { continue };
        for mention in source.mentions("crate") {
            if layer(&mention.name).is_some_and(|used| used > own) {
                breaches.push(format!("{}:{}: {module} uses {}, which lies above it", source.path, mention.line, mention.name));
            }
        }
    }
    check(&format!("A module uses only modules below it; from the bottom: {}.", LAYERS.join(", ")), breaches);
}

/// Otherwise the test above would not see it.
#[test]
fn modules_reach_each_other_by_crate_paths() {
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|source| !source.is_in("src/web/")) {
        let depth = source.path.matches('/').count() - usize::from(source.path.ends_with("/mod.rs"));
        let out = "super::".repeat(depth);
        let found = source.lines_with(&out).filter(|(_, text)| !text.contains("super::*"));
        breaches.extend(found.map(|(line, text)| format!("{}:{line}: {text}", source.path)));
    }
    check("A path out of its own top module begins with crate::, not with super::.", breaches);
}

#[test]
fn nothing_but_the_page_knows_a_browser() {
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|source| !source.is_in("src/web/")) {
        for word in BROWSER.iter().chain(&["yew"]) {
            breaches.extend(source.lines_with(word).map(|(line, text)| format!("{}:{line}: names {word}: {text}", source.path)));
        }
    }
    check("Only src/web may name yew, web_sys, js_sys, gloo or wasm_bindgen.", breaches);
}

#[test]
fn the_page_and_the_command_do_not_know_each_other() {
    let mut breaches = Vec::new();
    for source in sources() {
        let other = match source.module() {
            Some("web") => "cli",
            Some("cli") => "web",
            _ => continue,
        };
        let found = source.mentions("crate").into_iter().filter(|mention| mention.name == other);
        breaches.extend(found.map(|mention| format!("{}:{}: uses {other}", source.path, mention.line)));
    }
    check("src/web and src/cli are two shells around one core: neither uses the other.", breaches);
}

/// What only the command may name.
#[test]
fn nothing_but_the_command_knows_a_terminal() {
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|source| !source.is_in("src/cli/")) {
        for word in ["anstream", "anstyle", "annotate_snippets", "clap::", "notify::"] {
            breaches.extend(source.lines_with(word).map(|(line, text)| format!("{}:{line}: names {word}: {text}", source.path)));
        }
    }
    check("Only src/cli may name the crates of the terminal.", breaches);
}

#[test]
fn within_the_page_only_the_platform_knows_the_browser() {
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|source| source.is_in("src/web/") && !source.is_in("src/web/platform")) {
        for word in BROWSER {
            let found = source.lines_with(word).filter(|(_, text)| !(source.path == START.0 && START.1.contains(text)));
            breaches.extend(found.map(|(line, text)| format!("{}:{line}: names {word}: {text}", source.path)));
        }
    }
    check(
        &format!("Within src/web only src/web/platform may name {BROWSER:?} (but for {:?} in {}).", START.1, START.0),
        breaches,
    );
}

#[test]
fn components_use_nothing_of_the_platform_but_events() {
    let mut breaches = Vec::new();
    for source in sources().iter().filter(|source| source.is_in("src/web/components")) {
        for mention in source.mentions("platform") {
            if mention.name != "event" {
                breaches.push(format!("{}:{}: uses platform::{}", source.path, mention.line, mention.name));
            }
        }
        breaches.extend(
            source
                .lines_with("web::platform;")
                .map(|(line, text)| format!("{}:{line}: takes all of the platform: {text}", source.path)),
        );
    }
    check("A component shows what it is given: of src/web/platform it uses only platform::event.", breaches);
}

#[test]
fn the_first_program_reads_no_files_of_authors_and_analyses_nothing() {
    let mut breaches = Vec::new();
    for source in sources().into_iter().filter(|source| source.is_in("src/web")) {
        for word in
            ["analysis::", "score::", "debrief::document", "scenario::parse", "method::parse", "pack::compile", "reader::"]
        {
            for at in source.code.match_indices(word).map(|(at, _)| at) {
                breaches.push(format!("{}:{}: mentions {word}", source.path, source.line_of(at)));
            }
        }
    }
    check("What learners download first has neither parser nor analysis: those are in the program `study`.", breaches);
}

#[test]
fn the_core_reads_no_files_no_clock_and_no_chance_of_its_own() {
    let mut breaches = Vec::new();
    for source in
        sources().iter().filter(|source| !source.is_in("src/web/") && !source.is_in("src/cli/") && source.path != "src/main.rs")
    {
        for mention in source.mentions("std") {
            if OUTSIDE_WORLD.contains(&mention.name.as_str()) {
                breaches.push(format!("{}:{}: uses std::{}", source.path, mention.line, mention.name));
            }
        }
        for word in UNSEEDED {
            breaches.extend(source.lines_with(word).map(|(line, text)| format!("{}:{line}: names {word}: {text}", source.path)));
        }
    }
    check(
        "What lies outside src/web and src/cli uses none of std::time, std::fs, std::env …, and no chance but the seed's.",
        breaches,
    );
}

/// The reader of paths above is code too.
#[test]
fn paths_are_read_one_by_one_and_in_braces() {
    let found = |code: &str| -> Vec<String> {
        let source = Source { path: String::new(), code: code.to_owned() };
        source.mentions("crate").into_iter().map(|mention| mention.name).collect()
    };
    assert_eq!(found("use crate::scenario::Scenario;"), ["scenario"]);
    assert_eq!(found("use crate::{pack, session::{self, State},\n    web::x};"), ["pack", "session", "web"]);
    assert_eq!(found("let x = crate::i18n::of(y) + mycrate::z();"), ["i18n"]);
}
