//! A method file: text → (method, problems).

use super::{
    Criterion, Drill, DrillOption, Judgement, Method, Moment, MomentId, Move, MoveId, Pledged, Step, StepId, Unlisted, keys,
};
use crate::diagnostic::{Diagnostic, Fault, Named, Place};
use crate::language::Language;
use crate::reader::{self, Problems, Table};
use std::collections::BTreeMap;
use std::ops::Range;

/// The format number this version reads.
pub const FORMAT: i64 = 1;

/// Reads a method. The method is there only when there is no problem.
pub fn parse(source: &str) -> (Option<Method>, Vec<Diagnostic>) {
    let problems = Problems::default();
    let table = reader::parse(source, &problems);
    let method = table.as_ref().and_then(|root| {
        let root = Table::new("method", keys::ROOT, root.get_ref(), 0..0, &problems);
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
    let default = root.required_table("default", keys::UNLISTED).map(|table| unlisted(&table));
    let sections = |key, known: &[&str]| {
        let sections = root.sections(key, known);
        unique(root.problems(), source, &sections);
        sections
    };
    let step_sections = sections("step", keys::STEP);
    let move_sections = sections("move", keys::MOVE);
    let moment_sections = sections("moment", keys::MOMENT);
    let drill_sections = sections("drill", keys::DRILL);
    let names = Names { steps: &step_sections, moves: &move_sections, moments: &moment_sections };
    let steps: Vec<_> = step_sections.iter().map(|table| step(table, source)).collect();
    let moves: Vec<_> = move_sections.iter().map(read_move).collect();
    let moments: Vec<_> = moment_sections.iter().map(|table| moment(table, &names)).collect();
    let drills: Vec<_> = drill_sections.iter().map(|table| drill(table, &names)).collect();
    Some(Method {
        id: id?,
        languages,
        name: name?,
        default: default??,
        steps: steps.into_iter().collect::<Option<_>>()?,
        moves: moves.into_iter().collect::<Option<_>>()?,
        moments: moments.into_iter().collect::<Option<_>>()?,
        drills: drills.into_iter().collect::<Option<_>>()?,
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
                    near: root.problems().near_miss(&tag, Language::ALL.map(Language::tag)),
                    found: tag,
                    allowed: Language::ALL.map(|language| language.tag().to_owned()).to_vec(),
                },
            ),
        }
    }
    if languages.is_empty() { Language::ALL.to_vec() } else { languages }
}

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
            let first_line = || Place::of(source, earlier).line;
            problems.report_with(section.span_of("id"), || Fault::DuplicateId { id: id.to_owned(), first_line: first_line() });
        } else {
            first.insert(id, section.span_of("id"));
        }
    }
}

fn unlisted(table: &Table<'_>) -> Option<Unlisted> {
    let (worth, why) = (worth(table), table.required_localized("why"));
    Some(Unlisted { worth: worth?, why: why? })
}

fn worth(table: &Table<'_>) -> Option<u8> {
    table.required_whole("worth", 0, keys::MAX_WORTH).and_then(|n| u8::try_from(n).ok())
}

/// What moments and drills may refer to: as written, so that a fault in a step or a move is
/// told once, where it stands.
struct Names<'t> {
    steps: &'t [Table<'t>],
    moves: &'t [Table<'t>],
    moments: &'t [Table<'t>],
}

fn step(table: &Table<'_>, source: &str) -> Option<Step> {
    let sections = table.sections("criterion", keys::CRITERION);
    unique(table.problems(), source, &sections);
    let criteria: Vec<_> = sections
        .iter()
        .map(|table| {
            let (id, text) = (table.required_id("id"), table.required_localized("text"));
            Some(Criterion { id: id?, text: text? })
        })
        .collect();
    let id = table.required_id("id");
    let name = table.required_localized("name");
    let principle = table.required_localized("principle");
    let source = table.required_text("source");
    let criteria = criteria.into_iter().collect::<Option<_>>();
    Some(Step { id: id?, name: name?, principle: principle?, source: source?, criteria: criteria? })
}

fn read_move(table: &Table<'_>) -> Option<Move> {
    let id = table.required_id("id");
    let name = table.required_localized("name");
    let definition = table.required_localized("definition");
    let question = table.one_of("question", &keys::QUESTIONS);
    let agrees = table.flag("agrees").unwrap_or(false);
    let unlisted = table.table("unlisted", keys::UNLISTED).and_then(|table| unlisted(&table));
    Some(Move { id: id?, name: name?, definition: definition?, question, agrees, unlisted })
}

