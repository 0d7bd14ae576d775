//! The words of the page on progress.

mod en;
mod zh_hans;

use crate::language::Language;

/// The words of one language. Shares are whole per cent.
pub struct Words {
    pub title: &'static str,
    pub beginning: &'static str,
    // What next; the functions of a title are what a link says.
    pub next: &'static str,
    pub go_on: fn(&str) -> String,
    pub watch: fn(&str) -> String,
    pub read_why: fn(&str) -> String,
    pub teach_back: fn(&str) -> String,
    pub play: fn(&str) -> String,
    pub exam: fn(&str) -> String,
    pub to_drills: &'static str,
    pub under_way: &'static str,
    pub first: &'static str,
    pub at_once: &'static str,
    pub watched_first: &'static str,
    pub seen: &'static str,
    pub poor: fn(u16) -> String,
    pub looked_into: &'static str,
    pub coached_well: fn(u16) -> String,
    pub passed_exam: fn(u16) -> String,
    pub due: fn(usize) -> String,
    pub weakest: fn(&str, u16) -> String,
    pub never_practised: fn(&str) -> String,
    // The steps
    pub steps: &'static str,
    /// Over how many conversations the shares are taken.
    pub steps_hint: fn(usize) -> String,
    pub method: &'static str,
    /// A method whose name is not at hand, by the number of its steps.
    pub method_of: fn(usize) -> String,
    pub step: &'static str,
    pub share: &'static str,
    pub conversations: &'static str,
    pub direction: &'static str,
    pub not_practised: &'static str,
    pub rising: &'static str,
    pub steady: &'static str,
    pub falling: &'static str,
    pub too_early: &'static str,
    pub direction_hint: fn(usize) -> String,
    pub by_week: &'static str,
    /// The first share with its week, the last share with its week.
    pub course: fn(u16, &str, u16, &str) -> String,
    // Forecasts
    pub forecasts: &'static str,
    pub no_forecast: &'static str,
    pub date: &'static str,
    pub customer: &'static str,
    pub forecast: &'static str,
    pub result: &'static str,
    pub accuracy: &'static str,
    // How sure
    pub sureness: &'static str,
    pub sureness_hint: &'static str,
    pub how_sure: &'static str,
    pub answers: &'static str,
    pub stated: &'static str,
    pub right: &'static str,
    pub too_sure: &'static str,
    pub as_sure: &'static str,
    pub too_unsure: &'static str,
    /// From how many answers on anything is said of it.
    pub too_few_answers: fn(u32) -> String,
    // What was done
    pub drills: &'static str,
    pub nothing_due: &'static str,
    pub passes: &'static str,
    pub passes_hint: &'static str,
    pub done: &'static str,
    pub not_done: &'static str,
    pub attempts: &'static str,
    pub played_on: fn(usize) -> String,
    pub no_score: &'static str,
    pub between: &'static str,
    pub more: fn(usize) -> String,
    pub download: &'static str,
    pub journal: &'static str,
    pub journal_hint: &'static str,
    pub to_journal: &'static str,
    pub device: &'static str,
    pub device_hint: &'static str,
    pub to_device: &'static str,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
