//! A map as a picture that needs nothing else: text and shapes.

use super::layout::{CIRCLE, Layout, Link, Point, Size, layout};
use super::{Cause, Kind, Map, Place, Way};
use crate::i18n::map::Words;
use crate::markup::{html::escaped, is_wide};
use crate::scenario::Tone;
use std::fmt::Write;

/// Pixels.
const MARGIN: f64 = 24.0;
const FONT: f64 = 13.0;
const SMALL: f64 = 11.0;
const LINE: f64 = 17.0;
const PADDING: f64 = 11.0;
const TITLE: f64 = 40.0;
/// Between the two lines around a later meeting.
const FRAME: f64 = 3.5;
/// What stands longer on a box is cut short; all of it is told when pointed at.
const LONGEST: f64 = 230.0;

/// A colour in the legend, with room after it, and from line to line.
const SWATCH: f64 = 32.0;
const LEGEND_LINE: f64 = 22.0;

/// The colours of steps, in the order of the method; pale enough to print on.
const STEPS: [&str; 9] = ["#e8e2d4", "#dbe9f6", "#d5efe8", "#dff0d0", "#f5efc4", "#fbe3c6", "#f8d8d2", "#e9dcf2", "#d9dff5"];

/// The whole picture.
pub fn svg(map: &Map) -> String {
    let sizes: Vec<Size> = map.places.iter().map(size).collect();
    let links: Vec<Link> =
        map.ways.iter().map(|way| Link { from: way.from, to: way.to, label: width(&way.label, SMALL) }).collect();
    let layout = layout(&sizes, &links);
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = Picture { map, layout: &layout, words: Words::of(map.language) }.write(&mut text);
    text
}

/// The colour of a place.
pub(super) fn colour(kind: Kind) -> &'static str {
    match kind {
        Kind::Judged(step) => STEPS.get(step % STEPS.len()).copied().unwrap_or("#ffffff"),
        Kind::Unjudged | Kind::Todo | Kind::Patience => "#ffffff",
        Kind::Ending(Tone::Good) => "#bfe3c4",
        Kind::Ending(Tone::Open) => "#f6dfa8",
        Kind::Ending(Tone::Bad) => "#f0bdb6",
    }
}

pub(super) const fn edge_colour(cause: Cause) -> &'static str {
    match cause {
        Cause::Reply => "#4a5157",
        Cause::Drift => "#a3262a",
        Cause::Otherwise => "#8a8478",
    }
}

/// The room that a text takes, roughly: fonts differ.
fn width(text: &str, font: f64) -> f64 {
    text.chars().map(|c| if is_wide(c) { font } else { font * 0.6 }).sum()
}

/// As much of a text as there is room for.
fn cut(text: &str, font: f64) -> String {
    if width(text, font) <= LONGEST {
        return text.to_owned();
    }
    let mut cut = String::new();
    for c in text.chars() {
        if width(&cut, font) > LONGEST - 2.0 * font {
            break;
        }
        cut.push(c);
    }
    cut + "…"
}

/// The lines on a place, each with its font size and weight.
fn lines(place: &Place) -> Vec<(String, f64, &'static str)> {
    let after = place.after.iter().map(|after| (cut(after, SMALL), SMALL, "italic"));
    let name = (!place.name.is_empty()).then(|| (cut(&place.name, FONT), FONT, "bold"));
    let about = (cut(&place.about, SMALL), SMALL, "plain");
    after.chain(name).chain([about]).collect()
}

/// Large enough for its text, and for a second line around it.
fn size(place: &Place) -> Size {
    let lines = lines(place);
    let text = lines.iter().map(|(line, font, _)| width(line, *font)).fold(0.0, f64::max);
    let round = if matches!(place.kind, Kind::Ending(_)) { PADDING } else { 0.0 };
    let frame = if place.after.is_some() { 2.0 * FRAME } else { 0.0 };
    let height = lines.iter().map(|_| LINE).sum::<f64>() + PADDING;
    Size { width: text + 2.0 * PADDING + round + frame, height: height + frame }
}

struct Picture<'a> {
    map: &'a Map,
    layout: &'a Layout,
    words: &'static Words,
}

