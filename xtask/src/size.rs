//! What a learner downloads before the first customer speaks.

use crate::build::NAME;
use crate::run::{Outcome, read, root, say};
use std::path::Path;

/// The files of the first load: the page with its styles and the library, the
/// program, and the first scenario.
fn first_load() -> [String; 4] {
    ["index.html".to_owned(), format!("{NAME}.js"), format!("{NAME}.wasm"), "scenarios/first-day.en.pack".to_owned()]
}

/// Prints the table and compares it with `static/budget.toml`.
pub fn report(site: &Path) -> Outcome<()> {
    let budget: toml::Table = toml::from_str(&read(&root().join("static/budget.toml"))?).map_err(|error| error.to_string())?;
    let limit = |key: &str| budget.get(key).and_then(toml::Value::as_integer).unwrap_or(0);
    let mut rows = Vec::new();
    for name in first_load() {
        let path = site.join(&name);
        let bytes = std::fs::read(&path).map_err(|error| format!("Could not read {}: {error}", path.display()))?;
        rows.push((name, bytes.len(), brotli_11(&bytes)?));
    }
    let raw: usize = rows.iter().map(|row| row.1).sum();
    let packed: usize = rows.iter().map(|row| row.2).sum();
    let requests = rows.len();
    rows.push((format!("first load, {requests} requests"), raw, packed));
    say("\nFirst load                                        bytes   brotli 11");
    for (name, raw, packed) in &rows {
        say(&format!("{name:<44} {raw:>10} {packed:>11}"));
    }
    let (bytes, most) = (limit("first_load_bytes"), limit("first_load_requests"));
    say(&format!("{:<44} {:>10} {bytes:>11}", format!("budget, {most} requests"), ""));
    let over = i64::try_from(packed).unwrap_or(i64::MAX) > bytes || i64::try_from(requests).unwrap_or(i64::MAX) > most;
    if over { Err("The first load is over its budget (static/budget.toml).".to_owned()) } else { Ok(()) }
}

fn brotli_11(bytes: &[u8]) -> Outcome<usize> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &params).map_err(|error| error.to_string())?;
    Ok(packed.len())
}
