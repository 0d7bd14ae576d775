//! How much is read at once, and what is not written yet.

use super::gates::reading;
use super::{Case, Smell, Smelt, Subject, replies, scenes};
use crate::analysis::length;
use crate::language::Language;
use crate::scenario::{Line, Scene};

/// Words of English, letters of Chinese.
fn load_of(language: Language, text: &str) -> usize {
    match language {
        Language::En => text.split_whitespace().count(),
        Language::ZhHans => length(text),
    }
}

/// What is heard and seen as a scene begins, in the longest wordings.
fn load_of_scene(language: Language, scene: &Scene) -> usize {
    let longest = |line: &Line| line.iter().map(|wording| load_of(language, &wording.text)).max().unwrap_or(0);
    longest(&scene.says) + longest(&scene.cue)
}

pub fn load(case: &Case<'_>) -> Vec<Smelt> {
    let language = case.scenario.language;
    let limits = reading(language);
    let mut smelt = Vec::new();
    for (id, scene) in scenes(case.scenario) {
        let load = load_of_scene(language, scene);
        if load > limits.line {
            let smell = Smell::LongLine { scene: scene.id.clone(), load, limit: limits.line, language };
            smelt.push(Smelt { subject: Subject::Scene(id), smell });
        }
    }
    for (id, reply) in replies(case.scenario) {
        let load = load_of(language, &reply.say);
        if load > limits.reply {
            let smell = Smell::LongReply { load, limit: limits.reply, language };
            smelt.push(Smelt { subject: Subject::Reply(id), smell });
        }
    }
    smelt
}

pub fn unfinished(case: &Case<'_>) -> Vec<Smelt> {
    let scenes = scenes(case.scenario).filter(|(_, scene)| scene.todo);
    scenes.map(|(id, scene)| Smelt { subject: Subject::Scene(id), smell: Smell::Todo { scene: scene.id.clone() } }).collect()
}
