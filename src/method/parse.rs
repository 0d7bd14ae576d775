//! A method file: text → (method, problems).

use super::{Criterion, Judgement, Method, Moment, MomentId, Move, MoveId, Question, Step, StepId, Unlisted};
use crate::diagnostic::{Diagnostic, Fault, Named, Place, near_miss};
use crate::language::Language;
use crate::reader::{self, Problems, Table};
use std::collections::BTreeMap;
use std::ops::Range;

/// The format number this version reads.
pub const FORMAT: i64 = 1;
const MAX_WORTH: i64 = 3;

/// Reads a method. The method is there only when there is no problem.
pub fn parse(source: &str) -> (Option<Method>, Vec<Diagnostic>) {
    let problems = Problems::default();
    let table = reader::parse(source, &problems);
    let method = table.as_ref().and_then(|root| {
        let root = Table::new(
            "method",
            &["format", "id", "languages", "name", "default", "step", "move", "moment"],
            root.get_ref(),
            0..0,
            &problems,
        );
        read(&root, source)
    });
    let problems = problems.into_sorted();
    (method.filter(|_| problems.is_empty()), problems)
}

fn read(root: &Table<'_>, source: &str) -> Option<Method> {
    check_format(root, FORMAT)?;
    let id = root.required_id("id");
    let languages = languages(root);
    root.problems().expect_languages(&languages);
    let name = root.required_localized("name");
    let default = root.required_table("default", UNLISTED).map(|table| unlisted(&table));
    let sections = |key, known: &[&str]| {
        let sections = root.sections(key, known);
        unique(root.problems(), source, &sections);
        sections
    };
    let steps: Vec<_> = sections("step", &["id", "name", "principle", "source", "criterion"]).iter().map(step).collect();
    let moves: Vec<_> =
        sections("move", &["id", "name", "definition", "question", "agrees", "unlisted"]).iter().map(read_move).collect();
    let moments: Vec<_> = sections("moment", &["id", "step", "name", "definition", "judgement"])
        .iter()
        .map(|table| moment(table, &steps, &moves))
        .collect();
    Some(Method {
        id: id?,
        languages,
        name: name?,
        default: default??,
        steps: steps.into_iter().collect::<Option<_>>()?,
        moves: moves.into_iter().collect::<Option<_>>()?,
        moments: moments.into_iter().collect::<Option<_>>()?,
    })
}

/// The languages that the file is written in; all, where it does not say.
fn languages(root: &Table<'_>) -> Vec<Language> {
    let mut languages = Vec::new();
    for (tag, span) in root.names("languages") {
        match Language::from_tag(&tag) {
            Some(language) => languages.push(language),
            None => root.problems().report(
                span,
                Fault::NotOneOf {
                    key: "languages".to_owned(),
                    near: near_miss(&tag, Language::ALL.map(Language::tag)),
                    found: tag,
                    allowed: Language::ALL.map(|language| language.tag().to_owned()).to_vec(),
                },
            ),
        }
    }
    if languages.is_empty() { Language::ALL.to_vec() } else { languages }
}

const UNLISTED: &[&str] = &["worth", "why"];

/// Reports a file of another format number; nothing else in it is then read.
pub fn check_format(root: &Table<'_>, supported: i64) -> Option<()> {
    let found = root.required_whole("format", i64::MIN, i64::MAX)?;
    if found == supported {
        return Some(());
    }
    root.problems().report(root.span_of("format"), Fault::WrongFormat { found, supported });
    None
}

