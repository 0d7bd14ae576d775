//! Where the parts of a file stand, for those who speak of a scenario that was
//! read without a problem.

use crate::reader::{self, Problems};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Byte ranges in the text of a file, in the order of the scenario's lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// The title, for what concerns the whole.
    pub title: Range<usize>,
    /// The names of the scenes.
    pub scenes: Vec<Range<usize>>,
    /// What is said in each reply.
    pub replies: Vec<Range<usize>>,
    /// The names of the endings.
    pub endings: Vec<Range<usize>>,
}

impl Places {
    /// The places in a text that is a scenario; none where it is not.
    pub fn of(source: &str) -> Self {
        let root = reader::parse(source, &Problems::default());
        let Some(root) = root.as_ref().map(Spanned::get_ref) else { return Self::default() };
        let scenes = sections(root, "scene");
        Self {
            title: root.get("title").map(Spanned::span).unwrap_or_default(),
            scenes: scenes.iter().map(|scene| span(scene, "id")).collect(),
            replies: scenes.iter().flat_map(|scene| sections(scene, "reply")).map(|reply| span(reply, "say")).collect(),
            endings: sections(root, "ending").into_iter().map(|ending| span(ending, "id")).collect(),
        }
    }
}

fn sections<'t>(table: &'t DeTable<'t>, key: &str) -> Vec<&'t DeTable<'t>> {
    let sections = table.get(key).and_then(|sections| sections.get_ref().as_array());
    sections.into_iter().flat_map(|sections| sections.iter()).filter_map(|section| section.get_ref().as_table()).collect()
}

fn span(table: &DeTable<'_>, key: &str) -> Range<usize> {
    table.get(key).map(Spanned::<DeValue<'_>>::span).unwrap_or_default()
}
