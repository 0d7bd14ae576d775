//! Time, and work in slices between frames.

use crate::practice::calendar::Clock;
/// Work that is still to come; dropped, it never does.
pub use gloo_timers::callback::Timeout;

/// What time it is here.
pub fn clock() -> Clock {
    // Within a day, so within the range.
    #[expect(clippy::cast_possible_truncation)]
    let behind = js_sys::Date::new_0().get_timezone_offset() as i32;
    Clock { now: now(), ahead: -behind }
}

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
