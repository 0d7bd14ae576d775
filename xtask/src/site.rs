//! The static site: what a web server needs, under any path.

use crate::build::{App, NAME};
use crate::run::{Outcome, read, root, say, write};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ninesteps::diagnostic::Place;
use ninesteps::i18n::Strings;
use ninesteps::language::Language;
use ninesteps::method::{self, Method};
use ninesteps::scenario::{self, Scenario};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::path::{Path, PathBuf};

/// One file of the library, as it travels.
pub struct Text {
    /// Relative to the page.
    pub path: String,
    pub text: String,
}

/// Everything that is shown beside the program itself.
pub struct Library {
    pub methods: Vec<Text>,
    pub scenarios: Vec<Text>,
    /// What the first page shows of each scenario.
    pub catalogue: Value,
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
    let library = library()?;
    let version = hash(&[app.js.as_bytes(), &app.wasm].concat()).get(..12).unwrap_or_default().to_owned();
    let script = format!("{NAME}.js?v={version}");
    let start = format!("\n__wbg_init({{ module_or_path: new URL('{NAME}.wasm?v={version}', import.meta.url) }});\n");
    let head = format!(
        "<link rel=\"modulepreload\" href=\"{script}\">\n\
         <link rel=\"preload\" href=\"{NAME}.wasm?v={version}\" as=\"fetch\" type=\"application/wasm\" crossorigin>\n\
         <script type=\"module\" src=\"{script}\"></script>"
    );
    let page = page(&Page { script_policy: "'self'", connect: "'self'", head: &head, body: &catalogue_block(&library.catalogue) })?;
    write(&folder.join("index.html"), page)?;
    write(&folder.join(format!("{NAME}.js")), format!("{}{start}", app.js))?;
    write(&folder.join(format!("{NAME}.wasm")), &app.wasm)?;
    for text in library.methods.iter().chain(&library.scenarios) {
        write(&folder.join(&text.path), &text.text)?;
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
    let fallback = Language::ALL.map(|language| {
        format!("<p lang=\"{}\">{}</p>", language.tag(), Strings::of(language).needs_script)
    });
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
    Ok(style)
}

/// The base64 SHA-256 that a content policy names.
pub fn digest(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

pub fn catalogue_block(catalogue: &Value) -> String {
    data_block("application/json", "catalogue", &catalogue.to_string())
}

/// Text for the page to read; never run, and nothing in it can close the block.
pub fn data_block(kind: &str, id: &str, text: &str) -> String {
    format!("<script type=\"{kind}\" id=\"{id}\">{}</script>\n", text.replace('<', "\\u003C"))
}

/// Reads and checks all that ships.
pub fn library() -> Outcome<Library> {
    let sources = files(&root().join("scenarios/methods"), "toml")?;
    let mut methods = Vec::new();
    let mut texts = Vec::new();
    for path in &sources {
        let source = read(path)?;
        let (method, problems) = method::parse(&source);
        let method = method.ok_or_else(|| tell(path, &source, &problems))?;
        for language in Language::ALL {
            texts.push(Text { path: method_path(&method.id, language), text: in_one_language(&source, language)? });
        }
        methods.push(method);
    }
    let known: Vec<&Method> = methods.iter().collect();
    let mut scenarios = Vec::new();
    let mut cards = Vec::new();
    for language in Language::ALL {
        for path in files(&root().join("scenarios").join(language.tag()), "toml")? {
            let source = read(&path)?;
            let (scenario, problems) = scenario::parse(&source, &known);
            let scenario = scenario.ok_or_else(|| tell(&path, &source, &problems))?;
            let path = format!("scenarios/{}/{}.toml", language.tag(), scenario.id);
            cards.push(card(&scenario, &path));
            scenarios.push(Text { path, text: source });
        }
    }
    cards.sort_by_key(|card| card.get("level").and_then(Value::as_u64));
    let methods = methods.iter().map(method_card).collect::<Vec<_>>();
    Ok(Library { methods: texts, scenarios, catalogue: json!({ "scenarios": cards, "methods": methods }) })
}

fn method_path(id: &str, language: Language) -> String {
    format!("scenarios/methods/{id}.{}.toml", language.tag())
}

/// What the page needs to show the library before any scenario is loaded.
fn card(scenario: &Scenario, path: &str) -> Value {
    json!({
        "id": scenario.id,
        "language": scenario.language,
        "title": scenario.title,
        "summary": scenario.summary,
        "customer": scenario.customer.name,
        "role": scenario.customer.role,
        "level": scenario.level,
        "minutes": scenario.minutes,
        "steps": scenario.steps().iter().map(|step| step.index()).collect::<Vec<_>>(),
        "method": scenario.method,
        "path": path,
    })
}

fn method_card(method: &Method) -> Value {
    let names = |language| method.steps.iter().map(|step| step.name.get(language)).collect::<Vec<_>>();
    json!({ "id": method.id, "en": names(Language::En), "zh-Hans": names(Language::ZhHans) })
}

/// A method file with the texts of one language: half the weight for a learner.
fn in_one_language(source: &str, language: Language) -> Outcome<String> {
    let mut table: toml::Table = toml::from_str(source).map_err(|error| error.to_string())?;
    let others: Vec<&str> = Language::ALL.into_iter().filter(|other| *other != language).map(Language::tag).collect();
    for (_, value) in &mut table {
        keep_language(value, &others);
    }
    table.insert("languages".to_owned(), toml::Value::Array(vec![language.tag().into()]));
    toml::to_string(&table).map_err(|error| error.to_string())
}

fn keep_language(value: &mut toml::Value, others: &[&str]) {
    match value {
        toml::Value::Table(table) => {
            for other in others {
                table.remove(*other);
            }
            table.iter_mut().for_each(|(_, value)| keep_language(value, others));
        }
        toml::Value::Array(list) => list.iter_mut().for_each(|value| keep_language(value, others)),
        _ => {}
    }
}

/// The problems of a file that ships, for the person at the keyboard.
fn tell(path: &Path, source: &str, problems: &[ninesteps::diagnostic::Diagnostic]) -> String {
    let told = problems.iter().map(|problem| {
        let place = Place::of(source, &problem.span);
        let told = Strings::of(Language::En).fault(&problem.fault);
        format!("{}:{place}: {}\n    {}\n    {}", path.display(), told.what, place.text.trim(), told.mend)
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
