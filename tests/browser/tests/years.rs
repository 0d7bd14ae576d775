//! How quick the pages are after a year of heavy use.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::EN;
use journeys::{Folder, Page, Role, journey, root};
use serde_json::{Value, json};
use std::io::Write as _;
use std::sync::Mutex;
use std::sync::OnceLock;

/// From the change of the address until the content stands and is laid out, in
/// milliseconds; the median of three.
const PAGE_LIMIT: f64 = 300.0;
/// The whole product begun anew, both programs and a year's record read: no promise, but
/// nobody should have to wait.
const BEGINNING_LIMIT: f64 = 1000.0;

/// Measured one after the other: a browser beside it would count.
static ALONE: Mutex<()> = Mutex::new(());
/// The same for the debrief of a conversation whose scenario was not worked out yet.
const REVIEW_LIMIT: f64 = 200.0;

const CONVERSATIONS: u64 = 2_000;
const ANSWERS: u64 = 20_000;
const DAY: u64 = 24 * 60 * 60 * 1000;
const YEAR: u64 = 365 * DAY;

/// Runs in every page: `stands` waits until something of the content says something and
/// nothing is being waited for, lays it out and tells the time. A page that is loaded
/// anew waits for what the one before it left in the session.
const WATCH: &str = r#"
    window.stands = ([selector, text]) => new Promise(stood => {
        const look = () => {
            const parts = [...document.querySelectorAll(`main ${selector}`)];
            if (document.querySelector("main [role=status]") || !parts.some(part => part.textContent.includes(text))) return false;
            document.body.getBoundingClientRect();
            stood(performance.now());
            return true;
        };
        if (look()) return;
        const watch = new MutationObserver(() => look() && watch.disconnect());
        watch.observe(document, { childList: true, subtree: true, characterData: true });
    });
    const wanted = sessionStorage.getItem("journey");
    if (wanted) window.loaded = window.stands(JSON.parse(wanted));
"#;

/// Plays a scenario by its first replies and looks back on it.
const PLAY: &str = r#"
    const [id, done] = arguments;
    (async () => {
        const button = name => [...document.querySelectorAll("main button")].find(button => button.textContent === name && !button.disabled);
        const frame = () => new Promise(next => setTimeout(next, 5));
        const wait = async look => { let found; while (!(found = look())) await frame(); return found; };
        location.hash = `#/${id}`;
        (await wait(() => location.hash === `#/${id}` && button("Start the conversation"))).click();
        await wait(() => document.querySelector("[role=log]"));
        for (;;) {
            const over = document.querySelector("main a[href$='/debrief']");
            if (over) break;
            const before = document.querySelectorAll("[role=log] li").length;
            const replies = [...document.querySelectorAll("ol[aria-label='Your reply'] button")];
            if (replies[0].hasAttribute("aria-pressed")) {
                for (const reply of replies) if (!button("Take these")) { reply.click(); await frame(); }
                button("Take these").click();
            } else replies[0].click();
            await wait(() => document.querySelectorAll("[role=log] li").length > before);
        }
        location.hash = `#/${id}/debrief`;
        (await wait(() => location.hash.endsWith("debrief") && button("Skip and show me"))).click();
        await window.stands(["h2", "Turn by turn"]);
        done(true);
    })();
"#;

/// What the device keeps once every scenario of the library was played, as a file.
fn played_once() -> &'static Value {
    static PLAYED: OnceLock<Value> = OnceLock::new();
    PLAYED.get_or_init(|| {
        let mut kept = Value::Null;
        journey(async |page| {
            page.before_each_page(WATCH).await;
            page.library(&EN).await;
            for id in scenarios() {
                page.ask_and_wait(PLAY, vec![json!(id)]).await;
            }
            page.go(&format!("{}#device", page.site.address())).await;
            let (_, text) = page.download("Save to a file").await;
            kept = serde_json::from_str(&text).expect("JSON");
        });
        kept
    })
}

/// The ids of all scenarios.
fn scenarios() -> Vec<String> {
    let files = std::fs::read_dir(root().join("scenarios/en")).expect("scenarios/en");
    let mut ids: Vec<String> =
        files.map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned()).collect();
    ids.sort();
    ids
}

