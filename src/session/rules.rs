//! The rules of one turn (docs/semantics.md, One turn), without luck: what may be
//! chosen, what a choice does, where it may lead, and what arriving there does.
//! Playing draws from these; the analysis weighs them.

use super::state::{End, State, better_pledge, renewed};
use crate::scenario::{
    Branch, CERTAIN, Destination, Drift, METER_MAX, MeterId, Pledge, PromiseId, Reply, ReplyId, Scenario, Scene, SceneId,
};

/// What the learner chose: the file positions of the replies within the scene,
/// sorted; one, unless the scene picks several.
pub type Choice = Vec<u8>;

/// Where a turn leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leads {
    Stay,
    To(Destination),
}

/// A choice made, before luck: rules 3 to 9.
#[derive(Clone, Debug)]
pub struct Taken {
    /// After rule 7, still in the scene that was played.
    pub state: State,
    /// Points earned.
    pub worth: u32,
    pub fate: Fate,
}

/// Where a choice may lead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fate {
    /// Shares in ten-thousandths, adding up to 10,000.
    ways: Vec<(u32, Leads)>,
    drift: Option<Drift>,
}

impl Fate {
    fn new(scenario: &Scenario, state: &State, branch: &Branch, drift: Option<Drift>) -> Self {
        let mut left = CERTAIN;
        let mut ways = Vec::new();
        for way in branch.iter().filter(|way| state.meets(scenario, &way.when)) {
            let share = way.chance.unwrap_or(left).min(left);
            ways.push((u32::from(share), Leads::To(way.to)));
            left -= share;
        }
        if left > 0 {
            ways.push((u32::from(left), Leads::Stay));
        }
        Self { ways, drift }
    }

    /// Where draws of 0 to 9,999 for branch and drift lead.
    pub fn settle(&self, branch: u32, drift: u32) -> Leads {
        let mut end = 0;
        let drawn = self.ways.iter().find(|(share, _)| {
            end += *share;
            branch < end
        });
        let leads = drawn.map_or(Leads::Stay, |(_, leads)| *leads);
        match (leads, self.drift) {
            (Leads::To(Destination::Ending(_)), _) | (_, None) => leads,
            (_, Some(risk)) => {
                if drift < u32::from(risk.chance) {
                    Leads::To(risk.to)
                } else {
                    leads
                }
            }
        }
    }

    /// Every place it may lead to with its share of 10⁸ (ten-thousandths of
    /// ten-thousandths: branch and drift); places in the order of the branch, so that
    /// sums are the same everywhere.
    pub fn spread(self) -> Vec<(u32, Leads)> {
        if self.drift.is_none() && self.ways.len() == 1 {
            return self.ways.into_iter().map(|(share, leads)| (share * u32::from(CERTAIN), leads)).collect();
        }
        let mut shares: Vec<(u32, Leads)> = Vec::new();
        let mut add = |leads: Leads, share: u32| match shares.iter_mut().find(|(_, other)| *other == leads) {
            Some((sum, _)) => *sum += share,
            None if share > 0 => shares.push((share, leads)),
            None => {}
        };
        let certain = u32::from(CERTAIN);
        for (share, leads) in &self.ways {
            match (leads, self.drift) {
                (Leads::To(Destination::Ending(_)), _) | (_, None) => add(*leads, share * certain),
                (_, Some(drift)) => {
                    add(*leads, share * (certain - u32::from(drift.chance)));
                    add(Leads::To(drift.to), share * u32::from(drift.chance));
                }
            }
        }
        shares
    }
}

/// Arriving somewhere: rules 10 and 12 to 14.
#[derive(Clone, Debug)]
pub struct Landing {
    pub state: State,
    /// The scenes entered on the way, the last of them where the state is; empty
    /// when staying or at an ending reached directly.
    pub entered: Vec<SceneId>,
}

