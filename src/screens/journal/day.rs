//! One day: what was written, and what the record knows of it.

use crate::i18n::Strings;
use crate::i18n::journal::Words;
use crate::markup::{Node, Tag, element, paragraph, said};
use crate::practice::journal::{Facts, Talk, percent};
use crate::record::{Day, Part};
use crate::screens::{Place, World};

/// The texts of a day, each under its name. A line of a text is a paragraph.
pub fn texts(words: &Words, day: &Day) -> Vec<Node> {
    let written = Part::ALL.into_iter().filter(|part| !day.text(*part).is_empty());
    written
        .flat_map(|part| {
            let lines = day.text(part).lines().filter(|line| !line.trim().is_empty()).map(|line| paragraph("", line));
            [paragraph("label", (words.part)(part)), element(Tag::Quote, "", lines)]
        })
        .collect()
}

/// What the record knows of a day: a nudge for whoever looks for something to write.
pub fn facts(world: &World, day: i32) -> Node {
    let words = Words::of(world.language);
    let facts = Facts::of(&world.record, world.clock, day);
    let mut parts = vec![said(Tag::Subheading, "", words.facts)];
    if facts.talks.is_empty() {
        parts.push(paragraph("hint", words.no_talk));
        return element(Tag::Block, "facts", parts);
    }
    if let Some(talk) = facts.success {
        let outcome = talk.1.attempt.claim.map_or("", |claim| (Strings::of(world.language).outcome)(claim.outcome));
        parts.push(element(Tag::Paragraph, "nudge", [link(talk, (words.success)(title(world, talk), outcome))]));
    }
    if let Some((talk, turn)) = facts.costliest {
        let label = (words.costliest)(turn + 1, title(world, talk));
        parts.push(element(Tag::Paragraph, "nudge", [link(talk, label)]));
    }
    let talks = facts.talks.into_iter().map(|talk| element(Tag::Item, "", [link(talk, told(world, talk))]));
    parts.push(element(Tag::List, "", talks));
    element(Tag::Block, "facts", parts)
}

fn title<'w>(world: &'w World, (_, played): Talk<'w>) -> &'w str {
    let id = &played.attempt.scenario;
    world.card(id).map_or(id, |card| &card.title)
}

/// A conversation in a line.
fn told(world: &World, talk: Talk<'_>) -> String {
    let (strings, words) = (Strings::of(world.language), Words::of(world.language));
    let played = talk.1;
    let mut told = vec![title(world, talk).to_owned()];
    told.push(percent(played).map_or_else(|| words.no_score.to_owned(), |percent| format!("{percent}%")));
    told.extend(played.attempt.claim.map(|claim| (strings.outcome)(claim.outcome).to_owned()));
    told.extend(played.attempt.fork.map(|turn| (words.played_on)(turn.saturating_add(1))));
    told.join(" · ")
}

fn link((at, played): Talk<'_>, label: String) -> Node {
    let place = Place::Debrief { scenario: played.attempt.scenario.clone(), attempt: Some(at) };
    Node::Link { class: String::new(), to: place.hash(), label }
}
