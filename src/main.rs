//! The author's command.

use std::process::ExitCode;

fn main() -> ExitCode {
    ninesteps::cli::run(std::env::args_os())
}
