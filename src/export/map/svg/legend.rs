//! What colours and marks mean: only those that are on the map.

use super::places::write_box;
use super::{MARGIN, Point, SMALL, Size, width};
use crate::export::map::{Cause, Kind, Map};
use crate::i18n::map::Words;
use crate::markup::html::escaped;
use crate::scenario::Tone;
use std::fmt::{Result, Write};

/// A colour, with room after it.
const SWATCH: Size = Size { width: 26.0, height: 13.0 };
const INDENT: f64 = 32.0;
const LINE: f64 = 22.0;

/// A colour or a mark with its meaning.
struct Entry {
    /// `None`: a mark, which its text shows.
    kind: Option<Kind>,
    text: String,
    at: Point,
}

impl Entry {
    fn new(kind: Option<Kind>, text: &str) -> Self {
        Self { kind, text: text.to_owned(), at: Point::default() }
    }

    fn width(&self) -> f64 {
        INDENT + width(&self.text, SMALL)
    }
}

pub struct Legend(Vec<Entry>);

impl Legend {
    pub fn of(map: &Map) -> Self {
        let words = Words::of(map.language);
        let steps = map.steps.iter().enumerate().map(|(at, name)| (Kind::Judged(at), name.as_str()));
        let others = [
            (Kind::Unjudged, words.not_judged),
            (Kind::Todo, words.todo),
            (Kind::Ending(Tone::Good), words.good),
            (Kind::Ending(Tone::Open), words.open),
            (Kind::Ending(Tone::Bad), words.bad),
        ];
        let is_there = |kind: Kind| map.places.iter().any(|place| place.kind == kind);
        let colours = steps.chain(others).filter(|(kind, _)| is_there(*kind)).map(|(kind, name)| Entry::new(Some(kind), name));
        let leads = |cause: Cause| map.ways.iter().any(|way| way.cause == cause);
        let marks = [
            (leads(Cause::Reply), words.letters),
            (map.ways.iter().any(|way| way.label.contains('?')), words.conditional),
            (map.places.iter().any(|place| place.after.is_some()), words.later_meeting),
            (leads(Cause::Drift), words.drift),
            (leads(Cause::Otherwise), words.otherwise),
        ];
        let marks = marks.into_iter().filter(|(is_there, _)| *is_there).map(|(_, text)| Entry::new(None, text));
        Self(colours.chain(marks).collect())
    }

    /// The room that its longest entry takes.
    pub fn widest(&self) -> f64 {
        self.0.iter().map(Entry::width).fold(0.0, f64::max)
    }

    /// Colours side by side as far as there is room, marks on lines of their own.
    pub fn placed(mut self, from: Point, widest: f64) -> Self {
        let mut at = from;
        let mut after_mark = false;
        for entry in &mut self.0 {
            let is_mark = entry.kind.is_none();
            let is_full = at.x > from.x && at.x + entry.width() > from.x + widest;
            if is_full || after_mark || (is_mark && at.x > from.x) {
                at = Point { x: from.x, y: at.y + LINE };
            }
            entry.at = at;
            at.x += entry.width() + MARGIN;
            after_mark = is_mark;
        }
        self
    }

    /// The last line, once it is placed.
    pub fn bottom(&self) -> f64 {
        self.0.last().map_or(0.0, |entry| entry.at.y)
    }

    pub fn write(&self, text: &mut String) -> Result {
        for Entry { kind, text: meaning, at } in &self.0 {
            let mut x = at.x;
            if let Some(kind) = kind {
                write_box(text, *kind, Point { x: x + SWATCH.width / 2.0, y: at.y - 4.0 }, SWATCH)?;
                x += INDENT;
            }
            writeln!(text, "<text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"{SMALL}\">{}</text>", at.y, escaped(meaning))?;
        }
        Ok(())
    }
}
