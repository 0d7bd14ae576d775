use crate::problems;
use ninesteps::{method, reader};

/// Bytes as a method file: it is read, or every problem can be told.
pub fn method(bytes: &[u8]) {
    let Ok(source) = reader::decode(bytes) else { return };
    let (method, problems) = method::parse(source);
    assert_eq!(method.is_some(), problems.is_empty(), "a method is there exactly when it has no problem");
    problems::check(source, &problems);
    let Some(method) = method else { return };
    for moment in (0..).map(method::MomentId).take(method.moments.len()) {
        for mov in (0..).map(method::MoveId).take(method.moves.len()) {
            let verdict = method.judge(moment, mov).expect("every move is judged in every moment");
            let told = method.languages.iter().all(|language| !verdict.why.get(*language).trim().is_empty());
            assert!(verdict.worth <= 3 && told, "a verdict is a worth and a why");
        }
    }
}
