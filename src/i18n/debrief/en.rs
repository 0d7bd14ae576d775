//! The debrief, in English.

use super::Words;
use crate::i18n::tenths;
use crate::score::Mark;

pub const EN: Words = Words {
    between_sentences: " ",
    between_items: ", ",
    where_it_turned: "Where it turned",
    your_guess: |turn| format!("You named turn {turn}."),
    guess_right: "The figures agree.",
    turned_lost: |turn| format!("The turning point was turn {turn}: no other reply gave away so much."),
    turned_won: |turn| format!("Nothing was given away. It was won in turn {turn}, where most would have gone wrong."),
    turned_equally: |turns| format!("Turns {turns} cost most, and equally much."),
    broke: |turn| {
        format!(
            "What ended the order was the promise of turn {turn}: points judge the replies, and the customer judges what is kept."
        )
    },
    turned_nowhere: "No single reply decided it.",
    score: "Score",
    score_meaning: "Points earned, out of those earned and given away. 100% means that nothing was given away.",
    skill: "Skill",
    skill_meaning: "0% is what choosing at random brings, 100% the best that can be played.",
    no_score: "no score",
    cut_short: "Luck ended this conversation early: it counts neither as passed nor as failed.",
    earned: |n| format!("{n} earned"),
    left: |points| format!("{} left on the table", tenths(points)),
    too_large: "This scenario has too many turns of events to be worked out exactly, so there are points but no score.",
    profile: "The steps in this conversation",
    profile_hint: "What you earned in each step, of what was there for you to earn.",
    step: "Step",
    earned_column: "Earned",
    left_column: "Left",
    share_column: "Share",
    missed: "never came to it",
    blank_step: "not in this conversation",
    transcript: "Turn by turn",
    not_judged: "not judged",
    mark: |mark| match mark {
        Mark::Best => "Best reply",
        Mark::Good => "Good reply",
        Mark::Inaccuracy => "Inaccuracy",
        Mark::Mistake => "Mistake",
    },
    cost: |points| format!("gave away {}", tenths(points)),
    moment_was: "The moment",
    your_move: "Your move",
    criterion: "What it did well",
    best_there: "Best here",
    you_said_best: "This was the best reply.",
    source: |source| format!("Source: document {source}"),
    house_rule: "House rule",
    source_default: "House rule for moves this moment does not call for",
    source_scenario: "The author of this scenario",
    promises: "Promises made, promises kept",
    promise_column: "Promise",
    said_column: "What the customer counts on",
    keep_column: "What can be kept",
    stands_column: "Result",
    no_promise: "nothing promised",
    facts_missed: "There may have been more to find out.",
};
