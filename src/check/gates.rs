//! The gates: what a scenario must have before it is published, and why. The only
//! home of these numbers; `check --publish`, `analyse` and the project's own tests
//! read them here.

use crate::language::Language;

/// A player who does not listen stays below this skill, where 0 is blind chance and
/// 1 the best that can be played. A third of the way to the best, without reading,
/// would teach that reading is not needed.
pub const NAIVE_SKILL: f64 = 0.35;

/// In so many of the judged scenes, at most, the best reply may be the longest. With
/// three replies chance alone makes it a third; learners notice soon when it is more
/// than that, and then they read lengths instead of customers.
pub const LONGEST_IS_BEST: f64 = 0.45;

/// The same where fewer than [`MANY_SCENES`] scenes are judged: there one scene more
/// or less weighs too much for a finer measure.
pub const LONGEST_IS_BEST_OF_FEW: f64 = 0.50;

/// From so many judged scenes on [`LONGEST_IS_BEST`] applies.
pub const MANY_SCENES: usize = 12;

/// In so many of the judged scenes, at most, the best reply may stand in the same
/// place of the file. Learners see replies shuffled; an author who always writes the
/// best one first writes the others with less care.
pub const SAME_PLACE: f64 = 0.50;

/// In every judged scene some reply is worth at least this: there must be something
/// right to find.
pub const GOOD_WORTH: u8 = 2;

/// In every judged scene some reply is worth no more than this: there must be
/// something to get wrong.
pub const WEAK_WORTH: u8 = 1;

/// A published scenario has fewer merged states than this, so that the debrief is
/// worked out on any telephone before the learner has looked up.
pub const STATES: usize = 50_000;

/// How much a learner reads at once, in words of English or letters of Chinese.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What is heard and seen as a scene begins: its longest line and cue together.
    pub line: usize,
    /// One reply.
    pub reply: usize,
}

/// The most that is read at once. A line that takes longer to read than to hear is
/// an essay; three replies have to be compared before the customer seems to wait.
pub const fn reading(language: Language) -> Reading {
    match language {
        Language::En => Reading { line: 60, reply: 25 },
        Language::ZhHans => Reading { line: 110, reply: 45 },
    }
}

/// The longest reply of a scene may have so many times the letters of the shortest
/// before it is remarked upon; no gate, since some silences are short.
pub const UNEVEN: f64 = 3.0;

/// So many scenarios of one method, at least, are a library, which should exercise
/// every step; no gate, since a company may train one step on purpose.
pub const LIBRARY: usize = 3;
