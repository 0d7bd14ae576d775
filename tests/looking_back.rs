//! Looking back on a conversation, and on two side by side, as the learner sees it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

mod learner;

use learner::{Learner, NOON, first};
use ninesteps::analysis::{Search, Values};
use ninesteps::debrief::{About, PlayOn, document};
use ninesteps::language::Language;
use ninesteps::markup::{Node, Tag};
use ninesteps::pack::Pack;
use ninesteps::record::{Deed, Entry, Played};
use ninesteps::score::{Scorecard, display_percent};
use ninesteps::screens::{Effect, Focus};
use ninesteps::session::attempt::Forecast;
use ninesteps::session::{Attempt, Event, Mode, Session, rules};
use ninesteps::study;
use std::rc::Rc;

const SCENARIO: &str = "first-day";

/// The last choice on offer, which is seldom the best one.
fn last(session: &Session) -> Vec<u8> {
    rules::choices(session.scenario(), session.state()).into_iter().next_back().unwrap()
}

/// The same conversation, worked out here.
struct Truth {
    session: Session,
    values: Values,
}

impl Truth {
    fn of(pack: &Pack, attempt: &Attempt) -> Self {
        let session = attempt.replay(Rc::clone(&pack.scenario), &pack.hashes).unwrap();
        let values = *Search::new(Rc::clone(&pack.scenario)).finish().map(Box::new).unwrap();
        Self { session, values }
    }

    fn card(&self) -> Scorecard {
        Scorecard::of(&self.session, &self.values).unwrap()
    }

    fn score(&self) -> String {
        format!("{}%", display_percent(self.card().score.unwrap()))
    }
}

/// A conversation played and looked back on, the question answered.
fn looked_back(language: Language, choose: impl Fn(&Session) -> Vec<u8>) -> (Learner, Attempt) {
    let mut learner = Learner::new(language);
    let attempt = learner.play(SCENARIO, 1, Mode::Exam, choose);
    learner.visit("/first-day/debrief");
    learner.press(skip(language));
    (learner, attempt)
}

const fn skip(language: Language) -> &'static str {
    match language {
        Language::En => "Skip and show me",
        Language::ZhHans => "不猜了",
    }
}

fn nodes(learner: &Learner) -> &[Node] {
    &learner.view.as_ref().unwrap().nodes
}

/// The parts with a class, wherever they stand.
fn with_class<'n>(nodes: &'n [Node], class: &str, found: &mut Vec<&'n Node>) {
    for node in nodes {
        if let Node::Element { class: own, children, .. } = node {
            if own == class {
                found.push(node);
            }
            with_class(children, class, found);
        }
    }
}

fn all<'n>(learner: &'n Learner, class: &str) -> Vec<&'n Node> {
    let mut found = Vec::new();
    with_class(nodes(learner), class, &mut found);
    found
}

fn text(node: &Node) -> String {
    match node {
        Node::Text(text) => text.clone(),
        Node::Element { children, .. } => children.iter().map(text).collect::<Vec<_>>().join("\n"),
        _ => String::new(),
    }
}

/// The cells of the table in a section, row by row, without the head.
fn rows(node: &Node) -> Vec<Vec<String>> {
    match node {
        Node::Element { tag: Tag::Body, children, .. } => children
            .iter()
            .map(|row| if let Node::Element { children, .. } = row { children.iter().map(text).collect() } else { Vec::new() })
            .collect(),
        Node::Element { children, .. } => children.iter().flat_map(rows).collect(),
        _ => Vec::new(),
    }
}

fn curves(node: &Node) -> Vec<Vec<(u16, String)>> {
    match node {
        Node::Curve(points) => vec![points.iter().map(|point| (point.height, point.class.clone())).collect()],
        Node::Element { children, .. } => children.iter().flat_map(curves).collect(),
        _ => Vec::new(),
    }
}