fn moment(table: &Table<'_>, names: &Names<'_>) -> Option<Moment> {
    let id = table.required_id("id");
    let step = table.required_text("step").and_then(|name| find(table, "step", Named::Step, &name, names.steps));
    let criteria = step.and_then(|at| names.steps.get(at)).map(|step| step.again("criterion"));
    let mut judgements: Vec<Option<Judgement>> = Vec::new();
    for table in table.sections("judgement", keys::JUDGEMENT) {
        let judgement = judgement(&table, criteria.as_deref(), names);
        let seen = judgement.as_ref().is_some_and(|new| judgements.iter().flatten().any(|old| old.mov == new.mov));
        if let (true, Some(id)) = (seen, table.text("move")) {
            table.problems().report(table.span_of("move"), Fault::DuplicateJudgement { id });
        }
        judgements.push(judgement);
    }
    let name = table.required_localized("name");
    let definition = table.required_localized("definition");
    Some(Moment {
        id: id?,
        step: StepId(u16::try_from(step?).ok()?),
        name: name?,
        definition: definition?,
        judgements: judgements.into_iter().collect::<Option<_>>()?,
    })
}

fn judgement(table: &Table<'_>, criteria: Option<&[Table<'_>]>, names: &Names<'_>) -> Option<Judgement> {
    let mov = table.required_text("move").and_then(|name| find(table, "move", Named::Move, &name, names.moves));
    // Of a step that is not there, the criteria are not asked for.
    let criterion = criteria.zip(table.text("criterion"));
    let criterion = criterion.and_then(|(known, name)| find(table, "criterion", Named::Criterion, &name, known));
    let worth = worth(table);
    let why = table.required_localized("why");
    let source = table.required_text("source");
    Some(Judgement { worth: worth?, criterion, why: why?, source: source?, mov: MoveId(u16::try_from(mov?).ok()?) })
}

fn drill(table: &Table<'_>, names: &Names<'_>) -> Option<Drill> {
    let (id, ask) = (table.required_id("id"), table.required_localized("ask"));
    if let Some(list) = table.get("option").and_then(|value| value.get_ref().as_array()) {
        let count = i64::try_from(list.len()).unwrap_or(i64::MAX);
        let (min, max) = (keys::MIN_OPTIONS, keys::MAX_OPTIONS);
        if !(min..=max).contains(&count) {
            let fault = Fault::OutOfRange { key: "option".to_owned(), found: count.to_string(), min, max };
            table.problems().report(table.span(), fault);
        }
    }
    let mut given = Given::default();
    let options: Vec<_> =
        table.sections("option", keys::OPTION).iter().map(|table| drill_option(table, names, &mut given)).collect();
    Some(Drill { id: id?, ask: ask?, options: options.into_iter().collect::<Option<_>>()? })
}

/// What options before this one are the answer for: nothing has two right answers.
#[derive(Default)]
struct Given {
    moments: Vec<usize>,
    promises: Vec<Pledged>,
}

fn drill_option(table: &Table<'_>, names: &Names<'_>, given: &mut Given) -> Option<DrillOption> {
    let twice = |span, id: &str| table.problems().report(span, Fault::DuplicateAnswer { id: id.to_owned() });
    let text = table.required_localized("text");
    let mut moments = Vec::new();
    for (name, span) in table.names("moments") {
        let Some(at) = find_at(table, span.clone(), Named::Moment, &name, names.moments) else { continue };
        if given.moments.contains(&at) {
            twice(span, &name);
        }
        given.moments.push(at);
        moments.extend(u16::try_from(at).map(MomentId));
    }
    let promise = table.one_of("promise", &keys::PLEDGED);
    if let Some(promise) = promise {
        if given.promises.contains(&promise) {
            twice(table.span_of("promise"), &table.text("promise").unwrap_or_default());
        }
        given.promises.push(promise);
    }
    let moves = table.names("moves").into_iter();
    let moves = moves.filter_map(|(name, span)| find_at(table, span, Named::Move, &name, names.moves));
    let moves = moves.filter_map(|at| u16::try_from(at).ok().map(MoveId)).collect();
    Some(DrillOption { text: text?, moments, promise, moves })
}

fn find(table: &Table<'_>, key: &str, what: Named, name: &str, known: &[Table<'_>]) -> Option<usize> {
    find_at(table, table.span_of(key), what, name, known)
}

/// The place of a name that stands there among sections.
fn find_at(table: &Table<'_>, span: Range<usize>, what: Named, name: &str, known: &[Table<'_>]) -> Option<usize> {
    // A section without an id keeps its place; no name is empty.
    let id = |section: &'_ Table<'_>| section.get("id").and_then(|id| id.get_ref().as_str()).unwrap_or_default().to_owned();
    let names: Vec<String> = known.iter().map(id).collect();
    table.problems().find(span, what, name, names.iter().map(String::as_str))
}

impl Method {
    /// The moment with this id.
    pub fn moment_named(&self, id: &str) -> Option<MomentId> {
        let at = self.moments.iter().position(|moment| moment.id == id)?;
        u16::try_from(at).ok().map(MomentId)
    }
}
