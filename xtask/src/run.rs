//! Running other programs, and saying so.

use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

/// What a step gives, or what to tell the person at the keyboard.
pub type Outcome<T> = Result<T, String>;

/// Tells the person at the keyboard.
pub fn say(text: &str) {
    // A closed pipe is no reason to stop building.
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// The root of the repository.
pub fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or_else(|| here.clone(), PathBuf::from)
}

/// Runs a command in the repository and shows what it prints.
pub fn run(command: &mut Command) -> Outcome<()> {
    let shown = show(command);
    let status = command.current_dir(root()).status().map_err(|error| format!("Could not start `{shown}`: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{shown}` failed.")) }
}

/// Runs a command quietly and gives what it printed, if it succeeded.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.current_dir(root()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn show(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Cargo, as it was called.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

pub fn read(path: &std::path::Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| format!("Could not read {}: {error}", path.display()))
}

/// Writes a file, and the folders it stands in.
pub fn write(path: &std::path::Path, bytes: impl AsRef<[u8]>) -> Outcome<()> {
    let folder = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    folder.and_then(|()| std::fs::write(path, bytes)).map_err(|error| format!("Could not write {}: {error}", path.display()))
}
