//! A drawing in layers (after Sugiyama, Tagawa and Toda, 1981): ways lead downwards,
//! cross as little as can be, and pass beside what they do not concern.

mod layers;
mod order;
mod place;

use layers::{Chain, Layered};

/// A point of the drawing, in pixels from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// A box to be placed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Size {
    pub width: f64,
    pub height: f64,
}

/// A way to be drawn, between boxes by their numbers.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    pub from: usize,
    pub to: usize,
    /// Room that its label needs beside where it starts.
    pub label: f64,
}

/// Where everything goes.
pub struct Layout {
    pub size: Size,
    /// The boxes; wider where more links meet than there was room for.
    pub sizes: Vec<Size>,
    /// The centre of each box.
    pub centres: Vec<Point>,
    /// For each link the points it passes, from start to end, two and two: between the
    /// two of a pair it runs straight. None for a link from a box to itself.
    pub paths: Vec<Vec<Point>>,
}

/// Between layers: labels stand in it, and lines bend.
const GAP: f64 = 68.0;
/// Lines run straight out of a box, past their labels, and straight into one.
const OUT: f64 = 17.0;
const IN: f64 = 9.0;
/// What a line needs to leave a box and come back to it.
pub const CIRCLE: f64 = 20.0;
/// Between the ends of two lines at the same box.
const PORT: f64 = 14.0;

/// Lays boxes and links out from the top, in the order in which they are given where
/// nothing speaks against it.
pub fn layout(sizes: &[Size], links: &[Link]) -> Layout {
    let mut layered = Layered::new(sizes, links);
    widen(&mut layered, links);
    order::untangle(&mut layered);
    let xs = place::across(&layered);
    let rows = rows(&layered);
    let left = layered.vertices.iter().zip(&xs).map(|(vertex, x)| x - vertex.size.width / 2.0).fold(f64::INFINITY, f64::min);
    let xs: Vec<f64> = xs.iter().map(|x| x - left).collect();
    let right = xs.iter().enumerate().map(|(at, x)| x + layered.reach(at)).fold(0.0, f64::max);
    let drawing = Drawing { layered: &layered, links, xs: &xs, rows: &rows };
    Layout {
        sizes: (0..sizes.len()).map(|at| layered.size(at)).collect(),
        size: Size { width: right, height: rows.last().map_or(0.0, |row| row.bottom) },
        centres: (0..sizes.len()).map(|at| drawing.centre(at)).collect(),
        paths: drawing.paths(),
    }
}

/// Makes room for every link at its boxes.
fn widen(layered: &mut Layered, links: &[Link]) {
    for at in 0..layered.boxes {
        let room = |end: End| -> f64 {
            layered.chains.iter().filter(|chain| chain.at(end) == at).map(|chain| chain.room(end, links)).sum()
        };
        let room = room(End::Upper).max(room(End::Lower));
        if let Some(vertex) = layered.vertices.get_mut(at) {
            vertex.size.width = vertex.size.width.max(room);
        }
    }
}

/// The room of one layer.
#[derive(Clone, Copy, Default)]
struct Row {
    top: f64,
    bottom: f64,
}

fn rows(layered: &Layered) -> Vec<Row> {
    let mut top = 0.0;
    let mut rows = Vec::new();
    for layer in &layered.layers {
        let height = layer.iter().map(|at| layered.size(*at).height).fold(0.0, f64::max);
        rows.push(Row { top, bottom: top + height });
        top += height + GAP;
    }
    rows
}

struct Drawing<'a> {
    layered: &'a Layered,
    links: &'a [Link],
    xs: &'a [f64],
    rows: &'a [Row],
}

impl Drawing<'_> {
    fn x(&self, at: usize) -> f64 {
        self.xs.get(at).copied().unwrap_or_default()
    }

    fn row(&self, at: usize) -> Row {
        self.rows.get(self.layered.layer(at)).copied().unwrap_or_default()
    }

    fn centre(&self, at: usize) -> Point {
        let row = self.row(at);
        Point { x: self.x(at), y: f64::midpoint(row.top, row.bottom) }
    }

    fn paths(&self) -> Vec<Vec<Point>> {
        let (starts, ends) = (self.ports(End::Upper), self.ports(End::Lower));
        let mut paths: Vec<Vec<Point>> = self.links.iter().map(|_| Vec::new()).collect();
        for ((chain, start), end) in self.layered.chains.iter().zip(starts).zip(ends) {
            let mut path = self.path(chain, start, end);
            if chain.is_reversed {
                path.reverse();
            }
            if let Some(slot) = paths.get_mut(chain.link) {
                *slot = path;
            }
        }
        paths
    }

    /// From the upper box, past the boxes of the layers between, to the lower one.
    fn path(&self, chain: &Chain, start: f64, end: f64) -> Vec<Point> {
        let half = |at: usize| self.layered.size(at).height / 2.0;
        let top = self.centre(chain.upper).y + half(chain.upper);
        let bottom = self.centre(chain.lower).y - half(chain.lower);
        let (out, into) = if chain.is_reversed { (IN, OUT) } else { (OUT, IN) };
        let straight = |x: f64, from: f64, to: f64| [from, to].map(|y| Point { x, y });
        let mut path = straight(start, top, top + out).to_vec();
        for at in &chain.between {
            let row = self.row(*at);
            path.extend(straight(self.x(*at), row.top, row.bottom));
        }
        path.extend(straight(end, bottom - into, bottom));
        path
    }

    /// Where each chain leaves its upper or reaches its lower box: side by side in the
    /// order of where they come from, so that they do not cross at the box.
    fn ports(&self, end: End) -> Vec<f64> {
        let chains = &self.layered.chains;
        let mut xs = vec![0.0; chains.len()];
        for at in 0..self.layered.boxes {
            let mut here: Vec<(usize, f64, f64)> = chains
                .iter()
                .enumerate()
                .filter(|(_, chain)| chain.at(end) == at)
                .map(|(number, chain)| (number, self.x(chain.next_to(end)), chain.room(end, self.links)))
                .collect();
            here.sort_by(|a, b| a.1.total_cmp(&b.1));
            let whole: f64 = here.iter().map(|(_, _, room)| room).sum();
            let mut left = self.x(at) - whole / 2.0;
            for (number, _, room) in here {
                if let Some(x) = xs.get_mut(number) {
                    *x = left + PORT / 2.0;
                }
                left += room;
            }
        }
        xs
    }
}

