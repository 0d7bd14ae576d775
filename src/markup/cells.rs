//! Text in the cells of a terminal: how wide it is, and where lines may break.
//! Control sequences of styles take no cells.

use super::inline::is_wide;
use unicode_width::UnicodeWidthChar;

/// What no line begins with, and what none ends with, next to Chinese text.
const CLOSING: &str = "，。！？、；：）」』》〉】〕”’…—·,.!?;:)]}%";
const OPENING: &str = "（「『《〈【〔“‘([{";

/// The cells that a text takes.
pub(super) fn width_of(text: &str) -> usize {
    visible(text).map(|(_, c)| c.width().unwrap_or(0)).sum()
}

/// The text in lines of at most so many cells; only what has no place to break is
/// broken anywhere.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for piece in pieces(text) {
        let is_full = width_of(&line) + width_of(piece.trim_end()) > width;
        if is_full && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        if width_of(piece.trim_end()) <= width {
            line.push_str(piece);
            continue;
        }
        for c in piece.trim_end().chars() {
            if width_of(&line) + c.width().unwrap_or(0) > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
        if piece.ends_with(' ') {
            line.push(' ');
        }
    }
    let line = line.trim_end();
    if !line.is_empty() {
        lines.push(line.to_owned());
    }
    lines
}

/// The parts of a text between which lines may break.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut rest, mut cut) = (text, 0);
    let mut before: Option<(usize, char)> = None;
    for (at, c) in visible(text) {
        // Before the control sequences, so that a style begins with its words.
        let here = before.map_or(0, |(at, c)| at + c.len_utf8());
        if before.is_some_and(|(_, before)| may_break(before, c))
            && let Some((piece, after)) = rest.split_at_checked(here - cut)
        {
            pieces.push(piece);
            (rest, cut) = (after, here);
        }
        before = Some((at, c));
    }
    pieces.push(rest);
    pieces
}

/// Whether a line may end between two characters.
fn may_break(before: char, after: char) -> bool {
    match (before, after) {
        (_, ' ') => false,
        (' ', _) => true,
        _ => {
            let is_chinese = is_wide(before) || is_wide(after) || before == '—';
            is_chinese && !OPENING.contains(before) && !CLOSING.contains(after)
        }
    }
}

/// The characters that are seen, with their places: not `ESC [ … m`.
fn visible(text: &str) -> impl Iterator<Item = (usize, char)> {
    let mut in_sequence = false;
    text.char_indices().filter(move |(_, c)| {
        let is_hidden = in_sequence || *c == '\x1b';
        in_sequence = if in_sequence { *c != 'm' } else { *c == '\x1b' };
        !is_hidden
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_between_chinese_characters() {
        assert_eq!(wrap("one two  three", 8), ["one two", "three"]);
        assert_eq!(wrap("她说“好商量”。再看看，行吗？", 10), ["她说“好商", "量”。再看", "看，行吗？"]);
        assert_eq!(wrap("a verylongword b", 6), ["a", "verylo", "ngword", "b"]);
        assert_eq!(wrap("", 6), [""; 0]);
    }

    #[test]
    fn styles_take_no_room() {
        assert_eq!(width_of("\x1b[1m好\x1b[0m!"), 3);
        assert_eq!(wrap("one \x1b[1mtwo\x1b[0m", 7), ["one \x1b[1mtwo\x1b[0m"]);
        assert_eq!(wrap("one \x1b[1mtwo\x1b[0m", 6), ["one", "\x1b[1mtwo\x1b[0m"]);
    }
}
