//! `ninesteps new`: what an author starts from.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod command;

use command::{folder, ninesteps_in, root};
use ninesteps::analysis::{Alternative, Player, Search, Values};
use ninesteps::check::gates::NAIVE_SKILL;
use ninesteps::language::Language;
use ninesteps::method::{self, Method};
use ninesteps::scenario::{self, Outcome, Scenario};
use ninesteps::session::Session;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::rc::Rc;

fn shipped_methods() -> Vec<Method> {
    let entries = fs::read_dir(root().join("scenarios/methods")).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let methods: Vec<_> = paths.iter().filter_map(|path| method::parse(&fs::read_to_string(path).unwrap()).0).collect();
    assert!(!methods.is_empty());
    methods
}

fn read(path: &Path) -> Rc<Scenario> {
    let methods = shipped_methods();
    let (scenario, problems) = scenario::parse(&fs::read_to_string(path).unwrap(), &methods.iter().collect::<Vec<_>>());
    assert_eq!(problems, [], "{}", path.display());
    Rc::new(scenario.unwrap())
}

/// A new scenario for each method in each language that it is written in.
fn made(name: &str) -> Vec<(String, Rc<Scenario>)> {
    let here = folder(name);
    let mut made = Vec::new();
    for method in shipped_methods() {
        for language in &method.languages {
            let file = format!("{}-{}.toml", method.id, language.tag().to_lowercase());
            let run = ninesteps_in(&here, &["--language", language.tag(), "new", &file, "--method", &method.id], "");
            assert_eq!(run.code, 0, "every method needs a template: {}", run.err);
            let run = ninesteps_in(&here, &["check", &file], "");
            assert_eq!((run.code, run.out.as_str()), (0, "1 file: nothing to mend.\n"), "{file}");
            made.push((file.clone(), read(&here.join(&file))));
        }
    }
    made
}

/// The outcome of a conversation in which one is always taken of the choices, the best
/// of which stands first.
fn outcome(scenario: &Rc<Scenario>, values: &Values, seed: u32, one: fn(&[Alternative]) -> Option<&Alternative>) -> Outcome {
    let mut session = Session::begin(Rc::clone(scenario), seed);
    while !session.is_over() {
        let mut alternatives = values.alternatives(session.state());
        alternatives.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        session = session.choose(&one(&alternatives).unwrap().choice).unwrap();
    }
    session.state().outcome(scenario).unwrap()
}

#[test]
fn every_method_has_something_to_start_from_that_has_no_problem_and_teaches() {
    for (file, scenario) in made("new-every") {
        let values = Search::new(Rc::clone(&scenario)).finish().unwrap();
        for player in Player::ALL {
            let skill = values.skill_of(player).unwrap();
            assert!(skill < NAIVE_SKILL, "{file}: {player:?} gets through with skill {skill:.2}");
        }
        for seed in 0..25 {
            assert_eq!(outcome(&scenario, &values, seed, <[_]>::first), Outcome::Signed, "{file}: best play signs");
        }
        let poor: BTreeSet<Outcome> = (0..25).map(|seed| outcome(&scenario, &values, seed, <[_]>::last)).collect();
        assert!(!poor.contains(&Outcome::Signed) && !poor.contains(&Outcome::Unfinished), "{file}: {poor:?}");
        assert!(scenario.scenes.len() >= 5 && scenario.endings.len() >= 2, "{file} shows too little");
    }
}

/// So that an author can write the twin from the template of the other language.
#[test]
fn the_templates_of_a_method_are_twins() {
    let here = folder("new-twins");
    for method in shipped_methods().iter().filter(|method| method.languages.len() > 1) {
        let rules: BTreeSet<String> = method
            .languages
            .iter()
            .map(|language| {
                let twin = here.join(language.tag());
                fs::create_dir_all(&twin).unwrap();
                let file = format!("{}.toml", method.id);
                let run = ninesteps_in(&twin, &["--language", language.tag(), "new", &file, "--method", &method.id], "");
                assert_eq!(run.code, 0, "{}", run.err);
                read(&twin.join(file)).hashes().rules.to_string()
            })
            .collect();
        assert_eq!(rules.len(), 1, "the templates of {} differ in more than texts", method.id);
    }
}

#[test]
fn what_was_not_said_is_asked_for() {
    let here = folder("new-asked");
    let run = ninesteps_in(&here, &["new", "--method", "nine-steps"], "en\nThe florist's van\nMs Berg\nflorist, \"the\" one\n");
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.out.contains("What is the title? [First visit]") && run.out.contains("the-florists-van.toml"), "{}", run.out);
    let scenario = read(&here.join("the-florists-van.toml"));
    assert_eq!((scenario.id.as_str(), scenario.language), ("the-florists-van", Language::En));
    assert_eq!(scenario.title, "The florist's van");
    assert_eq!((scenario.customer.name.as_str(), scenario.customer.role.as_str()), ("Ms Berg", "florist, \"the\" one"));
}

#[test]
fn a_title_without_latin_letters_needs_a_name_for_the_file() {
    let here = folder("new-chinese");
    let answers = "zh\n骑车送花的老板娘\nFlower Van\nflower-van\n苏姐\n\n";
    let run = ninesteps_in(&here, &["--language=zh-Hans", "new", "--method", "nine-steps"], answers.split_once('\n').unwrap().1);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("代号只用小写字母") && run.out.contains("写好了：flower-van.toml"), "{}{}", run.err, run.out);
    let scenario = read(&here.join("flower-van.toml"));
    assert_eq!((scenario.title.as_str(), scenario.language), ("骑车送花的老板娘", Language::ZhHans));
    assert_eq!(scenario.customer.role, "花店老板娘");
}

#[test]
fn nothing_is_asked_when_all_is_said() {
    let here = folder("new-said");
    let arguments = [
        "--language",
        "en",
        "new",
        "lamps.toml",
        "--method",
        "nine-steps",
        "--title",
        "灯",
        "--customer",
        "Ms Lin",
        "--role",
        "owner of a lamp factory",
    ];
    let run = ninesteps_in(&here, &arguments, "");
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    assert_eq!(read(&here.join("lamps.toml")).id, "lamps", "a file is called like its id");
}

#[test]
fn nothing_is_written_over() {
    let here = folder("new-exists");
    fs::write(here.join("first-visit.toml"), "mine").unwrap();
    for arguments in [&["new"][..], &["new", "first-visit.toml"]] {
        let run = ninesteps_in(&here, arguments, "");
        assert_eq!(run.code, 2);
        assert!(run.err.contains("first-visit.toml is there already"), "{}", run.err);
    }
    assert_eq!(fs::read_to_string(here.join("first-visit.toml")).unwrap(), "mine");
}