/// The replies on offer, in the order of the file (rule 1). In a pick scene any
/// [`pick_count`] of them together.
pub fn on_offer(scenario: &Scenario, state: &State) -> Vec<ReplyId> {
    if state.ended.is_some() {
        return Vec::new();
    }
    offered(scenario, state).collect()
}

fn offered<'a>(scenario: &'a Scenario, state: &'a State) -> impl Iterator<Item = ReplyId> + 'a {
    let open = |(id, reply): &(ReplyId, &Reply)| (reply.repeat || !state.has_used(*id)) && state.meets(scenario, &reply.when);
    scenario.replies_of(state.scene).filter(open).map(|(id, _)| id)
}

/// How many replies are chosen together, given how many are on offer.
pub fn pick_count(scene: &Scene, offered: usize) -> usize {
    scene.pick.as_ref().map_or(1, |pick| usize::from(pick.count)).min(offered)
}

/// Every choice that may be made, in a fixed order.
pub fn choices(scenario: &Scenario, state: &State) -> Vec<Choice> {
    let Some(scene) = scenario.scene(state.scene) else { return Vec::new() };
    if state.ended.is_some() {
        return Vec::new();
    }
    let offered = offered(scenario, state).filter_map(|id| position(scene, id));
    if scene.pick.is_none() {
        return offered.map(|at| vec![at]).collect();
    }
    let offered: Vec<u8> = offered.collect();
    let count = pick_count(scene, offered.len());
    if count == 0 { Vec::new() } else { subsets(&offered, count) }
}

/// The place of a reply within its scene.
pub fn position(scene: &Scene, reply: ReplyId) -> Option<u8> {
    u8::try_from(reply.0.checked_sub(scene.replies.start)?).ok()
}

/// The replies that a choice names.
pub fn chosen(scene: &Scene, choice: &[u8]) -> Vec<ReplyId> {
    choice.iter().map(|at| ReplyId(scene.replies.start + u32::from(*at))).filter(|id| scene.replies.contains(&id.0)).collect()
}

/// All sets of `count` items, in order.
fn subsets(items: &[u8], count: usize) -> Vec<Choice> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let mut sets = Vec::new();
    let mut rest = items;
    while let [first, tail @ ..] = rest {
        if rest.len() < count {
            break;
        }
        for mut set in subsets(tail, count - 1) {
            set.insert(0, *first);
            sets.push(set);
        }
        rest = tail;
    }
    sets
}

/// Applies a choice (rules 2 to 9). `None` if it is not on offer.
pub fn take(scenario: &Scenario, state: &State, choice: &[u8]) -> Option<Taken> {
    let scene = scenario.scene(state.scene)?;
    let replies = chosen(scene, choice);
    if !is_offered(scenario, scene, state, choice, &replies) {
        return None;
    }
    let mut next = state.before_turn(replies.len());
    let mut worth = 0;
    let mut changes: Vec<(MeterId, i32)> = Vec::new();
    let mut pledges: Vec<(PromiseId, Pledge)> = Vec::new();
    for (id, reply) in replies.iter().filter_map(|id| Some((*id, scenario.reply(*id)?))) {
        if !state.has_used(id) {
            worth += reply.judgement.as_ref().map_or(0, |judged| u32::from(judged.worth));
        }
        next.used.insert(id.0);
        for (meter, by) in &reply.effect {
            match changes.iter_mut().find(|(other, _)| other == meter) {
                Some((_, sum)) => *sum += i32::from(*by),
                None => changes.push((*meter, i32::from(*by))),
            }
        }
        for (promise, pledge) in &reply.promise {
            let Some(terms) = scenario.promises.get(promise.index()) else { continue };
            match pledges.iter_mut().find(|(other, _)| other == promise) {
                Some((_, old)) => *old = better_pledge(terms.better, *old, *pledge),
                None => pledges.push((*promise, *pledge)),
            }
        }
        for fact in &reply.learns {
            next.facts.insert(fact.0);
        }
    }
    for (promise, pledge) in pledges {
        if let Some(old) = next.promises.get_mut(promise.index()) {
            *old = renewed(*old, pledge);
        }
    }
    for (meter, by) in changes {
        let Some(meter) = next.meters.get_mut(meter.index()) else { continue };
        let sum = (i32::from(*meter) + by).clamp(0, i32::from(METER_MAX));
        *meter = u8::try_from(sum).unwrap_or(METER_MAX);
    }
    next.patience = next.patience.saturating_sub(1);
    let stay = Branch::new();
    let branch = match (&scene.pick, replies.first().and_then(|id| scenario.reply(*id))) {
        (Some(pick), _) => &pick.next,
        (None, Some(reply)) => &reply.next,
        (None, None) => &stay,
    };
    let fate = Fate::new(scenario, &next, branch, scene.drift);
    Some(Taken { state: next, worth, fate })
}

