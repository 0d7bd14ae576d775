//! What smells, in English.

use super::percent;
use crate::analysis::Player;
use crate::check::{Difference, Smell, gates};
use crate::i18n::faults::Told;
use crate::language::Language;

pub fn describe(smell: &Smell) -> Told {
    let (what, mend) = match smell {
        Smell::SceneUnreachable { scene } => (
            format!("Nobody ever comes to \"{scene}\"."),
            "Lead to it with a `next` whose conditions can be met, or remove it.".to_owned(),
        ),
        Smell::ReplyUnreachable { scene } => (
            format!("This reply is never on offer in \"{scene}\"."),
            "Its `when` is never met on any way to this scene: loosen it, or remove the reply.".into(),
        ),
        Smell::EndingUnreachable { ending } => (
            format!("No conversation ends with \"{ending}\"."),
            "Lead to it with a `next` whose conditions can be met, or remove it.".into(),
        ),
        Smell::DeadEnd { scene } => (
            format!("In \"{scene}\" everything may have been said, and nothing says what then."),
            "Give the last replies a `next`, or the scene an `otherwise`.".into(),
        ),
        Smell::PatienceLoop { scenes } => (
            format!("One can go round and round here until patience is gone: {}.", scenes.join(", ")),
            "Take `repeat` from one of the replies on the way, or let it lead out.".into(),
        ),
        Smell::NoImpatient => (
            "The customer's patience can run out, and there are no words of theirs for it.".into(),
            "Write an ending and name it: `impatient = \"…\"` at the top of the file.".into(),
        ),
        Smell::StepUnreached { step } => (
            format!("No scene of the step \"{step}\" is ever reached, though there are some."),
            "Lead to one of them.".into(),
        ),
        Smell::StepsUnused { steps } => (
            format!("Steps that no scenario here exercises: {}.", steps.join(", ")),
            "Write a scenario for them, or give one of these a scene with such a moment.".into(),
        ),
        Smell::SameWorth { scene, worth } => (
            format!("In \"{scene}\" every reply is worth {}.", points(*worth)),
            "Give the learner something to find: one reply that fits the moment and one that does not. Or leave out `moment`: then nothing is judged here.".into(),
        ),
        Smell::NoGoodReply { scene } => (
            format!("In \"{scene}\" no reply is worth {} points or more.", gates::GOOD_WORTH),
            "Add the reply that a good seller would give, with a move that fits the moment.".into(),
        ),
        Smell::NoWeakReply { scene } => (
            format!("In \"{scene}\" every reply is good; nothing can go wrong."),
            "Add what an eager beginner would say.".into(),
        ),
        Smell::Unjudged { scene } => (
            format!("Nothing judges this reply, although \"{scene}\" is judged."),
            "Give it a `move`, or `worth` with `why`.".into(),
        ),
        Smell::UnlistedMove { mov, moment } => (
            format!("The method has no judgement for `{mov}` in `{moment}`; the learner will read its general remark."),
            "Choose a move that the moment lists, or add a `why` of your own.".into(),
        ),
        Smell::NoOwnWhy { worth, method } => (
            format!("This reply is worth {} here, and the method's reason speaks for {}.", points(*worth), points(*method)),
            "Add a `why` that explains this worth.".into(),
        ),
        Smell::LongestIsBest { count, of, scenes } => (
            format!("In {count} of {of} judged scenes the best reply is the longest. Learners will notice."),
            format!("Shorten it, or lengthen another, in some of: {}.", scenes.join(", ")),
        ),
        Smell::SamePlace { place, count, of } => (
            format!("In {count} of {of} judged scenes the best reply is written in place {place}."),
            "Change the order in some scenes, and look whether you wrote the others with as much care.".into(),
        ),
        Smell::UnevenReplies { scene, longest, shortest } => (
            format!("The replies of \"{scene}\" are uneven: the longest has {longest} letters, the shortest {shortest}."),
            "Bring them closer together, so that length tells nothing.".into(),
        ),
        Smell::LongLine { scene, load, limit, language } => (
            format!("\"{scene}\" begins with {} to read at once; comfortable are {limit}.", units(*language, *load)),
            "Shorten it, or let part of it come as an answer.".into(),
        ),
        Smell::LongReply { load, limit, language } => (
            format!("This reply has {}; comfortable are {limit}.", units(*language, *load)),
            "Shorten it: nobody says so much in one breath.".into(),
        ),
        Smell::Todo { scene } => (format!("\"{scene}\" is not written yet."), "Write it, then remove `todo`.".into()),
        Smell::NaivePlayer { player, skill } => (
            format!("Who {} reaches {} of the way from chance to best.", habit(*player), percent(*skill)),
            format!("Let this habit fail more often; below {} it may be published. `analyse` shows the scenes.", percent(gates::NAIVE_SKILL)),
        ),
        Smell::NothingToWin => (
            "Blind chance plays as well as anybody can: there is nothing to learn here.".into(),
            "Give the scenes moments and the replies different moves.".into(),
        ),
        Smell::ManyStates { states } => (
            format!("This conversation has {states} different states; up to {} are worked out everywhere at once.", gates::STATES),
            "Use fewer meters and facts in conditions, or fewer scenes that can be revisited.".into(),
        ),
        Smell::NotExact => (
            "This conversation has too many states to be worked out exactly.".into(),
            "Use fewer meters and facts in conditions, less patience, or fewer scenes that can be revisited.".into(),
        ),
        Smell::TwinDiffers { file, difference } => (
            format!("{file} is the same customer in the other language and means something else: {}.", parted(difference)),
            "Make both files agree; only the words may differ.".into(),
        ),
    };
    Told { what, mend }
}

fn points(worth: u8) -> String {
    if worth == 1 { "1 point".to_owned() } else { format!("{worth} points") }
}

fn units(language: Language, load: usize) -> String {
    match language {
        Language::En => format!("{load} words"),
        Language::ZhHans => format!("{load} characters"),
    }
}

const fn habit(player: Player) -> &'static str {
    match player {
        Player::Chance => "replies at random",
        Player::First => "always takes the first reply of the file",
        Player::Last => "always takes the last reply of the file",
        Player::Longest => "always takes the longest reply",
        Player::Shortest => "always takes the shortest reply",
        Player::AskOpen => "always asks an open question",
        Player::AskClosing => "always asks a closing question",
        Player::Agree => "always agrees",
    }
}

fn parted(difference: &Difference) -> String {
    let called = |other: &Option<String>| other.as_ref().map_or_else(|| "missing".to_owned(), |id| format!("called \"{id}\""));
    match difference {
        Difference::Frame { key } => format!("`{key}` differs"),
        Difference::Names { key } => format!("`{key}` differ in names or numbers"),
        Difference::Scene { at, other } => format!("scene {at} is {} there", called(other)),
        Difference::Staging { key } => format!("`{key}` of this scene differs"),
        Difference::Replies { here, there } => format!("this scene has {here} replies here and {there} there"),
        Difference::Reply { at, key } => format!("`{key}` of reply {at} differs"),
        Difference::Ending { at, other } => format!("ending {at} is {} there, or has another outcome", called(other)),
    }
}
