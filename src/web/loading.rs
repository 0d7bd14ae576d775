//! From files to something that can be played.

use super::platform::database::Database;
use super::platform::files;
use super::platform::storage::Trouble;
use super::platform::study::{self, Study};
use crate::catalogue::{Card, Catalogue};
use crate::language::Language;
use crate::pack::{self, Guide, Reported};
use crate::scenario::{Hashes, Scenario};
use crate::study::Source;
use std::rc::Rc;

/// A scenario that can be played. Compared by identity.
#[derive(Clone)]
pub struct Pack {
    pub scenario: Rc<Scenario>,
    pub guide: Rc<Guide>,
    pub hashes: Rc<Hashes>,
    /// As it travelled, to be kept beside a conversation.
    pub bytes: Rc<[u8]>,
}

impl PartialEq for Pack {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scenario, &other.scenario)
    }
}

impl Pack {
    /// `None`: damaged, or built by another version.
    pub fn read(bytes: Vec<u8>) -> Option<Self> {
        let pack = pack::Pack::from_bytes(&bytes)?;
        Some(Self { scenario: pack.scenario, guide: Rc::new(pack.guide), hashes: Rc::new(pack.hashes), bytes: bytes.into() })
    }
}

/// What stands in the way.
#[derive(Clone, PartialEq)]
pub enum Failure {
    /// This path could not be loaded.
    NotLoaded(String),
    /// A file was not opened: its name and its problems.
    Refused(String, Rc<[Reported]>),
}

/// The library of this page.
pub fn catalogue() -> Catalogue {
    Catalogue::from_text(&catalogue_text()).unwrap_or_default()
}

/// The same as it travels.
pub fn catalogue_text() -> String {
    files::text_inside("catalogue").unwrap_or_default()
}

/// Loads a scenario of the library.
///
/// # Errors
/// What stands in the way.
pub async fn load(card: &Card, version: &str) -> Result<Pack, Failure> {
    let path = card.path();
    let pack = files::load(&path, version).await.and_then(Pack::read);
    pack.ok_or(Failure::NotLoaded(path))
}

/// What is kept of the record, and where more of it goes.
///
/// # Errors
/// The browser keeps nothing here.
pub async fn record() -> Result<(Database, Vec<u8>), Trouble> {
    let database = Database::open().await?;
    let kept = database.read().await?;
    Ok((database, kept))
}

/// Opens a file of the learner's own.
///
/// # Errors
/// What stands in the way; nothing is half-loaded.
pub async fn open(name: &str, source: &[u8], catalogue: &Catalogue) -> Result<Pack, Failure> {
    let mut methods = Vec::new();
    for (id, _) in &catalogue.methods {
        let path = format!("scenarios/methods/{id}.toml");
        let text = files::load(&path, &catalogue.version).await.and_then(|bytes| String::from_utf8(bytes).ok());
        methods.push(text.ok_or(Failure::NotLoaded(path))?);
    }
    let study = Study::load(&catalogue.version).await.ok_or_else(|| Failure::NotLoaded(study::PATH.to_owned()))?;
    let answer = study.compile(&Source { methods, scenario: source.to_owned() });
    let answer = answer.ok_or_else(|| Failure::NotLoaded(name.to_owned()))?;
    match answer {
        Ok(bytes) => Pack::read(bytes).ok_or_else(|| Failure::NotLoaded(name.to_owned())),
        Err(problems) => Err(Failure::Refused(name.to_owned(), problems.into())),
    }
}

/// The name of a step in a language.
pub fn step_names(catalogue: &Catalogue, card: &Card, language: Language) -> Vec<String> {
    catalogue.steps(&card.method).iter().map(|name| name.get(language).to_owned()).collect()
}
