//! `verify`: whether result files hold.

use super::files::{self, Content, Shelf};
use super::{Context, Failure, Outcome, Ran, named};
use crate::scenario::Scenario;
use crate::score::Verifier;
use crate::session::{Attempt, Verdict};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// A result file, as far as it could be read, and what a replay says of it.
struct Checked {
    file: String,
    attempt: Option<Attempt>,
    verdict: Verdict,
}

pub fn run(context: &mut Context, matches: &ArgMatches) -> Ran {
    let attempts: Vec<PathBuf> = matches.get_many("attempts").into_iter().flatten().cloned().collect();
    let folders: Vec<PathBuf> = matches.get_many("scenarios").into_iter().flatten().cloned().collect();
    let shelf = Shelf::new(matches.get_one::<PathBuf>("methods").cloned());
    let attempts = files::find_attempts(&attempts)?;
    let verifier = Verifier::new(scenarios(context, &shelf, &folders)?);
    let mut checked = Vec::new();
    for path in &attempts {
        context.terminal.progress(&(context.words.verifying)(checked.len(), attempts.len()));
        checked.push(check(&verifier, path)?);
    }
    context.terminal.progress("");
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => context.terminal.say(&as_json(context, &checked))?,
        _ => context.terminal.print(&as_text(context, &checked))?,
    }
    Ok(if checked.iter().all(|each| each.verdict.holds()) { Outcome::Clean } else { Outcome::Problems })
}

/// All scenarios at hand. Files with problems cannot be played on; they are named.
fn scenarios(context: &mut Context, shelf: &Shelf, paths: &[PathBuf]) -> Result<Vec<Rc<Scenario>>, Failure> {
    let mut scenarios = Vec::new();
    for path in files::find(paths)? {
        match shelf.open(&path)?.content {
            Ok(Content::Scenario(loaded)) => scenarios.push(loaded.scenario),
            Ok(Content::Method) => {}
            Err(_) => context.terminal.complain(&(context.words.left_out)(&named(&path))),
        }
    }
    Ok(scenarios)
}

fn check(verifier: &Verifier, path: &Path) -> Result<Checked, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::file(path, &error))?;
    let file = named(path);
    Ok(match Attempt::from_json(bytes) {
        Ok(attempt) => Checked { verdict: verifier.verify(&attempt), attempt: Some(attempt), file },
        Err(unreadable) => Checked { verdict: Verdict::Unreadable(unreadable), attempt: None, file },
    })
}

fn as_text(context: &Context, checked: &[Checked]) -> String {
    let words = context.words;
    let mut lines: Vec<String> = checked.iter().map(|each| tell(context, each)).collect();
    let holding = checked.iter().filter(|each| each.verdict.holds()).count();
    lines.extend([String::new(), (words.verified)(checked.len(), holding), words.proves.to_owned()]);
    lines.join("\n") + "\n"
}

/// The verdict, and whether it was only practice.
fn tell(context: &Context, checked: &Checked) -> String {
    let verdict = (context.words.verdict)(&checked.file, &checked.verdict);
    match &checked.attempt {
        Some(Attempt { fork: Some(_), .. }) => format!("{verdict} {}", context.words.practice),
        _ => verdict,
    }
}

fn as_json(context: &Context, checked: &[Checked]) -> String {
    let attempts: Vec<Value> = checked.iter().map(|each| entry(context, each)).collect();
    let whole = json!({ "note": context.words.proves, "attempts": attempts });
    serde_json::to_string_pretty(&whole).unwrap_or_default()
}

/// Everything a list of results needs to know of one.
fn entry(context: &Context, checked: &Checked) -> Value {
    let attempt = checked.attempt.as_ref();
    json!({
        "file": checked.file,
        "verdict": checked.verdict.word(),
        "holds": checked.verdict.holds(),
        "told": tell(context, checked),
        "scenario": attempt.map(|attempt| &attempt.scenario),
        "language": attempt.map(|attempt| attempt.language),
        "mode": attempt.map(|attempt| attempt.mode),
        "turns": attempt.map(|attempt| attempt.choices.len()),
        "fork": attempt.and_then(|attempt| attempt.fork),
        "claimed": attempt.and_then(|attempt| attempt.claim),
        "replayed": checked.verdict.replayed(),
    })
}
