//! The static site: what a web server needs, under any path.

use crate::build::{App, NAME, STUDY};
use crate::run::{Outcome, read, root, say, write};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ninesteps::catalogue::{Card, Catalogue};
use ninesteps::i18n::Strings;
use ninesteps::language::Language;
use ninesteps::method;
use ninesteps::pack::{self, Reported};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// One file of the library, as it travels.
pub struct Travelling {
    /// Relative to the page.
    pub path: String,
    pub bytes: Vec<u8>,
}

/// Everything that travels beside the program itself.
pub struct Library {
    pub catalogue: Catalogue,
    pub packs: Vec<Travelling>,
    /// Only for authors: the method files as they were written.
    pub methods: Vec<Travelling>,
}

/// The folder of the built site.
pub fn folder() -> PathBuf {
    root().join("dist/site")
}

/// Writes `dist/site/`.
pub fn write_to(folder: &Path, app: &App) -> Outcome<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder).map_err(|error| format!("Could not clear {}: {error}", folder.display()))?;
    }
    let mut library = library()?;
    let version = version_of(app, &library);
    library.catalogue.version.clone_from(&version);
    let script = format!("{NAME}.js?v={version}");
    let start = format!("\n__wbg_init({{ module_or_path: new URL('{NAME}.wasm?v={version}', import.meta.url) }});\n");
    let head = format!(
        "<link rel=\"modulepreload\" href=\"{script}\">\n\
         <link rel=\"preload\" href=\"{NAME}.wasm?v={version}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <script type=\"module\" src=\"{script}\"></script>"
    );
    let page = page(&Page {
        script_policy: "'self'",
        connect: "'self'",
        head: &head,
        body: &text_block("catalogue", &library.catalogue.to_text()),
    })?;
    write(&folder.join("index.html"), page)?;
    write(&folder.join(format!("{NAME}.js")), format!("{}{start}", app.js))?;
    write(&folder.join(format!("{NAME}.wasm")), &app.wasm)?;
    write(&folder.join(STUDY), &app.study)?;
    for file in library.methods.iter().chain(&library.packs) {
        write(&folder.join(&file.path), &file.bytes)?;
    }
    Ok(())
}

/// Writes `dist/site/` and says so.
pub fn write_site(app: &App) -> Outcome<PathBuf> {
    let folder = folder();
    write_to(&folder, app)?;
    say("Wrote dist/site/: put this folder on any web server, under any path.");
    Ok(folder)
}

/// The parts of a page that differ between the site and the single file.
pub struct Page<'a> {
    /// Where scripts may come from.
    pub script_policy: &'a str,
    pub connect: &'a str,
    pub head: &'a str,
    pub body: &'a str,
}

/// `static/index.html` with its style, policy, head and data.
pub fn page(parts: &Page<'_>) -> Outcome<String> {
    let style = style()?;
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src 'sha256-{}'; connect-src {}; img-src data:; \
         base-uri 'none'; form-action 'none'",
        parts.script_policy,
        digest(&style),
        parts.connect
    );
    let icon = STANDARD.encode(read(&root().join("static/icon.svg"))?);
    let fallback =
        Language::ALL.map(|language| format!("<p lang=\"{}\">{}</p>", language.tag(), Strings::of(language).needs_script));
    Ok(read(&root().join("static/index.html"))?
        .replace("{policy}", &policy)
        .replace("{icon}", &icon)
        .replace("{style}", &style)
        .replace("{head}", parts.head)
        .replace("{noscript}", &fallback.concat())
        .replace("{body}", parts.body))
}

/// The style sheets as one, in the order of their names, without comments.
fn style() -> Outcome<String> {
    let folder = root().join("static/css");
    let mut style = String::new();
    for path in files(&folder, "css")? {
        for line in read(&path)?.lines().map(str::trim).filter(|line| !line.is_empty()) {
            style.push_str(line);
            style.push('\n');
        }
    }
    while let (Some(start), Some(end)) = (style.find("/*"), style.find("*/")) {
        style.replace_range(start..end + 2, "");
    }
    // Spaces that only readers need. No selector and no text of ours has such a sign.
    for (wide, narrow) in [(": ", ":"), ("; ", ";"), (" { ", "{"), (" {", "{"), (" }", "}"), (", ", ","), (";}", "}")] {
        style = style.replace(wide, narrow);
    }
    Ok(style)
}

/// The base64 SHA-256 that a content policy names.
pub fn digest(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}

/// A short name for all that is loaded beside the page: it stands in addresses, so
/// that a browser never mixes old and new.
fn version_of(app: &App, library: &Library) -> String {
    let mut digest = Sha256::new();
    digest.update(app.js.as_bytes());
    digest.update(&app.wasm);
    digest.update(&app.study);
    for file in library.packs.iter().chain(&library.methods) {
        digest.update(&file.bytes);
    }
    digest.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes for the page to read, found again by their id; never run.
pub fn data_block(id: &str, bytes: &[u8]) -> String {
    format!("<script type=\"application/octet-stream\" id=\"{id}\">{}</script>\n", STANDARD.encode(bytes))
}

/// The same for text in which there is no `<`.
pub fn text_block(id: &str, text: &str) -> String {
    format!("<script type=\"text/plain\" id=\"{id}\">{text}</script>\n")
}

/// Reads and checks all that ships.
pub fn library() -> Outcome<Library> {
    let mut methods = Vec::new();
    let mut catalogue = Catalogue::default();
    for path in files(&root().join("scenarios/methods"), "toml")? {
        let source = read(&path)?;
        if let (Some(method), _) = method::parse(&source) {
            let steps = method.steps.iter().map(|step| step.name.clone()).collect();
            catalogue.methods.push((method.id, steps));
        }
        methods.push(source);
    }
    let mut packs = Vec::new();
    for language in Language::ALL {
        for path in files(&root().join("scenarios").join(language.tag()), "toml")? {
            let pack = pack::compile(&methods, read(&path)?.as_bytes()).map_err(|problems| tell(&path, &problems))?;
            let card = Card::of(&pack.scenario);
            packs.push(Travelling { path: card.path(), bytes: pack.to_bytes() });
            catalogue.cards.push(card);
        }
    }
    catalogue.cards.sort_by_key(|card| card.level);
    let named = catalogue.methods.iter().map(|(id, _)| format!("scenarios/methods/{id}.toml")).zip(methods);
    let methods = named.map(|(path, text)| Travelling { path, bytes: text.into_bytes() }).collect::<Vec<_>>();
    Ok(Library { catalogue, packs, methods })
}

/// The problems of a file that ships, for the person at the keyboard.
fn tell(path: &Path, problems: &[Reported]) -> String {
    let told = problems.iter().map(|problem| {
        let place = &problem.place;
        format!("{}:{place}: {}\n    {}\n    {}", path.display(), problem.what.en, place.text.trim(), problem.mend.en)
    });
    told.collect::<Vec<_>>().join("\n")
}

/// The files of a folder with an ending, by name.
fn files(folder: &Path, ending: &str) -> Outcome<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).map_err(|error| format!("Could not read {}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .collect();
    paths.sort();
    Ok(paths)
}
