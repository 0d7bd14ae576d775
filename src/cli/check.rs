//! `check`: every problem of every file, and what smells.

use super::files::{self, Content, Loaded, Opened, Shelf};
use super::watch;
use super::work::{self, Worked};
use super::{Context, Failure, Outcome, Ran, named, output};
use crate::check::{Proof, Smelt, Subject, Unproven, gates, smells_unproven, steps_unused, twins};
use crate::diagnostic::{Diagnostic, Place};
use crate::i18n::faults::Told;
use crate::i18n::{faults, smells as smell_words};
use crate::method::Method;
use crate::scenario::{Places, Scenario};
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use clap::ArgMatches;
use serde_json::{Value, json};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// How much something matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Severity {
    Problem,
    Warning,
}

/// Something to mend, in words.
struct Finding {
    severity: Severity,
    code: &'static str,
    span: Range<usize>,
    told: Told,
}

/// A file with all that was found in it.
struct Checked {
    opened: Opened,
    findings: Vec<Finding>,
}

/// What was asked for.
struct Request {
    paths: Vec<PathBuf>,
    methods: Option<PathBuf>,
    publish: bool,
    json: bool,
}

pub fn run(context: &mut Context, matches: &ArgMatches) -> Ran {
    let request = Request {
        paths: matches.get_many("files").into_iter().flatten().cloned().collect(),
        methods: matches.get_one::<PathBuf>("methods").cloned(),
        publish: matches.get_flag("publish"),
        json: matches.get_one::<String>("format").is_some_and(|format| format == "json"),
    };
    if matches.get_flag("watch") {
        let paths: Vec<&Path> = request.paths.iter().chain(&request.methods).map(PathBuf::as_path).collect();
        return watch::watch(context, &paths, |context| check(context, &request));
    }
    check(context, &request)
}

fn check(context: &mut Context, request: &Request) -> Ran {
    // Methods may have been changed since the last time.
    let shelf = Shelf::new(request.methods.clone());
    let mut checked = Vec::new();
    for path in files::find(&request.paths)? {
        let opened = shelf.open(&path)?;
        let findings = examine(context, request, &opened);
        checked.push(Checked { opened, findings });
    }
    compare(context, request, &shelf, &mut checked);
    let all = || checked.iter().flat_map(|file| &file.findings);
    let count = |severity| all().filter(|finding| finding.severity == severity).count();
    let (problems, warnings) = (count(Severity::Problem), count(Severity::Warning));
    if request.json {
        context.terminal.say(&output::json(&as_json(&checked)))?;
    } else {
        for file in &checked {
            for finding in &file.findings {
                let told = tell(context, &file.opened.path, &file.opened.source, finding);
                context.terminal.say(&told)?;
            }
        }
        let summary = (context.words.checked)(checked.len(), problems, warnings);
        context.terminal.say(&summary)?;
    }
    Ok(if problems > 0 { Outcome::Problems } else { Outcome::Clean })
}

/// What one file says about itself.
fn examine(context: &mut Context, request: &Request, opened: &Opened) -> Vec<Finding> {
    match &opened.content {
        Err(problems) => problems.iter().map(|problem| finding(context, problem)).collect(),
        Ok(Content::Method) => Vec::new(),
        Ok(Content::Scenario(loaded)) => {
            let smelt = smells_of(context, request, loaded);
            findings(context, request, &opened.source, &smelt)
        }
    }
}

fn finding(context: &Context, problem: &Diagnostic) -> Finding {
    Finding {
        severity: Severity::Problem,
        code: problem.fault.code(),
        span: problem.span.clone(),
        told: faults::tell(context.language, &problem.fault),
    }
}

/// Tells the problems of a file that another command cannot go on with.
pub fn tell_all(context: &mut Context, path: &Path, source: &str, problems: &[Diagnostic]) -> Result<(), Failure> {
    for problem in problems {
        let told = tell(context, path, source, &finding(context, problem));
        context.terminal.say(&told)?;
    }
    Ok(())
}

/// Everything is explored where that is soon done, or where it is to be published;
/// elsewhere only what leads where is followed.
fn smells_of(context: &mut Context, request: &Request, loaded: &Loaded) -> Vec<Smelt> {
    let most = if request.publish { usize::MAX } else { gates::STATES };
    let why = match work::explore(context, &loaded.scenario, most) {
        Worked::Exact(values) => return Proof::from(&values, &loaded.method).smells,
        Worked::TooLarge => Unproven::TooLarge,
        Worked::NotFinished => Unproven::NotFinished,
    };
    smells_unproven(&loaded.scenario, &loaded.method, why)
}

fn findings(context: &Context, request: &Request, source: &str, smelt: &[Smelt]) -> Vec<Finding> {
    if smelt.is_empty() {
        return Vec::new();
    }
    let places = Places::of(source);
    smelt
        .iter()
        .map(|Smelt { subject, smell }| Finding {
            severity: if request.publish && smell.is_gate() { Severity::Problem } else { Severity::Warning },
            code: smell.code(),
            span: span_of(&places, *subject),
            told: smell_words::tell(context.language, smell),
        })
        .collect()
}

