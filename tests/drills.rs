//! The drills, as the learner goes through them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

mod learner;

use learner::{Learner, NOON, library};
use ninesteps::analysis::Search;
use ninesteps::i18n::Strings;
use ninesteps::i18n::debrief::Words as Debrief;
use ninesteps::i18n::drills::Words;
use ninesteps::language::Language;
use ninesteps::pack::Pack;
use ninesteps::practice::calendar::Clock;
use ninesteps::practice::drill::{Card, cards};
use ninesteps::practice::round::{Choosing, SIZE};
use ninesteps::practice::schedule::Schedule;
use ninesteps::record::{Deed, Drilled, Entry, Record};
use ninesteps::score::{Mark, Scorecard};
use ninesteps::screens::{Effect, Focus};
use ninesteps::session::{Attempt, Mode, Session};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::LazyLock;

const DAY: u64 = 86_400_000;

/// The library, read once for all tests.
static LIBRARY: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| library().values().map(Pack::to_bytes).collect());

/// The scenarios of a language, and the questions that they make.
fn deck(language: Language) -> (BTreeMap<String, Pack>, Vec<Card>) {
    let packs = LIBRARY.iter().map(|bytes| Pack::from_bytes(bytes).unwrap());
    let packs = packs.filter(|pack| pack.scenario.language == language);
    let packs: BTreeMap<String, Pack> = packs.map(|pack| (pack.scenario.id.clone(), pack)).collect();
    let all = cards(packs.values());
    (packs, all)
}

fn drilled(card: &Card, at: u64, right: bool, confidence: Option<u8>) -> Entry {
    Entry { at, deed: Deed::Drilled(Drilled { card: card.id.clone(), right, confidence, took: 3000 }) }
}

/// What was answered last, as it is kept.
fn last(learner: &Learner) -> Drilled {
    let kept = learner.effects.iter().rev().find_map(|effect| match effect {
        Effect::Keep(Entry { deed: Deed::Drilled(drilled), .. }) => Some(drilled.clone()),
        _ => None,
    });
    kept.expect("an answer")
}

/// The answers on offer, by the words of all drills.
fn options(learner: &Learner, packs: &BTreeMap<String, Pack>, cards: &[Card]) -> Vec<String> {
    let known: BTreeSet<&str> = cards.iter().flat_map(|card| card.options(&packs[&card.scenario])).collect();
    learner.buttons().into_iter().filter(|button| known.contains(button.as_str())).collect()
}

/// Goes through a round; `choose` picks among the options. The cards in order.
fn play_round(learner: &mut Learner, choose: impl Fn(usize) -> usize) -> Vec<Card> {
    let words = Words::of(learner.language);
    let (packs, all) = deck(learner.language);
    let mut asked = Vec::new();
    for at in 0..SIZE {
        assert!(learner.text().contains(&(words.question)(at + 1, SIZE)), "{}", learner.text());
        let options = options(learner, &packs, &all);
        learner.press(&options[choose(options.len())]);
        let card = all.iter().find(|card| card.id == last(learner).card).unwrap().clone();
        learner.press(if at + 1 < SIZE { words.next } else { words.to_summary });
        asked.push(card);
    }
    asked
}

