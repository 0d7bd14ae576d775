//! The page: what a learner sees and touches. It holds no truth that the session
//! does not; browser and storage are reached through [`platform`] alone.

mod app;
mod components;
mod desk;
mod loading;
mod message;
mod pages;
mod platform;
mod room;
mod route;
mod run;
mod saves;
mod settings;
mod words;

use wasm_bindgen::prelude::wasm_bindgen;

/// Starts the page. Called once, when the program is loaded.
#[wasm_bindgen(start)]
pub fn start() {
    if let Some(root) = platform::page::root() {
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
