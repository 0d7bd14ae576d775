//! English.

use super::Words;
use crate::analysis::Player;

pub const EN: Words = Words {
    title: |title| format!("{title}: what the figures say"),
    publishable: "Fit to publish: every gate is passed.",
    not_yet: |count| match count {
        1 => "Not fit to publish yet: one gate is not passed.".to_owned(),
        count => format!("Not fit to publish yet: {count} gates are not passed."),
    },
    also: "Worth a look",
    finding: |what, mend| format!("{what} {mend}"),
    reply: |say, what| format!("\"{say}\": {what}"),
    players: "Does it need listening?",
    players_hint: |limit| {
        format!(
            "Skill is measured from blind chance (0%) to the best that can be played (100%). Whoever does not listen has to stay below {limit}."
        )
    },
    player: "Who",
    points: "Points",
    skill: "Skill",
    turns: "Turns",
    best: "best",
    worst: "worst",
    name: |player| match player {
        Player::Chance => "chance",
        Player::First => "first",
        Player::Last => "last",
        Player::Longest => "longest",
        Player::Shortest => "shortest",
        Player::AskOpen => "open",
        Player::AskClosing => "closing",
        Player::Agree => "agree",
    },
    endings: "How does it end, and for whom?",
    endings_hint: "Best and worst play; replies at random; always the first or last of the file, the longest, the shortest; always an open or a closing question; always agreeing.",
    impatient: "(patience runs out)",
    dead_end: "(nothing left to say)",
    todo: |scene| format!("({scene}: not written)"),
    ends: |ending, outcome| format!("{ending} ({outcome})"),
    line: "The line of best play",
    line_hint: "Where luck is drawn, it goes on with what is likeliest.",
    line_turn: |scene, say, worth| format!("{scene}: {say} ({worth})"),
    chance: |percent| format!("then by chance, {percent}"),
    and: "; ",
    scenes: "Scene by scene",
    scene: "Scene",
    moment: "Moment",
    worths: "Points of the replies",
    longest: "Longest is best",
    tells: "Does anything give the best reply away?",
    longest_is_best: |count, of, limit| format!("It is the longest in {count} of {of} judged scenes (at most {limit})."),
    shortest_is_best: |count, of| format!("It is the shortest in {count} of {of}."),
    places: |places, limit| format!("By its place in the file, from the first: {places} (at most {limit} each)."),
    states: |states, limit| format!("{states} merged states were worked out exactly (fewer than {limit} may be published)."),
    estimated: |plays| {
        format!(
            "There are too many states to be exact. These figures come from {plays} conversations played with fixed seeds; best and worst play, score and skill cannot be computed."
        )
    },
    error: "± standard error",
};
