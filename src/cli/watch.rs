//! Doing something again whenever a file is saved.

use super::{Context, Failure, Ran, named};
use notify::{EventKind, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

/// An editor writes a file in several steps; this long after the last it is done.
const SETTLED: Duration = Duration::from_millis(80);

/// Does it once, and again after each change to the files, until the process is
/// ended.
///
/// # Errors
/// What fails the first time; afterwards only that nobody reads the results any more.
pub fn watch(context: &mut Context, paths: &[&Path], mut act: impl FnMut(&mut Context) -> Ran) -> Ran {
    let (sender, changes) = mpsc::channel();
    let notice = move |event: notify::Result<notify::Event>| {
        if event.as_ref().is_ok_and(is_save) {
            // Nobody listens any more only when the process ends.
            let _ = sender.send(());
        }
    };
    let mut watcher = notify::recommended_watcher(notice).map_err(|error| failed(Path::new("."), &error))?;
    for path in paths {
        let (folder, mode) = around(path);
        watcher.watch(folder, mode).map_err(|error| failed(folder, &error))?;
    }
    act(context)?;
    loop {
        context.terminal.complain(context.words.watching);
        if changes.recv().is_err() {
            return Err(Failure::Terminal { why: String::new() });
        }
        while changes.recv_timeout(SETTLED).is_ok() {}
        match act(context) {
            Ok(_) => {}
            Err(unread @ (Failure::Unread | Failure::Terminal { .. })) => return Err(unread),
            // A file that is gone for a moment is no reason to stop watching.
            Err(failure) => context.terminal.complain(&(context.words.failure)(&failure)),
        }
    }
}

/// Whether a scenario or method was written, moved or removed. Other files matter
/// nothing: the output of this very command may be one of them.
fn is_save(event: &notify::Event) -> bool {
    let is_ours = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "toml");
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(is_ours)
}

/// What to watch for a path. Editors replace files, so the folder is watched rather
/// than the file.
fn around(path: &Path) -> (&Path, RecursiveMode) {
    if path.is_dir() {
        return (path, RecursiveMode::Recursive);
    }
    (path.parent().filter(|folder| folder.is_dir()).unwrap_or_else(|| Path::new(".")), RecursiveMode::NonRecursive)
}

fn failed(path: &Path, error: &notify::Error) -> Failure {
    Failure::File { path: named(path), why: error.to_string() }
}
