//! A scenario made ready to travel: resolved, hashed, and with the words of its
//! method that a conversation needs. A learner loads packs; only authors load what
//! reads the files they are made from.

use crate::diagnostic::{Diagnostic, Place};
use crate::i18n::faults;
use crate::language::{Language, Localized};
use crate::method::{self, Drill, DrillOption, Method, MomentId, MoveId, Pledged, StepId};
use crate::reader;
use crate::scenario::{self, Hashes, RULES_VERSION, Scenario};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Counted up whenever packs are built differently.
const VERSION: u16 = 3;

/// A scenario that can be played, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// Of packs and of rules.
    version: (u16, u16),
    pub hashes: Hashes,
    pub guide: Guide,
    pub scenario: Rc<Scenario>,
}

/// The words of a method, in the scenario's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    pub name: String,
    pub steps: Vec<StepWords>,
    /// Only the moments and moves that the scenario uses.
    moments: Vec<(MomentId, Words)>,
    moves: Vec<(MoveId, Words)>,
    /// Only those that ask something of this scenario.
    pub drills: Vec<DrillWords>,
}

/// A drill of the method, as far as it asks something of the scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrillWords {
    pub id: String,
    pub ask: String,
    /// None: the steps.
    pub options: Vec<OptionWords>,
}

/// An answer to choose, in words; see [`method::DrillOption`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionWords {
    pub text: String,
    pub moments: Vec<MomentId>,
    pub promise: Option<Pledged>,
    pub moves: Vec<MoveId>,
}

/// A step of the method, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepWords {
    pub name: String,
    pub criteria: Vec<String>,
}

/// A moment or a move, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub name: String,
    pub definition: String,
}

impl Guide {
    fn of(method: &Method, scenario: &Scenario) -> Self {
        let language = scenario.language;
        let text = |localized: &Localized| localized.get(language).to_owned();
        let moment_used = |id: MomentId| scenario.scenes.iter().any(|scene| scene.moment.is_some_and(|(moment, _)| moment == id));
        let move_used = |id: MoveId| scenario.replies.iter().any(|reply| reply.mov == Some(id));
        let moments = (0..).map(MomentId).zip(&method.moments).filter(|(id, _)| moment_used(*id));
        let moves = (0..).map(MoveId).zip(&method.moves).filter(|(id, _)| move_used(*id));
        Self {
            name: text(&method.name),
            steps: method
                .steps
                .iter()
                .map(|step| StepWords { name: text(&step.name), criteria: step.criteria.iter().map(|c| text(&c.text)).collect() })
                .collect(),
            moments: moments.map(|(id, m)| (id, Words { name: text(&m.name), definition: text(&m.definition) })).collect(),
            moves: moves.map(|(id, m)| (id, Words { name: text(&m.name), definition: text(&m.definition) })).collect(),
            drills: method.drills.iter().filter_map(|drill| DrillWords::of(drill, scenario)).collect(),
        }
    }

    pub fn step(&self, id: StepId) -> Option<&StepWords> {
        self.steps.get(id.index())
    }

    pub fn moment(&self, id: MomentId) -> Option<&Words> {
        self.moments.iter().find(|(moment, _)| *moment == id).map(|(_, words)| words)
    }

    pub fn mov(&self, id: MoveId) -> Option<&Words> {
        self.moves.iter().find(|(mov, _)| *mov == id).map(|(_, words)| words)
    }
}

impl DrillWords {
    /// `None`: there is nothing in the scenario that it asks about.
    fn of(drill: &Drill, scenario: &Scenario) -> Option<Self> {
        let language = scenario.language;
        let moment_used =
            |id: &MomentId| scenario.scenes.iter().any(|scene| scene.moment.is_some_and(|(moment, _)| moment == *id));
        let promises = scenario.replies.iter().any(|reply| !reply.promise.is_empty());
        let option = |option: &DrillOption| OptionWords {
            text: option.text.get(language).to_owned(),
            moments: option.moments.iter().copied().filter(moment_used).collect(),
            promise: option.promise.filter(|_| promises),
            moves: if promises { option.moves.clone() } else { Vec::new() },
        };
        let options: Vec<OptionWords> = drill.options.iter().map(option).collect();
        let asks = options.is_empty() || options.iter().any(|option| !option.moments.is_empty() || option.promise.is_some());
        asks.then(|| Self { id: drill.id.clone(), ask: drill.ask.get(language).to_owned(), options })
    }
}

