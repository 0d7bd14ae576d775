//! A round: which questions are asked next, in which order, and what came of it.

use super::drill::Card;
use super::schedule::Schedule;
use crate::method::StepId;
use crate::pack::Pack;
use crate::record::Record;
use crate::scenario::SceneId;
use crate::score::Mark;
use crate::session::is_sure;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Questions in a round: a few minutes.
pub const SIZE: usize = 10;
/// Of conversations, only the last so many count for what is asked first.
const RECENT: usize = 20;
/// New questions come so that no answer of a drill is right more often than chance would
/// have it, by more than this share: who always says the same should gain nothing.
const MARGIN: f64 = 0.1;

/// A turn that cost much although the learner was sure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stumble {
    pub scenario: String,
    pub scene: SceneId,
    /// When the conversation was noted.
    pub at: u64,
}

/// Where the learner was sure and mistaken in recent conversations.
pub fn stumbles(packs: &[Rc<Pack>], record: &Record) -> Vec<Stumble> {
    let mut found = Vec::new();
    for (at, played) in record.played().rev().take(RECENT) {
        let attempt = &played.attempt;
        let sure = |turn: &usize| is_sure(attempt.confidences.get(*turn).copied().flatten());
        let costly = |turn: &usize| played.figures.as_ref().and_then(|figures| figures.mark(*turn)) == Some(Mark::Mistake);
        let turns: Vec<usize> = (0..attempt.choices.len()).filter(sure).filter(costly).collect();
        let pack = packs.iter().find(|pack| pack.scenario.id == attempt.scenario).filter(|_| !turns.is_empty());
        let session = pack.and_then(|pack| attempt.replay(Rc::clone(&pack.scenario), &pack.hashes).ok());
        found.extend(session.iter().flat_map(|session| {
            let scene = |turn: &usize| session.place_before(*turn).state.scene;
            turns.iter().map(scene).map(|scene| Stumble { scenario: attempt.scenario.clone(), scene, at })
        }));
    }
    found
}

/// What a round is chosen from.
pub struct Choosing<'c> {
    pub cards: &'c [Card],
    pub schedule: &'c Schedule,
    pub stumbles: &'c [Stumble],
    /// Days since 1970-01-01.
    pub today: i32,
}

/// Why a question is asked now, most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Pressing {
    /// The learner was sure and mistaken.
    ConfidentError,
    Due,
    New,
}

impl<'c> Choosing<'c> {
    /// The questions of the next round: first where the learner was sure and mistaken,
    /// then what is due, then as many as there is room for of what is new, the weakest
    /// step first. No scene is asked about twice, since the first answer would tell the
    /// second; drills and scenarios take turns.
    pub fn round(&self, size: usize) -> Vec<Card> {
        let shares = self.shares();
        let mut tally = self.tally();
        let mut chosen: Vec<&Card> = Vec::new();
        let mut waiting: Vec<(Pressing, &Card)> =
            self.cards.iter().filter_map(|card| Some((self.pressing(card)?, card))).collect();
        for pressing in [Pressing::ConfidentError, Pressing::Due, Pressing::New] {
            while chosen.len() < size {
                let may_come = |card: &Card| pressing != Pressing::New || tally.has_room_for(card);
                let fitting = waiting.iter().filter(|(why, card)| *why == pressing && may_come(card));
                let next = fitting.min_by_key(|(_, card)| self.rank(card, pressing, &chosen, &shares));
                let Some((_, next)) = next.copied() else { break };
                if pressing == Pressing::New {
                    tally.add(next);
                }
                chosen.push(next);
                waiting.retain(|(_, card)| (&card.scenario, card.scene) != (&next.scenario, next.scene));
            }
        }
        let errors = chosen.iter().filter(|card| self.pressing(card) == Some(Pressing::ConfidentError)).count();
        interleaved(chosen, errors).into_iter().cloned().collect()
    }

    /// How many questions have never been answered.
    pub fn unseen(&self) -> usize {
        self.cards.iter().filter(|card| self.schedule.answered(card).is_none()).count()
    }

    fn pressing(&self, card: &Card) -> Option<Pressing> {
        let answered = self.schedule.answered(card);
        let mended = |stumble: &Stumble| answered.is_some_and(|answered| answered.right && answered.at > stumble.at);
        let of_scene = |stumble: &&Stumble| stumble.scenario == card.scenario && stumble.scene == card.scene;
        let stumbled = self.stumbles.iter().filter(of_scene).any(|stumble| !mended(stumble));
        match answered {
            _ if stumbled => Some(Pressing::ConfidentError),
            Some(answered) if answered.confident_error => Some(Pressing::ConfidentError),
            Some(answered) => (answered.due <= self.today).then_some(Pressing::Due),
            None => Some(Pressing::New),
        }
    }

