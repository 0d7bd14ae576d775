//! Reads scenario files for the page. It stands apart from the page's own program,
//! so that learners, who never open such a file, do not download it.
//!
//! The page writes its question where [`input`] says, calls [`compile`], and reads
//! the answer. Question and answer are postcard: (method files, scenario file) and
//! [`Answer`].

// The exports need names that the page can call; nothing else here is unsafe.
#![expect(unsafe_code)]

use ninesteps::pack;
use std::sync::{Mutex, PoisonError};

/// A pack's bytes, or the problems of the file.
type Answer = Result<Vec<u8>, Vec<pack::Reported>>;

static INPUT: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static OUTPUT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Makes room for a question of `length` bytes and says where.
#[unsafe(no_mangle)]
pub extern "C" fn input(length: usize) -> *mut u8 {
    let mut input = INPUT.lock().unwrap_or_else(PoisonError::into_inner);
    input.clear();
    input.resize(length, 0);
    input.as_mut_ptr()
}

/// Answers the question and says where the answer stands.
#[unsafe(no_mangle)]
pub extern "C" fn compile() -> *const u8 {
    let input = INPUT.lock().unwrap_or_else(PoisonError::into_inner);
    let (methods, source): (Vec<String>, Vec<u8>) = postcard::from_bytes(&input).unwrap_or_default();
    let answer: Answer = pack::compile(&methods, &source).map(|pack| pack.to_bytes());
    let mut output = OUTPUT.lock().unwrap_or_else(PoisonError::into_inner);
    *output = postcard::to_allocvec(&answer).unwrap_or_default();
    output.as_ptr()
}

/// The length of the last answer.
#[unsafe(no_mangle)]
pub extern "C" fn output_length() -> usize {
    OUTPUT.lock().unwrap_or_else(PoisonError::into_inner).len()
}
