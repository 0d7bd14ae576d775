//! Programs that stand alone: they import nothing, so that they can have neither clock
//! nor chance of their own.

use crate::run::Outcome;
use walrus::{ImportKind, Module, passes};

/// What every program exports beside its functions.
const MEMORY: &str = "memory";

/// The program with these functions and what they reach. Crates that know a browser
/// (rs-fsrs brings chrono, which brings one) export much of theirs and would import as
/// much; what is left of that is never called, and would stop the program if it were.
///
/// # Errors
/// It is no program, or needs more from outside than functions.
pub fn alone(wasm: &[u8], functions: &[&str]) -> Outcome<Vec<u8>> {
    let mut module = Module::from_buffer(wasm).map_err(|error| format!("Could not read the program: {error:#}"))?;
    let wanted = |name: &str| name == MEMORY || functions.contains(&name);
    let others: Vec<_> = module.exports.iter().filter(|export| !wanted(&export.name)).map(walrus::Export::id).collect();
    for export in others {
        module.exports.delete(export);
    }
    passes::gc::run(&mut module);
    let imported: Vec<_> = module.imports.iter().map(|import| (import.name.clone(), import.kind.clone())).collect();
    for (name, kind) in imported {
        let ImportKind::Function(function) = kind else {
            return Err(format!("A program that should stand alone imports {name}."));
        };
        let stop = module.replace_imported_func(function, |(body, _)| {
            body.unreachable();
        });
        stop.map_err(|error| format!("Could not do without {name}: {error:#}"))?;
    }
    passes::gc::run(&mut module);
    Ok(module.emit_wasm())
}
