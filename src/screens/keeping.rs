//! Everything on this device: how much it is, all of it as a file and back, and
//! forgetting it.

use super::ways::to_library;
use super::{Act as Any, Effect, Focus, Given, Screen, Sheet, World};
use crate::i18n::keeping::Words;
use crate::markup::{Node, Tag, element, paragraph, said, section};
use crate::practice::calendar::iso;
use crate::practice::keeping::{Counts, Report, kilobytes, restored};
use crate::record::file::{self, LARGEST, Refused};

/// What can be done with all that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Save,
    Restore,
    /// Asks for the next question on the way to clearing, or clears.
    Clear(Clearing),
    KeepAll,
}

/// How far clearing has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Clearing {
    #[default]
    Idle,
    /// It was shown what would be lost.
    Shown,
    /// It was asked once more.
    Asked,
}

#[derive(Default)]
pub struct Keeping {
    clearing: Clearing,
    /// What the page keeps beside the record was asked for, to save it.
    gathers: bool,
    told: Option<Told>,
    focus: Option<Act>,
}

/// What came of the last that was done.
enum Told {
    Saved(String),
    Restored(Report),
    Refused(Refused),
    KeptAll,
    Cleared,
}

impl Screen for Keeping {
    fn title(&self, world: &World) -> String {
        Words::of(world.language).title.to_owned()
    }

    fn show(&self, world: &World, sheet: &mut Sheet) {
        let words = Words::of(world.language);
        let parts = [
            to_library(world),
            said(Tag::Title, "", words.title),
            paragraph("lead", words.lead),
            section("", words.kept, [paragraph("", amount(words, world))]),
            self.saving(words, sheet),
            self.restoring(words, sheet),
            self.clearing(words, world, sheet),
        ];
        sheet.nodes.push(element(Tag::Block, "keeping", parts));
    }

    fn act(&mut self, act: Any, given: Given, world: &mut World) {
        match (act, given) {
            (Any::Kept(pairs), _) if self.gathers => self.hand_out(world, &pairs),
            (Any::Keeping(act), given) => {
                (self.told, self.focus) = (None, None);
                self.press(act, given, world);
            }
            _ => {}
        }
    }
}

impl Keeping {
    fn press(&mut self, act: Act, given: Given, world: &mut World) {
        match (act, given) {
            (Act::Save, _) => {
                self.gathers = true;
                world.see_to(Effect::Gather);
            }
            (Act::Restore, Given::File(bytes)) => {
                self.clearing = Clearing::Idle;
                self.told = Some(restore(world, &bytes));
            }
            (Act::Restore, _) => {}
            // The button that follows each press stands elsewhere, so that pressing
            // twice does no harm.
            (Act::Clear(Clearing::Idle), _) => {
                self.clearing = Clearing::Shown;
                self.focus = Some(Act::Save);
            }
            (Act::Clear(Clearing::Shown), _) => {
                self.clearing = Clearing::Asked;
                self.focus = Some(Act::KeepAll);
            }
            (Act::Clear(Clearing::Asked), _) => {
                world.forget();
                *self = Self { told: Some(Told::Cleared), focus: Some(Act::Clear(Clearing::Idle)), ..Self::default() };
            }
            (Act::KeepAll, _) => {
                self.clearing = Clearing::Idle;
                self.told = Some(Told::KeptAll);
                self.focus = Some(Act::Clear(Clearing::Idle));
            }
        }
    }

    /// All of it as a file.
    fn hand_out(&mut self, world: &mut World, pairs: &[(String, String)]) {
        self.gathers = false;
        let date = iso(world.clock.today());
        let name = format!("ninesteps-{date}.json");
        let text = file::write(&date, &world.record, pairs);
        world.see_to(Effect::Download { name: name.clone(), text });
        self.told = Some(Told::Saved(name));
    }

    fn button(&self, sheet: &mut Sheet, class: &str, label: &str, act: Act) -> Node {
        let button = sheet.button(class, label, Any::Keeping(act));
        if let (true, Node::Control(control)) = (self.focus == Some(act), &button) {
            sheet.focus = Focus::Control(control.act());
        }
        button
    }

    fn saving(&self, words: &Words, sheet: &mut Sheet) -> Node {
        let save = sheet.button("button primary", words.save_button, Any::Keeping(Act::Save));
        let mut parts = vec![paragraph("hint", words.save_hint), element(Tag::Paragraph, "actions", [save])];
        if let (Some(Told::Saved(name)), Clearing::Idle) = (&self.told, self.clearing) {
            parts.push(paragraph("told status", (words.saved)(name)));
        }
        section("", words.save, parts)
    }

