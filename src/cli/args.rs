//! What can be typed, in the user's language.

use super::Context;
use super::templates::Template;
use crate::i18n::command::{Misunderstood, Usage, Words};
use crate::language::Language;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, value_parser};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// What is typed first.
const NAME: &str = "ninesteps";
/// What every command has stands below what it has of its own.
const LAST: usize = 100;

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
    let command = Command::new(NAME)
        .version(env!("CARGO_PKG_VERSION"))
        .about(usage.about)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            choice(option("language", usage.language).value_name("en|zh-Hans"), &["en", "zh-Hans", "zh"])
                .global(true)
                .display_order(LAST),
        )
        .arg(option("help", usage.help).short('h').action(ArgAction::Help).global(true).display_order(LAST + 1))
        .arg(option("version", usage.version).short('V').action(ArgAction::Version).display_order(LAST + 2))
        .subcommands([new(usage), check(usage), explain(usage), analyse(usage), play(usage)])
        .subcommands([script(usage), map(usage), verify(usage), schema(usage)])
        .mut_subcommands(|command| in_words(command.disable_help_flag(true), usage));
    in_words(command, usage)
}

/// The headings and the usage, which clap by itself would write in English.
fn in_words(command: Command, usage: &Usage) -> Command {
    let (template, synopsis) = (template(&command, usage), synopsis(&command, usage));
    command.help_template(template).override_usage(synopsis)
}

/// For clap: what of the help stands where.
fn template(command: &Command, usage: &Usage) -> String {
    let parts = [
        (command.has_subcommands(), usage.commands, "{subcommands}"),
        (command.get_positionals().next().is_some(), usage.arguments, "{positionals}"),
        (true, usage.options, "{options}"),
    ];
    let parts = parts.iter().filter(|(there, ..)| *there);
    let parts: String = parts.map(|(_, heading, part)| format!("{heading}\n{part}\n\n")).collect();
    format!("{{about}}\n\n{}{{usage}}\n\n{}{{after-help}}\n", usage.synopsis, parts.trim_end())
}

/// How the command is typed.
fn synopsis(command: &Command, usage: &Usage) -> String {
    let required = command.get_arguments().filter(|arg| !arg.is_positional() && arg.is_required_set());
    let arguments: String = required.chain(command.get_positionals()).map(typed).collect();
    let some_options = format!("[{}]", usage.values.options);
    if command.has_subcommands() {
        format!("{NAME} {some_options} <{}>", usage.values.command)
    } else {
        format!("{NAME} {} {some_options}{arguments}", command.get_name())
    }
}

/// How one argument is typed.
fn typed(arg: &Arg) -> String {
    let value = arg.get_value_names().and_then(|names| names.first()).map(|name| name.as_str()).unwrap_or_default();
    let several = if arg.get_num_args().is_some_and(|number| number.max_values() > 1) { "..." } else { "" };
    match arg.get_long() {
        Some(name) => format!(" --{name} <{value}>"),
        None if arg.is_required_set() => format!(" <{value}>{several}"),
        None => format!(" [{value}]{several}"),
    }
}

fn new(usage: &'static Usage) -> Command {
    let mut methods = Language::ALL.map(Template::methods).concat();
    methods.sort_unstable();
    methods.dedup();
    let method = option("method", (usage.new_method)(&methods)).value_name(usage.values.method);
    Command::new("new")
        .about(usage.new)
        .arg(path("file", usage.new_file).value_name(usage.values.file))
        .arg(option("title", usage.new_title).value_name(usage.values.text))
        .arg(choice(method, &methods))
        .arg(option("customer", usage.new_customer).value_name(usage.values.text))
        .arg(option("role", usage.new_role).value_name(usage.values.text))
}

fn check(usage: &'static Usage) -> Command {
    Command::new("check")
        .about(usage.check)
        .arg(path("files", usage.check_files).value_name(usage.values.files).num_args(1..).required(true))
        .arg(flag("publish", usage.publish))
        .arg(flag("watch", usage.watch))
        .arg(format(usage, &["text", "json"]))
        .arg(methods(usage))
}

fn analyse(usage: &'static Usage) -> Command {
    Command::new("analyse")
        .about(usage.analyse)
        .arg(file(usage))
        .arg(format(usage, &["text", "markdown", "json"]))
        .arg(methods(usage))
}

