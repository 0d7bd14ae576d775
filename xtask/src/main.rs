//! All set-up behind one command: `cargo xtask serve | test | fuzz | dist`.

mod alone;
mod build;
mod fuzz;
mod run;
mod serve;
mod single;
mod site;
mod size;
mod test;
mod tools;

use run::{Outcome, say};
use std::process::ExitCode;

const HELP: &str = "\
cargo xtask <command>

  serve [--port N] [--no-open]   build the site, serve it on 127.0.0.1 and open the browser
  test  [--no-browser]           everything CI checks
  fuzz  [--minutes N] [--keep] [TARGET]
                                 look for inputs that break something, ten minutes unless told otherwise;
                                 TARGET: scenario, method, session, attempt or study; --keep adds finds to fuzz/corpus
  dist                           write dist/site/ (a static folder) and dist/ninesteps.html (one file)
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        ["serve", rest @ ..] => serve::Options::read(rest).and_then(|options| serve::serve(&options)),
        ["test"] => test::test(test::Browser::Yes),
        ["test", "--no-browser"] => test::test(test::Browser::No),
        ["fuzz", rest @ ..] => fuzz::Options::read(rest).and_then(|options| fuzz::fuzz(&options)),
        ["dist"] => dist(),
        [] | ["help" | "--help" | "-h"] => {
            say(HELP);
            Ok(())
        }
        other => Err(format!("I do not know `{}`.\n\n{HELP}", other.join(" "))),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            say(&format!("\n{message}"));
            ExitCode::FAILURE
        }
    }
}

/// Builds everything that is handed out, and says what it weighs.
fn dist() -> Outcome<()> {
    let app = build::build()?;
    let site = site::write_site(&app)?;
    single::write_single(&app)?;
    size::report(&site)
}
