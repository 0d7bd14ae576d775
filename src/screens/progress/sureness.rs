//! What the learner expected, and how sure the learner was, against what came.

use super::{link, title_of};
use crate::i18n::Strings;
use crate::i18n::{forecast, percent, progress};
use crate::markup::{Node, Tag, cell, element, paragraph, row, section, table};
use crate::practice::calendar::iso;
use crate::practice::calibration::{Answers, Calibration, ENOUGH, Tendency};
use crate::practice::forecast::{self as forecasts, Accuracy, Forecasts};
use crate::record::Played;
use crate::score::display_percent;
use crate::screens::forecast::in_words;
use crate::screens::{Place, World};
use crate::session::Sureness;

/// Forecasts of exams, and how close they came.
pub fn forecasts(world: &World) -> Node {
    let words = progress::Words::of(world.language);
    let forecasts = Forecasts::of(&world.record);
    let parts = match forecasts.together.ratio() {
        None => vec![paragraph("", words.no_forecast)],
        Some(ratio) => accuracy(world, &forecasts, ratio),
    };
    section("forecasts", words.forecasts, parts)
}

fn accuracy(world: &World, forecasts: &Forecasts<'_>, ratio: f64) -> Vec<Node> {
    let (words, forecast_words) = (progress::Words::of(world.language), forecast::Words::of(world.language));
    let figure = [
        paragraph("name", forecast_words.accuracy),
        paragraph("number", percent(ratio)),
        paragraph("hint", (forecast_words.accuracy_meaning)(forecasts.each.len())),
    ];
    let tendency = match forecasts.tendency() {
        Some(tendency) => in_words(forecast_words, tendency).to_owned(),
        None => (forecast_words.too_few)(forecasts::ENOUGH),
    };
    let rows = forecasts.each.iter().map(|(at, played, accuracy)| exam(world, *at, played, accuracy));
    let columns = [words.date, words.customer, words.forecast, words.result, words.accuracy];
    vec![
        element(Tag::Block, "figures", [element(Tag::Block, "figure", figure)]),
        paragraph("", tendency),
        paragraph("hint", forecast_words.supervisor),
        table(&columns, rows),
    ]
}

/// One exam with its forecast.
fn exam(world: &World, at: u64, played: &Played, accuracy: &Accuracy) -> Node {
    let scenario = &played.attempt.scenario;
    let (forecast, result) = accuracy.shares().unwrap_or_default();
    let to = Place::Debrief { scenario: scenario.clone(), attempt: Some(at) }.hash();
    let cells = [
        element(Tag::Cell, "", [link("", to, title_of(world, scenario))]),
        cell(percent(forecast)),
        cell(percent(result)),
        cell(accuracy.ratio().map_or_else(String::new, percent)),
    ];
    row("", &iso(world.clock.day_of(at)), cells)
}

/// Confidences against what was right; nothing while none was asked for.
pub fn sureness(world: &World) -> Option<Node> {
    let words = progress::Words::of(world.language);
    let calibration = Calibration::of(&world.record);
    let names = Strings::of(world.language).sureness;
    let named: Vec<_> = names.into_iter().zip(Sureness::ALL.map(|sureness| calibration.answers(sureness))).collect();
    let right = |answers: &Answers| answers.shares().map(|(_, right)| display_percent(right));
    let bars = named.iter().map(|(name, answers)| Node::Bar { label: (*name).to_owned(), percent: right(answers) });
    let rows = named.iter().map(|(name, answers)| {
        let shares = answers.shares().map(|(stated, right)| [stated, right].map(|share| format!("{}%", display_percent(share))));
        let [stated, right] = shares.unwrap_or_default();
        let class = if answers.count == 0 { "blank" } else { "" };
        row(class, name, [cell(answers.count.to_string()), cell(stated), cell(right)])
    });
    let tendency = match calibration.tendency() {
        Some(Tendency::TooSure) => words.too_sure.to_owned(),
        Some(Tendency::Fits) => words.as_sure.to_owned(),
        Some(Tendency::TooUnsure) => words.too_unsure.to_owned(),
        None => (words.too_few_answers)(ENOUGH),
    };
    let parts = [
        paragraph("hint", words.sureness_hint),
        element(Tag::Bars, "", bars),
        table(&[words.how_sure, words.answers, words.stated, words.right], rows),
        paragraph("said-of-it", tendency),
    ];
    (calibration.all().count > 0).then(|| section("profile", words.sureness, parts))
}
