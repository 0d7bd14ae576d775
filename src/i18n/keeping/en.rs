//! What is kept on the device, in English.

use super::Words;

fn several(n: usize, one: &str, more: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { more })
}

pub const EN: Words = Words {
    title: "Everything on this device",
    lead: "What you have done is kept in this browser, on this device, and nowhere else. Whoever deletes the browser's data deletes it too; a file of your own outlasts that, and goes with you to another device.",
    kept: "What is kept",
    conversations: |n| several(n, "conversation", "conversations"),
    answers: |n| several(n, "drill answer", "drill answers"),
    days: |n| several(n, "journal day", "journal days"),
    others: |n| several(n, "other note", "other notes"),
    nothing: "Nothing yet",
    in_all: |items, kilobytes| format!("{items}, about {kilobytes} kB in all."),
    between_items: ", ",
    save: "Save everything to a file",
    save_hint: "Conversations under way and your settings go with it. Your journal can be read in the file, so keep it where only you look.",
    save_button: "Save to a file",
    saved: |name| format!("Saved as {name}: look among your downloads."),
    restore: "Bring it back from a file",
    restore_hint: |megabytes| format!("All that is here stays; only what is missing is added. The file may have {megabytes} MB."),
    restore_file: "Choose a saved file",
    added: |items| format!("Added: {items}."),
    known: |items| format!("Already here: {items}."),
    nothing_new: "No entry of the file is new here.",
    damaged: |n| format!("{} could not be read and stayed out.", several(n, "entry", "entries")),
    too_large: |megabytes| format!("The file is larger than {megabytes} MB. Nothing was taken from it."),
    not_json: |line, column| {
        format!(
            "The file cannot be read from line {line}, column {column} on; part of it may be missing. Nothing was taken from it."
        )
    },
    other_file: "This file holds something else. Choose one that was saved on this page; its name begins with \u{201c}ninesteps-\u{201d} and ends with \u{201c}.json\u{201d}.",
    later: "This file was saved by a newer version. Load this page anew and try again.",
    clear: "Clear this device",
    clear_hint: "For instance before somebody else uses it.",
    clear_button: "Clear everything …",
    would_be_lost: |items| {
        format!("This would be gone for good: {items} Conversations under way and your settings would go too.")
    },
    save_first: "Save to a file first",
    go_on: "Go on without a file",
    last_question: "One last time: nothing brings it back unless you have a file.",
    forget: "Yes, forget everything",
    keep: "Keep everything",
    kept_all: "Everything is still here.",
    cleared: "Done: nothing of yours is kept on this device any more.",
};