impl Picture<'_> {
    fn write(&self, text: &mut String) -> std::fmt::Result {
        let legend = self.legend();
        let drawing = self.layout.size;
        let widest = legend.iter().map(|entry| width(&entry.text, SMALL) + SWATCH).fold(drawing.width, f64::max);
        let widest = widest.max(width(&self.map.title, 20.0));
        let bottom = TITLE + drawing.height + 3.0 * MARGIN;
        let legend = placed(legend, bottom, widest);
        let bottom = legend.last().map_or(bottom, |last| last.at.y);
        let (full_width, full_height) = (widest + 2.0 * MARGIN, bottom + MARGIN);
        let (title, language) = (escaped(&self.map.title), self.map.language.tag());
        writeln!(
            text,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:lang=\"{language}\" width=\"{full_width:.0}\" \
             height=\"{full_height:.0}\" viewBox=\"0 0 {full_width:.0} {full_height:.0}\" \
             font-family=\"system-ui, 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif\" fill=\"#1d2124\">"
        )?;
        writeln!(text, "<title>{title}</title>")?;
        writeln!(text, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>")?;
        self.write_arrows(text)?;
        writeln!(text, "<text x=\"{MARGIN}\" y=\"{}\" font-size=\"20\" font-weight=\"600\">{title}</text>", MARGIN + 12.0)?;
        let left = MARGIN + (widest - drawing.width) / 2.0;
        writeln!(text, "<g transform=\"translate({left:.1} {:.1})\">", TITLE + MARGIN)?;
        for (way, path) in self.map.ways.iter().zip(&self.layout.paths) {
            self.write_way(text, way, path)?;
        }
        for (at, place) in self.map.places.iter().enumerate() {
            self.write_place(text, at, place)?;
        }
        // Above everything, so that no line runs through them.
        for (way, path) in self.map.ways.iter().zip(&self.layout.paths) {
            self.write_label(text, way, path)?;
        }
        writeln!(text, "</g>")?;
        write_legend(text, &legend)?;
        writeln!(text, "</svg>")
    }

    fn write_arrows(&self, text: &mut String) -> std::fmt::Result {
        writeln!(text, "<defs>")?;
        for cause in [Cause::Reply, Cause::Drift, Cause::Otherwise] {
            writeln!(
                text,
                "<marker id=\"{}\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" \
                 orient=\"auto\"><path d=\"M0 0L8 4L0 8Z\" fill=\"{}\"/></marker>",
                arrow(cause),
                edge_colour(cause)
            )?;
        }
        writeln!(text, "</defs>")
    }

    fn write_way(&self, text: &mut String, way: &Way, path: &[Point]) -> std::fmt::Result {
        let curve = match path {
            [] => self.circle(way.from),
            path => curve(path),
        };
        let (colour, arrow) = (edge_colour(way.cause), arrow(way.cause));
        writeln!(
            text,
            "<path d=\"{curve}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.3\"{} marker-end=\"url(#{arrow})\"/>",
            dashes(way.cause)
        )
    }

    /// Out of a place and back to it, at its right side.
    fn circle(&self, at: usize) -> String {
        let (centre, size) = (self.centre(at), self.size(at));
        let (x, y) = (centre.x + size.width / 2.0, centre.y);
        let out = x + CIRCLE * 1.2;
        format!("M{x:.1} {:.1}C{out:.1} {:.1} {out:.1} {:.1} {x:.1} {:.1}", y - 8.0, y - 14.0, y + 14.0, y + 8.0)
    }

    fn write_label(&self, text: &mut String, way: &Way, path: &[Point]) -> std::fmt::Result {
        if way.label.is_empty() {
            return Ok(());
        }
        let (x, y) = match path {
            [] => (self.centre(way.from).x + self.size(way.from).width / 2.0 + 4.0, self.centre(way.from).y - 14.0),
            // Below where it starts, or above for a way that leads upwards.
            [start, rest @ ..] => {
                let leads_up = rest.first().is_some_and(|next| next.y < start.y);
                (start.x + 4.0, if leads_up { start.y - 6.0 } else { start.y + 13.0 })
            }
        };
        writeln!(
            text,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{SMALL}\" fill=\"{}\" stroke=\"#ffffff\" stroke-width=\"3\" \
             paint-order=\"stroke\">{}</text>",
            edge_colour(way.cause),
            escaped(&way.label)
        )
    }

    fn write_place(&self, text: &mut String, at: usize, place: &Place) -> std::fmt::Result {
        let (centre, size) = (self.centre(at), self.size(at));
        let whole: Vec<&str> = place.after.iter().map(String::as_str).chain([&*place.name, &*place.about]).collect();
        writeln!(text, "<g><title>{}</title>", escaped(&whole.join("\n").trim().replace('\n', " · ")))?;
        write_box(text, place, centre, size)?;
        let lines = lines(place);
        let mut y = centre.y - lines.iter().map(|_| LINE / 2.0).sum::<f64>() + LINE - 4.0;
        for (line, font, look) in lines {
            let look = match look {
                "bold" => " font-weight=\"600\"",
                "italic" => " font-style=\"italic\"",
                _ => "",
            };
            writeln!(
                text,
                "<text x=\"{:.1}\" y=\"{y:.1}\" font-size=\"{font}\" text-anchor=\"middle\"{look}>{}</text>",
                centre.x,
                escaped(&line)
            )?;
            y += LINE;
        }
        writeln!(text, "</g>")
    }

    fn centre(&self, at: usize) -> Point {
        self.layout.centres.get(at).copied().unwrap_or_default()
    }

    fn size(&self, at: usize) -> Size {
        self.layout.sizes.get(at).copied().unwrap_or_default()
    }

    /// Only what is on this map.
    fn legend(&self) -> Vec<Entry> {
        let (map, words) = (self.map, self.words);
        let has = |kind: Kind| map.places.iter().any(|place| place.kind == kind);
        let leads = |cause: Cause| map.ways.iter().any(|way| way.cause == cause);
        let entry = |kind: Option<Kind>, text: &str| Entry { kind, text: text.to_owned() };
        let steps = map.steps.iter().enumerate().map(|(at, name)| (Kind::Judged(at), name.as_str()));
        let tones = [(Tone::Good, words.good), (Tone::Open, words.open), (Tone::Bad, words.bad)];
        let kinds = steps
            .chain([(Kind::Unjudged, words.not_judged), (Kind::Todo, words.todo)])
            .chain(tones.map(|(tone, name)| (Kind::Ending(tone), name)));
        let mut legend: Vec<Entry> = kinds.filter(|(kind, _)| has(*kind)).map(|(kind, name)| entry(Some(kind), name)).collect();
        let marks = [
            (map.ways.iter().any(|way| way.cause == Cause::Reply), words.letters),
            (map.ways.iter().any(|way| way.label.contains('?')), words.conditional),
            (map.places.iter().any(|place| place.after.is_some()), words.later_meeting),
            (leads(Cause::Drift), words.drift),
            (leads(Cause::Otherwise), words.otherwise),
        ];
        legend.extend(marks.into_iter().filter(|(is_there, _)| *is_there).map(|(_, text)| entry(None, text)));
        legend
    }
}

