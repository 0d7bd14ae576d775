//! Reading what an event says. No effects: components may use this.

use wasm_bindgen::JsCast;
pub use web_sys::File;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

fn target<T: JsCast>(event: &Event) -> Option<T> {
    event.target()?.dyn_into().ok()
}

/// Whether the checkbox is now ticked.
pub fn is_ticked(event: &Event) -> bool {
    target::<HtmlInputElement>(event).is_some_and(|input| input.checked())
}

/// The option now chosen.
pub fn chosen(event: &Event) -> Option<String> {
    target::<HtmlSelectElement>(event).map(|select| select.value())
}

/// The place of the option now chosen, from 0.
pub fn chosen_place(event: &Event) -> Option<usize> {
    usize::try_from(target::<HtmlSelectElement>(event)?.selected_index()).ok()
}

/// The text now typed.
pub fn typed(event: &Event) -> Option<String> {
    target::<HtmlTextAreaElement>(event).map(|field| field.value())
}

/// The file now chosen. The field forgets it, so that the same file can be chosen
/// again after it was mended.
pub fn file(event: &Event) -> Option<File> {
    let input: HtmlInputElement = target(event)?;
    let file = input.files()?.get(0);
    input.set_value("");
    file
}
