//! Looking back on a conversation, as the learner sees it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::string_slice)]

mod learner;

use learner::{Learner, first};
use ninesteps::language::Language;
use ninesteps::session::Mode;

#[test]
fn the_learner_names_the_turn_before_any_figure_and_is_not_asked_again() {
    let mut learner = Learner::new(Language::En);
    learner.play("first-day", 1, Mode::Exam, first);
    learner.visit("/first-day/debrief");
    assert!(learner.text().contains("where did it turn?") && !learner.text().contains("Score"), "{}", learner.text());
    learner.press("Turn 1");
    assert!(learner.text().contains("You named turn 1.") && learner.text().contains("Score"), "{}", learner.text());
    learner.visit("/first-day/debrief");
    assert!(learner.text().contains("You named turn 1."));
}
