//! What the learner expected of exams against what came: result / forecast. It is the
//! record from which a supervisor sets the confidence index (METHOD §6).

use crate::record::{Played, Record};

/// So many exams with a forecast, the last ones, are taken together.
pub const LAST: usize = 10;

/// A habit is spoken of from so many on; before that it may have been a single bad day.
pub const ENOUGH: usize = 3;

/// Less than this share of what was forecast: the learner promises too much.
pub const TOO_MUCH: f64 = 0.9;

/// More than this share of what was forecast: the learner promises too little.
pub const TOO_LITTLE: f64 = 1.1;

/// Points in the steps that were forecast.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Accuracy {
    /// What the forecast comes to: its shares of what was there to earn.
    pub forecast: f64,
    /// What was earned.
    pub result: f64,
    /// What was there to earn.
    pub whole: f64,
}

impl Accuracy {
    /// Result / forecast: 1 where what came is what was forecast. `None` where nothing
    /// was forecast.
    pub fn ratio(&self) -> Option<f64> {
        (self.forecast > 0.0).then(|| self.result / self.forecast)
    }

    /// Forecast and result as shares of what was there to earn, 0 to 1.
    pub fn shares(&self) -> Option<(f64, f64)> {
        (self.whole > 0.0).then(|| (self.forecast / self.whole, self.result / self.whole))
    }
}

/// How good the forecast of a conversation was. `None`: there was none, or none of its
/// steps had anything to earn.
pub fn accuracy(played: &Played) -> Option<Accuracy> {
    let figures = played.figures.as_ref()?;
    let mut sum = Accuracy::default();
    for forecast in &played.attempt.forecast {
        let Some(step) = figures.steps.iter().find(|step| step.step == forecast.step) else { continue };
        let whole = f64::from(step.earned) + f64::from(step.left) / 1000.0;
        sum.forecast += f64::from(forecast.percent) / 100.0 * whole;
        sum.result += f64::from(step.earned);
        sum.whole += whole;
    }
    (sum.whole > 0.0).then_some(sum)
}

/// What forecasts tend to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tendency {
    TooMuch,
    Fits,
    TooLittle,
}

/// The last exams with a forecast.
#[derive(Clone, Debug, Default)]
pub struct Forecasts<'r> {
    /// At most [`LAST`], newest first, with their times.
    pub each: Vec<(u64, &'r Played, Accuracy)>,
    pub together: Accuracy,
}

impl<'r> Forecasts<'r> {
    pub fn of(record: &'r Record) -> Self {
        let exams = record.played().rev().filter(|(_, played)| played.attempt.fork.is_none());
        let each: Vec<_> = exams.filter_map(|(at, played)| Some((at, played, accuracy(played)?))).take(LAST).collect();
        let add = |sum: Accuracy, (_, _, one): &(u64, &Played, Accuracy)| Accuracy {
            forecast: sum.forecast + one.forecast,
            result: sum.result + one.result,
            whole: sum.whole + one.whole,
        };
        let together = each.iter().fold(Accuracy::default(), add);
        Self { each, together }
    }

    /// `None` while there are too few to speak of a habit.
    pub fn tendency(&self) -> Option<Tendency> {
        let ratio = self.together.ratio().filter(|_| self.each.len() >= ENOUGH)?;
        Some(if ratio < TOO_MUCH {
            Tendency::TooMuch
        } else if ratio > TOO_LITTLE {
            Tendency::TooLittle
        } else {
            Tendency::Fits
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::method::StepId;
    use crate::practice::samples;
    use crate::record::Deed;
    use crate::session::attempt::Forecast;

    fn exam(percent: u8) -> Played {
        let mut played = samples::played("kite", &[(0, 6, 2000), (1, 1, 3000)]);
        let step = |step| Forecast { step: StepId(step), percent };
        played.attempt.forecast = vec![step(0), step(7)];
        played
    }

    #[test]
    fn a_forecast_is_weighted_by_what_was_there_and_a_step_that_did_not_occur_does_not_count() {
        let accuracy = accuracy(&exam(50)).unwrap();
        assert_eq!(accuracy, Accuracy { forecast: 4.0, result: 6.0, whole: 8.0 });
        assert_eq!((accuracy.ratio(), accuracy.shares()), (Some(1.5), Some((0.5, 0.75))));
        assert_eq!(super::accuracy(&samples::played("kite", &[(0, 6, 0)])), None, "no forecast");
    }

    #[test]
    fn the_last_ten_count_together_and_three_make_a_habit() {
        let mut record = Record::default();
        for at in 0..2 {
            record.note(at, Deed::Played(Box::new(exam(100))));
        }
        assert_eq!(Forecasts::of(&record).tendency(), None);
        record.note(2, Deed::Played(Box::new(exam(100))));
        assert_eq!(Forecasts::of(&record).tendency(), Some(Tendency::TooMuch));
        for at in 3..13 {
            record.note(at, Deed::Played(Box::new(exam(if at % 2 == 0 { 70 } else { 80 }))));
        }
        let forecasts = Forecasts::of(&record);
        assert_eq!((forecasts.each.len(), forecasts.together.result), (LAST, 60.0));
        assert_eq!(forecasts.tendency(), Some(Tendency::Fits));
    }
}
