//! What can be typed, in the user's language.

use super::Context;
use super::templates::Template;
use crate::i18n::command::{Usage, Words};
use crate::language::Language;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// The language to speak: `--language`, else what the environment prefers, else
/// English. Looked for before anything else, since the help is in it too.
pub fn language(arguments: &[OsString]) -> Language {
    let words: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let joined = words.iter().find_map(|word| word.strip_prefix("--language="));
    let apart = words.iter().position(|word| *word == "--language").and_then(|at| words.get(at + 1).copied());
    let preferred = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    let preferred = preferred.into_iter().find(|value| !value.is_empty());
    joined
        .or(apart)
        .and_then(Language::from_preference)
        .or_else(|| Language::from_preference(preferred?.as_str()))
        .unwrap_or_default()
}

/// The whole command line.
pub fn command(words: &'static Words) -> Command {
    let usage = &words.usage;
    Command::new("ninesteps")
        .version(env!("CARGO_PKG_VERSION"))
        .about(usage.about)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .help_template(usage.template)
        .subcommand_help_heading(usage.commands)
        .next_help_heading(usage.options)
        .arg(option("language", usage.language).value_name("en|zh-Hans").value_parser(["en", "zh-Hans"]).global(true))
        .arg(option("help", usage.help).short('h').action(ArgAction::Help).global(true))
        .arg(option("version", usage.version).short('V').action(ArgAction::Version))
        .subcommands([new(usage), check(usage), explain(usage), analyse(usage), play(usage)])
        .subcommands([script(usage), map(usage), verify(usage), schema(usage)])
        .mut_subcommands(|command| command.help_template(usage.template).disable_help_flag(true).next_help_heading(usage.options))
}

fn new(usage: &Usage) -> Command {
    let mut methods = Language::ALL.map(Template::methods).concat();
    methods.dedup();
    Command::new("new")
        .about(usage.new)
        .arg(Arg::new("file").help(usage.new_file).value_name("FILE").value_parser(value_parser!(PathBuf)))
        .arg(option("title", usage.new_title).value_name("TEXT"))
        .arg(option("method", usage.new_method).value_name("METHOD").value_parser(methods))
        .arg(option("customer", usage.new_customer).value_name("TEXT"))
        .arg(option("role", usage.new_role).value_name("TEXT"))
}

fn check(usage: &Usage) -> Command {
    Command::new("check")
        .about(usage.check)
        .arg(files(usage.check_files).required(true))
        .arg(flag("publish", usage.publish))
        .arg(flag("watch", usage.watch))
        .arg(format(usage, &["text", "json"]))
        .arg(methods(usage))
}

fn analyse(usage: &Usage) -> Command {
    Command::new("analyse")
        .about(usage.analyse)
        .arg(file(usage))
        .arg(format(usage, &["text", "markdown", "json"]))
        .arg(methods(usage))
}

fn play(usage: &Usage) -> Command {
    Command::new("play")
        .about(usage.play)
        .arg(file(usage))
        .arg(option("seed", usage.seed).value_name("N").value_parser(value_parser!(u32)))
        .arg(flag("coached", usage.coached))
        .arg(option("save", usage.save).value_name("FILE").value_parser(value_parser!(PathBuf)))
        .arg(methods(usage))
}

fn script(usage: &Usage) -> Command {
    Command::new("script")
        .about(usage.script)
        .arg(file(usage))
        .arg(format(usage, &["markdown", "html"]))
        .arg(output(usage))
        .arg(methods(usage))
}

fn map(usage: &Usage) -> Command {
    Command::new("map")
        .about(usage.map)
        .arg(file(usage))
        .arg(format(usage, &["svg", "dot"]))
        .arg(output(usage))
        .arg(methods(usage))
}

fn output(usage: &Usage) -> Arg {
    option("output", usage.output).value_name("FILE").value_parser(value_parser!(PathBuf))
}

/// One scenario file, by place.
fn file(usage: &Usage) -> Arg {
    Arg::new("file").help(usage.file).value_name("FILE").required(true).value_parser(value_parser!(PathBuf))
}

fn explain(usage: &Usage) -> Command {
    Command::new("explain").about(usage.explain).arg(Arg::new("code").help(usage.explain_code).value_name("CODE"))
}

fn verify(usage: &Usage) -> Command {
    let attempts = Arg::new("attempts").help(usage.verify_attempts).value_name("ATTEMPT|FOLDER");
    let scenarios = option("scenarios", usage.verify_scenarios).value_name("FILE|FOLDER");
    Command::new("verify")
        .about(usage.verify)
        .long_about(usage.verify_long)
        .arg(attempts.num_args(1..).value_parser(value_parser!(PathBuf)).required(true))
        .arg(scenarios.value_parser(value_parser!(PathBuf)).required(true))
        .arg(format(usage, &["text", "json"]))
        .arg(methods(usage))
}

fn schema(usage: &Usage) -> Command {
    let of = Arg::new("of").help(usage.schema_of).value_name("scenario|method");
    Command::new("schema").about(usage.schema).arg(of.value_parser(["scenario", "method"]).default_value("scenario"))
}

/// Files or folders, by place.
fn files(help: &'static str) -> Arg {
    Arg::new("files").help(help).value_name("FILE|FOLDER").num_args(1..).value_parser(value_parser!(PathBuf))
}

fn option(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).help(help)
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    option(name, help).action(ArgAction::SetTrue)
}

/// The first format is taken where none is named.
fn format(usage: &Usage, formats: &'static [&'static str]) -> Arg {
    let default = formats.first().copied().unwrap_or_default();
    option("format", usage.format).value_name("FORMAT").value_parser(formats.to_vec()).default_value(default)
}

fn methods(usage: &Usage) -> Arg {
    option("methods", usage.methods).value_name("FOLDER").value_parser(value_parser!(PathBuf))
}

/// Shows help where it was asked for, or says what could not be understood.
pub fn refuse(context: &mut Context, error: &clap::Error) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            return if context.terminal.print(&error.render().ansi().to_string()).is_ok() {
                ExitCode::SUCCESS
            } else {
                ExitCode::from(2)
            };
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => context.terminal.complain(&error.render().to_string()),
        _ => {
            let told = |kind| match error.get(kind) {
                Some(ContextValue::String(text)) => text.clone(),
                Some(ContextValue::Strings(texts)) => texts.join(", "),
                _ => String::new(),
            };
            let what = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand].map(told).concat();
            let value = told(ContextKind::InvalidValue);
            let allowed =
                [ContextKind::ValidValue, ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].map(told).concat();
            let missing = matches!(error.kind(), ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand);
            context.terminal.complain(&(context.words.misunderstood)(missing, &what, &value, &allowed));
        }
    }
    ExitCode::from(2)
}
