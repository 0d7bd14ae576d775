//! A document as a neutral tree: made once, shown wherever. It holds text, structure,
//! pictures of figures, and [`Control`]s, which only the page can show.

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
    /// A line through points from left to right. What it shows stands in words or in a
    /// table beside it.
    Curve(Vec<Point>),
    /// A way to another place of the page: the part of its address after `#`.
    Link {
        class: String,
        to: String,
        label: String,
    },
    /// Something to press, to type or to choose; only the page shows it.
    Control(Control),
}

/// A point of a curve.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// 0 (bottom) to 1000 (top).
    pub height: u16,
    /// What it is, for whoever styles it; may be empty.
    pub class: String,
}

/// Something to press, to type or to choose. `act` says what it means to whoever wrote
/// the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Control {
    Button {
        act: u32,
        class: String,
        /// The key that presses it too.
        key: Option<char>,
        /// Whether it is pressed, where it stays pressed; whether it can be pressed.
        state: ButtonState,
        children: Vec<Node>,
    },
    /// A text of one or more lines.
    Field { act: u32, label: String, lines: u8, text: String },
    /// One of several, by its place.
    Select { act: u32, label: String, options: Vec<String>, chosen: usize },
    /// A file of the learner's.
    File { act: u32, label: String },
}

impl Control {
    /// The number of what it means.
    pub const fn act(&self) -> u32 {
        match self {
            Self::Button { act, .. } | Self::Field { act, .. } | Self::Select { act, .. } | Self::File { act, .. } => *act,
        }
    }
}

/// How a button stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ButtonState {
    #[default]
    Plain,
    /// It stays pressed, and is not.
    Released,
    Pressed,
    /// It cannot be pressed now.
    Disabled,
}

/// The structures that a document may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tag {
    Section,
    Block,
    /// Of the whole page.
    Title,
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