impl Pack {
    pub fn new(scenario: Scenario, method: &Method) -> Self {
        Self {
            version: (VERSION, RULES_VERSION),
            hashes: scenario.hashes(),
            guide: Guide::of(method, &scenario),
            scenario: Rc::new(scenario),
        }
    }

    /// The bytes that travel: the pack, and a sum over it.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = postcard::to_allocvec(self).unwrap_or_default();
        bytes.extend(sum(&bytes).to_le_bytes());
        bytes
    }

    /// Reads the bytes. `None`: damaged, or built by another version.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (bytes, checked) = bytes.split_last_chunk()?;
        if sum(bytes) != u32::from_le_bytes(*checked) {
            return None;
        }
        let pack: Self = postcard::from_bytes(bytes).ok()?;
        (pack.version == (VERSION, RULES_VERSION)).then_some(pack)
    }
}

/// The sum by which damage on the way is found: FNV-1a, 32 bits.
pub fn sum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// A problem of a file, told in every language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    pub place: Place,
    pub what: Localized,
    pub mend: Localized,
}

impl Reported {
    fn of(source: &str, problem: &Diagnostic) -> Self {
        let mut reported =
            Self { place: Place::of(source, &problem.span), what: Localized::default(), mend: Localized::default() };
        for language in Language::ALL {
            let told = faults::tell(language, &problem.fault);
            reported.what.set(language, told.what);
            reported.mend.set(language, told.mend);
        }
        reported
    }
}

/// What comes of a scenario file.
pub type Compiled = Result<Pack, Vec<Reported>>;

/// Makes a pack of a scenario file and the method files that are at hand.
///
/// # Errors
/// The problems of the first method that has any, otherwise those of the scenario.
pub fn compile(methods: &[String], source: &[u8]) -> Compiled {
    let report = |source: &str, problems: &[Diagnostic]| problems.iter().map(|problem| Reported::of(source, problem)).collect();
    let mut known = Vec::new();
    for text in methods {
        let (method, problems) = method::parse(text);
        known.push(method.ok_or_else(|| -> Vec<Reported> { report(text, &problems) })?);
    }
    let source =
        reader::decode(source).map_err(|problem| -> Vec<Reported> { report(&String::from_utf8_lossy(source), &[problem]) })?;
    let (scenario, problems) = scenario::parse(source, &known.iter().collect::<Vec<_>>());
    let scenario = scenario.ok_or_else(|| -> Vec<Reported> { report(source, &problems) })?;
    match known.iter().find(|method| method.id == scenario.method) {
        Some(method) => Ok(Pack::new(scenario, method)),
        None => Err(Vec::new()),
    }
}
#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> Pack {
        let method = include_str!("../scenarios/methods/nine-steps.toml").to_owned();
        compile(&[method], include_bytes!("../scenarios/en/first-day.toml")).unwrap()
    }

    #[test]
    fn a_pack_is_the_same_after_travelling() {
        assert_eq!(Pack::from_bytes(&shipped().to_bytes()), Some(shipped()));
    }

    #[test]
    fn a_damaged_pack_is_refused_and_not_played() {
        let whole = shipped().to_bytes();
        for at in (0..whole.len()).step_by(97) {
            let mut damaged = whole.clone();
            damaged[at] ^= 0x10;
            assert_eq!(Pack::from_bytes(&damaged), None, "byte {at}");
            assert_eq!(Pack::from_bytes(&whole[..at]), None, "cut off at {at}");
        }
    }
}
