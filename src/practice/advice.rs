//! What next: a few suggestions, each with its reason. The rule, from the top:
//!
//! 1. What is under way is gone on with.
//! 2. Whoever has played nothing yet begins with the first scenario of the lowest level,
//!    and watches it first.
//! 3. The flywheel goes on where it stands, as the last thing done with a scenario has it:
//!    watched, it is explained; explained, it is played; what went poorly is explained, or
//!    taught back where it was explained before, and then played again; a coached success
//!    becomes an exam, and an exam that was passed is taught back.
//! 4. Drills, where enough are due and none was done today.
//! 5. The weakest step: the scenario that practises it and was played least recently, of a
//!    fitting level. A step never practised is weaker than any other.

use super::calendar::Clock;
use super::profile::{Profile, profiles};
use crate::catalogue::Card;
use crate::method::StepId;
use crate::record::{Deed, Pass, Played, Record};
use crate::scenario::Outcome;
use crate::session::Mode;
use std::collections::{BTreeMap, BTreeSet};

/// More suggestions than this are no advice.
const MOST: usize = 3;

/// From this score on, in ten-thousandths, a conversation went well: three fifths of what
/// was there were earned.
pub const PASSED: u16 = 6_000;

/// So many drills are worth sitting down for.
pub const WORTH_DRILLING: usize = 5;

/// Up to this level everybody may try. A higher one is offered once something of the
/// level below it was passed.
const OPEN_LEVEL: u8 = 2;

/// What is suggested, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    pub to: Go,
    pub reason: Reason,
}

/// Where a suggestion leads; a scenario by its id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Go {
    /// To the conversation that is under way.
    On(String),
    Watch(String),
    Explained(String),
    TeachBack(String),
    /// To the briefing, where the learner chooses how to play.
    Play(String),
    Exam(String),
    Drills,
}

impl Go {
    /// The scenario that it leads to.
    pub fn scenario(&self) -> Option<&str> {
        match self {
            Self::On(id) | Self::Watch(id) | Self::Explained(id) | Self::TeachBack(id) | Self::Play(id) | Self::Exam(id) => {
                Some(id)
            }
            Self::Drills => None,
        }
    }
}

/// Why something is suggested.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    UnderWay,
    /// Nothing was played yet: a look first.
    First,
    /// Nothing was played yet, and nothing speaks against beginning at once.
    AtOnce,
    /// It was watched, and the reasons were not read yet.
    Watched,
    /// It was read, and not played yet.
    Seen,
    /// It came to this score, in ten-thousandths: less than a pass.
    Poor(u16),
    /// An exam was passed with this score, in ten-thousandths.
    PassedExam(u16),
    /// It was looked into after it had gone poorly.
    LookedInto,
    /// Coached, it came to this score, in ten-thousandths.
    CoachedWell(u16),
    /// So many drills are due.
    Due(usize),
    /// The share of the step, 0 to 1; `None`: it was never practised.
    Weakest {
        method: String,
        step: StepId,
        share: Option<f64>,
    },
}

/// All that advice is given on.
pub struct Situation<'a> {
    pub record: &'a Record,
    /// One for each scenario of the library.
    pub cards: &'a [&'a Card],
    /// Scenarios with a conversation under way.
    pub under_way: &'a [String],
    /// How many drills are due.
    pub due: usize,
    pub clock: Clock,
}

