//! Lines no longer than a terminal is wide, in both languages.

/// Breaks a paragraph into lines of at most so many cells.
pub fn wrap(text: &str, width: usize) -> String {
    let mut wrapped = String::new();
    let mut filled = 0;
    for piece in pieces(text) {
        let cells = cells(piece.trim_end());
        if filled > 0 && filled + cells > width {
            wrapped.truncate(wrapped.trim_end().len());
            wrapped.push('\n');
            filled = 0;
        }
        wrapped.push_str(piece);
        filled += self::cells(piece);
    }
    wrapped
}

/// What may not be torn apart: words with the space behind them, and single Chinese
/// characters with the punctuation that clings to them.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let breaks = before.is_some_and(|before| {
            let between_words = before == ' ' && c != ' ';
            let between_characters = is_wide(before) || is_wide(c);
            between_words || (between_characters && c != ' ' && !OPENING.contains(&before) && !CLOSING.contains(&c))
        });
        if breaks {
            pieces.extend(text.get(start..at));
            start = at;
        }
        before = Some(c);
    }
    pieces.extend(text.get(start..));
    pieces
}

const OPENING: [char; 5] = ['“', '‘', '（', '《', '`'];
const CLOSING: [char; 14] = ['”', '’', '）', '》', '，', '。', '、', '；', '：', '？', '！', '…', '`', ','];

fn cells(text: &str) -> usize {
    text.chars().map(|c| if is_wide(c) { 2 } else { 1 }).sum()
}

/// Whether a terminal gives a character two cells: Chinese, and its punctuation.
const fn is_wide(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}' | '\u{20000}'..='\u{3FFFD}')
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn words_stay_whole_and_lines_fit() {
        assert_eq!(wrap("A key stands where it means nothing.", 12), "A key stands\nwhere it\nmeans\nnothing.");
        assert_eq!(wrap("", 12), "");
        assert_eq!(wrap("incomprehensibilities", 5), "incomprehensibilities");
    }

    #[test]
    fn chinese_breaks_anywhere_but_before_its_punctuation() {
        assert_eq!(wrap("这个键写在这里，没有意义。", 14), "这个键写在这\n里，没有意义。");
        assert_eq!(wrap("写了 next 就行。", 9), "写了 next\n就行。");
    }
}
