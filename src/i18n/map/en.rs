//! A map, in English.

use super::Words;

pub const EN: Words = Words {
    patience: |turns| if turns == 1 { "after 1 turn".to_owned() } else { format!("after {turns} turns") },
    not_judged: "not judged",
    todo: "not written yet",
    letters: "a, b …: the replies that lead there, in the order of the file; no letter: all of them",
    conditional: "?: only if a condition holds, or fails",
    later_meeting: "double line: a later meeting begins",
    drift: "dashed: drift, while nothing is signed",
    otherwise: "dotted: when no reply is left, or patience",
    good: "an order",
    open: "not yet",
    bad: "lost, or an order gone wrong",
};
