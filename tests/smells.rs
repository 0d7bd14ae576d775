//! Everything that smells, as the author is told of it: one small file each in
//! `tests/smells`, one snapshot each in `tests/snapshots`. The name of a file is the
//! code that it is about; `nothing.toml` is the file that all others began as.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod shown;

use ninesteps::check::{Difference, Proof, Smell, Smelt, Subject, Unproven, smells_unproven, steps_unused, twins};
use ninesteps::i18n::smells as words;
use ninesteps::language::Language;
use ninesteps::method::{self, Method};
use ninesteps::scenario::{self, Places, Scenario};
use shown::shown;
use std::collections::BTreeSet;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::LazyLock;

/// A file with the scenario it means.
struct Smelling {
    name: String,
    source: String,
    scenario: Rc<Scenario>,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// Read once: there are many files.
static METHOD: LazyLock<Method> =
    LazyLock::new(|| method::parse(&fs::read_to_string(root().join("scenarios/methods/nine-steps.toml")).unwrap()).0.unwrap());

fn read(source: &str) -> Rc<Scenario> {
    let (scenario, problems) = scenario::parse(source, &[&METHOD]);
    assert_eq!(problems, []);
    Rc::new(scenario.unwrap())
}

fn open(name: &str) -> Smelling {
    let source = fs::read_to_string(root().join(format!("tests/smells/{name}.toml"))).unwrap();
    Smelling { name: name.to_owned(), scenario: read(&source), source }
}

fn all_files() -> Vec<Smelling> {
    let paths = fs::read_dir(root().join("tests/smells")).unwrap().map(|entry| entry.unwrap().path());
    let mut names: Vec<String> = paths.filter(|path| path.is_file()).map(|path| name_of(&path)).collect();
    names.sort();
    names.iter().map(|name| open(name)).collect()
}

fn name_of(path: &Path) -> String {
    path.file_stem().unwrap().to_str().unwrap().to_owned()
}

/// What smells when everything is worked out.
fn smells(file: &Smelling) -> Vec<Smelt> {
    Proof::of(&file.scenario, &METHOD).unwrap().smells
}

/// What only shows among several files, or takes too long to meet in a test.
fn smells_made_here() -> Vec<(&'static str, Smelling, Vec<Smelt>)> {
    let among_three = || {
        let file = open("nothing");
        let others = ["second", "third"].map(|id| Scenario { id: id.to_owned(), ..(*file.scenario).clone() });
        let smelt = steps_unused(&METHOD, &[&*file.scenario, &others[0], &others[1]], Language::En);
        ("steps-unused", file, smelt.into_iter().collect())
    };
    let unproven = |name, why| {
        let file = open("nothing");
        let smelt = smells_unproven(&file.scenario, &METHOD, why);
        (name, file, smelt)
    };
    vec![among_three(), unproven("not-exact", Unproven::TooLarge), unproven("many-states-2", Unproven::NotFinished)]
}

fn span(places: &Places, subject: Subject) -> Range<usize> {
    match subject {
        Subject::Whole => places.title.clone(),
        Subject::Scene(id) => places.scenes[id.index()].clone(),
        Subject::Reply(id) => places.replies[id.index()].clone(),
        Subject::Ending(id) => places.endings[id.index()].clone(),
    }
}

/// As an author sees it, in both languages.
fn told(source: &str, smelt: &[Smelt]) -> String {
    if smelt.is_empty() {
        return "nothing smells".to_owned();
    }
    let places = Places::of(source);
    let entry = |Smelt { subject, smell }: &Smelt| {
        shown(source, &span(&places, *subject), smell.code(), |language| words::tell(language, smell))
    };
    smelt.iter().map(entry).collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

fn snapshot(name: &str, source: &str, smelt: &[Smelt]) {
    insta::with_settings!({ omit_expression => true }, {
        insta::assert_snapshot!(name, told(source, smelt));
    });
}

/// The code that a file is named after.
fn code(name: &str) -> &str {
    name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('-')
}

fn has(smelt: &[Smelt], code: &str) -> bool {
    smelt.iter().any(|smelt| smelt.smell.code() == code)
}

#[test]
fn authors_are_told_what_smells_where_and_how_to_mend_it() {
    for file in all_files() {
        let smelt = smells(&file);
        snapshot(&file.name, &file.source, &smelt);
        assert!(file.name == "nothing" || has(&smelt, code(&file.name)), "{}: {smelt:?}", file.name);
    }
    for (name, file, smelt) in smells_made_here() {
        snapshot(name, &file.source, &smelt);
        assert!(has(&smelt, code(name)), "{name}: {smelt:?}");
    }
}

/// A scenario of its own for each smell, so that a pass cannot fall silent unseen.
#[test]
fn every_code_has_a_file_of_its_own() {
    let files = all_files();
    let made_here = ["steps-unused", "not-exact", "twin-differs"];
    let shown: BTreeSet<&str> =
        files.iter().map(|file| code(&file.name)).filter(|name| *name != "nothing").chain(made_here).collect();
    assert_eq!(shown, Smell::CODES.into());
}

/// Authors copy it.
#[test]
fn the_whole_scenario_of_the_manual_smells_of_nothing() {
    let manuals = ["docs/scenario-format.md", "docs/scenario-format.zh-CN.md"].map(|path| {
        let manual = fs::read_to_string(root().join(path)).unwrap();
        let source = manual.split("```toml\n").nth(1).unwrap().split("```").next().unwrap().to_owned();
        Smelling { name: path.to_owned(), scenario: read(&source), source }
    });
    for manual in &manuals {
        assert_eq!(smells(manual), [], "{}", manual.name);
    }
    assert_eq!(twins(&manuals[0].scenario, &manuals[1].scenario, "zh-Hans.toml"), None);
}

/// Of a few scenarios nobody expects that they exercise everything.
#[test]
fn one_scenario_in_several_files_is_no_library() {
    let file = open("nothing");
    assert_eq!(steps_unused(&METHOD, &[&*file.scenario; 3], Language::En), None);
}

/// Every way in which twins can part: its name, and what is changed in the Chinese one.
/// `Difference::Rules` has none: it stands for what this list forgets.
const PARTINGS: [(&str, &str, &str); 14] = [
    ("frame", "minutes = 2", "minutes = 2\npatience = 9"),
    ("frame-impatient", "minutes = 2", "minutes = 2\nimpatient = \"not-today\""),
    ("names", "deliver = 3", "deliver = 2"),
    ("scene", "\"midday\"", "\"noon\""),
    ("scene-more", "[[ending]]\nid = \"signed\"", "[[scene]]\nid = \"stairs\"\ntodo = true\n\n[[ending]]\nid = \"signed\""),
    ("ending", "\"not-today\"", "\"not-now\""),
    (
        "ending-more",
        "says = \"今天就算了。\"",
        "says = \"今天就算了。\"\n\n[[ending]]\nid = \"brother\"\noutcome = \"nurture\"\nsays = \"我哥说不行。\"",
    ),
    ("outcome", "outcome = \"nurture\"", "outcome = \"order-lost\""),
    ("replies", "[[ending]]\nid = \"signed\"", "[[scene.reply]]\nsay = \"……\"\nnext = \"signed\"\n\n[[ending]]\nid = \"signed\""),
    ("staging", "moment = \"order-ready\"", "moment = \"verbal-yes\""),
    ("reply", "next = \"signed\"", "next = \"not-today\""),
    ("wordings", "says = \"车？我有自行车。\"", "says = [\"车？我有自行车。\", \"我有自行车。\"]"),
    ("wordings-answer", "move = \"pitch\"", "move = \"pitch\"\nanswer = \"车是好车。\""),
    ("wordings-ending", "says = \"今天就算了。\"", "says = [\"今天就算了。\", \"改天吧。\"]"),
];

/// Each from both sides: what is one scene too many here is one too few there.
#[test]
fn authors_are_told_where_twins_first_part() {
    let (english, chinese) = (open("twin-differs/en"), open("twin-differs/zh-Hans"));
    assert_eq!(twins(&english.scenario, &chinese.scenario, "zh-Hans.toml"), None, "the pair agrees");
    for (name, old, new) in PARTINGS {
        let source = chinese.source.replace(old, new);
        assert_ne!(source, chinese.source, "{name}");
        let changed = read(&source);
        let here = twins(&english.scenario, &changed, "zh-Hans.toml");
        let there = twins(&changed, &english.scenario, "en.toml");
        insta::with_settings!({ omit_expression => true }, {
            let sides = [told(&english.source, here.as_slice()), told(&source, there.as_slice())];
            insta::assert_snapshot!(format!("twin-differs-{name}"), sides.join("\n\n"));
        });
    }
    for language in Language::ALL {
        let told = words::tell(language, &Smell::TwinDiffers { file: "en.toml".to_owned(), difference: Difference::Rules });
        assert!(told.what.starts_with("en.toml"), "{}", told.what);
    }
}
