//! The words of the debrief. Apart from the other words, since they are loaded only
//! when a conversation is looked back on.

mod en;
mod zh_hans;

use crate::language::Language;
use crate::score::Mark;

/// The words of one language.
pub struct Words {
    pub between_sentences: &'static str,
    pub between_items: &'static str,
    pub where_it_turned: &'static str,
    pub your_guess: fn(usize) -> String,
    pub guess_right: &'static str,
    pub turned_lost: fn(usize) -> String,
    pub turned_won: fn(usize) -> String,
    /// Several turns gave away equally much.
    pub turned_equally: fn(&str) -> String,
    /// A promise of this turn could not be kept, and the order fell with it.
    pub broke: fn(usize) -> String,
    pub turned_nowhere: &'static str,
    pub score: &'static str,
    pub score_meaning: &'static str,
    pub skill: &'static str,
    pub skill_meaning: &'static str,
    pub no_score: &'static str,
    pub cut_short: &'static str,
    pub earned: fn(u32) -> String,
    pub left: fn(f64) -> String,
    pub too_large: &'static str,
    pub profile: &'static str,
    pub profile_hint: &'static str,
    pub step: &'static str,
    pub earned_column: &'static str,
    pub left_column: &'static str,
    pub share_column: &'static str,
    pub missed: &'static str,
    pub blank_step: &'static str,
    pub transcript: &'static str,
    pub not_judged: &'static str,
    pub mark: fn(Mark) -> &'static str,
    pub cost: fn(f64) -> String,
    pub moment_was: &'static str,
    pub your_move: &'static str,
    pub criterion: &'static str,
    pub best_there: &'static str,
    pub you_said_best: &'static str,
    pub source: fn(&str) -> String,
    pub house_rule: &'static str,
    pub source_default: &'static str,
    pub source_scenario: &'static str,
    pub promises: &'static str,
    pub promise_column: &'static str,
    pub said_column: &'static str,
    pub keep_column: &'static str,
    pub stands_column: &'static str,
    pub no_promise: &'static str,
    pub facts_missed: &'static str,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
