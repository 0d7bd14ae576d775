//! What a play costs: requests and time.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::EN;
use journeys::{Role, journey};
use serde_json::json;
use std::io::Write as _;

/// Notes when the customer's first line was there, and when a press came last.
const WATCH: &str = r#"
    addEventListener("click", () => { window.pressedAt = performance.now(); }, true);
    new MutationObserver((_, watch) => {
        if (document.querySelector("[role=log] p")) {
            window.firstLineAt = performance.now();
            window.begunAt = window.pressedAt;
            watch.disconnect();
        }
    }).observe(document, { childList: true, subtree: true });
"#;

const REQUESTS: &str = r#"
    const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
    return all.map(entry => [entry.name, entry.startTime, window.begunAt, window.firstLineAt]);
"#;

#[test]
fn five_requests_at_most_come_before_the_first_line_and_none_leaves_the_site() {
    journey(async |page| {
        page.before_each_page(WATCH).await;
        page.visit("").await;
        page.find(Role::Heading, EN.library).await;
        let for_the_library = page.site.asked();
        page.to_briefing(&EN).await;
        page.begin(&EN).await;
        page.play_best(&EN, 0..7).await;
        page.to_debrief(&EN).await;

        let requests: Vec<(String, f64, f64, f64)> = serde_json::from_value(page.ask(REQUESTS, Vec::new()).await).unwrap();
        let early: Vec<&str> = requests.iter().filter(|(_, at, _, line)| at <= line).map(|(name, ..)| name.as_str()).collect();
        assert!(early.len() <= 5, "{early:?}");
        let site = page.site.address();
        let elsewhere: Vec<_> = requests.iter().filter(|(name, ..)| !name.starts_with(&site)).collect();
        assert!(elsewhere.is_empty(), "{elsewhere:?}");
        let study = requests.iter().find(|(name, ..)| name.contains("study.wasm")).expect("study.wasm");
        assert!(study.1 >= study.2, "study.wasm was asked for at {} ms, before the start at {} ms", study.1, study.2);
        // What the server saw: nothing twice, nothing that the page does not know of.
        let asked = page.site.asked();
        assert!(!for_the_library.iter().any(|path| path.contains("study") || path.contains(".pack")), "{for_the_library:?}");
        assert_eq!(asked.len(), requests.len(), "the page knows of {requests:?}, the server of {asked:?}");
        let _ = writeln!(std::io::stderr(), "requests before the first line: {early:?}; in all {}", asked.len());
    });
}

/// Plays a line by pressing replies from within; for each the milliseconds until
/// the answer stands in the page and is laid out.
const TIMED: &str = r#"
    const [line, done] = arguments;
    (async () => {
        const times = [];
        for (const say of line) {
            await new Promise(next => requestAnimationFrame(() => setTimeout(next)));
            const log = document.querySelector("[role=log] ol");
            const before = log.children.length;
            const button = [...document.querySelectorAll("ol[aria-label] button")].find(button => button.innerText.includes(say));
            const answered = new Promise(next => {
                new MutationObserver(() => log.children.length > before && next()).observe(log, { childList: true });
            });
            const begun = performance.now();
            button.click();
            await answered;
            document.body.getBoundingClientRect();
            times.push(performance.now() - begun);
        }
        done(times);
    })();
"#;

#[test]
fn a_reply_is_answered_within_a_frame_or_so() {
    journey(async |page| {
        let mut times: Vec<f64> = Vec::new();
        page.begin_first_day(&EN).await;
        for play in 0..3 {
            if play > 0 {
                page.visit("first-day").await;
                page.begin(&EN).await;
            }
            let timed = page.ask_and_wait(TIMED, vec![json!(EN.best)]).await;
            times.extend(serde_json::from_value::<Vec<f64>>(timed).expect("times"));
            page.find(Role::Link, EN.to_debrief).await;
        }
        times.sort_by(f64::total_cmp);
        let median = times[times.len() / 2];
        let slowest = times[times.len() - 1];
        let _ = writeln!(
            std::io::stderr(),
            "from press to answer: median {median:.1} ms, slowest {slowest:.1} ms of {}",
            times.len()
        );
        assert!(median < 100.0, "{times:?}");
    });
}
