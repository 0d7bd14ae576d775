//! A learner who does for a month what the page on progress suggests first.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

mod learner;
mod scored;

use learner::{Learner, NOON};
use ninesteps::language::Language;
use ninesteps::practice::advice::{Go, Reason, Situation, Suggestion};
use ninesteps::practice::profile::RECENT;
use ninesteps::record::{Deed, Entry, Pass, Record};
use ninesteps::score::Scorecard;
use ninesteps::session::{Draws, Mode, Session, Stream};
use ninesteps::study::Event;
use scored::{Judge, kept, share_of};
use std::collections::BTreeSet;

const DAYS: u64 = 30;
const DAY: u64 = 24 * 60 * 60 * 1000;
const STEPS: u16 = 9;
/// What someone who never practised knows of each step, in hundredths.
const SKILLS: [u32; STEPS as usize] = [60, 55, 35, 50, 45, 15, 40, 50, 30];

struct Month {
    learner: Learner,
    judge: Judge,
    /// How likely the best is chosen in each step, in hundredths.
    skills: [u32; STEPS as usize],
    /// What the kept record comes to, conversation by conversation.
    cards: Vec<Scorecard>,
    entries: Vec<Entry>,
    /// The steps for which scenarios were suggested.
    suggested: BTreeSet<u16>,
}

impl Month {
    fn new() -> Self {
        let learner = Learner::new(Language::En);
        let suggested = BTreeSet::new();
        Self { learner, judge: Judge::default(), skills: SKILLS, cards: Vec::new(), entries: Vec::new(), suggested }
    }

    fn shares(&self) -> Vec<Option<f64>> {
        (0..STEPS).map(|step| share_of(&self.cards, step, RECENT)).collect()
    }

    /// The first suggestion, as the page and as the rule have it.
    fn advice(&mut self) -> Suggestion {
        self.learner.visit("progress");
        let text = self.learner.text();
        let link = text.lines().find_map(|line| line.split_once(" <#")?.1.strip_suffix('>')).expect("something is suggested");
        let (record, clock) = (Record::new(self.entries.clone()), self.learner.clock);
        let cards = self.learner.catalogue.in_language(Language::En);
        let situation = Situation { record: &record, cards: &cards, under_way: &[], due: 0, clock };
        let first = situation.advise().remove(0);
        assert!(link.starts_with(&format!("/{}", first.to.scenario().unwrap())), "{link} for {first:?}");
        first
    }

    /// Does what is suggested first.
    fn follow(&mut self) {
        let Suggestion { to, reason } = self.advice();
        if let Reason::Weakest { step, .. } = reason {
            let shares = self.shares();
            let weakest = shares.iter().map(|share| share.unwrap_or(-1.0)).fold(f64::INFINITY, f64::min);
            let this = shares[step.index()].unwrap_or(-1.0);
            assert!(this < weakest + 1e-3, "step {} of {shares:?}", step.0);
            self.suggested.insert(step.0);
        }
        let (pass, scenario) = match to {
            Go::Watch(scenario) => (Pass::Watch, scenario),
            Go::Explained(scenario) => (Pass::Explained, scenario),
            Go::TeachBack(scenario) => (Pass::TeachBack, scenario),
            Go::Play(scenario) => return self.play(&scenario, Mode::Coached),
            Go::Exam(scenario) => return self.play(&scenario, Mode::Exam),
            Go::On(_) | Go::Drills => panic!("nothing is under way or due"),
        };
        self.note(Deed::Passed { scenario, pass });
    }

    fn note(&mut self, deed: Deed) {
        self.learner.clock.now += 1000;
        self.entries.push(Entry { at: self.learner.clock.now, deed });
        let catalogue = self.learner.catalogue.to_text();
        let record = self.entries.iter().flat_map(Entry::to_bytes).collect();
        self.learner.tell(Event::Begin { catalogue, record });
    }

    fn play(&mut self, scenario: &str, mode: Mode) {
        let pack = self.learner.pack(scenario).clone();
        let values = self.judge.values(&pack);
        let seed = u32::try_from(self.entries.len()).unwrap();
        let skills = self.skills;
        let choose = |session: &Session| {
            let step = pack.scenario.step_of(session.state().scene);
            let skill = step.map_or(50, |step| skills[step.index()]);
            let alternatives = values.alternatives(session.state());
            let knows = Draws::new(seed, Stream::Player, u32::try_from(session.turns().len()).unwrap()).below(100) < skill;
            let worse = |a: f64, b: f64| if knows { b.total_cmp(&a) } else { a.total_cmp(&b) };
            alternatives.into_iter().max_by(|a, b| worse(a.cost, b.cost)).unwrap().choice
        };
        let attempt = self.learner.play(scenario, seed, mode, choose);
        self.entries.extend(kept(&self.learner.effects));
        self.learner.effects.clear();
        let card = self.judge.card(&pack, &attempt);
        for score in &card.profile {
            let skill = &mut self.skills[score.step.index()];
            *skill += (97 - *skill) / 12;
        }
        self.cards.push(card);
    }
}

#[test]
fn who_follows_the_advice_for_a_month_practises_every_step_and_grows_where_it_was_weakest() {
    let mut month = Month::new();
    let mut first_whole: Option<Vec<f64>> = None;
    for day in 0..DAYS {
        month.learner.clock.now = NOON + day * DAY;
        for _ in 0..2 + day % 2 {
            month.follow();
            first_whole = first_whole.or_else(|| month.shares().into_iter().collect());
        }
    }
    let start = first_whole.expect("every step was practised");
    let weakest = (0..start.len()).min_by(|a, b| start[*a].total_cmp(&start[*b])).unwrap();
    let end = month.shares()[weakest].unwrap();
    assert!(end > start[weakest] + 0.1, "step {weakest}: {} and then {end}", start[weakest]);
    assert!(month.suggested.contains(&u16::try_from(weakest).unwrap()));
    let played: BTreeSet<&str> = month
        .entries
        .iter()
        .filter_map(|entry| match &entry.deed {
            Deed::Played(played) => Some(played.attempt.scenario.as_str()),
            _ => None,
        })
        .collect();
    assert!(played.len() >= 8, "always the same few: {played:?}");
}
