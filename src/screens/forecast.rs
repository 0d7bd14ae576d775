//! Before an exam: the learner says how much of each step will be earned.

use super::waiting::{coming, missing};
use super::{Act as Any, Effect, Found, Given, Screen, Sheet, World};
use crate::i18n::forecast::Words;
use crate::i18n::{Strings, percent};
use crate::markup::{ButtonState, Node, Tag, element, paragraph, said};
use crate::method::StepId;
use crate::practice::forecast::{Forecasts, Tendency};
use crate::practice::profile::profiles;
use crate::score::display_percent;
use crate::session::Mode;
use crate::session::attempt;
use std::collections::BTreeMap;

/// What can be done before an exam.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Says how much of a step will be earned.
    Say(StepId),
    Start,
    StartWithout,
}

/// What can be said of a step, in per cent.
const SHARES: [u8; 11] = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100];

pub struct Forecast {
    scenario: String,
    /// 0 to 100 for each step of which something was said.
    percents: BTreeMap<StepId, u8>,
}

/// The scenario to be played, whether it is of the library or a trainer's own.
struct Exam {
    title: String,
    method: String,
    /// With their names.
    steps: Vec<(StepId, String)>,
}

impl Forecast {
    pub fn open(scenario: &str) -> Self {
        Self { scenario: scenario.to_owned(), percents: BTreeMap::new() }
    }

    fn exam(&self, world: &World) -> Found<Exam> {
        if let Some(card) = world.card(&self.scenario) {
            let names = world.catalogue.steps(&card.method);
            let name = |step: &StepId| names.get(step.index()).map_or(String::new(), |name| name.get(world.language).to_owned());
            let steps = card.steps.iter().map(|step| (*step, name(step))).collect();
            return Found::Here(Exam { title: card.title.clone(), method: card.method.clone(), steps });
        }
        let pack = match world.shelf.pack(&self.scenario) {
            Found::Here(pack) => pack,
            Found::Coming => return Found::Coming,
            Found::Missing => return Found::Missing,
        };
        let name = |step: StepId| pack.guide.step(step).map_or(String::new(), |step| step.name.clone());
        Found::Here(Exam {
            title: pack.scenario.title.clone(),
            method: pack.scenario.method.clone(),
            steps: pack.scenario.steps().into_iter().map(|step| (step, name(step))).collect(),
        })
    }

    /// How many steps nothing was said of yet.
    fn open_steps(&self, exam: &Exam) -> usize {
        exam.steps.iter().filter(|(step, _)| !self.percents.contains_key(step)).count()
    }

    fn begin(&self, forecast: Vec<attempt::Forecast>) -> Effect {
        Effect::Begin { scenario: self.scenario.clone(), mode: Mode::Exam, forecast }
    }
}

impl Screen for Forecast {
    fn title(&self, world: &World) -> String {
        let words = Words::of(world.language);
        match self.exam(world) {
            Found::Here(exam) => format!("{} · {}", words.title, exam.title),
            _ => words.title.to_owned(),
        }
    }

    fn show(&self, world: &World, sheet: &mut Sheet) {
        match self.exam(world) {
            Found::Coming => coming(world, sheet),
            Found::Missing => missing(world, sheet, &self.scenario),
            Found::Here(exam) => {
                let parts = self.parts(world, sheet, &exam);
                sheet.nodes.push(element(Tag::Section, "forecast", parts));
            }
        }
    }

    fn act(&mut self, act: Any, given: Given, world: &mut World) {
        let (Any::Forecast(act), Found::Here(exam)) = (act, self.exam(world)) else { return };
        match (act, given) {
            // The first option says nothing.
            (Act::Say(step), Given::Option(option)) => {
                match option.checked_sub(1).and_then(|at| SHARES.get(at)) {
                    Some(percent) => self.percents.insert(step, *percent),
                    None => self.percents.remove(&step),
                };
            }
            (Act::Start, _) if self.open_steps(&exam) == 0 => {
                let forecast = self.percents.iter().map(|(step, percent)| attempt::Forecast { step: *step, percent: *percent });
                world.see_to(self.begin(forecast.collect()));
            }
            (Act::StartWithout, _) => world.see_to(self.begin(Vec::new())),
            _ => {}
        }
    }
}

impl Forecast {
    fn parts(&self, world: &World, sheet: &mut Sheet, exam: &Exam) -> Vec<Node> {
        let (strings, words) = (Strings::of(world.language), Words::of(world.language));
        let back = Node::Link { class: String::new(), to: format!("#/{}", self.scenario), label: exam.title.clone() };
        let mut parts =
            vec![element(Tag::Paragraph, "back", [back]), said(Tag::Title, "", words.title), paragraph("lead", words.intro)];
        parts.extend(so_far(world).map(|text| paragraph("hint", text)));
        parts.push(self.steps(world, sheet, exam));
        if world.under_way.contains(&self.scenario) {
            parts.push(paragraph("notice", strings.start_anew_hint));
        }
        let still_open = self.open_steps(exam);
        let state = if still_open == 0 { ButtonState::Plain } else { ButtonState::Disabled };
        let label = vec![Node::Text(words.start.to_owned())];
        let start = sheet.button_with("button primary", None, state, label, Any::Forecast(Act::Start));
        let without = sheet.button("button quiet", words.without, Any::Forecast(Act::StartWithout));
        if still_open > 0 {
            parts.push(paragraph("hint", (words.still_to_choose)(still_open)));
        }
        parts.push(element(Tag::Paragraph, "actions", [start, without]));
        parts
    }

    /// What is said of each step, with the learner's own record in it.
    fn steps(&self, world: &World, sheet: &mut Sheet, exam: &Exam) -> Node {
        let words = Words::of(world.language);
        let profiles = profiles(&world.record, world.clock);
        let profile = profiles.iter().find(|profile| profile.method == exam.method);
        let items: Vec<Node> = exam
            .steps
            .iter()
            .map(|(step, name)| {
                let shares = SHARES.iter().map(|percent| format!("{percent}%"));
                let options = std::iter::once(words.not_chosen.to_owned()).chain(shares).collect();
                let percent = self.percents.get(step);
                let chosen = SHARES.iter().position(|share| Some(share) == percent).map_or(0, |at| at + 1);
                let select = sheet.select(name, options, chosen, Any::Forecast(Act::Say(*step)));
                let practised = profile.and_then(|profile| profile.step(*step));
                let so_far = practised.and_then(|step| Some((words.so_far)(display_percent(step.share()?), step.conversations)));
                let so_far = paragraph("hint", so_far.unwrap_or_else(|| words.never.to_owned()));
                element(Tag::Item, "", [select, so_far])
            })
            .collect();
        element(Tag::List, "shares", items)
    }
}

/// How good the learner's forecasts have been.
fn so_far(world: &World) -> Option<String> {
    let words = Words::of(world.language);
    let forecasts = Forecasts::of(&world.record);
    let accuracy = (words.accuracy_so_far)(&percent(forecasts.together.ratio()?));
    let tendency = forecasts.tendency().map(|tendency| in_words(words, tendency));
    Some(std::iter::once(accuracy.as_str()).chain(tendency).collect::<Vec<_>>().join(words.between_sentences))
}

/// What forecasts tend to.
pub fn in_words(words: &Words, tendency: Tendency) -> &'static str {
    match tendency {
        Tendency::TooMuch => words.too_much,
        Tendency::Fits => words.fits,
        Tendency::TooLittle => words.too_little,
    }
}
