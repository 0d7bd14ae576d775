#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::scenario(bytes));

// What the fuzzer would change byte by byte is here mostly changed line by line.
libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, room: usize, seed: u32| {
    let edited = data.get(..size).and_then(|bytes| fuzz::edited(bytes, seed)).filter(|edited| edited.len() <= room);
    match edited
        .and_then(|edited| data.get_mut(..edited.len()).map(|place| place.copy_from_slice(&edited)).map(|()| edited.len()))
    {
        Some(size) => size,
        None => libfuzzer_sys::fuzzer_mutate(data, size, room),
    }
});
