//! The program between a journey and its browser.

use crate::Folder;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);
/// Between two looks.
const PAUSE: Duration = Duration::from_millis(10);

/// A running chromedriver. It ends, with all browsers that it started, when dropped.
pub struct Driver {
    child: Child,
    /// Kept open: a program whose output nobody takes is ended.
    said: Option<BufReader<ChildStdout>>,
    /// What the browser leaves lying about is gone with this.
    _folder: Folder,
    port: u16,
}

impl Driver {
    /// Starts it on a port that it finds free, and waits until it is ready.
    pub fn start() -> Self {
        let folder = Folder::new();
        let mut child = Command::new("chromedriver")
            .env("TMPDIR", folder.path())
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the journeys need chromedriver: run `cargo xtask test`, which installs it");
        let mut said = BufReader::new(child.stdout.take().expect("what chromedriver says"));
        let mut driver = Self { child, port: 0, said: None, _folder: folder };
        let port = said.by_ref().lines().map_while(Result::ok).find_map(|line| port_in(&line));
        driver.port = port.expect("chromedriver names its port");
        driver.said = Some(said);
        let begun = Instant::now();
        while !driver.ask("GET /status").is_some_and(|answer| answer.contains("\"ready\":true")) {
            assert!(begun.elapsed() < PATIENCE, "chromedriver does not get ready");
            std::thread::sleep(PAUSE);
        }
        driver
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// One question, over HTTP.
    fn ask(&self, question: &str) -> Option<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        write!(stream, "{question} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n", self.port).ok()?;
        // It keeps the connection open, so its answer ends where it says and not before.
        let mut answer = String::new();
        let mut reader = BufReader::new(stream);
        while !answer.ends_with("\r\n\r\n") {
            reader.read_line(&mut answer).ok().filter(|read| *read > 0)?;
        }
        let length = answer.lines().find_map(|line| {
            let (name, value) = line.split_once(':')?;
            name.eq_ignore_ascii_case("content-length").then(|| value.trim().parse::<u64>().ok())?
        });
        reader.take(length?).read_to_string(&mut answer).ok()?;
        Some(answer)
    }
}

/// The number in "ChromeDriver was started successfully on port 12345."
fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("successfully on port ")?;
    rest.trim_end().trim_end_matches('.').parse().ok()
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It closes its browsers first and clears up after them; killed outright, it
        // would leave both behind.
        let _ = self.ask("GET /shutdown");
        let begun = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && begun.elapsed() < PATIENCE / 4 {
            std::thread::sleep(PAUSE);
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
