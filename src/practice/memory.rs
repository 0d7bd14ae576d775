//! How long an answer is remembered, by FSRS-5 in whole days.
//!
//! Our own, since every crate that has it brings a clock or chance of its own, which
//! must not get into a program that imports nothing; the tests compare it with `rs-fsrs`.
//! Source: open-spaced-repetition, "The Algorithm" (FSRS-5), default parameters.

/// How an answer went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    Again = 1,
    Hard = 2,
    Good = 3,
}

/// What is known of how well a card is remembered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days until it is remembered nine times in ten.
    stability: f64,
    /// 1 (easy) to 10.
    difficulty: f64,
}

const W: [f64; 19] = [
    0.4072, 1.1829, 3.1262, 15.4722, 7.2102, 0.5316, 1.0651, 0.0234, 1.616, 0.1544, 1.0824, 1.9813, 0.0953, 0.2975, 2.2042,
    0.2407, 2.9466, 0.5034, 0.6567,
];
/// The shape of forgetting: after `stability` days, nine in ten are left.
const DECAY: f64 = -0.5;
const FACTOR: f64 = 19.0 / 81.0;
/// The longest pause, in days: whoever still practises comes back at least once a year.
pub const LONGEST: i32 = 365;

impl Grade {
    const ALL: [Self; 3] = [Self::Again, Self::Hard, Self::Good];

    /// The grade as the formulas count it, from 0.
    fn above_again(self) -> f64 {
        f64::from(self as u8 - Self::Again as u8)
    }
}

/// What is known after an answer, so many days after the last, and in how many days it
/// should be asked again.
pub fn after(before: Option<Memory>, grade: Grade, days: i32) -> (Memory, i32) {
    let now = |grade| before.map_or_else(|| Memory::first(grade), |before| before.next(grade, days));
    let [again, hard, good] = Grade::ALL.map(|grade| now(grade).interval());
    // A better answer pauses for longer.
    let again = again.min(hard);
    let hard = hard.max(again + 1);
    let pause = match grade {
        Grade::Again => again,
        Grade::Hard => hard,
        Grade::Good => good.max(hard + 1),
    };
    (now(grade), pause)
}

impl Memory {
    fn first(grade: Grade) -> Self {
        let stability = match grade {
            Grade::Again => W[0],
            Grade::Hard => W[1],
            Grade::Good => W[2],
        };
        Self { stability, difficulty: first_difficulty(grade.above_again()) }
    }

    fn next(self, grade: Grade, days: i32) -> Self {
        let easy = first_difficulty(3.0);
        let moved = self.difficulty - W[6] * (grade.above_again() - 2.0);
        let difficulty = (W[7] * easy + (1.0 - W[7]) * moved).clamp(1.0, 10.0);
        let stability = if grade == Grade::Again { self.forgotten(days) } else { self.recalled(grade, days) };
        Self { stability, difficulty }
    }

    /// The share that is remembered after so many days.
    fn left(self, days: i32) -> f64 {
        (1.0 + FACTOR * f64::from(days.max(0)) / self.stability).powf(DECAY)
    }

    fn recalled(self, grade: Grade, days: i32) -> f64 {
        let penalty = if grade == Grade::Hard { W[15] } else { 1.0 };
        let gain = W[8].exp()
            * (11.0 - self.difficulty)
            * self.stability.powf(-W[9])
            * ((1.0 - self.left(days)) * W[10]).exp_m1()
            * penalty;
        self.stability * (1.0 + gain)
    }

    fn forgotten(self, days: i32) -> f64 {
        W[11]
            * self.difficulty.powf(-W[12])
            * ((self.stability + 1.0).powf(W[13]) - 1.0)
            * ((1.0 - self.left(days)) * W[14]).exp()
    }

    /// Days until nine in ten are left: its stability, in whole days.
    fn interval(self) -> i32 {
        #[expect(clippy::cast_possible_truncation, reason = "1 to LONGEST after the clamp")]
        let days = self.stability.round().clamp(1.0, f64::from(LONGEST)) as i32;
        days
    }
}

fn first_difficulty(above_again: f64) -> f64 {
    (W[4] - (W[5] * above_again).exp() + 1.0).clamp(1.0, 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rs_fsrs::{ImplScheduler, LongtermScheduler, Parameters, Rating};

    fn parameters() -> Parameters {
        Parameters { maximum_interval: LONGEST, enable_fuzz: false, ..Parameters::default() }
    }

    /// Every course of six answers with pauses on time, early and late.
    #[test]
    fn the_pauses_are_those_of_the_library() {
        let ratings = [Rating::Again, Rating::Hard, Rating::Good];
        for course in 0..3_usize.pow(6) {
            let mut memory = None;
            let mut card = rs_fsrs::Card::default();
            let mut now = card.due;
            let mut days = 0;
            for turn in 0..6 {
                let which = course / 3_usize.pow(turn) % 3;
                let (next, pause) = after(memory, Grade::ALL[which], days);
                card = LongtermScheduler::new(parameters(), card, now).review(ratings[which]).card;
                assert_eq!(i64::from(pause), card.scheduled_days, "course {course}, turn {turn}");
                assert!((next.stability - card.stability).abs() < 1e-9 && (next.difficulty - card.difficulty).abs() < 1e-9);
                memory = Some(next);
                days = match turn % 3 {
                    0 => pause,
                    1 => pause / 2,
                    _ => pause + 5,
                };
                now += chrono::Duration::days(i64::from(days));
            }
        }
    }
}
