//! What holds for every problem of a file.

use ninesteps::diagnostic::{Diagnostic, Place};
use ninesteps::i18n::faults;
use ninesteps::language::Language;

/// Each stands somewhere in the text, in order, and can be told in every language.
pub fn check(source: &str, problems: &[Diagnostic]) {
    assert!(problems.is_sorted_by_key(|problem| problem.span.start), "the problems are in the order of the file");
    for problem in problems {
        let span = &problem.span;
        assert!(source.get(span.clone()).is_some(), "{span:?} cuts a character or lies outside: {problem:?}");
        let place = Place::of(source, span);
        let line = source.split('\n').nth(place.line - 1).expect("a line of the file");
        assert_eq!(line.trim_end_matches('\r'), place.text);
        assert!((1..=line.chars().count() + 1).contains(&place.column), "{place:?}");
        assert!((1..=line.chars().count().max(1)).contains(&place.width), "{place:?}");
        for language in Language::ALL {
            let told = faults::tell(language, &problem.fault);
            assert!(!told.what.trim().is_empty() && !told.mend.trim().is_empty(), "{problem:?}");
        }
    }
}
