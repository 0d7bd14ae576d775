//! Everything on the device as one file: the record, and what the page keeps beside
//! it. A file may come from anywhere, so that only what a learner can have done is
//! taken from it.

use super::{Day, Deed, Drilled, Entry, Figures, Played, Record};
use crate::reader::is_id;
use crate::session::attempt::{Attempt, FORMAT as ATTEMPT_FORMAT};
use serde::de::{IgnoredAny, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// The format that this version writes and reads.
pub const FORMAT: u64 = 1;
/// What such a file says that it is.
const KIND: &str = "ninesteps-device";
/// The most bytes of a file: 2,000 conversations and 20,000 answers come to 4 MB.
pub const LARGEST: usize = 64 << 20;

/// A clock may be wrong by a year; what is later would push all that is noted after it
/// out of the calendar.
const AHEAD: u64 = 366 * DAY;
const DAY: u64 = 24 * 60 * 60 * 1000;
/// Far beyond the longest conversation: a customer's patience ends after 200 turns.
const MOST_TURNS: usize = 1_000;
/// Far beyond the replies of a scene.
const MOST_PICKED: usize = 100;
/// Far beyond the steps of a method.
const MOST_STEPS: usize = 100;
/// In thousandths of a point: what no conversation is worth, and sums stay far from
/// their limit.
const MOST_WORTH: u64 = 1_000_000_000;
/// Bytes of the name of a question, or of what is kept beside the record.
const LONGEST_NAME: usize = 400;

/// Why a file is not taken; then nothing of it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    TooLarge,
    /// Not JSON; line and column from 1.
    Damaged {
        line: usize,
        column: usize,
    },
    /// JSON of something else.
    Other,
    /// Of a later version of the product.
    Later,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// Oldest first.
    pub entries: Vec<Entry>,
    /// What the page keeps beside the record, by name.
    pub kept: Vec<(String, String)>,
    /// How much could not be read; the rest is taken.
    pub damaged: usize,
}

#[derive(Serialize)]
struct Written<'w> {
    kind: &'w str,
    format: u64,
    date: &'w str,
    entries: &'w [Entry],
    kept: &'w [(String, String)],
}

/// The beginning, which every version can read.
#[derive(Deserialize)]
struct Head {
    kind: String,
    format: u64,
}

#[derive(Deserialize)]
struct Body {
    entries: Several<Entry>,
    kept: Several<(String, String)>,
}

/// The file of a record and of what is kept beside it, on a day (2026-11-22).
pub fn write(date: &str, record: &Record, kept: &[(String, String)]) -> String {
    let written = Written { kind: KIND, format: FORMAT, date, entries: record.entries(), kept };
    serde_json::to_string(&written).unwrap_or_default()
}

/// Reads such a file at a time, in milliseconds since 1970.
///
/// # Errors
/// Why nothing of it can be taken.
pub fn read(bytes: &[u8], now: u64) -> Result<Contents, Refused> {
    if bytes.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    // Some editors put a mark before the text.
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let head: Head = json(bytes)?;
    match head.format {
        _ if head.kind != KIND => return Err(Refused::Other),
        FORMAT => {}
        later if later > FORMAT => return Err(Refused::Later),
        _ => return Err(Refused::Other),
    }
    let Body { entries, kept } = json(bytes)?;
    let mut contents = Contents { damaged: entries.damaged + kept.damaged, ..Contents::default() };
    let mut turns = BTreeMap::new();
    for entry in entries.sound {
        let is_next = contents.entries.last().is_none_or(|last: &Entry| last.at < entry.at);
        if is_next && entry.at <= now.saturating_add(AHEAD) && is_possible(&entry, &turns) {
            if let Deed::Played(played) = &entry.deed {
                turns.insert(entry.at, played.attempt.choices.len());
            }
            contents.entries.push(tidied(entry));
        } else {
            contents.damaged += 1;
        }
    }
    for (name, text) in kept.sound {
        if is_name(&name) && is_in_bytes(&name) && is_in_bytes(&text) {
            contents.kept.push((name, text));
        } else {
            contents.damaged += 1;
        }
    }
    Ok(contents)
}

fn json<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Result<T, Refused> {
    serde_json::from_slice(bytes).map_err(|error| {
        if error.is_data() { Refused::Other } else { Refused::Damaged { line: error.line(), column: error.column() } }
    })
}

fn tidied(entry: Entry) -> Entry {
    match entry.deed {
        Deed::Wrote(day) => Entry { deed: Deed::Wrote(day.tidied()), ..entry },
        _ => entry,
    }
}

