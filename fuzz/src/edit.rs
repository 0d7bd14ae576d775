//! Changes to a file that leave most of it whole, so that they reach past the parser.

use crate::dice::{Dice, Seeded};

/// A file changed in one or a few places. `None`: not text, or better changed byte by
/// byte this time.
fn edited(bytes: &[u8], seed: u32) -> Option<Vec<u8>> {
    let mut dice = Seeded(u64::from(seed) << 16 | 0x9e37);
    let mut text = std::str::from_utf8(bytes).ok().filter(|text| !text.is_empty())?.to_owned();
    if dice.below(4) == 0 {
        return None;
    }
    for _ in 0..=dice.below(3) {
        text = edit(&text, &mut dice);
    }
    Some(text.into_bytes())
}

/// Changes a file within the fuzzer's buffer, of which `size` bytes are the file and
/// `room` may be used; the new size. `None`: nothing was changed.
pub fn edit_in_place(data: &mut [u8], size: usize, room: usize, seed: u32) -> Option<usize> {
    let edited = edited(data.get(..size)?, seed).filter(|edited| edited.len() <= room)?;
    data.get_mut(..edited.len())?.copy_from_slice(&edited);
    Some(edited.len())
}

/// One change.
pub fn edit(text: &str, dice: &mut impl Dice) -> String {
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let at = dice.below(lines.len());
    let other = dice.below(lines.len());
    match dice.below(9) {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[other].clone()),
        2 => lines.swap(at, other),
        3 => drop(lines.drain(section(&lines, at))),
        4 => {
            let copy = lines[section(&lines, at)].to_vec();
            lines.splice(other..other, copy);
        }
        5 => lines[at] = with_number(&lines[at], dice),
        6 | 7 => lines[at] = with_word(&lines[at], text, dice),
        _ => lines[at] = toggled(&lines[at]),
    }
    lines.join("\n")
}

/// The section that a line stands in, heading included.
fn section(lines: &[String], at: usize) -> std::ops::Range<usize> {
    let is_heading = |line: &String| line.starts_with('[');
    let start = lines[..=at].iter().rposition(is_heading).unwrap_or(0);
    let end = lines[start + 1..].iter().position(is_heading).map_or(lines.len(), |next| start + 1 + next);
    start..end
}

/// The line with its last number replaced.
fn with_number(line: &str, dice: &mut impl Dice) -> String {
    const NUMBERS: [&str; 16] =
        ["0", "1", "2", "3", "4", "9", "10", "11", "12", "13", "-1", "-10", "200", "1000000", "0.0001", "1.0"];
    let number = NUMBERS[dice.below(NUMBERS.len())];
    let to_its_end = line.trim_end_matches(|c: char| !c.is_ascii_digit());
    let before = to_its_end.trim_end_matches(|c: char| c.is_ascii_digit());
    match line.strip_prefix(to_its_end) {
        Some(rest) if before != to_its_end => format!("{before}{number}{rest}"),
        _ => line.to_owned(),
    }
}

/// The line with one of its texts replaced by one from anywhere in the file.
fn with_word(line: &str, text: &str, dice: &mut impl Dice) -> String {
    let words: Vec<&str> = text.split('"').skip(1).step_by(2).filter(|word| !word.contains('\n')).collect();
    let mut parts: Vec<&str> = line.split('"').collect();
    let own = parts.len() / 2;
    if own == 0 || words.is_empty() {
        return line.to_owned();
    }
    let at = 2 * dice.below(own) + 1;
    parts[at] = words[dice.below(words.len())];
    parts.join("\"")
}

fn toggled(line: &str) -> String {
    if line.contains("true") {
        line.replace("true", "false")
    } else if line.contains("false") {
        line.replace("false", "true")
    } else if line.contains("at_least") {
        line.replace("at_least", "at_most")
    } else if line.contains("used") {
        line.replace("used", "unused")
    } else {
        line.replace("known", "unknown").replace("visited", "unvisited").replace("made", "overdrawn")
    }
}
