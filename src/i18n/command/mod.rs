//! The words of the author's command.

mod en;
pub mod play;
mod zh_hans;

use crate::language::Language;
use crate::session::Verdict;

/// Why a command could not run at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A file or folder could not be read or written, and what the system says.
    File { path: String, why: String },
    /// No scenario or method file in a folder.
    NothingThere { path: String },
    /// A file is there already and would be lost.
    Exists { path: String },
    /// Whoever read the output has gone.
    Unread,
    /// The terminal could not be written to or read from.
    Terminal { why: String },
    /// A method file where a scenario is wanted.
    NoScenario { path: String },
    /// No attempt file in a folder.
    NoAttempts { path: String },
    /// There is nothing to start from for a method in a language.
    NoTemplate { method: String, language: Language },
    /// A problem code that does not exist; the nearest one, if any.
    NoSuchCode { code: String, near: Option<String> },
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misunderstood<'a> {
    NoCommand,
    Missing {
        what: &'a str,
    },
    /// And what resembles it most.
    Unknown {
        what: &'a str,
        near: Option<&'a str>,
    },
    /// An argument cannot have this value; what would do, where that can be listed.
    Unfit {
        what: &'a str,
        value: &'a str,
        allowed: &'a [String],
    },
}

/// The words of one language.
pub struct Words {
    pub usage: Usage,
    /// What was missing or not understood.
    pub misunderstood: fn(&Misunderstood<'_>) -> String,
    pub failure: fn(&Failure) -> String,
    pub problem: &'static str,
    pub warning: &'static str,
    pub mend: &'static str,
    /// Files looked at, problems and warnings in them.
    pub checked: fn(files: usize, problems: usize, warnings: usize) -> String,
    /// The scenario being explored, and how many states are known.
    pub exploring: fn(scenario: &str, states: usize) -> String,
    /// The scenario being played, and how many of how many times.
    pub simulating: fn(scenario: &str, played: u32, of: u32) -> String,
    pub watching: &'static str,
    // new
    /// A question, with the answer that an empty line gives.
    pub question: fn(&Question<'_>, fallback: &str) -> String,
    /// Why the answer will not do.
    pub ask_again: fn(&Question<'_>) -> String,
    /// Where the new scenario is, and what to do next.
    pub written: fn(file: &str) -> String,
    // verify
    /// A file and what a replay says of it.
    pub verdict: fn(file: &str, verdict: &Verdict) -> String,
    /// How many files there were, and how many of them hold.
    pub verified: fn(files: usize, holding: usize) -> String,
    /// What is added where it was played on from another attempt.
    pub practice: &'static str,
    /// What a replay cannot prove.
    pub proves: &'static str,
    /// A file that has problems and is therefore not used.
    pub left_out: fn(file: &str) -> String,
    /// How many of how many files have been looked at.
    pub verifying: fn(done: usize, of: usize) -> String,
}

/// What a new scenario asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question<'a> {
    /// And the languages that there are.
    Language(&'a [&'a str]),
    /// And the methods that there are.
    Method(&'a [&'a str]),
    Title,
    Id,
    Customer,
    Role,
}

/// The help.
pub struct Usage {
    pub about: &'static str,
    /// What stands before how a command is typed.
    pub synopsis: &'static str,
    // headings
    pub commands: &'static str,
    pub arguments: &'static str,
    pub options: &'static str,
    pub values: Values,
    pub language: &'static str,
    pub help: &'static str,
    pub version: &'static str,
    /// The formats, the first of which is taken where none is named.
    pub format: fn(&[&str]) -> String,
    pub methods: &'static str,
    pub check: &'static str,
    pub check_files: &'static str,
    pub publish: &'static str,
    pub watch: &'static str,
    pub analyse: &'static str,
    pub file: &'static str,
    pub play: &'static str,
    pub seed: &'static str,
    pub coached: &'static str,
    pub save: &'static str,
    // new
    pub new: &'static str,
    pub new_file: &'static str,
    pub new_title: &'static str,
    /// And the methods that there are.
    pub new_method: fn(&[&str]) -> String,
    pub new_customer: &'static str,
    pub new_role: &'static str,
    // explain
    pub explain: &'static str,
    pub explain_code: &'static str,
    // schema
    pub schema: &'static str,
    pub schema_of: &'static str,
    // verify
    pub verify: &'static str,
    /// When a file holds, and what the exit codes mean.
    pub verify_holds: &'static str,
    pub verify_attempts: &'static str,
    pub verify_scenarios: &'static str,
    pub script: &'static str,
    pub map: &'static str,
    pub output: &'static str,
}

/// What stands for something to be filled in.
pub struct Values {
    pub command: &'static str,
    pub options: &'static str,
    pub file: &'static str,
    pub folder: &'static str,
    /// Files or folders.
    pub files: &'static str,
    /// Attempt files, or folders of them.
    pub attempts: &'static str,
    pub text: &'static str,
    pub number: &'static str,
    pub format: &'static str,
    pub method: &'static str,
    pub code: &'static str,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}

/// Ten-thousandths as percent, exactly.
fn percent(share: u16) -> String {
    match (share / 100, share % 100) {
        (whole, 0) => format!("{whole}%"),
        (whole, part) => format!("{whole}.{part:02}%"),
    }
}