/// Whether a learner can have done this. `turns`: how many the attempts before it had,
/// by their times.
fn is_possible(entry: &Entry, turns: &BTreeMap<u64, usize>) -> bool {
    match &entry.deed {
        Deed::Played(played) => can_be_played(played),
        Deed::Named { attempt, turn } => {
            let named = turn.map_or(Some(0), |turn| usize::try_from(turn).ok());
            turns.get(attempt).zip(named).is_some_and(|(turns, named)| turn.is_none() || named < *turns)
        }
        Deed::Passed { scenario, .. } => is_id(scenario),
        Deed::Drilled(Drilled { card, confidence, .. }) => is_name(card) && confidence.is_none_or(|sure| sure <= 100),
        // A day is written on it or later; the calendar may be a day ahead.
        Deed::Wrote(Day { day, .. }) => {
            i64::try_from(entry.at / DAY).is_ok_and(|today| (-1..=today + 1).contains(&i64::from(*day)))
        }
    }
}

fn can_be_played(Played { attempt, figures }: &Played) -> bool {
    let Attempt { format, scenario, fork, choices, confidences, times, claim, forecast, .. } = attempt;
    let turns = choices.len();
    *format == ATTEMPT_FORMAT
        && is_id(scenario)
        && turns <= MOST_TURNS
        && choices.iter().all(|choice| choice.len() <= MOST_PICKED)
        && fork.is_none_or(|turn| usize::try_from(turn).is_ok_and(|turn| turn <= turns))
        && confidences.len() <= turns
        && confidences.iter().flatten().all(|sure| *sure <= 100)
        && times.len() <= turns
        && claim.is_none_or(|claim| claim.score.is_none_or(|score| score <= 10_000))
        && forecast.len() <= MOST_STEPS
        && forecast.iter().all(|step| step.percent <= 100 && usize::from(step.step.0) < MOST_STEPS)
        && figures.as_ref().is_none_or(|figures| can_be_counted(figures, turns))
}

fn can_be_counted(Figures { method, best, steps, costs }: &Figures, turns: usize) -> bool {
    let sum = |amounts: &mut dyn Iterator<Item = u32>| amounts.map(u64::from).fold(0, u64::saturating_add) <= MOST_WORTH;
    is_id(method)
        && u64::from(*best) <= MOST_WORTH
        && steps.len() <= MOST_STEPS
        && steps.iter().all(|step| usize::from(step.step.0) < MOST_STEPS)
        && costs.len() <= turns
        && sum(&mut costs.iter().copied())
        && sum(&mut steps.iter().map(|step| step.earned))
        && sum(&mut steps.iter().map(|step| step.left))
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.len() <= LONGEST_NAME && !name.chars().any(char::is_control)
}

/// Whether each character stands for a byte, as in all that the page keeps.
fn is_in_bytes(text: &str) -> bool {
    text.chars().all(|c| u8::try_from(c).is_ok())
}

/// Those of several that can be read, and how many there are that cannot.
struct Several<T> {
    sound: Vec<T>,
    damaged: usize,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum One<T> {
    Sound(T),
    Damaged(IgnoredAny),
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Several<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Each(PhantomData))
    }
}

