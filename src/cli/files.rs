//! Scenario and method files on disk.

use super::{Failure, named};
use crate::diagnostic::Diagnostic;
use crate::method::{self, Method};
use crate::reader;
use crate::scenario::{self, Scenario};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// The methods that come with the command, for files that stand elsewhere.
const BUILT_IN: [&str; 2] =
    [include_str!("../../scenarios/methods/nine-steps.toml"), include_str!("../../scenarios/methods/six-beats.toml")];

/// The methods that come with the command.
pub fn built_in() -> Vec<Method> {
    BUILT_IN.into_iter().filter_map(|text| method::parse(text).0).collect()
}

/// A file that was read, with what came of it.
pub struct Opened {
    pub path: PathBuf,
    /// As text; where it is not text, as far as it is.
    pub source: String,
    pub content: Result<Content, Vec<Diagnostic>>,
}

impl Opened {
    /// The scenario, where there is one.
    pub const fn scenario(&self) -> Option<&Loaded> {
        match &self.content {
            Ok(Content::Scenario(loaded)) => Some(loaded),
            Ok(Content::Method) | Err(_) => None,
        }
    }
}

/// What a file without problems means.
pub enum Content {
    Scenario(Loaded),
    Method,
}

/// A scenario with the method it is judged by.
#[derive(Clone)]
pub struct Loaded {
    pub scenario: Rc<Scenario>,
    pub method: Rc<Method>,
}

/// The scenario and method files among the given files and, however deep, folders.
///
/// # Errors
/// A path that is not there, or a folder in which there is nothing to read.
pub fn find(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    find_ending(paths, "toml", |path| Failure::NothingThere { path })
}

/// The attempt files among the given files and, however deep, folders.
///
/// # Errors
/// As for [`find`].
pub fn find_attempts(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    find_ending(paths, "json", |path| Failure::NoAttempts { path })
}

fn find_ending(paths: &[PathBuf], ending: &str, nothing: fn(String) -> Failure) -> Result<Vec<PathBuf>, Failure> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = found.len();
            collect(path, ending, &mut found)?;
            if found.len() == before {
                return Err(nothing(named(path)));
            }
        } else {
            found.push(path.clone());
        }
    }
    // A file may be named twice, and a folder may lead back into itself.
    let mut seen = BTreeSet::new();
    found.retain(|path| seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())));
    Ok(found)
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    let entries = fs::read_dir(folder).map_err(|error| Failure::file(folder, &error))?;
    let mut paths = Vec::new();
    for entry in entries {
        paths.push(entry.map_err(|error| Failure::file(folder, &error))?.path());
    }
    paths.sort();
    for path in paths {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if path.is_dir() && !hidden {
            collect(&path, ending, found)?;
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    Ok(())
}

/// Reads files, each with the methods around it.
pub struct Shelf {
    /// Where the user says the methods are.
    methods: Option<PathBuf>,
    /// The methods at hand for the files of a folder, once they were read.
    read: RefCell<BTreeMap<PathBuf, Rc<[Rc<Method>]>>>,
}

impl Shelf {
    pub const fn new(methods: Option<PathBuf>) -> Self {
        Self { methods, read: RefCell::new(BTreeMap::new()) }
    }

    /// Reads one file. Problems in it are part of the answer.
    ///
    /// # Errors
    /// The file, or a folder of methods, cannot be read.
    pub fn open(&self, path: &Path) -> Result<Opened, Failure> {
        let bytes = fs::read(path).map_err(|error| Failure::file(path, &error))?;
        let source = String::from_utf8_lossy(&bytes).into_owned();
        let content = match reader::decode(&bytes) {
            Err(problem) => Err(vec![problem]),
            Ok(text) if is_method(text) => {
                let (_, problems) = method::parse(text);
                if problems.is_empty() { Ok(Content::Method) } else { Err(problems) }
            }
            Ok(text) => self.read_scenario(path, text)?,
        };
        Ok(Opened { path: path.to_owned(), source, content })
    }

    fn read_scenario(&self, path: &Path, text: &str) -> Result<Result<Content, Vec<Diagnostic>>, Failure> {
        let methods = self.methods_for(path)?;
        let (scenario, problems) = scenario::parse(text, &methods.iter().map(AsRef::as_ref).collect::<Vec<_>>());
        let method = |scenario: &Scenario| methods.iter().find(|method| method.id == scenario.method).cloned();
        let loaded = scenario.and_then(|scenario| {
            let method = method(&scenario)?;
            Some(Content::Scenario(Loaded { scenario: Rc::new(scenario), method }))
        });
        Ok(loaded.ok_or(problems))
    }

    /// The methods at hand, nearest first: those of the folder that was named, else of
    /// a folder `methods` beside the file or one above, then the built-in ones. A
    /// method file with problems is no method; `check` on it says why.
    fn methods_for(&self, path: &Path) -> Result<Rc<[Rc<Method>]>, Failure> {
        let beside = path.parent().unwrap_or_else(|| Path::new(""));
        if let Some(known) = self.read.borrow().get(beside) {
            return Ok(Rc::clone(known));
        }
        let methods = self.read_methods(beside)?;
        self.read.borrow_mut().insert(beside.to_owned(), Rc::clone(&methods));
        Ok(methods)
    }

    fn read_methods(&self, beside: &Path) -> Result<Rc<[Rc<Method>]>, Failure> {
        let folders = match &self.methods {
            Some(folder) => vec![folder.clone()],
            None => vec![beside.join("methods"), beside.join("..").join("methods")],
        };
        let mut methods: Vec<Rc<Method>> = Vec::new();
        let mut add = |text: &str| {
            let method = method::parse(text).0.map(Rc::new);
            methods.extend(method.filter(|new| methods.iter().all(|old: &Rc<Method>| old.id != new.id)));
        };
        for folder in folders.iter().filter(|folder| self.methods.is_some() || folder.is_dir()) {
            let mut files = Vec::new();
            collect(folder, "toml", &mut files)?;
            for file in files {
                add(&fs::read_to_string(&file).map_err(|error| Failure::file(&file, &error))?);
            }
        }
        BUILT_IN.into_iter().for_each(add);
        Ok(methods.into())
    }
}

/// Methods have moments and scenarios have scenes. Text that cannot be read as
/// TOML is taken for what is written most often.
fn is_method(text: &str) -> bool {
    let starts = |word: &str| text.lines().any(|line| line.trim_start().starts_with(word));
    !starts("[[scene]]") && (starts("[[moment]]") || starts("[[step]]") || starts("[[move]]"))
}
