//! What the learner may say now.

use crate::web::settings::NumberKeys;
use crate::web::words::Words;
use super::element::{Element, button, element, paragraph, section, span};
use yew::prelude::Callback;

/// One reply as it is shown.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// Its place in the file.
    pub position: u8,
    pub say: String,
}

/// Where several replies are chosen together.
pub struct Picking {
    pub count: usize,
    /// The places chosen so far, sorted.
    pub picked: Vec<u8>,
    pub take: Callback<()>,
}

impl Picking {
    /// With one more or one less, never more than `count`.
    pub fn toggled(picked: &[u8], position: u8, count: usize) -> Vec<u8> {
        let mut picked: Vec<u8> = picked.to_vec();
        if let Some(at) = picked.iter().position(|other| *other == position) {
            picked.remove(at);
        } else if picked.len() < count {
            let at = picked.iter().take_while(|other| **other < position).count();
            picked.insert(at, position);
        }
        picked
    }
}

/// The id of the list, to move focus to.
pub const LIST: &str = "replies";

pub fn replies(words: Words, keys: NumberKeys, replies: &[Shown], picking: Option<&Picking>, press: &Callback<u8>) -> Element {
    let items = replies.iter().enumerate().map(|(at, reply)| {
        let position = reply.position;
        let press = press.clone();
        let mut button = button("reply", "", &Callback::from(move |()| press.emit(position)));
        if keys == NumberKeys::On && at < 9 {
            button = button.with(element("kbd", "").attribute("aria-hidden", "true").text(&(at + 1).to_string()));
        }
        if let Some(picking) = picking {
            let pressed = if picking.picked.contains(&position) { "true" } else { "false" };
            button = button.attribute("aria-pressed", pressed);
        }
        element("li", "").key(usize::from(position)).with(button.with(span("", &reply.say))).html()
    });
    let list = element("ol", "").attribute("id", LIST).attribute("tabindex", "-1").attribute("aria-label", words.your_reply);
    let heading = match picking {
        Some(picking) => format!("{} · {}", words.your_reply, (words.pick)(picking.count)),
        None => words.your_reply.to_owned(),
    };
    let hint = (keys == NumberKeys::On).then(|| paragraph("hint keys", words.keys_hint).html());
    section("replies", &heading)
        .with(list.all(items))
        .all(picking.map(|picking| confirm(words, picking).html()))
        .all(hint)
}

fn confirm(words: Words, picking: &Picking) -> Element {
    let take = button("button primary", words.take_these, &picking.take);
    let ready = picking.picked.len() == picking.count;
    let take = if ready { take } else { take.attribute("disabled", "disabled") };
    let count = (words.picked)(picking.picked.len(), picking.count);
    element("div", "pick").with(paragraph("", &count).attribute("aria-live", "polite")).with(take)
}
