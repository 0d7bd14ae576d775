//! Files: the single page from disk, and scenarios of one's own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, ZH};
use journeys::{Folder, Page, Role, journey, root, single_file};
use serde_json::json;

const OPEN: &str = "Open a scenario file";

/// The complete example of the format's manual.
fn example() -> String {
    let manual = std::fs::read_to_string(root().join("docs/scenario-format.md")).expect("docs/scenario-format.md");
    let (_, rest) = manual.split_once("```toml\n").expect("an example");
    rest.split_once("\n```").expect("its end").0.to_owned()
}

/// Plays the example well, from its briefing on.
async fn plays_the_example(page: &Page) {
    page.find(Role::Heading, "The florist with the bicycle").await;
    page.begin(&EN).await;
    for say in [
        "How does a day go here, up to the last bunch?",
        "Shall the van come this Monday, for the first time?",
        "It is one page, here. Sign, and Monday at noon the shop stays open.",
    ] {
        page.reply(&EN, say).await;
    }
    page.to_debrief(&EN).await;
}

#[test]
fn the_single_file_plays_from_disk_without_a_network() {
    journey(async |page| {
        page.command("Network.enable", json!({})).await;
        let cut = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
        page.command("Network.emulateNetworkConditions", cut).await;
        page.go(&format!("file://{}", single_file().display())).await;
        page.find(Role::Heading, EN.library).await;
        page.to_briefing(&EN).await;
        page.begin(&EN).await;
        page.play_best(&EN, 0..7).await;
        page.to_debrief(&EN).await;
        page.says(EN.full[1]).await;
        page.press(Role::Link, EN.back).await;
        page.says(EN.best_score).await;

        let folder = Folder::new();
        page.choose_file(OPEN, &folder.write("flower-van.toml", &example())).await;
        plays_the_example(page).await;
        let beyond =
            "return performance.getEntriesByType('resource').map(entry => entry.name).filter(name => !name.startsWith('data:'))";
        assert_eq!(page.ask(beyond, Vec::new()).await, json!([]), "it asked for more than itself");
        assert_eq!(page.site.asked(), Vec::<String>::new());
    });
}

#[test]
fn a_file_with_problems_is_told_in_both_languages_and_opens_once_mended() {
    let sound = example();
    let broken = sound
        .replace("start = 4", "start = \"four\"")
        .replace("move = \"ask-closing\"", "move = \"ask-closng\"")
        .replace("next = \"paper\"", "next = \"papers\"");
    let place = |what: &str| {
        let (line, text) = broken.lines().enumerate().find(|(_, line)| line.contains(what)).expect("the mistake");
        (line + 1, text.find(what).expect("its column") + 1, text.to_owned())
    };
    let mistakes = [("\"four\"", "`start`"), ("\"ask-closng\"", "ask-closing"), ("\"papers\"", "paper")];
    journey(async |page| {
        page.library(&EN).await;
        let folder = Folder::new();
        page.choose_file(OPEN, &folder.write("flower-van.toml", &broken)).await;
        page.find(Role::Heading, "3 problems in this file").await;
        for (what, mend) in mistakes {
            let (line, column, text) = place(what);
            page.says(&format!("Line {line}, column {column}")).await;
            page.says(&text).await;
            page.says(mend).await;
        }
        page.says("flower-van.toml was not opened").await;
        page.says("Did you mean \"ask-closing\"?").await;

        page.press(Role::Button, ZH.name).await;
        page.find(Role::Heading, "这个文件有 3 处问题").await;
        for (what, mend) in mistakes {
            let (line, column, text) = place(what);
            page.says(&format!("第 {line} 行，第 {column} 列")).await;
            page.says(&text).await;
            page.says(mend).await;
        }
        assert!(!page.text().await.contains("Did you mean"));

        // Nothing of it was loaded.
        assert_eq!(page.ask("return location.hash", Vec::new()).await, "#/");
        let kept = page.ask("return Object.keys(localStorage).filter(key => key.includes('flower-van'))", Vec::new()).await;
        assert_eq!(kept, json!([]));

        page.press(Role::Button, EN.name).await;
        page.choose_file("Open the file again", &folder.write("flower-van.toml", &sound)).await;
        plays_the_example(page).await;
    });
}

#[test]
fn the_way_back_from_a_file_with_problems_leads_to_the_library() {
    journey(async |page| {
        page.library(&EN).await;
        let folder = Folder::new();
        page.choose_file(OPEN, &folder.write("notes.toml", "Call Mr Zhao on Monday.\n")).await;
        page.says("notes.toml was not opened").await;
        page.press(Role::Button, EN.back).await;
        page.find(Role::Heading, EN.library).await;
        page.to_briefing(&EN).await;
    });
}