impl Situation<'_> {
    /// At most [`MOST`] suggestions for as many scenarios, the best first.
    pub fn advise(&self) -> Vec<Suggestion> {
        let mut suggestions: Vec<Suggestion> = self.under_way().into_iter().chain(self.beginning()).collect();
        let before = suggestions.first().and_then(|first| first.to.scenario()).map(str::to_owned);
        suggestions.extend(self.flywheel().filter(|next| next.to.scenario() != before.as_deref()));
        suggestions.extend(self.drills());
        if suggestions.len() < MOST && self.has_played() {
            self.add_weakest(&mut suggestions);
        }
        suggestions.truncate(MOST);
        suggestions
    }

    fn under_way(&self) -> Option<Suggestion> {
        let scenario = self.under_way.first()?;
        Some(Suggestion { to: Go::On(scenario.clone()), reason: Reason::UnderWay })
    }

    /// Whoever has something under way or has looked at a scenario has begun.
    fn beginning(&self) -> Vec<Suggestion> {
        let has_begun = !self.under_way.is_empty() || self.last_done().is_some();
        let first = self.cards.iter().min_by_key(|card| card.level).filter(|_| !has_begun);
        let suggest = |card: &&Card| {
            let watch = Suggestion { to: Go::Watch(card.id.clone()), reason: Reason::First };
            [watch, Suggestion { to: Go::Play(card.id.clone()), reason: Reason::AtOnce }]
        };
        first.into_iter().flat_map(suggest).collect()
    }

    /// The next pass of the scenario that was last played or looked into.
    fn flywheel(&self) -> Option<Suggestion> {
        let (scenario, done) = self.last_done()?;
        self.card(scenario)?;
        let id = scenario.to_owned();
        let (to, reason) = match done {
            Done::Played(played) => {
                let score = result(played)?;
                match played.attempt.mode {
                    Mode::Coached if score >= PASSED && !self.has_passed_exam(scenario) => {
                        (Go::Exam(id), Reason::CoachedWell(score))
                    }
                    _ if score < PASSED && !self.record.has_passed(scenario, Pass::Explained) => {
                        (Go::Explained(id), Reason::Poor(score))
                    }
                    _ if score < PASSED && !self.record.has_passed(scenario, Pass::TeachBack) => {
                        (Go::TeachBack(id), Reason::Poor(score))
                    }
                    Mode::Exam if score >= PASSED && !self.record.has_passed(scenario, Pass::TeachBack) => {
                        (Go::TeachBack(id), Reason::PassedExam(score))
                    }
                    _ => return None,
                }
            }
            Done::LookedInto => match self.whole().rfind(|(_, played)| played.attempt.scenario == scenario) {
                None if !self.record.has_passed(scenario, Pass::Explained) => (Go::Explained(id), Reason::Watched),
                None => (Go::Play(id), Reason::Seen),
                Some((_, played)) if result(played)? < PASSED => (Go::Play(id), Reason::LookedInto),
                Some(_) => return None,
            },
        };
        Some(Suggestion { to, reason })
    }

    fn drills(&self) -> Option<Suggestion> {
        let today = self.clock.today();
        let was_today = self.record.drilled().next_back().is_some_and(|(at, _)| self.clock.day_of(at) == today);
        let is_worth_it = self.due >= WORTH_DRILLING && !was_today;
        is_worth_it.then_some(Suggestion { to: Go::Drills, reason: Reason::Due(self.due) })
    }

    /// The weakest steps, each with a scenario that is not suggested yet.
    fn add_weakest(&self, suggestions: &mut Vec<Suggestion>) {
        let profiles = profiles(self.record, self.clock);
        let Some(method) = self.method(&profiles) else { return };
        let profile = profiles.iter().find(|profile| profile.method == method);
        let library = Library::of(self, &method);
        for (step, share) in library.steps_by_share(profile) {
            let Some(card) = library.choose(step) else { continue };
            let is_new = suggestions.iter().all(|other| other.to.scenario() != Some(&card.id));
            if is_new && suggestions.len() < MOST {
                let reason = Reason::Weakest { method: method.clone(), step, share };
                suggestions.push(Suggestion { to: Go::Play(card.id.clone()), reason });
            }
        }
    }

    /// The method to practise: the most practised one that the library has something of.
    fn method(&self, profiles: &[Profile]) -> Option<String> {
        let known = profiles.iter().map(|profile| &profile.method).find(|id| self.cards.iter().any(|card| card.method == **id));
        known.or_else(|| Some(&self.cards.iter().min_by_key(|card| card.level)?.method)).cloned()
    }

    fn card(&self, scenario: &str) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == scenario).copied()
    }

    /// Conversations from beginning to end, oldest first.
    fn whole(&self) -> impl DoubleEndedIterator<Item = (u64, &Played)> {
        self.record.played().filter(|(_, played)| played.attempt.fork.is_none())
    }

    fn has_played(&self) -> bool {
        self.record.played().next().is_some()
    }

    fn has_passed_exam(&self, scenario: &str) -> bool {
        self.whole().any(|(_, played)| {
            let attempt = &played.attempt;
            attempt.scenario == scenario && attempt.mode == Mode::Exam && has_passed(played)
        })
    }

    fn last_done(&self) -> Option<(&str, Done<'_>)> {
        self.record.entries().iter().rev().find_map(|entry| match &entry.deed {
            Deed::Played(played) if played.attempt.fork.is_none() => {
                Some((played.attempt.scenario.as_str(), Done::Played(played)))
            }
            Deed::Passed { scenario, .. } => Some((scenario.as_str(), Done::LookedInto)),
            _ => None,
        })
    }
}

