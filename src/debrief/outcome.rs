//! How it ended, in the customer's own words.

use crate::i18n::Strings;
use crate::i18n::debrief::Words;
use crate::markup::{Node, Tag, element, paragraph};
use crate::scenario::Tone;
use crate::session::{End, Session};
use crate::telling::heard;

/// The outcome with the last that was heard; nothing while it is under way.
pub fn outcome(strings: &Strings, session: &Session) -> Option<Node> {
    let outcome = session.state().outcome(session.scenario())?;
    let events = session.turns().last().map_or(session.opening(), |turn| &turn.events);
    let ending = events.split_at_checked(events.len().saturating_sub(1)).map(|(_, last)| last).unwrap_or_default();
    let class = match outcome.tone() {
        Tone::Good => "outcome good",
        Tone::Open => "outcome open",
        Tone::Bad => "outcome bad",
    };
    let mut parts = vec![paragraph("verdict", (strings.outcome)(outcome))];
    parts.extend(heard(strings, session.scenario(), ending));
    if is_time_up(session) {
        parts.push(paragraph("", (Words::of(session.scenario().language).time_up)(session.turns().len())));
    }
    parts.push(paragraph("hint", (strings.outcome_meaning)(outcome)));
    Some(element(Tag::Block, class, parts))
}

/// Whether the customer had no more patience, rather than anything having been decided.
fn is_time_up(session: &Session) -> bool {
    let impatient = session.scenario().impatient;
    match session.state().ended {
        Some(End::Impatient) => true,
        Some(End::Written(ending)) => session.state().patience == 0 && impatient == Some(ending),
        _ => false,
    }
}
