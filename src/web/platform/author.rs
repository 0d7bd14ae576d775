//! The program that reads scenario files, loaded when the first one is opened.

use super::files;
use js_sys::{Function, Object, Reflect, Uint8Array, WebAssembly};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Where it stands, relative to the page.
const PATH: &str = "author.wasm";

/// Sends it a question and gives its answer. `None` when it cannot be had.
pub async fn ask(question: &[u8]) -> Option<Vec<u8>> {
    let program = files::load(PATH).await?;
    try_ask(&program, question).await.ok()
}

async fn try_ask(program: &[u8], question: &[u8]) -> Result<Vec<u8>, JsValue> {
    let loaded = JsFuture::from(WebAssembly::instantiate_buffer(program, &Object::new())).await?;
    let exports = Reflect::get(&Reflect::get(&loaded, &"instance".into())?, &"exports".into())?;
    let length = u32::try_from(question.len()).map_err(|_| JsValue::NULL)?;
    let at = call(&exports, "input", &length.into())?;
    memory(&exports)?.subarray(at, at + length).copy_from(question);
    let at = call(&exports, "compile", &JsValue::UNDEFINED)?;
    let length = call(&exports, "output_length", &JsValue::UNDEFINED)?;
    Ok(memory(&exports)?.subarray(at, at + length).to_vec())
}

/// Fetched anew each time: it moves when it grows.
fn memory(exports: &JsValue) -> Result<Uint8Array, JsValue> {
    let memory: WebAssembly::Memory = Reflect::get(exports, &"memory".into())?.dyn_into()?;
    Ok(Uint8Array::new(&memory.buffer()))
}

fn call(exports: &JsValue, name: &str, argument: &JsValue) -> Result<u32, JsValue> {
    let function: Function = Reflect::get(exports, &name.into())?.dyn_into()?;
    let number = function.call1(&JsValue::UNDEFINED, argument)?.as_f64().ok_or(JsValue::NULL)?;
    // An address or a length within 32 bits of memory.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = number as u32;
    Ok(number)
}
