//! The author's command: a shell around the core. It reads files, calls what the
//! page calls too, and shows what comes back. No rule lives here.

mod analyse;
mod args;
mod check;
mod explain;
mod files;
mod map;
mod new;
mod output;
mod play;
mod schema;
mod script;
mod subject;
mod templates;
mod terminal;
mod verify;
mod watch;
mod work;

use crate::i18n::command::{Failure, Words};
use crate::language::Language;
use clap::ArgMatches;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::Path;
use std::process::ExitCode;
use terminal::Terminal;

/// How a command came out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing to mend: exit code 0.
    Clean,
    /// Something to mend: exit code 1.
    Problems,
}

impl Failure {
    fn file(path: &Path, error: &std::io::Error) -> Self {
        Self::File { path: named(path), why: error.to_string() }
    }
}

impl From<std::io::Error> for Failure {
    /// Files are reported with their path; what is left is the terminal.
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::BrokenPipe => Self::Unread,
            _ => Self::Terminal { why: error.to_string() },
        }
    }
}

/// What a file is called, fit to be shown.
fn named(path: &Path) -> String {
    terminal::harmless(&path.display().to_string())
}

type Ran = Result<Outcome, Failure>;

/// What every command gets: the words of the user's language, and the terminal.
struct Context {
    language: Language,
    words: &'static Words,
    terminal: Terminal,
}

/// Runs the command with the arguments of the process.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = args::language(&arguments);
    let words = Words::of(language);
    let mut context = Context { language, words, terminal: Terminal::new() };
    let matches = match args::command(words).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return args::refuse(&mut context, &error),
    };
    let ran = dispatch(&mut context, &matches);
    match ran {
        Ok(Outcome::Clean) => ExitCode::SUCCESS,
        Ok(Outcome::Problems) => ExitCode::from(1),
        // Whoever has seen enough need not be told so.
        Err(Failure::Unread) => ExitCode::from(2),
        Err(failure) => {
            context.terminal.complain(&(words.failure)(&failure));
            ExitCode::from(2)
        }
    }
}

fn dispatch(context: &mut Context, matches: &ArgMatches) -> Ran {
    match matches.subcommand() {
        Some(("analyse", matches)) => analyse::run(context, matches),
        Some(("check", matches)) => check::run(context, matches),
        Some(("play", matches)) => play::run(context, matches),
        Some(("explain", matches)) => explain::run(context, matches),
        Some(("new", matches)) => new::run(context, matches),
        Some(("schema", matches)) => schema::run(context, matches),
        Some(("verify", matches)) => verify::run(context, matches),
        Some(("script", matches)) => script::run(context, matches),
        Some(("map", matches)) => map::run(context, matches),
        _ => Ok(Outcome::Clean),
    }
}