/// What is heard in a turn, in the customer's words.
fn heard(events: &[Event]) -> Vec<String> {
    let lines = events.iter().flat_map(|event| match event {
        Event::Answered { text, .. } => vec![text.clone()],
        Event::Spoke { line, .. } | Event::Ended { line, .. } => line.iter().cloned().collect(),
        _ => Vec::new(),
    });
    lines.collect()
}

#[test]
fn the_learner_names_the_turn_before_any_figure_and_is_not_asked_again() {
    let mut learner = Learner::new(Language::En);
    learner.play(SCENARIO, 1, Mode::Exam, first);
    learner.visit("/first-day/debrief");
    assert!(learner.text().contains("where did it turn?") && !learner.text().contains("Score"), "{}", learner.text());
    learner.press("Turn 1");
    assert_eq!(learner.view.as_ref().unwrap().focus, Focus::Top);
    assert!(learner.text().contains("You named turn 1.") && learner.text().contains("Score"), "{}", learner.text());
    learner.visit("/first-day/debrief");
    assert!(learner.text().contains("You named turn 1."));
    assert_eq!(learner.view.as_ref().unwrap().focus, Focus::Stay);
}

#[test]
fn a_turn_that_was_not_played_is_no_guess() {
    let (learner, _) = looked_back(Language::En, first);
    let Some(Effect::Keep(played)) = learner.effects.iter().find(|effect| matches!(effect, Effect::Keep(_))) else { panic!() };
    let named = |turn| {
        let deed = Deed::Named { attempt: played.at, turn };
        let mut learner = Learner::with_record(Language::En, &[played.clone(), Entry { at: played.at + 1, deed }]);
        learner.visit("/first-day/debrief");
        learner.text()
    };
    assert_eq!(named(Some(u32::MAX)), named(None));
    assert_ne!(named(Some(0)), named(None));
}

#[test]
fn the_curve_and_its_table_tell_what_each_turn_gave_away() {
    for language in Language::ALL {
        let (learner, attempt) = looked_back(language, last);
        let truth = Truth::of(learner.pack(SCENARIO), &attempt);
        let card = truth.card();
        let section = all(&learner, "reach")[0];
        let curve = &curves(section)[0];
        let rows = rows(section);
        assert_eq!((curve.len(), rows.len()), (card.reviews.len() + 1, card.reviews.len() + 1));
        assert_eq!((curve[0].0, rows[0].last().unwrap().as_str()), (1000, "100%"));
        assert_eq!(rows.last().unwrap().last(), Some(&truth.score()), "the curve ends at the score");
        // What is within reach is 1 - left so far / (best and the luck that was met).
        let (mut left, mut luck) = (0.0, 0.0);
        for (at, review) in card.reviews.iter().enumerate() {
            let turn = &truth.session.turns()[at];
            left += review.cost;
            luck += truth.values.value(&turn.after.state).unwrap() - (review.value - review.cost - f64::from(turn.worth));
            let reach = 1.0 - left / (card.best + luck);
            assert!((f64::from(curve[at + 1].0) - reach * 1000.0).abs() <= 1.0, "turn {}: {curve:?}", at + 1);
            assert_eq!(curve[at + 1].1.contains("turning"), card.turning_turns().contains(&at));
            assert_eq!(curve[at + 1].1.contains("best"), review.cost == 0.0);
        }
        assert!(card.turning_turns().iter().all(|turn| text(section).contains(&(turn + 1).to_string())));
    }
}

#[test]
fn what_the_customer_would_have_answered_is_what_a_replay_answers() {
    for language in Language::ALL {
        let (learner, attempt) = looked_back(language, last);
        let truth = Truth::of(learner.pack(SCENARIO), &attempt);
        let mut shown = all(&learner, "would-answer").into_iter();
        let mut costly = 0;
        for (at, review) in truth.card().reviews.iter().enumerate().filter(|(_, review)| review.cost > 0.0) {
            let mut choices = attempt.choices[..at].to_vec();
            choices.push(review.alternatives.iter().find(|other| other.cost == 0.0).unwrap().choice.clone());
            let other = Session::replay(Rc::clone(truth.session.scenario()), attempt.seed, &choices).unwrap();
            let answer = heard(&other.turns()[at].events);
            assert!(!answer.is_empty());
            let shown = text(shown.next().unwrap());
            for line in answer {
                let line = line.trim_matches(['(', ')', '（', '）']);
                assert!(shown.contains(line), "turn {}: {line:?} in {shown:?}", at + 1);
            }
            costly += 1;
        }
        assert!(costly >= 2 && shown.next().is_none());
    }
}