/// What was done with a scenario.
enum Done<'a> {
    Played(&'a Played),
    /// Watched, read with its reasons, or taught back.
    LookedInto,
}

/// The score in ten-thousandths; `None` where there is none, or where luck ended the
/// conversation before half of it was played (see [`crate::score::Scorecard::cut_short`]).
fn result(played: &Played) -> Option<u16> {
    let claim = played.attempt.claim.filter(|claim| claim.outcome != Outcome::Unfinished)?;
    let figures = played.figures.as_ref()?;
    let (earned, left) = figures.totals();
    let whole = u64::from(earned) * 1000 + u64::from(left);
    claim.score.filter(|_| whole * 2 >= u64::from(figures.best))
}

fn has_passed(played: &Played) -> bool {
    result(played).is_some_and(|score| score >= PASSED)
}

/// The scenarios of one method, and how each was played last.
struct Library<'a> {
    cards: Vec<&'a Card>,
    /// When, and what it came to.
    played: BTreeMap<&'a str, (u64, &'a Played)>,
    /// The one played last of all.
    last: Option<&'a str>,
    /// Levels of which something was passed.
    passed: BTreeSet<u8>,
}

impl<'a> Library<'a> {
    fn of(situation: &'a Situation<'_>, method: &str) -> Self {
        let levels: BTreeMap<&str, u8> = situation.cards.iter().map(|card| (card.id.as_str(), card.level)).collect();
        let whole = || situation.whole().map(|(at, played)| (played.attempt.scenario.as_str(), at, played));
        Self {
            cards: situation.cards.iter().copied().filter(|card| card.method == method).collect(),
            played: whole().map(|(id, at, played)| (id, (at, played))).collect(),
            last: whole().next_back().map(|(id, _, _)| id),
            passed: whole()
                .filter(|(_, _, played)| has_passed(played))
                .filter_map(|(id, _, _)| levels.get(id).copied())
                .collect(),
        }
    }

    /// The steps that can be practised with their shares, the weakest first.
    fn steps_by_share(&self, profile: Option<&Profile>) -> Vec<(StepId, Option<f64>)> {
        let steps: BTreeSet<StepId> = self.cards.iter().flat_map(|card| card.steps.iter().copied()).collect();
        let share = |step: StepId| (step, profile.and_then(|profile| profile.step(step)?.share()));
        let mut steps: Vec<_> = steps.into_iter().map(share).collect();
        steps.sort_by(|(_, a), (_, b)| a.unwrap_or(-1.0).total_cmp(&b.unwrap_or(-1.0)));
        steps
    }

    /// The scenario that practises a step: one whose level is open, while there is a
    /// choice not the one played last, and not one in which the step did not come up; of
    /// these the one played least recently, and of those never played the easiest and
    /// shortest.
    fn choose(&self, step: StepId) -> Option<&'a Card> {
        let with_step = self.cards.iter().filter(|card| card.steps.contains(&step));
        let is_closed = |card: &Card| card.level > OPEN_LEVEL && !self.passed.contains(&(card.level - 1));
        let was_last = |card: &Card| self.last == Some(card.id.as_str());
        let played = |card: &Card| self.played.get(card.id.as_str());
        let lacked_it = |card: &Card| played(card).is_some_and(|(_, played)| !came_up(played, step));
        let at = |card: &Card| played(card).map(|(at, _)| *at);
        with_step
            .min_by_key(|card| (is_closed(card), was_last(card), lacked_it(card), at(card), card.level, card.minutes))
            .copied()
    }
}

