//! The words of the author's command.

mod en;
pub mod play;
mod zh_hans;

use crate::language::Language;

/// Why a command could not run at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// A file or folder could not be read or written, and what the system says.
    File { path: String, why: String },
    /// No scenario or method file in a folder.
    NothingThere { path: String },
    /// A file is there already and would be lost.
    Exists { path: String },
    /// The terminal could not be written to or read from.
    Terminal { why: String },
    /// A method file where a scenario is wanted.
    NoScenario { path: String },
    /// A problem code that does not exist; the nearest one, if any.
    NoSuchCode { code: String, near: Option<String> },
}

/// The words of one language.
pub struct Words {
    pub usage: Usage,
    /// What was missing or not understood: the argument, its value, and what would do.
    pub misunderstood: fn(missing: bool, argument: &str, value: &str, allowed: &str) -> String,
    pub failure: fn(&Failure) -> String,
    pub problem: &'static str,
    pub mend: &'static str,
}

/// The help.
pub struct Usage {
    pub about: &'static str,
    /// For clap: what stands where.
    pub template: &'static str,
    pub commands: &'static str,
    pub options: &'static str,
    pub language: &'static str,
    pub help: &'static str,
    pub version: &'static str,
    pub format: &'static str,
    pub methods: &'static str,
    pub check: &'static str,
    pub check_files: &'static str,
    pub publish: &'static str,
    pub watch: &'static str,
    pub file: &'static str,
    pub play: &'static str,
    pub seed: &'static str,
    pub coached: &'static str,
    pub save: &'static str,
    pub script: &'static str,
    pub map: &'static str,
    pub output: &'static str,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
