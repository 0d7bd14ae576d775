//! Reading TOML tables so that every problem is found at once: a value that is
//! wrong is reported and left out, and reading goes on.

use crate::diagnostic::{Diagnostic, Fault, Kind, Named, Slip, near_miss};
use crate::language::{Language, Localized};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The longest id, in characters.
pub const MAX_ID: usize = 64;
/// The largest file that is read, in bytes (1 MiB).
pub const MAX_BYTES: usize = 1 << 20;
/// The most problems that are told of one file. One in the wrong encoding has a
/// problem with every character, and nobody reads so many.
pub const MAX_PROBLEMS: usize = 200;

type Value<'t> = Spanned<DeValue<'t>>;

/// The problems found so far, and the languages in which texts must be there.
pub struct Problems {
    found: RefCell<Vec<Diagnostic>>,
    /// How many there are, those beyond [`MAX_PROBLEMS`] included.
    count: Cell<usize>,
    languages: RefCell<Vec<Language>>,
}

impl Default for Problems {
    fn default() -> Self {
        Self { found: RefCell::default(), count: Cell::default(), languages: RefCell::new(Language::ALL.to_vec()) }
    }
}

impl Problems {
    /// From here on only texts in these languages are asked for.
    pub fn expect_languages(&self, languages: &[Language]) {
        *self.languages.borrow_mut() = languages.to_vec();
    }

    pub fn report(&self, span: Range<usize>, fault: Fault) {
        self.report_with(span, || fault);
    }

    /// Reports what takes a while to put together, if it will be told at all.
    pub fn report_with(&self, span: Range<usize>, fault: impl FnOnce() -> Fault) {
        self.count.set(self.len() + 1);
        if self.len() <= MAX_PROBLEMS {
            self.found.borrow_mut().push(Diagnostic { fault: fault(), span });
        }
    }

    pub fn len(&self) -> usize {
        self.count.get()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The name that was most likely meant. A file full of wrong names gets no more
    /// suggestions after the first hundred problems: looking is not cheap.
    pub fn near_miss<'a>(&self, name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
        if self.len() < 100 { near_miss(name, known) } else { None }
    }

    /// The place of a name that stands there among those that are known; reported where
    /// it is not.
    pub fn find<'n>(
        &self,
        span: Range<usize>,
        what: Named,
        name: &str,
        known: impl Iterator<Item = &'n str> + Clone,
    ) -> Option<usize> {
        let at = known.clone().position(|id| id == name);
        if at.is_none() {
            let near = self.near_miss(name, known.filter(|id| !id.is_empty()));
            self.report(span, Fault::NoSuch { what, id: name.to_owned(), near });
        }
        at
    }

    /// The problems, the first [`MAX_PROBLEMS`] that were found, in the order of the file.
    pub fn into_sorted(self) -> Vec<Diagnostic> {
        let mut found = self.found.into_inner();
        found.sort_by_key(|d| (d.span.start, d.span.end));
        found.dedup();
        found
    }
}

/// A file's bytes as text.
///
/// # Errors
/// The first byte that is not UTF-8, as a problem.
pub fn decode(bytes: &[u8]) -> Result<&str, Diagnostic> {
    std::str::from_utf8(bytes)
        .map_err(|error| Diagnostic { fault: Fault::NotUtf8, span: error.valid_up_to()..error.valid_up_to() + 1 })
}

