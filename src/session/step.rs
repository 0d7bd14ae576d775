//! The one reducer: a place and a choice give the next place and what happened.

use super::event::Event;
use super::rng::{Draws, Stream, part};
use super::rules::{self, Choice, Landing, Leads};
use super::state::{End, State};
use crate::scenario::{Line, ReplyId, Scenario, Wording};

/// A state with what only playing needs: the turn, and the turn in which the
/// scene was entered, to which its shuffle is keyed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    pub state: State,
    /// Turns played.
    pub turn: u32,
    /// The turn in which the present scene was entered.
    pub entered: u32,
    /// Counted from 1.
    pub meeting: u16,
}

/// One turn, as it was played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    pub choice: Choice,
    /// Points earned.
    pub worth: u32,
    pub events: Vec<Event>,
    pub after: Place,
}

/// The choice was not on offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// The place and the events at the very beginning.
pub fn begin(scenario: &Scenario, seed: u32) -> (Place, Vec<Event>) {
    let landing = rules::begin(scenario);
    let mut events = Vec::new();
    let mut words = Words::new(scenario, seed, 0);
    words.tell(&landing, &mut events);
    (Place { state: landing.state, turn: 0, entered: 0, meeting: 1 }, events)
}

/// The replies on offer, in this visit's shuffled order (rule 1).
pub fn offer(scenario: &Scenario, seed: u32, place: &Place) -> Vec<ReplyId> {
    let offered = rules::on_offer(scenario, &place.state);
    let Some(scene) = scenario.scene(place.state.scene) else { return Vec::new() };
    let all: Vec<ReplyId> = scene.reply_ids().collect();
    Draws::new(seed, Stream::Order, place.entered)
        .shuffle(all.len())
        .into_iter()
        .filter_map(|at| all.get(at).copied())
        .filter(|id| offered.contains(id))
        .collect()
}

/// Plays one turn.
///
/// # Errors
/// [`Refused`] when the choice is not on offer.
pub fn step(scenario: &Scenario, seed: u32, place: &Place, choice: &[u8]) -> Result<Turn, Refused> {
    let before = &place.state;
    let taken = rules::take(scenario, before, choice).ok_or(Refused)?;
    let turn = place.turn + 1;
    let mut fate = Draws::new(seed, Stream::Fate, turn);
    let certain = u32::from(crate::scenario::CERTAIN);
    let leads = taken.fate.settle(fate.below(certain), fate.below(certain));
    let mut words = Words::new(scenario, seed, turn);
    let mut events = consequences(scenario, before, &taken.state, choice);
    words.answers(&taken.state, choice, &mut events);
    let landing = rules::land(scenario, taken.state, leads);
    words.tell(&landing, &mut events);
    let meetings = events.iter().filter(|event| matches!(event, Event::MeetingBegan { .. })).count();
    let after = Place {
        turn,
        entered: if leads == Leads::Stay && landing.entered.is_empty() { place.entered } else { turn },
        meeting: place.meeting + u16::try_from(meetings).unwrap_or(0),
        state: landing.state,
    };
    Ok(Turn { choice: choice.to_vec(), worth: taken.worth, events, after })
}

/// What a choice says and changes, before the customer answers.
fn consequences(scenario: &Scenario, before: &State, after: &State, choice: &[u8]) -> Vec<Event> {
    let Some(scene) = scenario.scene(before.scene) else { return Vec::new() };
    let mut events: Vec<Event> = rules::chosen(scene, choice).into_iter().map(|reply| Event::Said { reply }).collect();
    for (at, (old, new)) in before.promises.iter().zip(&after.promises).enumerate() {
        if let (true, Some(pledge)) = (old != new, new) {
            let promise = crate::scenario::PromiseId(u32::try_from(at).unwrap_or(0));
            events.push(Event::Promised { promise, pledge: *pledge });
        }
    }
    for (at, (from, to)) in before.meters.iter().zip(&after.meters).enumerate() {
        if from != to {
            let meter = crate::scenario::MeterId(u32::try_from(at).unwrap_or(0));
            events.push(Event::Moved { meter, from: *from, to: *to });
        }
    }
    let news = after.facts.iter().filter(|fact| !before.facts.contains(*fact));
    events.extend(news.map(|fact| Event::Learned { fact: crate::scenario::FactId(fact) }));
    events
}

