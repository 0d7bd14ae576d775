//! The steps of the method in one conversation: as a picture and as a table.

use crate::i18n::tenths;
use crate::score::{Scorecard, StepScore, display_percent};
use crate::web::saves::Run;
use crate::web::words::Words;
use yew::prelude::{Html, html};

/// One step, played or not.
struct Row<'a> {
    name: &'a str,
    score: Option<&'a StepScore>,
}

pub fn profile(words: Words, run: &Run, card: &Scorecard) -> Html {
    let score = |at: usize| card.profile.iter().find(|score| score.step.index() == at && score.share().is_some());
    let steps = run.pack.guide.steps.iter().enumerate();
    let rows: Vec<Row<'_>> = steps.map(|(at, step)| Row { name: &step.name, score: score(at) }).collect();
    html! {
        <section class="profile">
            <h2>{words.profile}</h2>
            <p class="hint">{words.profile_hint}</p>
            {picture(&rows)}
            {table(words, &rows)}
        </section>
    }
}

const WIDTH: u32 = 360;
const ROW: u32 = 28;

/// Bars from left to right; the table beside it says the same in figures.
fn picture(rows: &[Row<'_>]) -> Html {
    let height = ROW * u32::try_from(rows.len()).unwrap_or(0);
    let bars = rows.iter().zip(0_u32..).map(|(row, at)| {
        let y = at * ROW;
        let full = WIDTH - 110;
        let share = row.score.and_then(StepScore::share).map(display_percent);
        let width = share.map_or(0, |percent| full * u32::from(percent) / 100);
        html! {
            <g class={if share.is_some() { "row" } else { "row blank" }}>
                <text x="100" y={(y + 18).to_string()} text-anchor="end">{row.name.to_owned()}</text>
                <rect x="110" y={(y + 7).to_string()} width={full.to_string()} height="14" rx="3" class="track" />
                <rect x="110" y={(y + 7).to_string()} width={width.to_string()} height="14" rx="3" class="bar" />
            </g>
        }
    });
    html! { <svg class="bars" viewBox={format!("0 0 {WIDTH} {height}")} aria-hidden="true">{ for bars }</svg> }
}

fn table(words: Words, rows: &[Row<'_>]) -> Html {
    let lines = rows.iter().map(|row| match row.score {
        None => html! { <tr class="blank"><th scope="row">{row.name.to_owned()}</th><td colspan="3">{words.blank_step}</td></tr> },
        Some(score) if score.missed => html! {
            <tr><th scope="row">{row.name.to_owned()}</th><td>{"0"}</td><td>{tenths(score.left)}</td><td>{words.missed}</td></tr>
        },
        Some(score) => html! {
            <tr>
                <th scope="row">{row.name.to_owned()}</th>
                <td>{score.earned}</td>
                <td>{tenths(score.left)}</td>
                <td>{ for score.share().map(|share| format!("{}%", display_percent(share))) }</td>
            </tr>
        },
    });
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{words.step}</th>
                    <th scope="col">{words.earned_column}</th>
                    <th scope="col">{words.left_column}</th>
                    <th scope="col">{words.share_column}</th>
                </tr>
            </thead>
            <tbody>{ for lines }</tbody>
        </table>
    }
}
