//! How it ended, in the customer's own words.

use crate::i18n::Strings;
use crate::markup::{Node, Tag, element, paragraph};
use crate::scenario::Tone;
use crate::session::Session;
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
    parts.push(paragraph("hint", (strings.outcome_meaning)(outcome)));
    Some(element(Tag::Block, class, parts))
}
