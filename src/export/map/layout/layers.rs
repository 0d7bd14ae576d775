//! Which layer each box is in, and what long links pass on their way.

use super::{Link, PORT, Size};

/// A box, or a place that a long link passes.
#[derive(Clone, Copy, Debug)]
pub struct Vertex {
    pub size: Size,
    /// Room for what leads from a box to itself, at its right side.
    pub beside: f64,
    pub layer: usize,
}

/// A link from layer to layer.
#[derive(Debug)]
pub struct Chain {
    /// The number of the link.
    pub link: usize,
    pub upper: usize,
    pub lower: usize,
    /// The vertices it passes, from the top.
    pub between: Vec<usize>,
    /// It leads upwards, against the others.
    pub is_reversed: bool,
}

/// Boxes first, then what is passed.
pub struct Layered {
    pub vertices: Vec<Vertex>,
    /// How many of the vertices are boxes.
    pub boxes: usize,
    /// The vertices of each layer, from the left.
    pub layers: Vec<Vec<usize>>,
    pub chains: Vec<Chain>,
    /// For each vertex its neighbours in the layers above and below.
    pub above: Vec<Vec<usize>>,
    pub below: Vec<Vec<usize>>,
    /// For each vertex whether no link, one way or the other, joins it to the first.
    pub adrift: Vec<bool>,
}

impl Layered {
    pub fn new(sizes: &[Size], links: &[Link]) -> Self {
        let downwards = downwards(sizes.len(), links);
        let depth = depths(sizes.len(), &downwards);
        let vertices = sizes
            .iter()
            .zip(&depth)
            .enumerate()
            .map(|(at, (size, layer))| Vertex { size: *size, beside: beside(at, links), layer: *layer })
            .collect();
        let mut layered = Self {
            vertices,
            boxes: sizes.len(),
            layers: Vec::new(),
            chains: Vec::new(),
            above: Vec::new(),
            below: Vec::new(),
            adrift: Vec::new(),
        };
        for step in downwards {
            layered.add_chain(step);
        }
        layered.fill_layers();
        layered.join();
        layered.find_adrift();
        layered
    }

    pub fn size(&self, at: usize) -> Size {
        self.vertices.get(at).map_or(Size::default(), |vertex| vertex.size)
    }

    /// How far it reaches to the right of its middle.
    pub fn reach(&self, at: usize) -> f64 {
        self.vertices.get(at).map_or(0.0, |vertex| vertex.size.width / 2.0 + vertex.beside)
    }

    pub fn layer(&self, at: usize) -> usize {
        self.vertices.get(at).map_or(0, |vertex| vertex.layer)
    }

    pub const fn is_box(&self, at: usize) -> bool {
        at < self.boxes
    }

    fn add_chain(&mut self, step: Step) {
        let passed = self.layer(step.upper) + 1..self.layer(step.lower);
        let first = self.vertices.len();
        self.vertices.extend(passed.map(|layer| Vertex { size: Size { width: PORT, height: 0.0 }, beside: 0.0, layer }));
        let between = (first..self.vertices.len()).collect();
        self.chains.push(Chain { link: step.link, upper: step.upper, lower: step.lower, between, is_reversed: step.is_reversed });
    }

    fn fill_layers(&mut self) {
        let count = self.vertices.iter().map(|vertex| vertex.layer + 1).max().unwrap_or(0);
        self.layers = vec![Vec::new(); count];
        for (at, vertex) in self.vertices.iter().enumerate() {
            if let Some(layer) = self.layers.get_mut(vertex.layer) {
                layer.push(at);
            }
        }
    }

    fn join(&mut self) {
        self.above = vec![Vec::new(); self.vertices.len()];
        self.below = vec![Vec::new(); self.vertices.len()];
        for chain in &self.chains {
            let stops = std::iter::once(chain.upper).chain(chain.between.iter().copied()).chain([chain.lower]);
            let mut before: Option<usize> = None;
            for stop in stops {
                if let Some(before) = before {
                    if let Some(below) = self.below.get_mut(before) {
                        below.push(stop);
                    }
                    if let Some(above) = self.above.get_mut(stop) {
                        above.push(before);
                    }
                }
                before = Some(stop);
            }
        }
    }
}

