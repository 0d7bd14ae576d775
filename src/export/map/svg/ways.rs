//! The ways between places: lines with arrows and labels.

use super::{Picture, Point, SMALL};
use crate::export::map::layout::CIRCLE;
use crate::export::map::{Cause, Way, palette};
use crate::markup::html::escaped;
use std::fmt::{Result, Write};

/// The heads of the arrows, to be used by name.
pub fn write_arrows(text: &mut String) -> Result {
    writeln!(text, "<defs>")?;
    for cause in [Cause::Reply, Cause::Drift, Cause::Otherwise] {
        let (name, colour) = (arrow(cause), palette::line(cause));
        writeln!(
            text,
            "<marker id=\"{name}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" \
             orient=\"auto\"><path d=\"M0 0L8 4L0 8Z\" fill=\"{colour}\"/></marker>"
        )?;
    }
    writeln!(text, "</defs>")
}

impl Picture<'_> {
    pub(super) fn write_way(&self, text: &mut String, way: &Way, path: &[Point]) -> Result {
        let line = if path.is_empty() { self.circle(way.from) } else { curve(path) };
        let (colour, arrow, dashes) = (palette::line(way.cause), arrow(way.cause), dashes(way.cause));
        writeln!(
            text,
            "<path d=\"{line}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.3\"{dashes} marker-end=\"url(#{arrow})\"/>"
        )
    }

    /// The middle of a place's right side.
    fn side(&self, at: usize) -> Point {
        let centre = self.centre(at);
        Point { x: centre.x + self.size(at).width / 2.0, y: centre.y }
    }

    /// Out of a place and back to it.
    fn circle(&self, at: usize) -> String {
        let Point { x, y } = self.side(at);
        let out = x + CIRCLE * 1.2;
        format!("M{x:.1} {:.1}C{out:.1} {:.1} {out:.1} {:.1} {x:.1} {:.1}", y - 8.0, y - 14.0, y + 14.0, y + 8.0)
    }

    /// Beside where the way starts.
    pub(super) fn write_label(&self, text: &mut String, way: &Way, path: &[Point]) -> Result {
        if way.label.is_empty() {
            return Ok(());
        }
        let start = path.first().copied().unwrap_or_else(|| self.side(way.from));
        let down = match path.get(1) {
            Some(next) if next.y > start.y => 13.0,
            Some(_) => -6.0,
            None => -14.0,
        };
        let (x, y, colour, label) = (start.x + 4.0, start.y + down, palette::line(way.cause), escaped(&way.label));
        writeln!(
            text,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{SMALL}\" fill=\"{colour}\" stroke=\"#ffffff\" \
             stroke-width=\"3\" paint-order=\"stroke\">{label}</text>"
        )
    }
}

/// Straight between the two points of a pair, bent from pair to pair.
fn curve(path: &[Point]) -> String {
    let mut curve = String::new();
    let mut before: Option<Point> = None;
    for (at, point) in path.iter().enumerate() {
        let piece = match before {
            None => format!("M{:.1} {:.1}", point.x, point.y),
            Some(before) if at % 2 == 0 => {
                let middle = f64::midpoint(before.y, point.y);
                format!("C{:.1} {middle:.1} {:.1} {middle:.1} {:.1} {:.1}", before.x, point.x, point.x, point.y)
            }
            Some(_) => format!("L{:.1} {:.1}", point.x, point.y),
        };
        curve.push_str(&piece);
        before = Some(*point);
    }
    curve
}

const fn arrow(cause: Cause) -> &'static str {
    match cause {
        Cause::Reply => "reply",
        Cause::Drift => "drift",
        Cause::Otherwise => "otherwise",
    }
}

const fn dashes(cause: Cause) -> &'static str {
    match cause {
        Cause::Reply => "",
        Cause::Drift => " stroke-dasharray=\"7 4\"",
        Cause::Otherwise => " stroke-dasharray=\"2 4\"",
    }
}
