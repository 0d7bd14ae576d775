//! Problems of a file, in English, as a colleague would say them.

use super::Told;
use super::examples::examples;
use crate::diagnostic::{Fault, Kind, Named, Slip};

pub fn describe(fault: &Fault) -> Told {
    let (what, mend) = match fault {
        Fault::TooLarge { bytes, limit } => (
            format!("This file is {} KiB; at most {} KiB are read.", bytes.div_ceil(1024), limit / 1024),
            "Split the scenario, or look for something pasted in by mistake.".into(),
        ),
        Fault::NotUtf8 => {
            ("This is not UTF-8 text.".into(), "In your editor choose \"Save with encoding\" and UTF-8, then save again.".into())
        }
        Fault::ControlCharacter { code } => (
            format!("An invisible control character (U+{code:04X}) stands here."),
            "Delete it: retype the line if you cannot see it.".into(),
        ),
        Fault::Syntax { slip: which } => {
            let (what, mend) = slip(*which);
            (what.to_owned(), mend.to_owned())
        }
        Fault::FullWidth { found } => (
            format!("{found} is full-width punctuation, and outside of quotes only the plain kind is understood."),
            "Switch the keyboard to English for it: = , : \" [ ] { }.".into(),
        ),
        Fault::WrongFormat { found, supported } => (
            format!("This file is of format {found}; this version reads format {supported}."),
            if found > supported { "Use a newer Ninesteps." } else { "Convert the file to the present format." }.into(),
        ),
        Fault::UnknownKey { key, table, near } => (
            format!("`{key}` means nothing in {}.", section(table)),
            did_you_mean(near, "Remove it, or move it to where it belongs."),
        ),
        Fault::MissingKey { key, table } => {
            (format!("There is no `{key}` in {}.", section(table)), format!("Add {}.", addition(key)))
        }
        Fault::WrongKind { key, expected, found } => {
            (format!("`{key}` should be {}, and this is {}.", kind(*expected), kind(*found)), example(key, *expected))
        }
        Fault::OutOfRange { key, found, min, max } => (
            format!("`{key}` is {found}, but must be a whole number from {min} to {max}."),
            "Choose a number in this range.".into(),
        ),
        Fault::BadChance { found } => (
            format!("{found} is no chance."),
            "A chance is a number from 0 to 1 with at most four decimals, such as 0.25.".into(),
        ),
        Fault::NotOneOf { key, found, allowed, near } => {
            (format!("`{key}` cannot be \"{found}\"."), did_you_mean(near, &format!("It is one of: {}.", allowed.join(", "))))
        }
        Fault::BadId { found } => (
            format!("\"{found}\" cannot be a name."),
            "Names have lower-case letters a to z, digits and single hyphens, such as shop-floor.".into(),
        ),
        Fault::DuplicateId { id, first_line } => {
            (format!("The name \"{id}\" is taken: it stands in line {first_line}."), "Give one of the two another name.".into())
        }
        Fault::EmptyText { key } => (format!("`{key}` is empty."), "Write the text, or remove the line.".into()),
        Fault::NoSuch { what, id, near } => (
            format!("\"{id}\" is no {}.", named(*what)),
            did_you_mean(near, &format!("Write it, or name {} that exists.", a_named(*what))),
        ),
        Fault::ReservedMeter { id } => (
            format!("A meter cannot be called \"{id}\": in conditions the word means something else."),
            "Choose another name.".into(),
        ),
        Fault::OpenNext => (
            "This `next` can run out: its last entry holds only sometimes.".into(),
            "End the list with one entry that has neither `when` nor `chance`, such as { to = \"shrug\" }.".into(),
        ),
        Fault::DeadBranch => (
            "This entry is never reached: the one before it always holds.".into(),
            "Move the entry without `when` and `chance` to the end.".into(),
        ),
        Fault::ChanceOverfull => (
            "The chances in this `next` add up to more than 1.".into(),
            "Make them smaller: the last entry takes what is left.".into(),
        ),
        Fault::NoPlainWording { key } => (
            format!("Every wording of `{key}` has a `when`, so there may be nothing to say."),
            "Give one wording without `when`: it is used when no other fits.".into(),
        ),
        Fault::OnlyInPick { key } => (
            format!("`{key}` stands at the scene, but that is only for scenes with `pick`."),
            format!("Move `{key}` into the replies, or add `pick = 2`."),
        ),
        Fault::NotInPick { key } => (
            format!("A reply in a `pick` scene cannot have `{key}`."),
            if key == "next" { "Write `next` once, at the scene." } else { "Remove it." }.into(),
        ),
        Fault::PickTooMany { pick, replies } => {
            (format!("`pick = {pick}`, but the scene has {replies} replies."), "Write more replies, or pick fewer.".into())
        }
        Fault::TooManyReplies { replies, limit } => (
            format!("This scene has {replies} replies; at most {limit} can be shown."),
            "Three are enough to make a choice hard.".into(),
        ),
        Fault::TooManyScenes { scenes, limit } => {
            (format!("This file has {scenes} scenes; at most {limit} are read."), "Split it into several scenarios.".into())
        }
        Fault::NoScene => ("There is no scene.".into(), "Add one: a line [[scene]] with `id` and `says` below it.".into()),
        Fault::NoReply { scene } => (
            format!("Nothing can be said in \"{scene}\", so the conversation is stuck there."),
            "Add a [[scene.reply]], or say where to go with `otherwise`, or mark the scene `todo = true`.".into(),
        ),
        Fault::JudgedWithoutMoment { key } => (
            format!("`{key}` judges a reply, but its scene has no `moment`, so nothing is judged there."),
            "Give the scene a `moment`, or remove this line.".into(),
        ),
        Fault::AfterCycle { scenes } => (
            format!("Later meetings lead round in a circle: {}.", scenes.join(" → ")),
            "Patience is refilled at each meeting, so this could go on for ever. Break the circle.".into(),
        ),
        Fault::MissingBroken { ending, outcome, promise } => (
            format!("The ending \"{ending}\" has no words for a broken promise of \"{promise}\"."),
            format!("Below this ending add [ending.broken] with {outcome} = \"what the customer says then\"."),
        ),
        Fault::DuplicateJudgement { id } => {
            (format!("The move \"{id}\" is judged twice in this moment."), "Keep one of the two.".into())
        }
        Fault::DuplicateAnswer { id } => (
            format!("\"{id}\" is named twice in this drill, so it would have two right answers."),
            "Leave it with one option.".into(),
        ),
        Fault::MethodLanguage { method, language } => {
            (format!("The method \"{method}\" has no texts in the language {language}."), "Add them to the method file.".into())
        }
    };
    Told { what, mend }
}

