//! Programs that stand alone: they import nothing, so that they can have neither clock
//! nor chance of their own.

use crate::run::Outcome;
use walrus::{Module, passes};

/// What every program exports beside its functions.
const MEMORY: &str = "memory";

/// The program with these functions and what they reach. Crates that know a browser
/// export much of theirs and would import as much.
///
/// # Errors
/// One of the functions reaches something that must be imported.
pub fn alone(wasm: &[u8], functions: &[&str]) -> Outcome<Vec<u8>> {
    let mut module = Module::from_buffer(wasm).map_err(|error| format!("Could not read the program: {error:#}"))?;
    let wanted = |name: &str| name == MEMORY || functions.contains(&name);
    let others: Vec<_> = module.exports.iter().filter(|export| !wanted(&export.name)).map(walrus::Export::id).collect();
    for export in others {
        module.exports.delete(export);
    }
    passes::gc::run(&mut module);
    let imports: Vec<String> = module.imports.iter().map(|import| format!("{}.{}", import.module, import.name)).collect();
    if imports.is_empty() {
        Ok(module.emit_wasm())
    } else {
        Err(format!("A program that should stand alone reaches {}.", imports.join(", ")))
    }
}
