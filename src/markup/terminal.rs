//! A document as text in cells, as terminals and plain files show it.

use super::cells::width_of;
pub use super::cells::wrap;
use super::inline::{flowing, is_running, is_titled, is_wide, parted, runs};
use super::{Node, Tag};

/// Whether weight, slant and colour are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Styles {
    Plain,
    /// With the control sequences of ANSI X3.64, which terminals understand.
    Ansi,
}

/// The longest bar of a chart, in cells.
const BAR: usize = 20;
/// What a coach says stands further in than what the customer says.
const ASIDE: &str = "    ";
/// No column is narrower than this, however little room there is.
const NARROWEST: usize = 6;

/// The document in lines of at most `width` cells, each with a line break; a Chinese
/// character takes two cells.
pub fn render(nodes: &[Node], width: usize, styles: Styles) -> String {
    let lines = Sheet { styles }.blocks(nodes, width, Spacing::Loose);
    lines.into_iter().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// Whether blocks have empty lines between them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spacing {
    Loose,
    Tight,
}

struct Sheet {
    styles: Styles,
}

impl Sheet {
    fn blocks(&self, nodes: &[Node], width: usize, spacing: Spacing) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for run in runs(nodes) {
            let block = match run {
                [node] if !is_running(node) => self.block(node, width),
                line => wrap(&self.line(line), width),
            };
            let apart = spacing == Spacing::Loose || run.iter().any(stands_apart);
            if apart && !lines.is_empty() && !block.is_empty() {
                lines.push(String::new());
            }
            lines.extend(block);
        }
        lines
    }

    fn block(&self, node: &Node, width: usize) -> Vec<String> {
        let Node::Element { tag, class, children } = node else { return self.bars(std::slice::from_ref(node), width) };
        match tag {
            Tag::Section => self.blocks(children, width, Spacing::Loose),
            Tag::Title | Tag::Heading => {
                let heading = wrap(&self.styled(node, &self.line(children)), width);
                let rule = heading.iter().map(|line| width_of(line)).max().unwrap_or(0);
                heading.into_iter().chain([self.wrapped_in("2", &"─".repeat(rule))]).collect()
            }
            Tag::Paragraph if class == "cue" => wrap(&self.styled(node, &in_brackets(&self.line(children))), width),
            Tag::Subheading | Tag::Paragraph | Tag::Span | Tag::Strong => wrap(&self.styled(node, &self.line(children)), width),
            Tag::List => self.list(children, width, |_| "- ".to_owned()),
            Tag::Numbered => self.list(children, width, |number| format!("{number}. ")),
            Tag::Quote => indented(self.blocks(children, width.saturating_sub(2), Spacing::Tight), "│ ", "│ "),
            Tag::Table => self.table(children, width),
            Tag::Bars => self.bars(children, width),
            Tag::Block if is_aside(class) => {
                indented(self.blocks(children, width.saturating_sub(ASIDE.len()), Spacing::Tight), ASIDE, ASIDE)
            }
            Tag::Block | Tag::Item | Tag::Head | Tag::Body | Tag::Row | Tag::Column | Tag::RowHead | Tag::Cell => {
                self.blocks(children, width, Spacing::Tight)
            }
        }
    }

    fn list(&self, items: &[Node], width: usize, marker: impl Fn(usize) -> String) -> Vec<String> {
        let mut lines = Vec::new();
        for (item, number) in items.iter().zip(1..) {
            let marker = if is_titled(item) { String::new() } else { marker(number) };
            let margin = " ".repeat(marker.len());
            let block = self.block(item, width.saturating_sub(marker.len()));
            if is_titled(item) && !lines.is_empty() {
                lines.push(String::new());
            }
            lines.extend(indented(block, &marker, &margin));
        }
        lines
    }

    /// A chart: labels in a column, bars beside them.
    fn bars(&self, bars: &[Node], width: usize) -> Vec<String> {
        let bars: Vec<(String, Option<u16>)> = bars
            .iter()
            .filter_map(|bar| match bar {
                Node::Bar { label, percent } => Some((flowing(label), *percent)),
                _ => None,
            })
            .collect();
        let widest = bars.iter().map(|(label, _)| width_of(label)).max().unwrap_or(0);
        let full = BAR.min(width.saturating_sub(widest + 7));
        let drawn = bars.iter().map(|(label, percent)| {
            let label = padded(label, widest);
            let Some(percent) = percent else { return format!("{label}  {}", self.wrapped_in("2", &"·".repeat(full))) };
            let filled = (full * usize::from(*percent) + 50) / 100;
            let rest = self.wrapped_in("2", &"░".repeat(full.saturating_sub(filled)));
            format!("{label}  {}{rest} {percent:>3}%", "█".repeat(filled))
        });
        drawn.collect()
    }

    /// A table, its columns as wide as they need to be and can be.
    fn table(&self, parts: &[Node], width: usize) -> Vec<String> {
        let rows: Vec<(Tag, &[Node])> = parts.iter().flat_map(rows_of).collect();
        let cells: Vec<Vec<String>> = rows.iter().map(|(_, cells)| cells.iter().map(|cell| self.cell(cell)).collect()).collect();
        let widths = column_widths(&cells, width);
        let mut lines = Vec::new();
        for ((part, _), cells) in rows.iter().zip(&cells) {
            lines.extend(row(cells, &widths));
            if *part == Tag::Head {
                let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
                lines.push(self.wrapped_in("2", &rules.join("  ")));
            }
        }
        lines
    }

    fn cell(&self, cell: &Node) -> String {
        match cell {
            Node::Element { tag, children, .. } => {
                let text = self.line(children);
                if matches!(tag, Tag::Column | Tag::RowHead) { self.wrapped_in("1", &text) } else { self.styled(cell, &text) }
            }
            node => self.line(std::slice::from_ref(node)),
        }
    }

    /// Nodes that share a line.
    fn line(&self, nodes: &[Node]) -> String {
        parted(nodes)
            .map(|(parting, node)| {
                let text = match node {
                    Node::Text(text) => flowing(text),
                    Node::Element { children, .. } => self.styled(node, &self.line(children)),
                    Node::Link { label, .. } => flowing(label),
                    Node::Curve(_) | Node::Control(_) => String::new(),
                    Node::Bar { label, percent } => {
                        flowing(label) + &percent.map_or(String::new(), |percent| format!(" {percent}%"))
                    }
                };
                format!("{parting}{text}")
            })
            .collect()
    }

    fn styled(&self, node: &Node, text: &str) -> String {
        match style(node) {
            Some(codes) => self.wrapped_in(codes, text),
            None => text.to_owned(),
        }
    }

    fn wrapped_in(&self, codes: &str, text: &str) -> String {
        match self.styles {
            Styles::Ansi if !text.is_empty() => format!("\x1b[{codes}m{text}\x1b[0m"),
            _ => text.to_owned(),
        }
    }
}