#[test]
fn every_turn_can_be_played_on_from_and_the_branch_begins_with_the_same_turns() {
    for language in Language::ALL {
        let label = |turn: usize| match language {
            Language::En => format!("Play on from turn {turn}"),
            Language::ZhHans => format!("从第 {turn} 轮重谈"),
        };
        let (mut learner, attempt) = looked_back(language, last);
        let turns = attempt.choices.len();
        assert_eq!(learner.buttons().iter().filter(|button| (1..=turns).any(|turn| **button == label(turn))).count(), turns);
        learner.press(&label(3));
        let Some(Effect::Resume(branch)) = learner.effects.last() else { panic!("{:?}", learner.effects.last()) };
        assert_eq!((&branch.choices[..], branch.seed, branch.fork), (&attempt.choices[..2], attempt.seed, Some(2)));
        assert_eq!(branch.claim, None);
    }
}

#[test]
fn only_where_a_conversation_is_under_way_is_it_said_that_it_is_given_up() {
    let (mut learner, _) = looked_back(Language::En, first);
    assert!(!learner.text().contains("given up"));
    let under_way = vec![SCENARIO.to_owned()];
    learner.tell(study::Event::Visit { place: "/first-day/debrief".to_owned(), language: Language::En, under_way });
    assert_eq!(learner.text().matches("given up").count(), 1);
}

/// Plays on from turn 3 with the first choices on offer, and hands that in.
fn branch(learner: &mut Learner, attempt: &Attempt) -> Attempt {
    let pack = learner.pack(SCENARIO).clone();
    let mut branch = attempt.fork(2);
    let mut session = branch.replay(Rc::clone(&pack.scenario), &pack.hashes).unwrap();
    while !session.is_over() {
        let choice = first(&session);
        session = session.choose(&choice).unwrap();
        branch.record(&choice, 99_000);
    }
    learner.finish(branch.clone());
    branch
}

#[test]
fn a_branch_is_listed_with_the_attempt_it_comes_from_and_can_be_laid_beside_it() {
    for language in Language::ALL {
        let (mut learner, attempt) = looked_back(language, last);
        let played_on = branch(&mut learner, &attempt);
        learner.play(SCENARIO, 2, Mode::Coached, first);
        let path = format!("/first-day/debrief/{}", times(&learner)[0]);
        learner.visit(&path);
        let shown = learner.text();
        let [_, second, third] = times(&learner)[..] else { panic!() };
        for wanted in [format!("<#/first-day/debrief/{second}>"), format!("<#/first-day/debrief/{third}>")] {
            assert!(shown.contains(&wanted), "{wanted} in {shown}");
        }
        assert!(shown.contains(&format!("/compare/{}/{second}>", times(&learner)[0])));
        let truth = Truth::of(learner.pack(SCENARIO), &played_on);
        let attempts = text(all(&learner, "attempts")[0]);
        assert!(attempts.contains(&truth.score()) && attempts.contains("2026-11-22 12:00"), "{attempts}");
    }
}

/// The times of the attempts that were noted.
fn times(learner: &Learner) -> Vec<u64> {
    let kept = learner.effects.iter().filter_map(|effect| match effect {
        Effect::Keep(Entry { at, deed: Deed::Played(_) }) => Some(*at),
        _ => None,
    });
    kept.collect()
}

