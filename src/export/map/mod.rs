//! A scenario as a map: its scenes and endings, and the ways between them.

mod dot;
mod layout;
mod palette;
mod svg;

pub use dot::dot;
pub use svg::svg;

use super::chance;
use crate::i18n::Strings;
use crate::i18n::map::Words;
use crate::i18n::script::{percent, reply_letter};
use crate::language::Language;
use crate::pack::Guide;
use crate::scenario::{Branch, Destination, Ending, Scenario, Scene, SceneId, Tone};

/// What is on the map.
pub struct Map {
    pub title: String,
    pub language: Language,
    /// The scenes, then the endings, then the end of patience, where that leads to one.
    pub places: Vec<Place>,
    pub ways: Vec<Way>,
    /// The names of the method's steps, to which [`Kind::Judged`] points.
    pub steps: Vec<String>,
}

/// A scene or an ending.
pub struct Place {
    /// Unlike all others on the map.
    pub id: String,
    pub name: String,
    /// What it calls for, or how it comes out.
    pub about: String,
    pub kind: Kind,
    /// When the later meeting is that begins here.
    pub after: Option<String>,
}

/// How a place looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The step it belongs to.
    Judged(usize),
    Unjudged,
    Todo,
    Ending(Tone),
    Patience,
}

/// A way from one place to another, by their numbers on the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    pub from: usize,
    pub to: usize,
    /// The letters of the replies that take it, with their chances.
    pub label: String,
    pub cause: Cause,
}

/// What makes one take a way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    Reply,
    Drift,
    /// Nothing is left to say, or no patience.
    Otherwise,
}

impl Map {
    /// The map of a scenario, in its language.
    pub fn of(scenario: &Scenario, guide: &Guide) -> Self {
        let survey = Survey { scenario, guide, words: Words::of(scenario.language), strings: Strings::of(scenario.language) };
        let mut places: Vec<Place> = scenario.scenes.iter().zip(1..).map(|(scene, number)| survey.scene(number, scene)).collect();
        places.extend(scenario.endings.iter().map(|ending| survey.ending(ending)));
        let mut ways: Vec<Way> =
            (0..).map(SceneId).zip(&scenario.scenes).flat_map(|(id, scene)| survey.ways(id, scene)).collect();
        if let Some(ending) = scenario.impatient {
            let to = survey.place(Destination::Ending(ending));
            ways.push(Way { from: places.len(), to, label: String::new(), cause: Cause::Otherwise });
            places.push(survey.patience());
        }
        let steps = guide.steps.iter().map(|step| step.name.clone()).collect();
        Self { title: scenario.title.clone(), language: scenario.language, places, ways, steps }
    }
}

struct Survey<'a> {
    scenario: &'a Scenario,
    guide: &'a Guide,
    words: &'static Words,
    strings: &'static Strings,
}

impl Survey<'_> {
    fn place(&self, to: Destination) -> usize {
        match to {
            Destination::Scene(id) => id.index(),
            Destination::Ending(id) => self.scenario.scenes.len() + id.index(),
        }
    }

    fn scene(&self, number: usize, scene: &Scene) -> Place {
        let moment = scene.moment.and_then(|(moment, _)| self.guide.moment(moment));
        let kind = match scene.moment {
            _ if scene.todo => Kind::Todo,
            Some((_, step)) => Kind::Judged(step.index()),
            None => Kind::Unjudged,
        };
        let about = match (kind, moment) {
            (Kind::Todo, _) => self.words.todo,
            (_, Some(moment)) => &moment.name,
            (_, None) => self.words.not_judged,
        };
        Place {
            id: scene.id.clone(),
            name: format!("{number} · {}", scene.id),
            about: about.to_owned(),
            kind,
            after: scene.after.clone(),
        }
    }

    fn ending(&self, ending: &Ending) -> Place {
        Place {
            id: ending.id.clone(),
            name: ending.id.clone(),
            about: (self.strings.outcome)(ending.outcome).to_owned(),
            kind: Kind::Ending(ending.outcome.tone()),
            after: None,
        }
    }

    /// Its id can be no scene's or ending's.
    fn patience(&self) -> Place {
        let about = (self.words.patience)(self.scenario.patience);
        Place { id: "(patience)".to_owned(), name: String::new(), about, kind: Kind::Patience, after: None }
    }

    /// The ways out of a scene, one for each place and cause.
    fn ways(&self, id: SceneId, scene: &Scene) -> Vec<Way> {
        let from = id.index();
        let way = |to: Destination, label: String, cause| Way { from, to: self.place(to), label, cause };
        let drift = scene.drift.map(|drift| way(drift.to, percent(drift.chance), Cause::Drift));
        let otherwise = scene.otherwise.map(|to| way(to, String::new(), Cause::Otherwise));
        let by_reply = self.labels(id, scene).into_iter().map(|(to, label)| way(to, label, Cause::Reply));
        by_reply.chain(drift).chain(otherwise).collect()
    }

    /// Where the replies of a scene lead, and which of them.
    fn labels(&self, id: SceneId, scene: &Scene) -> Vec<(Destination, String)> {
        let mut targets: Vec<(Destination, Marks)> = Vec::new();
        let mut add = |letter: &str, branch: &Branch| {
            for (at, way) in branch.iter().enumerate() {
                let mark = mark(branch, at);
                match targets.iter_mut().find(|(to, _)| *to == way.to) {
                    Some((_, marks)) => marks.add(letter, mark),
                    None => targets.push((way.to, Marks(vec![(mark, letter.to_owned())]))),
                }
            }
        };
        if let Some(pick) = &scene.pick {
            add("", &pick.next);
        }
        let mut all = String::new();
        for (id, reply) in self.scenario.replies_of(id).filter(|_| scene.pick.is_none()) {
            let letter = reply_letter(self.scenario, id).to_string();
            add(&letter, &reply.next);
            all.push_str(&letter);
        }
        targets.into_iter().map(|(to, marks)| (to, marks.label(&all))).collect()
    }
}

/// What is to be known of the ways to one place: for each mark the letters of the
/// replies.
struct Marks(Vec<(String, String)>);

impl Marks {
    fn add(&mut self, letter: &str, mark: String) {
        match self.0.iter_mut().find(|(other, _)| *other == mark) {
            Some((_, letters)) if letters.ends_with(letter) => {}
            Some((_, letters)) => letters.push_str(letter),
            None => self.0.push((mark, letter.to_owned())),
        }
    }

    /// Without letters where all replies do the same.
    fn label(&self, all: &str) -> String {
        let parts = self.0.iter().map(|(mark, letters)| {
            let letters = if letters == all { "" } else { letters };
            format!("{letters}{mark}").trim().to_owned()
        });
        parts.collect::<Vec<_>>().join(", ")
    }
}

/// What is to be known of one way of a branch: a chance, or a condition on it or on
/// one before it.
fn mark(branch: &Branch, at: usize) -> String {
    let (before, Some(way)) = (branch.get(..at).unwrap_or_default(), branch.get(at)) else { return String::new() };
    let is_conditional = !way.when.is_empty() || before.iter().any(|way| !way.when.is_empty());
    let condition = if is_conditional { "?" } else { "" };
    match chance(way, before) {
        Some(chance) => format!("{condition} {}", percent(chance)),
        None => condition.to_owned(),
    }
}
