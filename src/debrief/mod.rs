//! The debrief as a document: where it turned, the account, the steps, the
//! conversation turn by turn, promises and facts.

mod account;
mod judgement;
mod profile;
mod promises;
mod transcript;

use crate::i18n::Strings;
use crate::i18n::debrief::Words;
use crate::markup::{Node, Tag, paragraph, said, section};
use crate::pack::Guide;
use crate::score::{Scorecard, TurningPoint};
use crate::session::Session;

/// What a debrief tells of.
struct Told<'a> {
    strings: &'static Strings,
    words: &'static Words,
    guide: &'a Guide,
    session: &'a Session,
}

/// The whole document. Without a scorecard (too many turns of events to be worked
/// out) it has points and reasons, but no figures. `guess`: the turn, counted from
/// 0, that the learner named.
pub fn document(session: &Session, guide: &Guide, card: Option<&Scorecard>, guess: Option<usize>) -> Vec<Node> {
    let language = session.scenario().language;
    let told = Told { strings: Strings::of(language), words: Words::of(language), guide, session };
    let mut parts = Vec::new();
    match card {
        Some(card) => {
            parts.push(told.turned(card, guess));
            parts.push(told.account(card));
            parts.push(told.profile(card));
        }
        None => parts.push(paragraph("", told.words.too_large)),
    }
    parts.push(told.transcript(card));
    parts.extend(told.promises());
    parts.extend(told.facts());
    parts
}

impl Told<'_> {
    /// What the learner named, and what the figures say.
    fn turned(&self, card: &Scorecard, guess: Option<usize>) -> Node {
        let words = self.words;
        let mut sentences: Vec<String> = guess.map(|turn| (words.your_guess)(turn + 1)).into_iter().collect();
        if guess.is_some() && guess == card.turning_point.map(TurningPoint::turn) {
            sentences.push(words.guess_right.to_owned());
        }
        sentences.push(match card.turning_point {
            Some(TurningPoint::Lost(turn)) => (words.turned_lost)(turn + 1),
            Some(TurningPoint::Won(turn)) => (words.turned_won)(turn + 1),
            None => words.turned_nowhere.to_owned(),
        });
        section("turned", words.where_it_turned, [paragraph("", sentences.join(words.between_sentences))])
    }
}

/// Words that name what follows.
fn label(text: &str) -> Node {
    said(Tag::Span, "label", text)
}
