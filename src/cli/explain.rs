//! `explain`: what a problem or a warning means, and why the rule exists.

use super::{Context, Failure, Outcome, Ran};
use crate::diagnostic::near_miss;
use crate::i18n::explanations::{self, Part, Section};
use crate::markup::terminal::wrap;
use anstyle::Style;
use clap::ArgMatches;

const HEADING: Style = Style::new().bold();
/// How far examples stand from the edge.
const INDENT: &str = "    ";

pub fn run(context: &mut Context, matches: &ArgMatches) -> Ran {
    let told = match matches.get_one::<String>("code") {
        Some(code) => one(context, code)?,
        None => list(context),
    };
    context.terminal.print(&told)?;
    Ok(Outcome::Clean)
}

fn one(context: &Context, code: &str) -> Result<String, Failure> {
    let section = explanations::explain(context.language, code).ok_or_else(|| {
        let parts = explanations::parts(context.language);
        let codes = parts.iter().flat_map(|part| &part.sections).map(|section| section.code);
        Failure::NoSuchCode { code: code.to_owned(), near: near_miss(code, codes) }
    })?;
    Ok(format!("{HEADING}{code}{HEADING:#}\n\n{}", body(&section, context.terminal.width())))
}

/// Paragraphs wrapped, examples indented.
fn body(section: &Section, width: usize) -> String {
    let mut body = String::new();
    let mut in_example = false;
    for line in section.text.lines() {
        if line.starts_with("```") {
            in_example = !in_example;
            continue;
        }
        let line = match in_example {
            true if line.is_empty() => String::new(),
            true => format!("{INDENT}{line}"),
            false => wrap(line, width).join("\n"),
        };
        body += &line;
        body.push('\n');
    }
    body
}

fn list(context: &Context) -> String {
    let parts = explanations::parts(context.language);
    let longest = parts.iter().flat_map(|part| &part.sections).map(|section| section.code.len()).max().unwrap_or_default();
    let told = |part: &Part| {
        let lines = part.sections.iter().map(|section| format!("  {:longest$}  {}\n", section.code, section.brief()));
        format!("{HEADING}{}{HEADING:#}\n\n{}", part.title, lines.collect::<String>())
    };
    parts.iter().map(told).collect::<Vec<_>>().join("\n")
}
