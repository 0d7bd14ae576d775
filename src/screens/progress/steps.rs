//! The steps of a method: as a picture, as a table, and week by week.

use super::{Act, Progress};
use crate::i18n::progress::Words;
use crate::markup::{ButtonState, Node, Point, Tag, cell, element, paragraph, row, said, section, table};
use crate::practice::calendar::iso;
use crate::practice::profile::{Direction, Profile, RECENT, StepProfile, profiles};
use crate::score::display_percent;
use crate::screens::{Act as Any, Found, Sheet, World};

/// A step with its name, and its profile where it occurred.
type Named<'a> = (&'a str, Option<&'a StepProfile>);

impl Progress {
    /// Nothing where no conversation was scored yet.
    pub(super) fn steps(&self, world: &World, sheet: &mut Sheet) -> Option<Node> {
        let words = Words::of(world.language);
        let profiles = profiles(&world.record, world.clock);
        let chosen = profiles.iter().find(|profile| Some(&profile.method) == self.method.as_ref());
        let profile = chosen.or_else(|| profiles.first())?;
        let names = world.catalogue.steps(&profile.method);
        let named =
            (0..).zip(names).map(|(at, name)| (name.get(world.language), profile.steps.iter().find(|step| step.step.0 == at)));
        let steps: Vec<Named<'_>> = named.collect();
        let mut parts = vec![paragraph("hint", (words.steps_hint)(RECENT))];
        parts.extend(switch(world, sheet, &profiles, profile));
        parts.push(element(Tag::Bars, "", steps.iter().map(bar)));
        parts.push(steps_table(words, &steps));
        parts.push(paragraph("hint", (words.direction_hint)(RECENT)));
        parts.extend(courses(words, &steps));
        Some(section("profile", words.steps, parts))
    }
}

/// The methods to choose from, where there are several.
fn switch(world: &World, sheet: &mut Sheet, profiles: &[Profile], shown: &Profile) -> Option<Node> {
    if profiles.len() < 2 {
        return None;
    }
    let buttons: Vec<Node> = profiles
        .iter()
        .map(|profile| {
            let state = if profile.method == shown.method { ButtonState::Pressed } else { ButtonState::Released };
            let name = vec![Node::Text(name_of(world, &profile.method))];
            sheet.button_with("button", None, state, name, Any::Progress(Act::Method(profile.method.clone())))
        })
        .collect();
    let label = said(Tag::Span, "label", Words::of(world.language).method);
    Some(element(Tag::Paragraph, "actions", std::iter::once(label).chain(buttons)))
}

/// What a method is called, once a scenario of it is at hand.
fn name_of(world: &World, method: &str) -> String {
    let of_method = world.catalogue.cards.iter().find(|card| card.method == method);
    match of_method.map(|card| world.shelf.pack(&card.id)) {
        Some(Found::Here(pack)) => pack.guide.name.clone(),
        _ => (Words::of(world.language).method_of)(world.catalogue.steps(method).len()),
    }
}

fn bar((name, step): &Named<'_>) -> Node {
    let percent = step.and_then(StepProfile::share).map(display_percent);
    Node::Bar { label: (*name).to_owned(), percent }
}

fn steps_table(words: &Words, steps: &[Named<'_>]) -> Node {
    let rows = steps.iter().map(|(name, step)| match step.and_then(|step| Some((step, step.share()?))) {
        None => row("blank", name, [cell(""), cell(""), cell(words.not_practised)]),
        Some((step, share)) => {
            let share = format!("{}%", display_percent(share));
            row("", name, [cell(share), cell(step.conversations.to_string()), cell(direction(words, step))])
        }
    });
    table(&[words.step, words.share, words.conversations, words.direction], rows)
}

fn direction(words: &Words, step: &StepProfile) -> &'static str {
    match step.direction() {
        Some(Direction::Rising) => words.rising,
        Some(Direction::Steady) => words.steady,
        Some(Direction::Falling) => words.falling,
        None => words.too_early,
    }
}

/// How each step has gone, of those that were practised in more weeks than one.
fn courses(words: &Words, steps: &[Named<'_>]) -> Vec<Node> {
    let items: Vec<Node> = steps.iter().filter_map(|(name, step)| course(words, name, (*step)?)).collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![said(Tag::Subheading, "", words.by_week), element(Tag::List, "courses", items)]
}

fn course(words: &Words, name: &str, step: &StepProfile) -> Option<Node> {
    let weeks: Vec<(i32, f64)> = step.weeks.iter().filter_map(|(monday, sum)| Some((*monday, sum.share()?))).collect();
    let [(from, first), .., (to, last)] = weeks.as_slice() else { return None };
    let point = |(_, share): &(i32, f64)| Point { height: display_percent(*share) * 10, class: String::new() };
    let told = (words.course)(display_percent(*first), &iso(*from), display_percent(*last), &iso(*to));
    let parts = [said(Tag::Strong, "", name), Node::Curve(weeks.iter().map(point).collect()), paragraph("hint", told)];
    Some(element(Tag::Item, "", parts))
}
