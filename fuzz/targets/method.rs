#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::method(bytes));

// What the fuzzer would change byte by byte is here mostly changed line by line.
libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, room: usize, seed: u32| {
    fuzz::edit_in_place(data, size, room, seed).unwrap_or_else(|| libfuzzer_sys::fuzzer_mutate(data, size, room))
});
