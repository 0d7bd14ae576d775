use ninesteps::language::Language;
use ninesteps::practice::calendar::Clock;
use ninesteps::practice::keeping::restored;
use ninesteps::record::{Entry, Record, file};
use ninesteps::screens::Place;
use ninesteps::study::{Desk, Event, Told};

/// 2026-11-22.
const NOW: u64 = 1_795_348_800_000;

/// Bytes as a file of everything on a device: it is refused, or what is taken from it
/// stays the same on the way out and back, and every page can show it.
pub fn device(bytes: &[u8]) {
    let Ok(contents) = file::read(bytes, NOW) else { return };
    let (record, _) = restored(&Record::default(), contents.clone());
    assert_eq!(record.entries(), contents.entries, "an empty device gets all of it");
    let again = file::read(file::write("2026-11-22", &record, &contents.kept).as_bytes(), NOW).expect("its own file");
    assert_eq!((&again.entries, &again.kept, again.damaged), (&contents.entries, &contents.kept, 0));
    let (twice, report) = restored(&record, contents);
    assert!(twice == record && report.new.is_empty(), "the same file twice adds nothing");
    show(&record);
}

/// Goes to every page that is made of the record.
fn show(record: &Record) {
    let mut desk = Desk::default();
    let mut tell = |event| desk.hear(Told { clock: Clock { now: NOW, ahead: 480 }, event });
    let bytes = record.entries().iter().flat_map(Entry::to_bytes).collect();
    tell(Event::Begin { catalogue: String::new(), record: bytes });
    let debriefs = record.played().take(3).map(|(at, played)| {
        let scenario = played.attempt.scenario.clone();
        Place::Debrief { scenario, attempt: Some(at) }
    });
    let places = [Place::Journal, Place::Keeping, Place::Progress, Place::Drills].into_iter().chain(debriefs);
    for place in places {
        let place = place.hash().trim_start_matches('#').to_owned();
        for language in Language::ALL {
            let visit = Event::Visit { place: place.clone(), language, under_way: Vec::new() };
            assert!(tell(visit).view.is_some(), "{place}");
        }
    }
}
