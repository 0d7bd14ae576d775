//! Decisions taken from bytes, so that the fuzzer can steer them.

/// Where decisions come from.
pub trait Dice {
    /// A number below `n`; 0 where `n` is 0.
    fn below(&mut self, n: usize) -> usize;
}

/// Decisions read from bytes, all 0 once these have run out.
pub struct Bytes<'b>(pub &'b [u8]);

impl Bytes<'_> {
    fn next(&mut self) -> usize {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        usize::from(*first)
    }

    /// Four bytes.
    pub fn seed(&mut self) -> u32 {
        (0..4).fold(0, |seed, _| seed << 8 | u32::try_from(self.next()).unwrap_or(0))
    }
}

impl Dice for Bytes<'_> {
    fn below(&mut self, n: usize) -> usize {
        let wide = if n > 256 { self.next() << 8 | self.next() } else { self.next() };
        wide.checked_rem(n).unwrap_or(0)
    }
}

/// Decisions that follow from one number (xorshift).
pub struct Seeded(pub u64);

impl Dice for Seeded {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or(0).checked_rem(n).unwrap_or(0)
    }
}
