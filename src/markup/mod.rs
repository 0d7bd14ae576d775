//! A document as a neutral tree: made once, shown wherever. It can hold text and
//! structure and nothing else.

#[cfg(feature = "cli")]
mod cells;
pub mod html;
mod inline;
pub mod markdown;
#[cfg(feature = "cli")]
pub mod terminal;

pub use inline::is_wide;

use serde::{Deserialize, Serialize};

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Node {
    Text(String),
    Element {
        tag: Tag,
        /// What it is, for whoever styles it; may be empty.
        class: String,
        children: Vec<Node>,
    },
    /// A bar of a chart: its label, and 0 to 100, or nothing to show.
    Bar {
        label: String,
        percent: Option<u16>,
    },
}

/// The structures that a document may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tag {
    Section,
    Block,
    Heading,
    Subheading,
    Paragraph,
    Span,
    Strong,
    List,
    Numbered,
    Item,
    Quote,
    Table,
    Head,
    Body,
    Row,
    /// The head of a column.
    Column,
    /// The head of a row.
    RowHead,
    Cell,
    /// A chart of [`Node::Bar`]s.
    Bars,
}

/// An element with parts inside.
pub fn element(tag: Tag, class: &str, children: impl IntoIterator<Item = Node>) -> Node {
    Node::Element { tag, class: class.to_owned(), children: children.into_iter().collect() }
}

/// An element with a text inside.
pub fn said(tag: Tag, class: &str, text: impl Into<String>) -> Node {
    element(tag, class, [Node::Text(text.into())])
}

pub fn paragraph(class: &str, text: impl Into<String>) -> Node {
    said(Tag::Paragraph, class, text)
}

/// A section with a heading.
pub fn section(class: &str, heading: &str, children: impl IntoIterator<Item = Node>) -> Node {
    let heading = said(Tag::Heading, "", heading);
    element(Tag::Section, class, std::iter::once(heading).chain(children))
}

/// A table from the heads of its columns and its rows.
pub fn table(columns: &[&str], rows: impl IntoIterator<Item = Node>) -> Node {
    let head = element(Tag::Row, "", columns.iter().map(|column| said(Tag::Column, "", *column)));
    element(Tag::Table, "", [element(Tag::Head, "", [head]), element(Tag::Body, "", rows)])
}

/// A row of a table: its head and its cells.
pub fn row(class: &str, head: &str, cells: impl IntoIterator<Item = Node>) -> Node {
    element(Tag::Row, class, std::iter::once(said(Tag::RowHead, "", head)).chain(cells))
}

pub fn cell(text: impl Into<String>) -> Node {
    said(Tag::Cell, "", text)
}
