//! A conversation acted out: what is shown one after the other, and for how long.

use crate::analysis::length;
use crate::language::Language;
use crate::scenario::{Scenario, narrated};
use crate::session::{Event, Session};
use crate::telling::mood;
use std::rc::Rc;

/// Letters read in a second: 15 is about 200 words a minute in English, a calm pace at
/// which a line can be taken in and its speaker's face looked at.
const LETTERS: u32 = 15;
/// Characters read in a second: 5 is 300 a minute in Chinese, as calm.
const CHARACTERS: u32 = 5;
/// However short a line, it is shown for so many milliseconds.
const LEAST: u32 = 1200;
/// The mood in which somebody speaks who is not the customer, or while none shows.
const CALM: u8 = 2;

/// One thing that happens, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beat {
    /// 0 before the first reply, otherwise the turn, from 1.
    pub part: usize,
    pub event: Event,
    /// What is said by the other side, and in which mood (0 to 4).
    pub speech: Option<(String, u8)>,
    /// Milliseconds that it takes to read.
    pub time: u32,
}

/// Everything in a conversation that can be shown, in order.
pub fn beats(session: &Session) -> Vec<Beat> {
    let scenario = session.scenario();
    let mut so_far = Session::begin(Rc::clone(scenario), session.seed());
    let mut beats = Vec::new();
    add(&mut beats, &so_far, session.opening());
    for turn in session.turns() {
        let Ok(next) = so_far.choose(&turn.choice) else { break };
        so_far = next;
        add(&mut beats, &so_far, &turn.events);
    }
    beats
}

fn add(beats: &mut Vec<Beat>, session: &Session, events: &[Event]) {
    let scenario = session.scenario();
    let mood = mood(session).map_or(CALM, |(mood, _)| mood);
    beats.extend(events.iter().filter(|event| can_be_shown(event)).map(|event| Beat {
        part: session.turns().len(),
        event: event.clone(),
        speech: line(event).filter(|line| narrated(line).is_none()).map(|line| (line.to_owned(), mood)),
        time: reading_time(scenario.language, letters(scenario, event)),
    }));
}

const fn can_be_shown(event: &Event) -> bool {
    match event {
        Event::Promised { .. } | Event::Moved { .. } | Event::Learned { .. } => false,
        Event::Spoke { line, cue, .. } => line.is_some() || cue.is_some(),
        Event::Said { .. } | Event::Answered { .. } | Event::MeetingBegan { .. } | Event::Ended { .. } => true,
    }
}

/// What the other side says in it.
fn line(event: &Event) -> Option<&str> {
    match event {
        Event::Answered { text, .. } => Some(text),
        Event::Spoke { line, .. } | Event::Ended { line, .. } => line.as_deref(),
        _ => None,
    }
}

fn letters(scenario: &Scenario, event: &Event) -> usize {
    let own = match event {
        Event::Said { reply } => scenario.reply(*reply).map(|reply| &reply.say),
        Event::MeetingBegan { scene } => scenario.scene(*scene).and_then(|scene| scene.after.as_ref()),
        Event::Spoke { cue, .. } | Event::Ended { cue, .. } => cue.as_ref(),
        _ => None,
    };
    own.map_or(0, |own| length(own)) + line(event).map_or(0, length)
}

/// Milliseconds to read so many letters or characters.
fn reading_time(language: Language, letters: usize) -> u32 {
    let pace = match language {
        Language::En => LETTERS,
        Language::ZhHans => CHARACTERS,
    };
    (u32::try_from(letters).unwrap_or(u32::MAX).saturating_mul(1000) / pace).max(LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_is_read_at_its_own_pace_and_nothing_flits_by() {
        assert_eq!(reading_time(Language::En, 150), 10_000);
        assert_eq!(reading_time(Language::ZhHans, 50), 10_000);
        assert!(reading_time(Language::En, 2) >= 1000 && reading_time(Language::ZhHans, 0) >= 1000);
    }
}
