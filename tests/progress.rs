//! The page on progress and the forecast before an exam, as the learner sees them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

mod learner;
mod scored;

use learner::{Learner, NOON};
use ninesteps::analysis::Values;
use ninesteps::i18n::Strings;
use ninesteps::i18n::{forecast, progress};
use ninesteps::language::Language;
use ninesteps::markup::{Control, Node};
use ninesteps::record::{Deed, Drilled, Entry, Played};
use ninesteps::score::{Scorecard, display_percent, ten_thousandths};
use ninesteps::screens::{Effect, Focus, Given};
use ninesteps::session::attempt::{Claim, Forecast};
use ninesteps::session::{Attempt, Mode, Session};
use ninesteps::study::Event;
use scored::{Judge, share_of};

/// Chooses as if at random, and always the same.
fn anyhow(session: &Session) -> Vec<u8> {
    let choices = ninesteps::session::rules::choices(session.scenario(), session.state());
    let turn = session.turns().len();
    choices[(turn * 7 + usize::try_from(session.seed()).unwrap()) % choices.len()].clone()
}

/// The best in every turn.
fn best(values: &Values) -> impl Fn(&Session) -> Vec<u8> {
    |session| values.alternatives(session.state()).into_iter().find(|choice| choice.cost == 0.0).unwrap().choice
}

/// The lines after one that reads so.
fn after<'t>(text: &'t str, line: &str, count: usize) -> Vec<&'t str> {
    text.lines().skip_while(|other| *other != line).skip(1).take(count).collect()
}

fn whole_percent(share: f64) -> String {
    format!("{}%", display_percent(share))
}

/// Scorecards of conversations with three customers, two of them with one twice.
fn practised(learner: &mut Learner, judge: &Judge) -> Vec<Scorecard> {
    let plays = [("first-day", 1), ("sell-the-hole", 2), ("after-the-party", 3), ("first-day", 4)];
    plays
        .map(|(scenario, seed)| {
            let attempt = learner.play(scenario, seed, Mode::Coached, anyhow);
            judge.card(learner.pack(scenario), &attempt)
        })
        .into()
}

#[test]
fn the_beginning_is_friendly_and_shows_no_empty_figures() {
    for language in Language::ALL {
        let words = progress::Words::of(language);
        let mut learner = Learner::new(language);
        learner.visit("progress");
        let text = learner.text();
        assert!(text.contains(words.beginning) && text.contains(words.first), "{text}");
        assert!(text.contains("<#/first-day/watch>") && text.contains("<#/first-day>") && text.contains("<#journal>"), "{text}");
        for heading in [words.steps, words.sureness, words.passes, words.attempts, words.forecasts, words.drills] {
            assert!(!text.contains(heading), "{heading} in\n{text}");
        }
        assert!(learner.buttons().is_empty());
    }
}

#[test]
fn each_step_shows_what_was_earned_of_what_was_there() {
    for language in Language::ALL {
        let words = progress::Words::of(language);
        let judge = Judge::default();
        let mut learner = Learner::new(language);
        let cards = practised(&mut learner, &judge);
        learner.visit("progress");
        let text = learner.text();
        let names = learner.catalogue.steps("nine-steps");
        for (step, name) in (0..).zip(names) {
            let name = name.get(language);
            let share = share_of(&cards, step, 5).expect("practised");
            assert!(text.contains(&format!("{name} [{}]", display_percent(share))), "{name} {share}\n{text}");
            let count = cards.iter().filter(|card| share_of(std::slice::from_ref(card), step, 1).is_some()).count();
            assert_eq!(after(&text, name, 3), [&whole_percent(share), &count.to_string(), words.too_early], "{name}");
        }
        let weakest = (0..9).filter_map(|step| share_of(&cards, step, 5)).fold(1.0, f64::min);
        let reason = names.iter().map(|name| (words.weakest)(name.get(language), display_percent(weakest)));
        assert!(reason.into_iter().any(|reason| text.contains(&reason)), "{text}");
    }
}

