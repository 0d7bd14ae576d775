//! What the learner may say now.

use super::element::{Element, button, element, paragraph, section, span};
use crate::web::message::Message;
use crate::web::run::Shown;
use crate::web::settings::NumberKeys;
use crate::web::words::Words;
use yew::prelude::Callback;

/// The id of the list, to move focus to.
pub const LIST: &str = "replies";

/// The replies on offer in a turn. `pick`: how many are chosen together, and those
/// picked so far.
pub fn replies(
    words: Words,
    keys: NumberKeys,
    turn: usize,
    replies: &[Shown],
    pick: Option<(usize, &[u8])>,
    send: &Callback<Message>,
) -> Element {
    let items = replies.iter().enumerate().map(|(at, reply)| {
        let mut button = button("reply", "", send, Message::Press(turn, reply.position));
        if keys == NumberKeys::On && at < 9 {
            button = button.with(element("kbd", "").attribute("aria-hidden", "true").text(&(at + 1).to_string()));
        }
        if let Some((_, picked)) = pick {
            let pressed = if picked.contains(&reply.position) { "true" } else { "false" };
            button = button.attribute("aria-pressed", pressed);
        }
        element("li", "").key(usize::from(reply.position)).with(button.with(span("", &reply.say))).html()
    });
    let list = element("ol", "").attribute("id", LIST).attribute("tabindex", "-1").attribute("aria-label", words.your_reply);
    let heading = match pick {
        Some((count, _)) => format!("{} · {}", words.your_reply, (words.pick)(count)),
        None => words.your_reply.to_owned(),
    };
    let hint = (keys == NumberKeys::On).then(|| paragraph("hint keys", words.keys_hint).html());
    section("replies", &heading)
        .with(list.all(items))
        .all(pick.map(|(count, picked)| confirm(words, count, picked.len(), send).html()))
        .all(hint)
}

fn confirm(words: Words, count: usize, picked: usize, send: &Callback<Message>) -> Element {
    let take = button("button primary", words.take_these, send, Message::Take);
    let take = if picked == count { take } else { take.attribute("disabled", "disabled") };
    let counted = paragraph("", &(words.picked)(picked, count)).attribute("aria-live", "polite");
    element("div", "pick").with(counted).with(take)
}
