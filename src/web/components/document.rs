//! A neutral document, shown in the page.

use super::element::{Element, element, span};
use crate::markup::{Node, Tag};
use yew::prelude::Html;

/// Puts a document into an element.
pub fn document(into: Element, nodes: &[Node]) -> Element {
    into.all(nodes.iter().map(shown))
}

fn shown(node: &Node) -> Html {
    match node {
        Node::Text(text) => Html::from(text.clone()),
        Node::Bar { label, percent } => bar(label, *percent).html(),
        Node::Element { tag, class, children } => {
            let mut shown = element(name(*tag), class);
            if let Some((attribute, value)) = extra(*tag) {
                shown = shown.attribute(attribute, value);
            }
            document(shown, children).html()
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

const fn extra(tag: Tag) -> Option<(&'static str, &'static str)> {
    match tag {
        Tag::Column => Some(("scope", "col")),
        Tag::RowHead => Some(("scope", "row")),
        // The table beside it says the same in figures.
        Tag::Bars => Some(("aria-hidden", "true")),
        _ => None,
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