#[test]
fn a_step_rises_week_by_week() {
    let (words, judge) = (progress::Words::of(Language::En), Judge::default());
    let mut learner = Learner::new(Language::En);
    let values = judge.values(learner.pack("first-day"));
    let play = |learner: &mut Learner, seed: u32| {
        let attempt = if seed < 5 {
            learner.play("first-day", seed, Mode::Coached, anyhow)
        } else {
            learner.play("first-day", seed, Mode::Coached, best(&values))
        };
        judge.card(learner.pack("first-day"), &attempt)
    };
    let poor: Vec<Scorecard> = (0..5).map(|seed| play(&mut learner, seed)).collect();
    learner.clock.now = NOON + 8 * 24 * 60 * 60 * 1000;
    let good: Vec<Scorecard> = (5..10).map(|seed| play(&mut learner, seed)).collect();
    learner.visit("progress");
    let text = learner.text();
    let name = learner.catalogue.steps("nine-steps")[1].get(Language::En);
    let [first, last] = [&poor, &good].map(|cards| display_percent(share_of(cards, 1, 5).unwrap()));
    assert!(last == 100 && first < 90, "{first} and {last}");
    // Noon of 2026-11-22 was a Sunday.
    let told = (words.course)(first, "2026-11-16", last, "2026-11-30");
    let curve = format!("[{}, {}]", first * 10, last * 10);
    assert!(text.contains(&format!("{name}\n{curve}\n{told}")), "{text}");
    assert_eq!(after(&text, name, 3), ["100%", "10", words.rising]);
}

#[test]
fn the_steps_of_another_method_are_one_press_away() {
    let mut learner = Learner::new(Language::En);
    learner.play("first-day", 1, Mode::Coached, anyhow);
    learner.play("first-day", 2, Mode::Coached, anyhow);
    learner.play("trial-lesson", 3, Mode::Coached, anyhow);
    learner.visit("progress");
    let bars = |learner: &Learner, method: &str| {
        let text = learner.text();
        learner.catalogue.steps(method).iter().filter(|name| text.contains(&format!("{} [", name.get(Language::En)))).count()
    };
    assert_eq!((bars(&learner, "nine-steps"), bars(&learner, "six-beats")), (9, 0));
    let name = learner.pack("trial-lesson").guide.name.clone();
    learner.press(&name);
    assert_eq!((bars(&learner, "nine-steps"), bars(&learner, "six-beats")), (0, 6));
}

#[test]
fn an_exam_begins_with_a_forecast_and_progress_holds_the_result_against_it() {
    for language in Language::ALL {
        let (words, on_progress) = (forecast::Words::of(language), progress::Words::of(language));
        let judge = Judge::default();
        let mut learner = Learner::new(language);
        let before = practised(&mut learner, &judge);
        learner.visit("/small-kitchen/forecast");
        let steps = learner.pack("small-kitchen").scenario.steps();
        let names: Vec<String> = learner.catalogue.steps("nine-steps").iter().map(|name| name.get(language).to_owned()).collect();
        let share = share_of(&before, 3, 5).unwrap();
        let count = before.iter().filter(|card| share_of(std::slice::from_ref(card), 3, 1).is_some()).count();
        assert!(learner.text().contains(&(words.so_far)(display_percent(share), count)), "{}", learner.text());
        for (chosen, step) in steps.iter().enumerate() {
            assert!(learner.text().contains(&(words.still_to_choose)(steps.len() - chosen)), "{}", learner.text());
            assert!(!is_open(&learner, words.start));
            learner.give(&names[step.index()], Given::Option(chosen + 1));
        }
        learner.press(words.start);
        let Some(Effect::Begin { scenario, mode: Mode::Exam, forecast }) = learner.effects.last().cloned() else {
            panic!("{:?}", learner.effects.last())
        };
        let expected: Vec<Forecast> =
            steps.iter().zip(0..).map(|(step, tenths)| Forecast { step: *step, percent: 10 * tenths }).collect();
        assert_eq!((scenario.as_str(), &forecast), ("small-kitchen", &expected));

        let card = sit(&mut learner, &judge, forecast.clone());
        learner.visit("progress");
        let text = learner.text();
        let points = |share: &dyn Fn(&Forecast) -> f64| -> f64 {
            let whole = |forecast: &&Forecast| card.profile.iter().find(|score| score.step == forecast.step).unwrap().clone();
            forecast.iter().map(|said| share(said) * (f64::from(whole(&said).earned) + whole(&said).left)).sum()
        };
        let (said, whole) = (points(&|forecast| f64::from(forecast.percent) / 100.0), points(&|_| 1.0));
        let percent = |share: f64| format!("{:.0}%", (share * 100.0).round());
        let accuracy = percent(f64::from(card.earned) / said);
        let line = after(&text, on_progress.accuracy, 5);
        assert_eq!(line[2..], [percent(said / whole), percent(f64::from(card.earned) / whole), accuracy.clone()], "{text}");
        assert!(text.contains(&(words.too_few)(3)) && text.contains(words.supervisor), "{text}");
        learner.visit("/first-day/forecast");
        assert!(learner.text().contains(&(words.accuracy_so_far)(&accuracy)), "{}", learner.text());
        learner.press(words.without);
        assert!(matches!(learner.effects.last(), Some(Effect::Begin { forecast, .. }) if forecast.is_empty()));
    }
}