/// Parses TOML, reporting what is not TOML. `None` when the text is refused
/// whole: too large, or with control characters.
pub fn parse<'t>(source: &'t str, problems: &Problems) -> Option<Spanned<DeTable<'t>>> {
    if source.len() > MAX_BYTES {
        problems.report(0..0, Fault::TooLarge { bytes: source.len(), limit: MAX_BYTES });
        return None;
    }
    let mut refused = false;
    for (at, c) in source.char_indices() {
        let layout = matches!(c, '\n' | '\t') || (c == '\r' && source.get(at + 1..).is_some_and(|rest| rest.starts_with('\n')));
        if (c.is_control() && !layout) || is_bidi_control(c) {
            problems.report(at..at + c.len_utf8(), Fault::ControlCharacter { code: u32::from(c) });
            refused = true;
        }
    }
    if refused {
        return None;
    }
    let (table, errors) = DeTable::parse_recoverable(source);
    if errors.is_empty() {
        return Some(table);
    }
    // What follows from broken TOML is noise: the rest is read once it is whole.
    let mut last_line = None;
    let (mut line, mut counted) = (0, 0);
    for error in &errors {
        let span = error.span().unwrap_or(source.len()..source.len());
        // Errors come in the order of the file, nearly always.
        if span.start < counted {
            (line, counted) = (0, 0);
        }
        line += source.get(counted..span.start).map_or(0, |between| between.matches('\n').count());
        counted = span.start;
        let follows = last_line.is_some_and(|last| line <= last + NOISE_LINES);
        last_line = Some(line);
        if !follows {
            let (span, fault) = syntax_fault(source, span, error.message());
            problems.report(span, fault);
        }
    }
    None
}

/// A fault within so many lines of the last one most likely follows from it.
const NOISE_LINES: usize = 2;

/// What the parser found, or the full-width punctuation that led it astray.
fn syntax_fault(source: &str, span: Range<usize>, message: &str) -> (Range<usize>, Fault) {
    let line_start = source.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let line = source.get(line_start..).and_then(|rest| rest.split('\n').next()).unwrap_or_default();
    let mut in_quotes = false;
    for (at, c) in line.char_indices() {
        in_quotes ^= c == '"';
        if !in_quotes && "＝，：；“”‘’［］｛｝【】（）＂".contains(c) {
            let at = line_start + at;
            return (at..at + c.len_utf8(), Fault::FullWidth { found: c });
        }
    }
    let slip = match slip(message) {
        // The reader asks for quotes even where there is nothing to quote.
        Slip::Unquoted if span.is_empty() => Slip::NoValue,
        slip => slip,
    };
    (span, Fault::Syntax { slip })
}

/// The parser's own words, understood.
fn slip(message: &str) -> Slip {
    const SLIPS: &[(&str, Slip)] = &[
        ("string values must be quoted", Slip::Unquoted),
        ("invalid basic string", Slip::UnclosedText),
        ("invalid multi-line basic string", Slip::UnclosedText),
        ("duplicate key", Slip::DuplicateKey),
        ("missing escaped value", Slip::Escape),
        ("too few unicode value digits", Slip::Escape),
        ("key with no value", Slip::NoValue),
        ("missing value", Slip::NoValue),
        ("missing assignment", Slip::Assignment),
        ("extra `=`", Slip::Assignment),
        ("extra assignment", Slip::Assignment),
        ("missing comma", Slip::MissingComma),
        ("extra comma", Slip::ExtraComma),
        ("unclosed array", Slip::UnclosedList),
        ("missing array opening", Slip::UnclosedList),
        ("unclosed inline table", Slip::UnclosedTable),
        ("missing inline table opening", Slip::UnclosedTable),
        ("unclosed table", Slip::UnclosedHeading),
        ("missing table open", Slip::UnclosedHeading),
        ("unclosed array table", Slip::UnclosedHeading),
        ("invalid unquoted key", Slip::BadKey),
        ("unquoted keys cannot be empty", Slip::BadKey),
        ("cannot extend value", Slip::Taken),
        ("unexpected leading zero", Slip::BadNumber),
        ("redundant", Slip::BadNumber),
        ("radix", Slip::BadNumber),
        ("integers with a radix", Slip::BadNumber),
        ("cannot recurse", Slip::TooDeep),
        ("recursion limit", Slip::TooDeep),
    ];
    SLIPS.iter().find(|(start, _)| message.starts_with(start)).map_or(Slip::Other, |(_, slip)| *slip)
}

/// Characters that reorder what a reader sees.
pub const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A table being read. `known` are the keys that may stand in it.
#[derive(Clone)]
pub struct Table<'t> {
    name: &'static str,
    entries: &'t DeTable<'t>,
    span: Range<usize>,
    problems: &'t Problems,
}