/// One of the two ends of a chain.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Upper,
    Lower,
}

impl Chain {
    /// Labels stand to the right of where a way starts.
    fn room(&self, end: End, links: &[Link]) -> f64 {
        let is_start = (end == End::Upper) != self.is_reversed;
        let label = links.get(self.link).map_or(0.0, |link| link.label);
        if is_start { PORT + label } else { PORT }
    }

    const fn at(&self, end: End) -> usize {
        match end {
            End::Upper => self.upper,
            End::Lower => self.lower,
        }
    }

    /// What it passes or reaches next, from one end.
    fn next_to(&self, end: End) -> usize {
        match end {
            End::Upper => self.between.first().copied().unwrap_or(self.lower),
            End::Lower => self.between.last().copied().unwrap_or(self.upper),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(from: usize, to: usize) -> Link {
        Link { from, to, label: 20.0 }
    }

    fn boxes(count: usize) -> Vec<Size> {
        vec![Size { width: 80.0, height: 40.0 }; count]
    }

    /// A fork, a long way round, a way back, a way to itself, and two boxes apart.
    fn example() -> (Vec<Size>, Vec<Link>) {
        let links = [(0, 1), (0, 2), (1, 3), (2, 3), (0, 4), (3, 4), (3, 1), (3, 3), (5, 6)];
        (boxes(7), links.map(|(from, to)| link(from, to)).to_vec())
    }

    #[test]
    fn boxes_do_not_overlap() {
        let (sizes, links) = example();
        let layout = layout(&sizes, &links);
        let placed: Vec<(Point, Size)> = layout.centres.iter().copied().zip(layout.sizes.iter().copied()).collect();
        for (at, (a, size_a)) in placed.iter().enumerate() {
            for (b, size_b) in &placed[at + 1..] {
                let apart_across = (a.x - b.x).abs() >= f64::midpoint(size_a.width, size_b.width);
                let apart_down = (a.y - b.y).abs() >= f64::midpoint(size_a.height, size_b.height);
                assert!(apart_across || apart_down, "{a:?} {b:?}");
            }
            assert!(a.x - size_a.width / 2.0 >= 0.0 && a.x + size_a.width / 2.0 <= layout.size.width);
            assert!(a.y - size_a.height / 2.0 >= 0.0 && a.y + size_a.height / 2.0 <= layout.size.height);
        }
    }

    #[test]
    fn ways_lead_downwards_from_box_to_box_but_for_those_that_lead_back() {
        let (sizes, links) = example();
        let layout = layout(&sizes, &links);
        let touches = |at: usize, point: &Point| {
            let (centre, size) = (layout.centres[at], layout.sizes[at]);
            (point.x - centre.x).abs() <= size.width / 2.0 && ((point.y - centre.y).abs() - size.height / 2.0).abs() < 1e-9
        };
        for (link, path) in links.iter().zip(&layout.paths) {
            if link.from == link.to {
                assert_eq!(path.len(), 0);
                continue;
            }
            let (first, last) = (path.first().unwrap(), path.last().unwrap());
            assert!(touches(link.from, first) && touches(link.to, last), "{link:?}");
            assert_eq!(path.len() % 2, 0);
            let is_back = (link.from, link.to) == (3, 1);
            assert_eq!(first.y < last.y, !is_back, "{link:?}");
        }
    }

    #[test]
    fn what_can_be_drawn_without_crossings_is() {
        // Each of three below the other's place, if the order were kept.
        let links = [(0, 1), (0, 2), (0, 3), (1, 6), (2, 5), (3, 4)].map(|(from, to)| link(from, to));
        let layout = layout(&boxes(7), &links);
        let x = |at: usize| layout.centres[at].x;
        assert_eq!((x(1) < x(2), x(2) < x(3)), (x(6) < x(5), x(5) < x(4)));
    }

    #[test]
    fn what_is_apart_stays_near() {
        let (sizes, links) = example();
        assert!(layout(&sizes, &links).size.width < 500.0);
    }

    #[test]
    fn nothing_at_all_can_be_laid_out() {
        assert_eq!(layout(&[], &[]).centres.len(), 0);
        assert_eq!(layout(&boxes(1), &[]).size.height, 40.0);
    }
}