/// Whether there was anything to earn in a step.
fn came_up(played: &Played, step: StepId) -> bool {
    played.figures.as_ref().is_some_and(|figures| figures.steps.iter().any(|figures| figures.step == step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::practice::samples;
    use crate::record::Drilled;

    fn card(id: &str, level: u8, steps: &[u16]) -> Card {
        Card {
            id: id.to_owned(),
            language: Language::En,
            title: String::new(),
            summary: String::new(),
            customer: String::new(),
            role: String::new(),
            level,
            minutes: 5,
            method: "nine".to_owned(),
            steps: steps.iter().copied().map(StepId).collect(),
        }
    }

    fn library() -> [Card; 4] {
        [card("hard", 3, &[0, 1, 2]), card("kite", 2, &[0, 1]), card("door", 1, &[0]), card("pond", 2, &[1])]
    }

    struct Learner {
        record: Record,
        now: u64,
        due: usize,
        under_way: Vec<String>,
    }

    impl Learner {
        fn new() -> Self {
            Self { record: Record::default(), now: 1_000_000, due: 0, under_way: Vec::new() }
        }

        fn does(&mut self, deed: Deed) -> &mut Self {
            self.now += 1000;
            self.record.note(self.now, deed);
            self
        }

        fn plays(&mut self, scenario: &str, mode: Mode, steps: &[(u16, u32, u32)]) -> &mut Self {
            let mut played = samples::played(scenario, steps);
            played.attempt.mode = mode;
            self.does(Deed::Played(Box::new(played)))
        }

        fn looks_into(&mut self, scenario: &str, pass: Pass) -> &mut Self {
            self.does(Deed::Passed { scenario: scenario.to_owned(), pass })
        }

        fn advice(&self) -> Vec<Suggestion> {
            let library = library();
            let cards: Vec<&Card> = library.iter().collect();
            let clock = Clock { now: self.now, ahead: 0 };
            let under_way = &self.under_way;
            Situation { record: &self.record, cards: &cards, under_way, due: self.due, clock }.advise()
        }

        fn first(&self) -> (Go, Reason) {
            self.advice().into_iter().next().map(|first| (first.to, first.reason)).unwrap()
        }
    }

    fn weakest(step: u16, share: Option<f64>) -> Reason {
        Reason::Weakest { method: "nine".to_owned(), step: StepId(step), share }
    }

    #[test]
    fn a_newcomer_watches_the_first_starter_and_then_plays_it() {
        let mut learner = Learner::new();
        let to: Vec<Go> = learner.advice().into_iter().map(|suggestion| suggestion.to).collect();
        assert_eq!(to, [Go::Watch("door".into()), Go::Play("door".into())]);
        learner.looks_into("door", Pass::Watch);
        assert_eq!(learner.first(), (Go::Explained("door".into()), Reason::Watched));
        learner.looks_into("door", Pass::Explained);
        assert_eq!(learner.first(), (Go::Play("door".into()), Reason::Seen));
    }

    #[test]
    fn the_flywheel_goes_round_a_poor_exam_and_comes_to_an_end() {
        let poor = [(0, 2, 8000)];
        let mut learner = Learner::new();
        learner.plays("door", Mode::Coached, &[(0, 7, 3000)]);
        assert_eq!(learner.first(), (Go::Exam("door".into()), Reason::CoachedWell(7000)));
        learner.plays("door", Mode::Exam, &poor);
        assert_eq!(learner.first(), (Go::Explained("door".into()), Reason::Poor(2000)));
        learner.looks_into("door", Pass::Explained);
        assert_eq!(learner.first(), (Go::Play("door".into()), Reason::LookedInto));
        learner.plays("door", Mode::Exam, &poor);
        assert_eq!(learner.first().0, Go::TeachBack("door".into()));
        learner.looks_into("door", Pass::TeachBack).plays("door", Mode::Exam, &poor);
        assert_eq!(learner.first(), (Go::Play("kite".into()), weakest(1, None)));
    }

    #[test]
    fn who_has_passed_an_exam_explains_it_once() {
        let mut learner = Learner::new();
        learner.plays("door", Mode::Exam, &[(0, 9, 1000)]);
        assert_eq!(learner.first(), (Go::TeachBack("door".into()), Reason::PassedExam(9000)));
        learner.looks_into("door", Pass::TeachBack);
        assert_eq!(learner.first().1, weakest(1, None));
    }

    #[test]
    fn an_exam_that_luck_cut_short_is_neither_well_nor_poorly_done() {
        let mut learner = Learner::new();
        let mut played = samples::played("door", &[(0, 0, 4000)]);
        played.figures.as_mut().unwrap().best = 9000;
        learner.does(Deed::Played(Box::new(played)));
        assert_eq!(learner.first().1, weakest(1, None));
    }

    #[test]
    fn the_weakest_step_comes_first_with_the_scenario_played_longest_ago() {
        let mut learner = Learner::new();
        let middling = [(0, 8, 2000), (1, 3, 7000), (2, 9, 1000)];
        learner.plays("kite", Mode::Coached, &[(0, 1, 9000), (1, 3, 7000)]).plays("hard", Mode::Exam, &middling);
        learner.plays("pond", Mode::Exam, &[(1, 10, 0)]).plays("door", Mode::Exam, &[(0, 10, 0)]);
        let advice = learner.looks_into("door", Pass::TeachBack).advice();
        assert_eq!((&advice[0].to, &advice[0].reason), (&Go::Play("kite".into()), &weakest(1, Some(16.0 / 30.0))));
        assert_eq!((&advice[1].to, &advice[1].reason), (&Go::Play("hard".into()), &weakest(2, Some(0.9))));
    }

    #[test]
    fn the_hardest_wait_until_something_of_the_level_below_was_passed() {
        let mut learner = Learner::new();
        learner.plays("kite", Mode::Coached, &[(0, 8, 2000), (1, 1, 9000), (2, 2, 0)]);
        learner.plays("pond", Mode::Coached, &[(1, 1, 9000)]);
        learner.plays("door", Mode::Exam, &[(0, 10, 0)]).looks_into("door", Pass::TeachBack);
        assert_eq!(learner.first(), (Go::Play("kite".into()), weakest(1, Some(0.1))));
        learner.plays("kite", Mode::Exam, &[(0, 10, 0), (1, 4, 6000)]).looks_into("kite", Pass::TeachBack);
        assert_eq!(learner.first(), (Go::Play("hard".into()), weakest(1, Some(0.2))));
    }

    #[test]
    fn a_scenario_in_which_the_weakest_step_did_not_come_up_waits() {
        let mut learner = Learner::new();
        learner.plays("kite", Mode::Exam, &[(0, 9, 1000)]).plays("pond", Mode::Exam, &[(1, 7, 3000)]);
        learner.plays("hard", Mode::Exam, &[(0, 9, 1000), (1, 7, 3000), (2, 9, 1000)]);
        learner.looks_into("hard", Pass::TeachBack);
        assert_eq!(learner.first(), (Go::Play("pond".into()), weakest(1, Some(0.7))));
    }

    #[test]
    fn drills_are_for_once_a_day_and_for_more_than_a_few() {
        let mut learner = Learner::new();
        learner.plays("door", Mode::Exam, &[(0, 10, 0)]).looks_into("door", Pass::TeachBack);
        learner.due = WORTH_DRILLING - 1;
        assert_ne!(learner.first().0, Go::Drills);
        learner.due = WORTH_DRILLING;
        assert_eq!(learner.first(), (Go::Drills, Reason::Due(5)));
        let drilled = Drilled { card: String::new(), right: true, confidence: None, took: 1 };
        learner.does(Deed::Drilled(drilled));
        assert_ne!(learner.first().0, Go::Drills);
        learner.now += 24 * 60 * 60 * 1000;
        assert_eq!(learner.first().0, Go::Drills);
    }

    #[test]
    fn what_is_under_way_is_gone_on_with_before_anything_else() {
        let mut learner = Learner::new();
        learner.under_way = vec!["kite".to_owned()];
        assert_eq!(learner.first(), (Go::On("kite".into()), Reason::UnderWay));
        assert_eq!(learner.advice().len(), 1);
    }
}
