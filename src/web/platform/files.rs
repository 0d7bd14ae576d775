//! Files in and out: those of the site, and those of the learner.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What travels inside the page itself, by the id of its data block (base64).
pub fn inside(id: &str) -> Option<Vec<u8>> {
    web_sys::window()?.atob(&text_inside(id)?).ok().map(|text| from_text(&text))
}

/// The same where it is text.
pub fn text_inside(id: &str) -> Option<String> {
    web_sys::window()?.document()?.get_element_by_id(id)?.text_content()
}

/// A file of the site: from inside the page where it travels there, else from
/// beside it. `None` when it cannot be had.
pub async fn load(path: &str, version: &str) -> Option<Vec<u8>> {
    match inside(path) {
        Some(bytes) => Some(bytes),
        None => fetch(&[path, "?v=", version].concat()).await.ok(),
    }
}

async fn fetch(path: &str) -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response: web_sys::Response = JsFuture::from(window.fetch_with_str(path)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    bytes(response.array_buffer()?).await
}

async fn bytes(buffer: js_sys::Promise) -> Result<Vec<u8>, JsValue> {
    Ok(js_sys::Uint8Array::new(&JsFuture::from(buffer).await?).to_vec())
}

/// The bytes of a file that the learner chose.
pub async fn read(file: &web_sys::File) -> Option<Vec<u8>> {
    bytes(file.array_buffer()).await.ok()
}

/// Bytes as a text that browsers store unchanged: one character for each.
pub fn as_text(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

/// The bytes of such a text.
pub fn from_text(text: &str) -> Vec<u8> {
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(0)).collect()
}

/// Hands a text to the learner as a file.
pub fn download(name: &str, text: &str) {
    let _ = try_download(name, text);
}

fn try_download(name: &str, text: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let blob = web_sys::Blob::new_with_str_sequence(&js_sys::Array::of1(&text.into()))?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&url)
}
