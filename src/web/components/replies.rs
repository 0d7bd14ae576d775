//! What the learner may say now.

use crate::web::settings::NumberKeys;
use crate::web::words::Words;
use yew::prelude::{Callback, Html, html};

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
            picked.push(position);
            picked.sort_unstable();
        }
        picked
    }
}

/// The id of the list, to move focus to.
pub const LIST: &str = "replies";

pub fn replies(words: Words, keys: NumberKeys, replies: &[Shown], picking: Option<&Picking>, press: &Callback<u8>) -> Html {
    let items = replies.iter().enumerate().map(|(at, reply)| {
        let position = reply.position;
        let number = (keys == NumberKeys::On && at < 9).then(|| html! { <kbd aria-hidden="true">{at + 1}</kbd> });
        let pressed = picking.map(|picking| if picking.picked.contains(&position) { "true" } else { "false" });
        let press = press.clone();
        html! {
            <li key={position}>
                <button type="button" class="reply" aria-pressed={pressed} onclick={move |_| press.emit(position)}>
                    {number}<span>{reply.say.clone()}</span>
                </button>
            </li>
        }
    });
    let count = picking.map(|picking| format!(" · {}", (words.pick)(picking.count)));
    html! {
        <section class="replies">
            <h2>{words.your_reply}{count}</h2>
            <ol id={LIST} tabindex="-1" aria-label={words.your_reply}>{ for items }</ol>
            { picking.map(|picking| confirm(words, picking)) }
            if keys == NumberKeys::On { <p class="hint keys">{words.keys_hint}</p> }
        </section>
    }
}

fn confirm(words: Words, picking: &Picking) -> Html {
    let take = picking.take.clone();
    let ready = picking.picked.len() == picking.count;
    html! {
        <div class="pick">
            <p aria-live="polite">{(words.picked)(picking.picked.len(), picking.count)}</p>
            <button type="button" class="button primary" disabled={!ready} onclick={move |_| take.emit(())}>{words.take_these}</button>
        </div>
    }
}
