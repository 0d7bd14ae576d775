//! A scenario on paper: nothing that can happen is missing, in either language.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod packs;

use ninesteps::export::script::document;
use ninesteps::i18n::script::{Words, reply_number};
use ninesteps::language::Language;
use ninesteps::markup::{Node, Tag, html, markdown};
use ninesteps::pack::Pack;
use ninesteps::scenario::{self, Scenario, destinations};
use packs::{pack, shipped};

/// A scenario of which every text part is short, with one of everything.
fn small(rest: &str) -> Pack {
    let start = r#"
format = 1
id = "small"
language = "en"
title = "Small"
summary = "S."
method = "nine-steps"
level = 1
minutes = 1
[customer]
name = "Ms Lin"
role = "owner"
[briefing]
aim = "A."
[meters.trust]
name = "trust"
start = 4
[promises.wait]
name = "Wait"
unit = "days"
better = "less"
deliver = 5
[facts]
noon = "She shuts at noon."
"#;
    pack(&format!("{start}{rest}"))
}

fn on_paper(pack: &Pack) -> String {
    markdown::document(&pack.scenario.title, &document(&pack.scenario, &pack.guide))
}

/// The text of a part, its pieces joined by bars.
fn text(node: &Node) -> String {
    match node {
        Node::Text(text) => text.clone(),
        Node::Element { children, .. } => children.iter().map(text).collect::<Vec<_>>().join("|"),
        Node::Bar { label, .. } | Node::Link { label, .. } => label.clone(),
        Node::Curve(_) | Node::Control(_) => String::new(),
    }
}

fn sections<'n>(nodes: &'n [Node], name: &str) -> Vec<&'n Node> {
    let found = |node: &&Node| matches!(node, Node::Element { tag: Tag::Section, class, .. } if class == name);
    nodes.iter().filter(found).collect()
}

fn wordings(scenario: &Scenario) -> Vec<&str> {
    let of_scenes = scenario.scenes.iter().flat_map(|scene| scene.says.iter().chain(&scene.cue));
    let of_picks = scenario.scenes.iter().filter_map(|scene| scene.pick.as_ref()).flat_map(|pick| &pick.answer);
    let of_replies = scenario.replies.iter().flat_map(|reply| &reply.answer);
    let of_endings = scenario.endings.iter().flat_map(|ending| ending.says.iter().chain(&ending.cue));
    let lines = of_scenes.chain(of_picks).chain(of_replies).chain(of_endings).map(|wording| wording.text.as_str());
    lines.chain(scenario.endings.iter().flat_map(|ending| &ending.broken).map(|(_, text)| text.as_str())).collect()
}

#[test]
fn every_scene_reply_line_and_ending_is_on_paper() {
    for pack in shipped() {
        let scenario = &pack.scenario;
        let nodes = document(scenario, &pack.guide);
        let (scenes, endings) = (sections(&nodes, "scene"), sections(&nodes, "ending"));
        assert_eq!((scenes.len(), endings.len()), (scenario.scenes.len(), scenario.endings.len()));
        let whole: String = nodes.iter().map(text).collect();
        for line in wordings(scenario) {
            let inside = scenario::narrated(line).unwrap_or(line);
            assert!(whole.contains(inside), "{}: {line}", scenario.id);
        }
        for (scene, section) in scenario.scenes.iter().zip(scenes) {
            let section = text(section);
            for id in scene.reply_ids() {
                let reply = scenario.reply(id).unwrap();
                assert!(section.contains(&format!("{}| {}", reply_number(scenario, id), reply.say)));
                assert!(reply.judgement.iter().all(|judged| section.contains(&judged.why)));
            }
        }
    }
}

#[test]
fn whatever_a_scene_leads_to_is_named_there() {
    for pack in shipped() {
        let scenario = &pack.scenario;
        let words = Words::of(scenario.language);
        let nodes = document(scenario, &pack.guide);
        for (scene, section) in scenario.scenes.iter().zip(sections(&nodes, "scene")) {
            let section = text(section);
            for to in destinations(scenario, scene) {
                assert!(section.contains(&words.destination(scenario, to)), "{}: {}", scenario.id, scene.id);
            }
        }
    }
}

#[test]
fn chances_conditions_and_effects_are_told_in_words() {
    let pack = small(
        r#"
[[scene]]
id = "shop"
moment = "need-unknown"
says = ["One.", "Two.", { text = "Three.", when = [{ trust = { at_most = 3 } }, { known = "noon", unvisited = "paper" }] }]
[[scene.reply]]
id = "ask"
say = "What?"
move = "ask-open"
effect = { trust = -2 }
learns = ["noon"]
promise = { wait = 3 }
next = [{ when = { trust = { at_least = 3, at_most = 5 }, used = "shop/ask" }, to = "paper" }, { chance = 0.305, to = "paper" }, { to = "gone" }]
[[scene.reply]]
say = "Well."
move = "hold-back"
repeat = true
when = { kept = "wait" }
[[scene]]
id = "paper"
after = "Two days later"
says = "Paper."
drift = { chance = 0.2, to = "gone" }
otherwise = "later"
[[scene.reply]]
say = "Now?"
next = [{ chance = 0.25, to = "gone" }, { to = "later" }]
[[scene]]
id = "later"
todo = true
[[ending]]
id = "gone"
outcome = "nurture"
says = "Bye."
"#,
    );
    let paper = on_paper(&pack);
    for part in [
        "- **If trust is 3 or less, or fact 1 (noon) is known and scene 2 (paper) did not come before**: Three.",
        "- **Otherwise**: One.\n- **Or**: Two.",
        "trust −2 · finds out fact 1 (noon) · promises Wait: 3 days, more than can be kept",
        "- **If trust is between 3 and 5 and 1a was said**: → scene 2 (paper)\n- **30.5%**: → scene 2 (paper)\n- **Otherwise**: → ending 1 (gone)",
        "Only on offer if a number was promised for \"Wait\" that can be kept.",
        "Can be said more than once",
        "A later meeting: Two days later",
        "each turn here has a chance of 20% to lead elsewhere: → ending 1 (gone)",
        "When no reply is left: → scene 3 (later)",
        "- **25%**: → ending 1 (gone)\n- **75%**: → scene 3 (later)",
        "stays in this scene",
        "Not written yet.",
    ] {
        assert!(paper.contains(part), "{part} is not in\n{paper}");
    }
}

#[test]
fn a_text_of_the_author_is_never_more_than_text() {
    let hostile = r#"
[[scene]]
id = "shop"
says = "<script>alert(1)</script> | *a* `b`"
[[scene.reply]]
say = "</style><img src=x onerror=alert(1)>"
next = "gone"
[[ending]]
id = "gone"
outcome = "nurture"
says = "<svg/onload=alert(1)>"
"#;
    let pack = small(hostile);
    let page = html::page(Language::En, "Small", &document(&pack.scenario, &pack.guide));
    for tag in ["<script", "<img", "<svg", "</style><"] {
        assert!(!page.contains(tag), "{tag}");
    }
    assert!(on_paper(&pack).contains(r"\<script\>alert(1)\</script\> \| \*a\* \`b\`"));
}
