//! `seeds <target> <folder>`: writes what the fuzzer begins with.

#![allow(clippy::unwrap_used, clippy::expect_used)]

fn main() {
    let mut words = std::env::args().skip(1);
    let (target, folder) = (words.next().expect("a target"), words.next().expect("a folder"));
    std::fs::create_dir_all(&folder).unwrap();
    for (at, seed) in fuzz::seeds::of(&target).iter().enumerate() {
        std::fs::write(format!("{folder}/{at}"), seed).unwrap();
    }
}
