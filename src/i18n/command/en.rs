//! English.

use super::{Failure, Misunderstood, Question, Usage, Values, Words, percent};
use crate::i18n::Strings;
use crate::language::Language;
use crate::session::attempt::Claim;
use crate::session::{Edit, Unreadable, Verdict};

pub const EN: Words = Words {
    usage: Usage {
        about: "Write customers for Ninesteps, and know that they teach.",
        synopsis: "Usage: ",
        commands: "Commands:",
        arguments: "Arguments:",
        options: "Options:",
        values: Values {
            command: "COMMAND",
            options: "OPTIONS",
            file: "FILE",
            folder: "FOLDER",
            files: "FILE|FOLDER",
            attempts: "RESULT|FOLDER",
            text: "TEXT",
            number: "NUMBER",
            format: "FORMAT",
            method: "METHOD",
            code: "CODE",
        },
        language: "The language to speak, and that of a new scenario; otherwise that of the terminal",
        help: "Show this help",
        version: "Show the version",
        format: |formats| format!("How to show the result: {}; otherwise the first", formats.join(", ")),
        methods: "The folder with the method files; otherwise `methods` beside the file or one folder up, then the built-in ones",
        check: "Find every problem in scenario and method files",
        check_files: "Files, or folders to look through",
        publish: "Also demand what a scenario must have before it is published",
        watch: "Check again whenever a file is saved",
        analyse: "Work out who gets how far, and whether it is fit to be published",
        file: "The scenario file",
        play: "Hold the conversation here in the terminal",
        seed: "The luck to play with, a whole number; the same number repeats it",
        coached: "Say after each reply why it was strong or weak",
        save: "Keep the attempt in this new file, after every reply",
        new: "Begin a scenario: a small customer with comments, ready to be played and changed",
        new_file: "Where to write it; otherwise a file named after the title",
        new_title: "Its title",
        new_method: |methods| format!("The method that judges it: {}", methods.join(", ")),
        new_customer: "What the customer is called",
        new_role: "What the customer does",
        explain: "Explain a problem or a warning: what it means, a wrong and a right example, and why it matters",
        explain_code: "Its code, such as no-such; otherwise all codes are listed",
        schema: "Print the JSON Schema by which editors complete and check a file while it is written",
        schema_of: "Of which kind of file; without it, of a scenario",
        verify: "Play result files again and say whether they hold",
        verify_holds: "A file holds when each of its choices could be made and comes to the score and the outcome that the file claims, also where the words of the scenario have been changed since. This proves the arithmetic, not who played.\n\nExit code 0: every file holds. 1: some file does not; an unfinished conversation is no fraud, but no result either. 2: the files could not be checked.",
        verify_attempts: "Result files as the page saves them (.json), or folders of them",
        verify_scenarios: "The scenarios that were played: a file or a folder",
        script: "Write a scenario out as a script on paper, with every branch",
        map: "Draw the scenes and endings of a scenario, and the ways between them",
        output: "The new file to write; otherwise it is shown",
    },
    misunderstood: |misunderstood| {
        let what = match misunderstood {
            Misunderstood::NoCommand => "What shall I do? A command is missing.".to_owned(),
            Misunderstood::Missing { what } => format!("Something is missing: {what}"),
            Misunderstood::Unknown { what, near: None } => format!("I do not know `{what}`."),
            Misunderstood::Unknown { what, near: Some(near) } => format!("I do not know `{what}`. Did you mean `{near}`?"),
            Misunderstood::Unfit { what, value, allowed: [] } => format!("`{value}` does not fit {what}."),
            Misunderstood::Unfit { what, value, allowed } => {
                format!("`{value}` does not fit {what}. These do: {}.", allowed.join(", "))
            }
        };
        format!("{what}\n`ninesteps --help` shows what there is.")
    },
    failure: |failure| match failure {
        Failure::File { path, why } => format!("{path}: {why}. Is the path right, and may you read and write there?"),
        Failure::NothingThere { path } => format!("There is no scenario in {path}: no file that ends in .toml."),
        Failure::NoAttempts { path } => format!("There is no result in {path}: no file that ends in .json."),
        Failure::Exists { path } => {
            format!("{path} is there already, and I do not write over it. Choose another name, or move it away.")
        }
        Failure::NoScenario { path } => format!("{path} is a method. Name a scenario that is judged by it."),
        Failure::Unread => "Nobody reads the result any more.".to_owned(),
        Failure::Terminal { why } => format!("The terminal could not be used: {why}."),
        Failure::NoTemplate { method, language } => {
            format!("For the method `{method}` there is nothing to start from in the language {}.", language.tag())
        }
        Failure::NoSuchCode { code, near: Some(near) } => format!("There is no problem called `{code}`. Did you mean `{near}`?"),
        Failure::NoSuchCode { code, near: None } => {
            format!("There is no problem called `{code}`. `ninesteps explain` alone lists them all.")
        }
    },
    problem: "problem",
    warning: "warning",
    mend: "mend",
    checked: |files, problems, warnings| {
        let some = |count: usize, what: &str| if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") };
        let found = match (problems, warnings) {
            (0, 0) => "nothing to mend".to_owned(),
            (0, _) => some(warnings, "warning"),
            (_, 0) => some(problems, "problem"),
            _ => format!("{}, {}", some(problems, "problem"), some(warnings, "warning")),
        };
        format!("{}: {found}.", some(files, "file"))
    },
    exploring: |scenario, states| format!("{scenario}: {states} states so far …"),
    simulating: |scenario, played, of| format!("{scenario}: {played} of {of} conversations played …"),
    watching: "Waiting for the next save. Ctrl-C ends it.",
    question: |question, fallback| {
        let asked = match question {
            Question::Language(tags) => format!("Which language shall the customer speak: {}?", tags.join(" or ")),
            Question::Method(methods) => format!("Which method shall judge: {}?", methods.join(" or ")),
            Question::Title => "What is the title?".to_owned(),
            Question::Id => "And a name for the file, in letters a to z, digits and hyphens?".to_owned(),
            Question::Customer => "What is the customer called?".to_owned(),
            Question::Role => "What does the customer do?".to_owned(),
        };
        format!("{asked} [{fallback}]")
    },
    ask_again: |question| match question {
        Question::Language(known) | Question::Method(known) => format!("Possible: {}.", known.join(", ")),
        _ => "Names have lower-case letters a to z, digits and single hyphens, such as shop-floor.".to_owned(),
    },
    written: |file| {
        format!(
            "Written: {file}\n\nOpen it in a text editor: the comments say what each part is for.\n  ninesteps check {file}    finds every problem\n  ninesteps play {file}     plays it\nThe same customer in the other language is a second file with the same id; only its texts differ."
        )
    },
    verdict: |file, verdict| format!("{file}: {}.", verdict_in_words(verdict)),
    verified: |files, holding| match (files, holding) {
        (1, 1) => "The file holds.".to_owned(),
        (1, _) => "The file does not hold.".to_owned(),
        (all, holding) if all == holding => format!("All {all} files hold."),
        (all, 0) => format!("None of the {all} files holds."),
        (all, 1) => format!("1 of {all} files holds."),
        (all, holding) => format!("{holding} of {all} files hold."),
    },
    practice: "It was played on from another conversation, whose luck was known: practice only.",
    proves: "A replay proves the arithmetic, not who played.",
    left_out: |file| format!("{file} has problems and is left out. `ninesteps check {file}` shows them."),
    verifying: |done, of| format!("{done} of {of} …"),
};

