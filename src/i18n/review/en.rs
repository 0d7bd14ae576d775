//! Around a debrief, in English.

use super::Words;

pub const EN: Words = Words {
    play_on: |turn| format!("Play on from turn {turn}"),
    play_on_note: "You can go back to any turn and play on another way. The luck stays the same, so it is practice: neither this score nor your best changes.",
    gives_up: "The conversation under way with this customer is then given up.",
    played_on: |turn| format!("Played on from turn {turn}"),
    practice_only: "practice only",
    attempts: "Your other conversations with this customer",
    branches: "The same conversation, played another way",
    others: "Begun anew",
    look_back: "Debrief",
    lay_beside: "Side by side with this one",
    print: "Print",
    other_version: "This conversation was played on another version of this scenario",
    other_version_hint: "The scenario has changed since, so it cannot be gone through again here. Your result stands, and your choices can still be downloaded.",
    compare: "Side by side",
};
