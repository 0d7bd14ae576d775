//! Prints what happens natively; `run.mjs` prints what happens on wasm.

#![expect(clippy::print_stdout, reason = "printing is all that this program does")]

fn main() {
    print!("{}", parity::transcript());
}