/// Sits an exam with a forecast.
fn sit(learner: &mut Learner, judge: &Judge, forecast: Vec<Forecast>) -> Scorecard {
    let pack = learner.pack("small-kitchen").clone();
    let mut attempt = Attempt { forecast, ..Attempt::new(&pack.scenario, &pack.hashes, 11, Mode::Exam) };
    let mut session = Session::begin(pack.scenario.clone(), 11);
    while !session.is_over() {
        let choice = anyhow(&session);
        session = session.choose(&choice).unwrap();
        attempt.record(&choice, 1);
    }
    learner.finish(attempt.clone());
    judge.card(&pack, &attempt)
}

/// Whether a button of the name can be pressed.
fn is_open(learner: &Learner, label: &str) -> bool {
    fn find(nodes: &[Node], label: &str) -> bool {
        nodes.iter().any(|node| match node {
            Node::Control(Control::Button { state, children, .. }) => {
                children == &[Node::Text(label.to_owned())] && *state != ninesteps::markup::ButtonState::Disabled
            }
            Node::Element { children, .. } => find(children, label),
            _ => false,
        })
    }
    find(&learner.view.as_ref().unwrap().nodes, label)
}

#[test]
fn a_trainers_own_customer_can_be_forecast_too() {
    let mut learner = Learner::new(Language::En);
    learner.catalogue.cards.retain(|card| card.id != "trial-lesson");
    begin_anew(&mut learner, &[]);
    learner.visit("/trial-lesson/forecast");
    let guide = learner.pack("trial-lesson").guide.clone();
    for step in &guide.steps {
        learner.give(&step.name, Given::Option(11));
    }
    learner.press(forecast::Words::of(Language::En).start);
    assert!(matches!(learner.effects.last(), Some(Effect::Begin { forecast, .. }) if forecast.len() == guide.steps.len()));
}

#[test]
fn confidences_are_held_against_what_was_right() {
    let (words, judge) = (progress::Words::of(Language::En), Judge::default());
    let mut learner = Learner::new(Language::En);
    let pack = learner.pack("small-kitchen").clone();
    let mut attempt = Attempt::new(&pack.scenario, &pack.hashes, 5, Mode::Exam);
    let mut session = Session::begin(pack.scenario.clone(), 5);
    while !session.is_over() {
        let choice = anyhow(&session);
        session = session.choose(&choice).unwrap();
        attempt.record(&choice, 1);
        if !session.turns().len().is_multiple_of(3) {
            attempt.record_confidence(95);
        }
    }
    let card = judge.card(&pack, &attempt);
    learner.finish(attempt.clone());
    learner.visit("progress");
    let asked: Vec<bool> = card
        .reviews
        .iter()
        .zip(&attempt.confidences)
        .filter(|(_, sure)| sure.is_some())
        .map(|(review, _)| review.cost == 0.0)
        .collect();
    let right = asked.iter().filter(|right| **right).count();
    let percent = format!("{}%", right * 100 / asked.len());
    let text = learner.text();
    assert_eq!(
        after(&text, ninesteps::i18n::Strings::of(Language::En).sureness[2], 3),
        [&asked.len().to_string(), "95%", &percent],
        "{text}"
    );
    assert!(text.contains(&(words.too_few_answers)(20)) && asked.len() < 20, "{text}");
}

