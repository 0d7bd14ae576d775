//! The weekly journal: the day that is being written on, the days of a week to read,
//! and all of it as a file.

mod day;
mod paper;

use super::ways::to_library;
use super::{Act as Any, Effect, Focus, Given, Place, Screen, Sheet, World};
use crate::i18n::journal::Words;
use crate::i18n::keeping;
use crate::markup::{ButtonState, Node, Tag, element, paragraph, said, section};
use crate::practice::calendar::{date, iso, monday_of};
use crate::practice::journal::{self, rewritten};
use crate::record::{Deed, LONGEST_TEXT, Part};

/// Days of a week.
const WEEK: i32 = 7;

/// What can be done with the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// A text of a day was changed.
    Write(i32, Part),
    /// Opens a day for writing.
    Edit(i32),
    /// Shows the week of this Monday.
    Week(i32, Way),
    /// Hands out the whole journal, or the week of this Monday.
    Download(Option<i32>),
}

/// Which way one goes through the weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    Back,
    On,
}

#[derive(Default)]
pub struct Journal {
    /// The day being written on, if it is not today.
    open: Option<i32>,
    /// The Monday of the week shown, if it is not this week.
    week: Option<i32>,
    /// What came of the last that was done.
    after: After,
}

/// What is to be said or done once, after something was done.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum After {
    #[default]
    Nothing,
    Kept,
    /// Kept, but for what was too long.
    Cut,
    Opened,
    Went(Way),
}

impl Screen for Journal {
    fn title(&self, world: &World) -> String {
        Words::of(world.language).journal.to_owned()
    }

    fn show(&self, world: &World, sheet: &mut Sheet) {
        let words = Words::of(world.language);
        let journal = journal::Journal::of(&world.record);
        let parts = [
            to_library(world),
            said(Tag::Title, "", words.journal),
            paragraph("lead", words.lead),
            self.open_day(world, sheet),
            self.shown_week(world, sheet, &journal),
            self.files(world, sheet, &journal),
        ];
        sheet.nodes.push(element(Tag::Block, "journal", parts));
    }

    fn act(&mut self, act: Any, given: Given, world: &mut World) {
        let Any::Journal(act) = act else { return };
        self.after = After::Nothing;
        match (act, given) {
            (Act::Write(day, part), Given::Text(text)) => {
                if let Some(wrote) = rewritten(&world.record, day, part, &text) {
                    let is_cut = text.trim().chars().count() > LONGEST_TEXT;
                    self.after = if is_cut { After::Cut } else { After::Kept };
                    world.note(Deed::Wrote(wrote));
                }
            }
            (Act::Edit(day), _) if day <= world.clock.today() => {
                self.open = Some(day);
                self.after = After::Opened;
            }
            (Act::Week(monday, way), _) => {
                self.week = Some(monday);
                self.after = After::Went(way);
            }
            (Act::Download(week), _) => world.see_to(paper::download(world, week)),
            _ => {}
        }
    }
}

impl Journal {
    fn monday(&self, today: i32) -> i32 {
        self.week.unwrap_or_else(|| monday_of(today))
    }

    /// The day being written on, with what the record knows of it.
    fn open_day(&self, world: &World, sheet: &mut Sheet) -> Node {
        let words = Words::of(world.language);
        let today = world.clock.today();
        let open = self.open.unwrap_or(today);
        let wrote = world.record.day(open).cloned().unwrap_or_default();
        let mut fields = Vec::new();
        for part in Part::ALL {
            let lines = if part == Part::Noticed { 2 } else { 4 };
            let field = sheet.field((words.ask)(part), lines, wrote.text(part), Any::Journal(Act::Write(open, part)));
            if let (After::Opened, Part::Setback, Node::Control(control)) = (self.after, part, &field) {
                sheet.focus = Focus::Control(control.act());
            }
            fields.push(field);
        }
        match self.after {
            After::Kept => fields.push(paragraph("kept status", words.kept)),
            After::Cut => fields.push(paragraph("kept", (words.cut)(LONGEST_TEXT))),
            _ => fields.push(paragraph("hint", (words.on_this_device)(LONGEST_TEXT))),
        }
        let name = day_name(words, open);
        let heading = if open == today { format!("{} · {name}", words.today) } else { name };
        section("open", &heading, [element(Tag::Block, "fields", fields), day::facts(world, open)])
    }

