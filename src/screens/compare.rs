//! Two attempts at one scenario, side by side.

use super::debrief::when_and_how;
use super::waiting::{Unknown, coming, missing};
use super::ways::to_library;
use super::{Act, Found, Given, Place, Screen, Sheet, World};
use crate::debrief::{About, comparison};
use crate::i18n::Strings;
use crate::i18n::debrief::Words as Figures;
use crate::i18n::review::Words;
use crate::markup::{Node, Tag, element, paragraph, said};
use crate::record::Played;
use crate::score::Scorecard;

pub struct Compare {
    scenario: String,
    /// The times of the attempts in the record.
    times: [u64; 2],
}

impl Compare {
    pub fn open(scenario: &str, first: u64, second: u64) -> Self {
        Self { scenario: scenario.to_owned(), times: [first, second] }
    }

    fn played<'w>(&self, world: &'w World, at: u64) -> Option<&'w Played> {
        world.record.attempt(at).filter(|played| played.attempt.scenario == self.scenario)
    }

    /// What each of the two is, with the way to its debrief.
    fn heads(&self, world: &World, both: [&Played; 2]) -> Node {
        let names = [Figures::of(world.language).earlier, Figures::of(world.language).later];
        let heads = names.into_iter().zip(self.times.into_iter().zip(both)).map(|(name, (at, played))| {
            let to = Place::Debrief { scenario: self.scenario.clone(), attempt: Some(at) }.hash();
            let label = Words::of(world.language).look_back.to_owned();
            let link = Node::Link { class: "button quiet".to_owned(), to, label };
            let what = paragraph("", when_and_how(world, at, &played.attempt));
            let parts = [paragraph("label", name), what, element(Tag::Paragraph, "actions", [link])];
            element(Tag::Block, "", parts)
        });
        element(Tag::Block, "pair", heads)
    }

    fn parts(&self, world: &World, sheet: &mut Sheet, both: [&Played; 2]) -> Option<Vec<Node>> {
        let [first, second] = both.map(|played| world.replayed(&played.attempt));
        let (first, second) = match (first, second) {
            (Found::Missing, _) | (_, Found::Missing) => {
                missing(world, sheet, &self.scenario);
                return None;
            }
            (Found::Here(first), Found::Here(second)) => (first, second),
            _ => {
                coming(world, sheet);
                return None;
            }
        };
        let (Some((pack, first)), Some((_, second))) = (first, second) else {
            let words = Words::of(world.language);
            return Some(vec![paragraph("", words.other_version), paragraph("hint", words.other_version_hint)]);
        };
        let [of_first, of_second] = [world.measured(&first), world.measured(&second)];
        if matches!((&of_first, &of_second), (Found::Coming, _) | (_, Found::Coming)) {
            return Some(vec![paragraph("waiting", Strings::of(world.language).working_out)]);
        }
        let card = |found: Found<Option<Scorecard>>| if let Found::Here(card) = found { card } else { None };
        let (of_first, of_second) = (card(of_first), card(of_second));
        let abouts = [About::new(&first, &pack.guide, of_first.as_ref()), About::new(&second, &pack.guide, of_second.as_ref())];
        let [first, second] = &abouts;
        Some(comparison(first, second))
    }
}

impl Screen for Compare {
    fn title(&self, world: &World) -> String {
        let title = world.card(&self.scenario).map_or("", |card| card.title.as_str());
        format!("{} · {title}", Words::of(world.language).compare)
    }

    fn show(&self, world: &World, sheet: &mut Sheet) {
        let [first, second] = self.times.map(|at| self.played(world, at));
        let (Some(first), Some(second)) = (first, second) else {
            Unknown.show(world, sheet);
            return;
        };
        let Some(parts) = self.parts(world, sheet, [first, second]) else { return };
        let heads = [to_library(world), said(Tag::Title, "", self.title(world)), self.heads(world, [first, second])];
        sheet.nodes.push(element(Tag::Section, "debrief compare", heads.into_iter().chain(parts)));
    }

    fn act(&mut self, _: Act, _: Given, _: &mut World) {}
}
