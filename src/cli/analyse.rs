//! `analyse`: what the figures of a scenario say.

use super::work::{self, Worked};
use super::{Context, Failure, Outcome, Ran, output, subject};
use crate::check::Proof;
use crate::export::report::Report;
use crate::markup::{Node, markdown, terminal};
use crate::markup::{Tag, said};
use clap::ArgMatches;

pub fn run(context: &mut Context, matches: &ArgMatches) -> Ran {
    let Some(loaded) = subject::open(context, matches)? else { return Ok(Outcome::Problems) };
    let format = matches.get_one::<String>("format").map(String::as_str).unwrap_or_default();
    let report = Report { scenario: &loaded.scenario, method: &loaded.method, language: context.language };
    match work::explore(context, &loaded.scenario, usize::MAX) {
        Worked::Exact(values) => {
            let proof = Proof::from(&values, &loaded.method);
            match format {
                "json" => context.terminal.say(&output::json(&report.json(&proof)))?,
                _ => show(context, &report.title(), report.document(&proof), format)?,
            }
            Ok(if proof.is_publishable() { Outcome::Clean } else { Outcome::Problems })
        }
        Worked::TooLarge | Worked::NotFinished => {
            let estimate = work::simulate(context, &loaded.scenario);
            match format {
                "json" => context.terminal.say(&output::json(&report.estimated_json(&estimate)))?,
                _ => show(context, &report.title(), report.estimated(&estimate), format)?,
            }
            Ok(Outcome::Problems)
        }
    }
}

fn show(context: &mut Context, title: &str, document: Vec<Node>, format: &str) -> Result<(), Failure> {
    let text = if format == "markdown" {
        markdown::document(title, &document)
    } else {
        let mut nodes = vec![said(Tag::Heading, "", title)];
        nodes.extend(document);
        terminal::render(&nodes, context.terminal.width(), context.terminal.styles())
    };
    Ok(context.terminal.print(&text)?)
}
