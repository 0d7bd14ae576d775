//! Whether an attempt file holds: its choices are played again, and what they come to
//! is compared with what the file claims (docs/semantics.md, Attempts).

use super::{Scorecard, ten_thousandths};
use crate::analysis::{Search, Values};
use crate::scenario::{Hashes, Scenario};
use crate::session::attempt::Claim;
use crate::session::{Attempt, Edit, Session, Verdict};
use std::cell::OnceCell;
use std::rc::Rc;

/// The scenarios against which attempts are checked. Each is analysed once, and only
/// when an attempt needs it.
pub struct Verifier {
    known: Vec<Known>,
}

struct Known {
    scenario: Rc<Scenario>,
    hashes: OnceCell<Hashes>,
    /// `None`: too large to be analysed.
    values: OnceCell<Option<Values>>,
}

impl Verifier {
    pub fn new(scenarios: impl IntoIterator<Item = Rc<Scenario>>) -> Self {
        let known = |scenario| Known { scenario, hashes: OnceCell::new(), values: OnceCell::new() };
        Self { known: scenarios.into_iter().map(known).collect() }
    }

    /// Plays an attempt again, on the scenario that it was played on or a twin of it
    /// with the same rules.
    pub fn verify(&self, attempt: &Attempt) -> Verdict {
        let named = self.known.iter().filter(|known| known.scenario.id == attempt.scenario);
        let same_rules = named.clone().filter(|known| known.hashes().rules == attempt.hashes.rules);
        let nearest = same_rules
            .max_by_key(|known| (known.hashes().text == attempt.hashes.text, known.scenario.language == attempt.language));
        match nearest {
            Some(known) => known.verify(attempt),
            None if named.count() > 0 => Verdict::OtherVersion,
            None => Verdict::Unknown,
        }
    }
}

impl Known {
    fn hashes(&self) -> &Hashes {
        self.hashes.get_or_init(|| self.scenario.hashes())
    }

    fn verify(&self, attempt: &Attempt) -> Verdict {
        let session = match attempt.replay(Rc::clone(&self.scenario), self.hashes()) {
            Ok(session) => session,
            Err(verdict) => return verdict,
        };
        match (self.outcome(&session), attempt.claim) {
            (replayed, Some(claimed)) if replayed != Some(claimed) => Verdict::Edited(Edit::Claim { claimed, replayed }),
            (None, _) => Verdict::Unfinished { turns: session.turns().len() },
            (Some(replayed), _) if attempt.hashes.text == self.hashes().text => Verdict::Holds(replayed),
            (Some(replayed), _) => Verdict::OtherWording(replayed),
        }
    }

    /// What a conversation came to; `None` while it goes on.
    fn outcome(&self, session: &Session) -> Option<Claim> {
        let outcome = session.state().outcome(&self.scenario)?;
        let values = self.values.get_or_init(|| Search::new(Rc::clone(&self.scenario)).finish());
        let card = values.as_ref().and_then(|values| Scorecard::of(session, values));
        Some(Claim { score: card.and_then(|card| card.score).map(ten_thousandths), outcome })
    }
}
