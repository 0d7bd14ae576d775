//! A document as Markdown (CommonMark with the tables of GitHub).

use super::inline::{flowing, is_running, is_titled, parted, runs};
use super::{Node, Tag};

/// The whole document under its title.
pub fn document(title: &str, nodes: &[Node]) -> String {
    let heading = format!("# {}", escaped(&flowing(title)));
    let blocks = std::iter::once(heading).chain(blocks(nodes));
    joined(blocks.collect()) + "\n"
}

/// Each block as text of one or more lines; between blocks belongs an empty line.
fn blocks(nodes: &[Node]) -> Vec<String> {
    runs(nodes)
        .flat_map(|run| match run {
            [node] if !is_running(node) => block(node),
            line => vec![at_start(&inline(line))],
        })
        .filter(|block| !block.is_empty())
        .collect()
}

fn block(node: &Node) -> Vec<String> {
    let Node::Element { tag, class, children } = node else { return vec![bars(std::slice::from_ref(node))] };
    match tag {
        Tag::Title => vec![format!("# {}", inline(children))],
        Tag::Heading => vec![format!("## {}", inline(children))],
        Tag::Subheading => vec![format!("### {}", inline(children))],
        Tag::Paragraph if class == "cue" => vec![format!("*{}*", inline(children).trim())],
        Tag::Paragraph | Tag::Span | Tag::Strong => vec![at_start(&inline(std::slice::from_ref(node)))],
        Tag::List => list(children, |_| "- ".to_owned()),
        Tag::Numbered => list(children, |number| format!("{number}. ")),
        Tag::Quote => vec![indented(&joined(blocks(children)), "> ", "> ")],
        Tag::Table => vec![table(children)],
        Tag::Bars => vec![bars(children)],
        Tag::Section | Tag::Block | Tag::Item | Tag::Head | Tag::Body | Tag::Row | Tag::Column | Tag::RowHead | Tag::Cell => {
            blocks(children)
        }
    }
}

/// Blocks with an empty line between them. Two lists would become one, were there not
/// something unseen between.
fn joined(blocks: Vec<String>) -> String {
    let is_list = |block: &str| block.starts_with("- ") || block.starts_with("1. ");
    let mut joined = String::new();
    let mut after_list = false;
    for block in blocks {
        if !joined.is_empty() {
            joined.push_str(if after_list && is_list(&block) { "\n\n<!-- -->\n\n" } else { "\n\n" });
        }
        after_list = is_list(&block);
        joined.push_str(&block);
    }
    joined
}

/// A list; items under headings of their own are no list to Markdown.
fn list(items: &[Node], marker: impl Fn(usize) -> String) -> Vec<String> {
    if items.iter().any(is_titled) {
        return items.iter().flat_map(block).collect();
    }
    let is_long = items.iter().any(|item| block(item).len() > 1);
    let items = items.iter().zip(1..).map(|(item, number)| {
        let marker = marker(number);
        indented(&joined(block(item)), &marker, &" ".repeat(marker.len()))
    });
    vec![items.collect::<Vec<_>>().join(if is_long { "\n\n" } else { "\n" })]
}

fn table(parts: &[Node]) -> String {
    let mut lines = Vec::new();
    for part in parts {
        let Node::Element { tag, children, .. } = part else { continue };
        for row in children {
            let Node::Element { children: cells, .. } = row else { continue };
            let texts: Vec<String> = cells.iter().map(|cell| inline(std::slice::from_ref(cell)).trim().to_owned()).collect();
            lines.push(format!("| {} |", texts.join(" | ")));
            if *tag == Tag::Head {
                lines.push(format!("|{}", " --- |".repeat(texts.len())));
            }
        }
    }
    lines.join("\n")
}

fn bars(bars: &[Node]) -> String {
    let lines = bars.iter().map(|bar| format!("- {}", inline(std::slice::from_ref(bar))));
    lines.collect::<Vec<_>>().join("\n")
}