fn play(usage: &'static Usage) -> Command {
    Command::new("play")
        .about(usage.play)
        .arg(file(usage))
        .arg(option("seed", usage.seed).value_name(usage.values.number).value_parser(value_parser!(u32)))
        .arg(flag("coached", usage.coached))
        .arg(path("save", usage.save).long("save").value_name(usage.values.file))
        .arg(methods(usage))
}

fn script(usage: &'static Usage) -> Command {
    Command::new("script")
        .about(usage.script)
        .arg(file(usage))
        .arg(format(usage, &["markdown", "html"]))
        .arg(output(usage))
        .arg(methods(usage))
}

fn map(usage: &'static Usage) -> Command {
    Command::new("map")
        .about(usage.map)
        .arg(file(usage))
        .arg(format(usage, &["svg", "dot"]))
        .arg(output(usage))
        .arg(methods(usage))
}

fn explain(usage: &'static Usage) -> Command {
    let code = Arg::new("code").help(usage.explain_code).value_name(usage.values.code);
    Command::new("explain").about(usage.explain).arg(code)
}

fn verify(usage: &'static Usage) -> Command {
    let attempts = path("attempts", usage.verify_attempts).value_name(usage.values.attempts);
    let scenarios = path("scenarios", usage.verify_scenarios).long("scenarios").value_name(usage.values.files);
    Command::new("verify")
        .about(usage.verify)
        .after_help(usage.verify_holds)
        .arg(attempts.num_args(1..).required(true))
        .arg(scenarios.required(true))
        .arg(format(usage, &["text", "json"]))
        .arg(methods(usage))
}

fn schema(usage: &'static Usage) -> Command {
    let of = Arg::new("of").help(usage.schema_of).value_name("scenario|method");
    Command::new("schema").about(usage.schema).arg(choice(of, &["scenario", "method"]).default_value("scenario"))
}

/// One scenario file, by place.
fn file(usage: &'static Usage) -> Arg {
    path("file", usage.file).value_name(usage.values.file).required(true)
}

fn output(usage: &'static Usage) -> Arg {
    path("output", usage.output).long("output").value_name(usage.values.file)
}

/// The first format is taken where none is named.
fn format(usage: &'static Usage, formats: &'static [&'static str]) -> Arg {
    let default = formats.first().copied().unwrap_or_default();
    let arg = option("format", (usage.format)(formats)).value_name(usage.values.format);
    choice(arg, formats).default_value(default)
}

fn methods(usage: &'static Usage) -> Arg {
    path("methods", usage.methods).long("methods").value_name(usage.values.folder)
}

/// A file or folder; by place, unless it is given a name.
fn path(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).help(help).value_parser(value_parser!(PathBuf))
}

/// One of a few words. The help of the argument names them, and the one that is taken
/// where none is given; clap would do so in English.
fn choice(arg: Arg, words: &[&'static str]) -> Arg {
    arg.value_parser(words.to_vec()).hide_possible_values(true).hide_default_value(true)
}

fn option(name: &'static str, help: impl Into<StyledStr>) -> Arg {
    Arg::new(name).long(name).help(help.into())
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    option(name, help).action(ArgAction::SetTrue)
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
        kind => {
            let told = |kind| match error.get(kind) {
                Some(ContextValue::String(text)) => vec![text.clone()],
                Some(ContextValue::Strings(texts)) => texts.clone(),
                _ => Vec::new(),
            };
            let what = [ContextKind::InvalidArg, ContextKind::InvalidSubcommand].map(told).concat().concat();
            let value = told(ContextKind::InvalidValue).concat();
            let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand].map(told).concat();
            let misunderstood = match kind {
                ErrorKind::MissingSubcommand => Misunderstood::NoCommand,
                ErrorKind::MissingRequiredArgument => Misunderstood::Missing { what: &what },
                _ if value.is_empty() => Misunderstood::Unknown { what: &what, near: near.last().map(String::as_str) },
                _ => Misunderstood::Unfit { what: &what, value: &value, allowed: &told(ContextKind::ValidValue) },
            };
            context.terminal.complain(&(context.words.misunderstood)(&misunderstood));
        }
    }
    ExitCode::from(2)
}
