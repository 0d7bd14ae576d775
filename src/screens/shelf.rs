//! The scenarios at hand, with their values: what a screen asks for is fetched and
//! worked out, and the screen is shown again once it is there.

use crate::analysis::{Search, Status, Values};
use crate::pack::Pack;
use std::cell::RefCell;
use std::rc::Rc;

/// Values are kept for so many scenarios, the last ones asked for: a whole library takes
/// about five megabytes.
const KEPT: usize = 12;

/// What comes of asking for something.
#[derive(Clone, Debug)]
pub enum Found<T> {
    Here(T),
    /// Asked for; the screen is shown again when it is there.
    Coming,
    /// It could not be loaded.
    Missing,
}

impl<T> Found<T> {
    /// What is made of it, where it is here.
    pub fn map<U>(self, make: impl FnOnce(T) -> U) -> Found<U> {
        match self {
            Self::Here(here) => Found::Here(make(here)),
            Self::Coming => Found::Coming,
            Self::Missing => Found::Missing,
        }
    }
}

/// Scenarios with their values.
#[derive(Default)]
pub struct Shelf {
    packs: Vec<(String, Option<Rc<Pack>>)>,
    works: RefCell<Vec<(String, Work)>>,
    /// What was asked for and has not come, each with whether that was passed on.
    asked: RefCell<Vec<(String, bool)>>,
}

/// How far the exact values of a scenario have come.
enum Work {
    Under(Search),
    Done(Rc<Values>),
    TooLarge,
    /// In between; nobody sees it.
    Moving,
}

impl Shelf {
    /// A scenario of this id.
    pub fn pack(&self, id: &str) -> Found<Rc<Pack>> {
        match self.packs.iter().find(|(known, _)| known == id) {
            Some((_, Some(pack))) => Found::Here(Rc::clone(pack)),
            Some((_, None)) => Found::Missing,
            None => {
                let mut asked = self.asked.borrow_mut();
                if !asked.iter().any(|(other, _)| other == id) {
                    asked.push((id.to_owned(), false));
                }
                Found::Coming
            }
        }
    }

    /// What a scenario is worth in every state; `None` where it is too large.
    pub fn values(&self, id: &str) -> Found<Option<Rc<Values>>> {
        let pack = match self.pack(id) {
            Found::Here(pack) => pack,
            Found::Coming => return Found::Coming,
            Found::Missing => return Found::Missing,
        };
        let mut works = self.works.borrow_mut();
        if let Some((_, work)) = works.iter().find(|(known, _)| known == id) {
            return match work {
                Work::Done(values) => Found::Here(Some(Rc::clone(values))),
                Work::TooLarge => Found::Here(None),
                Work::Under(_) | Work::Moving => Found::Coming,
            };
        }
        if works.len() >= KEPT {
            works.remove(0);
        }
        works.push((id.to_owned(), Work::Under(Search::new(Rc::clone(&pack.scenario)))));
        Found::Coming
    }

    /// Puts a scenario on the shelf, or notes that it cannot be had.
    pub fn put(&mut self, id: &str, pack: Option<Pack>) {
        let same = |old: &Pack| pack.as_ref().is_some_and(|new| new.hashes == old.hashes);
        if self.packs.iter().any(|(known, old)| known == id && old.as_deref().is_some_and(same)) {
            return;
        }
        self.forget(id);
        self.packs.push((id.to_owned(), pack.map(Rc::new)));
    }

    /// Takes a scenario off, so that it is fetched anew when it is asked for.
    pub fn forget(&mut self, id: &str) {
        self.packs.retain(|(known, _)| known != id);
        self.works.borrow_mut().retain(|(known, _)| known != id);
        self.asked.borrow_mut().retain(|(asked, _)| asked != id);
    }

    /// Takes everything off: the language has changed.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Forgets what could not be loaded, so that it is tried again.
    pub fn try_again(&mut self) {
        self.packs.retain(|(_, pack)| pack.is_some());
    }

    /// What was asked for since this was last called.
    pub fn take_wanted(&self) -> Vec<String> {
        let mut asked = self.asked.borrow_mut();
        asked.iter_mut().filter_map(|(id, passed_on)| (!std::mem::replace(passed_on, true)).then(|| id.clone())).collect()
    }

    /// Works on, for so many states. Whether something was finished.
    pub fn work(&mut self, states: usize) -> bool {
        let mut works = self.works.borrow_mut();
        let Some((_, work)) = works.iter_mut().rev().find(|(_, work)| matches!(work, Work::Under(_))) else { return false };
        let Work::Under(search) = std::mem::replace(work, Work::Moving) else { return false };
        *work = match search.run(states) {
            (Some(rest), _) => Work::Under(rest),
            (None, Status::Done(values)) => Work::Done(Rc::from(values)),
            (None, _) => Work::TooLarge,
        };
        !matches!(work, Work::Under(_))
    }

    /// Whether there is something to work out.
    pub fn has_work(&self) -> bool {
        self.works.borrow().iter().any(|(_, work)| matches!(work, Work::Under(_)))
    }
}
