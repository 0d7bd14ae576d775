//! How far to the right everything stands.

use super::layers::Layered;
use super::order::mean;

/// Between two boxes of a layer, and between lines.
const APART: f64 = 26.0;
const CLOSE: f64 = 10.0;
/// Rounds of moving towards neighbours.
const ROUNDS: usize = 40;
/// A long line that bends costs more than a box beside its neighbours.
const STRAIGHT: f64 = 6.0;

/// What nothing joins to the rest comes near it, and pushes nothing aside.
const ADRIFT: f64 = 1e-6;

/// The middle of each vertex: as near to its neighbours as the others in its layer
/// allow.
pub fn across(layered: &Layered) -> Vec<f64> {
    let mut xs = vec![0.0; layered.vertices.len()];
    for layer in &layered.layers {
        settle(layered, layer, &mut xs, |_| 0.0);
    }
    for round in 0..ROUNDS {
        let downwards = round % 2 == 0;
        let joined = (0..xs.len()).filter(|at| !is_adrift(layered, *at)).filter_map(|at| xs.get(at).copied());
        let middle = mean(joined).unwrap_or_default();
        let layers: Vec<&Vec<usize>> =
            if downwards { layered.layers.iter().collect() } else { layered.layers.iter().rev().collect() };
        for layer in layers {
            let wanted: Vec<f64> = layer
                .iter()
                .map(|at| if is_adrift(layered, *at) { middle } else { wanted(layered, &xs, *at, downwards) })
                .collect();
            settle(layered, layer, &mut xs, |place| wanted.get(place).copied().unwrap_or_default());
        }
    }
    xs
}

/// The mean of the neighbours on one side; where there are none, of those on the
/// other.
fn wanted(layered: &Layered, xs: &[f64], at: usize, downwards: bool) -> f64 {
    let side = |side: &[Vec<usize>]| {
        let near = side.get(at).map_or(&[][..], Vec::as_slice);
        mean(near.iter().filter_map(|at| xs.get(*at).copied()))
    };
    let (above, below) = (side(&layered.above), side(&layered.below));
    let own = xs.get(at).copied().unwrap_or_default();
    if downwards { above.or(below).unwrap_or(own) } else { below.or(above).unwrap_or(own) }
}

/// Places a layer as near as can be to what is wanted (least squares), in its order
/// and without overlap: neighbours that would meet form a block and share their
/// wishes (the pool-adjacent-violators algorithm).
fn settle(layered: &Layered, layer: &[usize], xs: &mut [f64], wanted: impl Fn(usize) -> f64) {
    let mut blocks: Vec<Block> = Vec::new();
    let mut offset = 0.0;
    let mut offsets = Vec::new();
    let mut before: Option<usize> = None;
    for (place, at) in layer.iter().enumerate() {
        if let Some(before) = before {
            offset += layered.reach(before) + layered.size(*at).width / 2.0 + apart(layered, before, *at);
        }
        before = Some(*at);
        offsets.push(offset);
        let weight = match *at {
            at if is_adrift(layered, at) => ADRIFT,
            at if layered.is_box(at) => 1.0,
            _ => STRAIGHT,
        };
        let mut block = Block { x: wanted(place) - offset, weight, count: 1 };
        while let Some(last) = blocks.pop_if(|last| last.x > block.x) {
            block = last.with(&block);
        }
        blocks.push(block);
    }
    let settled = blocks.iter().flat_map(|block| std::iter::repeat_n(block.x, block.count));
    for ((at, offset), x) in layer.iter().zip(offsets).zip(settled) {
        if let Some(slot) = xs.get_mut(*at) {
            *slot = x + offset;
        }
    }
}

fn is_adrift(layered: &Layered, at: usize) -> bool {
    layered.adrift.get(at).copied().unwrap_or_default()
}

fn apart(layered: &Layered, left: usize, right: usize) -> f64 {
    if layered.is_box(left) && layered.is_box(right) { APART } else { CLOSE }
}

struct Block {
    x: f64,
    weight: f64,
    count: usize,
}

impl Block {
    fn with(&self, other: &Self) -> Self {
        let weight = self.weight + other.weight;
        let x = (self.x * self.weight + other.x * other.weight) / weight;
        Self { x, weight, count: self.count + other.count }
    }
}
