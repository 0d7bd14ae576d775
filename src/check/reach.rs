//! What can be reached, what leads nowhere, and what goes round.

use super::{Case, Smell, Smelt, Subject};
use crate::analysis::Reached;
use crate::scenario::{Destination, EndingId, Reply, ReplyId, Scenario, SceneId, components, destinations};

/// What of a scenario can be met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    pub scenes: Vec<bool>,
    pub replies: Vec<bool>,
    pub endings: Vec<bool>,
    /// Scenes in which nothing is left to say; known only where it is exact.
    pub dead_ends: Vec<SceneId>,
    /// Patience can run out where the file names no ending for it; known only where
    /// it is exact.
    pub impatience: bool,
    /// Every state was explored; otherwise conditions and patience are ignored, and
    /// more may seem to be reached than is.
    pub exact: bool,
}

impl Reach {
    /// By following what leads where, conditions ignored.
    pub fn by_links(scenario: &Scenario) -> Self {
        let mut reach = Self {
            scenes: vec![false; scenario.scenes.len()],
            replies: vec![false; scenario.replies.len()],
            endings: vec![false; scenario.endings.len()],
            ..Self::default()
        };
        let mut open = vec![Destination::Scene(SceneId(0))];
        open.extend(scenario.impatient.map(Destination::Ending));
        while let Some(to) = open.pop() {
            match to {
                Destination::Ending(id) => mark(&mut reach.endings, id.index()),
                Destination::Scene(id) if reach.scenes.get(id.index()) == Some(&false) => {
                    mark(&mut reach.scenes, id.index());
                    let Some(scene) = scenario.scene(id) else { continue };
                    scene.reply_ids().for_each(|reply| mark(&mut reach.replies, reply.index()));
                    open.extend(destinations(scenario, scene));
                }
                Destination::Scene(_) => {}
            }
        }
        reach
    }

    /// From what an exploration of every state has met.
    pub fn exact(scenario: &Scenario, reached: &Reached, ends: impl IntoIterator<Item = EndingId>) -> Self {
        let mut endings = vec![false; scenario.endings.len()];
        ends.into_iter().for_each(|id| mark(&mut endings, id.index()));
        Self {
            scenes: reached.scenes.clone(),
            replies: reached.replies.clone(),
            endings,
            dead_ends: reached.dead_ends.clone(),
            impatience: reached.impatience,
            exact: true,
        }
    }

    fn scene(&self, id: SceneId) -> bool {
        self.scenes.get(id.index()) == Some(&true)
    }
}

fn mark(row: &mut [bool], at: usize) {
    if let Some(cell) = row.get_mut(at) {
        *cell = true;
    }
}

pub fn scenes(case: &Case<'_>) -> Vec<Smelt> {
    super::scenes(case.scenario)
        .filter(|(id, _)| !case.reach.scene(*id))
        .map(|(id, scene)| Smelt { subject: Subject::Scene(id), smell: Smell::SceneUnreachable { scene: scene.id.clone() } })
        .collect()
}

/// Replies that are never on offer, in scenes that are reached.
pub fn replies(case: &Case<'_>) -> Vec<Smelt> {
    let missed = |(id, reply): &(ReplyId, &Reply)| {
        let todo = case.scenario.scene(reply.scene).is_some_and(|scene| scene.todo);
        case.reach.scene(reply.scene) && !todo && case.reach.replies.get(id.index()) != Some(&true)
    };
    let name = |reply: &Reply| case.scenario.scene(reply.scene).map(|scene| scene.id.clone()).unwrap_or_default();
    super::replies(case.scenario)
        .filter(missed)
        .map(|(id, reply)| Smelt { subject: Subject::Reply(id), smell: Smell::ReplyUnreachable { scene: name(reply) } })
        .collect()
}

pub fn endings(case: &Case<'_>) -> Vec<Smelt> {
    (0..)
        .map(EndingId)
        .zip(&case.scenario.endings)
        .filter(|(id, _)| case.reach.endings.get(id.index()) != Some(&true))
        .map(|(id, ending)| Smelt { subject: Subject::Ending(id), smell: Smell::EndingUnreachable { ending: ending.id.clone() } })
        .collect()
}

pub fn dead_ends(case: &Case<'_>) -> Vec<Smelt> {
    let scene = |id: &SceneId| Some((*id, case.scenario.scene(*id)?));
    let dead = case.reach.dead_ends.iter().filter_map(scene);
    dead.map(|(id, scene)| Smelt { subject: Subject::Scene(id), smell: Smell::DeadEnd { scene: scene.id.clone() } }).collect()
}

/// Scenes that can be walked round on replies that may be said again: nothing but
/// patience ends that.
pub fn loops(case: &Case<'_>) -> Vec<Smelt> {
    let scenario = case.scenario;
    let again = |at: usize| -> Vec<usize> {
        let Some(scene) = scenario.scenes.get(at).filter(|scene| scene.pick.is_none()) else { return Vec::new() };
        let replies = scene.reply_ids().filter_map(|id| scenario.reply(id)).filter(|reply| reply.repeat);
        replies.flat_map(|reply| leads(scenario, at, reply)).collect()
    };
    let is_loop = |scenes: &Vec<usize>| scenes.len() > 1 || scenes.iter().any(|at| again(*at).contains(at));
    components(scenario.scenes.len(), again)
        .into_iter()
        .filter(is_loop)
        .filter_map(|mut scenes| {
            scenes.sort_unstable();
            let first = SceneId(u32::try_from(*scenes.first()?).ok()?);
            let names = scenes.iter().filter_map(|at| Some(scenario.scenes.get(*at)?.id.clone())).collect();
            Some(Smelt { subject: Subject::Scene(first), smell: Smell::PatienceLoop { scenes: names } })
        })
        .collect()
}

/// The scenes of the same meeting that a reply leads to; without `next` its own.
fn leads(scenario: &Scenario, at: usize, reply: &Reply) -> Vec<usize> {
    if reply.next.is_empty() {
        return vec![at];
    }
    let same_meeting = |to| match to {
        Destination::Scene(id) if scenario.scene(id).is_some_and(|scene| scene.after.is_none()) => Some(id.index()),
        Destination::Scene(_) | Destination::Ending(_) => None,
    };
    reply.next.iter().filter_map(|way| same_meeting(way.to)).collect()
}

pub fn patience(case: &Case<'_>) -> Vec<Smelt> {
    let smelt = case.reach.impatience.then_some(Smelt { subject: Subject::Whole, smell: Smell::NoImpatient });
    smelt.into_iter().collect()
}

/// Steps that the scenario has scenes for, none of which is ever entered.
pub fn steps(case: &Case<'_>) -> Vec<Smelt> {
    let reached =
        |step| super::scenes(case.scenario).any(|(id, _)| case.reach.scene(id) && case.scenario.step_of(id) == Some(step));
    let missed = case.scenario.steps().into_iter().filter(|step| !reached(*step));
    missed
        .filter_map(|step| {
            let step = case.method.step(step)?.name.get(case.scenario.language).to_owned();
            Some(Smelt { subject: Subject::Whole, smell: Smell::StepUnreached { step } })
        })
        .collect()
}