#[test]
fn a_round_is_answered_explained_and_summed_up_in_both_languages() {
    for language in Language::ALL {
        let (words, debrief) = (Words::of(language), Debrief::of(language));
        let (packs, all) = deck(language);
        let mut learner = Learner::new(language);
        learner.visit("drills");
        assert!(learner.text().contains(&format!("{}\n{}", words.new, all.len())), "{}", learner.text());
        learner.press(words.begin);
        let mut right = 0;
        for at in 0..SIZE {
            learner.press(Strings::of(language).sureness[1]);
            let options = options(&learner, &packs, &all);
            learner.clock.now += 4000;
            learner.press(&options[at % options.len()]);
            let kept = last(&learner);
            let card = all.iter().find(|card| card.id == kept.card).unwrap();
            let pack = &packs[&card.scenario];
            assert_eq!(options, card.options(pack));
            assert_eq!((kept.right, kept.confidence, kept.took), (at % options.len() == card.right, Some(70), 4000));
            right += usize::from(kept.right);
            let text = learner.text();
            let verdict = if kept.right { words.right.to_owned() } else { (words.wrong)(options[card.right].as_str()) };
            let scene = pack.scenario.scene(card.scene).unwrap();
            let moment = pack.guide.moment(scene.moment.unwrap().0).unwrap();
            for told in [verdict.as_str(), debrief.moment_was, &moment.name, &moment.definition] {
                assert!(text.contains(told), "{told:?} is missing in\n{text}");
            }
            let reasons = pack.scenario.replies_of(card.scene).filter(|(id, _)| card.reply.is_none_or(|reply| reply == *id));
            let best = reasons.filter_map(|(_, reply)| reply.judgement.as_ref()).max_by_key(|judged| judged.worth).unwrap();
            assert!(pack.scenario.replies_of(card.scene).any(|(_, reply)| {
                reply.judgement.as_ref().is_some_and(|judged| judged.worth == best.worth && text.contains(&judged.why))
            }));
            assert!(matches!(learner.view.as_ref().unwrap().focus, Focus::Control(_)), "Enter goes on");
            learner.press(if at + 1 < SIZE { words.next } else { words.to_summary });
        }
        let text = learner.text();
        assert!(text.contains(&(words.right_of)(right, SIZE)), "{text}");
        assert!(text.contains(&(words.in_days)(1, SIZE - right)), "what was wrong comes back tomorrow\n{text}");
        learner.press(words.another_round);
        assert!(learner.text().contains(&(words.question)(1, SIZE)));
    }
}

#[test]
fn an_answer_counts_once_and_confidence_is_asked_only_where_it_is_wanted() {
    let words = Words::of(Language::En);
    let (packs, all) = deck(Language::En);
    let mut learner = Learner::new(Language::En);
    learner.visit("drills");
    learner.press(words.ask_how_sure);
    learner.press(words.begin);
    assert!(!learner.text().contains(Strings::of(Language::En).how_sure));
    let option = options(&learner, &packs, &all)[0].clone();
    learner.press(&option);
    assert!(options(&learner, &packs, &all).is_empty(), "{:?}", learner.buttons());
    assert_eq!(last(&learner).confidence, None);
    learner.visit("drills");
    learner.press(words.begin);
    assert!(!learner.text().contains(Strings::of(Language::En).how_sure), "as it was wanted the last time");
}

#[test]
fn a_week_later_what_is_due_is_asked_and_what_is_known_can_wait() {
    let (_, all) = deck(Language::En);
    let words = Words::of(Language::En);
    // One of each scene, so that none stands back for another.
    let mut scenes = BTreeSet::new();
    let practised: Vec<&Card> = all.iter().filter(|card| scenes.insert((&card.scenario, card.scene))).take(9).collect();
    let (known, due) = practised.split_at(4);
    let week_ago = NOON - 7 * DAY;
    let mut entries: Vec<Entry> = Vec::new();
    entries.extend((0..).zip(due).map(|(at, card)| drilled(card, week_ago + at, false, Some(70))));
    // Right twice: first for three days, then for much longer.
    entries.extend((10..).zip(known).map(|(at, card)| drilled(card, week_ago + at, true, None)));
    entries.extend((10..).zip(known).map(|(at, card)| drilled(card, NOON - 3 * DAY + at, true, None)));
    let mut learner = Learner::with_record(Language::En, &entries);
    learner.visit("drills");
    assert!(learner.text().contains(&format!("{}\n{}", words.due_today, due.len())), "{}", learner.text());
    learner.press(words.begin);
    let asked: Vec<String> = play_round(&mut learner, |_| 0).into_iter().map(|card| card.id).collect();
    assert!(due.iter().all(|card| asked.contains(&card.id)), "{asked:?}");
    assert!(known.iter().all(|card| !asked.contains(&card.id)));
}