#[test]
fn side_by_side_the_common_beginning_is_told_once_and_then_turn_beside_turn() {
    for language in Language::ALL {
        let (mut learner, attempt) = looked_back(language, last);
        let played_on = branch(&mut learner, &attempt);
        let [one, two] = times(&learner)[..] else { panic!() };
        learner.visit(&format!("/first-day/compare/{one}/{two}"));
        let pack = learner.pack(SCENARIO).clone();
        let truths = [&attempt, &played_on].map(|attempt| Truth::of(&pack, attempt));
        let common = text(all(&learner, "together")[0]);
        let apart = text(all(&learner, "apart")[0]);
        let say = |truth: &Truth, at: usize| {
            let scene = truth.session.place_before(at).state.scene;
            let scene = pack.scenario.scene(scene).unwrap();
            let reply = rules::chosen(scene, &truth.session.turns()[at].choice)[0];
            pack.scenario.reply(reply).unwrap().say.clone()
        };
        for at in 0..2 {
            assert!(common.contains(&say(&truths[0], at)));
        }
        assert_ne!(say(&truths[0], 2), say(&truths[1], 2));
        for truth in &truths {
            assert!((2..truth.session.turns().len()).all(|at| apart.contains(&say(truth, at))), "{apart}");
        }
        let result = rows(all(&learner, "result")[0]);
        assert!(result.iter().any(|row| row[1..] == truths.each_ref().map(Truth::score)), "{result:?}");
        let pictures = curves(all(&learner, "reach")[0]);
        assert_eq!(pictures.len(), 2);
        assert_eq!(pictures[0][..3], pictures[1][..3]);
        let profiles = rows(all(&learner, "profiles")[0]);
        for row in &profiles {
            let step = pack.guide.steps.iter().position(|step| step.name == row[0]).unwrap();
            for (truth, shown) in truths.iter().zip(&row[1..]) {
                let card = truth.card();
                let score = card.profile.iter().find(|score| score.step.index() == step);
                if let Some(share) = score.filter(|score| !score.missed).and_then(|score| score.share()) {
                    assert_eq!(*shown, format!("{}%", display_percent(share)));
                }
            }
        }
    }
}

#[test]
fn conversations_under_other_luck_stand_beside_each_other_from_the_first_turn() {
    let mut learner = Learner::new(Language::En);
    learner.play(SCENARIO, 1, Mode::Exam, first);
    learner.play(SCENARIO, 2, Mode::Exam, last);
    let [one, two] = times(&learner)[..] else { panic!() };
    learner.visit(&format!("/first-day/compare/{one}/{two}"));
    assert!(all(&learner, "together").is_empty());
    assert!(learner.text().contains("different luck") && text(all(&learner, "apart")[0]).contains("Turn 1"));
    learner.visit(&format!("/first-day/compare/{one}/7"));
    assert!(learner.text().contains("no customer of this name"));
}

#[test]
fn turns_in_which_the_learner_was_sure_and_something_was_lost_come_first() {
    for language in Language::ALL {
        let mut learner = Learner::new(language);
        let mut attempt = learner.play(SCENARIO, 1, Mode::Exam, last);
        let truth = Truth::of(learner.pack(SCENARIO), &attempt);
        let costly: Vec<usize> = (0..attempt.choices.len()).filter(|at| truth.card().reviews[*at].cost > 0.0).collect();
        attempt.confidences = vec![Some(50); attempt.choices.len()];
        attempt.confidences[costly[0]] = Some(95);
        attempt.forecast = vec![Forecast { step: truth.card().profile[0].step, percent: 37 }];
        let played = Entry { at: NOON, deed: Deed::Played(Box::new(Played { attempt, figures: None })) };
        let named = Entry { at: NOON + 1, deed: Deed::Named { attempt: NOON, turn: None } };
        let mut learner = Learner::with_record(language, &[played, named]);
        learner.visit("/first-day/debrief");
        let Node::Element { children, .. } = &nodes(&learner)[0] else { panic!() };
        let order: Vec<&str> = children
            .iter()
            .filter_map(
                |node| if let Node::Element { tag: Tag::Section, class, .. } = node { Some(class.as_str()) } else { None },
            )
            .collect();
        assert_eq!(order[..6], ["turned", "reach", "account", "profile", "sure", "transcript"]);
        let sure = all(&learner, "sure")[0];
        let [_, fair, certain] = ninesteps::i18n::Strings::of(learner.language).sureness;
        assert!(text(sure).contains(certain) && !text(sure).contains(fair));
        let scene = truth.session.place_before(costly[0]).state.scene;
        let scene = truth.session.scenario().scene(scene).unwrap();
        let reply = rules::chosen(scene, &truth.session.turns()[costly[0]].choice)[0];
        let why = &truth.session.scenario().reply(reply).unwrap().judgement.as_ref().unwrap().why;
        assert!(text(sure).contains(why.as_str()), "the reason");
        let profile = rows(all(&learner, "profile")[0]);
        assert_eq!(profile.iter().filter(|row| row.last().unwrap() == "37%").count(), 1, "the forecast stands beside");
    }
}

