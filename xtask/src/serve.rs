//! A small web server for one's own machine.

use crate::run::{Outcome, ask, say};
use crate::{build, site};
use std::path::{Path, PathBuf};
use std::process::Command;
use tiny_http::{Header, Method, Response, Server};

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
    for request in server.incoming_requests() {
        let response = answer(&folder, request.method(), request.url());
        // A browser that goes away mid-answer is its own affair.
        let _ = request.respond(response);
    }
    Ok(())
}

fn listen(port: u16) -> Outcome<(Server, u16)> {
    let server = Server::http(("127.0.0.1", port)).or_else(|_| Server::http(("127.0.0.1", 0)));
    let server = server.map_err(|error| format!("Could not listen on 127.0.0.1: {error}"))?;
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    Ok((server, port))
}

fn answer(folder: &Path, method: &Method, url: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    if !matches!(method, Method::Get | Method::Head) {
        return Response::from_string("Only GET.").with_status_code(405);
    }
    let Some(path) = resolve(folder, url) else {
        return Response::from_string("Not found.").with_status_code(404);
    };
    let Ok(bytes) = std::fs::read(&path) else {
        return Response::from_string("Not found.").with_status_code(404);
    };
    let kind = match path.extension().and_then(|ending| ending.to_str()) {
        Some("toml") => "application/toml; charset=utf-8".to_owned(),
        Some("html") => "text/html; charset=utf-8".to_owned(),
        _ => mime_guess::from_path(&path).first_or_octet_stream().to_string(),
    };
    let mut response = Response::from_data(bytes);
    for (name, value) in [("Content-Type", kind.as_str()), ("Cache-Control", "no-cache"), ("X-Content-Type-Options", "nosniff")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
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