/// So many conversations and then so many drills, one a minute.
fn long_record(learner: &mut Learner, conversations: usize, drills: usize) -> Vec<Entry> {
    let judge = Judge::default();
    let attempt = learner.play("first-day", 1, Mode::Exam, anyhow);
    let card = judge.card(learner.pack("first-day"), &attempt);
    let session = attempt.replay(learner.pack("first-day").scenario.clone(), &learner.pack("first-day").hashes).unwrap();
    let claim = Claim::of(&session, card.score.map(ten_thousandths));
    let played = |seed: usize| {
        let attempt = Attempt { seed: u32::try_from(seed).unwrap(), claim, ..attempt.clone() };
        Deed::Played(Box::new(Played { attempt, figures: Some(ninesteps::record::Figures::of(&card, "nine-steps")) }))
    };
    let drilled = |card: usize| {
        Deed::Drilled(Drilled { card: format!("card-{card}"), right: !card.is_multiple_of(3), confidence: Some(70), took: 900 })
    };
    let deeds = (0..conversations).map(played).chain((0..drills).map(drilled));
    deeds.zip(0..).map(|(deed, minute)| Entry { at: NOON - 90 * 24 * 3_600_000 + minute * 60_000, deed }).collect()
}

#[test]
fn conversations_are_listed_twenty_at_a_time_and_each_can_be_looked_back_on_and_handed_out() {
    for language in Language::ALL {
        let (strings, words) = (Strings::of(language), progress::Words::of(language));
        let mut learner = Learner::new(language);
        let entries = long_record(&mut learner, 45, 0);
        begin_anew(&mut learner, &entries);
        learner.visit("progress");
        let links = |learner: &Learner| -> Vec<String> {
            learner.text().lines().filter(|line| line.contains("/first-day/debrief/")).map(str::to_owned).collect()
        };
        let newest_first: Vec<u64> = entries.iter().rev().map(|entry| entry.at).collect();
        let title = &learner.catalogue.card("first-day", language).unwrap().title.clone();
        let expected = |count: usize| -> Vec<String> {
            newest_first[..count].iter().map(|at| format!("{title} <#/first-day/debrief/{at}>")).collect()
        };
        assert_eq!(links(&learner), expected(20));
        learner.press(&(words.more)(20));
        assert_eq!(links(&learner), expected(40));
        assert!(matches!(learner.view.as_ref().unwrap().focus, Focus::Control(_)));
        learner.press(&(words.more)(5));
        assert_eq!(links(&learner), expected(45));
        let Deed::Played(newest) = &entries[44].deed else { panic!() };
        let claim = newest.attempt.claim.unwrap();
        let told = format!(
            "2026-08-24 · {} · {}% · {}",
            strings.mode_exam,
            claim.score.unwrap() / 100,
            (strings.outcome)(claim.outcome)
        );
        assert!(learner.text().contains(&told), "{told}\n{}", learner.text());
        learner.press(words.download);
        let text = newest.attempt.to_json();
        assert_eq!(learner.effects.last(), Some(&Effect::Download { name: "first-day-44.attempt.json".to_owned(), text }));
    }
}

#[test]
fn a_conversation_played_on_is_listed_as_such_and_counts_for_no_step() {
    let (words, judge) = (progress::Words::of(Language::En), Judge::default());
    let mut learner = Learner::new(Language::En);
    let cards = practised(&mut learner, &judge);
    let kept = scored::kept(&learner.effects);
    let attempt = learner.play("ten-seconds", 9, Mode::Exam, anyhow);
    begin_anew(&mut learner, &kept);
    learner.finish(Attempt { fork: Some(2), ..attempt });
    learner.visit("progress");
    let text = learner.text();
    assert!(text.contains(&(words.played_on)(3)), "{text}");
    let name = learner.catalogue.steps("nine-steps")[3].get(Language::En);
    assert_eq!(after(&text, name, 1), [whole_percent(share_of(&cards, 3, 5).unwrap())]);
}

/// Opens the page anew with things done before.
fn begin_anew(learner: &mut Learner, entries: &[Entry]) {
    let catalogue = learner.catalogue.to_text();
    learner.tell(Event::Begin { catalogue, record: entries.iter().flat_map(Entry::to_bytes).collect() });
    learner.effects.clear();
}
