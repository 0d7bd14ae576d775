//! Promises made against promises kept, and what was found out.

use crate::i18n::Kept;
use crate::web::components::kite::{KiteString, string};
use crate::web::components::parts::list;
use crate::web::pages::conversation::facts_known;
use crate::web::saves::Run;
use crate::web::words::Words;
use yew::prelude::{Html, html};

pub fn promises(words: Words, run: &Run) -> Html {
    let scenario = run.session.scenario();
    if scenario.promises.is_empty() {
        return Html::default();
    }
    let said = &run.session.state().promises;
    let rows = scenario.promises.iter().zip(said.iter()).map(|(terms, said)| row(words, &string(words, terms, *said), said.is_some()));
    html! {
        <section class="promises">
            <h2>{words.promises}</h2>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{words.promise_column}</th>
                        <th scope="col">{words.said_column}</th>
                        <th scope="col">{words.keep_column}</th>
                        <th scope="col">{words.stands_column}</th>
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </section>
    }
}

fn row(words: Words, string: &KiteString, spoken: bool) -> Html {
    let counts_on = match (&string.said, &string.heard) {
        (Some(said), _) => said.clone(),
        (None, Some(heard)) => heard.clone(),
        (None, None) => words.no_promise.to_owned(),
    };
    let class = match string.kept {
        Kept::Within => "within",
        Kept::Vague => "vague",
        Kept::Beyond => "beyond",
    };
    let standing = if spoken || string.kept == Kept::Beyond { (words.standing)(string.kept) } else { words.no_promise };
    html! {
        <tr {class}>
            <th scope="row">{string.name.clone()}</th>
            <td>{counts_on}</td>
            <td>{string.keep.clone()}</td>
            <td class="verdict">{standing}</td>
        </tr>
    }
}

pub fn facts(words: Words, run: &Run) -> Html {
    let all = run.session.scenario().facts.len();
    if all == 0 {
        return Html::default();
    }
    let known = facts_known(run);
    let missed = all - known.len();
    html! {
        <section class="notes">
            <h2>{words.facts_learned}</h2>
            if known.is_empty() { <p>{words.notes_empty}</p> }
            {list(known.into_iter())}
            if missed > 0 { <p class="hint">{(words.facts_missed)(missed)}</p> }
        </section>
    }
}
