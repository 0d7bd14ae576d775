//! A document as a page of its own: one file that shows text and does nothing.

use super::inline::{between, is_running};
use super::{Node, Tag};
use crate::language::Language;

const STYLE: &str = include_str!("print.css");

/// The whole page. The policy in it forbids everything but its own style, should a
/// text ever find a way out.
pub fn page(language: Language, title: &str, nodes: &[Node]) -> String {
    let (language, title, style, body) = (language.tag(), escaped(title), STYLE.trim(), children(nodes));
    format!(
        r#"<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<h1>{title}</h1>
{body}</body>
</html>
"#
    )
}

fn children(nodes: &[Node]) -> String {
    let mut html = String::new();
    let mut before: Option<&Node> = None;
    for node in nodes {
        // Partings belong to lines only; blocks are parted by the style.
        if let Some(before) = before.filter(|before| is_running(before) && is_running(node)) {
            html.push_str(between(before, node));
        }
        html.push_str(&shown(node));
        before = Some(node);
    }
    html
}

fn shown(node: &Node) -> String {
    match node {
        Node::Text(text) => escaped(text),
        Node::Bar { label, percent } => bar(label, *percent),
        Node::Link { label, .. } => escaped(label),
        Node::Curve(_) | Node::Control(_) => String::new(),
        Node::Element { tag, class, children: parts } => {
            let (name, attribute) = name(*tag);
            let class = if class.is_empty() { String::new() } else { format!(" class=\"{}\"", escaped(class)) };
            let end = if is_running(node) { "" } else { "\n" };
            format!("<{name}{attribute}{class}>{}</{name}>{end}", children(parts))
        }
    }
}

/// The name of an element, and what else stands in it.
const fn name(tag: Tag) -> (&'static str, &'static str) {
    match tag {
        Tag::Section => ("section", ""),
        Tag::Block => ("div", ""),
        // The table beside it says the same in figures.
        Tag::Bars => ("div", " aria-hidden=\"true\""),
        Tag::Title => ("h1", ""),
        Tag::Heading => ("h2", ""),
        Tag::Subheading => ("h3", ""),
        Tag::Paragraph => ("p", ""),
        Tag::Span => ("span", ""),
        Tag::Strong => ("strong", ""),
        Tag::List => ("ul", ""),
        Tag::Numbered => ("ol", ""),
        Tag::Item => ("li", ""),
        Tag::Quote => ("blockquote", ""),
        Tag::Table => ("table", ""),
        Tag::Head => ("thead", ""),
        Tag::Body => ("tbody", ""),
        Tag::Row => ("tr", ""),
        Tag::Column => ("th", " scope=\"col\""),
        Tag::RowHead => ("th", " scope=\"row\""),
        Tag::Cell => ("td", ""),
    }
}

fn bar(label: &str, percent: Option<u16>) -> String {
    let (label, width) = (escaped(label), percent.unwrap_or(0));
    format!(
        "<p class=\"bar\"><span>{label}</span> <svg viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\">\
         <rect class=\"track\" width=\"100\" height=\"6\"/><rect class=\"fill\" width=\"{width}\" height=\"6\"/></svg></p>\n"
    )
}

/// A text that means nothing to HTML, as content or as an attribute.
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{cell, element, paragraph, row, said, table};

    #[test]
    fn no_text_can_act() {
        let hostile = "</title><script>alert('1')</script>\" onload=\"x";
        let page = page(Language::En, hostile, &[paragraph(hostile, hostile), table(&[hostile], [row("", hostile, [])])]);
        assert!(!page.contains("<script"));
        assert!(!page.contains("\" onload"));
        assert_eq!(page.matches("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;").count(), 6);
    }

    #[test]
    fn the_page_says_its_language_and_needs_nothing_else() {
        let page = page(Language::ZhHans, "场面", &[]);
        assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-Hans\">"));
        assert!(!page.contains("http://") && !page.contains("https://") && !page.contains("url(") && !page.contains("@import"));
    }

    #[test]
    fn structure_stays_structure() {
        let line = [said(Tag::Span, "who", "Ms Lin"), Node::Text("Yes & no.".to_owned())];
        assert_eq!(
            shown(&element(Tag::Paragraph, "heard", line)),
            "<p class=\"heard\"><span class=\"who\">Ms Lin</span>: Yes &amp; no.</p>\n"
        );
        let table = shown(&table(&["a"], [row("", "b", [cell("c")])]));
        assert!(table.contains("<th scope=\"row\">b</th>\n<td>c</td>"));
    }
}