#[test]
fn where_nothing_can_be_worked_out_there_are_reasons_and_no_figures() {
    let learner = Learner::new(Language::En);
    let pack = learner.pack(SCENARIO);
    let mut session = Session::begin(Rc::clone(&pack.scenario), 1);
    while !session.is_over() {
        session = session.choose(&first(&session)).unwrap();
    }
    let told = document(&About::new(&session, &pack.guide, None), PlayOn::default());
    let told = told.iter().map(text).collect::<Vec<_>>().join("\n");
    assert!(told.contains("too many turns of events") && told.contains("points"));
    assert!(!told.contains('%') && !told.contains("Best here"), "{told}");
}

#[test]
fn an_attempt_at_another_version_is_told_as_such_and_can_be_downloaded() {
    for (language, told) in [(Language::En, "another version"), (Language::ZhHans, "另一个版本")] {
        let mut learner = Learner::new(language);
        let mut attempt = learner.play(SCENARIO, 1, Mode::Exam, first);
        attempt.hashes.rules = attempt.hashes.text.clone();
        let played = Entry { at: NOON, deed: Deed::Played(Box::new(Played { attempt: attempt.clone(), figures: None })) };
        let mut learner = Learner::with_record(language, &[played]);
        learner.visit("/first-day/debrief");
        assert!(learner.text().contains(told), "{}", learner.text());
        learner.press(if language == Language::En { "Download" } else { "下载" });
        assert!(matches!(learner.effects.last(), Some(Effect::Download { text, .. }) if *text == attempt.to_json()));
        learner.press(if language == Language::En { "Print" } else { "打印" });
        assert_eq!(learner.effects.last(), Some(&Effect::Print));
    }
}

#[test]
fn where_a_reply_let_the_conversation_slide_back_a_step_is_told() {
    let mut learner = Learner::new(Language::En);
    let mut told = 0;
    for seed in 0..6 {
        let attempt = learner.play("ranking-promise", seed, Mode::Exam, |session| {
            let choices = ninesteps::session::rules::choices(session.scenario(), session.state());
            choices[(session.turns().len() + seed as usize) % choices.len()].clone()
        });
        let pack = learner.pack("ranking-promise").clone();
        let session = attempt.replay(pack.scenario.clone(), &pack.hashes).unwrap();
        learner.visit("/ranking-promise/debrief");
        learner.press("Skip");
        let steps: Vec<_> = (0..session.turns().len())
            .map(|turn| (session.place_before(turn).meeting, pack.scenario.step_of(session.place_before(turn).state.scene)))
            .collect();
        let text = learner.text();
        for line in text.lines().filter(|line| line.contains("slide back here from")) {
            told += 1;
            let named = steps.windows(2).any(|pair| {
                let (from, to) = (pair[0], pair[1]);
                from.0 == to.0 && from.1 > to.1 && from.1.is_some_and(|step| line.contains(&pack.guide.steps[step.index()].name))
            });
            assert!(named, "{line}\n{steps:?}");
        }
    }
    assert!(told > 0, "none of six middling conversations slid back");
}
