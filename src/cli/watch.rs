//! Doing something again whenever a file is saved.

use super::{Context, Failure, Ran};
use notify::{EventKind, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

/// An editor writes a file in several steps; this long after the last it is done.
const SETTLED: Duration = Duration::from_millis(80);

/// Does it once, and again after each change to the files, until the process is
/// ended.
pub fn watch(context: &mut Context, paths: &[PathBuf], mut act: impl FnMut(&mut Context) -> Ran) -> Ran {
    let (sender, changes) = mpsc::channel();
    let notice = move |event: notify::Result<notify::Event>| {
        let written = |event: &notify::Event| !matches!(event.kind, EventKind::Access(_));
        if event.as_ref().is_ok_and(written) {
            // Nobody listens any more only when the process ends.
            let _ = sender.send(());
        }
    };
    let mut watcher = notify::recommended_watcher(notice).map_err(|error| failed(Path::new("."), &error))?;
    for path in paths {
        // Editors replace files, so the folder is watched rather than the file.
        let folder =
            if path.is_dir() { path.as_path() } else { path.parent().filter(|at| at.is_dir()).unwrap_or(Path::new(".")) };
        watcher.watch(folder, RecursiveMode::Recursive).map_err(|error| failed(folder, &error))?;
    }
    loop {
        // A file that is gone for a moment is no reason to stop watching.
        if let Err(failure) = act(context) {
            let told = (context.words.failure)(&failure);
            context.terminal.complain(&told);
        }
        let told = context.words.watching;
        context.terminal.say(told)?;
        if changes.recv().is_err() {
            return Err(Failure::Terminal { why: String::new() });
        }
        while changes.recv_timeout(SETTLED).is_ok() {}
    }
}

fn failed(path: &Path, error: &notify::Error) -> Failure {
    Failure::File { path: path.display().to_string(), why: error.to_string() }
}