/// What drills ask about: every scene of every scenario in two drills.
fn questions() -> Vec<String> {
    let mut questions = Vec::new();
    for id in scenarios() {
        let text = std::fs::read_to_string(root().join(format!("scenarios/en/{id}.toml"))).unwrap();
        for scene in text.split("[[scene]]\n").skip(1) {
            let name = scene.strip_prefix("id = \"").and_then(|rest| rest.split('"').next()).unwrap();
            questions.extend(["which-step", "open-or-closing"].map(|drill| format!("{id}/{name}/{drill}")));
        }
    }
    questions
}

/// The deeds of one kind in a file.
fn deeds<'f>(file: &'f Value, kind: &str) -> Vec<&'f Value> {
    file["entries"].as_array().unwrap().iter().filter_map(|entry| entry["deed"].get(kind)).collect()
}

/// A year of heavy use: 2,000 conversations, each looked back on, ten answers to each,
/// and a page of the journal every day.
fn a_year() -> String {
    let once = played_once();
    let played = deeds(once, "played");
    let questions = questions();
    let now = u64::try_from(std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis()).unwrap();
    let mut entries = Vec::new();
    for n in 0..CONVERSATIONS {
        let mut deed = played[usize::try_from(n).unwrap() % played.len()].clone();
        let attempt = &mut deed["attempt"];
        // Other luck leads elsewhere, but not in First day, where its first replies meet none.
        if attempt["scenario"] == "first-day" {
            attempt["seed"] = json!(n);
        }
        let turns = attempt["choices"].as_array().unwrap().len();
        attempt["times"] = (0..turns).map(|turn| json!(n * 100 + u64::try_from(turn).unwrap())).collect();
        let sure = |turn: usize| [json!(40), json!(70), json!(95), Value::Null][(turn + usize::try_from(n).unwrap()) % 4].clone();
        attempt["confidences"] = (0..turns).map(sure).collect();
        attempt["mode"] = json!(if n % 3 == 0 { "exam" } else { "coached" });
        let at = now - YEAR + n * (YEAR / CONVERSATIONS);
        entries.push(json!({ "at": at, "deed": { "played": deed } }));
        entries.push(json!({ "at": at + 1, "deed": { "named": { "attempt": at, "turn": 0 } } }));
        for answer in 0..ANSWERS / CONVERSATIONS {
            let number = usize::try_from(n * 7 + answer * 13).unwrap();
            let confidence = [json!(40), json!(70), json!(95), Value::Null][number % 4].clone();
            let drilled = json!({ "card": questions[number % questions.len()], "right": number % 5 != 0, "confidence": confidence, "took": 4_000 });
            entries.push(json!({ "at": at + 2 + answer, "deed": { "drilled": drilled } }));
        }
    }
    for day in (now - YEAR) / DAY..now / DAY {
        let text = "The owner would not hear of it until I asked about the evenings. ".repeat(5);
        let wrote = json!({ "day": day, "setback": text, "success": text, "noticed": "A drawing over the stove." });
        entries.push(json!({ "at": (day + 1) * DAY - 1, "deed": { "wrote": wrote } }));
    }
    entries.sort_by_key(|entry| entry["at"].as_u64());
    json!({ "kind": once["kind"], "format": once["format"], "date": once["date"], "entries": entries, "kept": [] }).to_string()
}

/// Brings a file back on an empty device.
async fn restore(page: &Page, text: &str, added: &str) {
    page.before_each_page(WATCH).await;
    page.library(&EN).await;
    page.go(&format!("{}#device", page.site.address())).await;
    let folder = Folder::new();
    page.choose_file("Choose a saved file", &folder.write("year.json", text)).await;
    page.says(added).await;
    let told = page.text().await;
    assert!(!told.contains("could not be read"), "{told:?}");
    // It is told a little before it is kept.
    page.until("it to be kept", async || (page.bytes_of_record().await > 0).then_some(())).await;
}

/// From the change of the address until the content stands; endless where it never does.
async fn going_to(page: &Page, place: &str, content: (&str, &str)) -> f64 {
    let script = r#"
        const [place, content, done] = arguments;
        if (location.hash === place) return done(0);
        const begun = performance.now();
        location.hash = place;
        // Not what is there still.
        addEventListener("hashchange", async () => done(await window.stands(content) - begun), { once: true });
        setTimeout(done, 5000);
    "#;
    page.ask_and_wait(script, vec![json!(place), json!(content)]).await.as_f64().unwrap_or(f64::INFINITY)
}

