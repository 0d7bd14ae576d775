//! Scenes and endings: boxes with text.

use super::{Point, SMALL, Size, width};
use crate::export::map::{Kind, Place, palette};
use crate::markup::html::escaped;
use std::fmt::{Result, Write};

/// The size of a name, and the height of a line.
const FONT: f64 = 13.0;
const LINE: f64 = 17.0;
const PADDING: f64 = 11.0;
/// Between the two lines around a later meeting.
const FRAME: f64 = 3.5;
/// What is wider is cut short; all of it is told when pointed at.
const WIDEST: f64 = 230.0;

/// A line of text as it looks.
struct Line {
    text: String,
    font: f64,
    /// As an attribute.
    style: &'static str,
}

fn lines(place: &Place) -> Vec<Line> {
    let line = |text: &str, font, style| Line { text: cut(text, font), font, style };
    let after = place.after.iter().map(|after| line(after, SMALL, " font-style=\"italic\""));
    let name = (!place.name.is_empty()).then(|| line(&place.name, FONT, " font-weight=\"600\""));
    after.chain(name).chain([line(&place.about, SMALL, "")]).collect()
}

fn cut(text: &str, font: f64) -> String {
    if width(text, font) <= WIDEST {
        return text.to_owned();
    }
    let mut cut = String::new();
    for c in text.chars() {
        if width(&cut, font) > WIDEST - 2.0 * font {
            break;
        }
        cut.push(c);
    }
    cut + "…"
}

/// Large enough for its text, and for a second line around it.
pub fn size(place: &Place) -> Size {
    let lines = lines(place);
    let text = lines.iter().map(|line| width(&line.text, line.font)).fold(0.0, f64::max);
    let round = if matches!(place.kind, Kind::Ending(_)) { PADDING } else { 0.0 };
    let frame = if place.after.is_some() { 2.0 * FRAME } else { 0.0 };
    let height = lines.iter().map(|_| LINE).sum::<f64>() + PADDING;
    Size { width: text + 2.0 * PADDING + round + frame, height: height + frame }
}

/// A place with its text, all of which is told when it is pointed at.
pub fn write(text: &mut String, place: &Place, centre: Point, size: Size) -> Result {
    let parts = place.after.iter().chain([&place.name, &place.about]).filter(|part| !part.is_empty());
    let whole: Vec<String> = parts.map(|part| escaped(part)).collect();
    writeln!(text, "<g><title>{}</title>", whole.join(" · "))?;
    if place.after.is_some() {
        let inner = Size { width: size.width - 2.0 * FRAME, height: size.height - 2.0 * FRAME };
        write_box(text, Kind::Unjudged, centre, size)?;
        write_box(text, place.kind, centre, inner)?;
    } else {
        write_box(text, place.kind, centre, size)?;
    }
    let lines = lines(place);
    let mut y = centre.y - lines.iter().map(|_| LINE / 2.0).sum::<f64>() - 4.0;
    for line in lines {
        y += LINE;
        let (x, font, style, line) = (centre.x, line.font, line.style, escaped(&line.text));
        writeln!(text, "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{font}\" text-anchor=\"middle\"{style}>{line}</text>")?;
    }
    writeln!(text, "</g>")
}

/// Scenes have corners, endings are round.
pub fn write_box(text: &mut String, kind: Kind, centre: Point, size: Size) -> Result {
    let dashes = match kind {
        Kind::Todo => " stroke-dasharray=\"5 4\"",
        Kind::Patience => " stroke-dasharray=\"2 3\"",
        Kind::Judged(_) | Kind::Unjudged | Kind::Ending(_) => "",
    };
    let round = if matches!(kind, Kind::Ending(_)) { size.height / 2.0 } else { 5.0 };
    let (x, y) = (centre.x - size.width / 2.0, centre.y - size.height / 2.0);
    writeln!(
        text,
        "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"{round:.1}\" fill=\"{}\" \
         stroke=\"#4a5157\"{dashes}/>",
        size.width,
        size.height,
        palette::fill(kind)
    )
}