#[test]
fn where_the_learner_was_sure_and_mistaken_is_asked_first() {
    let (_, all) = deck(Language::ZhHans);
    let words = Words::of(Language::ZhHans);
    let (due, mistaken) = (&all[0], all.iter().find(|card| card.scenario == "small-kitchen").unwrap());
    let entries = [drilled(due, NOON - 5 * DAY, false, None), drilled(mistaken, NOON - DAY / 4, false, Some(95))];
    let mut learner = Learner::with_record(Language::ZhHans, &entries);
    learner.visit("drills");
    learner.press(words.begin);
    let (packs, _) = deck(Language::ZhHans);
    let right = mistaken.options(&packs["small-kitchen"])[mistaken.right];
    let wrong = options(&learner, &packs, &all).into_iter().find(|option| option != right).unwrap();
    learner.press(Strings::of(Language::ZhHans).sureness[2]);
    learner.press(&wrong);
    assert_eq!(last(&learner).card, mistaken.id);
    assert!(learner.text().contains(words.was_sure));
    learner.press(words.next);
    for at in 1..SIZE {
        let options = options(&learner, &packs, &all);
        learner.press(&options[0]);
        learner.press(if at + 1 < SIZE { words.next } else { words.to_summary });
    }
    let text = learner.text();
    let (named, by_step) = (text.find(words.sure_and_mistaken).unwrap(), text.find(words.by_step).unwrap());
    assert!(named < by_step && text.contains(&(words.wrong)(right)), "{text}");
}

/// Sure in a conversation, and it cost much: the scene is asked about.
#[test]
fn a_confident_mistake_in_a_conversation_is_drilled() {
    let mut learner = Learner::new(Language::En);
    let pack = learner.pack("first-day").clone();
    let worst = |session: &Session| {
        let scene = session.state().scene;
        let replies = session.scenario().replies_of(scene).map(|(_, reply)| reply.judgement.as_ref().map_or(3, |j| j.worth));
        let at = (0_u8..).zip(replies).min_by_key(|(_, worth)| *worth).unwrap().0;
        vec![at]
    };
    let mut session = Session::begin(Rc::clone(&pack.scenario), 7);
    let mut attempt = Attempt::new(&pack.scenario, &pack.hashes, 7, Mode::Exam);
    while !session.is_over() {
        let choice = worst(&session);
        session = session.choose(&choice).unwrap();
        attempt.record(&choice, 1000);
        attempt.record_confidence(95);
    }
    learner.finish(attempt);
    let values = Search::new(Rc::clone(&pack.scenario)).finish().unwrap();
    let card = Scorecard::of(&session, &values).unwrap();
    let mistakes: BTreeSet<_> = (0..)
        .zip(&card.reviews)
        .filter(|(_, review)| review.mark == Mark::Mistake)
        .map(|(turn, _)| session.place_before(turn).state.scene)
        .collect();
    assert!(!mistakes.is_empty());
    let words = Words::of(Language::En);
    learner.visit("drills");
    learner.press(words.begin);
    let first = &play_round(&mut learner, |_| 0)[0];
    assert!(first.scenario == "first-day" && mistakes.contains(&first.scene), "{}", first.id);
}

#[test]
fn drills_and_scenarios_take_turns_and_no_scene_comes_twice() {
    let (_, all) = deck(Language::En);
    let mut record = Record::default();
    for day in 0..8 {
        let clock = Clock { now: NOON + day * DAY, ahead: 0 };
        let round = {
            let schedule = Schedule::of(&record, clock);
            Choosing { cards: &all, schedule: &schedule, stumbles: &[], today: clock.today() }.round(SIZE)
        };
        assert_eq!(round.len(), SIZE);
        let scenes: BTreeSet<_> = round.iter().map(|card| (&card.scenario, card.scene)).collect();
        assert_eq!(scenes.len(), SIZE, "the first answer would tell the second");
        for pair in round.windows(2) {
            assert!(pair[0].scenario != pair[1].scenario || pair[0].drill != pair[1].drill, "{} {}", pair[0].id, pair[1].id);
        }
        let drills: BTreeSet<&str> = round.iter().map(|card| card.drill.as_str()).collect();
        assert!(drills.len() >= 4, "{drills:?}");
        for (at, card) in (0..).zip(&round) {
            record.note(clock.now + at, drilled(card, 0, at % 3 != 0, None).deed);
        }
    }
}

