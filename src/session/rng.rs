//! Luck: portable, keyed by seed, stream and turn, so that no generator sits in
//! the state and one kind of luck cannot move another (docs/semantics.md, Randomness).

use rand::rngs::Xoshiro256PlusPlus;
use rand::{Rng, SeedableRng};

/// What is being drawn. Additions take new numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Branches and drift.
    Fate = 1,
    /// The order in which replies are shown.
    Order = 2,
    /// Which wording of a line is heard.
    Wording = 3,
    /// What a player chooses who does not listen, where conversations are simulated.
    Player = 4,
    /// What a flawed line does wrong, and what is asked about lines.
    Flaw = 5,
}

/// The draws of one stream in one turn.
pub struct Draws(Xoshiro256PlusPlus);

impl Draws {
    pub fn new(seed: u32, stream: Stream, turn: u32) -> Self {
        let key = mix(mix(mix(u64::from(seed)).wrapping_add(stream as u64)).wrapping_add(u64::from(turn)));
        Self(Xoshiro256PlusPlus::seed_from_u64(key))
    }

    /// A share of 2³²: [`part`] of it is the draw for any number of things.
    pub fn share(&mut self) -> u32 {
        u32::try_from(self.0.next_u64() >> 32).unwrap_or(0)
    }

    /// A number below `n`; 0 where `n` is 0.
    pub fn below(&mut self, n: u32) -> u32 {
        part(self.share(), n)
    }

    /// The places 0 to `n` − 1 in a drawn order (Fisher–Yates from the last).
    pub fn shuffle(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        for last in (1..n).rev() {
            let bound = u32::try_from(last + 1).unwrap_or(u32::MAX);
            order.swap(last, usize::try_from(self.below(bound)).unwrap_or(0));
        }
        order
    }
}

/// Which of `n` things a share falls on.
pub fn part(share: u32, n: u32) -> u32 {
    u32::try_from((u64::from(share) * u64::from(n)) >> 32).unwrap_or(0)
}

/// One output of SplitMix64.
const fn mix(x: u64) -> u64 {
    let mut z = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A frozen stream: were it to change, every stored attempt would tell
    /// another story. The numbers come from a second implementation.
    #[test]
    fn the_stream_is_frozen() {
        let mut draws = Draws::new(1, Stream::Fate, 1);
        assert_eq!(draws.0.next_u64(), 0x2f8f_0526_85d2_503b);
        assert_eq!(draws.0.next_u64(), 0x9bba_0c06_d32c_09e3);
        assert_eq!(Draws::new(1, Stream::Order, 0).shuffle(4), [1, 3, 0, 2]);
    }

    #[test]
    fn draws_stay_below_their_bound() {
        let mut draws = Draws::new(7, Stream::Wording, 3);
        assert!((0..1000).all(|_| draws.below(3) < 3));
        assert_eq!(draws.below(0), 0);
    }
}
