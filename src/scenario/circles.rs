//! Scenes that lead round to each other.

/// The strongly connected components of the graph over places 0 to `count` − 1,
/// each before all that lead into it (Tarjan 1972, without recursion).
pub fn components(count: usize, exits: impl Fn(usize) -> Vec<usize>) -> Vec<Vec<usize>> {
    let mut search = Tarjan { found: vec![None; count], low: vec![0; count], on_path: vec![false; count], ..Tarjan::default() };
    for start in 0..count {
        if search.found.get(start).is_some_and(Option::is_none) {
            search.visit(start, &exits);
        }
    }
    search.components
}

#[derive(Default)]
struct Tarjan {
    /// When each place was found; `None`: not yet.
    found: Vec<Option<usize>>,
    /// The earliest found place that each can get back to.
    low: Vec<usize>,
    on_path: Vec<bool>,
    path: Vec<usize>,
    clock: usize,
    components: Vec<Vec<usize>>,
}

impl Tarjan {
    fn visit(&mut self, start: usize, exits: &impl Fn(usize) -> Vec<usize>) {
        let mut stack = vec![(start, self.enter(start, exits))];
        while let Some((at, mut open)) = stack.pop() {
            let Some(next) = open.pop() else {
                self.leave(at);
                if let Some((above, _)) = stack.last() {
                    self.lower(*above, self.low.get(at).copied().unwrap_or(usize::MAX));
                }
                continue;
            };
            stack.push((at, open));
            match self.found.get(next).copied() {
                Some(None) => stack.push((next, self.enter(next, exits))),
                Some(Some(when)) if self.on_path.get(next) == Some(&true) => self.lower(at, when),
                Some(Some(_)) | None => {}
            }
        }
    }

    fn enter(&mut self, at: usize, exits: &impl Fn(usize) -> Vec<usize>) -> Vec<usize> {
        set(&mut self.found, at, Some(self.clock));
        set(&mut self.low, at, self.clock);
        set(&mut self.on_path, at, true);
        self.clock += 1;
        self.path.push(at);
        exits(at)
    }

    fn lower(&mut self, at: usize, to: usize) {
        if let Some(low) = self.low.get_mut(at) {
            *low = (*low).min(to);
        }
    }

    /// The first found of a component takes it off the path.
    fn leave(&mut self, at: usize) {
        if self.found.get(at).copied().flatten() != self.low.get(at).copied() {
            return;
        }
        let start = self.path.iter().rposition(|place| *place == at).unwrap_or(0);
        let component = self.path.split_off(start);
        for place in &component {
            set(&mut self.on_path, *place, false);
        }
        self.components.push(component);
    }
}

fn set<T>(row: &mut [T], at: usize, value: T) {
    if let Some(cell) = row.get_mut(at) {
        *cell = value;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_are_found_whole_and_from_the_end() {
        let exits = [vec![1], vec![2, 4], vec![3], vec![1], vec![], vec![5]];
        let mut found = components(exits.len(), |at| exits[at].clone());
        found.iter_mut().for_each(|component| component.sort_unstable());
        assert_eq!(found, [vec![4], vec![1, 2, 3], vec![0], vec![5]]);
    }

    #[test]
    fn a_chain_as_long_as_a_file_may_have_needs_no_deep_stack() {
        let found = components(10_000, |at| if at + 1 < 10_000 { vec![at + 1] } else { vec![] });
        assert_eq!((found.len(), found.first()), (10_000, Some(&vec![9_999])));
    }
}
