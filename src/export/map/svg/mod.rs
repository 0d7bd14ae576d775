//! A map as a picture that needs nothing else: text and shapes. Lengths are pixels.

mod legend;
mod places;
mod ways;

use super::Map;
use super::layout::{Layout, Link, Point, Size, layout};
use crate::markup::{html::escaped, is_wide};
use legend::Legend;
use std::fmt::{Result, Write};

const MARGIN: f64 = 24.0;
/// Room above the drawing, and the size of what stands in it.
const TITLE: f64 = 40.0;
const TITLE_FONT: f64 = 20.0;
/// The size of everything but names.
const SMALL: f64 = 11.0;

/// The whole picture.
pub fn svg(map: &Map) -> String {
    let sizes: Vec<Size> = map.places.iter().map(places::size).collect();
    let links: Vec<Link> =
        map.ways.iter().map(|way| Link { from: way.from, to: way.to, label: width(&way.label, SMALL) }).collect();
    let layout = layout(&sizes, &links);
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = Picture { map, layout: &layout }.write(&mut text);
    text
}

/// The room that a text takes, roughly: fonts differ.
fn width(text: &str, font: f64) -> f64 {
    text.chars().map(|c| if is_wide(c) { font } else { font * 0.6 }).sum()
}

struct Picture<'a> {
    map: &'a Map,
    layout: &'a Layout,
}

impl Picture<'_> {
    fn write(&self, text: &mut String) -> Result {
        let legend = Legend::of(self.map);
        let drawing = self.layout.size;
        let widest = drawing.width.max(legend.widest()).max(width(&self.map.title, TITLE_FONT));
        let legend = legend.placed(Point { x: MARGIN, y: TITLE + drawing.height + 3.0 * MARGIN }, widest);
        let whole = Size { width: widest + 2.0 * MARGIN, height: legend.bottom() + MARGIN };
        self.write_head(text, whole)?;
        ways::write_arrows(text)?;
        let left = MARGIN + (widest - drawing.width) / 2.0;
        writeln!(text, "<g transform=\"translate({left:.1} {:.1})\">", TITLE + MARGIN)?;
        for (way, path) in self.map.ways.iter().zip(&self.layout.paths) {
            self.write_way(text, way, path)?;
        }
        for (at, place) in self.map.places.iter().enumerate() {
            places::write(text, place, self.centre(at), self.size(at))?;
        }
        // Above everything, so that no line runs through them.
        for (way, path) in self.map.ways.iter().zip(&self.layout.paths) {
            self.write_label(text, way, path)?;
        }
        writeln!(text, "</g>")?;
        legend.write(text)?;
        writeln!(text, "</svg>")
    }

    fn write_head(&self, text: &mut String, size: Size) -> Result {
        let (title, language) = (escaped(&self.map.title), self.map.language.tag());
        let (width, height) = (size.width.ceil(), size.height.ceil());
        writeln!(
            text,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{language}\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"0 0 {width} {height}\" fill=\"#1d2124\" \
             font-family=\"system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif\">"
        )?;
        writeln!(text, "<title>{title}</title>")?;
        writeln!(text, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>")?;
        let y = MARGIN + TITLE_FONT / 2.0;
        writeln!(text, "<text x=\"{MARGIN}\" y=\"{y}\" font-size=\"{TITLE_FONT}\" font-weight=\"600\">{title}</text>")
    }

    fn centre(&self, at: usize) -> Point {
        self.layout.centres.get(at).copied().unwrap_or_default()
    }

    fn size(&self, at: usize) -> Size {
        self.layout.sizes.get(at).copied().unwrap_or_default()
    }
}
