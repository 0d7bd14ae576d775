//! A scenario as a picture: nothing is missing, and nothing but a picture.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

mod packs;

use ninesteps::export::map::{Cause, Kind, Map, dot, svg};
use ninesteps::i18n::Strings;
use ninesteps::pack::Pack;
use ninesteps::scenario::{Destination, destinations};
use packs::{pack, shipped};
use std::collections::BTreeSet;

fn map(pack: &Pack) -> Map {
    Map::of(&pack.scenario, &pack.guide)
}

/// One of everything, with texts that would like to be more than text.
fn hostile() -> Pack {
    pack(
        r#"
format = 1
id = "small"
language = "en"
title = "<script>alert(\"1\")</script> & \\N \"]; a -> b"
summary = "S."
method = "nine-steps"
level = 1
minutes = 1
patience = 4
impatient = "gone"
[customer]
name = "Ms Lin"
role = "owner"
[briefing]
aim = "A."
[meters.trust]
name = "trust"
start = 4
[[scene]]
id = "shop"
moment = "need-unknown"
says = "Yes?"
[[scene.reply]]
say = "One."
move = "ask-open"
next = [{ when = { trust = 6 }, to = "paper" }, { chance = 0.25, to = "shop" }, { to = "gone" }]
[[scene.reply]]
say = "Two."
move = "pitch"
next = "paper"
[[scene]]
id = "paper"
after = "</text><script>alert(1)</script>"
says = "Paper."
drift = { chance = 0.2, to = "gone" }
otherwise = "later"
[[scene.reply]]
say = "Now?"
next = "later"
[[scene.reply]]
say = "Then?"
next = "later"
[[scene]]
id = "later"
todo = true
[[ending]]
id = "gone"
outcome = "nurture"
says = "Bye."
"#,
    )
}

/// What is written between tags, and the tags; panics where they are not nested.
fn well_formed(xml: &str) -> (Vec<&str>, BTreeSet<&str>) {
    let (mut texts, mut names, mut open) = (Vec::new(), BTreeSet::new(), Vec::new());
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag that does not end");
        assert!(!text.contains('>'), "a bare > in {text}");
        let name = tag.trim_start_matches('/').split([' ', '/', '\n']).next().unwrap();
        names.insert(name);
        assert_eq!(tag.matches('"').count() % 2, 0, "quotes in {tag}");
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(name);
        }
        for entity in text.split('&').skip(1) {
            assert!(["amp;", "lt;", "gt;", "quot;", "#39;"].iter().any(|known| entity.starts_with(known)), "&{entity}");
        }
        texts.push(text);
    }
    assert_eq!(open, [""; 0]);
    (texts, names)
}

#[test]
fn every_scene_and_ending_is_on_the_map_in_the_scenarios_language() {
    for pack in shipped() {
        let (scenario, map) = (&pack.scenario, map(&pack));
        let (picture, graph) = (svg(&map), dot(&map));
        let (texts, _) = well_formed(&picture);
        for (scene, number) in scenario.scenes.iter().zip(1..) {
            let name = format!("{number} · {}", scene.id);
            assert!(texts.contains(&name.as_str()) && graph.contains(&name), "{name}");
            let moment = scene.moment.and_then(|(moment, _)| pack.guide.moment(moment));
            assert!(moment.is_none_or(|moment| texts.contains(&moment.name.as_str()) && graph.contains(&moment.name)));
        }
        for ending in &scenario.endings {
            let outcome = (Strings::of(scenario.language).outcome)(ending.outcome);
            assert!(texts.contains(&ending.id.as_str()) && texts.contains(&outcome), "{}", ending.id);
            assert!(graph.contains(&format!("\"{}\" [label=\"{}\\n{outcome}\"", ending.id, ending.id)));
        }
    }
}