/// The same after the page was loaded anew, from the beginning of that.
async fn loading(page: &Page, content: (&str, &str)) -> f64 {
    page.ask("sessionStorage.setItem('journey', JSON.stringify(arguments[0]))", vec![json!(content)]).await;
    page.reload().await;
    let script = "window.loaded.then(arguments[0]); setTimeout(arguments[0], 5000);";
    let time = page.ask_and_wait(script, Vec::new()).await.as_f64().unwrap_or(f64::INFINITY);
    page.ask("sessionStorage.removeItem('journey')", Vec::new()).await;
    time
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Prints a line of times, and keeps it where it is beyond the limit.
fn judge(what: &str, times: &[f64], limit: f64, beyond: &mut Vec<String>) {
    let each: Vec<String> = times.iter().map(|time| format!("{time:.0}")).collect();
    let line = format!("{what}: {:.0} ms ({})", median(times.to_vec()), each.join(", "));
    let _ = writeln!(std::io::stderr(), "{line}");
    if median(times.to_vec()) >= limit {
        beyond.push(line);
    }
}

/// The attempt in the middle of the year, by its time.
fn one_attempt(year: &str) -> String {
    let file: Value = serde_json::from_str(year).unwrap();
    let entries = file["entries"].as_array().unwrap();
    let all: Vec<&Value> = entries.iter().filter(|entry| entry["deed"]["played"]["attempt"]["scenario"] == "first-day").collect();
    format!("#/first-day/debrief/{}", all[all.len() / 2]["at"])
}

#[test]
fn no_page_takes_long_after_a_year() {
    let _alone = ALONE.lock();
    let year = a_year();
    let debrief = one_attempt(&year);
    let pages = [
        ("#/", ("ul li .status", "Best so far")),
        ("#/first-day", ("button", EN.start)),
        (debrief.as_str(), ("h2", "Turn by turn")),
        ("#drills", ("button", "Begin a round")),
        ("#progress", ("h2", "Your conversations")),
        ("#journal", ("h2", "As a file")),
        ("#device", ("p", "2000 conversations")),
    ];
    let mut beyond = Vec::new();
    journey(async |page| {
        restore(page, &year, "2000 conversations, 20000 drill answers").await;
        // Not straight from where everything was just taken in.
        page.reload().await;
        for (place, content) in pages {
            let mut times = Vec::new();
            for _ in 0..3 {
                let away = if place == "#/" { ("#/not-yet", ("button", EN.start)) } else { ("#/", ("h1", EN.library)) };
                going_to(page, away.0, away.1).await;
                times.push(going_to(page, place, content).await);
            }
            judge(&format!("going to {place}"), &times, PAGE_LIMIT, &mut beyond);
        }
        for (place, content) in pages {
            let here = if place == "#/" { "#/not-yet" } else { "#/" };
            page.ask("location.hash = arguments[0]", vec![json!(here)]).await;
            page.ask("location.hash = arguments[0]", vec![json!(place)]).await;
            let mut times = Vec::new();
            for _ in 0..3 {
                times.push(loading(page, content).await);
            }
            judge(&format!("beginning anew at {place}"), &times, BEGINNING_LIMIT, &mut beyond);
        }
        assert!(page.has(Role::Heading, "Everything on this device").await);
    });
    assert!(beyond.is_empty(), "beyond the limit: {beyond:#?}");
}

#[test]
fn looking_back_does_not_wait_long_for_what_is_not_worked_out_yet() {
    let _alone = ALONE.lock();
    let once = played_once();
    let mut beyond = Vec::new();
    journey(async |page| {
        restore(page, &once.to_string(), "12 conversations").await;
        for entry in once["entries"].as_array().unwrap() {
            let Some(id) = entry["deed"]["played"]["attempt"]["scenario"].as_str() else { continue };
            let mut times = Vec::new();
            for _ in 0..3 {
                // Anew each time, so that nothing is worked out; the second program is here.
                page.go(&format!("{}#progress", page.site.address())).await;
                page.reload().await;
                page.find(Role::Heading, "Your conversations").await;
                times.push(going_to(page, &format!("#/{id}/debrief/{}", entry["at"]), ("h2", "Turn by turn")).await);
            }
            judge(&format!("looking back on {id}"), &times, REVIEW_LIMIT, &mut beyond);
        }
    });
    assert!(beyond.is_empty(), "beyond {REVIEW_LIMIT} ms: {beyond:#?}");
}
