//! What the targets are tried on: the files that ship, and one with every key.

use ninesteps::method::{self, Method};
use ninesteps::pack::{self, Pack};
use ninesteps::scenario;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

/// A scenario file, as text and read.
pub struct Known {
    pub source: String,
    pub pack: Rc<Pack>,
}

/// All of it.
pub struct Library {
    pub method_sources: Vec<String>,
    pub methods: Vec<Method>,
    /// The one with every key first: it is small.
    pub scenarios: Vec<Known>,
}

thread_local! {
    static LIBRARY: Rc<Library> = Rc::new(Library::read());
}

/// The library, read once.
pub fn library() -> Rc<Library> {
    LIBRARY.with(Rc::clone)
}

impl Library {
    fn read() -> Self {
        let method_sources: Vec<String> = texts("scenarios/methods");
        let methods = method_sources.iter().map(|source| method::parse(source).0.unwrap()).collect();
        let sources = ["fuzz/seeds", "scenarios/en", "scenarios/zh-Hans"].into_iter().flat_map(texts);
        let read = |source: String| {
            let pack = pack::compile(&method_sources, source.as_bytes()).unwrap();
            Known { source, pack: Rc::new(pack) }
        };
        let scenarios = sources.map(read).collect();
        Self { method_sources, methods, scenarios }
    }

    /// A text as a pack, if it is a scenario.
    pub fn pack(&self, source: &str) -> Option<Pack> {
        let known: Vec<&Method> = self.methods.iter().collect();
        let scenario = scenario::parse(source, &known).0?;
        let method = self.methods.iter().find(|method| method.id == scenario.method).unwrap();
        Some(Pack::new(scenario, method))
    }
}

fn texts(folder: &str) -> Vec<String> {
    files(folder).iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// The files of a folder of the repository, by name.
pub fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder);
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    files
}