impl Layered {
    fn find_adrift(&mut self) {
        self.adrift = vec![true; self.vertices.len()];
        let mut open = vec![0];
        while let Some(at) = open.pop() {
            if let Some(adrift) = self.adrift.get_mut(at).filter(|adrift| **adrift) {
                *adrift = false;
                let near = |side: &[Vec<usize>]| side.get(at).cloned().unwrap_or_default();
                open.extend(near(&self.above));
                open.extend(near(&self.below));
            }
        }
    }
}

fn beside(at: usize, links: &[Link]) -> f64 {
    let own = links.iter().filter(|link| link.from == at && link.to == at);
    own.map(|link| super::CIRCLE.max(link.label)).fold(0.0, f64::max)
}

/// A link as it leads downwards.
#[derive(Clone, Copy)]
struct Step {
    link: usize,
    upper: usize,
    lower: usize,
    is_reversed: bool,
}

/// Every link but those to the box itself, turned round where they would close a
/// circle.
fn downwards(boxes: usize, links: &[Link]) -> Vec<Step> {
    let closing = closing(boxes, links);
    let others = links.iter().enumerate().filter(|(_, link)| link.from != link.to);
    let steps = others.map(|(at, link)| {
        let is_reversed = closing.contains(&at);
        let (upper, lower) = if is_reversed { (link.to, link.from) } else { (link.from, link.to) };
        Step { link: at, upper, lower, is_reversed }
    });
    steps.collect()
}

/// The links that lead back to where one came from, on a walk from the first box.
fn closing(boxes: usize, links: &[Link]) -> Vec<usize> {
    let mut leaving: Vec<Vec<(usize, usize)>> = vec![Vec::new(); boxes];
    for (at, link) in links.iter().enumerate().rev() {
        if let Some(leaving) = leaving.get_mut(link.from) {
            leaving.push((at, link.to));
        }
    }
    let mut closing = Vec::new();
    let mut state = vec![Visit::Never; boxes];
    for start in 0..boxes {
        if state.get(start) != Some(&Visit::Never) {
            continue;
        }
        mark(&mut state, start, Visit::Under);
        let mut path = vec![start];
        while let Some(&here) = path.last() {
            let Some((link, to)) = leaving.get_mut(here).and_then(Vec::pop) else {
                mark(&mut state, here, Visit::Over);
                path.pop();
                continue;
            };
            match state.get(to) {
                Some(Visit::Never) => {
                    mark(&mut state, to, Visit::Under);
                    path.push(to);
                }
                Some(Visit::Under) => closing.push(link),
                Some(Visit::Over) | None => {}
            }
        }
    }
    closing
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Visit {
    Never,
    Under,
    Over,
}

fn mark(state: &mut [Visit], at: usize, visit: Visit) {
    if let Some(state) = state.get_mut(at) {
        *state = visit;
    }
}

/// For each box the length of the longest way down to it. Boxes to which nothing
/// leads stand just above what they lead to.
fn depths(boxes: usize, steps: &[Step]) -> Vec<usize> {
    let mut depths = vec![0; boxes];
    let depth = |depths: &[usize], at: usize| depths.get(at).copied().unwrap_or(0);
    // Without circles this comes to rest within as many rounds as there are boxes.
    for _ in 0..boxes {
        let mut is_settled = true;
        for step in steps {
            let least = depth(&depths, step.upper) + 1;
            if let Some(lower) = depths.get_mut(step.lower).filter(|lower| **lower < least) {
                *lower = least;
                is_settled = false;
            }
        }
        if is_settled {
            break;
        }
    }
    for at in 1..boxes {
        let is_source = steps.iter().all(|step| step.lower != at);
        let next = steps.iter().filter(|step| step.upper == at).map(|step| depth(&depths, step.lower)).min();
        if let (true, Some(next), Some(own)) = (is_source, next, depths.get_mut(at)) {
            *own = next.saturating_sub(1);
        }
    }
    depths
}
