//! The program between a journey and its browser.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(20);

/// A running chromedriver. It ends, with all browsers that it started, when dropped.
pub struct Driver {
    child: Child,
    /// Kept open: a program whose output nobody takes is ended.
    said: Option<BufReader<ChildStdout>>,
    port: u16,
}

impl Driver {
    /// Starts it on a port that it finds free, and waits until it is ready.
    pub fn start() -> Self {
        let mut child = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the journeys need chromedriver: run `cargo xtask test`, which installs it");
        let mut said = BufReader::new(child.stdout.take().expect("what chromedriver says"));
        let mut driver = Self { child, port: 0, said: None };
        let port = said.by_ref().lines().map_while(Result::ok).find_map(|line| port_in(&line));
        driver.port = port.expect("chromedriver names its port");
        driver.said = Some(said);
        let begun = Instant::now();
        while !driver.ask("GET /status").is_some_and(|answer| answer.contains("\"ready\":true")) {
            assert!(begun.elapsed() < PATIENCE, "chromedriver does not get ready");
            std::thread::sleep(Duration::from_millis(10));
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
        let mut answer = String::new();
        stream.read_to_string(&mut answer).ok()?;
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
        // It closes its browsers first; killed outright, it would leave them behind.
        let _ = self.ask("GET /shutdown");
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
