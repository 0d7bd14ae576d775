//! The built site on a web server of its own, under a path: any path must do.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use tiny_http::{Header, Request, Response, Server};

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

/// A web server with the site.
pub struct Site {
    server: Arc<Server>,
    asked: Arc<Mutex<Vec<String>>>,
    thread: Option<JoinHandle<()>>,
}

impl Site {
    /// Reads the built site and serves it on a free port.
    ///
    /// # Panics
    /// When the site was not built.
    pub fn serve() -> Self {
        let files = read(&built("site"));
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a free port"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let thread = std::thread::spawn({
            let (server, asked) = (Arc::clone(&server), Arc::clone(&asked));
            move || server.incoming_requests().for_each(|request| answer(request, &files, &asked))
        });
        Self { server, asked, thread: Some(thread) }
    }

    /// Where the page is, with a slash at the end.
    pub fn address(&self) -> String {
        format!("http://{}{MOUNTED_AT}", self.server.server_addr())
    }

    /// The paths asked for so far, in order, without what follows a question mark.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().expect("the list of requests").clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
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

fn answer(request: Request, files: &HashMap<String, Vec<u8>>, asked: &Mutex<Vec<String>>) {
    let path = request.url().split('?').next().unwrap_or_default().to_owned();
    asked.lock().expect("the list of requests").push(path.clone());
    let name = match path.strip_prefix(MOUNTED_AT) {
        Some("") => Some("index.html"),
        other => other,
    };
    // A browser that goes away mid-answer is its own affair.
    let _ = match name.and_then(|name| Some((name, files.get(name)?))) {
        Some((name, bytes)) => {
            let header = |name: &str, value: &str| Header::from_bytes(name, value).expect("a header");
            let response = Response::from_data(bytes.clone())
                .with_header(header("Content-Type", kind(name)))
                .with_header(header("X-Content-Type-Options", "nosniff"));
            request.respond(response)
        }
        None => request.respond(Response::from_string("Not found.").with_status_code(404)),
    };
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
