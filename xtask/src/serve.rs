//! A small web server for one's own machine.

use crate::run::{Outcome, ask, say};
use crate::{build, site};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

const PORT: u16 = 8909;

/// What was asked for.
pub struct Options {
    port: u16,
    open: bool,
}

impl Options {
    pub fn read(words: &[&str]) -> Outcome<Self> {
        let mut options = Self { port: PORT, open: true };
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match *word {
                "--no-open" => options.open = false,
                "--port" => {
                    let number = words.next().and_then(|word| word.parse().ok());
                    options.port = number.ok_or("--port needs a number from 1 to 65535, such as `--port 8000`.")?;
                }
                other => return Err(format!("`cargo xtask serve` does not know `{other}`: it takes --port N and --no-open.")),
            }
        }
        Ok(options)
    }
}

/// Builds, serves and opens the site.
pub fn serve(options: &Options) -> Outcome<()> {
    let app = build::build()?;
    let folder = site::write_site(&app)?;
    let (server, port) = listen(options.port)?;
    let address = format!("http://127.0.0.1:{port}/");
    if port != options.port {
        say(&format!("Port {} is taken, so I chose {port}.", options.port));
    }
    say(&format!("\nNinesteps is at {address}  (stop with Ctrl-C)"));
    if options.open && !open(&address) {
        say("There is no browser to open here: open the address yourself.");
    }
    let folder: Arc<Path> = folder.into();
    for stream in server.incoming().map_while(Result::ok) {
        let folder = Arc::clone(&folder);
        // A browser that goes away mid-answer is its own affair.
        std::thread::spawn(move || drop(answer(&stream, &folder)));
    }
    Ok(())
}

fn listen(port: u16) -> Outcome<(TcpListener, u16)> {
    let server = TcpListener::bind(("127.0.0.1", port)).or_else(|_| TcpListener::bind(("127.0.0.1", 0)));
    let server = server.map_err(|error| format!("Could not listen on 127.0.0.1: {error}"))?;
    let port = server.local_addr().map_or(port, |address| address.port());
    Ok((server, port))
}

/// Answers one request; each has a connection of its own, so that none waits for another.
fn answer(mut stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    let head: Vec<String> = BufReader::new(stream).lines().map_while(Result::ok).take_while(|line| !line.is_empty()).collect();
    let mut asked = head.first().map(String::as_str).unwrap_or_default().split(' ');
    let (method, url) = (asked.next().unwrap_or_default(), asked.next().unwrap_or_default());
    let found = resolve(folder, url).and_then(|path| Some((kind(&path), std::fs::read(path).ok()?)));
    let (status, (kind, bytes)) = match (method, found) {
        ("GET" | "HEAD", Some(found)) => ("200 OK", found),
        ("GET" | "HEAD", None) => ("404 Not Found", ("text/plain; charset=utf-8".to_owned(), b"Not found.".to_vec())),
        _ => ("405 Method Not Allowed", ("text/plain; charset=utf-8".to_owned(), b"Only GET.".to_vec())),
    };
    let length = bytes.len();
    write!(stream, "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n")?;
    write!(stream, "Cache-Control: no-cache\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n")?;
    if method == "HEAD" { Ok(()) } else { stream.write_all(&bytes) }
}

fn kind(path: &Path) -> String {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("toml") => "application/toml; charset=utf-8".to_owned(),
        Some("html") => "text/html; charset=utf-8".to_owned(),
        _ => mime_guess::from_path(path).first_or_octet_stream().to_string(),
    }
}

/// The file that a URL means, never outside the folder.
fn resolve(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let plain = path.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', ':', '%']));
    match path {
        "" => Some(folder.join("index.html")),
        _ => plain.then(|| folder.join(path)),
    }
}

/// Opens the browser where there is one. Ours to ask; whether a person sits there
/// is told by a display.
fn open(address: &str) -> bool {
    if cfg!(target_os = "macos") {
        return ask(Command::new("open").arg(address)).is_some();
    }
    if cfg!(target_os = "windows") {
        return ask(Command::new("cmd").args(["/C", "start", "", address])).is_some();
    }
    let display = ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    display && ask(Command::new("xdg-open").arg(address)).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_the_site_are_served() {
        let folder = Path::new("/site");
        assert_eq!(resolve(folder, "/"), Some("/site/index.html".into()));
        assert_eq!(resolve(folder, "/a/b.toml?v=1"), Some("/site/a/b.toml".into()));
        for refused in ["/../secret", "/a/../../b", "/.git/config", "//etc/passwd", "/a%2f..", "/c:\\x"] {
            assert_eq!(resolve(folder, refused), None, "{refused}");
        }
    }
}