    /// The smallest is asked next.
    fn rank(&self, card: &Card, pressing: Pressing, chosen: &[&Card], shares: &Shares<'_>) -> impl Ord + use<> {
        let of_drill = chosen.iter().filter(|other| drill_of(other) == drill_of(card)).count();
        let of_scenario = chosen.iter().filter(|other| other.scenario == card.scenario).count();
        let within = match pressing {
            Pressing::ConfidentError => 0,
            Pressing::Due => self.schedule.answered(card).map_or(0, |answered| answered.due),
            Pressing::New => shares.get(&(card.method.as_str(), card.step)).copied().unwrap_or(UNKNOWN),
        };
        (chosen.last().map(|last| likeness(card, last)), within, of_drill, of_scenario, self.lot(card))
    }

    fn tally(&self) -> Tally<'c> {
        let mut tally = Tally::default();
        for card in self.cards {
            tally.0.entry(drill_of(card)).or_default().entry(card.right).or_default();
        }
        self.cards.iter().filter(|card| self.schedule.answered(card).is_some()).for_each(|card| tally.add(card));
        tally
    }

    /// For each step how much of its questions was answered rightly, in thousandths;
    /// a few answers say little, so one right and one wrong are added (Laplace).
    fn shares(&self) -> Shares<'c> {
        let mut counts: BTreeMap<(&str, StepId), (u32, u32)> = BTreeMap::new();
        for card in self.cards {
            if let Some(answered) = self.schedule.answered(card) {
                let (right, times) = counts.entry((&card.method, card.step)).or_default();
                *right += answered.times_right;
                *times += answered.times;
            }
        }
        counts.into_iter().map(|(step, (right, times))| (step, thousandths(right + 1, times + 2))).collect()
    }

    /// A number that mixes the questions anew every day (FNV-1a).
    fn lot(&self, card: &Card) -> u32 {
        let day = self.today.to_le_bytes();
        card.id.bytes().chain(day).fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }
}

/// The same questions, the first so many as they stand, the others so that neither drill
/// nor scenario is the same twice running where that can be avoided.
fn interleaved(mut cards: Vec<&Card>, first: usize) -> Vec<&Card> {
    let mut rest = cards.split_off(first.min(cards.len()));
    while !rest.is_empty() {
        let alike = |card: &Card| cards.last().map(|last| likeness(card, last));
        let next = (0..).zip(&rest).min_by_key(|(at, card)| (alike(card), *at)).map_or(0, |(at, _)| at);
        cards.push(rest.remove(next));
    }
    cards
}

/// In how much two questions are of one kind: 0 to 2.
fn likeness(card: &Card, other: &Card) -> u8 {
    u8::from(drill_of(card) == drill_of(other)) + u8::from(card.scenario == other.scenario)
}

type Shares<'c> = BTreeMap<(&'c str, StepId), i32>;
/// The share of a step that was never asked about: neither weak nor strong.
const UNKNOWN: i32 = 500;

fn thousandths(right: u32, times: u32) -> i32 {
    i32::try_from(u64::from(right) * 1000 / u64::from(times.max(1))).unwrap_or(UNKNOWN)
}

/// For each drill and each of its answers how many such questions were ever asked.
#[derive(Default)]
struct Tally<'c>(BTreeMap<(&'c str, &'c str), BTreeMap<usize, u32>>);

impl<'c> Tally<'c> {
    fn add(&mut self, card: &'c Card) {
        *self.0.entry(drill_of(card)).or_default().entry(card.right).or_default() += 1;
    }

    /// Whether one more of its answer is not too many among all that were asked.
    fn has_room_for(&self, card: &Card) -> bool {
        let Some(answers) = self.0.get(&drill_of(card)) else { return true };
        let alike = f64::from(answers.get(&card.right).copied().unwrap_or(0) + 1);
        let asked = f64::from(answers.values().sum::<u32>() + 1);
        let chance = 1.0 / f64::from(u32::try_from(answers.len()).unwrap_or(u32::MAX));
        alike <= (asked * (chance + MARGIN)).ceil()
    }
}

fn drill_of(card: &Card) -> (&str, &str) {
    (&card.method, &card.drill)
}

/// A question that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub card: Card,
    /// The place of the option that was chosen.
    pub chosen: usize,
    pub confidence: Option<u8>,
}

impl Given {
    pub const fn is_right(&self) -> bool {
        self.chosen == self.card.right
    }

    pub const fn is_confident_error(&self) -> bool {
        !self.is_right() && is_sure(self.confidence)
    }
}

/// What came of a round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub right: usize,
    pub asked: usize,
    /// For each step, of its method, how many were right and how many were asked.
    pub steps: BTreeMap<(String, StepId), (usize, usize)>,
    /// In so many days so many come back.
    pub back: BTreeMap<i32, usize>,
}

impl Summary {
    pub fn of(round: &[Given], schedule: &Schedule, today: i32) -> Self {
        let mut summary = Self { asked: round.len(), ..Self::default() };
        for given in round {
            let card = &given.card;
            let right = usize::from(given.is_right());
            summary.right += right;
            let step = summary.steps.entry((card.method.clone(), card.step)).or_default();
            *step = (step.0 + right, step.1 + 1);
            if let Some(answered) = schedule.answered(card) {
                *summary.back.entry((answered.due - today).max(0)).or_default() += 1;
            }
        }
        summary
    }
}
