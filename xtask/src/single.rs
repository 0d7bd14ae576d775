//! The single file: everything inside, opened from disk by a double click.

use crate::build::App;
use crate::run::{Outcome, root, say, write};
use crate::site::{self, Page, catalogue_block, data_block, digest};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Writes `dist/ninesteps.html`.
pub fn write_single(app: &App) -> Outcome<()> {
    let library = site::library()?;
    let mut body = catalogue_block(&library.catalogue);
    let files: serde_json::Map<String, serde_json::Value> =
        library.methods.into_iter().chain(library.scenarios).map(|file| (file.path, file.text.into())).collect();
    body.push_str(&data_block("application/json", "files", &serde_json::Value::Object(files).to_string()));
    body.push_str(&data_block("application/wasm", "wasm", &STANDARD.encode(&app.wasm)));
    let start = "\nconst bytes = Uint8Array.from(atob(document.getElementById('wasm').textContent), c => c.charCodeAt(0));\n\
                 __wbg_init({ module_or_path: bytes });\n";
    let script = format!("{}{start}", app.js);
    let script_policy = format!("'sha256-{}'", digest(&script));
    body.push_str(&format!("<script type=\"module\">{script}</script>\n"));
    let page = site::page(&Page { script_policy: &script_policy, connect: "'none'", head: "", body: &body })?;
    write(&root().join("dist/ninesteps.html"), page)?;
    say("Wrote dist/ninesteps.html: one file with everything inside; it opens by double click, with no network.");
    Ok(())
}
