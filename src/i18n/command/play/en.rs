//! Playing, in English.

use super::Words;

pub const EN: Words = Words {
    seed: |seed| format!("To have the same luck again: --seed {seed}"),
    ask_one: |of| if of == 1 { "1, or q to leave:".to_owned() } else { format!("1 to {of}, or q to leave:") },
    ask_several: |count, of| {
        let example: Vec<String> = (1..=count).map(|number| number.to_string()).collect();
        format!("{count} of 1 to {of}, such as {}, or q to leave:", example.join(" "))
    },
    not_offered: |typed, of| match (typed, of) {
        ("", _) => "Type the number of a reply.".to_owned(),
        (typed, 1) => format!("\"{typed}\" is not on offer: there is only 1."),
        (typed, of) => format!("\"{typed}\" is not on offer: there are 1 to {of}."),
    },
    other_count: |wanted, named| format!("Choose {wanted} different ones; you named {named}."),
    ask_turn: |of| format!("A turn from 1 to {of}, or Enter to skip:"),
    no_such_turn: |typed, of| format!("\"{typed}\" is no turn: there are 1 to {of}."),
    left: |turns| match turns {
        0 => "You left before saying a word. The customer will wait for you.".to_owned(),
        1 => "You left after 1 turn, so this conversation is unfinished and has no score.".to_owned(),
        turns => format!("You left after {turns} turns, so this conversation is unfinished and has no score."),
    },
    saved: |path| format!("The attempt is in {path}."),
};
