//! The order within each layer, so that links cross as little as can be.

use super::layers::Layered;

/// Sweeps down and up; more hardly ever help.
const SWEEPS: usize = 24;

/// Moves each vertex to the middle of its neighbours, layer by layer, and keeps the
/// best order met.
pub fn untangle(layered: &mut Layered) {
    let mut best = layered.layers.clone();
    let mut fewest = crossings(layered);
    for sweep in 0..SWEEPS {
        if fewest == 0 {
            break;
        }
        let count = layered.layers.len();
        for step in 1..count {
            let at = if sweep % 2 == 0 { step } else { count - 1 - step };
            sort(layered, at, sweep % 2 == 0);
        }
        let now = crossings(layered);
        if now < fewest {
            (best, fewest) = (layered.layers.clone(), now);
        }
    }
    layered.layers = best;
}

fn sort(layered: &mut Layered, at: usize, downwards: bool) {
    let neighbours = if downwards { &layered.above } else { &layered.below };
    let places = places(layered);
    let place = |at: usize| places.get(at).copied().unwrap_or_default();
    let Some(layer) = layered.layers.get(at) else { return };
    let mut keyed: Vec<(f64, usize)> = layer
        .iter()
        .map(|vertex| {
            let near = neighbours.get(*vertex).map_or(&[][..], Vec::as_slice);
            (mean(near.iter().map(|at| place(*at))).unwrap_or_else(|| place(*vertex)), *vertex)
        })
        .collect();
    keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
    if let Some(layer) = layered.layers.get_mut(at) {
        *layer = keyed.into_iter().map(|(_, vertex)| vertex).collect();
    }
}

/// For each vertex its place in its layer, 0 to 1, so that layers of any length
/// compare.
fn places(layered: &Layered) -> Vec<f64> {
    let mut places = vec![0.0; layered.vertices.len()];
    for layer in &layered.layers {
        let mut place = 0.5;
        for vertex in layer {
            if let (Some(slot), Ok(count)) = (places.get_mut(*vertex), u32::try_from(layer.len())) {
                *slot = place / f64::from(count);
            }
            place += 1.0;
        }
    }
    places
}

/// How often links cross.
fn crossings(layered: &Layered) -> usize {
    let places = places(layered);
    let place = |at: usize| places.get(at).copied().unwrap_or_default();
    let mut crossings = 0;
    for layer in &layered.layers {
        // Ends below, in the order of the starts above; each pair out of order crosses.
        let mut passed: Vec<f64> = Vec::new();
        for vertex in layer {
            let mut ends: Vec<f64> =
                layered.below.get(*vertex).map_or(&[][..], Vec::as_slice).iter().map(|at| place(*at)).collect();
            ends.sort_by(f64::total_cmp);
            let to_the_right = |end: f64| passed.len() - passed.partition_point(|other| *other <= end);
            crossings += ends.iter().map(|end| to_the_right(*end)).sum::<usize>();
            passed.extend(ends);
            passed.sort_by(f64::total_cmp);
        }
    }
    crossings
}

pub(super) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    (count > 0.0).then(|| sum / count)
}
