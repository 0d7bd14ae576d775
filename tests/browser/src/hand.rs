//! The same journey by mouse, or by keyboard alone.

use crate::play::Words;
use crate::{Page, Role};
use thirtyfour::prelude::Key;

/// With what the page is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    Mouse,
    /// The tab key, Enter, space, arrows and numbers.
    Keys,
}

impl Hand {
    /// Presses a link or a button, or opens the settings.
    pub async fn press(self, page: &Page, role: Role, name: &str) {
        match self {
            Self::Mouse => page.press(role, name).await,
            Self::Keys => {
                page.find(role, name).await;
                page.tab_to(role, name).await;
                page.key(Key::Enter).await;
            }
        }
    }

    /// Ticks a box, or takes the tick away.
    pub async fn tick(self, page: &Page, name: &str) {
        match self {
            Self::Mouse => page.press(Role::Checkbox, name).await,
            Self::Keys => {
                page.tab_to(Role::Checkbox, name).await;
                page.key(' ').await;
            }
        }
    }

    /// Chooses an option of a field, with the arrow key from the first one on.
    pub async fn choose(self, page: &Page, field: &str, option: &str) {
        match self {
            Self::Mouse => page.choose_option(field, option).await,
            Self::Keys => {
                page.tab_to(Role::Combobox, field).await;
                for _ in 0..20 {
                    if page.state_of(Role::Combobox, field).await == option {
                        return;
                    }
                    page.key(Key::Down).await;
                    assert_eq!(page.focus().await.1, field, "the focus is lost after choosing");
                }
                panic!("the arrow key does not lead to {option:?} of {field:?}");
            }
        }
    }

    /// Goes into a field for texts and types.
    pub async fn write(self, page: &Page, field: &str, text: &str) {
        match self {
            Self::Mouse => page.press(Role::Textbox, field).await,
            Self::Keys => page.tab_to(Role::Textbox, field).await,
        }
        page.write(text).await;
    }

    /// Gives a reply; the exchange that follows.
    pub async fn reply(self, page: &Page, words: &Words, say: &str) -> String {
        if self == Self::Mouse {
            return page.reply(words, say).await;
        }
        let before = page.exchanges(words).await.len();
        let shown = page.offer(words).await;
        let place = shown.iter().position(|other| other == say).unwrap_or_else(|| panic!("{say:?} is not in {shown:?}"));
        page.key(char::from_digit(u32::try_from(place + 1).expect("a place"), 10).expect("a digit")).await;
        let exchange = page.turns_played(words, before).await;
        self.is_somewhere(page, say).await;
        exchange
    }

    /// From nowhere to the library in this language.
    pub async fn to_library(self, page: &Page, words: &Words) {
        page.visit("").await;
        page.until("the library", async || page.text().await.contains(words.name).then_some(())).await;
        self.press(page, Role::Button, words.name).await;
        page.find(Role::Heading, words.library).await;
    }

    /// From the library into First day, coached.
    pub async fn begin_first_day(self, page: &Page, words: &Words) {
        self.press(page, Role::Link, words.first_day).await;
        self.press(page, Role::Button, words.start).await;
        page.find(Role::List, words.your_reply).await;
        self.is_somewhere(page, "starting").await;
    }

    /// The keyboard goes on from somewhere, and does not begin at the top again.
    pub async fn is_somewhere(self, page: &Page, after: &str) {
        if self == Self::Keys {
            let (role, _) = page.focus().await;
            assert_ne!(role, "body", "the focus is lost after {after}");
        }
    }
}