    /// The other days of a week, to read.
    fn shown_week(&self, world: &World, sheet: &mut Sheet, journal: &journal::Journal<'_>) -> Node {
        let words = Words::of(world.language);
        let today = world.clock.today();
        let (monday, open) = (self.monday(today), self.open.unwrap_or(today));
        let (mut days, mut others) = (Vec::new(), Vec::new());
        for day in (monday..monday + WEEK).filter(|day| *day != open) {
            let (name, edit) = (day_name(words, day), Any::Journal(Act::Edit(day)));
            if let Some(wrote) = journal.day(day) {
                let mut parts = vec![said(Tag::Subheading, "", name.clone())];
                parts.extend(day::texts(words, wrote));
                // A day to come has words only where a clock was wrong once.
                if day <= today {
                    let edit = sheet.button("button quiet", &(words.edit)(&name), edit);
                    parts.push(element(Tag::Paragraph, "", [edit]));
                }
                days.push(element(Tag::Item, "", parts));
            } else if day <= today {
                others.push(element(Tag::Item, "", [sheet.button("button quiet", &name, edit)]));
            }
        }
        let mut parts = Vec::new();
        if !days.is_empty() {
            parts.push(element(Tag::List, "days", days));
        }
        if !others.is_empty() {
            parts.extend([paragraph("hint", words.add), element(Tag::List, "others", others)]);
        }
        parts.push(self.ways(words, sheet, journal.around(monday, today)));
        section("week", &week_name(words, monday), parts)
    }

    /// The ways to the weeks before and after. Who goes through them keeps the button
    /// under the finger; at the end, only the way back is left.
    fn ways(&self, words: &Words, sheet: &mut Sheet, (before, after): (Option<i32>, Option<i32>)) -> Node {
        let went = match self.after {
            After::Went(Way::Back) if before.is_none() => Some(Way::On),
            After::Went(Way::On) if after.is_none() => Some(Way::Back),
            After::Went(way) => Some(way),
            _ => None,
        };
        let ways = [(Way::Back, words.week_before, before), (Way::On, words.week_after, after)];
        let buttons = ways.map(|(way, label, monday)| {
            let state = if monday.is_some() { ButtonState::Plain } else { ButtonState::Disabled };
            let act = Any::Journal(Act::Week(monday.unwrap_or_default(), way));
            let button = sheet.button_with("button", None, state, vec![Node::Text(label.to_owned())], act);
            if let (true, Node::Control(control)) = (went == Some(way), &button) {
                sheet.focus = Focus::Control(control.act());
            }
            button
        });
        element(Tag::Paragraph, "actions", buttons)
    }

    fn files(&self, world: &World, sheet: &mut Sheet, journal: &journal::Journal<'_>) -> Node {
        let words = Words::of(world.language);
        let monday = self.monday(world.clock.today());
        let weeks = journal.weeks();
        let mut buttons = Vec::new();
        if !weeks.is_empty() {
            buttons.push(sheet.button("button", words.all_as_file, Any::Journal(Act::Download(None))));
        }
        if weeks.iter().any(|(written, _)| *written == monday) {
            let label = (words.week_as_file)(&week_name(words, monday));
            buttons.push(sheet.button("button", &label, Any::Journal(Act::Download(Some(monday)))));
        }
        let device = keeping::Words::of(world.language).title.to_owned();
        buttons.push(Node::Link { class: "button quiet".to_owned(), to: Place::Keeping.hash(), label: device });
        let hint = if weeks.is_empty() { words.nothing_written } else { words.take_along_hint };
        section("files", words.take_along, [paragraph("hint", hint), element(Tag::Paragraph, "actions", buttons)])
    }
}

fn day_name(words: &Words, day: i32) -> String {
    let at = usize::try_from(day - monday_of(day)).unwrap_or_default();
    (words.day)(at, date(day))
}

fn week_name(words: &Words, monday: i32) -> String {
    (words.week)(date(monday), date(monday + WEEK - 1))
}
