//! What the build needs beyond cargo: found, installed where that is possible, or
//! named exactly.

use crate::run::{Outcome, ask, cargo, root, run, say};
use std::path::PathBuf;
use std::process::Command;

const TARGET: &str = "wasm32-unknown-unknown";
/// The npm package that carries a current `wasm-opt`.
const BINARYEN: &str = "binaryen@132.0.0";
/// `wasm-opt` of Debian 12 is 108 and refuses what today's rustc writes.
const OLDEST_WASM_OPT: u32 = 116;

/// The standard library for the browser.
pub fn ensure_target() -> Outcome<()> {
    let sysroot = ask(Command::new("rustc").args(["--print", "sysroot"])).unwrap_or_default();
    if PathBuf::from(sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    say("Installing the Rust target for the browser (rustup target add, under a minute) …");
    run(Command::new("rustup").args(["target", "add", TARGET]))
        .map_err(|error| format!("{error}\nInstall rustup (https://rustup.rs), then run `rustup target add {TARGET}`."))
}

/// Whether the source of the standard library is at hand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum LibrarySource {
    Present,
    Absent,
}

/// The source of the standard library, to compile it for size. The page is built
/// without it where it cannot be had, and is somewhat larger then.
pub fn ensure_library_source() -> LibrarySource {
    let present = || {
        let sysroot = ask(Command::new("rustc").args(["--print", "sysroot"])).unwrap_or_default();
        PathBuf::from(sysroot).join("lib/rustlib/src/rust/library/std").is_dir()
    };
    if !present() {
        say("Installing the source of the standard library (rustup component add rust-src, under a minute) …");
        let _ = ask(Command::new("rustup").args(["component", "add", "rust-src"]));
    }
    if present() { LibrarySource::Present } else { LibrarySource::Absent }
}

/// Formatter and linter.
pub fn ensure_components() -> Outcome<()> {
    for (tool, component) in [("rustfmt", "rustfmt"), ("cargo-clippy", "clippy")] {
        if ask(Command::new(tool).arg("--version")).is_none() {
            say(&format!("Installing {component} (rustup component add, under a minute) …"));
            run(Command::new("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// The driver of the fuzzer.
pub fn ensure_cargo_fuzz() -> Outcome<()> {
    if ask(cargo().args(["fuzz", "--version"])).is_some() {
        return Ok(());
    }
    say("Installing cargo-fuzz (cargo install, one to two minutes) …");
    run(cargo().args(["install", "cargo-fuzz", "--locked", "--quiet"]))
}

/// A command that shrinks wasm, and what to call it. `None`: the site is built
/// without; it works the same and is somewhat larger.
pub fn wasm_opt() -> Option<(Vec<String>, String)> {
    let on_path = vec!["wasm-opt".to_owned()];
    if let Some(version) = version_of(&on_path).filter(|version| *version >= OLDEST_WASM_OPT) {
        return Some((on_path, format!("wasm-opt {version} of this machine")));
    }
    let tools = root().join("target/tools");
    let script = tools.join("node_modules/binaryen/bin/wasm-opt");
    let through_node = vec!["node".to_owned(), script.to_string_lossy().into_owned()];
    if !script.is_file() {
        ask(Command::new("npm").arg("--version"))?;
        say("Installing wasm-opt (npm package binaryen, under a minute) …");
        let folder = tools.to_string_lossy().into_owned();
        let install = ["install", "--silent", "--no-audit", "--no-fund", "--no-save", "--prefix", &folder, BINARYEN];
        std::fs::create_dir_all(&tools).ok()?;
        ask(Command::new("npm").args(install))?;
    }
    let version = version_of(&through_node)?;
    Some((through_node, format!("wasm-opt {version} of the npm package {BINARYEN}")))
}

fn version_of(command: &[String]) -> Option<u32> {
    let (program, args) = command.split_first()?;
    let printed = ask(Command::new(program).args(args).arg("--version"))?;
    printed.split_whitespace().find_map(|word| word.parse().ok())
}

/// A browser and its driver, from Debian's packages where they are missing.
pub fn ensure_chromium() -> Outcome<()> {
    let present = || ["chromium", "chromedriver"].iter().all(|tool| ask(Command::new(tool).arg("--version")).is_some());
    if present() {
        return Ok(());
    }
    if ask(Command::new("apt-get").arg("--version")).is_some() {
        say("Installing chromium and chromium-driver (apt-get, one to three minutes) …");
        let root = ask(Command::new("id").arg("-u")).as_deref() == Some("0");
        let apt = |args: &[&str]| {
            let mut command = if root { Command::new("apt-get") } else { Command::new("sudo") };
            if !root {
                command.args(["-n", "apt-get"]);
            }
            run(command.args(args).env("DEBIAN_FRONTEND", "noninteractive"))
        };
        let installed = apt(&["-qq", "update"]).and_then(|()| {
            apt(&["-qq", "-y", "install", "--no-install-recommends", "chromium", "chromium-driver", "fonts-noto-cjk"])
        });
        if installed.is_ok() && present() {
            return Ok(());
        }
    }
    Err("The journeys need Chromium and its driver, and I could not install them.\n\
         Debian, Ubuntu: sudo apt-get install chromium chromium-driver fonts-noto-cjk\n\
         Elsewhere: put `chromium` and `chromedriver` of the same version on the PATH.\n\
         Everything else can be tested with `cargo xtask test --no-browser`."
        .to_owned())
}
