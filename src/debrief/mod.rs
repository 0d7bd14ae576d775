//! The debrief as a document: where it turned, what was within reach, the account, the
//! steps, the turns in which the learner was sure, the conversation turn by turn,
//! promises and facts. And two conversations beside each other.

mod account;
mod comparison;
mod curve;
mod judgement;
mod outcome;
mod profile;
mod promises;
mod sure;
mod transcript;
mod turned;

pub use comparison::comparison;
pub use outcome::outcome;

use crate::i18n::Strings;
use crate::i18n::debrief::Words;
use crate::markup::{Node, Tag, paragraph, said};
use crate::pack::Guide;
use crate::scenario::{Reply, ReplyId};
use crate::score::{Review, Scorecard, curve};
use crate::session::attempt::Forecast;
use crate::session::{Event, Session, rules};

/// What a debrief is about.
#[derive(Clone, Copy)]
pub struct About<'a> {
    pub session: &'a Session,
    pub guide: &'a Guide,
    /// `None`: too many turns of events to be worked out; then there are points and
    /// reasons, but no figures.
    pub card: Option<&'a Scorecard>,
    /// The turn, counted from 0, that the learner named as the one in which it turned.
    pub guess: Option<usize>,
    /// For each turn how sure the learner was, 0 to 100, where asked.
    pub confidences: &'a [Option<u8>],
    /// The turns, counted from 0, in which the learner was sure and gave something away.
    pub sure: &'a [usize],
    /// What the learner expected beforehand, where asked.
    pub forecast: &'a [Forecast],
}

impl<'a> About<'a> {
    /// A conversation of which nothing else is known.
    pub const fn new(session: &'a Session, guide: &'a Guide, card: Option<&'a Scorecard>) -> Self {
        Self { session, guide, card, guess: None, confidences: &[], sure: &[], forecast: &[] }
    }
}

/// Playing on from a turn, where that can be done.
#[derive(Default)]
pub struct PlayOn {
    /// What is said of it, once.
    pub notes: Vec<Node>,
    /// A control for each turn.
    pub controls: Vec<Node>,
}

/// The whole document.
pub fn document(about: &About<'_>, play_on: PlayOn) -> Vec<Node> {
    let told = Told::new(about);
    let mut parts = Vec::new();
    if let Some(card) = about.card {
        parts.push(told.turned(card));
        parts.extend(told.curve(card));
        parts.push(told.account(card));
        parts.push(told.profile(card));
    } else {
        parts.push(paragraph("", told.words.too_large));
    }
    parts.extend(told.sure());
    parts.push(told.transcript(play_on));
    parts.extend(told.promises());
    parts.extend(told.facts());
    parts
}

/// One turn (from 0): what was said, what the moment was, how each reply is judged and
/// on what that rests, and what came of it. With figures also its mark and what was
/// better.
pub fn turn(about: &About<'_>, at: usize) -> Vec<Node> {
    let turn = about.session.turns().get(at);
    turn.map(|turn| Told::new(about).turn(at, turn)).unwrap_or_default()
}

/// A conversation being told of, with what follows from it.
struct Told<'a> {
    strings: &'static Strings,
    words: &'static Words,
    about: &'a About<'a>,
    /// The turns in which it turned, counted from 0.
    turning: Vec<usize>,
    /// The score within reach at the start and after each turn; empty without figures.
    curve: Vec<f64>,
}

impl<'a> Told<'a> {
    fn new(about: &'a About<'a>) -> Self {
        let language = about.session.scenario().language;
        Self {
            strings: Strings::of(language),
            words: Words::of(language),
            about,
            turning: about.card.map(Scorecard::turning_turns).unwrap_or_default(),
            curve: about.card.map(|card| curve(about.session, card)).unwrap_or_default(),
        }
    }

    fn review(&self, at: usize) -> Option<&'a Review> {
        self.about.card?.reviews.get(at)
    }

    /// The replies that a choice in a turn names.
    fn replies(&self, at: usize, choice: &[u8]) -> Vec<(ReplyId, &'a Reply)> {
        let scenario = self.about.session.scenario();
        let scene = scenario.scene(self.about.session.place_before(at).state.scene);
        let ids = scene.map(|scene| rules::chosen(scene, choice)).unwrap_or_default();
        ids.into_iter().filter_map(|id| Some((id, scenario.reply(id)?))).collect()
    }

    /// The replies that were chosen in a turn.
    fn made(&self, at: usize) -> Vec<(ReplyId, &'a Reply)> {
        self.about.session.turns().get(at).map(|turn| self.replies(at, &turn.choice)).unwrap_or_default()
    }

    /// How a turn is marked: by what it cost, and whether it turned there. Nothing where
    /// it is neither judged nor cost anything.
    fn mark(&self, at: usize) -> Vec<Node> {
        let Some(review) = self.review(at).filter(|review| self.is_judged(at) || review.cost > 0.0) else { return Vec::new() };
        let mut nodes = vec![said(Tag::Span, &format!("mark {}", review.mark.word()), (self.words.mark)(review.mark))];
        if self.turning.contains(&at) {
            nodes.push(said(Tag::Span, "mark turning", self.words.turning_point));
        }
        if review.cost > 0.0 {
            nodes.push(said(Tag::Span, "cost", (self.words.cost)(review.cost)));
        }
        nodes
    }

    fn is_judged(&self, at: usize) -> bool {
        self.made(at).iter().any(|(_, reply)| reply.judgement.is_some())
    }
}

/// What the learner said, and what was heard and seen then.
fn both_sides(events: &[Event]) -> (Vec<Event>, Vec<Event>) {
    events.iter().cloned().partition(|event| matches!(event, Event::Said { .. }))
}

/// Words that name what follows.
fn label(text: &str) -> Node {
    said(Tag::Span, "label", text)
}