fn verdict_in_words(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Holds(came) => format!("holds. {}", came_out(came)),
        Verdict::OtherWording(came) => format!("holds, with other words than the scenario has here. {}", came_out(came)),
        Verdict::Edited(Edit::Choice { turn }) => format!("edited. The choice of turn {} was not on offer", turn + 1),
        Verdict::Edited(Edit::Claim { claimed, replayed: Some(replayed) }) => {
            format!("edited. It claims {}; its choices come to {}", came_out(claimed), came_out(replayed))
        }
        Verdict::Edited(Edit::Claim { claimed, replayed: None }) => {
            format!("edited. It claims {}; its choices do not reach an end", came_out(claimed))
        }
        Verdict::Unfinished { turns: 1 } => "unfinished. After 1 turn the conversation still goes on".to_owned(),
        Verdict::Unfinished { turns } => format!("unfinished. After {turns} turns the conversation still goes on"),
        Verdict::OtherVersion => "other version. It was played on other rules than the scenario has here".to_owned(),
        Verdict::Unknown => "unknown. The scenario that was played is not among those given".to_owned(),
        Verdict::Unreadable(Unreadable::Damaged { line, column }) => {
            format!("unreadable. It stops being a result file in line {line}, column {column}")
        }
        Verdict::Unreadable(Unreadable::OtherFormat { found }) => {
            format!("unreadable. It is of format {found}, which this version does not know")
        }
    }
}

fn came_out(claim: &Claim) -> String {
    let score = claim.score.map_or_else(|| "no score".to_owned(), percent);
    format!("{score}, \"{}\"", (Strings::of(Language::En).outcome)(claim.outcome))
}
