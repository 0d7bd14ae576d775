//! `map`: a scenario as a picture.

use super::{Context, Outcome, Ran, output, subject};
use crate::export::map::{Map, dot, svg};
use crate::pack::Pack;
use clap::ArgMatches;
use std::rc::Rc;

pub fn run(context: &mut Context, matches: &ArgMatches) -> Ran {
    let Some(loaded) = subject::open(context, matches)? else { return Ok(Outcome::Problems) };
    let pack = Pack::new(Rc::unwrap_or_clone(loaded.scenario), &loaded.method);
    let map = Map::of(&pack.scenario, &pack.guide);
    let text = match output::format(matches, &[("svg", "svg"), ("dot", "dot"), ("gv", "dot")]) {
        "dot" => dot(&map),
        _ => svg(&map),
    };
    output::put(context, matches, &text)?;
    Ok(Outcome::Clean)
}
