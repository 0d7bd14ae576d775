//! From texts to something that can be played.

use super::catalogue::{Card, method_path};
use super::platform::files;
use crate::diagnostic::Diagnostic;
use crate::method::{self, Method};
use crate::reader;
use crate::scenario::{self, Scenario};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The texts of a scenario and its method, as they were read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    pub scenario: String,
    pub method: String,
}

/// A scenario that can be played.
#[derive(Clone, Debug)]
pub struct Pack {
    pub scenario: Rc<Scenario>,
    pub method: Rc<Method>,
    pub texts: Rc<Texts>,
}

impl PartialEq for Pack {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scenario, &other.scenario)
    }
}

/// A file that was not opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    pub name: String,
    pub source: String,
    pub problems: Vec<Diagnostic>,
}

/// What stands in the way.
#[derive(Clone, Debug, PartialEq)]
pub enum Failure {
    /// This path could not be loaded.
    NotLoaded(String),
    UnknownMethod(String),
    Refused(Refusal),
}

impl Pack {
    /// Reads texts.
    ///
    /// # Errors
    /// The problems of the scenario or, failing that, of its method.
    pub fn read(name: &str, texts: Texts) -> Result<Self, Failure> {
        let refuse = |source: &str, problems| {
            Failure::Refused(Refusal { name: name.to_owned(), source: source.to_owned(), problems })
        };
        let (method, problems) = method::parse(&texts.method);
        let method = method.ok_or_else(|| refuse(&texts.method, problems))?;
        let (scenario, problems) = scenario::parse(&texts.scenario, &[&method]);
        let scenario = scenario.ok_or_else(|| refuse(&texts.scenario, problems))?;
        Ok(Self { scenario: Rc::new(scenario), method: Rc::new(method), texts: Rc::new(texts) })
    }
}

/// Loads a scenario of the library.
///
/// # Errors
/// What stands in the way.
pub async fn load(card: &Card) -> Result<Pack, Failure> {
    let method = files::load(&method_path(&card.method, card.language)).await.map_err(Failure::NotLoaded)?;
    let scenario = files::load(&card.path).await.map_err(Failure::NotLoaded)?;
    Pack::read(&card.path, Texts { scenario, method })
}

/// Opens a file of the learner's own.
///
/// # Errors
/// What stands in the way; nothing is half-loaded.
pub async fn open(name: &str, bytes: &[u8], known: &[String]) -> Result<Pack, Failure> {
    let source = reader::decode(bytes).map_err(|problem| {
        let source = String::from_utf8_lossy(bytes).into_owned();
        Failure::Refused(Refusal { name: name.to_owned(), source, problems: vec![problem] })
    })?;
    let wanted = scenario::method_named(source);
    let language = scenario::language_named(source).unwrap_or_default();
    // Without a method that is here, the other problems are told all the same.
    let id = wanted.as_ref().filter(|id| known.contains(id)).or_else(|| known.first());
    let Some(id) = id else { return Err(Failure::UnknownMethod(wanted.unwrap_or_default())) };
    let method = files::load(&method_path(id, language)).await.map_err(Failure::NotLoaded)?;
    Pack::read(name, Texts { scenario: source.to_owned(), method })
}
