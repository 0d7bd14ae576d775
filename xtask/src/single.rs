//! The single file: everything inside, opened from disk by a double click.

use crate::build::{App, STUDY};
use crate::run::{Outcome, root, say, write};
use crate::site::{self, Page, data_block, digest, text_block};

/// Writes `dist/ninesteps.html`.
pub fn write_single(app: &App) -> Outcome<()> {
    let library = site::library()?;
    let mut body = text_block("catalogue", &library.catalogue.to_text());
    for file in library.packs.iter().chain(&library.methods) {
        body.push_str(&data_block(&file.path, &file.bytes));
    }
    body.push_str(&data_block(STUDY, &app.study));
    body.push_str(&data_block("wasm", &app.wasm));
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
