//! `script`: a scenario on paper.

use super::{Context, Outcome, Ran, output, subject};
use crate::export::script::document;
use crate::markup::{html, markdown};
use crate::pack::Pack;
use clap::ArgMatches;
use std::rc::Rc;

pub fn run(context: &mut Context, matches: &ArgMatches) -> Ran {
    let Some(loaded) = subject::open(context, matches)? else { return Ok(Outcome::Problems) };
    let pack = Pack::new(Rc::unwrap_or_clone(loaded.scenario), &loaded.method);
    let (title, script) = (&pack.scenario.title, document(&pack.scenario, &pack.guide));
    let text = match output::format(matches, &[("html", "html"), ("md", "markdown")]) {
        "html" => html::page(pack.scenario.language, title, &script),
        _ => markdown::document(title, &script),
    };
    output::put(context, matches, &text)?;
    Ok(Outcome::Clean)
}
