//! Days and waits that a journey has in its own hands.

use crate::Page;
use serde_json::json;

/// A clock of so many days later, set to noon, so that no journey meets midnight.
const DAYS: &str = r#"{
    const Real = Date, began = performance.now();
    const day = new Real();
    day.setHours(12, 0, 0, 0);
    day.setDate(day.getDate() + DAYS);
    const noon = day.getTime(), now = () => noon + Math.round(performance.now() - began);
    window.Date = class extends Real {
        constructor(...parts) {
            if (parts.length) super(...parts);
            else super(now());
        }
        static now() { return now(); }
    };
}"#;

/// What waits for a second or longer waits until it is told that the time has come.
const HELD: &str = r#"{
    const { setTimeout: later, clearTimeout: never } = window;
    window.held = new Map();
    let number = 1_000_000;
    window.setTimeout = (work, time, ...rest) => {
        if (!(time >= 1000)) return later(work, time, ...rest);
        number += 1;
        held.set(number, { work, time });
        return number;
    };
    window.clearTimeout = number => held.delete(number) || never(number);
}"#;

impl Page {
    /// Every page to come believes that it is the noon of so many days from today.
    pub async fn live_in_days(&self, days: u32) {
        self.before_each_page(&DAYS.replace("DAYS", &days.to_string())).await;
    }

    /// In every page to come waits of a second and more end when [`Page::wait_is_over`]
    /// says so, and not before.
    pub async fn hold_time(&self) {
        self.before_each_page(HELD).await;
    }

    /// How long the page is waiting for something, in milliseconds; each wait once.
    pub async fn waits(&self) -> Vec<f64> {
        let waits = self.ask("return [...held.values()].map(wait => wait.time)", Vec::new()).await;
        serde_json::from_value(waits).expect("times")
    }

    /// Ends the one wait there is.
    pub async fn wait_is_over(&self) {
        let script = "
            const waits = [...held.entries()];
            if (waits.length === 1) held.delete(waits[0][0]), waits[0][1].work();
            return waits.length;
        ";
        assert_eq!(self.ask(script, Vec::new()).await, json!(1), "the page waits for just one thing");
    }
}
