//! The passes of the flywheel, as the learner sees them, and what they are made of, over
//! the whole library.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

mod learner;

use learner::{Learner, first, library};
use ninesteps::analysis::{Search, Status, Values, length};
use ninesteps::i18n::Strings;
use ninesteps::i18n::flywheel::Words;
use ninesteps::language::Language;
use ninesteps::pack::Pack;
use ninesteps::practice::acting::beats;
use ninesteps::practice::line::{Line, Purpose, Spotted, best, flawed};
use ninesteps::practice::teach::Round;
use ninesteps::record::{Deed, Entry, Pass};
use ninesteps::scenario::{Basis, Scenario, Tone};
use ninesteps::score::Mark;
use ninesteps::screens::Effect;
use ninesteps::session::Mode;
use ninesteps::study::Event;
use std::rc::Rc;

/// Rounds of each scenario that are looked at.
const ROUNDS: usize = 6;

fn values(pack: &Pack) -> Values {
    let mut search = Search::new(Rc::clone(&pack.scenario));
    loop {
        match search.run(1_000_000) {
            (Some(rest), _) => search = rest,
            (None, Status::Done(values)) => return *values,
            _ => panic!("too large"),
        }
    }
}

/// Where the true reason stands among three by length and by place, counted.
#[derive(Default)]
struct Places {
    asked: [u32; 3],
    longest: u32,
    shortest: u32,
    right: u32,
    all: u32,
}

#[test]
fn every_customer_of_the_library_can_be_watched_explained_and_taught_back() {
    let mut places = Places::default();
    for ((id, language), pack) in library() {
        let values = values(&pack);
        let line = best(&pack.scenario, &values).unwrap();
        let scenario = &pack.scenario;
        assert_eq!(line.session.state().outcome(scenario).unwrap().tone(), Tone::Good, "{id}");
        assert!(line.mistakes().is_empty() && line.card.score == Some(1.0), "{id}");
        assert_eq!(beats(&line.session).last().unwrap().part, line.session.turns().len());
        let mut seen = Vec::new();
        for round in 0..ROUNDS {
            let number = Purpose::Looking.number(&id, round);
            let flawed = flawed(scenario, &values, number).unwrap();
            flaws_are_clear(&flawed, line.session.turns().len(), &format!("{id} {language:?} {number}"));
            seen.push(flawed.session.choices());
            let round = Round::new(&[Rc::new(flawed.session)], Purpose::Asking.number(&id, round));
            assert!(round.count() >= 3, "{id} {number}: {}", round.count());
            questions_are_fair(round, scenario, &mut places);
        }
        seen.sort();
        seen.dedup();
        assert!(seen.len() > 2, "{id}: the same again and again");
    }
    let share = |n: u32| f64::from(n) / f64::from(places.all);
    assert!(share(places.longest) < 0.40, "the longest is right too often: {}", share(places.longest));
    assert!(share(places.shortest) < 0.40, "the shortest is right too often: {}", share(places.shortest));
    assert!(places.asked.iter().all(|n| (0.27..0.40).contains(&share(*n))), "{:?}", places.asked);
    assert!((0.4..=0.6).contains(&share(places.right)), "right moves: {}", share(places.right));
}

fn flaws_are_clear(line: &Line, best: usize, what: &str) {
    let mistakes = line.mistakes();
    assert!((2..=4).contains(&mistakes.len()), "{what}: {mistakes:?}");
    assert!(line.session.turns().len() >= best.min(5), "{what}");
    for (turn, review) in line.card.reviews.iter().enumerate() {
        if !mistakes.contains(&turn) {
            assert_eq!(review.mark, Mark::Best, "{what}, turn {turn}");
            continue;
        }
        assert!(review.mark >= Mark::Inaccuracy, "{what}, turn {turn}");
        let better = line.instead(turn);
        let is_best = |at: u8| review.best().any(|best| best.choice == [at]);
        assert!(better.iter().any(|(at, _)| is_best(*at)), "{what}, turn {turn}: nothing to mend it with");
    }
    let all: Vec<usize> = (0..line.session.turns().len()).collect();
    let found = line.spotted(&all).iter().filter(|(_, spotted)| *spotted == Spotted::Found).count();
    assert_eq!(found, mistakes.len());
    assert!(line.spotted(&[]).iter().all(|(_, spotted)| *spotted == Spotted::Missed));
}

