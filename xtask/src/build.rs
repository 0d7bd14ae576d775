//! The page: Rust to wasm, with its glue.

use crate::alone::alone;
use crate::run::{Outcome, cargo, root, run, say};
use crate::tools::{self, LibrarySource};
use std::process::Command;
use std::time::Instant;
use wasm_bindgen_cli_support::Bindgen;

/// The name of the files.
pub const NAME: &str = "ninesteps";

/// The name of the second program.
pub const STUDY: &str = "study.wasm";

/// What the page calls of it.
const STUDY_EXPORTS: [&str; 4] = ["input", "output_length", "compile", "tell"];

/// The built page.
pub struct App {
    /// The glue, an ES module that exports an initialiser.
    pub js: String,
    pub wasm: Vec<u8>,
    /// The second program, loaded when it is wanted.
    pub study: Vec<u8>,
}

/// Apart from the other builds, whose flags differ.
fn target_folder() -> std::path::PathBuf {
    root().join("target/page")
}

/// Compiles one program of the page. With the source of the standard library at
/// hand, that is compiled too, so that what cannot happen leaves no messages behind:
/// a learner downloads an eighth less.
fn compile(what: &[&str], library: LibrarySource) -> Outcome<()> {
    let command = || {
        let mut command = cargo();
        command.args(["build", "--quiet", "--profile", "web", "--target", "wasm32-unknown-unknown"]).args(what);
        command.arg("--target-dir").arg(target_folder());
        command
    };
    if library == LibrarySource::Present {
        let mut with_library = command();
        with_library
            .args(["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"])
            // These switches are stable in effect, not yet in name.
            .env("RUSTC_BOOTSTRAP", "1")
            .env("RUSTFLAGS", "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none");
        if run(&mut with_library).is_ok() {
            return Ok(());
        }
        say("This Rust does not build its standard library so: building with the one it came with.");
    }
    run(&mut command())
}

/// Builds the optimised page.
pub fn build() -> Outcome<App> {
    tools::ensure_target()?;
    say("Building the page (the first time two to three minutes on two cores, then under one) …");
    let start = Instant::now();
    let small = tools::ensure_library_source();
    compile(&["--lib", "--features", "web"], small)?;
    compile(&["--package", "study"], small)?;
    let folder = target_folder().join("wasm32-unknown-unknown/web");
    let built = folder.join("ninesteps.wasm");
    let mut output = Bindgen::new()
        .input_path(&built)
        .web(true)
        .and_then(|bindgen| bindgen.typescript(false).remove_producers_section(true).remove_name_section(true).generate_output())
        .map_err(|error| format!("wasm-bindgen: {error:#}"))?;
    let mut js = without_comments(output.js());
    for (at, import) in output.wasm_mut().imports.iter_mut().enumerate() {
        rename(&mut import.name, at, &mut js);
    }
    let wasm = shrink(output.wasm_mut().emit_wasm())?;
    let study = folder.join(STUDY);
    let study = std::fs::read(&study).map_err(|error| format!("Could not read {}: {error}", study.display()))?;
    let study = shrink(alone(&study, &STUDY_EXPORTS)?)?;
    say(&format!("Built in {} s.", start.elapsed().as_secs()));
    Ok(App { js, wasm, study })
}

/// The glue without what only its readers need. No text in it goes over several
/// lines, so that each can be looked at alone.
fn without_comments(js: &str) -> String {
    let comment =
        |line: &&str| line.is_empty() || ["//", "/*", "*/", "* "].iter().any(|sign| line.starts_with(sign)) || *line == "*";
    let lines: Vec<&str> = js.lines().map(str::trim).filter(|line| !comment(line)).collect();
    lines.join("\n")
}

/// Gives an import a short name on both sides. Its own ends with sixteen digits drawn
/// from a hash, which no compression makes smaller and nothing else contains.
fn rename(name: &mut String, at: usize, js: &mut String) {
    let drawn = name.rsplit_once('_').is_some_and(|(_, end)| end.len() == 16 && end.chars().all(|c| c.is_ascii_hexdigit()));
    if drawn {
        let short = format!("i{at}");
        *js = js.replace(&format!("{name}:"), &format!("{short}:"));
        *name = short;
    }
}

fn shrink(wasm: Vec<u8>) -> Outcome<Vec<u8>> {
    let Some((command, name)) = tools::wasm_opt() else {
        say("No wasm-opt here (install Node, and it is fetched): the page works the same and is some 10% larger.");
        return Ok(wasm);
    };
    let folder = root().join("target/tools");
    let (input, output) = (folder.join("in.wasm"), folder.join("out.wasm"));
    crate::run::write(&input, &wasm)?;
    let Some((program, args)) = command.split_first() else { return Ok(wasm) };
    let flags = [
        "-Oz",
        "--converge",
        "--strip-debug",
        "--strip-producers",
        "--enable-bulk-memory",
        "--enable-nontrapping-float-to-int",
        "--enable-sign-ext",
        "--enable-mutable-globals",
        "--enable-reference-types",
        "--enable-multivalue",
    ];
    let shrunk = run(Command::new(program).args(args).arg(&input).args(flags).arg("-o").arg(&output));
    if shrunk.is_err() {
        say(&format!("{name} did not take the file: continuing without it."));
        return Ok(wasm);
    }
    say(&format!("Shrunk with {name}."));
    std::fs::read(&output).map_err(|error| format!("Could not read {}: {error}", output.display()))
}
