//! The names that a file gives to its parts, and how they are found again.

use super::keys::CONDITION_WORDS;
use super::model::{Destination, EndingId, FactId, MeterId, PromiseId, ReplyId, SceneId};
use crate::diagnostic::{Fault, Named, Place};
use crate::reader::{Problems, Table};
use std::collections::BTreeMap;
use std::ops::Range;

/// Every name of one file, with its place in its list.
#[derive(Default)]
pub struct Names {
    /// Scenes and endings share one name space.
    places: BTreeMap<String, Destination>,
    meters: BTreeMap<String, u32>,
    facts: BTreeMap<String, u32>,
    promises: BTreeMap<String, u32>,
    /// As `scene/reply`.
    replies: BTreeMap<String, u32>,
}

impl Names {
    /// Collects the names of a file and reports those that are wrong or taken.
    pub fn collect(
        root: &Table<'_>,
        scenes: &[Table<'_>],
        replies: &[Vec<Table<'_>>],
        endings: &[Table<'_>],
        source: &str,
    ) -> Self {
        let mut names =
            Self { meters: own(root, "meters"), facts: own(root, "facts"), promises: own(root, "promises"), ..Self::default() };
        let mut taken = Taken { problems: root.problems(), source, first: BTreeMap::new() };
        for (table, at) in scenes.iter().zip(0..) {
            if let Some(id) = taken.claim(table, "") {
                names.places.insert(id, Destination::Scene(SceneId(at)));
            }
        }
        for (table, at) in endings.iter().zip(0..) {
            if let Some(id) = taken.claim(table, "") {
                names.places.insert(id, Destination::Ending(EndingId(at)));
            }
        }
        let mut at = 0;
        for (scene, replies) in scenes.iter().zip(replies) {
            let prefix = scene.get("id").and_then(|id| id.get_ref().as_str()).map(|id| format!("{id}/"));
            for reply in replies {
                if let (true, Some(prefix)) = (reply.has("id"), &prefix)
                    && let Some(id) = taken.claim(reply, prefix)
                {
                    names.replies.insert(id, at);
                }
                at += 1;
            }
        }
        names
    }

    pub fn meter(&self, problems: &Problems, id: &str, span: Range<usize>) -> Option<MeterId> {
        look_up(&self.meters, Named::Meter, problems, id, span).map(MeterId)
    }

    pub fn fact(&self, problems: &Problems, id: &str, span: Range<usize>) -> Option<FactId> {
        look_up(&self.facts, Named::Fact, problems, id, span).map(FactId)
    }

    pub fn promise(&self, problems: &Problems, id: &str, span: Range<usize>) -> Option<PromiseId> {
        look_up(&self.promises, Named::Promise, problems, id, span).map(PromiseId)
    }

    pub fn reply(&self, problems: &Problems, id: &str, span: Range<usize>) -> Option<ReplyId> {
        look_up(&self.replies, Named::Reply, problems, id, span).map(ReplyId)
    }

    pub fn destination(&self, problems: &Problems, id: &str, span: Range<usize>) -> Option<Destination> {
        look_up(&self.places, Named::SceneOrEnding, problems, id, span)
    }

    pub fn scene(&self, problems: &Problems, id: &str, span: Range<usize>) -> Option<SceneId> {
        match self.places.get(id) {
            Some(Destination::Scene(scene)) => Some(*scene),
            _ => self.missing(Named::Scene, problems, id, span),
        }
    }

    pub fn ending(&self, problems: &Problems, id: &str, span: Range<usize>) -> Option<EndingId> {
        match self.places.get(id) {
            Some(Destination::Ending(ending)) => Some(*ending),
            _ => self.missing(Named::Ending, problems, id, span),
        }
    }

    fn missing<T>(&self, what: Named, problems: &Problems, id: &str, span: Range<usize>) -> Option<T> {
        let fitting = self.places.iter().filter(|(_, place)| matches!(place, Destination::Scene(_)) == (what == Named::Scene));
        let near = problems.near_miss(id, fitting.map(|(id, _)| id.as_str()));
        problems.report(span, Fault::NoSuch { what, id: id.to_owned(), near });
        None
    }
}

/// The names of a table such as `[meters]`, in the order of the file.
fn own(root: &Table<'_>, key: &str) -> BTreeMap<String, u32> {
    let mut names = BTreeMap::new();
    for ((id, span, _), at) in root.own_names(key).into_iter().zip(0..) {
        if key == "meters" && CONDITION_WORDS.contains(&id.as_str()) {
            root.problems().report(span.clone(), Fault::ReservedMeter { id: id.clone() });
        }

        // A name that is reported is known all the same: one problem, told once.
        root.checked_id(&id, span);
        names.insert(id, at);
    }
    names
}

fn look_up<T: Copy>(known: &BTreeMap<String, T>, what: Named, problems: &Problems, id: &str, span: Range<usize>) -> Option<T> {
    let hit = known.get(id).copied();
    if hit.is_none() {
        let near = problems.near_miss(id, known.keys().map(String::as_str));
        problems.report(span, Fault::NoSuch { what, id: id.to_owned(), near });
    }
    hit
}

/// Ids seen so far, to report the second use of one.
struct Taken<'a> {
    problems: &'a Problems,
    source: &'a str,
    first: BTreeMap<String, Range<usize>>,
}

impl Taken<'_> {
    fn claim(&mut self, table: &Table<'_>, prefix: &str) -> Option<String> {
        let id = table.claimed_id("id")?;
        let span = table.span_of("id");
        let full = format!("{prefix}{id}");
        if let Some(earlier) = self.first.get(&full) {
            let first_line = || Place::of(self.source, earlier).line;
            self.problems.report_with(span, || Fault::DuplicateId { id, first_line: first_line() });
            return None;
        }
        self.first.insert(full.clone(), span);
        Some(full)
    }
}