fn questions_are_fair(mut round: Round, scenario: &Scenario, places: &mut Places) {
    while let Some(question) = round.question() {
        let reply = scenario.reply(question.reply).unwrap();
        let judged = reply.judgement.as_ref().unwrap();
        let (moment, _) = scenario.scene(reply.scene).unwrap().moment.unwrap();
        assert!(matches!(judged.basis, Basis::Method(_)));
        let reasons = round.reasons();
        assert_eq!(reasons.len(), 3);
        let truth: Vec<usize> = (0..3).filter(|place| reasons[*place].why == judged.why).collect();
        assert_eq!(truth.len(), 1, "{}", judged.why);
        let truth = truth[0];
        for place in 0..3 {
            assert_eq!(round.is_true(place), place == truth);
        }
        // The others stand in the scenario for another move or another moment, with
        // another worth, and nowhere for this move in this moment.
        for other in (0..3).filter(|place| *place != truth).map(|place| reasons[place]) {
            let used: Vec<_> = scenario
                .replies
                .iter()
                .filter(|reply| reply.judgement.as_ref().is_some_and(|judged| judged.why == other.why))
                .map(|reply| {
                    (scenario.scene(reply.scene).unwrap().moment.unwrap().0, reply.mov, reply.judgement.as_ref().unwrap().worth)
                })
                .collect();
            assert!(!used.is_empty());
            assert!(used.iter().all(|(at, mov, _)| (*at, *mov) != (moment, reply.mov)));
            assert!(used.iter().any(|(at, mov, worth)| (*at == moment || *mov == reply.mov) && *worth != judged.worth));
        }
        assert_eq!(reasons.iter().filter(|reason| reason.is_for()).count(), 1, "one for, two against");
        let long: Vec<usize> = reasons.iter().map(|reason| length(&reason.why)).collect();
        places.all += 1;
        places.asked[truth] += 1;
        places.longest += u32::from((0..3).all(|place| place == truth || long[place] < long[truth]));
        places.shortest += u32::from((0..3).all(|place| place == truth || long[place] > long[truth]));
        places.right += u32::from(reasons[truth].is_for());
        round.answer(truth);
    }
    assert_eq!(round.at_once(), round.count());
}

const LANGUAGES: [Language; 2] = [Language::En, Language::ZhHans];

fn has_passed(learner: &Learner, pass: Pass) -> bool {
    let is_it = |entry: &Entry| matches!(&entry.deed, Deed::Passed { pass: done, .. } if *done == pass);
    learner.effects.iter().any(|effect| matches!(effect, Effect::Keep(entry) if is_it(entry)))
}

fn tick(learner: &Learner) -> Option<u32> {
    learner.view.as_ref().and_then(|view| view.tick)
}

/// The texts of the replies said in a turn (from 0) of a line.
fn said_in(line: &Line, turn: usize) -> Vec<String> {
    let scenario = line.session.scenario();
    let scene = scenario.scene(line.session.place_before(turn).state.scene).unwrap();
    let replies = ninesteps::session::rules::chosen(scene, &line.session.turns()[turn].choice);
    replies.into_iter().map(|id| scenario.reply(id).unwrap().say.clone()).collect()
}

/// The texts of all replies said in a line.
fn said(line: &Line) -> Vec<String> {
    (0..line.session.turns().len()).flat_map(|turn| said_in(line, turn)).collect()
}

#[test]
fn the_best_line_is_acted_out_only_when_asked_and_can_be_stepped_through() {
    for language in LANGUAGES {
        let words = Words::of(language);
        let mut learner = Learner::new(language);
        let pack = learner.pack("first-day").clone();
        let line = best(&pack.scenario, &values(&pack)).unwrap();
        let (said, beats) = (said(&line), beats(&line.session));
        learner.visit("/first-day/watch");
        assert!(tick(&learner).is_none() && !learner.text().contains(&said[0]));
        learner.press(words.start);
        let first = beats[0].speech.clone().unwrap();
        assert!(learner.text().contains(&first.0) && !learner.text().contains(&said[0]));
        assert_eq!(learner.effects, [Effect::Speak { text: first.0, mood: first.1 }]);
        assert_eq!(tick(&learner), Some(beats[0].time));
        learner.tell(Event::Tick);
        assert!(learner.text().contains(&said[0]));
        learner.press(words.pause);
        assert_eq!(tick(&learner), None);
        learner.press(words.back);
        assert!(!learner.text().contains(&said[0]));
        learner.press(words.forward);
        assert!(learner.text().contains(&said[0]));
        learner.press(words.go_on);
        let mut ticks = 0;
        while tick(&learner).is_some() {
            learner.tell(Event::Tick);
            ticks += 1;
        }
        assert_eq!(ticks + 3, beats.len());
        let spoken = learner.effects.iter().filter(|effect| matches!(effect, Effect::Speak { .. })).count();
        assert_eq!(spoken, beats.iter().filter(|beat| beat.speech.is_some()).count());
        assert!(said.iter().all(|say| learner.text().contains(say)));
        assert!(learner.text().contains((Strings::of(language).outcome)(line.session.state().outcome(&pack.scenario).unwrap())));
        assert!(!has_passed(&learner, Pass::Watch));
    }
}

