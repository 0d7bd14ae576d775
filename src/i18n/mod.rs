//! Every word that the product itself says. One struct, filled once for each
//! language: a missing translation does not compile.

pub mod command;
pub mod debrief;
pub mod drills;
mod en;
pub mod explanations;
pub mod faults;
pub mod flywheel;
pub mod forecast;
pub mod journal;
pub mod keeping;
pub mod keys;
pub mod map;
pub mod progress;
pub mod promise;
pub mod report;
pub mod review;
pub mod script;
pub mod smells;
mod zh_hans;

use crate::language::Language;
use crate::scenario::{Contact, Grade, Outcome};

/// How a promise stands, for [`Strings::standing`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    Within,
    Vague,
    Beyond,
}

impl Kept {
    /// The name of a style.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Within => "within",
            Self::Vague => "vague",
            Self::Beyond => "beyond",
        }
    }
}

/// The words of one language.
pub struct Strings {
    pub language: Language,
    // The frame
    pub product: &'static str,
    pub tagline: &'static str,
    pub skip_to_content: &'static str,
    pub needs_script: &'static str,
    pub loading: &'static str,
    pub language_label: &'static str,
    pub settings: &'static str,
    pub theme: &'static str,
    pub theme_auto: &'static str,
    pub theme_light: &'static str,
    pub theme_dark: &'static str,
    pub number_keys: &'static str,
    pub number_keys_hint: &'static str,
    pub ask_sureness: &'static str,
    pub ask_sureness_hint: &'static str,
    pub read_aloud: &'static str,
    pub read_aloud_hint: &'static str,
    pub library: &'static str,
    pub drills: &'static str,
    pub progress: &'static str,
    // The library
    pub library_title: &'static str,
    pub library_intro: &'static str,
    pub scenarios: &'static str,
    pub minutes: fn(u16) -> String,
    pub level: fn(u8) -> &'static str,
    pub steps_covered: fn(&str) -> String,
    pub best_score: fn(u16) -> String,
    pub not_played: &'static str,
    pub in_progress: &'static str,
    /// The passes of the flywheel.
    pub passes: &'static str,
    pub pass_watch: &'static str,
    pub pass_explained: &'static str,
    pub pass_play: &'static str,
    pub pass_teach_back: &'static str,
    pub pass_done: &'static str,
    pub open_file: &'static str,
    pub open_file_hint: &'static str,
    // The briefing
    pub customer: &'static str,
    pub aim: &'static str,
    pub notes_on_file: &'static str,
    pub contact: fn(Contact) -> &'static str,
    pub grade: fn(Grade) -> &'static str,
    pub how_to_play: &'static str,
    pub mode_coached: &'static str,
    pub mode_coached_hint: &'static str,
    pub mode_exam: &'static str,
    pub mode_exam_hint: &'static str,
    pub start: &'static str,
    pub resume: fn(usize) -> String,
    pub start_anew: &'static str,
    pub start_anew_hint: &'static str,
    pub see_last_debrief: &'static str,
    pub back_to_library: &'static str,
    // The conversation
    pub conversation: &'static str,
    pub your_reply: &'static str,
    pub you: &'static str,
    pub pick: fn(usize) -> String,
    pub picked: fn(usize, usize) -> String,
    pub take_these: &'static str,
    pub keys_hint: &'static str,
    pub how_sure: &'static str,
    /// Guessing, fairly sure, sure.
    pub sureness: [&'static str; 3],
    pub mood: fn(u8) -> &'static str,
    pub mood_label: fn(&str, &str) -> String,
    pub little_time: fn(u16) -> String,
    pub practice_from: fn(usize) -> String,
    pub every_step: &'static str,
    pub step_passed: &'static str,
    pub step_ahead: &'static str,
    pub notes_title: &'static str,
    pub notes_empty: &'static str,
    pub kite_title: &'static str,
    pub kite_hint: &'static str,
    pub promised: fn(&str, &str) -> String,
    pub promised_vaguely: &'static str,
    pub heard_as: fn(&str) -> String,
    pub can_keep: fn(&str) -> String,
    pub quantity: fn(i32, &str) -> String,
    pub standing: fn(Kept) -> &'static str,
    pub turn: fn(usize) -> String,
    pub points: fn(u8) -> String,
    pub to_debrief: &'static str,
    pub download_attempt: &'static str,
    pub leave: &'static str,
    // How it ends
    pub outcome: fn(Outcome) -> &'static str,
    pub outcome_meaning: fn(Outcome) -> &'static str,
    pub impatient: &'static str,
    pub dead_end: &'static str,
    pub unfinished: fn(&str) -> String,
    // The debrief
    pub debrief: &'static str,
    pub where_did_it_turn: &'static str,
    pub where_did_it_turn_hint: &'static str,
    pub show_anyway: &'static str,
    pub working_out: &'static str,
    pub play_again: &'static str,
    pub result_note: &'static str,
    pub no_such_attempt: &'static str,
    // When something is in the way
    pub storage_blocked: &'static str,
    pub storage_full: &'static str,
    pub save_damaged: &'static str,
    pub save_other_version: &'static str,
    pub download_save: &'static str,
    pub save_kept: &'static str,
    pub other_tab: &'static str,
    pub take_over: &'static str,
    pub load_failed: fn(&str) -> String,
    pub try_again: &'static str,
    pub no_such_scenario: &'static str,
    pub no_twin: &'static str,
    pub problems_title: fn(usize) -> String,
    pub problems_intro: fn(&str) -> String,
    pub line_column: fn(usize, usize) -> String,
    pub choose_file_again: &'static str,
}

impl Strings {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}

/// A share as whole per cent; adding nothing turns a negative zero into a zero.
pub fn percent(share: f64) -> String {
    format!("{:.0}%", (share * 100.0).round() + 0.0)
}

/// Points with at most one decimal.
pub fn tenths(points: f64) -> String {
    // Whole numbers are printed by far less code than fractions.
    #[expect(clippy::cast_possible_truncation)]
    let tenths = (points * 10.0).round() as i32;
    match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, part) => format!("{whole}.{part}"),
    }
}