impl<'t> Table<'t> {
    /// Starts reading, and reports keys that mean nothing here.
    pub fn new(name: &'static str, known: &[&str], entries: &'t DeTable<'t>, span: Range<usize>, problems: &'t Problems) -> Self {
        let table = Self { name, entries, span, problems };
        for (key, _) in entries.iter() {
            let text: &str = key.get_ref();
            if !known.contains(&text) {
                table.problems.report(
                    key.span(),
                    Fault::UnknownKey {
                        key: text.to_owned(),
                        table: name.to_owned(),
                        near: problems.near_miss(text, known.iter().copied()),
                    },
                );
            }
        }
        table
    }

    pub const fn problems(&self) -> &'t Problems {
        self.problems
    }

    /// Where the table itself stands.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Where the value of `key` stands, or else the table.
    pub fn span_of(&self, key: &str) -> Range<usize> {
        self.get(key).map_or_else(|| self.span(), Spanned::span)
    }

    /// Where the word `key` itself stands, or else the table.
    pub fn key_span(&self, key: &str) -> Range<usize> {
        self.entries.iter().find(|(k, _)| k.get_ref().as_ref() as &str == key).map_or_else(|| self.span(), |(k, _)| k.span())
    }

    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub fn get(&self, key: &str) -> Option<&'t Value<'t>> {
        self.entries.get(key)
    }

    fn missing(&self, key: &str) {
        self.problems.report(self.span(), Fault::MissingKey { key: key.to_owned(), table: self.name.to_owned() });
    }

    pub fn wrong(&self, key: &str, expected: Kind, value: &Value<'_>) {
        wrong(self.problems, key, expected, value);
    }

    /// A text that is not blank.
    pub fn text(&self, key: &str) -> Option<String> {
        text(self.problems, key, self.get(key)?)
    }

    pub fn required_text(&self, key: &str) -> Option<String> {
        if !self.has(key) {
            self.missing(key);
        }
        self.text(key)
    }

    /// A text in both languages: `{ en = "…", zh-Hans = "…" }`.
    pub fn localized(&self, key: &'static str) -> Option<Localized> {
        let value = self.get(key)?;
        let entries = as_table(self.problems, key, value)?;
        let table = Table::new(key, &Language::ALL.map(Language::tag), entries, value.span(), self.problems);

        let mut texts = Some(Localized::default());
        for language in self.problems.languages.borrow().iter() {
            match (table.required_text(language.tag()), &mut texts) {
                (Some(text), Some(texts)) => texts.set(*language, text),
                _ => texts = None,
            }
        }
        texts
    }

    pub fn required_localized(&self, key: &'static str) -> Option<Localized> {
        if !self.has(key) {
            self.missing(key);
        }
        self.localized(key)
    }

    /// A whole number within `min..=max`.
    pub fn whole(&self, key: &str, min: i64, max: i64) -> Option<i64> {
        whole(self.problems, key, self.get(key)?, min, max)
    }

    pub fn required_whole(&self, key: &str, min: i64, max: i64) -> Option<i64> {
        if !self.has(key) {
            self.missing(key);
        }
        self.whole(key, min, max)
    }

    pub fn flag(&self, key: &str) -> Option<bool> {
        let value = self.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong(key, Kind::Flag, value);
        }
        flag
    }

    /// One of a few words.
    pub fn one_of<T: Copy>(&self, key: &str, words: &[(&str, T)]) -> Option<T> {
        let found = self.text(key)?;
        let hit = words.iter().find(|(word, _)| *word == found).map(|(_, meaning)| *meaning);
        if hit.is_none() {
            self.problems.report(
                self.span_of(key),
                Fault::NotOneOf {
                    near: self.problems.near_miss(&found, words.iter().map(|(word, _)| *word)),
                    allowed: words.iter().map(|(word, _)| (*word).to_owned()).collect(),
                    key: key.to_owned(),
                    found,
                },
            );
        }
        hit
    }

    pub fn required_one_of<T: Copy>(&self, key: &str, words: &[(&str, T)]) -> Option<T> {
        if !self.has(key) {
            self.missing(key);
        }
        self.one_of(key, words)
    }

    /// A new id: lower-case letters, digits and single hyphens.
    pub fn required_id(&self, key: &str) -> Option<String> {
        self.claimed_id(key).filter(|id| is_id(id))
    }

    /// A new id, given even where it is reported, so that what refers to it is not
    /// reported too.
    pub fn claimed_id(&self, key: &str) -> Option<String> {
        let found = self.required_text(key)?;
        self.checked_id(&found, self.span_of(key));
        Some(found)
    }

    /// Reports what cannot be an id.
    pub fn checked_id(&self, found: &str, span: Range<usize>) {
        if !is_id(found) {
            self.problems.report(span, Fault::BadId { found: found.to_owned() });
        }
    }

    /// One name or a list of names, each with its place.
    pub fn names(&self, key: &str) -> Vec<(String, Range<usize>)> {
        self.get(key).map_or_else(Vec::new, |value| names(self.problems, key, value))
    }

    /// The place of a name among those that are known; reported where it is not.
    pub fn find<'n>(&self, key: &str, what: Named, name: &str, known: impl Iterator<Item = &'n str> + Clone) -> Option<usize> {
        self.problems.find(self.span_of(key), what, name, known)
    }

    /// A list of texts.
    pub fn texts(&self, key: &str) -> Vec<String> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(key, Kind::List, value);
            return Vec::new();
        };
        list.iter().filter_map(|item| text(self.problems, key, item)).collect()
    }

    /// A sub-table.
    pub fn table(&self, key: &'static str, known: &[&str]) -> Option<Table<'t>> {
        let value = self.get(key)?;
        let entries = as_table(self.problems, key, value)?;
        Some(Table::new(key, known, entries, value.span(), self.problems))
    }

    pub fn required_table(&self, key: &'static str, known: &[&str]) -> Option<Table<'t>> {
        if !self.has(key) {
            self.missing(key);
        }
        self.table(key, known)
    }

    /// The `[[key]]` sections.
    pub fn sections(&self, key: &'static str, known: &[&str]) -> Vec<Table<'t>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            self.wrong(key, Kind::Sections, value);
            return Vec::new();
        };
        list.iter()
            .filter_map(|item| {
                let entries = as_table(self.problems, key, item)?;
                Some(Table::new(key, known, entries, item.span(), self.problems))
            })
            .collect()
    }

    /// Sections that were read before; nothing is reported a second time.
    pub fn again(&self, key: &'static str) -> Vec<Table<'t>> {
        let list = self.get(key).and_then(|value| value.get_ref().as_array());
        let tables =
            list.into_iter().flat_map(|list| list.iter()).filter_map(|item| Some((item.get_ref().as_table()?, item.span())));
        tables.map(|(entries, span)| Self { name: key, entries, span, problems: self.problems }).collect()
    }

    /// The entries of a table whose keys are the author's own names, in the
    /// order of the file.
    pub fn own_names(&self, key: &str) -> Vec<(String, Range<usize>, &'t Value<'t>)> {
        let Some(entries) = self.get(key).and_then(|value| as_table(self.problems, key, value)) else {
            return Vec::new();
        };
        in_file_order(entries)
    }
}

/// The entries of a table by their place in the file.
pub fn in_file_order<'t>(entries: &'t DeTable<'t>) -> Vec<(String, Range<usize>, &'t Value<'t>)> {
    let ordered: BTreeMap<usize, _> = entries
        .iter()
        .map(|(key, value)| {
            let name: &str = key.get_ref();
            (key.span().start, (name.to_owned(), key.span(), value))
        })
        .collect();
    ordered.into_values().collect()
}

