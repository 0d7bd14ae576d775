//! Time, and work in slices between frames.

/// Work that is still to come; dropped, it never does.
pub use gloo_timers::callback::Timeout;

/// Milliseconds since 1970.
pub fn now() -> u64 {
    // Positive and far below 2^53.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let now = js_sys::Date::now() as u64;
    now
}

/// A number to seed a new conversation with.
pub fn fresh_seed() -> u32 {
    // Below 2^32 by construction.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let seed = (js_sys::Math::random() * 4_294_967_296.0) as u32;
    seed
}

/// Does something after `milliseconds`; never, if the handle is dropped before.
pub fn later(milliseconds: u32, work: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(milliseconds, work)
}
