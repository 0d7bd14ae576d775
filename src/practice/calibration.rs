//! How sure the learner was, against how often it was right: of turns of conversations
//! and of answers in drills. Playing on from a turn does not count: the answer is known
//! by then.

use crate::record::{Played, Record};
use crate::session::Sureness;

/// So many answers are needed before anything is said of over- or underconfidence.
pub const ENOUGH: u32 = 20;

/// Stated and right are called the same while they are no further apart than this, in
/// hundredths.
pub const CLOSE: f64 = 10.0;

/// Answers given with about the same confidence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub count: u32,
    /// The sum of the confidences, each 0 to 100.
    stated: u32,
    right: u32,
}

impl Answers {
    fn add(&mut self, confidence: u8, right: bool) {
        self.count += 1;
        self.stated = self.stated.saturating_add(confidence.into());
        self.right += u32::from(right);
    }

    /// The mean confidence and the part that was right, both 0 to 1; `None` where there
    /// are none.
    pub fn shares(&self) -> Option<(f64, f64)> {
        let count = f64::from(self.count);
        (self.count > 0).then(|| (f64::from(self.stated) / 100.0 / count, f64::from(self.right) / count))
    }
}

/// What confidences tend to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tendency {
    TooSure,
    Fits,
    TooUnsure,
}

/// All answers that came with a confidence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calibration {
    guessed: Answers,
    fair: Answers,
    sure: Answers,
}

impl Calibration {
    pub fn of(record: &Record) -> Self {
        let mut calibration = Self::default();
        for (_, played) in record.played().filter(|(_, played)| played.attempt.fork.is_none()) {
            calibration.add_turns(played);
        }
        for (_, drilled) in record.drilled() {
            calibration.add(drilled.confidence, drilled.right);
        }
        calibration
    }

    fn add_turns(&mut self, played: &Played) {
        let costs = played.figures.iter().flat_map(|figures| &figures.costs);
        for (confidence, cost) in played.attempt.confidences.iter().zip(costs) {
            self.add(*confidence, *cost == 0);
        }
    }

    fn add(&mut self, confidence: Option<u8>, right: bool) {
        let Some(confidence) = confidence else { return };
        let answers = match Sureness::of(confidence) {
            Sureness::Guess => &mut self.guessed,
            Sureness::Fair => &mut self.fair,
            Sureness::Sure => &mut self.sure,
        };
        answers.add(confidence, right);
    }

    pub const fn answers(&self, sureness: Sureness) -> &Answers {
        match sureness {
            Sureness::Guess => &self.guessed,
            Sureness::Fair => &self.fair,
            Sureness::Sure => &self.sure,
        }
    }

    /// All together.
    pub fn all(&self) -> Answers {
        Sureness::ALL.iter().map(|sureness| self.answers(*sureness)).fold(Answers::default(), |sum, answers| Answers {
            count: sum.count + answers.count,
            stated: sum.stated.saturating_add(answers.stated),
            right: sum.right + answers.right,
        })
    }

    /// `None` while there are too few answers to say.
    pub fn tendency(&self) -> Option<Tendency> {
        let all = self.all();
        let (stated, right) = all.shares().filter(|_| all.count >= ENOUGH)?;
        let apart = (stated - right) * 100.0;
        Some(if apart > CLOSE {
            Tendency::TooSure
        } else if apart < -CLOSE {
            Tendency::TooUnsure
        } else {
            Tendency::Fits
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::practice::samples;
    use crate::record::{Deed, Drilled};

    fn drilled(confidence: u8, right: bool) -> Deed {
        Deed::Drilled(Drilled { card: String::new(), right, confidence: Some(confidence), took: 0 })
    }

    #[test]
    fn turns_and_drills_are_put_together_by_how_sure_the_learner_was() {
        let mut played = samples::played("kite", &[(0, 3, 1000)]);
        played.attempt.confidences = vec![Some(90), None, Some(30), Some(89)];
        played.figures.as_mut().unwrap().costs = vec![0, 0, 700, 300];
        let mut record = Record::default();
        record.note(1, Deed::Played(Box::new(played.clone())));
        record.note(2, drilled(50, true));
        played.attempt.fork = Some(1);
        record.note(3, Deed::Played(Box::new(played)));
        let calibration = Calibration::of(&record);
        assert_eq!(calibration.answers(Sureness::Guess).shares(), Some((0.3, 0.0)));
        assert_eq!(calibration.answers(Sureness::Fair).shares(), Some((0.695, 0.5)));
        assert_eq!(calibration.answers(Sureness::Sure).shares(), Some((0.9, 1.0)));
    }

    #[test]
    fn nothing_is_said_before_twenty_answers() {
        let mut record = Record::default();
        for at in 0..19 {
            record.note(at, drilled(90, at % 2 == 0));
        }
        assert_eq!(Calibration::of(&record).tendency(), None);
        record.note(19, drilled(90, false));
        assert_eq!(Calibration::of(&record).tendency(), Some(Tendency::TooSure));
        for at in 20..60 {
            record.note(at, drilled(30, true));
        }
        assert_eq!(Calibration::of(&record).tendency(), Some(Tendency::TooUnsure));
    }
}
