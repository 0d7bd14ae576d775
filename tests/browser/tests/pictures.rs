//! Pictures for the README; drawn only when `UPDATE_SCREENSHOTS=1` asks for them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::{Page, journey, root};

/// A conversation after its third turn, as a coached learner sees it.
async fn picture(page: &Page, words: &Words, name: &str) {
    // The same luck each time, so that a picture changes only when the page does.
    page.before_each_page("Math.random = () => 0.25;").await;
    page.resize(1280, 860).await;
    page.begin_first_day(words).await;
    page.play_best(words, 0..3).await;
    let settled = "return Promise.all([document.fonts.ready, ...document.getAnimations().map(animation => animation.finished)]).then(() => true)";
    page.ask(settled, Vec::new()).await;
    let folder = root().join("docs/images");
    std::fs::create_dir_all(&folder).expect("docs/images");
    std::fs::write(folder.join(name), page.picture().await).expect("a picture");
}

#[test]
fn the_readme_shows_conversations_as_they_are() {
    if std::env::var_os("UPDATE_SCREENSHOTS").is_none_or(|wanted| wanted != "1") {
        return;
    }
    journey(async |page| picture(page, &EN, "conversation-en.png").await);
    journey(async |page| picture(page, &ZH, "conversation-zh.png").await);
}
