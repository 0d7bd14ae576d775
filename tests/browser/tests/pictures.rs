//! Pictures for the README and the author's guide; drawn only when `UPDATE_SCREENSHOTS=1` asks for them.

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
    keep(page, name).await;
}

/// The customer of the author's guide after the first good reply.
async fn guide_picture(page: &Page, words: &Words, best: &str, size: (u32, u32), name: &str) {
    page.before_each_page("Math.random = () => 0.25;").await;
    page.resize(size.0, size.1).await;
    page.library(words).await;
    let field = if words.tag == EN.tag { "Open a scenario file" } else { "打开场景文件" };
    page.choose_file(field, &root().join("docs/examples").join(words.tag).join("beekeeper.toml")).await;
    page.begin(words).await;
    page.reply(words, best).await;
    keep(page, name).await;
}

/// Takes the picture once nothing moves any more.
async fn keep(page: &Page, name: &str) {
    let settled = "return Promise.all([document.fonts.ready, ...document.getAnimations().map(animation => animation.finished)]).then(() => true)";
    page.ask(settled, Vec::new()).await;
    let folder = root().join("docs/images");
    std::fs::create_dir_all(&folder).expect("docs/images");
    std::fs::write(folder.join(name), page.picture().await).expect("a picture");
}

fn are_wanted() -> bool {
    std::env::var_os("UPDATE_SCREENSHOTS").is_some_and(|wanted| wanted == "1")
}

#[test]
fn the_guide_shows_its_customer_as_learners_see_him() {
    if !are_wanted() {
        return;
    }
    for (words, best, name) in [
        (&EN, "What do the two fingers tell you, from one hive to the next?", "en"),
        (&ZH, "一箱一箱掂过去，两根手指都告诉您些什么？", "zh"),
    ] {
        journey(async |page| {
            let file = format!("authors-guide-{name}.png");
            guide_picture(page, words, best, (1280, 900), &file).await;
        });
        journey(async |page| {
            let file = format!("authors-guide-{name}-360.png");
            guide_picture(page, words, best, (360, 900), &file).await;
        });
    }
}

#[test]
fn the_readme_shows_conversations_as_they_are() {
    if !are_wanted() {
        return;
    }
    journey(async |page| picture(page, &EN, "conversation-en.png").await);
    journey(async |page| picture(page, &ZH, "conversation-zh.png").await);
}
