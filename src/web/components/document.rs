//! A neutral document, shown in the page.

use super::control::control;
use super::element::{Element, element, keyed, link, span};
use crate::markup::{Node, Point, Tag};
use crate::web::message::Message;
use yew::prelude::{Callback, Html};

/// Puts a document into an element.
pub fn document(into: Element, nodes: &[Node], send: &Callback<Message>) -> Element {
    let mut met: Vec<String> = Vec::new();
    into.all(nodes.iter().map(|node| {
        let kind = kind(node);
        let before = met.iter().filter(|other| **other == kind).count();
        let key = format!("{kind} {before}");
        met.push(kind);
        keyed(shown(node, send), key)
    }))
}

/// By which a part is known again when another comes or goes beside it, so that it keeps
/// the focus.
fn kind(node: &Node) -> String {
    match node {
        Node::Element { tag, class, .. } => [name(*tag), class].join(" "),
        Node::Control(_) => "control".to_owned(),
        Node::Text(_) | Node::Bar { .. } | Node::Curve(_) | Node::Link { .. } => String::new(),
    }
}

fn shown(node: &Node, send: &Callback<Message>) -> Html {
    match node {
        Node::Text(text) => Html::from(text.clone()),
        Node::Bar { label, percent } => bar(label, *percent).html(),
        Node::Curve(points) => curve(points).html(),
        Node::Link { class, to, label } => link(class, label, to).html(),
        Node::Control(used) => control(used, send).html(),
        Node::Element { tag, class, children } => {
            let mut shown = element(name(*tag), class);
            if let Some((attribute, value)) = extra(*tag, class) {
                shown = shown.attribute(attribute, value);
            }
            document(shown, children, send).html()
        }
    }
}

const fn name(tag: Tag) -> &'static str {
    match tag {
        Tag::Section => "section",
        Tag::Block | Tag::Bars => "div",
        Tag::Title => "h1",
        Tag::Heading => "h2",
        Tag::Subheading => "h3",
        Tag::Paragraph => "p",
        Tag::Span => "span",
        Tag::Strong => "strong",
        Tag::List => "ul",
        Tag::Numbered => "ol",
        Tag::Item => "li",
        Tag::Quote => "blockquote",
        Tag::Table => "table",
        Tag::Head => "thead",
        Tag::Body => "tbody",
        Tag::Row => "tr",
        Tag::Column | Tag::RowHead => "th",
        Tag::Cell => "td",
    }
}

/// What assistive technology is told beside the name of an element.
fn extra(tag: Tag, class: &str) -> Option<(&'static str, &'static str)> {
    match (tag, class) {
        (Tag::Column, _) => Some(("scope", "col")),
        (Tag::RowHead, _) => Some(("scope", "row")),
        // The table beside it says the same in figures.
        (Tag::Bars, _) => Some(("aria-hidden", "true")),
        _ => class.split(' ').find_map(|word| match word {
            "log" => Some(("role", "log")),
            "waiting" | "status" => Some(("role", "status")),
            _ => None,
        }),
    }
}

/// One bar of a chart.
fn bar(label: &str, percent: Option<u16>) -> Element {
    let rect = |class, width: &str| element("rect", class).attribute("width", width).attribute("height", "6");
    let picture = element("svg", "")
        .attribute("viewBox", "0 0 100 6")
        .attribute("preserveAspectRatio", "none")
        .with(rect("track", "100"))
        .with(rect("fill", &percent.unwrap_or(0).to_string()));
    element("p", if percent.is_some() { "bar" } else { "bar blank" }).with(span("", label)).with(picture)
}

/// The width of a curve and the height above its lowest point, with room for points at
/// the edges.
const WIDTH: usize = 600;
const HEIGHT: usize = 150;
const EDGE: usize = 10;

/// A line through points. What it shows stands in words beside it.
fn curve(points: &[Point]) -> Element {
    let last = points.len().saturating_sub(1).max(1);
    let place = |at: usize, point: &Point| {
        let height = usize::from(point.height.min(1000)) * HEIGHT / 1000;
        (EDGE + at * WIDTH / last, EDGE + HEIGHT - height)
    };
    let places: Vec<(usize, usize)> = points.iter().enumerate().map(|(at, point)| place(at, point)).collect();
    let line: Vec<String> = places.iter().map(|(x, y)| format!("{x},{y}")).collect();
    let dots = points.iter().zip(&places).map(|(point, (x, y))| {
        let dot = element("circle", &point.class).attribute("cx", &x.to_string()).attribute("cy", &y.to_string());
        dot.attribute("r", if point.class.is_empty() { "3" } else { "7" }).html()
    });
    element("svg", "curve")
        .attribute("viewBox", &format!("0 0 {} {}", WIDTH + 2 * EDGE, HEIGHT + 2 * EDGE))
        .attribute("aria-hidden", "true")
        .with(element("polyline", "").attribute("points", &line.join(" ")))
        .all(dots)
}
