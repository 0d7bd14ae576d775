//! The files of the library as anybody can read them. So a journey knows what is right
//! without asking the page.

use crate::play::Words;
use crate::{root, words_of};
use std::path::Path;

/// The scenarios of one language, and the methods.
pub struct Books {
    scenarios: Vec<File>,
    methods: Vec<File>,
    /// The place of the language among the texts of a method.
    language: usize,
}

type File = Vec<Section>;

/// `[[name]]` with its keys, each with all texts in its value.
struct Section {
    name: String,
    values: Vec<(String, Vec<String>)>,
}

impl Books {
    pub fn of(words: &Words) -> Self {
        let scenarios = root().join("scenarios");
        let read = |folder: &Path| {
            let entries = std::fs::read_dir(folder).expect("a folder of the library");
            let paths = entries.map(|entry| entry.expect("an entry").path());
            let files = paths.filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
            files.map(|path| sections(&std::fs::read_to_string(path).expect("a file of the library"))).collect()
        };
        Self {
            scenarios: read(&scenarios.join(words.tag)),
            methods: read(&scenarios.join("methods")),
            language: usize::from(words.tag != "en"),
        }
    }

    /// Why a move is worth what it is in a moment, both by their names.
    pub fn why(&self, moment: &str, mov: &str) -> &str {
        let method = self.methods.iter().find(|method| self.named(method, "moment", moment).is_some());
        let method = method.unwrap_or_else(|| panic!("no method has the moment {moment:?}"));
        let mov = self.named(method, "move", mov).unwrap_or_else(|| panic!("no move {mov:?}")).one("id");
        let from = method.iter().skip_while(|section| !self.is_named(section, "moment", moment)).skip(1);
        let mut judgements = from.take_while(|section| section.name == "moment.judgement");
        let judgement = judgements.find(|section| section.one("move") == mov);
        self.text(judgement.unwrap_or_else(|| panic!("{moment:?} does not judge {mov}")), "why")
    }

    /// The answers of a drill in order, and the place of the right one. `shown`: what the
    /// page says while it asks.
    pub fn drill(&self, ask: &str, shown: &str) -> (Vec<String>, usize) {
        let (scenario, scene) = self.scene_in(shown);
        let method = self.method_of(scenario);
        let from = method.iter().skip_while(|section| !(section.name == "drill" && self.text(section, "ask") == ask)).skip(1);
        let options: Vec<&Section> = from.take_while(|section| section.name == "drill.option").collect();
        let moment = scenario[scene].one("moment");
        if options.is_empty() {
            let step = method.iter().find(|section| section.name == "moment" && section.one("id") == moment);
            let step = step.expect("the moment of the scene").one("step");
            let steps = method.iter().filter(|section| section.name == "step");
            let right = steps.clone().position(|section| section.one("id") == step);
            return (steps.map(|step| self.text(step, "name").to_owned()).collect(), right.expect("its step"));
        }
        let said = scenario[scene + 1..].iter().take_while(|section| section.name == "scene.reply");
        let moves: Vec<&str> = said.filter(|reply| contains(shown, reply.one("say"))).map(|reply| reply.one("move")).collect();
        let is_right = |option: &&Section| {
            option.all("moments").iter().any(|other| other == moment)
                || option.all("moves").iter().any(|mov| moves.contains(&mov.as_str()))
        };
        let right = options.iter().position(is_right).unwrap_or_else(|| panic!("no answer to {ask:?} is right in {shown:?}"));
        (options.into_iter().map(|option| self.text(option, "text").to_owned()).collect(), right)
    }

    /// The scene of which most is shown.
    fn scene_in(&self, shown: &str) -> (&File, usize) {
        let is_scene =
            |section: &Section| section.name == "scene" && section.all("says").iter().any(|says| contains(shown, says));
        let length = |section: &Section| {
            let texts = section.all("says").iter().chain(section.all("cue"));
            texts.filter(|text| contains(shown, text)).map(String::len).sum::<usize>()
        };
        let all = self.scenarios.iter().flat_map(|file| file.iter().enumerate().map(move |(at, section)| (file, at, section)));
        let scene = all.filter(|(_, _, section)| is_scene(section)).max_by_key(|(_, _, section)| length(section));
        let (file, at, _) = scene.unwrap_or_else(|| panic!("no scene of the library is in {shown:?}"));
        (file, at)
    }

    fn method_of(&self, scenario: &File) -> &File {
        let id = scenario[0].one("method");
        self.methods.iter().find(|method| method[0].one("id") == id).expect("the method of a scenario")
    }

    fn text<'s>(&self, section: &'s Section, key: &str) -> &'s str {
        &section.all(key)[self.language]
    }

    fn named<'f>(&self, file: &'f File, what: &str, name: &str) -> Option<&'f Section> {
        file.iter().find(|section| self.is_named(section, what, name))
    }

    fn is_named(&self, section: &Section, what: &str, name: &str) -> bool {
        section.name == what && self.text(section, "name") == name
    }
}

fn contains(shown: &str, text: &str) -> bool {
    !text.is_empty() && shown.contains(&words_of(text))
}

impl Section {
    fn all(&self, key: &str) -> &[String] {
        self.values.iter().find(|(other, _)| other == key).map(|(_, texts)| texts.as_slice()).unwrap_or_default()
    }

    fn one(&self, key: &str) -> &str {
        self.all(key).first().map(String::as_str).unwrap_or_default()
    }
}

/// The tables of a file in order; what stands before the first has no name.
fn sections(text: &str) -> File {
    let mut sections = vec![Section { name: String::new(), values: Vec::new() }];
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if line.starts_with('[') {
            sections.push(Section { name: line.trim_matches(['[', ']']).to_owned(), values: Vec::new() });
            continue;
        }
        let values = &mut sections.last_mut().expect("the first").values;
        let key = line.split_once(" = ").map(|(key, _)| key).filter(|key| !key.contains(|c: char| c.is_whitespace() || c == '{'));
        values.extend(key.map(|key| (key.to_owned(), Vec::new())));
        if let Some((_, texts)) = values.last_mut() {
            texts.extend(quoted(line));
        }
    }
    sections
}

/// The texts in quotation marks.
fn quoted(line: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut text: Option<String> = None;
    let mut signs = line.chars();
    while let Some(sign) = signs.next() {
        match (sign, &mut text) {
            ('"', None) => text = Some(String::new()),
            ('"', Some(_)) => texts.extend(text.take()),
            ('\\', Some(text)) => text.extend(signs.next()),
            (sign, Some(text)) => text.push(sign),
            (_, None) => {}
        }
    }
    texts
}
