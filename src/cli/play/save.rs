//! An attempt on disk, brought up to date after every choice.

use crate::cli::output::create;
use crate::cli::{Failure, named};
use crate::session::Attempt;
use std::fs::File;
use std::io::{Seek, Write};
use std::path::{Path, PathBuf};

/// A new file of its own.
pub struct Save {
    path: PathBuf,
    file: File,
}

impl Save {
    /// Takes a name.
    ///
    /// # Errors
    /// The file exists already, or cannot be made.
    pub fn new(path: &Path) -> Result<Self, Failure> {
        Ok(Self { path: path.to_owned(), file: create(path)? })
    }

    pub fn path(&self) -> String {
        named(&self.path)
    }

    /// Writes the attempt in place of what stands there. Attempts only grow, so
    /// nothing of the old one is left.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn keep(&mut self, attempt: &Attempt) -> Result<(), Failure> {
        let written = self.file.rewind().and_then(|()| self.file.write_all(format!("{}\n", attempt.to_json()).as_bytes()));
        written.map_err(|error| Failure::file(&self.path, &error))
    }
}
