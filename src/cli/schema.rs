//! `schema`: the JSON Schema of files, for editors.

use super::{Context, Outcome, Ran, files};
use crate::export::schema;
use clap::ArgMatches;

pub fn run(context: &mut Context, matches: &ArgMatches) -> Ran {
    let schema = match matches.get_one::<String>("of").map(String::as_str) {
        Some("method") => schema::method(),
        _ => schema::scenario(&files::built_in()),
    };
    context.terminal.say(&serde_json::to_string_pretty(&schema).unwrap_or_default())?;
    Ok(Outcome::Clean)
}
