//! The pages that explain each problem of a file and each warning, `docs/problems.md`
//! and its twin in Chinese, taken apart: a `#` heading begins a part, a `##` heading the
//! section of a code.

use crate::language::Language;

/// A part of the page, such as all problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    pub title: &'static str,
    pub sections: Vec<Section>,
}

/// What there is to say about one code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    pub code: &'static str,
    /// All of it, in Markdown, without the heading.
    pub text: &'static str,
}

impl Section {
    /// The first sentence: what is wrong.
    pub fn brief(&self) -> &'static str {
        self.text.lines().next().unwrap_or_default()
    }
}

const fn page(language: Language) -> &'static str {
    match language {
        Language::En => include_str!("../../docs/problems.md"),
        Language::ZhHans => include_str!("../../docs/problems.zh-CN.md"),
    }
}

/// Everything, in the order of the page.
pub fn parts(language: Language) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for (heading, text) in chapters(page(language)) {
        match (heading.strip_prefix("## "), parts.last_mut()) {
            (Some(code), Some(part)) => part.sections.push(Section { code, text }),
            _ => parts.push(Part { title: heading.trim_start_matches("# "), sections: Vec::new() }),
        }
    }
    parts
}

/// The section of a code; `None` where there is none.
pub fn explain(language: Language, code: &str) -> Option<Section> {
    parts(language).into_iter().flat_map(|part| part.sections).find(|section| section.code == code)
}

/// Each heading, and the text up to the next. What looks like a heading within an
/// example is a comment.
fn chapters(page: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut starts = Vec::new();
    let (mut at, mut in_example) = (0, false);
    for line in page.split_inclusive('\n') {
        if line.starts_with("```") {
            in_example = !in_example;
        } else if !in_example && line.starts_with('#') {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([page.len()]);
    let chapters = starts.iter().zip(ends).filter_map(|(start, end)| page.get(*start..end)?.split_once('\n'));
    chapters.map(|(heading, text)| (heading.trim(), text.trim())).collect()
}