pub fn wrong(problems: &Problems, key: &str, expected: Kind, value: &Value<'_>) {
    problems.report(value.span(), Fault::WrongKind { key: key.to_owned(), expected, found: kind_of(value) });
}

pub fn as_table<'t>(problems: &Problems, key: &str, value: &'t Value<'t>) -> Option<&'t DeTable<'t>> {
    let table = value.get_ref().as_table();
    if table.is_none() {
        wrong(problems, key, Kind::Table, value);
    }
    table
}

pub fn text(problems: &Problems, key: &str, value: &Value<'_>) -> Option<String> {
    let Some(text) = value.get_ref().as_str() else {
        wrong(problems, key, Kind::Text, value);
        return None;
    };
    if text.trim().is_empty() {
        problems.report(value.span(), Fault::EmptyText { key: key.to_owned() });
        return None;
    }
    Some(text.trim().to_owned())
}

/// One name or a list of names, each with its place.
pub fn names(problems: &Problems, key: &str, value: &Value<'_>) -> Vec<(String, Range<usize>)> {
    let one = |value: &Value<'_>| {
        let name = value.get_ref().as_str().map(|name| (name.to_owned(), value.span()));
        if name.is_none() {
            wrong(problems, key, Kind::Names, value);
        }
        name
    };
    match value.get_ref().as_array() {
        Some(list) => list.iter().filter_map(one).collect(),
        None => one(value).into_iter().collect(),
    }
}

