//! A neutral document, shown in the page.

use crate::markup::{Node, Tag};
use yew::prelude::{AttrValue, Html, html};
use yew::virtual_dom::VTag;

pub fn document(nodes: &[Node]) -> Html {
    nodes.iter().map(shown).collect()
}

fn shown(node: &Node) -> Html {
    match node {
        Node::Text(text) => Html::from(text.clone()),
        Node::Bar { label, percent } => bar(label, *percent),
        Node::Element { tag, class, children } => {
            let mut element = VTag::new(name(*tag));
            if !class.is_empty() {
                element.add_attribute("class", AttrValue::from(class.clone()));
            }
            if let Some((attribute, value)) = extra(*tag) {
                element.add_attribute(attribute, value);
            }
            element.add_children(children.iter().map(shown));
            element.into()
        }
    }
}

const fn name(tag: Tag) -> &'static str {
    match tag {
        Tag::Section => "section",
        Tag::Block | Tag::Bars => "div",
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
fn bar(label: &str, percent: Option<u16>) -> Html {
    let class = if percent.is_some() { "bar" } else { "bar blank" };
    html! {
        <p {class}>
            <span>{label.to_owned()}</span>
            <svg viewBox="0 0 100 6" preserveAspectRatio="none">
                <rect width="100" height="6" class="track" />
                <rect width={percent.unwrap_or(0).to_string()} height="6" class="fill" />
            </svg>
        </p>
    }
}
