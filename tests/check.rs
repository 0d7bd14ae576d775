//! `ninesteps check`, as an author meets it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod command;

use command::{Run, folder, ninesteps, root};
use serde_json::Value;
use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

/// A scenario in which nothing smells.
const CLEAN: &str = "tests/smells/nothing.toml";

fn clean() -> String {
    fs::read_to_string(root().join(CLEAN)).unwrap()
}

/// Something to mend: a key that means nothing.
fn broken() -> String {
    clean().replace("summary", "sumary")
}

fn store(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text).unwrap();
    path
}

fn check(arguments: &[&str]) -> Run {
    ninesteps(&[&["check"], arguments].concat())
}

fn findings(run: &Run) -> Vec<Value> {
    serde_json::from_str::<Value>(&run.out).unwrap().as_array().unwrap().clone()
}

#[test]
fn the_exit_code_tells_clean_from_problems() {
    let run = check(&[CLEAN]);
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (0, "1 file: nothing to mend.\n", ""));
    let warned = check(&["tests/smells/unjudged.toml"]);
    assert_eq!(warned.code, 0, "a warning is no problem");
    assert!(warned.out.ends_with("1 file: 1 warning.\n"), "{}", warned.out);
    let path = store(&folder("check-broken"), "broken.toml", &broken());
    let run = check(&[path.to_str().unwrap()]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("problem[unknown-key]: `sumary`") && run.out.contains("= mend: "), "{}", run.out);
}