/// The wording of what is said in one turn. The first three draws belong to the
/// answer, the line and the cue, needed or not; further ones follow as shown.
struct Words<'s> {
    scenario: &'s Scenario,
    draws: Draws,
    /// Each drawn as a share of 2³², so that it serves any number of wordings.
    answer: Option<u32>,
    line: Option<u32>,
    cue: Option<u32>,
}

impl<'s> Words<'s> {
    fn new(scenario: &'s Scenario, seed: u32, turn: u32) -> Self {
        let mut draws = Draws::new(seed, Stream::Wording, turn);
        let (answer, line, cue) = (draws.share(), draws.share(), draws.share());
        Self { scenario, draws, answer: Some(answer), line: Some(line), cue: Some(cue) }
    }

    /// The answers to a choice: those of the replies, then the pick's own.
    fn answers(&mut self, state: &State, choice: &[u8], events: &mut Vec<Event>) {
        let scenario = self.scenario;
        let Some(scene) = scenario.scene(state.scene) else { return };
        let replies = rules::chosen(scene, choice).into_iter().filter_map(|id| scenario.reply(id));
        let lines = replies.map(|reply| &reply.answer).chain(scene.pick.iter().map(|pick| &pick.answer));
        for line in lines.filter(|line| !line.is_empty()) {
            let share = self.answer.take().unwrap_or_else(|| self.draws.share());
            if let Some(text) = worded(scenario, state, line, share) {
                events.push(Event::Answered { scene: state.scene, text });
            }
        }
    }

    /// The scenes entered, and the end.
    fn tell(&mut self, landing: &Landing, events: &mut Vec<Event>) {
        let (scenario, state) = (self.scenario, &landing.state);
        for id in &landing.entered {
            let Some(scene) = scenario.scene(*id) else { continue };
            if scene.after.is_some() {
                events.push(Event::MeetingBegan { scene: *id });
            }
            let (line, cue) = self.line_and_cue(state, &scene.says, &scene.cue);
            events.push(Event::Spoke { scene: *id, line, cue });
        }
        let (Some(end), Some(outcome)) = (state.ended, state.outcome(scenario)) else { return };
        let (line, cue) = match end {
            End::Written(id) => scenario.ending(id).map_or((None, None), |ending| {
                let (line, cue) = self.line_and_cue(state, &ending.says, &ending.cue);
                match ending.broken_words(outcome).filter(|_| outcome != ending.outcome) {
                    Some(words) => (Some(words.clone()), None),
                    None => (line, cue),
                }
            }),
            End::Impatient | End::DeadEnd | End::Todo(_) => (None, None),
        };
        events.push(Event::Ended { end, outcome, line, cue });
    }

    fn line_and_cue(&mut self, state: &State, says: &Line, cue: &Line) -> (Option<String>, Option<String>) {
        let line = self.line.take().unwrap_or_else(|| self.draws.share());
        let seen = self.cue.take().unwrap_or_else(|| self.draws.share());
        (worded(self.scenario, state, says, line), worded(self.scenario, state, cue, seen))
    }
}

/// One of the wordings whose `when` holds, otherwise one of those without.
fn worded(scenario: &Scenario, state: &State, line: &Line, share: u32) -> Option<String> {
    let fitting = |wording: &&Wording| !wording.when.is_empty() && state.meets(scenario, &wording.when);
    let mut candidates: Vec<_> = line.iter().filter(fitting).collect();
    if candidates.is_empty() {
        candidates = line.iter().filter(|wording| wording.when.is_empty()).collect();
    }
    let at = part(share, u32::try_from(candidates.len()).ok()?);
    candidates.get(usize::try_from(at).ok()?).map(|wording| wording.text.clone())
}