fn did_you_mean(near: &Option<String>, otherwise: &str) -> String {
    near.as_ref().map_or_else(|| otherwise.to_owned(), |near| format!("Did you mean \"{near}\"?"))
}

const fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "a text in quotes",
        Kind::Number => "a whole number",
        Kind::Fraction => "a number with decimals",
        Kind::Flag => "true or false",
        Kind::List => "a list in [ ]",
        Kind::Table => "a table",
        Kind::Date => "a date",
        Kind::Wordings => "a text or a list of wordings",
        Kind::Names => "a name or a list of names",
        Kind::Branches => "a name or a list of ways to go on",
        Kind::Conditions => "a table of conditions",
        Kind::Bounds => "a whole number or { at_least, at_most }",
        Kind::Promise => "a whole number or \"vague\"",
        Kind::Sections => "written as sections",
    }
}

fn example(key: &str, expected: Kind) -> String {
    let examples = examples(key, expected).map(|example| format!("`{example}`"));
    format!("Write it as {}.", examples.collect::<Vec<_>>().join(" or "))
}

/// The name of a table.
fn section(table: &str) -> String {
    match table {
        "scenario" | "method" => "the head of the file".to_owned(),
        "when" => "a condition".to_owned(),
        "next" => "an entry of `next`".to_owned(),
        "broken" => "[ending.broken]".to_owned(),
        "customer" | "briefing" | "default" => format!("[{table}]"),
        "ending" | "meter" | "promise" | "scene" | "reply" | "wording" | "step" | "move" | "moment" | "judgement"
        | "criterion" => {
            format!("this {table}")
        }
        other => format!("`{other}`"),
    }
}

/// What to add for a key that is missing.
fn addition(key: &str) -> String {
    match key {
        "customer" | "briefing" | "default" => format!("a section [{key}]"),
        _ => format!("`{key} = …`"),
    }
}

const fn named(what: Named) -> &'static str {
    match what {
        Named::Scene => "scene",
        Named::SceneOrEnding => "scene or ending",
        Named::Ending => "ending",
        Named::Reply => "reply (written scene/reply)",
        Named::Meter => "meter",
        Named::Fact => "fact",
        Named::Promise => "promise",
        Named::Method => "method",
        Named::Step => "step",
        Named::Moment => "moment of this method",
        Named::Move => "move of this method",
        Named::Criterion => "criterion of this step",
    }
}

fn a_named(what: Named) -> String {
    let name = named(what);
    if name.starts_with(['a', 'e', 'i', 'o', 'u']) { format!("an {name}") } else { format!("a {name}") }
}

/// A slip in the TOML itself, in the words of somebody who has never met TOML.
const fn slip(slip: Slip) -> (&'static str, &'static str) {
    match slip {
        Slip::Unquoted => ("A text must stand in quotes.", "Put \" before and after it."),
        Slip::UnclosedText => ("This text has no closing quote.", "End it with \". A quote inside the text is written \\\"."),
        Slip::DuplicateKey => ("This key stands here for the second time.", "Keep one of the two."),
        Slip::Escape => {
            ("A backslash here is followed by something it cannot introduce.", "For a real backslash write two: \\\\.")
        }
        Slip::NoValue => ("Nothing follows the `=`.", "Write the value, or remove the line."),
        Slip::Assignment => ("Between a key and its value stands one `=`.", "Write it as `key = value`."),
        Slip::MissingComma => ("A comma is missing.", "Put a comma between the two entries."),
        Slip::ExtraComma => ("There is a comma too many.", "Remove it."),
        Slip::UnclosedList => ("This list is not closed.", "End it with ]."),
        Slip::UnclosedTable => ("This { is not closed.", "End it with }."),
        Slip::UnclosedHeading => ("This section heading is not closed.", "Headings look like [customer] or [[scene]]."),
        Slip::BadKey => ("This cannot be a key.", "Keys have plain letters, digits and hyphens."),
        Slip::Taken => ("This name already has a value, so nothing can be put inside it.", "Rename one of the two."),
        Slip::BadNumber => ("This number is not written as numbers are.", "Write it plainly, such as 30."),
        Slip::TooDeep => ("Too many brackets stand inside each other.", "Write it more simply."),
        Slip::Other => ("I cannot read this.", "Look for a missing quote, bracket or `=` here or in the line before."),
    }
}