/// The codes of a node's look: 1 bold, 2 faint, 3 slanted, 31 red, 32 green.
fn style(node: &Node) -> Option<&'static str> {
    let Node::Element { tag, class, .. } = node else { return None };
    match (tag, class.as_str()) {
        (Tag::Heading | Tag::Subheading | Tag::Strong, _) | (_, "who" | "label" | "meeting" | "number") => Some("1"),
        (_, "hint" | "source") => Some("2"),
        (_, "cue") => Some("3"),
        (Tag::Span, "mark mistake" | "points worth-0") => Some("31"),
        (Tag::Span, "mark best" | "points worth-3") => Some("32"),
        _ => None,
    }
}

/// Whether a block is said beside the conversation.
fn is_aside(class: &str) -> bool {
    class == "note" || class.starts_with("why")
}

/// Whether a block has air around it even among blocks that have none.
fn stands_apart(node: &Node) -> bool {
    let Node::Element { tag, class, .. } = node else { return false };
    matches!(tag, Tag::Section | Tag::Heading | Tag::Subheading | Tag::Table | Tag::Bars) || class == "figure"
}

/// The rows of a head, a body, or of neither.
fn rows_of(part: &Node) -> Vec<(Tag, &[Node])> {
    match part {
        Node::Element { tag: tag @ (Tag::Head | Tag::Body), children, .. } => {
            children.iter().flat_map(rows_of).map(|(_, cells)| (*tag, cells)).collect()
        }
        Node::Element { tag: Tag::Row, children, .. } => vec![(Tag::Body, children)],
        _ => Vec::new(),
    }
}

