//! Running text: what every way of showing a document must agree on.

use super::{Node, Tag};

/// Classes of words that name what follows them.
const NAMING: [&str; 2] = ["who", "label"];

/// Whether a node is part of a line rather than a block of its own.
pub(super) const fn is_running(node: &Node) -> bool {
    matches!(node, Node::Text(_) | Node::Link { .. } | Node::Element { tag: Tag::Span | Tag::Strong, .. })
}

/// Neighbours in order: each run of nodes that share a line, and each block alone.
pub(super) fn runs(nodes: &[Node]) -> impl Iterator<Item = &[Node]> {
    nodes.chunk_by(|before, after| is_running(before) && is_running(after))
}

/// What stands between two neighbours on a line: a colon after words that name what
/// follows, a dot between parts that stand for themselves. In the page, styles do
/// this.
pub(super) fn between(before: &Node, after: &Node) -> &'static str {
    match (before, after) {
        (Node::Element { class, .. }, _) if NAMING.contains(&class.as_str()) => {
            let is_chinese = last(before).is_some_and(is_wide) || first(after).is_some_and(is_wide);
            if is_chinese { "：" } else { ": " }
        }
        (Node::Element { .. }, Node::Element { .. }) => " · ",
        _ => "",
    }
}

/// Nodes on a line, each after what parts it from the one before.
pub(super) fn parted(nodes: &[Node]) -> impl Iterator<Item = (&'static str, &Node)> {
    let before = std::iter::once(None).chain(nodes.iter().map(Some));
    nodes.iter().zip(before).map(|(node, before)| (before.map_or("", |before| between(before, node)), node))
}

/// Whether an item begins with a heading, which then takes the place of its number.
pub(super) fn is_titled(item: &Node) -> bool {
    let Node::Element { tag: Tag::Item, children, .. } = item else { return false };
    matches!(children.first(), Some(Node::Element { tag: Tag::Heading | Tag::Subheading, .. }))
}

/// A text on one line: line breaks are spaces, and what no screen should obey is
/// left out.
pub(super) fn flowing(text: &str) -> String {
    let mut flowing = String::with_capacity(text.len());
    for c in text.chars() {
        if !(c.is_control() || c == ' ') {
            flowing.push(c);
        } else if c.is_whitespace() && !flowing.ends_with(' ') {
            flowing.push(' ');
        }
    }
    flowing
}

fn last(node: &Node) -> Option<char> {
    match node {
        Node::Text(text) => text.chars().last(),
        Node::Element { children, .. } => last(children.last()?),
        Node::Link { label, .. } => label.chars().last(),
        Node::Bar { .. } | Node::Curve(_) | Node::Control(_) => None,
    }
}

fn first(node: &Node) -> Option<char> {
    match node {
        Node::Text(text) => text.chars().next(),
        Node::Element { children, .. } => first(children.first()?),
        Node::Link { label, .. } => label.chars().next(),
        Node::Bar { .. } | Node::Curve(_) | Node::Control(_) => None,
    }
}

/// Whether a character belongs to Chinese text, its punctuation included.
pub const fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}
