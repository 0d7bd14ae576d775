//! English.

use super::{Failure, Usage, Words};

pub const EN: Words = Words {
    usage: Usage {
        about: "Write customers for Ninesteps, and know that they teach.",
        template: "{about}\n\nUsage: {usage}\n\n{all-args}\n",
        commands: "Commands",
        options: "Options",
        language: "The language to speak; otherwise that of the terminal",
        help: "Show this help",
        version: "Show the version",
        format: "How to show the result",
        methods: "The folder with the method files; otherwise `methods` beside the file or one folder up, then the built-in ones",
        check: "Find every problem in scenario and method files",
        check_files: "Files, or folders to look through",
        publish: "Also demand what a scenario must have before it is published",
        watch: "Check again whenever a file is saved",
        file: "The scenario file",
        play: "Hold the conversation here in the terminal",
        seed: "The luck to play with, a whole number; the same number repeats it",
        coached: "Say after each reply why it was strong or weak",
        save: "Keep the attempt in this new file, after every reply",
        script: "Write a scenario out as a script on paper, with every branch",
        map: "Draw the scenes and endings of a scenario, and the ways between them",
        output: "The new file to write; otherwise it is shown",
    },
    misunderstood: |missing, argument, value, allowed| {
        let what = match (missing, value) {
            (true, _) => format!("Something is missing: {argument}."),
            (false, "") => format!("I do not know `{argument}`."),
            (false, value) => format!("`{value}` is nothing that {argument} can be."),
        };
        let hint = if allowed.is_empty() { String::new() } else { format!(" Possible: {allowed}.") };
        format!("{what}{hint} `ninesteps --help` shows what there is.")
    },
    failure: |failure| match failure {
        Failure::File { path, why } => format!("{path}: {why}. Is the path right, and may you read and write there?"),
        Failure::NothingThere { path } => format!("There is no scenario in {path}: no file that ends in .toml."),
        Failure::Exists { path } => {
            format!("{path} is there already, and I do not write over it. Choose another name, or move it away.")
        }
        Failure::NoScenario { path } => format!("{path} is a method. Name a scenario that is judged by it."),
        Failure::Terminal { why } => format!("The terminal could not be used: {why}."),
        Failure::NoSuchCode { code, near: Some(near) } => format!("There is no problem called `{code}`. Did you mean `{near}`?"),
        Failure::NoSuchCode { code, near: None } => {
            format!("There is no problem called `{code}`. `ninesteps explain` alone lists them all.")
        }
    },
    problem: "problem",
    mend: "mend",
};
