//! The first page: who, what for, and what is kept count of.

use super::{Script, remark};
use crate::markup::{Node, Tag, cell, element, row, said, section, table};
use crate::scenario::{Destination, PromiseTerms, Scene, destinations};
use crate::telling::briefing;

impl Script<'_> {
    pub(super) fn front(&self) -> Vec<Node> {
        let mut parts = briefing(self.strings, self.scenario);
        parts.extend(self.cast());
        parts.extend(self.meters());
        parts.extend(self.promises());
        parts.extend(self.facts());
        parts.push(self.how_to_read());
        parts.push(self.overview());
        parts
    }

    /// Everybody who speaks beside the customer, in order of appearance.
    fn cast(&self) -> Option<Node> {
        let mut cast: Vec<(&str, Vec<String>)> = Vec::new();
        for (scene, number) in self.scenario.scenes.iter().zip(1..) {
            let Some(speaker) = &scene.speaker else { continue };
            let number = i32::to_string(&number);
            match cast.iter_mut().find(|(name, _)| name == speaker) {
                Some((_, scenes)) => scenes.push(number),
                None => cast.push((speaker, vec![number])),
            }
        }
        if cast.is_empty() {
            return None;
        }
        let customer = &self.scenario.customer;
        let member = |name: &str, what: String| element(Tag::Item, "", [said(Tag::Span, "who", name), Node::Text(what)]);
        let others = cast.iter().map(|(name, scenes)| member(name, (self.words.appears_in)(&scenes.join(self.words.between))));
        let items = std::iter::once(member(&customer.name, customer.role.clone())).chain(others);
        Some(section("cast", self.words.cast, [element(Tag::List, "", items)]))
    }

    fn meters(&self) -> Option<Node> {
        let scenario = self.scenario;
        if scenario.meters.is_empty() {
            return None;
        }
        let words = self.words;
        let rows = (0..).zip(&scenario.meters).map(|(at, meter): (u32, _)| {
            let is_mood = scenario.customer.mood.is_some_and(|mood| mood.0 == at);
            row("", &meter.name, [cell(meter.start.to_string()), cell(if is_mood { words.shows_in_face } else { "" })])
        });
        Some(section("meters", words.meters, [table(&[words.meter, words.starts_at, ""], rows)]))
    }

    fn promises(&self) -> Option<Node> {
        if self.scenario.promises.is_empty() {
            return None;
        }
        let words = self.words;
        let rows = self.scenario.promises.iter().map(|terms| self.promise(terms));
        let columns = [words.promise, words.better_column, words.can_be_kept, words.assumed, words.if_broken];
        Some(section("promises", words.promises, [table(&columns, rows)]))
    }

    fn promise(&self, terms: &PromiseTerms) -> Node {
        let words = self.words;
        let quantity = |number| (self.strings.quantity)(number, &terms.unit);
        let assumed = terms.assumed.map_or_else(|| words.nothing_assumed.to_owned(), quantity);
        let cells = [
            (words.better)(terms.better).to_owned(),
            quantity(terms.deliver),
            assumed,
            (self.strings.outcome)(terms.broken).to_owned(),
        ];
        row("", &terms.name, cells.map(cell))
    }

    /// With their names, by which conditions call them.
    fn facts(&self) -> Option<Node> {
        if self.scenario.facts.is_empty() {
            return None;
        }
        let items = self
            .scenario
            .facts
            .iter()
            .map(|fact| element(Tag::Item, "", [said(Tag::Span, "label", fact.id.as_str()), Node::Text(fact.text.clone())]));
        Some(section("facts", self.words.facts, [element(Tag::Numbered, "", items)]))
    }

    fn how_to_read(&self) -> Node {
        let items = self.words.reading.iter().map(|line| said(Tag::Item, "", *line));
        section("reading", self.words.how_to_read, [element(Tag::List, "", items)])
    }

    /// Every scene in a line, with the numbers of those it leads to.
    fn overview(&self) -> Node {
        let (words, scenario) = (self.words, self.scenario);
        let rows = scenario.scenes.iter().zip(1..).map(|(scene, number): (_, usize)| {
            let moment = scene.moment.and_then(|(moment, _)| self.guide.moment(moment)).map_or("", |moment| &moment.name);
            row("", &format!("{number} · {}", scene.id), [cell(moment), cell(self.exits(scene))])
        });
        let extent = (words.extent)(scenario.scenes.len(), scenario.replies.len(), scenario.endings.len());
        let impatient = match scenario.impatient {
            Some(ending) => words.destination(scenario, Destination::Ending(ending)),
            None => self.strings.impatient.to_owned(),
        };
        let patience = element(
            Tag::Paragraph,
            "hint",
            [said(Tag::Span, "label", (words.patience)(scenario.patience)), Node::Text(impatient)],
        );
        let table = table(&[words.scene_column, words.moment_column, words.leads_to], rows);
        section("overview", words.overview, [remark(extent), patience, table])
    }

    /// The numbers of the scenes that a scene leads to, and the endings by name.
    fn exits(&self, scene: &Scene) -> String {
        let mut exits: Vec<Destination> = destinations(self.scenario, scene).collect();
        exits.sort_unstable();
        exits.dedup();
        let names = exits.into_iter().map(|to| match to {
            Destination::Scene(id) => (id.index() + 1).to_string(),
            Destination::Ending(id) => self.scenario.ending(id).map(|ending| ending.id.clone()).unwrap_or_default(),
        });
        names.collect::<Vec<_>>().join(self.words.between)
    }
}
