//! The page's second program, loaded when it is wanted: it works out what a
//! conversation could have earned, has all screens beside the library and the
//! conversation, and reads scenario files for trainers. The first program, which every
//! learner downloads before the customer speaks, does without all that.
//!
//! The page writes a question where [`input`] says, calls a function, and reads the
//! answer that stands where the function says, [`output_length`] bytes long.
//! Questions and answers are postcard, their types in [`ninesteps::study`].

// The exports need names that the page can call; nothing else here is unsafe.
#![expect(unsafe_code)]

use ninesteps::study::{self, Desk};
use std::cell::RefCell;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static DESK: RefCell<Desk> = RefCell::default();
}

/// Makes room for a question of `length` bytes and says where.
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> *mut u8 {
    INPUT.with_borrow_mut(|input| {
        input.clear();
        input.resize(length, 0);
        input.as_mut_ptr()
    })
}

/// The length of the last answer.
#[unsafe(no_mangle)]
pub extern "C" fn output_length() -> usize {
    OUTPUT.with_borrow(Vec::len)
}

fn answer(bytes: Vec<u8>) -> *const u8 {
    OUTPUT.with_borrow_mut(|output| {
        *output = bytes;
        output.as_ptr()
    })
}

/// Reads a scenario file: [`study::Source`] to [`study::Read`].
#[unsafe(no_mangle)]
pub extern "C" fn compile() -> *const u8 {
    answer(INPUT.with_borrow(|input| study::compile(input)))
}

/// Hears what happens: [`study::Told`] to [`study::Answer`].
#[unsafe(no_mangle)]
pub extern "C" fn tell() -> *const u8 {
    answer(INPUT.with_borrow(|input| DESK.with_borrow_mut(|desk| desk.tell(input))))
}
