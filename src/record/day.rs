//! What may stand in a day of the journal.

use super::Day;
use crate::reader::is_bidi_control;

/// The most characters of a text: some pages, and a day still is read in a moment.
pub const LONGEST_TEXT: usize = 5_000;

/// The texts of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Setback,
    Success,
    Noticed,
}

impl Part {
    pub const ALL: [Self; 3] = [Self::Setback, Self::Success, Self::Noticed];
}

impl Day {
    pub fn text(&self, part: Part) -> &str {
        match part {
            Part::Setback => &self.setback,
            Part::Success => &self.success,
            Part::Noticed => &self.noticed,
        }
    }

    /// The same day with another text, tidied.
    #[must_use]
    pub fn with(mut self, part: Part, text: &str) -> Self {
        let place = match part {
            Part::Setback => &mut self.setback,
            Part::Success => &mut self.success,
            Part::Noticed => &mut self.noticed,
        };
        *place = tidy(text);
        self
    }

    /// The same day with all texts tidied.
    #[must_use]
    pub fn tidied(self) -> Self {
        let Self { day, setback, success, noticed } = self;
        Self { day, setback: tidy(&setback), success: tidy(&success), noticed: tidy(&noticed) }
    }

    pub fn is_empty(&self) -> bool {
        Part::ALL.iter().all(|part| self.text(*part).is_empty())
    }
}

/// A text without what no reader should obey, and no longer than [`LONGEST_TEXT`].
fn tidy(text: &str) -> String {
    let seen = |c: &char| *c == '\n' || !(c.is_control() || is_bidi_control(*c));
    let seen: String = text.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(seen).collect();
    let cut: String = seen.trim().chars().take(LONGEST_TEXT).collect();
    cut.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_lines_and_loses_what_nobody_sees() {
        let day = Day::default().with(Part::Setback, " He left.\r\n\tI \u{7}said\u{202e} nothing.\n");
        assert_eq!(day.setback, "He left.\n I said nothing.");
    }

    #[test]
    fn a_text_is_cut_where_it_is_too_long_and_then_stays_so() {
        let day = Day::default().with(Part::Noticed, &"谈 ".repeat(LONGEST_TEXT));
        assert_eq!(day.noticed.chars().count(), LONGEST_TEXT - 1, "it does not end with a space");
        assert_eq!(day.clone().tidied(), day);
    }
}
