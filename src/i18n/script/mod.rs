//! The words of a script on paper: a whole scenario, with every branch.

mod condition;
mod en;
mod zh_hans;

use crate::language::Language;
use crate::scenario::{Better, Destination, ReplyId, Scenario};
use crate::session::rules::position;

/// The words of one language. Scenes, endings and facts are numbered from 1 in the
/// order of the file; replies have the number of their scene and a letter.
pub struct Words {
    // The first page
    pub how_to_read: &'static str,
    pub reading: &'static [&'static str],
    /// So many scenes, replies and endings.
    pub extent: fn(scenes: usize, replies: usize, endings: usize) -> String,
    pub patience: fn(turns: u16) -> String,
    pub cast: &'static str,
    pub appears_in: fn(scenes: &str) -> String,
    pub meters: &'static str,
    pub meter: &'static str,
    pub starts_at: &'static str,
    pub shows_in_face: &'static str,
    pub promises: &'static str,
    pub promise: &'static str,
    pub can_be_kept: &'static str,
    pub assumed: &'static str,
    pub nothing_assumed: &'static str,
    pub better: fn(Better) -> &'static str,
    pub better_column: &'static str,
    pub if_broken: &'static str,
    pub facts: &'static str,
    pub overview: &'static str,
    pub scene_column: &'static str,
    pub moment_column: &'static str,
    pub leads_to: &'static str,
    // Scenes
    pub scene: fn(number: usize, id: &str) -> String,
    pub ending: fn(number: usize, id: &str) -> String,
    pub not_judged: &'static str,
    pub begins_here: &'static str,
    pub comes_from: fn(scenes: &str) -> String,
    pub later_meeting: fn(after: &str) -> String,
    pub pick: fn(count: u8, of: usize) -> String,
    pub picked: &'static str,
    pub drift: fn(percent: &str, to: &str) -> String,
    pub otherwise_to: fn(to: &str) -> String,
    pub todo: &'static str,
    // Replies and lines
    pub and: &'static str,
    pub or: &'static str,
    /// Between the items of a list.
    pub between: &'static str,
    /// Between the parts of a sentence.
    pub comma: &'static str,
    pub when: fn(condition: &str) -> String,
    pub only_when: fn(condition: &str) -> String,
    pub otherwise: &'static str,
    pub or_else: &'static str,
    pub can_be_repeated: &'static str,
    pub learns: fn(fact: &str) -> String,
    pub promises_that: fn(promise: &str) -> String,
    /// Where a reply leads nowhere.
    pub stays: &'static str,
    pub to_scene: fn(number: usize, id: &str) -> String,
    pub to_ending: fn(number: usize, id: &str) -> String,
    // Endings
    pub broken: fn(outcome: &str) -> String,
    // Conditions
    meter_test: fn(name: &str, at_least: u8, at_most: u8, whole: u8) -> String,
    fact: fn(number: usize, id: &str) -> String,
    known: fn(fact: &str) -> String,
    unknown: fn(fact: &str) -> String,
    made: fn(promise: &str) -> String,
    unmade: fn(promise: &str) -> String,
    overdrawn: fn(promise: &str) -> String,
    kept: fn(promise: &str) -> String,
    used: fn(reply: &str) -> String,
    unused: fn(reply: &str) -> String,
    visited: fn(scene: &str) -> String,
    unvisited: fn(scene: &str) -> String,
}

impl Words {
    pub const fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &en::EN,
            Language::ZhHans => &zh_hans::ZH_HANS,
        }
    }

    /// Where it goes: a number to leaf to.
    pub fn destination(&self, scenario: &Scenario, to: Destination) -> String {
        match to {
            Destination::Scene(id) => (self.to_scene)(id.index() + 1, scenario.scene(id).map_or("", |scene| &scene.id)),
            Destination::Ending(id) => (self.to_ending)(id.index() + 1, scenario.ending(id).map_or("", |ending| &ending.id)),
        }
    }
}

/// The number of a reply, such as `12b`.
pub fn reply_number(scenario: &Scenario, id: ReplyId) -> String {
    let scene = scenario.reply(id).map_or(0, |reply| reply.scene.index() + 1);
    format!("{scene}{}", reply_letter(scenario, id))
}

/// The letter of a reply within its scene, which has at most 12.
pub fn reply_letter(scenario: &Scenario, id: ReplyId) -> char {
    let scene = scenario.reply(id).and_then(|reply| scenario.scene(reply.scene));
    let at = scene.and_then(|scene| position(scene, id));
    at.and_then(|at| b'a'.checked_add(at)).map_or('?', char::from)
}

/// A chance in percent, from ten-thousandths.
pub fn percent(chance: u16) -> String {
    let (whole, part) = (chance / 100, chance % 100);
    match part {
        0 => format!("{whole}%"),
        part if part % 10 == 0 => format!("{whole}.{}%", part / 10),
        part => format!("{whole}.{part:02}%"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_told_in_percent() {
        assert_eq!([0, 5, 50, 300, 3333, 10_000].map(percent), ["0%", "0.05%", "0.5%", "3%", "33.33%", "100%"]);
    }
}
