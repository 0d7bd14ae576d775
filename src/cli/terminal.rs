//! The terminal: colours only where there is one, and nothing lost where a pipe is
//! closed early.

use anstream::{AutoStream, ColorChoice};
use std::io::{self, IsTerminal, Stderr, Stdout, Write};

/// Results go to the output, everything else beside it.
pub struct Terminal {
    out: AutoStream<Stdout>,
    beside: AutoStream<Stderr>,
}

impl Terminal {
    pub fn new() -> Self {
        Self { out: AutoStream::auto(io::stdout()), beside: AutoStream::auto(io::stderr()) }
    }

    /// A result, as it is.
    pub fn print(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())?;
        self.out.flush()
    }

    /// A result, on a line of its own.
    pub fn say(&mut self, line: &str) -> io::Result<()> {
        self.print(&format!("{line}\n"))
    }

    /// What went wrong, or how far it has come. When even that cannot be told,
    /// the exit code still can.
    pub fn complain(&mut self, line: &str) {
        let _ = writeln!(self.beside, "{}", line.trim_end());
    }

    /// Asks for a line; `None` when there is nothing more to read.
    pub fn prompt(&mut self, question: &str) -> io::Result<Option<String>> {
        write!(self.beside, "{question} ")?;
        self.beside.flush()?;
        let mut answer = String::new();
        Ok((io::stdin().read_line(&mut answer)? > 0).then_some(answer))
    }

    /// How far long work has come: a line that is written over; only shown to people.
    pub fn progress(&mut self, text: &str) {
        if io::stderr().is_terminal() {
            let _ = write!(self.beside, "\r\x1b[2K{text}");
            let _ = self.beside.flush();
        }
    }

    /// Whether styles are shown.
    pub fn has_colours(&self) -> bool {
        self.out.current_choice() != ColorChoice::Never
    }

    /// How many cells a line of the output has.
    pub fn width(&self) -> usize {
        terminal_width().unwrap_or(80).clamp(40, 120)
    }
}

fn terminal_width() -> Option<usize> {
    std::env::var("COLUMNS").ok()?.parse().ok()
}
