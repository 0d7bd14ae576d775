//! The help of the command speaks the language of the user.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod command;

use command::ninesteps;

/// What clap says where it is left to speak for itself.
const WORDS_OF_CLAP: [&str; 9] =
    ["Usage", "Options", "Arguments", "Commands", "OPTIONS", "COMMAND", "default", "possible values", "error:"];

/// The help of the whole command and of each subcommand, short and long.
fn helps(language: &str) -> Vec<String> {
    let help = |arguments: &[&str]| {
        let run = ninesteps(&[&["--language", language], arguments].concat());
        assert_eq!((run.code, run.err.as_str()), (0, ""), "{arguments:?}");
        run.out
    };
    let whole = help(&["--help"]);
    let entries = whole.lines().filter_map(|line| line.strip_prefix("  ")).filter(|line| line.starts_with(char::is_alphabetic));
    let commands: Vec<&str> = entries.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.contains(&"new") && commands.contains(&"schema"), "{commands:?}");
    let each = commands.iter().flat_map(|command| ["-h", "--help"].map(|flag| help(&[command, flag])));
    each.chain([help(&["-h"]), whole.clone()]).collect()
}

#[test]
fn no_word_of_the_chinese_help_is_left_in_english() {
    for help in helps("zh-Hans") {
        for word in WORDS_OF_CLAP {
            assert!(!help.contains(word), "{word} in:\n{help}");
        }
        // What stands for something to be filled in; the few literal ones are in lower case.
        let named = help.split(['<', '[']).skip(1).filter_map(|rest| rest.split(['>', ']']).next());
        for name in named.filter(|name| *name != "en|zh-Hans") {
            assert!(!name.contains(|letter: char| letter.is_ascii_uppercase()), "<{name}> in:\n{help}");
        }
    }
}

#[test]
fn the_help_says_what_can_be_chosen() {
    for language in ["en", "zh-Hans"] {
        let helps = helps(language).concat();
        for choice in ["en|zh-Hans", "nine-steps", "six-beats", "json", "markdown", "html", "svg", "dot", "scenario|method"] {
            assert!(helps.contains(choice), "{choice}, {language}");
        }
    }
}

#[test]
fn what_was_mistyped_is_answered_in_the_language_of_the_user() {
    let told = |arguments: &[&str]| {
        let run = ninesteps(&[&["--language", "zh-Hans"], arguments].concat());
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        run.err.lines().next().unwrap_or_default().to_owned()
    };
    assert_eq!(told(&["chekc", "x.toml"]), "不认识“chekc”。是不是“check”？");
    assert_eq!(told(&["check"]), "还缺一样：<文件|文件夹>...");
    assert_eq!(told(&["new", "--method", "x"]), "--method <方法> 不能写成“x”。可以写：nine-steps、six-beats。");
    assert_eq!(told(&["play", "x.toml", "--seed", "a"]), "--seed <整数> 不能写成“a”。");
    assert_eq!(told(&[]), "要做什么？还缺一个命令。");
}
