//! The weekly journal, in English.

use super::{Date, Words};
use crate::record::Part;

const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn month(month: u8) -> &'static str {
    usize::from(month).checked_sub(1).and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
}

fn week((from_year, from_month, from): Date, (year, to_month, to): Date) -> String {
    let end = format!("{to} {} {year}", month(to_month));
    if from_year != year {
        format!("{from} {} {from_year} to {end}", month(from_month))
    } else if from_month != to_month {
        format!("{from} {} to {end}", month(from_month))
    } else {
        format!("{from} to {end}")
    }
}

pub const EN: Words = Words {
    journal: "Weekly journal",
    lead: "A few minutes every evening: speak the setback out, tell the success, note what you saw. A few sentences are enough, on any subject.",
    on_this_device: |characters| format!("What you write stays on this device. Each text may have {characters} characters."),
    today: "Today",
    day: |at, (_, month_number, day)| format!("{}, {day} {}", DAYS.get(at).copied().unwrap_or_default(), month(month_number)),
    week,
    part: |part| match part {
        Part::Setback => "Setback",
        Part::Success => "Success",
        Part::Noticed => "Noticed",
    },
    ask: |part| match part {
        Part::Setback => "A setback: what happened, and what I would say now",
        Part::Success => "A success worth telling",
        Part::Noticed => "Something I noticed",
    },
    kept: "Kept on this device.",
    cut: |characters| format!("Kept on this device; the end was cut off after {characters} characters."),
    edit: |day| format!("Edit {day}"),
    nothing_written: "Nothing written.",
    add: "Write about another day of this week:",
    week_before: "Week before",
    week_after: "Week after",
    facts: "Played on this day",
    no_talk: "No conversation here. What happened elsewhere counts just as much.",
    no_score: "no score",
    played_on: |turn| format!("played on from turn {turn}"),
    costliest: |turn, title| format!("Turn {turn} of \u{201c}{title}\u{201d} gave away most: what would you say now?"),
    success: |title, outcome| format!("\u{201c}{title}\u{201d}, {outcome}: what did it?"),
    take_along: "As a file",
    take_along_hint: "Text with simple marks (Markdown): any editor opens it. The newest comes last.",
    all_as_file: "The whole journal",
    week_as_file: |week| format!("Only {week}"),
};
