//! Plays the built site in a real browser, as a person would: things are found by
//! what they are and what they are called, never by class.
//!
//! A journey has a browser, a driver and a web server of its own, so that journeys
//! can run beside one another. It fails on anything that the browser complains of.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

mod books;
mod driver;
mod folder;
mod hand;
mod page;
pub mod play;
mod site;
mod time;
pub mod tour;

pub use books::Books;
pub use folder::Folder;
pub use hand::Hand;
pub use page::{Page, Role, words_of};
pub use site::{Site, root, single_file};

use driver::Driver;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::time::Duration;

/// No journey takes half as long, even on a slow machine.
const LIMIT: Duration = Duration::from_secs(90);

/// Goes on a journey through the site. Browser, driver and server end with it, also
/// when it fails.
///
/// # Panics
/// When the journey does, when it takes too long, or when the browser complained.
pub fn journey(body: impl AsyncFnOnce(&Page)) {
    let site = Site::serve();
    let driver = Driver::start();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let page = runtime.block_on(Page::open(driver.address(), site));
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async {
            tokio::time::timeout(LIMIT, body(&page)).await.expect("the journey took too long");
            assert_eq!(page.complaints().await, Vec::<String>::new(), "the browser complained");
        });
    }));
    runtime.block_on(page.close());
    drop(driver);
    if let Err(panic) = outcome {
        resume_unwind(panic);
    }
}
