//! The author's guide shows what is true: its customer is in order, its commands are
//! understood, and what it shows as answers are the answers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod command;

use command::{Run, folder, ninesteps, ninesteps_in, root};
use std::fs;

/// The file that the guide writes.
const FILE: &str = "mine/beekeeper.toml";

/// The guide in one language.
struct Guide {
    path: &'static str,
    language: &'static str,
    example: &'static str,
    map: &'static str,
    problems: &'static str,
}

const GUIDES: [Guide; 2] = [
    Guide {
        path: "docs/authors-guide.md",
        language: "en",
        example: "docs/examples/en/beekeeper.toml",
        map: "docs/images/authors-guide-map-en.svg",
        problems: "docs/problems.md",
    },
    Guide {
        path: "docs/authors-guide.zh-CN.md",
        language: "zh-Hans",
        example: "docs/examples/zh-Hans/beekeeper.toml",
        map: "docs/images/authors-guide-map-zh.svg",
        problems: "docs/problems.zh-CN.md",
    },
];

/// A fenced block, with what the comments above it say of it.
#[derive(Default)]
struct Block {
    kind: String,
    text: String,
    /// What is mistyped in the file when this is shown: `right => wrong`.
    slips: Vec<(String, String)>,
    /// The replies that are typed.
    typed: String,
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The fenced blocks of a page.
fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut next = Block::default();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let note = |name: &str| line.strip_prefix(&format!("<!-- {name}: "))?.strip_suffix(" -->");
        if let Some((right, wrong)) = note("slip").and_then(|slip| slip.split_once(" => ")) {
            next.slips.push((right.to_owned(), wrong.to_owned()));
        } else if let Some(typed) = note("typed") {
            typed.replace(' ', "\n").clone_into(&mut next.typed);
        } else if let Some(kind) = line.strip_prefix("```") {
            kind.clone_into(&mut next.kind);
            let inside: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            next.text = inside.join("\n");
            blocks.push(std::mem::take(&mut next));
        }
    }
    blocks
}

/// The customer as far as the guide has come: what stands in later blocks is not
/// written yet, and some of it is mistyped.
fn so_far(whole: &str, later: &[Block], slips: &[(String, String)]) -> String {
    let mut file = whole.to_owned();
    for block in later.iter().filter(|block| block.kind == "toml") {
        file = file.replacen(&format!("{}\n\n", block.text), "", 1);
    }
    for (right, wrong) in slips {
        assert!(file.contains(right), "nothing to mistype: {right}");
        file = file.replacen(right, wrong, 1);
    }
    file
}

/// Runs a command of the guide, with its file as far as it has come.
fn run(guide: &Guide, name: &str, command: &str, file: Option<&str>, typed: &str) -> Run {
    let here = folder(&format!("guide-{name}"));
    fs::create_dir_all(here.join("mine")).unwrap();
    if let Some(file) = file {
        fs::write(here.join(FILE), file).unwrap();
    }
    let mut arguments = vec!["--language", guide.language];
    arguments.extend(command.split_whitespace());
    ninesteps_in(&here, &arguments, typed)
}

/// The commands in a block, without `cargo ninesteps`.
fn commands(block: &Block) -> impl Iterator<Item = &str> {
    block.text.lines().filter(|_| block.kind == "sh").filter_map(|line| line.strip_prefix("cargo ninesteps "))
}

/// Whether the shown pieces, parted by lines with an ellipsis, occur in this order.
fn shows(output: &str, shown: &str) -> bool {
    let mut rest = output;
    shown.split("…\n").all(|piece| {
        let piece = piece.trim_end_matches('\n');
        let found = rest.split_once(piece);
        rest = found.map_or(rest, |(_, after)| after);
        found.is_some()
    })
}

#[test]
fn the_examples_are_in_order_and_fit_to_publish() {
    let run = ninesteps(&["check", "--publish", "docs/examples"]);
    assert_eq!((run.code, run.out.as_str()), (0, "2 files: nothing to mend.\n"));
}

/// Whoever types the guide has the example in the end.
#[test]
fn the_guides_show_the_whole_example_and_nothing_else() {
    for guide in &GUIDES {
        let (whole, page) = (read(guide.example), read(guide.path));
        let mut rest = whole.clone();
        for block in blocks(&page).iter().filter(|block| block.kind == "toml") {
            assert!(whole.contains(&block.text), "{}: this is not in the example:\n{}", guide.path, block.text);
            rest = rest.replacen(&block.text, "", 1);
        }
        let rest: Vec<&str> = rest.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        assert!(rest.is_empty(), "{}: this is not shown:\n{}", guide.path, rest.join("\n"));
    }
}

#[test]
fn what_the_guides_show_as_answers_are_the_answers() {
    for guide in &GUIDES {
        let (whole, blocks) = (read(guide.example), blocks(&read(guide.path)));
        let mut command = None;
        for (at, block) in blocks.iter().enumerate() {
            command = commands(block).filter(|command| command.contains(FILE)).last().or(command);
            if block.kind != "text" {
                continue;
            }
            let command = command.expect("a command above what it answers");
            let later = blocks.get(at..).unwrap_or_default();
            let file = (!command.starts_with("new")).then(|| so_far(&whole, later, &block.slips));
            let ran = run(guide, "answers", command, file.as_deref(), &block.typed);
            let output = ran.out + &ran.err;
            assert!(shows(&output, &block.text), "{}: `{command}` answers\n{output}\nand not\n{}", guide.path, block.text);
        }
    }
}

#[test]
fn every_command_in_the_guides_is_understood() {
    for guide in &GUIDES {
        let whole = read(guide.example);
        for block in blocks(&read(guide.path)) {
            for command in commands(&block).filter(|command| !command.contains("--watch")) {
                let file = (!command.starts_with("new")).then_some(whole.as_str());
                let ran = run(guide, "commands", command, file, "q\n");
                assert_eq!(ran.code, 0, "{}: `{command}`: {}", guide.path, ran.err);
            }
        }
    }
}

#[test]
fn the_guides_link_to_sections_that_are_there() {
    for guide in &GUIDES {
        let (page, problems) = (read(guide.path), read(guide.problems));
        let target = format!("({}#", guide.problems.trim_start_matches("docs/"));
        let codes: Vec<&str> = page.split(&target).skip(1).filter_map(|rest| rest.split(')').next()).collect();
        assert!(!codes.is_empty(), "{}", guide.path);
        let missing: Vec<&&str> =
            codes.iter().filter(|code| !problems.lines().any(|line| line == format!("## {code}"))).collect();
        assert!(missing.is_empty(), "{} has no {missing:?}", guide.problems);
    }
}

#[test]
fn the_maps_in_the_guides_are_those_of_the_example() {
    for guide in &GUIDES {
        let drawn = ninesteps(&["--language", guide.language, "map", guide.example]);
        assert_eq!(drawn.code, 0, "{}", drawn.err);
        if std::env::var_os("UPDATE_SCREENSHOTS").is_some_and(|wanted| wanted == "1") {
            fs::write(root().join(guide.map), &drawn.out).unwrap();
        }
        assert!(read(guide.map) == drawn.out, "{}: UPDATE_SCREENSHOTS=1 cargo test --features cli --test guide", guide.map);
    }
}
