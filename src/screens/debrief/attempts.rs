//! The other attempts at a scenario, with a way to each and to laying it beside this one.

use crate::i18n::Strings;
use crate::i18n::debrief::Words as Figures;
use crate::i18n::review::Words;
use crate::markup::{Node, Tag, element, said, section};
use crate::practice::kin::Kin;
use crate::record::Played;
use crate::screens::{Place, World};
use crate::session::{Attempt, Mode};

/// How an attempt was played: the mode, or from where it was played on.
fn how(world: &World, attempt: &Attempt) -> String {
    let (strings, words) = (Strings::of(world.language), Words::of(world.language));
    match (attempt.fork, attempt.mode) {
        (Some(turn), _) => {
            let turn = usize::try_from(turn).unwrap_or(usize::MAX).saturating_add(1);
            format!("{} · {}", (words.played_on)(turn), words.practice_only)
        }
        (None, Mode::Coached) => strings.mode_coached.to_owned(),
        (None, Mode::Exam) => strings.mode_exam.to_owned(),
    }
}

/// When an attempt was over, and how it was played.
pub fn when_and_how(world: &World, at: u64, attempt: &Attempt) -> String {
    format!("{} · {}", world.clock.stamp(at), how(world, attempt))
}

/// When and how an attempt was played, and what came out of it, as it was noted.
pub fn in_figures(world: &World, at: u64, played: &Played) -> Node {
    let attempt = &played.attempt;
    let mut rest = format!(" · {}", how(world, attempt));
    if let Some(claim) = attempt.claim {
        let no_score = || Figures::of(world.language).no_score.to_owned();
        rest.push_str(" · ");
        rest.push_str(&claim.score.map_or_else(no_score, |score| format!("{}%", score / 100)));
        rest.push_str(" · ");
        rest.push_str((Strings::of(world.language).outcome)(claim.outcome));
    }
    element(Tag::Paragraph, "", [said(Tag::Strong, "", world.clock.stamp(at)), Node::Text(rest)])
}

/// The other attempts; nothing where this is the only one.
pub fn section_of(world: &World, at: u64) -> Option<Node> {
    let words = Words::of(world.language);
    let kin = Kin::of(&world.record, at);
    let lists = [(words.branches, kin.branches), (words.others, kin.others)].into_iter().filter(|(_, list)| !list.is_empty());
    let parts: Vec<Node> = lists
        .flat_map(|(heading, list)| {
            let items = list.into_iter().map(|(other, played)| item(world, at, other, played));
            [said(Tag::Subheading, "", heading), element(Tag::List, "", items)]
        })
        .collect();
    (!parts.is_empty()).then(|| section("attempts", words.attempts, parts))
}

fn item(world: &World, at: u64, other: u64, played: &Played) -> Node {
    let words = Words::of(world.language);
    let scenario = &played.attempt.scenario;
    let link =
        |place: Place, label: &str| Node::Link { class: "button quiet".to_owned(), to: place.hash(), label: label.to_owned() };
    let debrief = Place::Debrief { scenario: scenario.clone(), attempt: Some(other) };
    // The earlier one stands first.
    let compare = Place::Compare { scenario: scenario.clone(), first: at.min(other), second: at.max(other) };
    let links = [link(debrief, words.look_back), link(compare, words.lay_beside)];
    let figures = in_figures(world, other, played);
    element(Tag::Item, "", [figures, element(Tag::Paragraph, "actions", links)])
}