#[test]
fn what_is_new_comes_from_the_weakest_step() {
    let (_, all) = deck(Language::En);
    let steps: BTreeSet<_> = all.iter().filter(|card| card.method == "nine-steps").map(|card| card.step).collect();
    for weakest in steps {
        // Everything asked once of one scenario; only this step went wrong.
        let asked = all.iter().filter(|card| ["not-yet", "three-doors"].contains(&card.scenario.as_str()));
        let answers = (0..).zip(asked).map(|(at, card)| drilled(card, NOON + at, card.step != weakest, None));
        let record = Record::new(answers);
        let clock = Clock { now: NOON + DAY / 4, ahead: 0 };
        let schedule = Schedule::of(&record, clock);
        let round = Choosing { cards: &all, schedule: &schedule, stumbles: &[], today: clock.today() }.round(SIZE);
        assert_eq!(round[0].step, weakest, "{}", round[0].id);
    }
}

/// Whoever gives the same answer to every question of a drill is right about as often as
/// by chance, over all the weeks that it takes to see the library.
#[test]
fn always_giving_the_same_answer_does_not_pay() {
    let (packs, all) = deck(Language::En);
    let drills: BTreeSet<(&str, &str)> = all.iter().map(|card| (card.method.as_str(), card.drill.as_str())).collect();
    let most = all.iter().map(|card| card.options(&packs[&card.scenario]).len()).max().unwrap();
    for constant in 0..most {
        let mut record = Record::default();
        let mut counts: BTreeMap<(&str, &str), (u32, u32, usize)> = BTreeMap::new();
        for day in 0..25 {
            let clock = Clock { now: NOON + day * DAY, ahead: 0 };
            let round = {
                let schedule = Schedule::of(&record, clock);
                Choosing { cards: &all, schedule: &schedule, stumbles: &[], today: clock.today() }.round(SIZE)
            };
            for (at, card) in (0..).zip(&round) {
                let drill = *drills.iter().find(|drill| **drill == (card.method.as_str(), card.drill.as_str())).unwrap();
                let options = card.options(&packs[&card.scenario]).len();
                let count = counts.entry(drill).or_default();
                *count = (count.0 + u32::from(card.right == constant), count.1 + 1, options);
                record.note(clock.now + at, drilled(card, 0, card.right == constant, None).deed);
            }
        }
        for ((method, drill), (right, asked, options)) in counts {
            let chance = 1.0 / f64::from(u32::try_from(options).unwrap());
            let share = f64::from(right) / f64::from(asked);
            assert!(asked < 10 || share < chance + 0.15, "{method} {drill}: always {constant} is right in {share:.2} of {asked}");
        }
    }
}

#[test]
fn every_answer_of_every_drill_has_cards_enough() {
    let (packs, all) = deck(Language::En);
    let mut counts: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for card in all.iter().filter(|card| card.method == "nine-steps") {
        let answers = card.options(&packs[&card.scenario]).len();
        counts.entry((&card.method, &card.drill)).or_insert_with(|| vec![0; answers])[card.right] += 1;
    }
    assert_eq!(counts.len(), 5);
    for ((method, drill), answers) in counts {
        let scarce: Vec<usize> = (0..answers.len()).filter(|answer| answers[*answer] < 6).collect();
        // What is done before a meeting is told, not said.
        let expected: &[usize] = if drill == "which-step" { &[0] } else { &[] };
        assert_eq!(scarce, expected, "{method} {drill} {answers:?}");
    }
}

#[test]
fn both_languages_ask_the_same() {
    let ids = |language| deck(language).1.into_iter().map(|card| (card.id, card.right)).collect::<Vec<_>>();
    assert_eq!(ids(Language::En), ids(Language::ZhHans));
}

#[test]
fn what_cannot_be_loaded_is_left_out_with_a_word() {
    let mut learner = Learner::new(Language::En);
    let title = learner.pack("small-kitchen").scenario.title.clone();
    learner.packs.retain(|(id, _), _| id != "small-kitchen");
    learner.visit("drills");
    let words = Words::of(Language::En);
    assert!(learner.text().contains(&(words.left_out)(&title)), "{}", learner.text());
    learner.press(words.begin);
    assert!(learner.text().contains(&(words.question)(1, SIZE)));
}