/// A line of the legend.
struct Entry {
    kind: Option<Kind>,
    text: String,
}

/// Colours side by side as far as there is room, marks on lines of their own.
fn write_legend(text: &mut String, legend: &[Placed]) -> std::fmt::Result {
    for Placed { entry, at } in legend {
        let mut x = at.x;
        if let Some(kind) = entry.kind {
            let place = Place { id: String::new(), name: String::new(), about: String::new(), kind, after: None };
            write_box(text, &place, Point { x: x + 13.0, y: at.y - 4.0 }, Size { width: 26.0, height: 13.0 })?;
            x += SWATCH;
        }
        writeln!(text, "<text x=\"{x:.1}\" y=\"{:.1}\" font-size=\"{SMALL}\">{}</text>", at.y, escaped(&entry.text))?;
    }
    Ok(())
}

/// An entry of the legend with where it begins.
struct Placed {
    entry: Entry,
    at: Point,
}

fn placed(legend: Vec<Entry>, top: f64, widest: f64) -> Vec<Placed> {
    let mut at = Point { x: MARGIN, y: top };
    let mut placed = Vec::new();
    for entry in legend {
        let width = SWATCH + width(&entry.text, SMALL);
        let is_mark = entry.kind.is_none();
        if at.x > MARGIN && (is_mark || at.x + width > MARGIN + widest) {
            at = Point { x: MARGIN, y: at.y + LEGEND_LINE };
        }
        placed.push(Placed { entry, at });
        at =
            if is_mark { Point { x: MARGIN, y: at.y + LEGEND_LINE } } else { Point { x: at.x + width + 2.0 * PADDING, y: at.y } };
    }
    placed
}

/// Scenes have corners, endings are round; a later meeting has a second line.
fn write_box(text: &mut String, place: &Place, centre: Point, size: Size) -> std::fmt::Result {
    let (edge, dashes) = match place.kind {
        Kind::Todo => ("#4a5157", " stroke-dasharray=\"5 4\""),
        Kind::Patience => ("#8a8478", " stroke-dasharray=\"2 3\""),
        _ => ("#4a5157", ""),
    };
    let round = if matches!(place.kind, Kind::Ending(_)) { size.height / 2.0 } else { 5.0 };
    let mut outline = |inset: f64, fill: &str| {
        writeln!(
            text,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\" rx=\"{:.1}\" fill=\"{fill}\" stroke=\"{edge}\"{dashes}/>",
            centre.x - size.width / 2.0 + inset,
            centre.y - size.height / 2.0 + inset,
            size.width - 2.0 * inset,
            size.height - 2.0 * inset,
            round
        )
    };
    if place.after.is_some() {
        outline(0.0, "#ffffff")?;
        return outline(FRAME, colour(place.kind));
    }
    outline(0.0, colour(place.kind))
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
