//! The one scenario that a command is about.

use super::files::{Content, Loaded, Shelf};
use super::{Context, Failure, check, named};
use clap::ArgMatches;
use std::path::PathBuf;

/// Opens the scenario that was named. `None`: it has problems, which were told.
///
/// # Errors
/// The file cannot be read, or is a method.
pub fn open(context: &mut Context, matches: &ArgMatches) -> Result<Option<Loaded>, Failure> {
    let Some(path) = matches.get_one::<PathBuf>("file") else { return Ok(None) };
    let opened = Shelf::new(matches.get_one("methods").cloned()).open(path)?;
    match opened.content {
        Ok(Content::Scenario(loaded)) => Ok(Some(loaded)),
        Ok(Content::Method) => Err(Failure::NoScenario { path: named(path) }),
        Err(problems) => {
            check::tell_all(context, &opened.path, &opened.source, &problems)?;
            Ok(None)
        }
    }
}
