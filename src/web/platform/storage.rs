//! What is kept on the device. Every way in which a browser may refuse is an
//! answer, never a panic.

/// Listens until it is dropped.
pub use gloo_events::EventListener as Listener;
use wasm_bindgen::JsCast;

const PREFIX: &str = "ninesteps/";

/// Why nothing could be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser forbids storage here.
    Blocked,
    Full,
}

fn local() -> Result<web_sys::Storage, Trouble> {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).ok_or(Trouble::Blocked)
}

pub fn get(key: &str) -> Result<Option<String>, Trouble> {
    local()?.get_item(&format!("{PREFIX}{key}")).map_err(|_| Trouble::Blocked)
}

/// Keeps a text before it returns.
pub fn set(key: &str, text: &str) -> Result<(), Trouble> {
    local()?.set_item(&format!("{PREFIX}{key}"), text).map_err(|_| Trouble::Full)
}

/// All that is kept, by name.
pub fn all() -> Vec<(String, String)> {
    let Ok(local) = local() else { return Vec::new() };
    let names = (0..local.length().unwrap_or(0)).filter_map(|at| local.key(at).ok().flatten());
    names.filter_map(|name| Some((name.strip_prefix(PREFIX)?.to_owned(), local.get_item(&name).ok()??))).collect()
}

/// Forgets it all.
pub fn clear() {
    for (name, _) in all() {
        let _ = local().map(|local| local.remove_item(&format!("{PREFIX}{name}")));
    }
}

/// Calls back when another tab changes `key`.
pub fn on_change(key: &str, mut changed: impl FnMut() + 'static) -> Option<Listener> {
    let full = format!("{PREFIX}{key}");
    let window = web_sys::window()?;
    Some(Listener::new(&window, "storage", move |event| {
        let event: Option<&web_sys::StorageEvent> = event.dyn_ref();
        if event.and_then(web_sys::StorageEvent::key).as_deref() == Some(&full) {
            changed();
        }
    }))
}