pub fn whole(problems: &Problems, key: &str, value: &Value<'_>, min: i64, max: i64) -> Option<i64> {
    let Some(digits) = value.get_ref().as_integer() else {
        wrong(problems, key, Kind::Number, value);
        return None;
    };
    let number = i64::from_str_radix(digits.as_str(), digits.radix()).ok();
    let fitting = number.filter(|n| (min..=max).contains(n));
    if fitting.is_none() {
        problems.report(value.span(), Fault::OutOfRange { key: key.to_owned(), found: digits.to_string(), min, max });
    }
    fitting
}

/// A chance from 0 to 1 with at most four decimals, as ten-thousandths.
pub fn chance(problems: &Problems, key: &str, value: &Value<'_>) -> Option<u16> {
    let (integer, float) = (value.get_ref().as_integer(), value.get_ref().as_float());
    let written = match (&integer, &float) {
        (Some(integer), _) => integer.as_str(),
        (_, Some(float)) => float.as_str(),
        _ => {
            wrong(problems, key, Kind::Fraction, value);
            return None;
        }
    };
    let share = ten_thousandths(written);
    if share.is_none() {
        problems.report(value.span(), Fault::BadChance { found: written.to_owned() });
    }
    share
}

/// Read digit by digit, so that no rounding of binary fractions can enter.
fn ten_thousandths(written: &str) -> Option<u16> {
    let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
    let decimals = decimals.trim_end_matches('0');
    if decimals.len() > 4 || !decimals.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let whole: u16 = whole.trim_start_matches('+').parse().ok().filter(|n| *n <= 1)?;
    let padded: u16 = format!("{decimals:0<4}").parse().ok()?;
    Some(whole * 10_000 + padded).filter(|share| *share <= 10_000)
}

/// Whether a text can be an id: lower-case letters, digits and single hyphens.
pub fn is_id(text: &str) -> bool {
    text.len() <= MAX_ID
        && text.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

fn kind_of(value: &Value<'_>) -> Kind {
    match value.get_ref() {
        DeValue::String(_) => Kind::Text,
        DeValue::Integer(_) => Kind::Number,
        DeValue::Float(_) => Kind::Fraction,
        DeValue::Boolean(_) => Kind::Flag,
        DeValue::Datetime(_) => Kind::Date,
        DeValue::Array(_) => Kind::List,
        DeValue::Table(_) => Kind::Table,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Saved in the wrong encoding, a file has a problem with every character.
    #[test]
    fn of_a_file_that_is_wrong_throughout_only_the_beginning_is_told() {
        for source in ["a\u{0}".repeat(MAX_BYTES / 2), "a\n\n\n".repeat(MAX_BYTES / 4)] {
            let problems = Problems::default();
            assert!(parse(&source, &problems).is_none());
            assert!(problems.len() > MAX_PROBLEMS);
            assert_eq!(problems.into_sorted().len(), MAX_PROBLEMS);
        }
    }

    #[test]
    fn chances_are_read_exactly() {
        assert_eq!(ten_thousandths("0.3"), Some(3000));
        assert_eq!(ten_thousandths("0.0001"), Some(1));
        assert_eq!(ten_thousandths("1"), Some(10_000));
        assert_eq!(ten_thousandths("1.0"), Some(10_000));
        for refused in ["1.1", "0.00001", "-0.5", "2", "nan", "1e-1"] {
            assert_eq!(ten_thousandths(refused), None, "{refused}");
        }
    }

    #[test]
    fn ids_are_plain() {
        assert!(is_id("shop-floor-2"));
        for refused in ["", "-a", "a--b", "Shop", "a_b", "灯"] {
            assert!(!is_id(refused), "{refused}");
        }
    }
}