#[test]
fn the_mistakes_of_a_flawed_line_are_found_and_the_next_visit_has_another() {
    for (language, (found, missed, fine)) in
        LANGUAGES.into_iter().zip([("Found", "Slipped by", "This one cost nothing"), ("找到了", "这句漏过去了", "这句没丢分")])
    {
        let words = Words::of(language);
        let mut learner = Learner::new(language);
        let pack = learner.pack("ten-seconds").clone();
        let values = values(&pack);
        let line = |round| flawed(&pack.scenario, &values, Purpose::Looking.number("ten-seconds", round)).unwrap();
        let (first, second) = (line(0), line(1));
        let mistakes = first.mistakes();
        let innocent = (0..first.session.turns().len()).find(|turn| !mistakes.contains(turn)).unwrap();
        learner.visit("/ten-seconds/watch");
        learner.press(words.show_all);
        learner.press(words.to_flawed);
        assert!(said(&first).iter().all(|say| learner.text().contains(say)));
        learner.press(&(words.is_mistake)(mistakes[0] + 1));
        learner.press(&(words.is_mistake)(mistakes[1] + 1));
        learner.press(&(words.is_mistake)(mistakes[1] + 1));
        learner.press(&(words.is_mistake)(innocent + 1));
        assert!(!has_passed(&learner, Pass::Watch));
        learner.press(words.see);
        let text = learner.text();
        let count = |word: &str| text.lines().filter(|line| *line == word).count();
        assert_eq!((count(found), count(missed), count(fine)), (1, mistakes.len() - 1, 1), "{text}");
        assert!(text.contains(&(words.found_of)(1, mistakes.len())));
        for turn in mistakes {
            let best = first.card.reviews[turn].best().next().unwrap();
            let scene = pack.scenario.scene(first.session.place_before(turn).state.scene).unwrap();
            for id in ninesteps::session::rules::chosen(scene, &best.choice) {
                let reply = pack.scenario.reply(id).unwrap();
                assert!(text.contains(&reply.say) && text.contains(&reply.judgement.as_ref().unwrap().why), "{text}");
            }
        }
        assert!(has_passed(&learner, Pass::Watch) && text.contains(Strings::of(language).pass_done));
        learner.visit("/ten-seconds/watch");
        learner.press(words.show_all);
        learner.press(words.to_flawed);
        assert!(said(&second).iter().all(|say| learner.text().contains(say)));
    }
}

#[test]
fn the_best_line_is_explained_turn_by_turn_with_every_reason() {
    for language in LANGUAGES {
        let words = Words::of(language);
        let mut learner = Learner::new(language);
        let pack = learner.pack("three-doors").clone();
        let line = best(&pack.scenario, &values(&pack)).unwrap();
        let (said, turns) = (said(&line), line.session.turns().len());
        let is_told = |learner: &Learner, turn| said_in(&line, turn).iter().all(|say| learner.text().contains(say));
        learner.visit("/three-doors/explained");
        assert!(is_told(&learner, 0) && !is_told(&learner, 1));
        learner.press(words.next_turn);
        assert!(is_told(&learner, 1) && learner.text().contains(&(words.turn_of)(2, turns)));
        learner.press(words.turn_back);
        assert!(!is_told(&learner, 1));
        learner.press(words.all_turns);
        let text = learner.text();
        for say in &said {
            let reply = pack.scenario.replies.iter().find(|reply| reply.say == *say).unwrap();
            assert!(text.contains(say), "{say}");
            assert!(reply.judgement.as_ref().is_none_or(|judged| text.contains(&judged.why)), "{say}");
        }
        assert!(!has_passed(&learner, Pass::Explained));
        learner.press(words.read_it);
        assert!(has_passed(&learner, Pass::Explained));
    }
}

/// Gives the reason of this text, if it is one of those to choose from.
fn give_reason(learner: &mut Learner, words: &Words, is_wanted: impl Fn(&str) -> bool) {
    let options: Vec<String> = learner
        .buttons()
        .into_iter()
        .filter(|button| button.starts_with(words.fits) || button.starts_with(words.does_not_fit))
        .collect();
    assert_eq!(options.len(), 3);
    let option = options.iter().find(|option| is_wanted(option)).unwrap_or_else(|| panic!("{options:?}"));
    learner.press(option);
}