#[test]
fn every_way_out_of_a_scene_is_on_the_map() {
    for pack in shipped() {
        let (scenario, map) = (&pack.scenario, map(&pack));
        let drawn: BTreeSet<(&str, &str)> =
            map.ways.iter().map(|way| (map.places[way.from].id.as_str(), map.places[way.to].id.as_str())).collect();
        for scene in &scenario.scenes {
            for to in destinations(scenario, scene) {
                let to = match to {
                    Destination::Scene(id) => &scenario.scene(id).unwrap().id,
                    Destination::Ending(id) => &scenario.ending(id).unwrap().id,
                };
                assert!(drawn.contains(&(scene.id.as_str(), to.as_str())), "{} -> {to}", scene.id);
            }
        }
        let graph = dot(&map);
        for (from, to) in drawn {
            assert!(graph.contains(&format!("\"{from}\" -> \"{to}\" [")));
        }
        let lines = svg(&map).matches("marker-end").count();
        assert_eq!(lines, map.ways.len());
    }
}

#[test]
fn labels_say_which_replies_lead_there_and_how_surely() {
    let map = map(&hostile());
    let label = |from: &str, to: &str, cause: Cause| {
        let found = |way: &&ninesteps::export::map::Way| {
            map.places[way.from].id == from && map.places[way.to].id == to && way.cause == cause
        };
        map.ways.iter().find(found).map(|way| way.label.as_str())
    };
    assert_eq!(label("shop", "paper", Cause::Reply), Some("a?, b"));
    assert_eq!(label("shop", "shop", Cause::Reply), Some("a? 25%"));
    assert_eq!(label("shop", "gone", Cause::Reply), Some("a?"));
    assert_eq!(label("paper", "later", Cause::Reply), Some(""));
    assert_eq!(label("paper", "later", Cause::Otherwise), Some(""));
    assert_eq!(label("paper", "gone", Cause::Drift), Some("20%"));
    assert_eq!(label("(patience)", "gone", Cause::Otherwise), Some(""));
    let kind = |id: &str| map.places.iter().find(|place| place.id == id).map(|place| place.kind);
    assert!(matches!(kind("shop"), Some(Kind::Judged(_))));
    assert_eq!([kind("paper"), kind("later")], [Some(Kind::Unjudged), Some(Kind::Todo)]);
}

#[test]
fn a_picture_holds_text_and_shapes_and_nothing_else() {
    let picture = svg(&map(&hostile()));
    let (texts, names) = well_formed(&picture);
    let harmless = BTreeSet::from(["svg", "title", "defs", "marker", "g", "rect", "path", "text"]);
    assert_eq!(names.difference(&harmless).count(), 0, "{names:?}");
    assert!(texts.contains(&"&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; \\N &quot;]; a -&gt; b"));
    for pack in shipped() {
        let picture = svg(&map(&pack));
        well_formed(&picture);
        assert!(!picture.contains("NaN") && !picture.contains("inf"));
    }
}

/// A statement of Graphviz begins with a name, and its attributes end on its line.
#[test]
fn the_graph_can_be_read_by_graphviz() {
    for pack in shipped().into_iter().chain([hostile()]) {
        let graph = dot(&map(&pack));
        let statements = graph.strip_prefix("digraph scenario {\n").unwrap().strip_suffix("}\n").unwrap();
        for statement in statements.lines() {
            let (mut in_string, mut is_escaped, mut depth) = (false, false, 0);
            for c in statement.chars() {
                match c {
                    _ if is_escaped => is_escaped = false,
                    '\\' if in_string => is_escaped = true,
                    '"' => in_string = !in_string,
                    '[' if !in_string => depth += 1,
                    ']' if !in_string => depth -= 1,
                    '{' | '}' | ';' | '<' if !in_string => panic!("{statement}"),
                    _ => {}
                }
            }
            assert!(!in_string && depth == 0 && statement.ends_with(']'), "{statement}");
        }
    }
    let graph = dot(&map(&hostile()));
    assert!(graph.contains(r#"label="<script>alert(\"1\")</script> &amp; \\N \"]; a -> b""#));
}
