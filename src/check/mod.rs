//! What is not wrong and yet smells: a scenario that plays but does not teach. Each
//! pass looks for one kind of smell; the list of passes stands in [`smells`].

pub mod gates;
mod judging;
mod library;
mod proof;
mod reach;
mod reading;
mod smell;
mod tells;
mod twins;

pub use library::steps_unused;
pub use proof::{EndFigures, PlayerFigures, Proof, SceneFigures};
pub use reach::Reach;
pub use smell::{Difference, Smell, Smelt, Subject};
pub use tells::Tells;
pub use twins::twins;

use crate::method::Method;
use crate::scenario::{Judged, Reply, ReplyId, Scenario, Scene, SceneId};

/// What a pass looks at.
pub struct Case<'a> {
    pub scenario: &'a Scenario,
    pub method: &'a Method,
    /// What can be reached; exact where every state was explored.
    pub reach: Reach,
}

/// One kind of smell, looked for in the whole scenario.
type Pass = fn(&Case<'_>) -> Vec<Smelt>;

const PASSES: [Pass; 12] = [
    reach::scenes,
    reach::replies,
    reach::endings,
    reach::dead_ends,
    reach::loops,
    reach::patience,
    reach::steps,
    judging::worths,
    judging::moves,
    tells::tells,
    reading::load,
    reading::unfinished,
];

/// All that smells, by subject in the order of the file.
pub fn smells(case: &Case<'_>) -> Vec<Smelt> {
    let mut smelt: Vec<Smelt> = PASSES.iter().flat_map(|pass| pass(case)).collect();
    smelt.sort_by_key(|smelt| smelt.subject);
    smelt
}

/// Why not every state was explored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unproven {
    /// There are more states than can be worked out at all.
    TooLarge,
    /// There are more than may be published, and that was enough to know.
    NotFinished,
}

/// What smells in a scenario that was not worked out: only what leads where is
/// followed, and nobody plays.
pub fn smells_unproven(scenario: &Scenario, method: &Method, why: Unproven) -> Vec<Smelt> {
    let smell = match why {
        Unproven::TooLarge => Smell::NotExact,
        Unproven::NotFinished => Smell::ManyStates { states: None },
    };
    let mut smelt = vec![Smelt { subject: Subject::Whole, smell }];
    smelt.extend(smells(&Case { scenario, method, reach: Reach::by_links(scenario) }));
    smelt
}

/// A scene in which something is judged, with its replies.
struct JudgedScene<'a> {
    id: SceneId,
    replies: Vec<(ReplyId, &'a Reply)>,
}

impl JudgedScene<'_> {
    /// The places, from 0, of the replies of greatest worth.
    fn best_places(&self) -> Vec<usize> {
        let most = self.replies.iter().map(|(_, reply)| worth(reply)).max();
        self.replies.iter().enumerate().filter(|(_, (_, reply))| Some(worth(reply)) == most).map(|(at, _)| at).collect()
    }
}

/// The scenes with their ids, in the order of the file.
fn scenes(scenario: &Scenario) -> impl Iterator<Item = (SceneId, &Scene)> {
    (0..).map(SceneId).zip(&scenario.scenes)
}

/// The replies of the whole file with their ids.
fn replies(scenario: &Scenario) -> impl Iterator<Item = (ReplyId, &Reply)> {
    (0..).map(ReplyId).zip(&scenario.replies)
}

fn judged_scenes(scenario: &Scenario) -> impl Iterator<Item = JudgedScene<'_>> {
    scenes(scenario)
        .map(|(id, _)| JudgedScene { id, replies: scenario.replies_of(id).collect() })
        .filter(|scene| scene.replies.iter().any(|(_, reply)| reply.judgement.is_some()))
}

/// Points; an unjudged reply earns none.
fn worth(reply: &Reply) -> u8 {
    reply.judgement.as_ref().map_or(0, |Judged { worth, .. }| *worth)
}

/// A part of a whole, 0 to 1.
fn share(part: usize, whole: usize) -> f64 {
    let number = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    number(part) / number(whole.max(1))
}
