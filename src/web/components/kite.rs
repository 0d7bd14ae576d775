//! The kite: what was promised, against what can be kept.

use super::element::{Element, element, paragraph, section};
use crate::i18n::Kept;
use crate::i18n::promise::Spoken;
use crate::session::Mode;
use crate::web::words::Words;
use yew::prelude::Html;

/// What was promised, against what can be kept; nothing before the first promise. In
/// an exam the verdict waits for the debrief.
pub fn kite(words: Words, mode: Mode, promises: &[Spoken]) -> Html {
    if promises.is_empty() {
        return Html::default();
    }
    let rows = element("ul", "").all(promises.iter().map(|promise| row(words, mode, promise).html()));
    section("kite", words.kite_title).with(paragraph("hint", words.kite_hint)).with(rows).html()
}

fn row(words: Words, mode: Mode, promise: &Spoken) -> Element {
    if mode == Mode::Exam {
        let said = promise.said.as_deref().unwrap_or(words.promised_vaguely);
        return element("li", "").with(paragraph("promise", &(words.promised)(&promise.name, said)));
    }
    let said = promise.said.as_deref().unwrap_or(words.promised_vaguely);
    let heard = promise.heard.iter().map(|heard| paragraph("", &(words.heard_as)(heard)).html());
    let told = element("div", "")
        .with(paragraph("promise", &(words.promised)(&promise.name, said)))
        .all(heard)
        .with(paragraph("", &(words.can_keep)(&promise.keep)))
        .with(paragraph("verdict", (words.standing)(promise.kept)));
    element("li", promise.kept.word()).with(picture(promise.kept)).with(told)
}

/// The kite hangs below the line of what can be kept, or has flown above it.
fn picture(kept: Kept) -> Element {
    let (string, sail) = match kept {
        Kept::Within => ("M30 51Q24 55 14 58", "M30 30l7 9-7 12-7-12Z"),
        Kept::Vague => ("M30 39Q24 50 14 58", "M30 18l7 9-7 12-7-12Z"),
        Kept::Beyond => ("M30 23Q24 50 14 58", "M30 2l7 9-7 12-7-12Z"),
    };
    let path = |class, d| element("path", class).attribute("d", d);
    element("svg", "")
        .attribute("viewBox", "0 0 48 64")
        .attribute("aria-hidden", "true")
        .with(path("limit", "M2 28H46"))
        .with(path("string", string))
        .with(path("sail", sail))
}
