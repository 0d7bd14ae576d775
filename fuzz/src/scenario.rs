use crate::dice::{Bytes, Dice};
use crate::library::library;
use crate::{play, problems, values};
use ninesteps::check::{Case, Reach, smells};
use ninesteps::diagnostic::Place;
use ninesteps::pack::Pack;
use ninesteps::reader;
use ninesteps::scenario::{self, Places};

/// States that are explored of each scenario; more takes the fuzzer too long.
const STATES: usize = 500;

/// Bytes as a scenario file: every problem can be told, or it is a scenario with
/// which everything can be done.
pub fn scenario(bytes: &[u8]) {
    let source = match reader::decode(bytes) {
        Ok(source) => source,
        Err(problem) => {
            Place::of(&String::from_utf8_lossy(bytes), &problem.span);
            return;
        }
    };
    let library = library();
    let (scenario, problems) = scenario::parse(source, &library.methods.iter().collect::<Vec<_>>());
    assert_eq!(scenario.is_some(), problems.is_empty(), "a scenario is there exactly when it has no problem");
    problems::check(source, &problems);
    if scenario.is_none() {
        return;
    }
    let pack = library.pack(source).unwrap();
    let method = library.methods.iter().find(|method| method.id == pack.scenario.method).unwrap();
    travels(&pack);
    has_places(source, &pack);
    let reach = Reach::by_links(&pack.scenario);
    smells(&Case { scenario: &pack.scenario, method, reach }).iter().for_each(|smelt| values::tell(&smelt.smell));
    let values = values::within(&pack.scenario, STATES);
    values.iter().for_each(|values| values::check(values, method));
    let mut dice = Bytes(bytes);
    let seed = dice.seed();
    dice.below(bytes.len());
    play::through(&pack, seed, &mut dice, values.as_ref());
}

/// It is the same after travelling, hashes included.
fn travels(pack: &Pack) {
    let arrived = Pack::from_bytes(&pack.to_bytes()).expect("a pack of a scenario without problems");
    assert_eq!(&arrived, pack);
    assert_eq!(arrived.scenario.hashes(), pack.hashes);
}

/// Everything that smells can be shown in the file.
fn has_places(source: &str, pack: &Pack) {
    let (places, scenario) = (Places::of(source), &pack.scenario);
    assert_eq!(places.scenes.len(), scenario.scenes.len());
    assert_eq!(places.replies.len(), scenario.replies.len());
    assert_eq!(places.endings.len(), scenario.endings.len());
    for span in places.scenes.iter().chain(&places.replies).chain(&places.endings).chain([&places.title]) {
        assert!(source.get(span.clone()).is_some_and(|text| !text.is_empty()), "{span:?}");
    }
}
