//! Reading `when`.

use super::keys::{BOUNDS, CONDITION_WORDS};
use super::model::{Condition, METER_MAX, Test};
use super::names::Names;
use crate::diagnostic::{Fault, Kind};
use crate::reader::{self, Problems, Table, as_table, in_file_order, whole};
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Reads a `when`: a table, or a list of tables any of which suffices.
pub fn read(table: &Table<'_>, names: &Names) -> Condition {
    let Some(value) = table.get("when") else { return Vec::new() };
    let mut condition = read_value(table.problems(), value, names);
    // A set without tests always holds, and so does the whole.
    if condition.iter().any(Vec::is_empty) {
        condition.clear();
    }
    condition
}

fn read_value(problems: &Problems, value: &Spanned<DeValue<'_>>, names: &Names) -> Condition {
    if let Some(list) = value.get_ref().as_array() {
        return list
            .iter()
            .filter_map(|item| as_table(problems, "when", item))
            .map(|entries| all_of(problems, entries, names))
            .collect();
    }
    let Some(entries) = value.get_ref().as_table() else {
        reader::wrong(problems, "when", Kind::Conditions, value);
        return Vec::new();
    };
    vec![all_of(problems, entries, names)]
}

fn all_of(problems: &Problems, entries: &DeTable<'_>, names: &Names) -> Vec<Test> {
    let mut tests = Vec::new();
    for (key, span, value) in in_file_order(entries) {
        if CONDITION_WORDS.contains(&key.as_str()) {
            for (name, span) in reader::names(problems, &key, value) {
                tests.extend(named(problems, names, &key, &name, span));
            }
        } else if let Some(meter) = names.meter(problems, &key, span) {
            let Some((at_least, at_most)) = bounds(problems, &key, value) else { continue };
            tests.push(Test::Meter { meter, at_least, at_most });
        }
    }
    tests
}

fn named(problems: &Problems, names: &Names, key: &str, name: &str, span: Range<usize>) -> Option<Test> {
    Some(match key {
        "known" => Test::Known(names.fact(problems, name, span)?),
        "unknown" => Test::Unknown(names.fact(problems, name, span)?),
        "made" => Test::Made(names.promise(problems, name, span)?),
        "unmade" => Test::Unmade(names.promise(problems, name, span)?),
        "overdrawn" => Test::Overdrawn(names.promise(problems, name, span)?),
        "kept" => Test::Kept(names.promise(problems, name, span)?),
        "used" => Test::Used(names.reply(problems, name, span)?),
        "unused" => Test::Unused(names.reply(problems, name, span)?),
        "visited" => Test::Visited(names.scene(problems, name, span)?),
        _ => Test::Unvisited(names.scene(problems, name, span)?),
    })
}

/// `n` (at least) or `{ at_least, at_most }`.
fn bounds(problems: &Problems, key: &str, value: &Spanned<DeValue<'_>>) -> Option<(u8, u8)> {
    let meter = |key: &str, value| whole(problems, key, value, 0, i64::from(METER_MAX)).and_then(|n| u8::try_from(n).ok());
    if value.get_ref().is_integer() {
        return Some((meter(key, value)?, METER_MAX));
    }
    let Some(entries) = value.get_ref().as_table() else {
        reader::wrong(problems, key, Kind::Bounds, value);
        return None;
    };
    let table = Table::new("when", BOUNDS, entries, value.span(), problems);
    let bound = |key: &str, default| table.get(key).map_or(Some(default), |value| meter(key, value));
    let (at_least, at_most) = (bound("at_least", 0)?, bound("at_most", METER_MAX)?);
    if at_least > at_most {
        let (min, max) = (i64::from(at_least), i64::from(METER_MAX));
        problems
            .report(table.span_of("at_most"), Fault::OutOfRange { key: "at_most".into(), found: at_most.to_string(), min, max });
    }
    Some((at_least, at_most))
}
