//! Looking for inputs that break the product: the targets stand in `fuzz/src`.

use crate::run::{Outcome, cargo, root, run, say};
use crate::tools;
use std::path::PathBuf;
use std::process::Command;

/// What can be fuzzed, as in `fuzz/src/lib.rs`.
const TARGETS: [&str; 6] = ["scenario", "method", "session", "attempt", "device", "study"];

/// How long all targets together are tried, in minutes.
const MINUTES: u64 = 10;

/// Whether finds are added to the corpus in the repository.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Finds {
    Leave,
    Keep,
}

/// What was asked for.
pub struct Options {
    targets: Vec<&'static str>,
    minutes: u64,
    finds: Finds,
}

impl Options {
    pub fn read(words: &[&str]) -> Outcome<Self> {
        let mut options = Self { targets: Vec::new(), minutes: MINUTES, finds: Finds::Leave };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--keep" => options.finds = Finds::Keep,
                "--minutes" => {
                    let number = words.next().and_then(|word| word.parse().ok()).filter(|minutes| *minutes > 0);
                    options.minutes = number.ok_or("--minutes needs a number from 1, such as `--minutes 30`.")?;
                }
                other => {
                    let target = TARGETS.into_iter().find(|target| *target == other);
                    options.targets.push(target.ok_or_else(|| {
                        format!(
                            "`cargo xtask fuzz` does not know `{other}`: it takes --minutes N, --keep and {}.",
                            TARGETS.join(", ")
                        )
                    })?);
                }
            }
        }
        if options.targets.is_empty() {
            options.targets = TARGETS.to_vec();
        }
        Ok(options)
    }
}

/// Tries each target in turn, and stops at the first that breaks.
pub fn fuzz(options: &Options) -> Outcome<()> {
    tools::ensure_cargo_fuzz()?;
    let count = u64::try_from(options.targets.len()).unwrap_or(1);
    let seconds = options.minutes * 60 / count;
    say(&format!(
        "Building (the first time three to four minutes on two cores), then {seconds} s for each of {}.",
        options.targets.join(", ")
    ));
    for target in &options.targets {
        try_target(target, seconds)?;
        if options.finds == Finds::Keep {
            keep(target)?;
        }
    }
    say("\nNothing broke.");
    Ok(())
}

/// The fuzzer for a target. The code has nothing unsafe, so that a sanitizer, which
/// wants a nightly Rust and half of the speed, would find nothing more.
fn fuzzer(target: &str) -> Command {
    let mut command = cargo();
    command.args(["fuzz", "run", "--sanitizer", "none", "--features", "libfuzzer", target]);
    command
}

/// Where new finds are put, and where what is kept of them stands.
fn corpora(target: &str) -> (PathBuf, PathBuf) {
    (root().join("target/fuzz/corpus").join(target), root().join("fuzz/corpus").join(target))
}

fn try_target(target: &str, seconds: u64) -> Outcome<()> {
    say(&format!("\n== {target}"));
    let (finds, kept) = corpora(target);
    let seeds = root().join("target/fuzz/seeds").join(target);
    // Seeds of an older format would only be in the way.
    let _ = std::fs::remove_dir_all(&seeds);
    run(cargo().args(["run", "--quiet", "--package", "fuzz", "--example", "seeds", "--", target]).arg(&seeds))?;
    for folder in [&finds, &kept] {
        std::fs::create_dir_all(folder).map_err(|error| format!("Could not make {}: {error}", folder.display()))?;
    }
    let before = artifacts(target);
    let tried = run(fuzzer(target)
        .args([&finds, &kept, &seeds])
        .args(["--", "-dict=fuzz/toml.dict", "-max_len=16384", "-timeout=20", "-rss_limit_mb=2048", "-print_final_stats=1"])
        .arg(format!("-max_total_time={seconds}")));
    tried.map_err(|error| {
        let new = artifacts(target).into_iter().filter(|path| !before.contains(path));
        let paths: Vec<String> = new.map(|path| path.display().to_string()).collect();
        if paths.is_empty() { error } else { format!("The target `{target}` breaks on {}", paths.join(", ")) }
    })
}

/// Inputs that broke a target.
fn artifacts(target: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("fuzz/artifacts").join(target));
    entries.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect()
}

/// Adds the finds that reach something new to the corpus of the repository.
fn keep(target: &str) -> Outcome<()> {
    let (finds, kept) = corpora(target);
    run(fuzzer(target).args([&kept, &finds]).args(["--", "-merge=1", "-use_counters=0", "-max_len=4096"]))
}
