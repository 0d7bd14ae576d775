//! How things stand during the talk: the customer's mood, what was found out, what
//! was promised.

use crate::i18n::Strings;
use crate::i18n::promise::Spoken;
use crate::markup::{Node, Tag, element, paragraph, said};
use crate::scenario::{MeterId, narrated};
use crate::session::{Event, Mode, Session};

/// The customer's mood, 0 (about to leave) to 4 (at ease), and the meter it shows;
/// only while it is the customer who is there.
pub fn mood(session: &Session) -> Option<(u8, MeterId)> {
    let meter = session.scenario().customer.mood.filter(|_| is_with_customer(session))?;
    let mood = match session.state().meter(meter) {
        0..=1 => 0,
        2..=3 => 1,
        4..=5 => 2,
        6..=7 => 3,
        _ => 4,
    };
    Some((mood, meter))
}

/// Whether the customer spoke last: not somebody else, nor the narrator, nor the end.
fn is_with_customer(session: &Session) -> bool {
    let scenario = session.scenario();
    let events = session.turns().iter().rev().flat_map(|turn| turn.events.iter().rev());
    let spoken = events.chain(session.opening().iter().rev()).find_map(|event| match event {
        Event::Spoke { scene, line, .. } => Some((scenario.scene(*scene)?, line.as_deref()?)),
        _ => None,
    });
    let is_customer = spoken.is_some_and(|(scene, line)| scene.speaker.is_none() && narrated(line).is_none());
    is_customer && !session.is_over()
}

/// Every promise that was spoken of, as it stands.
pub fn promises(strings: &Strings, session: &Session) -> Vec<Spoken> {
    let pledges = session.scenario().promises.iter().zip(session.state().promises.iter());
    pledges.filter(|(_, said)| said.is_some()).map(|(terms, said)| Spoken::of(strings, terms, *said)).collect()
}

/// What these events changed: what was found out, and the promises as they stand.
/// In an exam the verdict on these waits for the debrief.
pub fn changes(strings: &Strings, session: &Session, mode: Mode, events: &[Event]) -> Vec<Node> {
    let facts = events.iter().filter_map(|event| match event {
        Event::Learned { fact } => session.scenario().facts.get(fact.index()),
        _ => None,
    });
    let facts: Vec<Node> = facts.map(|fact| said(Tag::Item, "", &*fact.text)).collect();
    let was_promised = events.iter().any(|event| matches!(event, Event::Promised { .. }));
    let promises = if was_promised { promises(strings, session) } else { Vec::new() };
    let promises = promises.iter().map(|spoken| element(Tag::Item, "", kite(strings, mode, spoken))).collect();
    [(strings.notes_title, facts), (strings.kite_title, promises)]
        .into_iter()
        .filter(|(_, items)| !items.is_empty())
        .map(|(title, items)| element(Tag::Block, "change", [paragraph("label", title), element(Tag::List, "", items)]))
        .collect()
}

fn kite(strings: &Strings, mode: Mode, spoken: &Spoken) -> Vec<Node> {
    let clear = spoken.said.as_deref().unwrap_or(strings.promised_vaguely);
    let mut parts = vec![(strings.promised)(&spoken.name, clear)];
    if mode == Mode::Coached {
        parts.extend(spoken.heard.as_deref().map(strings.heard_as));
        parts.push((strings.can_keep)(&spoken.keep));
        parts.push((strings.standing)(spoken.kept).to_owned());
    }
    parts.into_iter().map(|part| said(Tag::Span, "", part)).collect()
}
