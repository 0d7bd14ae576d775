//! The drills, in English.

use super::Words;

pub const EN: Words = Words {
    drills: "Drills",
    lead: "Quick questions from all the conversations of the library. Each is explained as soon as you have answered.",
    what_a_round_is: |n| {
        format!(
            "A round is {n} questions, two or three minutes. What went wrong comes back soon; what you know comes back later and later."
        )
    },
    due_today: "Due today",
    new: "New",
    ask_how_sure: "Ask how sure I am",
    ask_how_sure_hint: "What you were sure of and got wrong is learnt best, and comes first next time.",
    begin: "Begin a round",
    nothing_due: |days| match days {
        Some(1) => "Nothing left for today. The next questions come back tomorrow.".to_owned(),
        Some(days) => format!("Nothing left for today. The next questions come back in {days} days."),
        None => "There is nothing to ask here yet.".to_owned(),
    },
    left_out: |titles| format!("These could not be loaded just now, so their questions are left out: {titles}."),
    between_titles: ", ",
    question: |n, of| format!("Question {n} of {of}"),
    about: |name, role| format!("{name}, {role}"),
    how_sure_hint: "Say so first, then answer. Key 0 goes through the three.",
    keys: |n| format!("Keys 1 to {n} answer."),
    right: "Right.",
    wrong: |right| format!("It was “{right}”."),
    you_said: |chosen| format!("You said “{chosen}”."),
    was_sure: "You were sure of it. Surprises like this stay in the mind; it will come first next time.",
    next: "Next question",
    to_summary: "See how it went",
    summary: "How it went",
    right_of: |right, of| format!("{right} of {of} right"),
    sure_and_mistaken: "Sure, and surprised",
    sure_and_mistaken_hint: "These teach most. They open the next round.",
    by_step: "Step by step",
    right_column: "Right",
    asked_column: "Asked",
    comes_back: "When they come back",
    in_days: |days, n| {
        let questions = if n == 1 { "1 question".to_owned() } else { format!("{n} questions") };
        match days {
            0 => format!("Today: {questions}"),
            1 => format!("Tomorrow: {questions}"),
            days => format!("In {days} days: {questions}"),
        }
    },
    another_round: "Another round",
    progress: "Your progress",
};
