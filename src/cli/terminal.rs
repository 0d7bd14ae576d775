//! The terminal: colours only where there is one, and nothing lost where a pipe is
//! closed early.

use crate::markup::terminal::Styles;
use crate::reader::is_bidi_control;
use anstream::{AutoStream, ColorChoice};
use std::io::{self, BufRead, IsTerminal, Stderr, Stdout, Write};

/// Results go to the output, everything else beside it.
pub struct Terminal {
    out: AutoStream<Stdout>,
    beside: AutoStream<Stderr>,
}

impl Terminal {
    pub fn new() -> Self {
        Self { out: AutoStream::auto(io::stdout()), beside: AutoStream::auto(io::stderr()) }
    }

    /// A result. Of what could command the screen only the styles are kept.
    pub fn print(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(without(text, |c| c != ESCAPE && commands(c)).as_bytes())?;
        self.out.flush()
    }

    /// A result, on a line of its own.
    pub fn say(&mut self, line: &str) -> io::Result<()> {
        self.print(&format!("{line}\n"))
    }

    /// Asks, and gives the line that is typed; `None`: the input has ended. What comes
    /// from elsewhere than a keyboard is shown, so that the output reads the same.
    pub fn ask(&mut self, question: &str) -> io::Result<Option<String>> {
        self.print(&format!("{question} "))?;
        let mut bytes = Vec::new();
        let has_ended = io::stdin().lock().read_until(b'\n', &mut bytes)? == 0;
        let answer: String = String::from_utf8_lossy(&bytes).trim().chars().filter(|c| !c.is_control()).collect();
        if has_ended || !io::stdin().is_terminal() {
            self.say(&answer)?;
        }
        Ok((!has_ended).then_some(answer))
    }

    /// What went wrong, or how far it has come. When even that cannot be told,
    /// the exit code still can.
    pub fn complain(&mut self, line: &str) {
        let _ = writeln!(self.beside, "{}", harmless(line.trim_end()));
    }

    /// How far long work has come: a line that is written over; only shown to people.
    pub fn progress(&mut self, text: &str) {
        if io::stderr().is_terminal() {
            let _ = write!(self.beside, "\r\x1b[2K{text}");
            let _ = self.beside.flush();
        }
    }

    /// Whether weight and colour are shown.
    pub fn styles(&self) -> Styles {
        if self.out.current_choice() == ColorChoice::Never { Styles::Plain } else { Styles::Ansi }
    }

    /// How many cells a line of the output has.
    pub fn width(&self) -> usize {
        terminal_width().unwrap_or(80).clamp(40, 120)
    }
}

/// Begins a style, or whatever else a terminal obeys.
const ESCAPE: char = '\u{1b}';

/// A text from elsewhere that can only be read: what could command the screen, or
/// turn the order of what is read, is shown as a replacement character.
pub fn harmless(text: &str) -> String {
    without(text, |c| commands(c) || is_bidi_control(c))
}

fn without(text: &str, unwanted: impl Fn(char) -> bool) -> String {
    text.chars().map(|c| if unwanted(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

fn commands(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

fn terminal_width() -> Option<usize> {
    let named = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    named.or_else(|| terminal_size::terminal_size().map(|(terminal_size::Width(cells), _)| usize::from(cells)))
}
