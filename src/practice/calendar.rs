//! Days and weeks as the learner's calendar has them.

use serde::{Deserialize, Serialize};

/// What time it is, told by whoever has a clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// Milliseconds since 1970.
    pub now: u64,
    /// Minutes by which the learner's clocks are ahead of UTC.
    pub ahead: i32,
}

const MINUTE: i64 = 60_000;
const DAY: i64 = 24 * 60 * MINUTE;

impl Clock {
    /// The day of a time, in days since 1970-01-01.
    pub fn day_of(self, time: u64) -> i32 {
        let here = i64::try_from(time).unwrap_or(i64::MAX / 2) + i64::from(self.ahead) * MINUTE;
        i32::try_from(here.div_euclid(DAY)).unwrap_or(i32::MAX)
    }

    /// A time as 2026-11-22 14:05, here.
    pub fn stamp(self, time: u64) -> String {
        let here = i64::try_from(time).unwrap_or(i64::MAX / 2) + i64::from(self.ahead) * MINUTE;
        let minutes = here.rem_euclid(DAY) / MINUTE;
        format!("{} {:02}:{:02}", iso(self.day_of(time)), minutes / 60, minutes % 60)
    }

    /// Today, in days since 1970-01-01.
    pub fn today(self) -> i32 {
        self.day_of(self.now)
    }
}

/// The Monday of a day's week; 1970-01-01 was a Thursday.
pub const fn monday_of(day: i32) -> i32 {
    day - (day + 3).rem_euclid(7)
}

/// Year, month and day of the month (from 1) in the Gregorian calendar.
/// Source: Howard Hinnant, chrono-compatible low-level date algorithms, `civil_from_days`.
pub const fn date(day: i32) -> (i32, u8, u8) {
    let z = day + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let of_month = of_year - (153 * shifted + 2) / 5 + 1;
    let year = year + era * 400 + (month <= 2) as i32;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 12 and 1 to 31")]
    (year, month as u8, of_month as u8)
}

/// A day as 2026-11-22.
pub fn iso(day: i32) -> String {
    let (year, month, of_month) = date(day);
    format!("{year:04}-{month:02}-{of_month:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_have_the_dates_of_the_calendar() {
        assert_eq!(iso(0), "1970-01-01");
        assert_eq!(iso(19_782), "2024-02-29");
        assert_eq!(iso(20_779), "2026-11-22");
        assert_eq!(iso(-1), "1969-12-31");
    }

    #[test]
    fn a_week_begins_on_monday() {
        assert_eq!(iso(monday_of(20_779)), "2026-11-16");
        assert_eq!(monday_of(monday_of(20_779)), monday_of(20_779));
    }

    #[test]
    fn the_evening_in_beijing_is_the_next_day() {
        let clock = Clock { now: 1_795_370_400_000, ahead: 480 };
        assert_eq!(clock.today(), Clock { ahead: 0, ..clock }.today() + 1);
        assert_eq!(clock.stamp(1_795_370_400_000), "2026-11-23 02:00");
    }
}