/// Rule 2.
fn is_offered(scenario: &Scenario, scene: &Scene, state: &State, choice: &[u8], replies: &[ReplyId]) -> bool {
    if state.ended.is_some() || replies.is_empty() || replies.len() != choice.len() || !choice.is_sorted_by(|a, b| a < b) {
        return false;
    }
    let (mut count, mut wanted) = (0, 0);
    for id in offered(scenario, state) {
        count += 1;
        wanted += usize::from(replies.contains(&id));
    }
    wanted == replies.len() && wanted == pick_count(scene, count)
}

/// Arrives where a turn leads (rules 10 and 12 to 14).
pub fn land(scenario: &Scenario, mut state: State, leads: Leads) -> Landing {
    let mut entered = Vec::new();
    match leads {
        Leads::To(Destination::Ending(ending)) => {
            state.ended = Some(End::Written(ending));
            return Landing { state, entered };
        }
        Leads::To(Destination::Scene(scene)) => enter(scenario, &mut state, scene, &mut entered),
        Leads::Stay => {}
    }
    if state.patience == 0 && state.ended.is_none() {
        state.ended = Some(scenario.impatient.map_or(End::Impatient, End::Written));
        return Landing { state, entered: Vec::new() };
    }
    pass_on(scenario, &mut state, &mut entered);
    Landing { state, entered }
}

/// The very first scene: entered as turn 0, then rule 14.
pub fn begin(scenario: &Scenario) -> Landing {
    let mut state = State::start(scenario);
    let mut entered = Vec::new();
    enter(scenario, &mut state, SceneId(0), &mut entered);
    pass_on(scenario, &mut state, &mut entered);
    Landing { state, entered }
}

/// Rule 12.
fn enter(scenario: &Scenario, state: &mut State, id: SceneId, entered: &mut Vec<SceneId>) {
    state.scene = id;
    state.visited.insert(id.0);
    entered.push(id);
    let Some(scene) = scenario.scene(id) else {
        state.ended = Some(End::DeadEnd);
        return;
    };
    if scene.after.is_some() {
        state.patience = scenario.patience;
    }
    if scene.todo {
        state.ended = Some(End::Todo(id));
    }
}

/// Rule 14: while nothing is on offer, go on to the scene's `otherwise`.
fn pass_on(scenario: &Scenario, state: &mut State, entered: &mut Vec<SceneId>) {
    let mut met = Vec::new();
    while state.ended.is_none() && offered(scenario, state).next().is_none() {
        if met.is_empty() {
            met.push(state.scene);
        }
        match scenario.scene(state.scene).and_then(|scene| scene.otherwise) {
            Some(Destination::Ending(ending)) => state.ended = Some(End::Written(ending)),
            Some(Destination::Scene(next)) if !met.contains(&next) => {
                met.push(next);
                enter(scenario, state, next, entered);
            }
            Some(Destination::Scene(_)) | None => state.ended = Some(End::DeadEnd),
        }
    }
}
