//! What is typed in answer to a question.

/// What an answer means.
#[derive(Debug, PartialEq, Eq)]
pub enum Answer {
    /// Places in the list shown, counted from 0.
    Chosen(Vec<usize>),
    Leave,
    /// This is no number in the list.
    NotOffered(String),
    /// So many different ones were named.
    OtherCount(usize),
}

/// Reads numbers as they come off English and Chinese keyboards: `1 3`, `1,3`, `１、３`.
/// No answer at all, and `q`, is leaving.
pub fn read(typed: Option<&str>, offered: usize, count: usize) -> Answer {
    let Some(typed) = typed else { return Answer::Leave };
    let typed: String = typed.trim().chars().map(half_width).collect();
    if typed.eq_ignore_ascii_case("q") {
        return Answer::Leave;
    }
    let mut places = Vec::new();
    for part in typed.split([' ', ',', ';']).filter(|part| !part.is_empty()) {
        match number(part, offered) {
            Some(place) if places.contains(&place) => {}
            Some(place) => places.push(place),
            None => return Answer::NotOffered(part.to_owned()),
        }
    }
    match places.len() {
        0 => Answer::NotOffered(String::new()),
        named if named == count => Answer::Chosen(places),
        named => Answer::OtherCount(named),
    }
}

/// The place, counted from 0, that a number from 1 to `of` names.
fn number(typed: &str, of: usize) -> Option<usize> {
    let number: usize = typed.parse().ok()?;
    (number <= of).then(|| number.checked_sub(1)).flatten()
}

const fn half_width(c: char) -> char {
    match c {
        '０'..='９' | 'ｑ' | 'Ｑ' => match char::from_u32(c as u32 - 0xfee0) {
            Some(half) => half,
            None => c,
        },
        '，' | '、' | '；' => ',',
        '\u{3000}' | '\t' => ' ',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_both_keyboards_are_read() {
        assert_eq!(read(Some("2"), 3, 1), Answer::Chosen(vec![1]));
        for typed in ["1 3 4", "1,3,4", "１、３，４", " 1  3\t4 ", "1 3 3 4"] {
            assert_eq!(read(Some(typed), 5, 3), Answer::Chosen(vec![0, 2, 3]), "{typed}");
        }
    }

    #[test]
    fn what_is_not_on_offer_is_named() {
        assert_eq!(read(Some("0"), 3, 1), Answer::NotOffered("0".into()));
        assert_eq!(read(Some("4"), 3, 1), Answer::NotOffered("4".into()));
        assert_eq!(read(Some("1 x"), 3, 2), Answer::NotOffered("x".into()));
        assert_eq!(read(Some(""), 3, 1), Answer::NotOffered(String::new()));
        assert_eq!(read(Some("1 2"), 3, 1), Answer::OtherCount(2));
        assert_eq!(read(Some("1 1"), 3, 2), Answer::OtherCount(1));
    }

    #[test]
    fn the_end_of_the_input_and_q_leave() {
        assert_eq!([None, Some("q"), Some("Q"), Some("ｑ")].map(|typed| read(typed, 3, 1)), [const { Answer::Leave }; 4]);
    }
}
