//! What smells, in English.

use crate::analysis::{LIMIT, Player};
use crate::check::{Difference, Smell, gates};
use crate::i18n::faults::Told;
use crate::i18n::percent;
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
            format!("In \"{scene}\" the learner may have nothing left to say. Then the talk breaks off, and the order is lost."),
            "Say where to go from there: a `next` at the last replies, or an `otherwise` at the scene.".into(),
        ),
        Smell::PatienceLoop { scenes } => (
            format!("One can go round here until the customer's patience is gone: {}.", scenes.join(", ")),
            "Take `repeat` from one of the replies on the way, or let its `next` lead out.".into(),
        ),
        Smell::NoImpatient => (
            "The customer's patience can run out, and then the talk ends without a word from them.".into(),
            "Write an ending for it, and name it at the top of the file: `impatient = \"…\"`.".into(),
        ),
        Smell::StepUnreached { step } => (
            format!("There are scenes of the step \"{step}\", and nobody ever comes to any of them."),
            "Lead to one of them with a `next`.".into(),
        ),
        Smell::StepsUnused { steps } => (
            format!("No scenario among these files exercises: {}.", steps.join(", ")),
            "Write a scenario for it, or give one of these a scene whose `moment` belongs to that step.".into(),
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
            format!("This reply is worth {} here, but its reason is the method's and was written for {}.", points(*worth), points(*method)),
            "Add a `why` of your own that explains this worth.".into(),
        ),
        Smell::LongestIsBest { count, of, scenes } => (
            format!("In {count} of {of} judged scenes the best reply is the longest. Learners will notice."),
            format!("Shorten it, or lengthen another, in some of: {}.", scenes.join(", ")),
        ),
        Smell::SamePlace { place, count, of } => (
            format!("In {count} of {of} judged scenes the best reply is number {place} in the file."),
            "Change the order in some scenes, and look whether you wrote the others with as much care.".into(),
        ),
        Smell::UnevenReplies { scene, longest, shortest } => (
            format!("The replies of \"{scene}\" are uneven: the longest has {longest} letters, the shortest {shortest}."),
            "Bring them closer together, so that length tells nothing.".into(),
        ),
        Smell::LongLine { scene, load, limit, language } => (
            format!("\"{scene}\" begins with {} to read at once; up to {limit} are comfortable.", units(*language, *load)),
            "Shorten it, or let part of it come as an answer.".into(),
        ),
        Smell::LongReply { load, limit, language } => (
            format!("This reply has {}; up to {limit} are comfortable.", units(*language, *load)),
            "Shorten it: nobody says so much in one breath.".into(),
        ),
        Smell::Todo { scene } => (format!("\"{scene}\" is not written yet."), "Write it, then remove `todo`.".into()),
        Smell::NaivePlayer { player, skill } => (
            format!("Whoever {} comes {} of the way from blind chance to the best, without listening.", habit(*player), percent(*skill)),
            format!("Let this habit fail more often: it has to stay below {}. `ninesteps analyse` shows the points scene by scene.", percent(gates::NAIVE_SKILL)),
        ),
        Smell::NothingToWin => (
            "Blind chance plays as well as anybody can: there is nothing to learn here.".into(),
            "Give the scenes moments and the replies different moves.".into(),
        ),
        Smell::ManyStates { states: Some(states) } => (
            format!("This conversation can get into {states} different states; from {} on, a telephone takes too long to work out the debrief.", gates::STATES),
            SIMPLER.to_owned(),
        ),
        Smell::ManyStates { states: None } => (
            format!("This conversation can get into {} different states or more, so only what leads where was looked at.", gates::STATES),
            format!("{SIMPLER} With `--publish` everything is worked out."),
        ),
        Smell::NotExact => (
            format!("This conversation can get into more than {LIMIT} different states; what its replies are worth cannot be worked out."),
            SIMPLER.to_owned(),
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

/// What makes a conversation small enough.
const SIMPLER: &str = "Use fewer meters and facts in conditions, less `patience`, or fewer scenes that can be come back to.";

fn parted(difference: &Difference) -> String {
    let named = |what: &str, at: &usize, here: &Option<String>, there: &Option<String>| match (here, there) {
        (Some(here), Some(there)) => format!("{what} {at} is \"{here}\" here and \"{there}\" there"),
        (Some(here), None) => format!("{what} \"{here}\" is missing there"),
        (None, Some(there)) => format!("{what} \"{there}\" is missing here"),
        (None, None) => format!("{what} {at} differs"),
    };
    match difference {
        Difference::Frame { key } => format!("`{key}` differs"),
        Difference::Names { key } => format!("the `{key}` differ in names or numbers"),
        Difference::Scene { at, here, there } => named("scene", at, here, there),
        Difference::Ending { at, here, there } => named("ending", at, here, there),
        Difference::Outcome => "the `outcome` of this ending differs".to_owned(),
        Difference::Replies { here, there } => format!("this scene has {} here and {there} there", replies(*here)),
        Difference::Staging { key } => format!("`{key}` of this scene differs"),
        Difference::Reply { at, key } => format!("`{key}` of reply {at} differs"),
        Difference::Wordings { key } => format!("`{key}` has another number of wordings there, or other conditions for them"),
        Difference::Rules => "they do not play by the same rules".to_owned(),
    }
}

fn replies(count: usize) -> String {
    if count == 1 { "1 reply".to_owned() } else { format!("{count} replies") }
}
