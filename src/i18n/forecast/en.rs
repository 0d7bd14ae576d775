//! Forecasts, in English.

use super::Words;

pub const EN: Words = Words {
    title: "Your forecast",
    intro: "Before the exam: how much of each step will you earn? 100% means that you give nothing away in it. \
            The debrief will put the result beside it.",
    not_chosen: "Choose",
    so_far: |percent, conversations| match conversations {
        1 => format!("So far {percent}%, from one conversation."),
        n => format!("So far {percent}%; it came up in {n} conversations."),
    },
    never: "Not practised yet.",
    start: "Start the exam",
    still_to_choose: |steps| match steps {
        1 => "One step is still open.".to_owned(),
        n => format!("{n} steps are still open."),
    },
    without: "Start without a forecast",
    between_sentences: " ",
    accuracy_so_far: |percent| format!("Your forecast accuracy so far: {percent}."),
    accuracy: "Forecast accuracy",
    accuracy_meaning: |exams| match exams {
        1 => "Result, divided by forecast, in one exam. 100% means that you did what you said.".to_owned(),
        n => format!("Result, divided by forecast, in your last {n} forecast exams. 100% means that you did what you said."),
    },
    too_much: "You tend to promise more than comes. Next time, take a little off before you say it.",
    fits: "What you promise is what comes. Your word can be planned with.",
    too_little: "You tend to promise less than comes. You can ask more of yourself.",
    too_few: |exams| {
        format!("From {exams} forecast exams on, this page says whether you tend to promise too much or too little.")
    },
    supervisor: "A supervisor sets the confidence index from this record: the weight that your forecast is given before the result is known.",
};
