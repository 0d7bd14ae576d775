//! What a command makes: shown, or written to a new file.

use super::{Context, Failure, named};
use crate::reader::is_bidi_control;
use clap::ArgMatches;
use clap::parser::ValueSource;
use std::fs::File;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes to the file that was named, or else to the output.
///
/// # Errors
/// The file is there already, or cannot be written.
pub fn put(context: &mut Context, matches: &ArgMatches, text: &str) -> Result<(), Failure> {
    let Some(path) = matches.get_one::<PathBuf>("output") else { return Ok(context.terminal.print(text)?) };
    create(path)?.write_all(text.as_bytes()).map_err(|error| Failure::file(path, &error))
}

/// A result for programs, on one line. Names of files stay as they are, but a terminal
/// sees nothing of theirs that it would obey.
pub fn json(value: &serde_json::Value) -> String {
    let escape = |c: char| {
        if c.is_control() || is_bidi_control(c) { format!("\\u{:04x}", u32::from(c)) } else { c.to_string() }
    };
    value.to_string().chars().map(escape).collect()
}

/// The format that was asked for; where none was, that of the file's ending, given
/// as pairs of ending and format.
pub fn format<'m>(matches: &'m ArgMatches, endings: &[(&str, &'m str)]) -> &'m str {
    let named = matches.get_one::<String>("format").map_or("", String::as_str);
    if matches.value_source("format") == Some(ValueSource::CommandLine) {
        return named;
    }
    let ending = matches.get_one::<PathBuf>("output").and_then(|path| path.extension()).unwrap_or_default();
    endings.iter().find(|(known, _)| ending.eq_ignore_ascii_case(known)).map_or(named, |(_, format)| format)
}

/// A new file.
///
/// # Errors
/// The file is there already, or cannot be made.
pub fn create(path: &Path) -> Result<File, Failure> {
    File::create_new(path).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Failure::Exists { path: named(path) },
        _ => Failure::file(path, &error),
    })
}
