//! How sure the learner was, and how that went.

use crate::score::Scorecard;
use crate::session::{Attempt, is_sure};

/// The turns, counted from 0, in which the learner was sure and gave something away. Of a
/// conversation played on from another one only those after the fork are its own.
pub fn sure_and_costly(attempt: &Attempt, card: &Scorecard) -> Vec<usize> {
    let own = attempt.fork.and_then(|turn| usize::try_from(turn).ok()).unwrap_or(0);
    let turns = attempt.confidences.iter().zip(&card.reviews).enumerate().skip(own);
    let costly = turns.filter(|(_, (sure, review))| is_sure(**sure) && review.cost > 0.0);
    costly.map(|(turn, _)| turn).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Search;
    use crate::pack;
    use crate::session::{Mode, Session, rules};
    use std::rc::Rc;

    #[test]
    fn sure_and_wrong_counts_from_ninety_and_after_the_fork() {
        let method = include_str!("../../scenarios/methods/nine-steps.toml").to_owned();
        let pack = pack::compile(&[method], include_bytes!("../../scenarios/en/first-day.toml")).unwrap();
        let values = Search::new(Rc::clone(&pack.scenario)).finish().unwrap();
        let mut session = Session::begin(Rc::clone(&pack.scenario), 1);
        let mut attempt = Attempt::new(&pack.scenario, &pack.hashes, 1, Mode::Exam);
        while !session.is_over() {
            let choice = rules::choices(&pack.scenario, session.state()).into_iter().next_back().unwrap();
            session = session.choose(&choice).unwrap();
            attempt.record(&choice, 0);
            attempt.record_confidence(90);
        }
        let card = Scorecard::of(&session, &values).unwrap();
        let costly: Vec<usize> = (0..card.reviews.len()).filter(|turn| card.reviews[*turn].cost > 0.0).collect();
        assert!(costly.len() >= 2, "{costly:?}");
        assert_eq!(sure_and_costly(&attempt, &card), costly);
        attempt.confidences[costly[0]] = Some(89);
        assert_eq!(sure_and_costly(&attempt, &card), costly[1..]);
        attempt.fork = Some(u32::try_from(costly[1] + 1).unwrap());
        assert_eq!(sure_and_costly(&attempt, &card), costly[2..]);
    }
}
