//! "Where did it turn?" comes before any figure.

use super::Act;
use crate::i18n::Strings;
use crate::markup::{ButtonState, Node, Tag, element, paragraph, said, section};
use crate::screens::{Act as Any, Sheet, World};
use crate::session::{Event, Session};

/// A button for each turn, and one for not saying.
pub fn question(world: &World, sheet: &mut Sheet, session: &Session) -> Node {
    let strings = Strings::of(world.language);
    let scenario = session.scenario();
    let turns: Vec<Node> = (0..)
        .zip(session.turns())
        .map(|(at, turn)| {
            let replies = turn.events.iter().filter_map(|event| match event {
                Event::Said { reply } => Some(scenario.reply(*reply)?.say.as_str()),
                _ => None,
            });
            let replies = replies.collect::<Vec<_>>().join(" / ");
            let number = usize::try_from(at).unwrap_or(usize::MAX).saturating_add(1);
            let label = vec![said(Tag::Span, "number", (strings.turn)(number)), said(Tag::Span, "", replies)];
            let key = char::from_digit(at + 1, 10);
            let button = sheet.button_with("reply", key, ButtonState::Plain, label, Any::Debrief(Act::Name(Some(at))));
            element(Tag::Item, "", [button])
        })
        .collect();
    let skip = sheet.button("button", strings.show_anyway, Any::Debrief(Act::Name(None)));
    let parts = [
        paragraph("hint", strings.where_did_it_turn_hint),
        element(Tag::Numbered, "", turns),
        element(Tag::Paragraph, "actions", [skip]),
    ];
    section("question", strings.where_did_it_turn, parts)
}
