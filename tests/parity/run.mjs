// Prints what happens on wasm: node tests/parity/run.mjs path/to/parity.wasm
// The module imports nothing: no clock, no chance, no files.
import { readFileSync, writeSync } from "node:fs";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("usage: node run.mjs path/to/parity.wasm");
  process.exit(2);
}
const module = new WebAssembly.Module(readFileSync(file));
const imports = WebAssembly.Module.imports(module);
if (imports.length > 0) {
  console.error("The module must import nothing, but imports", imports);
  process.exit(1);
}
const { exports } = new WebAssembly.Instance(module, {});
// An address is unsigned, and reaches JavaScript as a signed number.
const start = exports.parity_transcript() >>> 0;
const length = new DataView(exports.memory.buffer).getUint32(start, true);
const bytes = new Uint8Array(exports.memory.buffer, start + 4, length);
// A pipe may take less than all at once.
for (let written = 0; written < length; ) {
  try {
    written += writeSync(1, bytes, written);
  } catch (error) {
    if (error.code !== "EAGAIN") throw error;
  }
}
