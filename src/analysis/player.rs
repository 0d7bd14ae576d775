//! Players who do not listen. A scenario is good when they fail.

use crate::method::Question;
use crate::scenario::{Reply, ReplyId, Scenario};
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
        let Some(scene) = scenario.scene(state.scene) else { return Vec::new() };
        let replies = |choice: &Choice| {
            let start = scene.replies.start;
            choice.clone().into_iter().map(move |at| ReplyId(start + u32::from(at)))
        };
        let fresh: Vec<bool> = choices.iter().map(|choice| replies(choice).all(|id| !state.has_used(id))).collect();
        let any_fresh = fresh.contains(&true);
        let willing = |at: usize| fresh.get(at) == Some(&true) || !any_fresh;
        let tastes: Vec<[i32; Player::ALL.len()]> = choices.iter().map(|choice| self.of(replies(choice))).collect();
        let mut crowds = vec![Crowd::default(); choices.len()];
        for (k, player) in Player::ALL.into_iter().enumerate() {
            let liking = |at: usize| tastes.get(at).and_then(|row| row.get(k)).copied().unwrap_or(i32::MIN);
            let most = (0..choices.len()).filter(|at| willing(*at)).map(liking).max();
            for (at, crowd) in crowds.iter_mut().enumerate() {
                if willing(at) && Some(liking(at)) == most {
                    *crowd = crowd.with(player);
                }
            }
        }
        crowds
    }

    /// What each player thinks of several replies together.
    fn of(&self, replies: impl Iterator<Item = ReplyId>) -> [i32; Player::ALL.len()] {
        let mut sum = [0; Player::ALL.len()];
        for row in replies.filter_map(|id| self.0.get(id.index())) {
            for (sum, liking) in sum.iter_mut().zip(row) {
                *sum += liking;
            }
        }
        sum
    }
}