#[test]
fn moves_are_explained_until_every_reason_was_right_and_a_talk_is_mended() {
    for language in LANGUAGES {
        let words = Words::of(language);
        let mut learner = Learner::new(language);
        let pack = learner.pack("first-day").clone();
        let values = values(&pack);
        let attempt = learner.play("first-day", 3, Mode::Coached, first);
        learner.visit("/first-day/teach-back");
        let own = Rc::new(attempt.replay(Rc::clone(&pack.scenario), &pack.hashes).unwrap());
        let asked = flawed(&pack.scenario, &values, Purpose::Asking.number("first-day", 0)).unwrap();
        let mut round = Round::new(&[own, Rc::new(asked.session)], Purpose::Asking.number("first-day", 0));
        assert_eq!(round.count(), 4);
        assert!(learner.text().contains(words.from_own));
        let mut wrong = 0;
        while let Some(question) = round.question() {
            let reply = pack.scenario.reply(question.reply).unwrap();
            assert!(learner.text().contains(&reply.say), "{}\n{}", reply.say, learner.text());
            let why = reply.judgement.as_ref().unwrap().why.clone();
            // The first is answered wrongly once.
            let errs = wrong == 0;
            wrong += usize::from(errs);
            let truth = (0..3).find(|place| round.is_true(*place)).unwrap();
            let given = if errs { (truth + 1) % 3 } else { truth };
            let text = round.reasons()[given].why.clone();
            assert_eq!(text == why, !errs);
            give_reason(&mut learner, words, |option| option.ends_with(&text));
            assert_eq!(learner.text().contains(words.yes), !errs);
            assert_eq!(learner.text().contains(words.comes_again), errs);
            assert!(learner.text().contains(&why));
            learner.press(words.next);
            round.answer(given);
        }
        let line = flawed(&pack.scenario, &values, Purpose::Mending.number("first-day", 0)).unwrap();
        let stops = line.mistakes();
        for (at, turn) in stops.iter().enumerate() {
            assert!(learner.text().contains(&(words.mistake_of)(at + 1, stops.len())), "{}", learner.text());
            let review = &line.card.reviews[*turn];
            let is_best = |at: u8| review.best().any(|best| best.choice == [at]);
            // The last is not mended well, where it can be missed.
            let wants_best = at + 1 < stops.len();
            let better = line.instead(*turn);
            let (_, reply) = better.iter().find(|(at, _)| is_best(*at) == wants_best).unwrap_or(&better[0]);
            let is_mended = is_best(better.iter().find(|(_, other)| other.say == reply.say).unwrap().0);
            learner.press(&reply.say);
            assert_eq!(learner.text().contains(words.mended), is_mended);
            assert_eq!(learner.text().contains(words.not_mended), !is_mended);
            assert!(!has_passed(&learner, Pass::TeachBack));
            learner.press(words.next);
        }
        assert!(has_passed(&learner, Pass::TeachBack));
        assert!(learner.text().contains(&(words.explained_at_once)(3, 4)), "{}", learner.text());
    }
}

/// A learner to whom a customer of `tests/smells` was given.
fn learner_with(file: &str) -> Learner {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let method = std::fs::read_to_string(root.join("scenarios/methods/nine-steps.toml")).unwrap();
    let source = std::fs::read(root.join("tests/smells").join(file)).unwrap();
    let pack = ninesteps::pack::compile(&[method], &source).unwrap();
    let mut learner = Learner::new(Language::En);
    learner.packs.insert(("flower-van".to_owned(), Language::En), pack);
    learner
}

#[test]
fn a_customer_who_is_not_judged_or_not_written_or_not_there_gets_a_clear_word() {
    let words = Words::of(Language::En);
    let mut unjudged = learner_with("nothing-to-win.toml");
    for place in ["watch", "explained", "teach-back"] {
        unjudged.visit(&format!("/flower-van/{place}"));
        assert!(unjudged.text().contains(words.unjudged), "{place}: {}", unjudged.text());
    }
    let mut unwritten = learner_with("todo.toml");
    unwritten.visit("/flower-van/watch");
    unwritten.press(words.show_all);
    assert!(unwritten.text().contains("That could work."));
    unwritten.visit("/nobody/watch");
    assert!(unwritten.text().contains("Could not load nobody."), "{}", unwritten.text());
}
