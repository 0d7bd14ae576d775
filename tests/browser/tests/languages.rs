//! Two languages, one conversation.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::{Page, Role, journey};

/// Where the best reply of this turn is shown.
async fn place_of(page: &Page, words: &Words, turn: usize) -> Option<usize> {
    page.offer(words).await.iter().position(|say| say == words.best[turn])
}

#[test]
fn the_language_switch_keeps_the_place_in_a_conversation() {
    journey(async |page| {
        page.begin_first_day(&EN).await;
        page.play_best(&EN, 0..3).await;
        page.find(Role::Image, "Mr Zhao looks at ease").await;
        page.says("On Thursdays his wife works nights.").await;
        let place = place_of(page, &EN, 3).await.expect("the best reply");

        page.press(Role::Button, ZH.name).await;
        // The frame speaks the new language at once, the customer when the file is here.
        page.says(ZH.best[2]).await;
        let newest = page.turns_played(&ZH, 3).await;
        assert!(newest.contains(ZH.best[2]) && newest.contains("请君入瓮 3 分"), "{newest:?}");
        page.find(Role::Image, "老赵看上去很自在").await;
        for known in ["女儿七岁", "周四他爱人上夜班"] {
            page.says(known).await;
        }
        assert_eq!(place_of(page, &ZH, 3).await, Some(place), "the replies were shuffled anew");
        let text = page.text().await;
        assert!(!text.contains("Mr Zhao") && !text.contains("Thursday"), "English is left over in {text:?}");

        page.play_best(&ZH, 3..5).await;
        page.press(Role::Button, EN.name).await;
        page.turns_played(&EN, 5).await;
        page.play_best(&EN, 5..7).await;
        page.to_debrief(&EN).await;
        page.press(Role::Button, ZH.name).await;
        page.says(ZH.full[0]).await;
        page.says(ZH.best[6]).await;
        let account = page.text_of(Role::Region, ZH.debrief).await;
        assert!(account.contains(ZH.best[6]) && !account.contains("Score"), "{account:?}");
    });
}

#[test]
fn the_choice_of_a_language_is_kept() {
    journey(async |page| {
        page.library(&ZH).await;
        page.reload().await;
        page.find(Role::Heading, ZH.library).await;
        assert_eq!(page.ask("return document.documentElement.lang", Vec::new()).await, ZH.tag);
    });
}