/// Reports sections that share an id.
fn unique(problems: &Problems, source: &str, sections: &[Table<'_>]) {
    let mut first: BTreeMap<&str, Range<usize>> = BTreeMap::new();
    for section in sections {
        let Some(id) = section.get("id").and_then(|value| value.get_ref().as_str()) else { continue };
        if let Some(earlier) = first.get(id) {
            let first_line = Place::of(source, earlier).line;
            problems.report(section.span_of("id"), Fault::DuplicateId { id: id.to_owned(), first_line });
        } else {
            first.insert(id, section.span_of("id"));
        }
    }
}

fn unlisted(table: &Table<'_>) -> Option<Unlisted> {
    Some(Unlisted { worth: worth(table)?, why: table.required_localized("why")? })
}

fn worth(table: &Table<'_>) -> Option<u8> {
    table.required_whole("worth", 0, MAX_WORTH).and_then(|n| u8::try_from(n).ok())
}

fn step(table: &Table<'_>) -> Option<Step> {
    let criteria: Vec<_> = table
        .sections("criterion", &["id", "text"])
        .iter()
        .map(|table| Some(Criterion { id: table.required_id("id")?, text: table.required_localized("text")? }))
        .collect();
    Some(Step {
        id: table.required_id("id")?,
        name: table.required_localized("name")?,
        principle: table.required_localized("principle")?,
        source: table.required_text("source")?,
        criteria: criteria.into_iter().collect::<Option<_>>()?,
    })
}

fn read_move(table: &Table<'_>) -> Option<Move> {
    let own = table.table("unlisted", UNLISTED).map(|table| unlisted(&table));
    Some(Move {
        id: table.required_id("id")?,
        name: table.required_localized("name")?,
        definition: table.required_localized("definition")?,
        question: table.one_of("question", &[("open", Question::Open), ("closing", Question::Closing)]),
        agrees: table.flag("agrees").unwrap_or(false),
        unlisted: own.flatten(),
    })
}

fn moment(table: &Table<'_>, steps: &[Option<Step>], moves: &[Option<Move>]) -> Option<Moment> {
    let id = table.required_id("id");
    let step_name = table.required_text("step");
    let step = step_name
        .and_then(|name| find(table, "step", Named::Step, &name, steps.iter().map(|s| s.as_ref().map(|s| s.id.as_str()))));
    let criteria: &[Criterion] = step.and_then(|at| steps.get(at)?.as_ref()).map_or(&[], |step| step.criteria.as_slice());
    let mut judgements: Vec<Option<Judgement>> = Vec::new();
    for table in table.sections("judgement", &["move", "worth", "criterion", "why", "source"]) {
        let judgement = judgement(&table, criteria, moves);
        let seen = judgement.as_ref().is_some_and(|new| judgements.iter().flatten().any(|old| old.mov == new.mov));
        if let (true, Some(id)) = (seen, table.text("move")) {
            table.problems().report(table.span_of("move"), Fault::DuplicateJudgement { id });
        }
        judgements.push(judgement);
    }
    Some(Moment {
        id: id?,
        step: StepId(u16::try_from(step?).ok()?),
        name: table.required_localized("name")?,
        definition: table.required_localized("definition")?,
        judgements: judgements.into_iter().collect::<Option<_>>()?,
    })
}

fn judgement(table: &Table<'_>, criteria: &[Criterion], moves: &[Option<Move>]) -> Option<Judgement> {
    let mov = table
        .required_text("move")
        .and_then(|name| find(table, "move", Named::Move, &name, moves.iter().map(|m| m.as_ref().map(|m| m.id.as_str()))));
    let criterion = table
        .text("criterion")
        .and_then(|name| find(table, "criterion", Named::Criterion, &name, criteria.iter().map(|c| Some(c.id.as_str()))));
    Some(Judgement {
        worth: worth(table)?,
        criterion,
        why: table.required_localized("why")?,
        source: table.required_text("source")?,
        mov: MoveId(u16::try_from(mov?).ok()?),
    })
}

fn find<'n>(
    table: &Table<'_>,
    key: &str,
    what: Named,
    name: &str,
    known: impl Iterator<Item = Option<&'n str>> + Clone,
) -> Option<usize> {
    let at = known.clone().position(|id| id == Some(name));
    if at.is_none() {
        table
            .problems()
            .report(table.span_of(key), Fault::NoSuch { what, id: name.to_owned(), near: near_miss(name, known.flatten()) });
    }
    at
}

impl Method {
    /// The moment with this id.
    pub fn moment_named(&self, id: &str) -> Option<MomentId> {
        let at = self.moments.iter().position(|moment| moment.id == id)?;
        u16::try_from(at).ok().map(MomentId)
    }

    /// The move with this id.
    pub fn move_named(&self, id: &str) -> Option<MoveId> {
        let at = self.moves.iter().position(|mov| mov.id == id)?;
        u16::try_from(at).ok().map(MoveId)
    }
}