#[test]
fn what_is_not_there_is_said_clearly_in_both_languages() {
    let run = check(&["no/such.toml"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with("no/such.toml: ") && run.err.contains("Is the path right"), "{}", run.err);
    let run = ninesteps(&["--language", "zh-Hans", "check", "no/such.toml"]);
    assert_eq!(run.code, 2);
    assert!(run.err.starts_with("no/such.toml：") && run.err.contains("路径写对了吗"), "{}", run.err);
    let empty = folder("check-empty");
    let run = check(&[empty.to_str().unwrap()]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("There is no scenario in"), "{}", run.err);
}

#[test]
fn all_problems_of_all_files_are_told_at_once() {
    let here = folder("check-several");
    let one = store(&here, "one.toml", &broken());
    let two = store(&here, "two.toml", &broken().replace("next = \"midday\"", "next = \"midnight\""));
    let run = check(&[one.to_str().unwrap(), two.to_str().unwrap(), CLEAN]);
    assert_eq!(run.code, 1);
    assert_eq!(run.out.matches("problem[no-such]").count(), 3, "{}", run.out);
    assert_eq!(run.out.matches("problem[unknown-key]").count(), 2, "{}", run.out);
    assert!(run.out.contains("one.toml:6:1") && run.out.contains("two.toml:6:1"), "{}", run.out);
    assert!(run.out.lines().last().unwrap().starts_with("3 files: "), "{}", run.out);
}

#[test]
fn folders_are_looked_through_and_no_file_is_told_twice() {
    let here = folder("check-folder");
    let deep = store(&here, "a/b/deep.toml", &broken());
    store(&here, ".hidden/no.toml", "not a scenario");
    store(&here, "notes.txt", "not a scenario");
    let run = check(&[here.to_str().unwrap(), here.join("a").to_str().unwrap(), deep.to_str().unwrap()]);
    assert_eq!(run.code, 1);
    assert_eq!(run.out.matches("problem[unknown-key]").count(), 1, "{}", run.out);
    assert!(run.out.lines().last().unwrap().starts_with("1 file: "), "{}", run.out);
}

#[cfg(unix)]
#[test]
fn a_folder_that_leads_back_into_itself_is_looked_through_once() {
    let here = folder("check-circle");
    store(&here, "only.toml", &clean());
    std::os::unix::fs::symlink(&here, here.join("again")).unwrap();
    let run = check(&[here.to_str().unwrap()]);
    assert_eq!(run.out, "1 file: nothing to mend.\n");
}

#[test]
fn publishing_makes_problems_of_what_else_is_a_warning() {
    let file = "tests/smells/same-place.toml";
    let run = check(&[file]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("warning[same-place]"), "{}", run.out);
    let run = check(&[file, "--publish"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("problem[same-place]"), "{}", run.out);
    let no_gate = check(&["tests/smells/unjudged.toml", "--publish"]);
    assert_eq!(no_gate.code, 0, "not everything that smells is a gate");
}

#[test]
fn findings_are_told_to_programs_with_their_place() {
    let here = folder("check-json");
    let path = store(&here, "车.toml", &broken());
    let run = check(&[path.to_str().unwrap(), "tests/smells/unjudged.toml", "--format", "json"]);
    assert_eq!(run.code, 1);
    let all = findings(&run);
    let unknown = all.iter().find(|finding| finding["code"] == "unknown-key").unwrap();
    assert_eq!(unknown["file"], path.to_str().unwrap());
    assert_eq!((&unknown["line"], &unknown["column"], &unknown["width"]), (&6.into(), &1.into(), &6.into()));
    assert_eq!(unknown["severity"], "problem");
    assert!(unknown["what"].as_str().unwrap().contains("sumary") && !unknown["mend"].as_str().unwrap().is_empty());
    let unjudged = all.iter().find(|finding| finding["code"] == "unjudged").unwrap();
    assert_eq!((&unjudged["severity"], &unjudged["line"]), (&"warning".into(), &44.into()));
    let none = check(&[CLEAN, "--format", "json"]);
    assert_eq!((none.code, none.out.as_str()), (0, "[]\n"));
}

#[test]
fn a_file_checked_alone_is_compared_with_the_twin_beside_it() {
    let here = folder("check-twins");
    let pair = |name: &str| fs::read_to_string(root().join(format!("tests/smells/twin-differs/{name}.toml"))).unwrap();
    let english = store(&here, "en/van.toml", &pair("en"));
    let chinese = store(&here, "zh-Hans/van.toml", &pair("zh-Hans"));
    assert_eq!(check(&[english.to_str().unwrap()]).out, "1 file: nothing to mend.\n");
    store(&here, "zh-Hans/van.toml", &pair("zh-Hans").replace("deliver = 3", "deliver = 2"));
    for (alone, twin) in [(&english, "zh-Hans/van.toml is"), (&chinese, "en/van.toml is")] {
        let run = check(&[alone.to_str().unwrap()]);
        assert!(run.out.contains("warning[twin-differs]") && run.out.contains(twin), "{}", run.out);
    }
    let both = check(&[here.to_str().unwrap()]);
    assert_eq!(both.out.matches("twin-differs").count(), 1, "told once for both: {}", both.out);
}

#[test]
fn three_scenarios_are_a_library_that_should_exercise_every_step() {
    let here = folder("check-library");
    for name in ["one", "two", "three"] {
        store(&here, &format!("{name}.toml"), &clean().replace("flower-van", name));
    }
    let run = check(&[here.to_str().unwrap()]);
    assert_eq!(run.out.matches("warning[steps-unused]").count(), 1, "{}", run.out);
    assert!(run.out.contains("Answer objections") && !run.out.contains("Close"), "{}", run.out);
}

/// More than 50,000 states are not explored to the end unless somebody asks for it.
#[test]
fn what_is_too_large_to_be_looked_at_closely_is_said_to_be() {
    let run = check(&["tests/smells/many-states.toml"]);
    assert_eq!(run.code, 0);
    assert!(run.out.contains("warning[many-states]") && run.out.contains("With `--publish`"), "{}", run.out);
}

/// What no terminal should be sent: control sequences of 7 or 8 bits, and turned text.
fn obeyed(text: &str) -> Option<char> {
    text.chars().find(|c| (c.is_control() && *c != '\n') || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}

const HOSTILE: &str = "red\u{1b}[31m\u{9b}31m\u{202e}\u{7}";

#[cfg(unix)]
#[test]
fn nothing_in_a_file_or_its_name_commands_the_terminal() {
    let here = folder("check-hostile");
    let name = format!("{HOSTILE}.toml");
    let path = store(&here, &name, &clean().replace("A busy flower shop.", HOSTILE));
    // As TOML may write it, in a name and in a text.
    let written = "\"\\u001b[31m\\u009b\\u202e\" = 1\n";
    let escaped = store(&here, "escaped.toml", &format!("{written}{}", clean().replace("\"en\"", "\"e\\u001b[7mn\\u009b\"")));
    let path = path.to_str().unwrap();
    let missing = format!("{HOSTILE}-missing.toml");
    for arguments in [
        vec![path],
        vec![path, "--format", "json"],
        vec![escaped.to_str().unwrap()],
        vec![escaped.to_str().unwrap(), "--format", "json"],
        vec![missing.as_str()],
        vec!["--\u{1b}[31m"],
    ] {
        let run = check(&arguments);
        assert_ne!(run.code, 0, "{arguments:?}");
        assert_eq!(obeyed(&format!("{}{}", run.out, run.err)), None, "{arguments:?}: {:?} {:?}", run.out, run.err);
        // Where styles are shown, nothing but styles is sent.
        let forced = Command::new(env!("CARGO_BIN_EXE_ninesteps"))
            .arg("check")
            .args(&arguments)
            .current_dir(root())
            .env("CLICOLOR_FORCE", "1")
            .output()
            .unwrap();
        for text in [forced.stdout, forced.stderr] {
            let text = String::from_utf8(text).unwrap();
            assert_eq!(obeyed(&without_styles(&text)), None, "{arguments:?}: {text:?}");
            assert!(!text.contains("\u{1b}[31mred") && !text.contains("red\u{1b}[31m"), "{arguments:?}: {text:?}");
        }
    }
    let told = findings(&check(&[path, "--format", "json"]));
    assert_eq!(told[0]["file"], path, "programs get the name as it is");
}

/// Without the sequences that only set a style.
fn without_styles(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        plain.push_str(rest.strip_prefix('m').unwrap_or("\u{1b}"));
    }
    plain
}

#[test]
fn colours_are_for_terminals() {
    let plain = check(&["tests/smells/unjudged.toml"]);
    assert!(!plain.out.contains('\u{1b}'), "{:?}", plain.out);
    let forced = Command::new(env!("CARGO_BIN_EXE_ninesteps"))
        .args(["check", "tests/smells/unjudged.toml"])
        .current_dir(root())
        .env("LC_ALL", "en")
        .env("CLICOLOR_FORCE", "1")
        .output()
        .unwrap();
    let forced = String::from_utf8(forced.stdout).unwrap();
    assert!(forced.contains("\u{1b}["), "{forced:?}");
    assert_eq!(without_styles(&forced), plain.out);
}

#[test]
fn files_with_line_ends_of_windows_are_shown_like_others() {
    let path = store(&folder("check-windows"), "windows.toml", &broken().replace('\n', "\r\n"));
    let run = check(&[path.to_str().unwrap()]);
    assert!(run.out.contains("windows.toml:6:1") && run.out.contains("sumary = \"A busy flower shop.\"\n"), "{:?}", run.out);
    assert_eq!(obeyed(&run.out), None, "{:?}", run.out);
}

/// As with `| head -1`: more is written than a pipe holds, and nobody reads it.
#[test]
fn output_that_nobody_reads_on_is_no_accident() {
    let here = folder("check-pipe");
    let path = store(&here, "long.toml", &broken().replace("next = \"midday\"", &"wrong = 1\n".repeat(2000)));
    let mut child = Command::new(env!("CARGO_BIN_EXE_ninesteps"))
        .args(["check", path.to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
    assert!(!first.is_empty());
    let mut complaint = String::new();
    child.stderr.take().unwrap().read_to_string(&mut complaint).unwrap();
    assert_eq!((child.wait().unwrap().code(), complaint.as_str()), (Some(2), ""));
}

/// A command that goes on until it is ended; what it says, line by line.
struct Watching {
    child: Child,
    out: Receiver<String>,
    err: Receiver<String>,
}

impl Watching {
    fn begin(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_ninesteps"))
            .args(arguments)
            .env("LC_ALL", "en")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let (out, err) = (lines(child.stdout.take().unwrap()), lines(child.stderr.take().unwrap()));
        Self { child, out, err }
    }

    /// Waits for a line with these words.
    fn hears(&self, words: &str) {
        hears(&self.out, words);
    }

    fn is_told(&self, words: &str) {
        hears(&self.err, words);
    }
}

impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn lines(stream: impl std::io::Read + Send + 'static) -> Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            let _ = sender.send(line);
        }
    });
    receiver
}

fn hears(lines: &Receiver<String>, words: &str) {
    let mut heard = Vec::new();
    loop {
        // Far longer than it ever takes, for a machine that is busy.
        match lines.recv_timeout(Duration::from_secs(60)) {
            Ok(line) if line.contains(words) => return,
            Ok(line) => heard.push(line),
            Err(error) => panic!("{words:?} was not heard ({error}), but {heard:#?}"),
        }
    }
}

#[test]
fn watching_checks_again_after_each_save() {
    let path = store(&folder("check-watch"), "watched.toml", &clean());
    let watching = Watching::begin(&["check", "--watch", path.to_str().unwrap()]);
    watching.hears("1 file: nothing to mend.");
    watching.is_told("Waiting for the next save");
    fs::write(&path, broken()).unwrap();
    watching.hears("problem[unknown-key]");
    watching.is_told("Waiting for the next save");
    // As editors save: another file takes its place.
    let beside = path.with_extension("new");
    fs::write(&beside, clean()).unwrap();
    fs::rename(&beside, &path).unwrap();
    watching.hears("1 file: nothing to mend.");
    watching.is_told("Waiting for the next save");
    // A file that is gone for a moment is waited for.
    fs::remove_file(&path).unwrap();
    watching.is_told("watched.toml: ");
    fs::write(&path, broken()).unwrap();
    watching.hears("problem[unknown-key]");
}

#[test]
fn nothing_is_watched_where_nothing_is() {
    let run = check(&["--watch", "no/such.toml"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.starts_with("no/such.toml: "), "{}", run.err);
}
