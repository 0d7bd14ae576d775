//! How long an answer is remembered: FSRS-5, by the crate `rs-fsrs`, in whole days.

use chrono::Duration;
use rs_fsrs::{Card, ImplScheduler, LongtermScheduler, Parameters, Rating, Seed};

/// How an answer went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    Again,
    Hard,
    Good,
}

impl Grade {
    const fn rating(self) -> Rating {
        match self {
            Self::Again => Rating::Again,
            Self::Hard => Rating::Hard,
            Self::Good => Rating::Good,
        }
    }
}

/// What is known of how well a card is remembered.
#[derive(Clone, Debug, PartialEq)]
pub struct Memory(Card);

/// The longest pause, in days: whoever still practises comes back at least once a year.
const LONGEST: i32 = 365;

/// The default weights of FSRS-5. Source: open-spaced-repetition, "The Algorithm".
const WEIGHTS: [f64; 19] = [
    0.4072, 1.1829, 3.1262, 15.4722, 7.2102, 0.5316, 1.0651, 0.0234, 1.616, 0.1544, 1.0824, 1.9813, 0.0953, 0.2975, 2.2042,
    0.2407, 2.9466, 0.5034, 0.6567,
];

/// The parameters, every one of them stated: the crate's own default asks the clock, and
/// so does a seed without letters. Nothing is drawn, and a day is the shortest pause.
fn parameters() -> Parameters {
    Parameters {
        request_retention: 0.9,
        maximum_interval: LONGEST,
        w: WEIGHTS,
        decay: Parameters::DECAY,
        factor: Parameters::FACTOR,
        enable_short_term: false,
        enable_fuzz: false,
        seed: Seed::new("none"),
    }
}

/// What is known after an answer, so many days after the last, and in how many days it
/// should be asked again.
pub fn after(before: Option<&Memory>, grade: Grade, days: i32) -> (Memory, i32) {
    let card = before.map(|before| before.0.clone()).unwrap_or_default();
    let now = card.last_review.checked_add_signed(Duration::days(days.max(0).into())).unwrap_or(card.last_review);
    let card = LongtermScheduler::new(parameters(), card, now).review(grade.rating()).card;
    let pause = i32::try_from(card.scheduled_days).unwrap_or(LONGEST);
    (Memory(card), pause)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parameters_are_those_of_the_crate() {
        let own = Parameters::default();
        let ours = parameters();
        assert_eq!((ours.w, ours.decay, ours.factor), (own.w, own.decay, own.factor));
        assert!((ours.request_retention - own.request_retention).abs() < f64::EPSILON);
    }

    #[test]
    fn what_is_known_pauses_longer_each_time_and_what_is_forgotten_comes_back_soon() {
        let (first, pause) = after(None, Grade::Good, 0);
        let (second, longer) = after(Some(&first), Grade::Good, pause);
        assert!(pause >= 1 && longer > 2 * pause, "{pause}, {longer}");
        assert!(after(Some(&second), Grade::Hard, longer).1 < after(Some(&second), Grade::Good, longer).1);
        assert!(after(Some(&second), Grade::Again, longer).1 <= 5);
        let year = (0..20).fold((second, longer), |(memory, pause), _| after(Some(&memory), Grade::Good, pause)).1;
        assert!((LONGEST..=LONGEST + 1).contains(&year), "{year}");
    }
}