fn span_of(places: &Places, subject: Subject) -> Range<usize> {
    let span = match subject {
        Subject::Whole => None,
        Subject::Scene(id) => places.scenes.get(id.index()),
        Subject::Reply(id) => places.replies.get(id.index()),
        Subject::Ending(id) => places.endings.get(id.index()),
    };
    span.unwrap_or(&places.title).clone()
}

/// What only shows when files stand beside each other: twins that differ, and steps
/// that none of them exercises.
fn compare(context: &Context, request: &Request, shelf: &Shelf, checked: &mut [Checked]) {
    let loaded: Vec<(usize, Loaded)> =
        checked.iter().enumerate().filter_map(|(at, file)| Some((at, file.opened.scenario()?.clone()))).collect();
    compare_twins(context, request, shelf, checked, &loaded);
    compare_steps(context, request, checked, &loaded);
}

/// Each pair is compared once, at the later file; a file whose twin is not among those
/// that are checked, with the one beside it.
fn compare_twins(context: &Context, request: &Request, shelf: &Shelf, checked: &mut [Checked], loaded: &[(usize, Loaded)]) {
    let path_of = |checked: &[Checked], at: usize| checked.get(at).map(|file| file.opened.path.clone());
    for (at, one) in loaded {
        let among = loaded.iter().find(|(_, other)| are_twins(one, other));
        let twin = match among {
            Some((other, _)) if other > at => None,
            Some((other, twin)) => path_of(checked, *other).map(|path| (path, twin.clone())),
            None => path_of(checked, *at).and_then(|path| twin_beside(shelf, &path, one)),
        };
        let Some((file, twin)) = twin else { continue };
        let smelt = twins(&one.scenario, &twin.scenario, &named(&file));
        add(context, request, checked, *at, smelt.as_slice());
    }
}

fn compare_steps(context: &Context, request: &Request, checked: &mut [Checked], loaded: &[(usize, Loaded)]) {
    let mut methods: Vec<Rc<Method>> = Vec::new();
    for (_, loaded) in loaded {
        if methods.iter().all(|method| method.id != loaded.method.id) {
            methods.push(Rc::clone(&loaded.method));
        }
    }
    for method in methods {
        let of_method: Vec<&(usize, Loaded)> = loaded.iter().filter(|(_, loaded)| loaded.method.id == method.id).collect();
        let scenarios: Vec<&Scenario> = of_method.iter().map(|(_, loaded)| &*loaded.scenario).collect();
        if let (Some((first, _)), Some(smelt)) = (of_method.first(), steps_unused(&method, &scenarios, context.language)) {
            add(context, request, checked, *first, &[smelt]);
        }
    }
}

fn add(context: &Context, request: &Request, checked: &mut [Checked], at: usize, smelt: &[Smelt]) {
    if let Some(file) = checked.get_mut(at) {
        let more = findings(context, request, &file.opened.source, smelt);
        file.findings.extend(more);
    }
}

fn are_twins(one: &Loaded, other: &Loaded) -> bool {
    one.scenario.id == other.scenario.id && one.scenario.language != other.scenario.language
}

/// The twin that stands where twins do.
fn twin_beside(shelf: &Shelf, path: &Path, one: &Loaded) -> Option<(PathBuf, Loaded)> {
    let path = twin_path(path, one)?;
    let twin = shelf.open(&path).ok()?.scenario()?.clone();
    are_twins(one, &twin).then_some((path, twin))
}

/// Where the twin of `en/name.toml` stands: `zh-Hans/name.toml`, and the other way.
fn twin_path(path: &Path, loaded: &Loaded) -> Option<PathBuf> {
    let other = crate::language::Language::ALL.into_iter().find(|language| *language != loaded.scenario.language)?;
    let path = path.parent()?.parent()?.join(other.tag()).join(path.file_name()?);
    path.is_file().then_some(path)
}

fn tell(context: &Context, path: &Path, source: &str, finding: &Finding) -> String {
    let level = match finding.severity {
        Severity::Problem => Level::ERROR.with_name(context.words.problem),
        Severity::Warning => Level::WARNING.with_name(context.words.warning),
    };
    let end = finding.span.end.min(source.len());
    let span = finding.span.start.min(end)..end;
    let snippet = Snippet::source(source).path(named(path)).annotation(AnnotationKind::Primary.span(span));
    let group = level
        .primary_title(&finding.told.what)
        .id(finding.code)
        .element(snippet)
        .element(Level::HELP.with_name(context.words.mend).message(&finding.told.mend));
    let text = Renderer::styled().render(&[group]);
    format!("{text}\n")
}

fn as_json(checked: &[Checked]) -> Value {
    let findings = checked.iter().flat_map(|file| file.findings.iter().map(move |finding| (file, finding)));
    findings
        .map(|(file, finding)| {
            let place = Place::of(&file.opened.source, &finding.span);
            json!({
                "file": file.opened.path.display().to_string(),
                "line": place.line,
                "column": place.column,
                "width": place.width,
                "severity": match finding.severity { Severity::Problem => "problem", Severity::Warning => "warning" },
                "code": finding.code,
                "what": finding.told.what,
                "mend": finding.told.mend,
            })
        })
        .collect()
}
