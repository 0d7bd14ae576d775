//! `explain`: what a problem means, and why the rule exists.

use super::{Context, Failure, Outcome, Ran};
use crate::diagnostic::near_miss;
use crate::i18n::explanations::{self, Part, Section};
use crate::markup::terminal::render;
use crate::markup::{Node, Tag, paragraph, said};
use clap::ArgMatches;

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
    Ok(format!("{}\n{}", heading(context, section.code), body(context, &section)))
}

fn heading(context: &Context, text: &str) -> String {
    shown(context, said(Tag::Heading, "", text))
}

fn shown(context: &Context, node: Node) -> String {
    render(&[node], context.terminal.width(), context.terminal.styles())
}

/// Paragraphs wrapped, examples indented.
fn body(context: &Context, section: &Section) -> String {
    let mut body = String::new();
    let mut in_example = false;
    for line in section.text.lines() {
        if line.starts_with("```") {
            in_example = !in_example;
            continue;
        }
        body += &match (line, in_example) {
            ("", _) => "\n".to_owned(),
            (line, true) => format!("{INDENT}{line}\n"),
            (line, false) => shown(context, paragraph("", line)),
        };
    }
    body
}

fn list(context: &Context) -> String {
    let parts = explanations::parts(context.language);
    let longest = parts.iter().flat_map(|part| &part.sections).map(|section| section.code.len()).max().unwrap_or_default();
    let told = |part: &Part| {
        let lines = part.sections.iter().map(|section| format!("  {:longest$}  {}\n", section.code, section.brief()));
        format!("{}\n{}", heading(context, part.title), lines.collect::<String>())
    };
    parts.iter().map(told).collect::<Vec<_>>().join("\n")
}
