//! Everything CI checks, cheapest first.

use crate::alone::alone;
use crate::run::{Outcome, ask, cargo, root, run, say, write};
use crate::{build, single, site, size, tools};
use std::process::Command;
use std::time::Instant;

/// Whether the journeys are run.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    Yes,
    No,
}

/// One check and what to call it.
type Check = (&'static str, fn() -> Outcome<()>);

pub fn test(browser: Browser) -> Outcome<()> {
    say("Eight to fifteen minutes on two cores the first time, about four after that.");
    tools::ensure_components()?;
    tools::ensure_target()?;
    let mut checks: Vec<Check> = vec![
        ("formatting", || run(cargo().args(["fmt", "--all", "--check"]))),
        ("the core by itself", || run(cargo().args(["check", "--quiet", "--lib"]))),
        ("clippy", || clippy(&["--workspace", "--all-targets", "--features", "ninesteps/cli"])),
        ("clippy of the page", || clippy(&["--lib", "--features", "web", "--target", "wasm32-unknown-unknown"])),
        ("unit, property, snapshot and golden tests", || {
            let scope = ["--workspace", "--exclude", "journeys", "--features", "ninesteps/cli"];
            run(cargo().args(["test", "--quiet", "--no-fail-fast"]).args(scope))
        }),
        ("native against wasm", parity),
        ("site, single file and budget", || {
            let app = build::build()?;
            let site = site::write_site(&app)?;
            single::write_single(&app)?;
            size::report(&site)
        }),
    ];
    if browser == Browser::Yes {
        tools::ensure_chromium()?;
        checks.push(("journeys in Chromium", || run(cargo().args(["test", "--quiet", "--package", "journeys"]))));
    }
    for (name, check) in checks {
        say(&format!("\n== {name}"));
        let start = Instant::now();
        check()?;
        say(&format!("== {name}: passed, {} s", start.elapsed().as_secs()));
    }
    say("\nEverything passed.");
    Ok(())
}

fn clippy(scope: &[&str]) -> Outcome<()> {
    run(cargo().args(["clippy", "--quiet"]).args(scope).args(["--", "--deny", "warnings"]))
}

/// Replays the golden attempts on native and, under Node, on wasm; every event
/// must be the same.
fn parity() -> Outcome<()> {
    if ask(Command::new("node").arg("--version")).is_none() {
        return Err(
            "Comparing native with wasm needs Node 18 or later (https://nodejs.org, or `apt-get install nodejs`).".to_owned()
        );
    }
    run(cargo().args(["build", "--quiet", "--release", "--package", "parity", "--target", "wasm32-unknown-unknown"]))?;
    let built = root().join("target/wasm32-unknown-unknown/release/parity.wasm");
    let wasm = root().join("target/wasm32-unknown-unknown/release/parity.alone.wasm");
    let program = std::fs::read(&built).map_err(|error| format!("Could not read {}: {error}", built.display()))?;
    write(&wasm, &alone(&program, &["parity_transcript"])?)?;
    let by_wasm =
        ask(Command::new("node").arg("tests/parity/run.mjs").arg(&wasm)).ok_or("tests/parity/run.mjs failed under Node.")?;
    let by_native = ask(cargo().args(["run", "--quiet", "--package", "parity"])).ok_or("The native replay failed.")?;
    if by_wasm != by_native {
        let at = by_wasm.lines().zip(by_native.lines()).find(|(wasm, native)| wasm != native);
        return Err(format!("Native and wasm disagree (wasm, native): {at:#?}"));
    }
    say(&format!("{} lines of events agree.", by_native.lines().count()));
    Ok(())
}
