//! The least that everybody needs who does not go by looks, and the dark.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a journey that cannot go on says so by panicking, like any test"
)]

use journeys::play::{EN, Words, ZH};
use journeys::tour::tour;
use journeys::{Folder, Page, Role, journey};
use serde_json::{Value, json};
use thirtyfour::prelude::Key;

/// What is wrong with a page: there is one heading of the first rank and the others follow
/// in order, the language is told, everything that can be used has a name, no id comes
/// twice, and the window has a title.
async fn unsound(page: &Page, words: &Words) -> Value {
    let script = r#"
        const faults = [];
        const blame = (what, elements) => elements.length && faults.push([what, ...elements.map(element => element.outerHTML.slice(0, 120))]);
        const shown = selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility());
        const headings = shown("h1, h2, h3, h4"), rank = heading => Number(heading?.localName[1] ?? 0);
        const firsts = headings.filter(heading => rank(heading) === 1);
        if (document.documentElement.lang !== arguments[0]) faults.push("the language is " + document.documentElement.lang);
        if (firsts.length !== 1) faults.push("there are " + firsts.length + " headings of the first rank");
        if (!document.title.replace(/[·\s]/g, "")) faults.push("the window has no title");
        blame("empty", headings.filter(heading => !heading.textContent.trim()));
        blame("leaps", headings.filter((heading, at) => rank(heading) > rank(headings[at - 1]) + 1));
        const usable = shown("a[href], button, input, select, textarea, summary, [role=img]");
        blame("nameless", usable.filter(element => !element.computedName.trim()));
        const named = [...document.querySelectorAll("[id]")];
        blame("twice", named.filter(element => document.getElementById(element.id) !== element));
        return faults;
    "#;
    page.ask(script, vec![json!(words.tag)]).await
}

async fn is_sound(page: &Page, words: &Words, what: &str) {
    assert_eq!(unsound(page, words).await, json!([]), "{what}");
}

// Both fail as long as the turns of the explained line are headings of the third rank
// right under the first.
#[test]
fn every_page_has_one_title_its_language_and_names_in_english() {
    journey(async |page| tour(page, &EN, async |page| unsound(page, &EN).await).await);
}

#[test]
fn every_page_has_one_title_its_language_and_names_in_chinese() {
    journey(async |page| tour(page, &ZH, async |page| unsound(page, &ZH).await).await);
}

/// The texts that do not stand out from what is behind them, as WCAG 2.2 wants it (1.4.3):
/// 4.5 to 1, or 3 to 1 where they are large.
async fn hard_to_read(page: &Page) -> Value {
    let script = r#"
        const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 });
        const brush = canvas.getContext("2d", { willReadFrequently: true });
        const light = colours => {
            brush.fillStyle = "white";
            for (const colour of ["white", ...colours]) brush.fillStyle = colour, brush.fillRect(0, 0, 1, 1);
            const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
            const [red, green, blue] = [...brush.getImageData(0, 0, 1, 1).data].map(part);
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const behind = element => element ? [...behind(element.parentElement), getComputedStyle(element).backgroundColor] : [];
        const known = new Map();
        const contrast = (colours, colour) => {
            const key = JSON.stringify([colours, colour]);
            if (!known.has(key)) {
                const [low, high] = [light(colours), light([...colours, colour])].sort((a, b) => a - b);
                known.set(key, (high + 0.05) / (low + 0.05));
            }
            return known.get(key);
        };
        const ownText = element => [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
        const isShown = element => element.checkVisibility() && element.getBoundingClientRect().width > 1 && !element.closest("[disabled]");
        return [...document.querySelectorAll("body *")].filter(element => ownText(element) && isShown(element)).flatMap(element => {
            const style = getComputedStyle(element);
            const size = parseFloat(style.fontSize), isLarge = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
            const found = contrast(behind(element), style.color);
            return found >= (isLarge ? 3 : 4.5) ? [] : [`${element.localName}.${element.className} ${found.toFixed(2)} ${element.textContent.slice(0, 40)}`];
        });
    "#;
    page.ask(script, Vec::new()).await
}

/// The page as on a device that likes it light or dark, and without movement.
async fn prefers(page: &Page, scheme: &str) {
    let colours = json!({ "name": "prefers-color-scheme", "value": scheme });
    let calm = json!({ "name": "prefers-reduced-motion", "value": "reduce" });
    page.command("Emulation.setEmulatedMedia", json!({ "features": [colours, calm] })).await;
}

#[test]
fn every_text_stands_out_in_the_light() {
    journey(async |page| {
        prefers(page, "light").await;
        tour(page, &EN, hard_to_read).await;
    });
}

#[test]
fn every_text_stands_out_in_the_dark() {
    journey(async |page| {
        prefers(page, "dark").await;
        tour(page, &ZH, hard_to_read).await;
    });
}

#[test]
fn pages_that_tell_of_a_failure_have_a_title_as_well() {
    journey(async |page| {
        page.library(&EN).await;
        let folder = Folder::new();
        page.choose_file("Open a scenario file", &folder.write("notes.toml", "Call Mr Zhao on Monday.\n")).await;
        page.says("notes.toml was not opened").await;
        is_sound(page, &EN, "a file with problems").await;
        page.visit("nobody").await;
        page.reload().await;
        page.says("There is no customer of this name here.").await;
        is_sound(page, &EN, "no such scenario").await;
    });
}

#[test]
fn the_skip_link_moves_the_focus_to_the_content() {
    journey(async |page| {
        page.visit("").await;
        page.find(Role::Heading, EN.library).await;
        page.key(Key::Tab).await;
        assert_eq!(page.focus().await, ("link".to_owned(), "Skip to the content".to_owned()));
        page.key(Key::Enter).await;
        page.until("the content to have the focus", async || (page.focus().await.0 == "main").then_some(())).await;
        page.key(Key::Tab).await;
        let (role, name) = page.focus().await;
        assert_eq!(role, "link", "{name}");
        let cards = page.names_in(Role::List, EN.scenarios, Role::Link).await;
        assert_eq!(name, cards[0], "what comes first in the content");
        // The address still leads here.
        page.reload().await;
        page.find(Role::Heading, EN.library).await;
    });
}

#[test]
fn a_dark_device_gets_a_dark_page() {
    async fn background(page: &Page) -> Vec<u32> {
        let colour = page.ask("return getComputedStyle(document.body).backgroundColor", Vec::new()).await;
        let digits = colour.as_str().unwrap().split(|c: char| !c.is_ascii_digit());
        digits.filter_map(|digits| digits.parse().ok()).collect()
    }
    journey(async |page| {
        let device = async |scheme: &str| {
            let feature = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
            page.command("Emulation.setEmulatedMedia", feature).await;
        };
        device("light").await;
        page.library(&EN).await;
        let light = background(page).await;
        device("dark").await;
        let dark = background(page).await;
        let brightness = |colour: &[u32]| colour.iter().take(3).sum::<u32>();
        assert!(brightness(&light) > 600 && brightness(&dark) < 150, "{light:?}, {dark:?}");
    });
}
