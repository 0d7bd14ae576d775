//! A problem in a file, as data. It becomes words only where it is shown, in
//! [`crate::i18n`], so that both languages always speak of the same problem.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;

/// One problem: what is wrong, and where in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    pub fault: Fault,
    /// Byte range in the source text.
    pub span: Range<usize>,
}

/// What a TOML value is, in an author's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Text,
    Number,
    Fraction,
    Flag,
    List,
    Table,
    Date,
    /// A text or a list of wordings.
    Wordings,
    /// A name or a list of names.
    Names,
    /// A scene or ending, or a list of branches.
    Branches,
    /// A table of conditions, or a list of such tables.
    Conditions,
    /// A number or `{ at_least, at_most }`.
    Bounds,
    /// A whole number, or `"vague"`.
    Promise,
    /// `[[…]]` sections.
    Sections,
}

/// What a name in the file refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    Scene,
    SceneOrEnding,
    Ending,
    Reply,
    Meter,
    Fact,
    Promise,
    Method,
    Step,
    Moment,
    Move,
    Criterion,
}

/// What is wrong with the TOML itself, as far as its reader can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A text without quotes.
    Unquoted,
    UnclosedText,
    DuplicateKey,
    /// A backslash before something it cannot introduce.
    Escape,
    NoValue,
    /// No `=`, or two.
    Assignment,
    MissingComma,
    ExtraComma,
    UnclosedList,
    UnclosedTable,
    UnclosedHeading,
    BadKey,
    /// A name that has a value and is used as a table.
    Taken,
    BadNumber,
    TooDeep,
    Other,
}

/// What is wrong. Each variant carries what its message needs and no prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    TooLarge {
        bytes: usize,
        limit: usize,
    },
    NotUtf8,
    ControlCharacter {
        code: u32,
    },
    /// The TOML itself.
    Syntax {
        slip: Slip,
    },
    /// Full-width punctuation where TOML wants the plain one.
    FullWidth {
        found: char,
    },
    WrongFormat {
        found: i64,
        supported: i64,
    },
    UnknownKey {
        key: String,
        table: String,
        near: Option<String>,
    },
    MissingKey {
        key: String,
        table: String,
    },
    WrongKind {
        key: String,
        expected: Kind,
        found: Kind,
    },
    OutOfRange {
        key: String,
        found: String,
        min: i64,
        max: i64,
    },
    /// A chance outside 0 to 1, or with more than four decimals.
    BadChance {
        found: String,
    },
    NotOneOf {
        key: String,
        found: String,
        allowed: Vec<String>,
        near: Option<String>,
    },
    BadId {
        found: String,
    },
    DuplicateId {
        id: String,
        first_line: usize,
    },
    EmptyText {
        key: String,
    },
    NoSuch {
        what: Named,
        id: String,
        near: Option<String>,
    },
    /// A meter named like a word of the conditions.
    ReservedMeter {
        id: String,
    },
    /// A `next` whose last entry has a `when` or a `chance`.
    OpenNext,
    /// An entry of `next` after one that always holds.
    DeadBranch,
    /// The chances of one `next` add up to more than 1.
    ChanceOverfull,
    /// Every wording of a line has a `when`, so there may be nothing to say.
    NoPlainWording {
        key: String,
    },
    /// `next`, `answer` at the scene or a reply in the wrong kind of scene.
    OnlyInPick {
        key: String,
    },
    NotInPick {
        key: String,
    },
    PickTooMany {
        pick: usize,
        replies: usize,
    },
    TooManyReplies {
        replies: usize,
        limit: usize,
    },
    TooManyScenes {
        scenes: usize,
        limit: usize,
    },
    NoScene,
    NoReply {
        scene: String,
    },
    /// `worth`, `criterion` or `why` where nothing is judged.
    JudgedWithoutMoment {
        key: String,
    },
    /// Later meetings that lead back to themselves.
    AfterCycle {
        scenes: Vec<String>,
    },
    /// A signed ending lacks words for promises that were not kept.
    MissingBroken {
        ending: String,
        outcome: String,
        promise: String,
    },
    DuplicateJudgement {
        id: String,
    },
    /// What two options of a drill are both the answer for.
    DuplicateAnswer {
        id: String,
    },
    /// The method has no texts in the scenario's language.
    MethodLanguage {
        method: String,
        language: String,
    },
}

