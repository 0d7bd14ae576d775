//! What gives the best reply away to somebody who does not read it.

use super::gates::{LONGEST_IS_BEST, LONGEST_IS_BEST_OF_FEW, MANY_SCENES, SAME_PLACE, UNEVEN};
use super::{Case, JudgedScene, Smell, Smelt, Subject, judged_scenes, share};
use crate::analysis::length;
use crate::scenario::{Scenario, SceneId};

/// How often the looks of the replies tell which is best.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tells {
    /// How many scenes are judged.
    pub scenes: usize,
    /// Those in which a best reply is the longest.
    pub longest_is_best: Vec<SceneId>,
    /// Those in which a best reply is the shortest.
    pub shortest_is_best: usize,
    /// For each place in the file in how many scenes a best reply stands there.
    pub places: Vec<usize>,
}

impl Tells {
    pub fn of(scenario: &Scenario) -> Self {
        let mut tells = Self::default();
        for scene in judged_scenes(scenario) {
            tells.scenes += 1;
            let lengths = lengths(&scene);
            let best = scene.best_places();
            let is_best = |length: Option<&usize>| best.iter().any(|at| lengths.get(*at) == length);
            if is_best(lengths.iter().max()) {
                tells.longest_is_best.push(scene.id);
            }
            tells.shortest_is_best += usize::from(is_best(lengths.iter().min()));
            for at in best {
                if tells.places.len() <= at {
                    tells.places.resize(at + 1, 0);
                }
                if let Some(count) = tells.places.get_mut(at) {
                    *count += 1;
                }
            }
        }
        tells
    }

    /// The share of judged scenes in which a best reply is the longest, 0 to 1.
    pub fn longest_share(&self) -> f64 {
        share(self.longest_is_best.len(), self.scenes)
    }

    /// For each place in the file the share of judged scenes in which a best reply
    /// stands there, 0 to 1.
    pub fn place_shares(&self) -> impl Iterator<Item = f64> {
        self.places.iter().map(|count| share(*count, self.scenes))
    }

    /// The most that [`Self::longest_share`] may be.
    pub const fn longest_limit(&self) -> f64 {
        if self.scenes < MANY_SCENES { LONGEST_IS_BEST_OF_FEW } else { LONGEST_IS_BEST }
    }
}

/// The letters of each reply.
fn lengths(scene: &JudgedScene<'_>) -> Vec<usize> {
    scene.replies.iter().map(|(_, reply)| length(&reply.say)).collect()
}

pub fn tells(case: &Case<'_>) -> Vec<Smelt> {
    let tells = Tells::of(case.scenario);
    let name = |id: &SceneId| case.scenario.scene(*id).map(|scene| scene.id.clone());
    let mut smelt = Vec::new();
    let mut whole = |smell| smelt.push(Smelt { subject: Subject::Whole, smell });
    if tells.longest_share() > tells.longest_limit() {
        let scenes: Vec<String> = tells.longest_is_best.iter().filter_map(name).collect();
        whole(Smell::LongestIsBest { count: scenes.len(), of: tells.scenes, scenes });
    }
    // In a single scene the best reply has to stand somewhere.
    for (place, count) in (1..).zip(&tells.places) {
        if tells.scenes > 2 && share(*count, tells.scenes) > SAME_PLACE {
            whole(Smell::SamePlace { place, count: *count, of: tells.scenes });
        }
    }
    smelt.extend(judged_scenes(case.scenario).filter_map(|scene| uneven(case, &scene)));
    smelt
}

fn uneven(case: &Case<'_>, judged: &JudgedScene<'_>) -> Option<Smelt> {
    let lengths = lengths(judged);
    let (longest, shortest) = (*lengths.iter().max()?, *lengths.iter().min()?);
    let scene = case.scenario.scene(judged.id)?;
    // Among many to pick from, a short one is no hint.
    let differ = scene.pick.is_none() && share(longest, shortest) > UNEVEN;
    let smell = Smell::UnevenReplies { scene: scene.id.clone(), longest, shortest };
    differ.then_some(Smelt { subject: Subject::Scene(judged.id), smell })
}