/// Nodes that share a line.
fn inline(nodes: &[Node]) -> String {
    parted(nodes)
        .map(|(parting, node)| {
            let text = match node {
                Node::Text(text) => escaped(&flowing(text)),
                Node::Element { tag, class, children } => {
                    let text = inline(children);
                    let is_bold = *tag == Tag::Strong || ["who", "label"].contains(&class.as_str());
                    if is_bold && !text.trim().is_empty() { format!("**{}**", text.trim()) } else { text }
                }
                Node::Link { label, .. } => escaped(&flowing(label)),
                Node::Curve(_) | Node::Control(_) => String::new(),
                Node::Bar { label, percent } => {
                    escaped(&flowing(label)) + &percent.map_or(String::new(), |percent| format!(": {percent}%"))
                }
            };
            format!("{parting}{text}")
        })
        .collect()
}

/// A text that means nothing to Markdown, wherever on a line it stands.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        // A colon before slashes would make a link of an address.
        if "\\`*_{}[]<>#|~&$".contains(c) || (c == ':' && rest.peek() == Some(&'/')) {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

/// A line that begins no list and underlines nothing.
fn at_start(line: &str) -> String {
    let line = line.trim();
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line.chars().nth(digits) {
        Some(c @ ('.' | ')')) if digits > 0 => line.replacen(c, &format!("\\{c}"), 1),
        Some('-' | '+' | '=') if digits == 0 => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

fn indented(text: &str, first: &str, others: &str) -> String {
    let lines = text.lines().enumerate().map(|(at, line)| {
        let margin = if at == 0 { first } else { others };
        format!("{margin}{line}").trim_end().to_owned()
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{cell, element, paragraph, row, said, section, table};

    fn body(nodes: &[Node]) -> String {
        joined(blocks(nodes))
    }

    #[test]
    fn no_text_can_act() {
        let hostile = paragraph("", "<script>alert(1)</script> | *a* _b_ `c` [d](e)\n# f &lt; http://g");
        let expected = r"\<script\>alert(1)\</script\> \| \*a\* \_b\_ \`c\` \[d\](e) \# f \&lt; http\://g";
        assert_eq!(body(&[hostile]), expected);
    }

    #[test]
    fn a_paragraph_does_not_become_a_list_or_a_heading() {
        for (text, expected) in [("- a", r"\- a"), ("+ a", r"\+ a"), ("1. a", r"1\. a"), ("12) a", r"12\) a"), ("===", r"\===")] {
            assert_eq!(body(&[paragraph("", text)]), expected);
        }
        assert_eq!(body(&[paragraph("", "3.5 km - or 4")]), r"3\.5 km - or 4");
    }

    #[test]
    fn tables_keep_their_columns() {
        let text = body(&[table(&["Promise", "a|b"], [row("", "rank\n1", [cell("| x |")])])]);
        assert_eq!(text, "| Promise | a\\|b |\n| --- | --- |\n| rank 1 | \\| x \\| |");
    }

    #[test]
    fn lists_and_quotes_keep_what_belongs_to_them() {
        let list = element(Tag::List, "", [said(Tag::Item, "", "one"), said(Tag::Item, "", "two")]);
        let quote = element(Tag::Quote, "", [paragraph("", "said"), paragraph("", "again")]);
        let long = element(Tag::Numbered, "", [element(Tag::Item, "", [paragraph("", "a"), paragraph("cue", "b")])]);
        assert_eq!(body(&[list, quote, long]), "- one\n- two\n\n> said\n>\n> again\n\n1. a\n\n   *b*");
    }

    #[test]
    fn two_lists_stay_two() {
        let list = |text: &str| element(Tag::List, "", [said(Tag::Item, "", text)]);
        assert_eq!(body(&[list("one"), list("two")]), "- one\n\n<!-- -->\n\n- two");
    }

    #[test]
    fn the_title_stands_above_the_sections() {
        let text = document("A * B", &[section("", "One", [paragraph("", "Text.")])]);
        assert_eq!(text, "# A \\* B\n\n## One\n\nText.\n");
    }
}
