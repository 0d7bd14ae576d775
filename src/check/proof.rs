//! All that is known of a scenario once every state is worked out: the figures, and
//! whether it may be published.

use super::gates::{NAIVE_SKILL, STATES};
use super::{Case, Reach, Smell, Smelt, Subject, Tells, judged_scenes, smells, worth};
use crate::analysis::{LineTurn, Player, Search, Values, Who};
use crate::method::Method;
use crate::scenario::{Outcome, Scenario, SceneId};
use crate::session::End;
use std::rc::Rc;

/// The figures of a scenario, and what stands between it and being published.
#[derive(Clone, Debug, PartialEq)]
pub struct Proof {
    /// Merged states.
    pub states: usize,
    /// Expected points of best play (B), worst play (W).
    pub best: f64,
    pub worst: f64,
    /// Chance first (C), then the naive players.
    pub players: Vec<PlayerFigures>,
    /// Expected turns of best play.
    pub turns: f64,
    pub ends: Vec<EndFigures>,
    /// Where best play leads if the likeliest happens.
    pub line: Vec<LineTurn>,
    pub tells: Tells,
    pub scenes: Vec<SceneFigures>,
    /// All that smells.
    pub smells: Vec<Smelt>,
}

/// How somebody who does not listen does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlayerFigures {
    pub player: Player,
    /// Expected points.
    pub worth: f64,
    /// Chance is 0, best is 1; `None` where chance plays as well as anybody can.
    pub skill: Option<f64>,
    /// Expected turns.
    pub turns: f64,
}

/// How likely the conversation ends so, 0 to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct EndFigures {
    pub end: End,
    pub outcome: Outcome,
    pub best: f64,
    pub worst: f64,
    /// As in [`Proof::players`].
    pub players: Vec<f64>,
}

/// A judged scene at a glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SceneFigures {
    pub scene: SceneId,
    /// The points of each reply, in the order of the file.
    pub worths: Vec<u8>,
}

impl Proof {
    /// Works a scenario out. `None`: too many states to be exact.
    pub fn of(scenario: &Rc<Scenario>, method: &Method) -> Option<Self> {
        Some(Self::from(&Search::new(Rc::clone(scenario)).finish()?, method))
    }

    /// From values that are known already.
    pub fn from(values: &Values, method: &Method) -> Self {
        let scenario = values.graph().scenario();
        let runs = values.runs();
        let players = Player::ALL.map(|player| PlayerFigures {
            player,
            worth: values.player(player),
            skill: values.skill_of(player),
            turns: runs.turns(Who::Naive(player)),
        });
        let ends = runs.ends.iter().map(|share| EndFigures {
            end: share.end,
            outcome: share.outcome,
            best: share.of(Who::Best),
            worst: share.of(Who::Worst),
            players: Player::ALL.map(|player| share.of(Who::Naive(player))).to_vec(),
        });
        let written = runs.ends.iter().filter_map(|share| match share.end {
            End::Written(id) => Some(id),
            End::Impatient | End::DeadEnd | End::Todo(_) => None,
        });
        let reach = Reach::exact(scenario, values.graph().reached(), written);
        let mut proof = Self {
            states: values.graph().len(),
            best: values.best(),
            worst: values.worst(),
            players: players.to_vec(),
            turns: runs.turns(Who::Best),
            ends: ends.collect(),
            line: values.best_line(),
            tells: Tells::of(scenario),
            scenes: judged_scenes(scenario)
                .map(|judged| SceneFigures {
                    scene: judged.id,
                    worths: judged.replies.iter().map(|(_, reply)| worth(reply)).collect(),
                })
                .collect(),
            smells: smells(&Case { scenario, method, reach }),
        };
        proof.smells.splice(0..0, proof.smells_of_play());
        proof
    }

    /// What only playing shows.
    fn smells_of_play(&self) -> Vec<Smelt> {
        let naive = self.players.iter().filter(|figures| figures.player != Player::Chance);
        let passes = naive.filter_map(|figures| Some((figures.player, figures.skill.filter(|skill| *skill >= NAIVE_SKILL)?)));
        let mut smells: Vec<Smell> = passes.map(|(player, skill)| Smell::NaivePlayer { player, skill }).collect();
        if self.players.iter().any(|figures| figures.skill.is_none()) {
            smells.push(Smell::NothingToWin);
        }
        if self.states >= STATES {
            smells.push(Smell::ManyStates { states: Some(self.states) });
        }
        smells.into_iter().map(|smell| Smelt { subject: Subject::Whole, smell }).collect()
    }

    /// What keeps it from being published.
    pub fn failed_gates(&self) -> impl Iterator<Item = &Smelt> {
        self.smells.iter().filter(|smelt| smelt.smell.is_gate())
    }

    /// Whether every gate is passed.
    pub fn is_publishable(&self) -> bool {
        self.failed_gates().next().is_none()
    }
}
