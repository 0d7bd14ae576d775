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
    pub curve_title: &'static str,
    pub curve_hint: &'static str,
    pub curve_held: &'static str,
    /// The turn, and per cent before and after it.
    pub curve_fell: fn(usize, u16, u16) -> String,
    pub curve_ended: fn(u16) -> String,
    pub curve_luck: &'static str,
    pub start: &'static str,
    pub turn_column: &'static str,
    pub mark_column: &'static str,
    pub cost_column: &'static str,
    pub reach_column: &'static str,
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
    pub forecast_column: &'static str,
    pub missed: &'static str,
    pub blank_step: &'static str,
    // The turns in which the learner was sure
    pub sure_title: &'static str,
    pub sure_hint: &'static str,
    /// Per cent.
    pub sure: fn(u8) -> String,
    pub you_said: &'static str,
    pub transcript: &'static str,
    pub slid: fn(&str) -> String,
    pub not_judged: &'static str,
    pub mark: fn(Mark) -> &'static str,
    pub cost: fn(f64) -> String,
    /// The mark of the turn in which it turned.
    pub turning_point: &'static str,
    pub moment_was: &'static str,
    pub your_move: &'static str,
    pub criterion: &'static str,
    pub best_there: &'static str,
    pub would_answer: &'static str,
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
    // Two conversations beside each other
    pub earlier: &'static str,
    pub later: &'static str,
    pub result: &'static str,
    pub outcome_row: &'static str,
    pub common_turns: fn(usize) -> String,
    /// From this turn on they differ.
    pub parts: fn(usize) -> String,
    pub same_throughout: &'static str,
    pub other_luck: &'static str,
    pub over_by_then: &'static str,
    /// Per cent.
    pub within_reach: fn(u16) -> String,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }
}
