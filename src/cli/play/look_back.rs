//! After the end: where it turned, first by the learner, then by the figures.

use super::answer::{self, Answer};
use super::{Game, show};
use crate::analysis::Values;
use crate::cli::work::{self, Worked};
use crate::cli::{Context, Failure};
use crate::debrief::{self, About, PlayOn};
use crate::markup::{Tag, element, paragraph, said};
use crate::score::{Scorecard, ten_thousandths};
use crate::session::Event;
use crate::session::attempt::Claim;

impl Game {
    /// Tells how it came out, asks, works out, and tells why.
    pub(super) fn look_back(&mut self, context: &mut Context) -> Result<(), Failure> {
        self.show_outcome(context)?;
        let guess = self.guess(context)?;
        let values = self.values(context)?;
        let card = values.and_then(|values| Scorecard::of(&self.session, &values));
        self.attempt.claim = Claim::of(&self.session, card.as_ref().and_then(|card| card.score).map(ten_thousandths));
        self.keep()?;
        let about = About { guess, ..About::new(&self.session, &self.pack.guide, card.as_ref()) };
        show(context, &debrief::document(&about, PlayOn::default()))
    }

    fn show_outcome(&self, context: &mut Context) -> Result<(), Failure> {
        let Some(outcome) = self.session.state().outcome(self.scenario()) else { return Ok(()) };
        let outcome =
            [said(Tag::Heading, "", (self.strings.outcome)(outcome)), paragraph("", (self.strings.outcome_meaning)(outcome))];
        show(context, &outcome)
    }

    /// The turn, counted from 0, that the learner names.
    fn guess(&self, context: &mut Context) -> Result<Option<usize>, Failure> {
        let turns = self.session.turns();
        if turns.is_empty() {
            return Ok(None);
        }
        let said_in = |events: &[Event]| {
            let replies = events.iter().filter_map(|event| match event {
                Event::Said { reply } => Some(self.scenario().reply(*reply)?.say.as_str()),
                _ => None,
            });
            replies.collect::<Vec<_>>().join(" / ")
        };
        let list = element(Tag::Numbered, "", turns.iter().map(|turn| said(Tag::Item, "", said_in(&turn.events))));
        let heading = said(Tag::Subheading, "", self.strings.where_did_it_turn);
        show(context, &[heading, paragraph("hint", self.strings.where_did_it_turn_hint), list])?;
        loop {
            let typed = context.terminal.ask(&(self.words.ask_turn)(turns.len()))?;
            match answer::read(typed.as_deref(), turns.len(), 1) {
                Answer::Chosen(places) => return Ok(places.first().copied()),
                Answer::Leave => return Ok(None),
                Answer::NotOffered(skipped) if skipped.is_empty() => return Ok(None),
                Answer::NotOffered(_) | Answer::OtherCount(_) => {
                    let typed = typed.unwrap_or_default();
                    context.terminal.say(&(self.words.no_such_turn)(&typed, turns.len()))?;
                }
            }
        }
    }

    /// What every state is worth. `None`: too many to be worked out.
    fn values(&self, context: &mut Context) -> Result<Option<Box<Values>>, Failure> {
        context.terminal.say("")?;
        Ok(match work::explore(context, &self.pack.scenario, usize::MAX) {
            Worked::Exact(values) => Some(values),
            Worked::TooLarge | Worked::NotFinished => None,
        })
    }
}