struct Each<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Each<T> {
    type Value = Several<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Several<T>, A::Error> {
        let mut several = Several { sound: Vec::new(), damaged: 0 };
        while let Some(one) = list.next_element()? {
            match one {
                One::Sound(sound) => several.sound.push(sound),
                One::Damaged(_) => several.damaged += 1,
            }
        }
        Ok(several)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_795_348_800_000;
    const DRILLED: &str = r#"{"at":5,"deed":{"drilled":{"card":"a/b","right":true,"confidence":null,"took":1}}}"#;

    fn file(entries: &str, kept: &str) -> String {
        format!(r#"{{"kind":"ninesteps-device","format":1,"date":"2026-11-22","entries":[{entries}],"kept":[{kept}]}}"#)
    }

    fn counts(entries: &str) -> (usize, usize) {
        let contents = read(file(entries, "").as_bytes(), NOW).unwrap();
        (contents.entries.len(), contents.damaged)
    }

    #[test]
    fn what_is_no_such_file_is_refused_with_the_reason() {
        let refused = |text: &str| read(text.as_bytes(), NOW).unwrap_err();
        assert_eq!(refused("{\n \"kind\": oh"), Refused::Damaged { line: 2, column: 10 });
        assert!(matches!(refused(""), Refused::Damaged { .. }));
        assert!(matches!(refused(&file(DRILLED, "").replace(']', "")), Refused::Damaged { .. }));
        assert!(matches!(refused(&format!("{} x", file("", ""))), Refused::Damaged { .. }));
        for other in ["[]", "{}", "3", r#"{"kind":"other","format":1}"#, r#"{"kind":"ninesteps-device","format":0}"#] {
            assert_eq!(refused(other), Refused::Other, "{other}");
        }
        assert_eq!(refused(&file("", "").replace("[]", "{}")), Refused::Other);
        assert_eq!(refused(r#"{"kind":"ninesteps-device","format":2,"all":"new"}"#), Refused::Later);
        assert_eq!(refused(&" ".repeat(LARGEST + 1)), Refused::TooLarge);
        assert!(matches!(refused(&"[".repeat(1_000_000)), Refused::Other | Refused::Damaged { .. }));
    }

    #[test]
    fn a_mark_before_the_text_and_keys_of_later_versions_do_no_harm() {
        let text = file(DRILLED, "").replacen('{', "\u{feff}{\"later\":[1],", 1);
        assert_eq!(read(text.as_bytes(), NOW).unwrap().entries.len(), 1);
    }

    #[test]
    fn a_damaged_entry_costs_only_itself() {
        let other = DRILLED.replace(":5", ":6");
        assert_eq!(counts(&format!(r#"{DRILLED}, 7, {{"at":5}}, "x", [[[]]], {other}"#)), (2, 4));
        assert_eq!(counts(&[DRILLED, DRILLED, &other, DRILLED].join(",")), (2, 2), "times only go on");
    }

    #[test]
    fn what_nobody_can_have_done_is_left_out() {
        assert_eq!(counts(DRILLED), (1, 0));
        let absurd = [
            DRILLED.replace(":5", ":18446744073709551615"),
            DRILLED.replace("null", "101"),
            DRILLED.replace("a/b", "a\\u0007b"),
            DRILLED.replace("a/b", &"a".repeat(500)),
            r#"{"at":5,"deed":{"wrote":{"day":2147483647,"setback":"","success":"","noticed":""}}}"#.to_owned(),
            r#"{"at":5,"deed":{"wrote":{"day":-2147483648,"setback":"","success":"","noticed":""}}}"#.to_owned(),
            r#"{"at":5,"deed":{"named":{"attempt":5,"turn":4000000000}}}"#.to_owned(),
            r#"{"at":5,"deed":{"passed":{"scenario":"../a","pass":"watch"}}}"#.to_owned(),
        ];
        for entry in absurd {
            assert_eq!(counts(&entry), (0, 1), "{entry}");
        }
    }

    #[test]
    fn a_conversation_must_be_one_and_a_named_turn_one_of_its_turns() {
        let played = r#"{"at":5,"deed":{"played":{"attempt":{"format":1,"scenario":"first-day","language":"en","hashes":{"rules":"","text":""},
            "mode":"exam","seed":1,"fork":null,"choices":[[0],[1]],"confidences":[],"times":[1,2],"claim":null},
            "figures":{"method":"nine-steps","best":9,"steps":[{"step":0,"earned":3,"left":0}],"costs":[0,4]}}}}"#;
        let named = r#"{"at":6,"deed":{"named":{"attempt":5,"turn":1}}}"#;
        assert_eq!(counts(&format!("{played},{named}")), (2, 0));
        assert_eq!(counts(&format!("{played},{}", named.replace(":1}", ":2}"))), (1, 1));
        let absurd = [
            ("first-day", "<b>".to_owned()),
            ("nine-steps", String::new()),
            ("[[0],[1]]", format!("[{}[0]]", "[0],".repeat(2000))),
            ("[[0],[1]]", format!("[[1],[{}0]]", "0,".repeat(2000))),
            ("[1,2]", "[1,2,3]".to_owned()),
            ("\"fork\":null", "\"fork\":7".to_owned()),
            ("[0,4]", "[1,2,3]".to_owned()),
            ("[0,4]", "[4000000000,4000000000]".to_owned()),
            ("\"step\":0", "\"step\":200".to_owned()),
            ("\"claim\":null", r#""claim":{"score":10001,"outcome":"signed"}"#.to_owned()),
            ("\"format\":1,\"scenario\"", "\"format\":2,\"scenario\"".to_owned()),
        ];
        for (sound, absurd) in absurd {
            let entry = played.replacen(sound, &absurd, 1);
            assert_ne!(entry, played, "{sound}");
            assert_eq!(counts(&entry), (0, 1), "{sound} is {absurd}");
        }
    }

    #[test]
    fn texts_are_tidied_and_names_are_such_as_browsers_keep() {
        let day = r#"{"at":5,"deed":{"wrote":{"day":0,"setback":"a\u0007\u202eb","success":"","noticed":""}}}"#;
        let kept = r#"["settings","\u0000\u00ff"],["谈","x"],["attempt/a","谈"],["",""],["a"],["pack/\n",""]"#;
        let contents = read(file(day, kept).as_bytes(), NOW).unwrap();
        assert!(matches!(&contents.entries[0].deed, Deed::Wrote(day) if day.setback == "ab"));
        assert_eq!((contents.kept, contents.damaged), (vec![("settings".to_owned(), "\0\u{ff}".to_owned())], 5));
    }
}
