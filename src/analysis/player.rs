//! Players who do not listen. A scenario is good when they fail.

use crate::method::Question;
use crate::scenario::{Reply, ReplyId, Scenario, Scene};
use crate::session::{Choice, State};

/// A way of playing without understanding (docs/semantics.md, Players).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Player {
    /// Any reply, all equally likely.
    Chance,
    First,
    Last,
    Longest,
    Shortest,
    AskOpen,
    AskClosing,
    Agree,
}

impl Player {
    pub const ALL: [Self; 8] =
        [Self::Chance, Self::First, Self::Last, Self::Longest, Self::Shortest, Self::AskOpen, Self::AskClosing, Self::Agree];

    /// The word in files.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Chance => "chance",
            Self::First => "first",
            Self::Last => "last",
            Self::Longest => "longest",
            Self::Shortest => "shortest",
            Self::AskOpen => "ask-open",
            Self::AskClosing => "ask-closing",
            Self::Agree => "agree",
        }
    }

    /// How much this player likes what a reply says and does; its place in the file
    /// counts only for those who look at nothing else.
    fn liking(self, at: usize, reply: &Reply) -> i32 {
        let whole = |n: usize| i32::try_from(n).unwrap_or(i32::MAX);
        match self {
            Self::Chance => 0,
            Self::First => -whole(at),
            Self::Last => whole(at),
            Self::Longest => whole(length(&reply.say)),
            Self::Shortest => -whole(length(&reply.say)),
            Self::AskOpen => i32::from(reply.question == Some(Question::Open)),
            Self::AskClosing => i32::from(reply.question == Some(Question::Closing)),
            Self::Agree => i32::from(reply.agrees),
        }
    }
}

/// The letters and digits of what is said.
pub fn length(say: &str) -> usize {
    say.chars().filter(|c| c.is_alphanumeric()).count()
}

/// A set of players, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Crowd(u8);

impl Crowd {
    pub const fn contains(self, player: Player) -> bool {
        self.0 & (1 << player as u8) != 0
    }

    const fn with(self, player: Player) -> Self {
        Self(self.0 | (1 << player as u8))
    }
}

/// What each player thinks of each reply.
pub struct Tastes(Vec<[i32; Player::ALL.len()]>);

impl Tastes {
    pub fn new(scenario: &Scenario) -> Self {
        let mut tastes = Vec::with_capacity(scenario.replies.len());
        for scene in &scenario.scenes {
            let replies = scene.reply_ids().filter_map(|id| scenario.reply(id));
            tastes.extend(replies.enumerate().map(|(at, reply)| Player::ALL.map(|player| player.liking(at, reply))));
        }
        Self(tastes)
    }

    /// For each choice, the players who would make it. A player is equally likely to
    /// make any of its choices; none repeats a reply while an unused one is offered.
    pub fn crowds(&self, scenario: &Scenario, state: &State, choices: &[Choice]) -> Vec<Crowd> {
        let mut crowds = vec![Crowd::default(); choices.len()];
        let Some(scene) = scenario.scene(state.scene) else { return crowds };
        let fresh = fresh(scene, state, choices);
        for player in Player::ALL {
            for at in self.liked(scene, choices, &fresh, player) {
                if let Some(crowd) = crowds.get_mut(at) {
                    *crowd = crowd.with(player);
                }
            }
        }
        crowds
    }

    /// The places of the choices that one player would make.
    pub fn choices_of(&self, player: Player, scenario: &Scenario, state: &State, choices: &[Choice]) -> Vec<usize> {
        let Some(scene) = scenario.scene(state.scene) else { return Vec::new() };
        self.liked(scene, choices, &fresh(scene, state, choices), player).collect()
    }

    fn liked(&self, scene: &Scene, choices: &[Choice], fresh: &[bool], player: Player) -> impl Iterator<Item = usize> {
        let liking = move |choice: &Choice| -> i32 { replies(scene, choice).map(|id| self.liking(id, player)).sum() };
        let candidates = move || choices.iter().enumerate().zip(fresh).filter(|(_, fresh)| **fresh).map(|(choice, _)| choice);
        let most = candidates().map(|(_, choice)| liking(choice)).max();
        candidates().filter(move |(_, choice)| Some(liking(choice)) == most).map(|(at, _)| at)
    }

    fn liking(&self, id: ReplyId, player: Player) -> i32 {
        self.0.get(id.index()).and_then(|row| row.get(player as usize)).copied().unwrap_or(0)
    }
}

/// Which choices come into question: those without a repetition, if there are any.
fn fresh(scene: &Scene, state: &State, choices: &[Choice]) -> Vec<bool> {
    let mut fresh: Vec<bool> = choices.iter().map(|choice| replies(scene, choice).all(|id| !state.has_used(id))).collect();
    if !fresh.contains(&true) {
        fresh.fill(true);
    }
    fresh
}

fn replies<'c>(scene: &Scene, choice: &'c Choice) -> impl Iterator<Item = ReplyId> + use<'c> {
    let start = scene.replies.start;
    choice.iter().map(move |at| ReplyId(start + u32::from(*at)))
}
