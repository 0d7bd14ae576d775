//! A map in the language of Graphviz.

use super::palette;
use super::{Cause, Kind, Map, Place, Way};
use std::fmt::Write;

/// The map as text that `dot` lays out.
pub fn dot(map: &Map) -> String {
    let mut text = String::from("digraph scenario {\n");
    // Writing to a string cannot fail.
    let _ = write_map(&mut text, map);
    text.push_str("}\n");
    text
}

fn write_map(text: &mut String, map: &Map) -> std::fmt::Result {
    writeln!(text, "  graph [label={}, labelloc=t, fontname=\"sans-serif\", fontsize=18]", quoted(&[&map.title]))?;
    writeln!(text, "  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\", fontsize=11]")?;
    writeln!(text, "  edge [fontname=\"sans-serif\", fontsize=10]")?;
    for place in &map.places {
        writeln!(text, "  {} [{}]", quoted(&[&place.id]), attributes(place))?;
    }
    for way in &map.ways {
        write_way(text, map, way)?;
    }
    Ok(())
}

fn attributes(place: &Place) -> String {
    let after = place.after.iter().map(String::as_str);
    let lines: Vec<&str> = after.chain([place.name.as_str(), place.about.as_str()]).filter(|line| !line.is_empty()).collect();
    let mut attributes = format!("label={}, fillcolor=\"{}\"", quoted(&lines), palette::fill(place.kind));
    if place.after.is_some() {
        attributes.push_str(", peripheries=2");
    }
    match place.kind {
        Kind::Todo => attributes.push_str(", style=\"rounded,filled,dashed\""),
        Kind::Ending(_) => attributes.push_str(", shape=ellipse"),
        Kind::Patience => attributes.push_str(", style=dotted"),
        Kind::Judged(_) | Kind::Unjudged => {}
    }
    attributes
}

fn write_way(text: &mut String, map: &Map, way: &Way) -> std::fmt::Result {
    let id = |at: usize| quoted(&[map.places.get(at).map_or("", |place| &place.id)]);
    let style = match way.cause {
        Cause::Reply => "solid",
        Cause::Drift => "dashed",
        Cause::Otherwise => "dotted",
    };
    let (from, to, label) = (id(way.from), id(way.to), quoted(&[&way.label]));
    writeln!(text, "  {from} -> {to} [label={label}, style={style}, color=\"{}\"]", palette::line(way.cause))
}

/// Lines as one string, in which nothing is an escape or an entity.
fn quoted(lines: &[&str]) -> String {
    let escaped = lines.iter().map(|line| {
        let line: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        line.replace('&', "&amp;").replace('\\', "\\\\").replace('"', "\\\"")
    });
    format!("\"{}\"", escaped.collect::<Vec<_>>().join("\\n"))
}