/// What each column needs; where that is too much, the widest gives way first.
fn column_widths(rows: &[Vec<String>], width: usize) -> Vec<usize> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| width_of(cell)).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..columns).map(widest).collect();
    let gaps = 2 * columns.saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > width {
        match widths.iter_mut().max() {
            Some(widest) if *widest > NARROWEST => *widest -= 1,
            _ => break,
        }
    }
    widths
}

/// One row, in as many lines as its longest cell needs.
fn row(cells: &[String], widths: &[usize]) -> Vec<String> {
    let cells: Vec<Vec<String>> = cells.iter().zip(widths).map(|(cell, width)| wrap(cell, *width)).collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |at: usize| {
        let parts = cells.iter().zip(widths).map(|(cell, width)| padded(cell.get(at).map_or("", String::as_str), *width));
        parts.collect::<Vec<_>>().join("  ")
    };
    (0..height).map(line).collect()
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(width_of(text))))
}

fn indented(lines: Vec<String>, first: &str, others: &str) -> Vec<String> {
    lines.into_iter().enumerate().map(|(at, line)| format!("{}{line}", if at == 0 { first } else { others })).collect()
}

/// Stage directions stand in brackets.
fn in_brackets(text: &str) -> String {
    if text.chars().any(is_wide) { format!("（{text}）") } else { format!("({text})") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::{cell, element, paragraph, row, said, section, table};

    fn plain(nodes: &[Node], width: usize) -> String {
        render(nodes, width, Styles::Plain)
    }

    #[test]
    fn a_chinese_character_takes_two_cells_and_no_line_begins_with_a_full_stop() {
        let text = plain(&[paragraph("", "她把卷尺收了起来，方先生也不敲墙了。四点半，谁都没开口。")], 20);
        assert_eq!(text, "她把卷尺收了起来，方\n先生也不敲墙了。四点\n半，谁都没开口。\n");
        assert!(text.lines().all(|line| width_of(line) <= 20));
    }

    #[test]
    fn names_get_a_colon_in_their_own_script() {
        let speech =
            |who: &str, text: &str| element(Tag::Paragraph, "heard", [said(Tag::Span, "who", who), Node::Text(text.to_owned())]);
        assert_eq!(plain(&[speech("Ms Lin", "Yes."), speech("林女士", "好。")], 40), "Ms Lin: Yes.\n\n林女士：好。\n");
    }

    #[test]
    fn tables_stand_in_columns_and_give_way_where_there_is_no_room() {
        let rows =
            [row("", "信任", [cell("3"), cell("How far she believes what is said to her")]), row("", "patience", [cell("20")])];
        let text = plain(&[table(&["刻度", "start", ""], rows)], 40);
        let expected = "\
刻度      start
────────  ─────  ───────────────────────
信任      3      How far she believes
                 what is said to her
patience  20
";
        assert_eq!(text, expected);
    }

    #[test]
    fn lists_quotes_and_charts_keep_their_form() {
        let list = element(Tag::Numbered, "", ["Long enough for two lines", "Short"].map(|text| said(Tag::Item, "", text)));
        let quote = element(Tag::Quote, "", [paragraph("", "One."), paragraph("hint", "Two.")]);
        let bars = [("Listen", Some(50)), ("Close", None)];
        let bars = bars.map(|(label, percent)| Node::Bar { label: label.to_owned(), percent });
        let text = plain(&[section("", "Parts", [list, quote, element(Tag::Bars, "", bars)])], 24);
        let expected = "\
Parts
─────

1. Long enough for two
   lines
2. Short

│ One.
│ Two.

Listen  ██████░░░░░  50%
Close   ···········
";
        assert_eq!(text, expected);
    }

    #[test]
    fn a_text_cannot_steer_the_terminal() {
        let hostile = paragraph("", "a\x1b[2Jb\r\n\tc\u{9b}31m");
        assert_eq!(plain(std::slice::from_ref(&hostile), 40), "a[2Jb c31m\n");
        assert_eq!(render(&[hostile], 40, Styles::Ansi), "a[2Jb c31m\n");
    }

    #[test]
    fn styles_are_shown_only_where_asked_for() {
        let strong = [said(Tag::Strong, "", "now")];
        assert_eq!(plain(&strong, 40), "now\n");
        assert_eq!(render(&strong, 40, Styles::Ansi), "\x1b[1mnow\x1b[0m\n");
    }
}
