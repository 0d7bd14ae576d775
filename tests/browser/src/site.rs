//! The built site on a web server of its own, under a path: any path must do.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Result, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

const MOUNTED_AT: &str = "/some/where/";

/// The repository.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the repository")
}

/// The single file that is opened from disk.
pub fn single_file() -> PathBuf {
    built("ninesteps.html")
}

fn built(name: &str) -> PathBuf {
    let path = root().join("dist").join(name);
    assert!(path.exists(), "dist/{name} is missing: run `cargo xtask dist`");
    path
}

/// A web server with the site. Every request has a connection and a thread of its own,
/// so that none waits for another.
pub struct Site {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
    is_closed: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Site {
    /// Reads the built site and serves it on a free port.
    ///
    /// # Panics
    /// When the site was not built.
    pub fn serve() -> Self {
        let files = Arc::new(read(&built("site")));
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (asked, is_closed) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicBool::new(false)));
        let thread = std::thread::spawn({
            let (asked, is_closed) = (Arc::clone(&asked), Arc::clone(&is_closed));
            move || {
                for stream in listener.incoming().map_while(|stream| stream.ok()) {
                    if is_closed.load(Ordering::Relaxed) {
                        break;
                    }
                    let (files, asked) = (Arc::clone(&files), Arc::clone(&asked));
                    // A browser that goes away mid-answer is its own affair.
                    std::thread::spawn(move || drop(answer(&stream, &files, &asked)));
                }
            }
        });
        Self { address, asked, is_closed, thread: Some(thread) }
    }

    /// Where the page is, with a slash at the end.
    pub fn address(&self) -> String {
        format!("http://{}{MOUNTED_AT}", self.address)
    }

    /// The paths asked for so far, in order, without what follows a question mark.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("the list of requests").clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.is_closed.store(true, Ordering::Relaxed);
        // So that it looks up.
        let _ = TcpStream::connect(self.address);
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// All files below a folder, by their path in the site.
fn read(folder: &Path) -> HashMap<String, Vec<u8>> {
    let mut files = HashMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).expect("a folder of the site") {
            let path = entry.expect("an entry of the site").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below the folder").to_string_lossy().replace('\\', "/");
                files.insert(name, std::fs::read(&path).expect("a file of the site"));
            }
        }
    }
    files
}

fn answer(mut stream: &TcpStream, files: &HashMap<String, Vec<u8>>, asked: &Mutex<Vec<String>>) -> Result<()> {
    let head: Vec<String> = BufReader::new(stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    let Some(wanted) = head.first().and_then(|line| line.split(' ').nth(1)) else { return Ok(()) };
    let path = wanted.split('?').next().unwrap_or_default();
    asked.lock().expect("the list of requests").push(path.to_owned());
    let name = match path.strip_prefix(MOUNTED_AT) {
        Some("") => Some("index.html"),
        other => other,
    };
    let found = name.and_then(|name| Some((kind(name), files.get(name)?.as_slice())));
    let (status, (kind, bytes)) = match found {
        Some(found) => ("200 OK", found),
        None => ("404 Not Found", ("text/plain; charset=utf-8", b"Not found.".as_slice())),
    };
    let length = bytes.len();
    write!(stream, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n")?;
    write!(stream, "X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n")?;
    stream.write_all(bytes)
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "toml" => "application/toml; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        _ => "application/octet-stream",
    }
}
