//! The window itself: address, title, language, colours, focus, keys.

use crate::language::Language;
/// Listens until it is dropped.
pub use gloo_events::EventListener as Listener;
use wasm_bindgen::JsCast;

/// Where the page is drawn; what travels beside it stays untouched.
pub fn root() -> Option<web_sys::Element> {
    element("page")
}

/// The part of the address after `#`.
pub fn hash() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to a place of the page.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        let _ = window.location().set_hash(hash);
    }
}

pub fn on_hash_change(mut changed: impl FnMut() + 'static) -> Option<Listener> {
    let window = web_sys::window()?;
    Some(Listener::new(&window, "hashchange", move |_| changed()))
}

/// What the browser prefers, best first.
pub fn preferred_languages() -> Vec<String> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Tells the browser and assistive technology what this page is.
pub fn describe(title: &str, language: Language, theme: &str) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", language.tag());
        let _ = root.set_attribute("data-theme", theme);
    }
}

/// Moves focus to an element and brings it into view.
pub fn focus(id: &str) {
    focus_with(id, false);
}

/// Moves focus to an element without moving the page.
pub fn focus_in_place(id: &str) {
    focus_with(id, true);
}

fn focus_with(id: &str, stay: bool) {
    let element = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(element) = element {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(stay);
        let _ = element.focus_with_options(&options);
    }
}

/// Brings an element into view.
pub fn reveal(id: &str) {
    if let Some(element) = element(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Start);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Starts at the top of a new page.
pub fn to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn element(id: &str) -> Option<web_sys::Element> {
    web_sys::window()?.document()?.get_element_by_id(id)
}

/// Calls back with each sign that is typed, unless it is typed into a field or held
/// together with a modifier.
pub fn on_key(mut pressed: impl FnMut(char) + 'static) -> Option<Listener> {
    let document = web_sys::window()?.document()?;
    Some(Listener::new(&document, "keydown", move |event| {
        let Some(event) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key() || event.repeat();
        let typing = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok()).is_some_and(|element| {
            matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA")
                && element.get_attribute("type").as_deref() != Some("checkbox")
        });
        let key = event.key();
        let mut signs = key.chars();
        if let (Some(sign), None, false, false) = (signs.next(), signs.next(), modified, typing) {
            pressed(sign);
        }
    }))
}

/// Prints the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}
