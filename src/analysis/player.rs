//! Players who do not listen. A scenario is good when they fail.

use crate::method::Question;
use crate::scenario::{Reply, Scenario, Scene};
use crate::session::{Choice, State, rules};

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

    /// How much this player likes a reply at a place in the file.
    fn liking(self, at: u8, reply: &Reply) -> i64 {
        let length = || i64::try_from(length(&reply.say)).unwrap_or(i64::MAX);
        match self {
            Self::Chance => 0,
            Self::First => -i64::from(at),
            Self::Last => i64::from(at),
            Self::Longest => length(),
            Self::Shortest => -length(),
            Self::AskOpen => i64::from(reply.question == Some(Question::Open)),
            Self::AskClosing => i64::from(reply.question == Some(Question::Closing)),
            Self::Agree => i64::from(reply.agrees),
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

/// For each choice, the players who would make it. A player is equally likely to
/// make any of its choices; none repeats a reply while an unused one is offered.
pub fn crowds(scenario: &Scenario, scene: &Scene, state: &State, choices: &[Choice]) -> Vec<Crowd> {
    let unused = |choice: &Choice| rules::chosen(scene, choice).iter().all(|id| !state.has_used(*id));
    let fresh: Vec<bool> = choices.iter().map(unused).collect();
    let any_fresh = fresh.contains(&true);
    let mut crowds = vec![Crowd::default(); choices.len()];
    for player in Player::ALL {
        let liking = |choice: &Choice| -> i64 {
            let replies = rules::chosen(scene, choice).into_iter().filter_map(|id| scenario.reply(id));
            choice.iter().zip(replies).map(|(at, reply)| player.liking(*at, reply)).sum()
        };
        let likings: Vec<_> =
            choices.iter().zip(&fresh).map(|(choice, fresh)| (*fresh || !any_fresh).then(|| liking(choice))).collect();
        let most = likings.iter().flatten().max();
        for (crowd, liking) in crowds.iter_mut().zip(&likings) {
            if liking.is_some() && liking.as_ref() == most {
                *crowd = crowd.with(player);
            }
        }
    }
    crowds
}
