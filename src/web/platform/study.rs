//! The second program (see the crate `study`), loaded when it is wanted.

use super::files;
use crate::study::{Answer, Read, Source, Told};
use js_sys::{Function, Object, Reflect, Uint8Array, WebAssembly};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Where it stands, relative to the page.
pub const PATH: &str = "study.wasm";

/// The program, running.
#[derive(Clone, PartialEq)]
pub struct Study {
    exports: JsValue,
}

impl Study {
    /// Loads it. `None` when it cannot be had.
    pub async fn load(version: &str) -> Option<Self> {
        let program = files::load(PATH, version).await?;
        let loaded = JsFuture::from(WebAssembly::instantiate_buffer(&program, &Object::new())).await.ok()?;
        let instance = Reflect::get(&loaded, &"instance".into()).ok()?;
        Some(Self { exports: Reflect::get(&instance, &"exports".into()).ok()? })
    }

    /// Reads a scenario file.
    pub fn compile(&self, source: &Source) -> Option<Read> {
        self.ask("compile", source)
    }

    /// Tells it what happens. `None`: it has stopped working.
    pub fn tell(&self, told: &Told) -> Option<Answer> {
        self.ask("tell", told)
    }

    fn ask<A: DeserializeOwned>(&self, function: &str, question: &impl Serialize) -> Option<A> {
        let answer = self.pass(function, &postcard::to_allocvec(question).ok()?).ok()?;
        postcard::from_bytes(&answer).ok()
    }

    fn pass(&self, function: &str, question: &[u8]) -> Result<Vec<u8>, JsValue> {
        let length = u32::try_from(question.len()).map_err(|_| JsValue::NULL)?;
        let at = number(&self.call("input", length)?);
        self.memory()?.subarray(at, at + length).copy_from(question);
        let at = number(&self.call(function, 0)?);
        let length = number(&self.call("output_length", 0)?);
        Ok(self.memory()?.subarray(at, at + length).to_vec())
    }

    /// Fetched anew each time: it moves when it grows.
    fn memory(&self) -> Result<Uint8Array, JsValue> {
        let memory: WebAssembly::Memory = Reflect::get(&self.exports, &"memory".into())?.dyn_into()?;
        Ok(Uint8Array::new(&memory.buffer()))
    }

    fn call(&self, name: &str, argument: u32) -> Result<JsValue, JsValue> {
        let function: Function = Reflect::get(&self.exports, &name.into())?.dyn_into()?;
        function.call1(&JsValue::UNDEFINED, &argument.into())
    }
}

/// An address or a length within the 32 bits of memory.
fn number(value: &JsValue) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let number = value.as_f64().unwrap_or(0.0) as u32;
    number
}
