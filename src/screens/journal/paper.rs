//! The journal as a file that any editor opens.

use super::{Effect, day, day_name, iso, week_name};
use crate::i18n::journal::Words;
use crate::markup::{Node, Tag, markdown, said, section};
use crate::practice::journal::Journal;
use crate::record::Day;
use crate::screens::World;

/// The whole journal, or the week of a Monday, oldest first.
pub fn download(world: &World, week: Option<i32>) -> Effect {
    let words = Words::of(world.language);
    let mut weeks = Journal::of(&world.record).weeks();
    weeks.retain(|(monday, _)| week.is_none_or(|week| week == *monday));
    let sections: Vec<Node> = weeks.iter().map(|(monday, days)| of_week(words, *monday, days)).collect();
    let name = match week {
        Some(monday) => format!("ninesteps-journal-week-{}.md", iso(monday)),
        None => format!("ninesteps-journal-{}.md", iso(world.clock.today())),
    };
    Effect::Download { name, text: markdown::document(words.journal, &sections) }
}

fn of_week(words: &Words, monday: i32, days: &[&Day]) -> Node {
    let days = days.iter().flat_map(|wrote| {
        let heading = said(Tag::Subheading, "", day_name(words, wrote.day));
        std::iter::once(heading).chain(day::texts(words, wrote))
    });
    section("week", &week_name(words, monday), days)
}