impl Fault {
    /// The stable code of this kind of problem.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::NotUtf8 => "not-utf8",
            Self::ControlCharacter { .. } => "control-character",
            Self::Syntax { .. } => "syntax",
            Self::FullWidth { .. } => "full-width",
            Self::WrongFormat { .. } => "wrong-format",
            Self::UnknownKey { .. } => "unknown-key",
            Self::MissingKey { .. } => "missing-key",
            Self::WrongKind { .. } => "wrong-kind",
            Self::OutOfRange { .. } => "out-of-range",
            Self::BadChance { .. } => "bad-chance",
            Self::NotOneOf { .. } => "not-one-of",
            Self::BadId { .. } => "bad-id",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::EmptyText { .. } => "empty-text",
            Self::NoSuch { .. } => "no-such",
            Self::ReservedMeter { .. } => "reserved-meter",
            Self::OpenNext => "open-next",
            Self::DeadBranch => "dead-branch",
            Self::ChanceOverfull => "chance-overfull",
            Self::NoPlainWording { .. } => "no-plain-wording",
            Self::OnlyInPick { .. } => "only-in-pick",
            Self::NotInPick { .. } => "not-in-pick",
            Self::PickTooMany { .. } => "pick-too-many",
            Self::TooManyReplies { .. } => "too-many-replies",
            Self::TooManyScenes { .. } => "too-many-scenes",
            Self::NoScene => "no-scene",
            Self::NoReply { .. } => "no-reply",
            Self::JudgedWithoutMoment { .. } => "judged-without-moment",
            Self::AfterCycle { .. } => "after-cycle",
            Self::MissingBroken { .. } => "missing-broken",
            Self::DuplicateJudgement { .. } => "duplicate-judgement",
            Self::DuplicateAnswer { .. } => "duplicate-answer",
            Self::MethodLanguage { .. } => "method-language",
        }
    }
}

/// Where a span stands, for people: counted from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    pub line: usize,
    pub column: usize,
    /// The whole line, without its end.
    pub text: String,
    /// How many characters of the line the span covers, at least 1.
    pub width: usize,
}

impl Place {
    /// The place of a byte range; a range outside the text is brought inside.
    pub fn of(source: &str, span: &Range<usize>) -> Self {
        let start = floor_boundary(source, span.start);
        let end = floor_boundary(source, span.end.max(start));
        let before = source.get(..start).unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let rest = source.get(line_start..).unwrap_or_default();
        let text = rest.split('\n').next().unwrap_or_default();
        let line_end = line_start + text.len();
        let covered = source.get(start..end.min(line_end).max(start)).unwrap_or_default();
        Self {
            line: before.matches('\n').count() + 1,
            column: before.get(line_start..).unwrap_or_default().chars().count() + 1,
            text: text.trim_end_matches('\r').to_owned(),
            width: covered.chars().count().max(1),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

fn floor_boundary(source: &str, at: usize) -> usize {
    let mut at = at.min(source.len());
    while !source.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The name in `known` that a mistyped `name` most likely meant: at most a
/// third of its letters changed (optimal string alignment, so that two letters
/// swapped count as one slip).
pub fn near_miss<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let limit = (name.chars().count() / 3).max(1);
    known
        .into_iter()
        .filter(|candidate| candidate.chars().count().abs_diff(name.chars().count()) <= limit)
        .map(|candidate| (edit_distance(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= limit)
        .min()
        .map(|(_, candidate)| candidate.to_owned())
}

fn edit_distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(64).collect(), b.chars().take(64).collect());
    let mut two_back: Vec<usize> = Vec::new();
    let mut back: Vec<usize> = (0..=b.len()).collect();
    for (i, &x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, &y) in b.iter().enumerate() {
            let at = |row: &[usize], k: usize| row.get(k).copied().unwrap_or(usize::MAX / 2);
            let mut best = (at(&back, j + 1) + 1).min(at(&row, j) + 1).min(at(&back, j) + usize::from(x != y));
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(&y) && b.get(j - 1) == Some(&x);
            if swapped {
                best = best.min(at(&two_back, j - 1) + 1);
            }
            row.push(best);
        }
        two_back = std::mem::replace(&mut back, row);
    }
    back.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn place_counts_characters_not_bytes() {
        let source = "a = 1\n题目 = \"灯\"\n";
        let at = source.find('灯').unwrap();
        let place = Place::of(source, &(at..at + 3));
        assert_eq!((place.line, place.column, place.width), (2, 7, 1));
        assert_eq!(place.text, "题目 = \"灯\"");
    }

    #[test]
    fn place_survives_spans_outside_the_text() {
        assert_eq!(Place::of("灯", &(1..99)).column, 1);
        assert_eq!(Place::of("", &(5..7)).line, 1);
    }

    #[test]
    fn near_miss_finds_slips_and_leaves_strangers() {
        let scenes = ["shop-floor", "season-talk"];
        assert_eq!(near_miss("shop-flor", scenes).as_deref(), Some("shop-floor"));
        assert_eq!(near_miss("saeson-talk", scenes).as_deref(), Some("season-talk"));
        assert_eq!(near_miss("contract", scenes), None);
    }
}