    fn restoring(&self, words: &Words, sheet: &mut Sheet) -> Node {
        let megabytes = LARGEST >> 20;
        let open = sheet.file(words.restore_file, Any::Keeping(Act::Restore));
        let mut parts = vec![paragraph("hint", (words.restore_hint)(megabytes)), element(Tag::Paragraph, "actions", [open])];
        match &self.told {
            Some(Told::Restored(report)) => parts.extend(came_in(words, report)),
            Some(Told::Refused(refused)) => parts.push(paragraph(
                "told",
                match refused {
                    Refused::TooLarge => (words.too_large)(megabytes),
                    Refused::Damaged { line, column } => (words.not_json)(*line, *column),
                    Refused::Other => words.other_file.to_owned(),
                    Refused::Later => words.later.to_owned(),
                },
            )),
            _ => {}
        }
        section("", words.restore, parts)
    }

    /// Three presses on three buttons in three places.
    fn clearing(&self, words: &Words, world: &World, sheet: &mut Sheet) -> Node {
        let row = |buttons: Vec<Node>| element(Tag::Paragraph, "actions", buttons);
        let parts = match self.clearing {
            Clearing::Idle => {
                let said = match self.told {
                    Some(Told::KeptAll) => paragraph("told status", words.kept_all),
                    Some(Told::Cleared) => paragraph("told status", words.cleared),
                    _ => paragraph("hint", words.clear_hint),
                };
                let clear = self.button(sheet, "button", words.clear_button, Act::Clear(Clearing::Idle));
                vec![said, row(vec![clear])]
            }
            Clearing::Shown => {
                let save = self.button(sheet, "button primary", words.save_first, Act::Save);
                let go_on = self.button(sheet, "button", words.go_on, Act::Clear(Clearing::Shown));
                let keep = self.button(sheet, "button quiet", words.keep, Act::KeepAll);
                let mut parts = vec![paragraph("", (words.would_be_lost)(&amount(words, world))), row(vec![save, go_on, keep])];
                if let Some(Told::Saved(name)) = &self.told {
                    parts.push(paragraph("told status", (words.saved)(name)));
                }
                parts
            }
            Clearing::Asked => {
                let keep = self.button(sheet, "button primary", words.keep, Act::KeepAll);
                let forget = self.button(sheet, "button", words.forget, Act::Clear(Clearing::Asked));
                vec![row(vec![keep]), paragraph("", words.last_question), row(vec![forget])]
            }
        };
        section("clearing", words.clear, parts)
    }
}

/// Takes what a file holds; nothing of the device goes.
fn restore(world: &mut World, bytes: &[u8]) -> Told {
    let mut contents = match file::read(bytes, world.clock.now) {
        Ok(contents) => contents,
        Err(refused) => return Told::Refused(refused),
    };
    let pairs = std::mem::take(&mut contents.kept);
    let (record, report) = restored(&world.record, contents);
    if !report.new.is_empty() {
        world.see_to(Effect::Replace(record.entries().to_vec()));
        world.record = record;
    }
    if !pairs.is_empty() {
        world.see_to(Effect::Restore(pairs));
    }
    Told::Restored(report)
}

/// What a file added, in words.
fn came_in(words: &Words, report: &Report) -> Vec<Node> {
    let mut told = match items(words, report.new) {
        Some(new) => vec![(words.added)(&new)],
        None => vec![words.nothing_new.to_owned()],
    };
    told.extend(items(words, report.known).map(|known| (words.known)(&known)));
    if report.damaged > 0 {
        told.push((words.damaged)(report.damaged));
    }
    told.into_iter().map(|told| paragraph("told status", told)).collect()
}

/// How much there is, in a sentence.
fn amount(words: &Words, world: &World) -> String {
    let items = items(words, Counts::of(world.record.entries()));
    (words.in_all)(&items.unwrap_or_else(|| words.nothing.to_owned()), kilobytes(&world.record))
}

/// What there is, one after the other.
fn items(words: &Words, counts: Counts) -> Option<String> {
    let all = [
        (counts.conversations, words.conversations),
        (counts.answers, words.answers),
        (counts.days, words.days),
        (counts.others, words.others),
    ];
    let some: Vec<String> = all.into_iter().filter(|(n, _)| *n > 0).map(|(n, told)| told(n)).collect();
    (!some.is_empty()).then(|| some.join(words.between_items))
}
