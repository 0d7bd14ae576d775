//! `new`: a scenario to start from.

use super::templates::{Gaps, Template};
use super::{Context, Failure, Outcome, Ran, named};
use crate::i18n::command::Question;
use crate::language::Language;
use crate::reader;
use clap::ArgMatches;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

pub fn run(context: &mut Context, matches: &ArgMatches) -> Ran {
    let file = matches.get_one::<PathBuf>("file");
    // Nobody should answer questions for nothing.
    if let Some(file) = file.filter(|file| file.exists()) {
        return Err(Failure::Exists { path: named(file) });
    }
    let (template, gaps) = Interview { context, matches }.hold(file)?;
    let path = file.cloned().unwrap_or_else(|| PathBuf::from(format!("{}.toml", gaps.id)));
    write_new(&path, &template.fill(&gaps))?;
    let told = (context.words.written)(&named(&path));
    context.terminal.say(&told)?;
    Ok(Outcome::Clean)
}

fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let file = OpenOptions::new().write(true).create_new(true).open(path);
    file.and_then(|mut file| file.write_all(text.as_bytes())).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::Exists { path: named(path) },
        _ => Failure::file(path, &error),
    })
}

/// Whatever was not said on the command line is asked for. Each question has an answer
/// to fall back on, also where nobody is there to answer.
struct Interview<'c> {
    context: &'c mut Context,
    matches: &'c ArgMatches,
}

impl Interview<'_> {
    fn hold(&mut self, file: Option<&PathBuf>) -> Result<(&'static Template, Gaps), Failure> {
        let language = self.language()?;
        let template = self.template(language)?;
        let example = template.example();
        let title = self.text("title", Question::Title, &example.title)?;
        let id = self.id(file, &title, &example.id)?;
        let customer = self.text("customer", Question::Customer, &example.customer)?;
        let role = self.text("role", Question::Role, &example.role)?;
        Ok((template, Gaps { id, title, customer, role }))
    }

    /// The language to speak, where it was named, is also that of the scenario.
    fn language(&mut self) -> Result<Language, Failure> {
        if self.given("language").is_some() {
            return Ok(self.context.language);
        }
        let tags = Language::ALL.map(Language::tag);
        let fallback = self.context.language.tag();
        let chosen = self.ask(Question::Language(&tags), fallback, |answer| Language::from_preference(answer).is_some())?;
        Ok(Language::from_preference(&chosen).unwrap_or_default())
    }

    fn template(&mut self, language: Language) -> Result<&'static Template, Failure> {
        let methods = Template::methods(language);
        let fallback = methods.first().copied().unwrap_or_default();
        let method = match self.given("method") {
            Some(method) => method,
            // A question with one answer is none.
            None if methods.len() == 1 => fallback.to_owned(),
            None => self.ask(Question::Method(&methods), fallback, |answer| methods.contains(&answer))?,
        };
        Template::of(&method, language).ok_or(Failure::NoTemplate { method, language })
    }

    /// That of the file, where it has a name already; else made from the title.
    fn id(&mut self, file: Option<&PathBuf>, title: &str, fallback: &str) -> Result<String, Failure> {
        let stem = file.and_then(|file| file.file_stem()?.to_str()).filter(|stem| reader::is_id(stem));
        match stem.map(str::to_owned).or_else(|| id_from(title)) {
            Some(id) => Ok(id),
            None => self.ask(Question::Id, fallback, reader::is_id),
        }
    }

    fn text(&mut self, name: &str, question: Question<'_>, fallback: &str) -> Result<String, Failure> {
        match self.given(name) {
            Some(text) => Ok(text),
            None => self.ask(question, fallback, |_| true),
        }
    }

    fn given(&self, name: &str) -> Option<String> {
        self.matches.get_one::<String>(name).map(|text| tidy(text)).filter(|text| !text.is_empty())
    }

    /// Asks until the answer will do. An empty answer, and the end of all answers, is
    /// the fallback.
    fn ask(&mut self, question: Question<'_>, fallback: &str, will_do: impl Fn(&str) -> bool) -> Result<String, Failure> {
        let asked = (self.context.words.question)(&question, fallback);
        loop {
            let answer = self.context.terminal.ask(&asked)?.map(|answer| tidy(&answer)).unwrap_or_default();
            if answer.is_empty() {
                return Ok(fallback.to_owned());
            }
            if will_do(&answer) {
                return Ok(answer);
            }
            self.context.terminal.complain(&(self.context.words.ask_again)(&question));
        }
    }
}

/// On one line, and without what cannot be seen.
fn tidy(text: &str) -> String {
    let seen: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title in plain Latin letters as an id; `None` for any other.
fn id_from(title: &str) -> Option<String> {
    if title.chars().any(|c| c.is_alphabetic() && !c.is_ascii()) {
        return None;
    }
    let words = title.replace(['\'', '’'], "").to_ascii_lowercase();
    let words = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.fold(String::new(), |id, word| match id.len() {
        0 => word.to_owned(),
        length if length + 1 + word.len() <= reader::MAX_ID => format!("{id}-{word}"),
        _ => id,
    });
    Some(id).filter(|id| reader::is_id(id) && id.contains(|c: char| c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_in_latin_letters_becomes_an_id() {
        let id = |title: &str| id_from(title).unwrap_or_default();
        assert_eq!(id("The florist's bicycle, part 2"), "the-florists-bicycle-part-2");
        assert_eq!(id("  Well -- then!  "), "well-then");
        assert!(reader::is_id(&id(&"very long titles ".repeat(20))));
        for unnamed in ["骑车送花的老板娘", "苏姐 and Co", "Café", "2026", "…", &"x".repeat(90)] {
            assert_eq!(id(unnamed), "", "{unnamed}");
        }
    }
}
