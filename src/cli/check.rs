//! `check`: every problem of every file.

use super::files::{self, Shelf};
use super::{Context, Outcome, Ran};
use crate::diagnostic::Diagnostic;
use crate::i18n::faults;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use clap::ArgMatches;
use std::path::{Path, PathBuf};

pub fn run(context: &mut Context, matches: &ArgMatches) -> Ran {
    let paths: Vec<PathBuf> = matches.get_many("files").into_iter().flatten().cloned().collect();
    let shelf = Shelf::new(matches.get_one::<PathBuf>("methods").cloned());
    let mut outcome = Outcome::Clean;
    for path in files::find(&paths)? {
        let opened = shelf.open(&path)?;
        if let Err(problems) = &opened.content {
            outcome = Outcome::Problems;
            tell_all(context, &path, &opened.source, problems)?;
        }
    }
    Ok(outcome)
}

/// Tells the problems of a file.
pub fn tell_all(context: &mut Context, path: &Path, source: &str, problems: &[Diagnostic]) -> std::io::Result<()> {
    for problem in problems {
        let told = tell(context, path, source, problem);
        context.terminal.say(&told)?;
    }
    Ok(())
}

fn tell(context: &Context, path: &Path, source: &str, problem: &Diagnostic) -> String {
    let told = faults::tell(context.language, &problem.fault);
    let name = path.display().to_string();
    let snippet = Snippet::source(source).path(name).annotation(AnnotationKind::Primary.span(problem.span.clone()));
    let group = Level::ERROR
        .with_name(context.words.problem)
        .primary_title(told.what)
        .id(problem.fault.code())
        .element(snippet)
        .element(Level::HELP.with_name(context.words.mend).message(told.mend));
    Renderer::styled().render(&[group])
}
