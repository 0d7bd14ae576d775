//! What was earned and what was left.

use crate::score::{Scorecard, display_percent};
use crate::web::words::Words;
use yew::prelude::{Html, html};

pub fn account(words: Words, card: &Scorecard) -> Html {
    let percent = |share: Option<f64>| share.map_or_else(|| words.no_score.to_owned(), |share| format!("{}%", display_percent(share)));
    html! {
        <section class="account">
            <dl>
                <div class="figure">
                    <dt>{words.score}</dt>
                    <dd class="number">{percent(card.score)}</dd>
                    <dd class="hint">{words.score_meaning}</dd>
                </div>
                if card.skill.is_some() {
                    <div class="figure">
                        <dt>{words.skill}</dt>
                        <dd class="number">{percent(card.skill)}</dd>
                        <dd class="hint">{words.skill_meaning}</dd>
                    </div>
                }
            </dl>
            <p class="earned">{(words.earned)(card.earned)}{" · "}{(words.left)(card.left)}</p>
            if card.cut_short { <p>{words.cut_short}</p> }
        </section>
    }
}
