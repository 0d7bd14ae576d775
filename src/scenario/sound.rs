//! Whether a scenario that comes as bytes holds together. Bytes on a device can be
//! damaged and still be read.

use super::keys::MAX_REPLIES;
use super::model::{CERTAIN, Condition, Destination, METER_MAX, Reply, Scenario, SceneId, Test};
use super::shape::destinations;

impl Scenario {
    /// Whether every number that is reckoned with is in its range and every place is
    /// one of its list, as in all that was read from a file without a problem.
    pub fn is_sound(&self) -> bool {
        self.has_whole_scenes()
            && self.has_sound_numbers()
            && self.destinations().all(|to| self.has_place(to))
            && self.replies.iter().all(|reply| self.has_effects(reply))
            && self.conditions().flatten().flatten().all(|test| self.has_subject(test))
    }

    /// Each scene has its replies, one after the other, and each reply its scene.
    fn has_whole_scenes(&self) -> bool {
        let mut next = 0;
        let each_whole = (0..).map(SceneId).zip(&self.scenes).all(|(id, scene)| {
            let follows = scene.replies.start == next && scene.replies.end >= next && scene.replies.len() <= MAX_REPLIES;
            next = scene.replies.end;
            follows && self.replies_of(id).all(|(_, reply)| reply.scene == id)
        });
        each_whole && !self.scenes.is_empty() && usize::try_from(next) == Ok(self.replies.len())
    }

    fn has_sound_numbers(&self) -> bool {
        let scenes_are_sound = self.scenes.iter().all(|scene| {
            scene.pick.as_ref().is_none_or(|pick| pick.count > 0) && scene.drift.is_none_or(|drift| drift.chance <= CERTAIN)
        });
        scenes_are_sound && self.meters.iter().all(|meter| meter.start <= METER_MAX)
    }

    fn destinations(&self) -> impl Iterator<Item = Destination> {
        let leads = self.scenes.iter().flat_map(|scene| destinations(self, scene));
        leads.chain(self.impatient.map(Destination::Ending))
    }

    fn has_place(&self, to: Destination) -> bool {
        match to {
            Destination::Scene(id) => self.scene(id).is_some(),
            Destination::Ending(id) => self.ending(id).is_some(),
        }
    }

    fn has_effects(&self, reply: &Reply) -> bool {
        reply.effect.iter().all(|(meter, _)| meter.index() < self.meters.len())
            && reply.learns.iter().all(|fact| fact.index() < self.facts.len())
            && reply.promise.iter().all(|(promise, _)| promise.index() < self.promises.len())
    }

    /// Every `when` of the file.
    fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let picks = || self.scenes.iter().filter_map(|scene| scene.pick.as_ref());
        let said = self.scenes.iter().flat_map(|scene| [&scene.says, &scene.cue]).chain(picks().map(|pick| &pick.answer));
        let answered = self.replies.iter().map(|reply| &reply.answer);
        let last = self.endings.iter().flat_map(|ending| [&ending.says, &ending.cue]);
        let wordings = said.chain(answered).chain(last).flatten().map(|wording| &wording.when);
        let ways = picks().map(|pick| &pick.next).chain(self.replies.iter().map(|reply| &reply.next)).flatten();
        wordings.chain(ways.map(|way| &way.when)).chain(self.replies.iter().map(|reply| &reply.when))
    }

    fn has_subject(&self, test: &Test) -> bool {
        match test {
            Test::Meter { meter, .. } => meter.index() < self.meters.len(),
            Test::Known(id) | Test::Unknown(id) => id.index() < self.facts.len(),
            Test::Made(id) | Test::Unmade(id) | Test::Overdrawn(id) | Test::Kept(id) => id.index() < self.promises.len(),
            Test::Used(id) | Test::Unused(id) => self.reply(*id).is_some(),
            Test::Visited(id) | Test::Unvisited(id) => self.scene(*id).is_some(),
        }
    }
}
