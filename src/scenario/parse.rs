//! A scenario file: text → (scenario, problems).

use super::condition;
use super::model::{
    Basis, Better, Branch, Briefing, CERTAIN, Contact, Customer, DEFAULT_PATIENCE, Drift, Ending, FORMAT, Fact, Grade, Judged,
    Line, METER_MAX, Meter, MeterId, Outcome, Pick, Pledge, PromiseId, PromiseTerms, Reply, Scenario, Scene, SceneId, Way,
    Wording,
};
use super::names::Names;
use super::shape;
use crate::diagnostic::{Diagnostic, Fault, Kind, Named};
use crate::language::Language;
use crate::method::{self, Method, MomentId, MoveId, StepId};
use crate::reader::{self, Problems, Table};
use toml::Spanned;
use toml::de::DeValue;

/// The most replies a scene may offer.
pub(super) const MAX_REPLIES: usize = 12;
/// The most scenes a file may have.
const MAX_SCENES: usize = 10_000;
const MAX_PATIENCE: i64 = 200;
const MAX_MINUTES: i64 = 240;
const MAX_LEVEL: i64 = 3;
const MAX_EFFECT: i64 = METER_MAX as i64;
const MAX_PROMISE: i64 = 1_000_000;

const ROOT: &[&str] = &[
    "format",
    "id",
    "language",
    "title",
    "summary",
    "method",
    "level",
    "minutes",
    "patience",
    "impatient",
    "customer",
    "briefing",
    "meters",
    "promises",
    "facts",
    "scene",
    "ending",
];
const SCENE: &[&str] =
    &["id", "moment", "speaker", "says", "cue", "pick", "answer", "next", "after", "drift", "otherwise", "todo", "reply"];
const REPLY: &[&str] =
    &["id", "say", "move", "answer", "effect", "learns", "promise", "next", "repeat", "when", "worth", "criterion", "why"];
const ENDING: &[&str] = &["id", "outcome", "says", "cue", "broken"];

/// Reads a scenario that is judged by one of `methods`. The scenario is there
/// only when there is no problem; the problems are in the order of the file.
pub fn parse(source: &str, methods: &[&Method]) -> (Option<Scenario>, Vec<Diagnostic>) {
    let problems = Problems::default();
    let table = reader::parse(source, &problems);
    let scenario = table.as_ref().and_then(|root| {
        let root = Table::new("scenario", ROOT, root.get_ref(), 0..0, &problems);
        method::check_format(&root, FORMAT)?;
        let method = find_method(&root, methods);
        File::open(&root, method, source).read()
    });
    if let Some(scenario) = &scenario {
        shape::check(scenario, &problems, table.as_ref());
    }
    let problems = problems.into_sorted();
    (scenario.filter(|_| problems.is_empty()), problems)
}

fn find_method<'m>(root: &Table<'_>, methods: &[&'m Method]) -> Option<&'m Method> {
    let id = root.required_text("method")?;
    let at = root.find("method", Named::Method, &id, methods.iter().map(|method| method.id.as_str()))?;
    methods.get(at).copied()
}

/// A file taken apart into its sections, with all its names known.
struct File<'t> {
    root: &'t Table<'t>,
    problems: &'t Problems,
    method: Option<&'t Method>,
    language: Language,
    scenes: Vec<Table<'t>>,
    replies: Vec<Vec<Table<'t>>>,
    endings: Vec<Table<'t>>,
    names: Names,
}

impl<'t> File<'t> {
    fn open(root: &'t Table<'t>, method: Option<&'t Method>, source: &str) -> Self {
        let scenes = root.sections("scene", SCENE);
        let replies: Vec<_> = scenes.iter().map(|scene| scene.sections("reply", REPLY)).collect();
        let endings = root.sections("ending", ENDING);
        let names = Names::collect(root, &scenes, &replies, &endings, source);
        Self { root, problems: root.problems(), method, language: Language::default(), scenes, replies, endings, names }
    }

    fn read(mut self) -> Option<Scenario> {
        let root = self.root;
        let language = root.required_one_of("language", &Language::ALL.map(|language| (language.tag(), language)));
        self.language = language.unwrap_or_default();
        if let (Some(method), Some(language)) = (self.method, language)
            && !method.languages.contains(&language)
        {
            let fault = Fault::MethodLanguage { method: method.id.clone(), language: language.tag().to_owned() };
            self.problems.report(root.span_of("language"), fault);
        }
        let id = root.required_id("id");
        let title = root.required_text("title");
        let summary = root.required_text("summary");
        let level = root.required_whole("level", 1, MAX_LEVEL);
        let minutes = root.required_whole("minutes", 1, MAX_MINUTES);
        let patience = root.whole("patience", 1, MAX_PATIENCE);
        let impatient = root.text("impatient").and_then(|id| self.names.ending(self.problems, &id, root.span_of("impatient")));
        let customer =
            root.required_table("customer", &["name", "role", "contact", "grade", "mood"]).map(|table| self.customer(&table));
        let briefing = root.required_table("briefing", &["aim", "notes"]).map(|table| {
            let notes = table.texts("notes");
            Some(Briefing { aim: table.required_text("aim")?, notes })
        });
        let meters = self.meters();
        let promises = self.promises();
        let facts = self.facts();

        if self.scenes.is_empty() && !root.has("scene") {
            self.problems.report(0..0, Fault::NoScene);
        }
        if let Some(first_too_many) = self.scenes.get(MAX_SCENES) {
            let fault = Fault::TooManyScenes { scenes: self.scenes.len(), limit: MAX_SCENES };
            self.problems.report(first_too_many.span_of("id"), fault);
            return None;
        }
        let scenes = self.read_scenes();
        let replies = self.read_replies();
        let endings: Vec<_> = self.endings.iter().map(|table| self.ending(table)).collect();
        Some(Scenario {
            id: id?,
            language: language?,
            title: title?,
            summary: summary?,
            method: self.method?.id.clone(),
            level: u8::try_from(level?).ok()?,
            minutes: u16::try_from(minutes?).ok()?,
            patience: patience.and_then(|n| u16::try_from(n).ok()).unwrap_or(DEFAULT_PATIENCE),
            impatient,
            customer: customer??,
            briefing: briefing??,
            meters: meters.into_iter().collect::<Option<_>>()?,
            promises: promises.into_iter().collect::<Option<_>>()?,
            facts: facts.into_iter().collect::<Option<_>>()?,
            scenes: scenes.into_iter().collect::<Option<_>>()?,
            replies: replies.into_iter().collect::<Option<_>>()?,
            endings: endings.into_iter().collect::<Option<_>>()?,
        })
    }

    fn customer(&self, table: &Table<'_>) -> Option<Customer> {
        let mood = table
            .text("mood")
            .and_then(|id| self.names.meter(self.problems, &id, table.span_of("mood")))
            .or_else(|| (!self.root.own_names("meters").is_empty()).then_some(MeterId(0)));
        let contact = table.one_of(
            "contact",
            &[("receptive", Contact::Receptive), ("dissatisfied", Contact::Dissatisfied), ("power", Contact::Power)],
        );
        let grade = table.one_of("grade", &[("A", Grade::A), ("B", Grade::B), ("C", Grade::C)]);
        let (name, role) = (table.required_text("name"), table.required_text("role"));
        Some(Customer { name: name?, role: role?, contact, grade, mood })
    }

    /// The tables of a section whose keys are the author's own names.
    fn owned(&self, key: &'static str, name: &'static str, known: &'static [&str]) -> Vec<(String, Option<Table<'t>>)> {
        self.root
            .own_names(key)
            .into_iter()
            .map(|(id, _, value)| {
                let entries = reader::as_table(self.problems, &id, value);
                (id, entries.map(|entries| Table::new(name, known, entries, value.span(), self.problems)))
            })
            .collect()
    }

    fn meters(&self) -> Vec<Option<Meter>> {
        let read = |(id, table): (String, Option<Table<'_>>)| {
            let table = table?;
            let (name, start) = (table.required_text("name"), table.required_whole("start", 0, i64::from(METER_MAX)));
            Some(Meter { id, name: name?, start: u8::try_from(start?).ok()? })
        };
        self.owned("meters", "meter", &["name", "start"]).into_iter().map(read).collect()
    }

    fn promises(&self) -> Vec<Option<PromiseTerms>> {
        let number = |n: i64| i32::try_from(n).ok();
        let read = |(id, table): (String, Option<Table<'_>>)| {
            let table = table?;
            let name = table.required_text("name");
            let unit = table.required_text("unit");
            let better = table.one_of("better", &[("more", Better::More), ("less", Better::Less)]);
            let deliver = table.required_whole("deliver", -MAX_PROMISE, MAX_PROMISE);
            let assumed = table.whole("assumed", -MAX_PROMISE, MAX_PROMISE);
            let broken = [Outcome::Unsatisfied, Outcome::Cancelled, Outcome::CustomerLost].map(|o| (o.word(), o));
            let broken = table.one_of("broken", &broken);
            Some(PromiseTerms {
                id,
                name: name?,
                unit: unit?,
                better: better.unwrap_or(Better::More),
                deliver: number(deliver?)?,
                assumed: assumed.and_then(number),
                broken: broken.unwrap_or(Outcome::Cancelled),
            })
        };
        self.owned("promises", "promise", &["name", "unit", "better", "deliver", "assumed", "broken"])
            .into_iter()
            .map(read)
            .collect()
    }

    fn facts(&self) -> Vec<Option<Fact>> {
        self.root
            .own_names("facts")
            .into_iter()
            .map(|(id, _, value)| Some(Fact { text: reader::text(self.problems, &id, value)?, id }))
            .collect()
    }

    fn read_scenes(&self) -> Vec<Option<Scene>> {
        let mut start = 0;
        let mut scenes = Vec::new();
        for (table, replies) in self.scenes.iter().zip(&self.replies) {
            let end = start + u32::try_from(replies.len()).unwrap_or(u32::MAX);
            scenes.push(self.scene(table, start..end));
            start = end;
        }
        scenes
    }

    fn scene(&self, table: &Table<'_>, replies: std::ops::Range<u32>) -> Option<Scene> {
        let says = self.line(table, "says");

        let todo = table.flag("todo").unwrap_or(false);
        if !todo && !table.has("says") && !table.has("cue") {
            self.problems.report(table.span_of("id"), Fault::MissingKey { key: "says".into(), table: "scene".into() });
        }
        self.check_count(table, replies.len(), todo);
        let cue = self.line(table, "cue");
        let after = table.text("after");
        let pick = self.pick(table);
        let drift = self.drift(table);
        let otherwise =
            table.text("otherwise").and_then(|id| self.names.destination(self.problems, &id, table.span_of("otherwise")));
        Some(Scene {
            id: table.get("id")?.get_ref().as_str()?.to_owned(),
            moment: self.moment(table),
            speaker: table.text("speaker"),
            says,
            cue,
            after,
            drift,
            otherwise,
            todo,
            pick,
            replies,
        })
    }

    /// Something can be said, and not too much.
    fn check_count(&self, scene: &Table<'_>, replies: usize, todo: bool) {
        if replies == 0 && !todo && !scene.has("otherwise") && !scene.has("reply") {
            let id = scene.get("id").and_then(|id| id.get_ref().as_str()).unwrap_or_default();
            self.problems.report(scene.span_of("id"), Fault::NoReply { scene: id.to_owned() });
        }
        if replies > MAX_REPLIES {
            self.problems.report(scene.span_of("id"), Fault::TooManyReplies { replies, limit: MAX_REPLIES });
        }
        let pick = scene.get("pick").and_then(|pick| pick.get_ref().as_integer()?.as_str().parse::<usize>().ok());
        if let Some(pick) = pick.filter(|pick| (replies + 1..=MAX_REPLIES).contains(pick)) {
            self.problems.report(scene.span_of("pick"), Fault::PickTooMany { pick, replies });
        }
    }

    fn moment(&self, scene: &Table<'_>) -> Option<(MomentId, StepId)> {
        let id = scene.text("moment")?;
        let moments = &self.method?.moments;
        let at = scene.find("moment", Named::Moment, &id, moments.iter().map(|moment| moment.id.as_str()))?;
        Some((MomentId(u16::try_from(at).ok()?), moments.get(at)?.step))
    }

    fn pick(&self, scene: &Table<'_>) -> Option<Pick> {
        if !scene.has("pick") {
            for key in ["answer", "next"].into_iter().filter(|key| scene.has(key)) {
                self.problems.report(scene.key_span(key), Fault::OnlyInPick { key: key.to_owned() });
            }
            return None;
        }
        let count = scene.whole("pick", 1, i64::try_from(MAX_REPLIES).unwrap_or(i64::MAX))?;
        Some(Pick { count: u8::try_from(count).ok()?, answer: self.line(scene, "answer"), next: self.branch(scene) })
    }

    fn drift(&self, scene: &Table<'_>) -> Option<Drift> {
        let table = scene.table("drift", &["chance", "to"])?;
        let to = table.required_text("to");
        let to = to.and_then(|id| self.names.destination(self.problems, &id, table.span_of("to")));
        let Some(value) = table.get("chance") else {
            self.problems.report(table.span(), Fault::MissingKey { key: "chance".into(), table: "drift".into() });
            return None;
        };
        Some(Drift { chance: reader::chance(self.problems, "chance", value)?, to: to? })
    }

    fn read_replies(&self) -> Vec<Option<Reply>> {
        let mut replies = Vec::new();
        for (scene_at, (scene, tables)) in (0..).zip(self.scenes.iter().zip(&self.replies)) {
            let moment = self.scene_moment(scene);
            for table in tables {
                for key in ["next", "repeat"].into_iter().filter(|key| scene.has("pick") && table.has(key)) {
                    self.problems.report(table.key_span(key), Fault::NotInPick { key: key.to_owned() });
                }
                replies.push(self.reply(scene, table, SceneId(scene_at), moment));
            }
        }
        replies
    }

    /// The moment again, for the replies; a wrong one was reported before.
    fn scene_moment(&self, scene: &Table<'_>) -> Option<MomentId> {
        self.method?.moment_named(scene.get("moment")?.get_ref().as_str()?)
    }

    fn reply(&self, scene: &Table<'_>, table: &Table<'_>, scene_id: SceneId, moment: Option<MomentId>) -> Option<Reply> {
        let say = table.required_text("say");
        let mov = self.mov(table);
        let effect = self.effect(table);
        let learns =
            table.names("learns").into_iter().filter_map(|(id, span)| self.names.fact(self.problems, &id, span)).collect();
        let judgement = self.judgement(scene, table, moment, mov);
        let promise = self.pledges(table);
        let flags = self.method.zip(mov).and_then(|(method, mov)| method.mov(mov));
        Some(Reply {
            id: table.text("id"),
            scene: scene_id,
            say: say?,
            mov,
            question: flags.and_then(|mov| mov.question),
            agrees: flags.is_some_and(|mov| mov.agrees),
            judgement,
            answer: self.line(table, "answer"),
            effect,
            learns,
            promise,
            next: self.branch(table),
            repeat: table.flag("repeat").unwrap_or(false),
            when: condition::read(table, &self.names),
        })
    }

    fn mov(&self, reply: &Table<'_>) -> Option<MoveId> {
        let id = reply.text("move")?;
        let moves = &self.method?.moves;
        let at = reply.find("move", Named::Move, &id, moves.iter().map(|mov| mov.id.as_str()))?;
        u16::try_from(at).ok().map(MoveId)
    }

    fn judgement(&self, scene: &Table<'_>, reply: &Table<'_>, moment: Option<MomentId>, mov: Option<MoveId>) -> Option<Judged> {
        let worth = reply.whole("worth", 0, 3).and_then(|n| u8::try_from(n).ok());
        let own_why = reply.text("why");

        let Some(moment) = moment else {
            // A moment that could not be read was reported itself.
            let unjudged = !scene.has("moment");
            for key in ["worth", "criterion", "why"].into_iter().filter(|key| unjudged && reply.has(key)) {
                self.problems.report(reply.key_span(key), Fault::JudgedWithoutMoment { key: key.to_owned() });
            }
            return None;
        };
        let method = self.method?;
        let own_criterion = self.criterion(reply, method, moment);
        let verdict = mov.and_then(|mov| method.judge(moment, mov));
        // Without a move of the method, worth and why need each other.
        for (there, missing) in [("worth", "why"), ("why", "worth"), ("criterion", "worth")] {
            if !reply.has("move") && reply.has(there) && !reply.has(missing) {
                self.problems.report(reply.key_span(there), Fault::MissingKey { key: missing.into(), table: "reply".into() });
            }
        }
        let own = worth.is_some() || own_why.is_some();
        let (worth, criterion) = match (worth, verdict) {
            (Some(worth), _) => (worth, own_criterion),
            (None, Some(verdict)) => (verdict.worth, own_criterion.or(verdict.criterion)),
            (None, None) => return None,
        };
        let why = own_why.or_else(|| Some(verdict?.why.get(self.language).to_owned())).unwrap_or_default();
        let basis = match verdict {
            _ if own => Basis::Scenario,
            Some(verdict) => verdict.source.map_or(Basis::Default, |source| Basis::Method(source.to_owned())),
            None => Basis::Scenario,
        };
        Some(Judged { worth, criterion, why, basis })
    }

    fn criterion(&self, reply: &Table<'_>, method: &Method, moment: MomentId) -> Option<usize> {
        let id = reply.text("criterion")?;
        let criteria = &method.step(method.moment(moment)?.step)?.criteria;
        reply.find("criterion", Named::Criterion, &id, criteria.iter().map(|criterion| criterion.id.as_str()))
    }

    fn effect(&self, reply: &Table<'_>) -> Vec<(MeterId, i16)> {
        let mut effect: Vec<_> = reply
            .own_names("effect")
            .into_iter()
            .filter_map(|(id, span, value)| {
                let meter = self.names.meter(self.problems, &id, span)?;
                let change = reader::whole(self.problems, &id, value, -MAX_EFFECT, MAX_EFFECT)?;
                Some((meter, i16::try_from(change).ok()?))
            })
            .collect();
        effect.sort_unstable();
        effect
    }

    fn pledges(&self, reply: &Table<'_>) -> Vec<(PromiseId, Pledge)> {
        let mut pledges: Vec<_> = reply
            .own_names("promise")
            .into_iter()
            .filter_map(|(id, span, value)| {
                let promise = self.names.promise(self.problems, &id, span)?;
                Some((promise, self.pledge(&id, value)?))
            })
            .collect();
        pledges.sort_unstable();
        pledges
    }

    fn pledge(&self, id: &str, value: &Spanned<DeValue<'_>>) -> Option<Pledge> {
        if value.get_ref().as_str() == Some("vague") {
            return Some(Pledge::Vague);
        }
        if !value.get_ref().is_integer() {
            reader::wrong(self.problems, id, Kind::Promise, value);
            return None;
        }
        let number = reader::whole(self.problems, id, value, -MAX_PROMISE, MAX_PROMISE)?;
        i32::try_from(number).ok().map(Pledge::Number)
    }

    fn ending(&self, table: &Table<'_>) -> Option<Ending> {
        let outcomes = [
            Outcome::Signed,
            Outcome::Renewed,
            Outcome::Nurture,
            Outcome::OrderLost,
            Outcome::Unsatisfied,
            Outcome::Cancelled,
            Outcome::CustomerLost,
        ];
        let outcome = table.required_one_of("outcome", &outcomes.map(|outcome| (outcome.word(), outcome)));
        if !table.has("says") {
            self.problems.report(table.span(), Fault::MissingKey { key: "says".into(), table: "ending".into() });
        }
        let broken = table.table("broken", &["unsatisfied", "cancelled", "customer-lost"]).map_or_else(Vec::new, |words| {
            [Outcome::Unsatisfied, Outcome::Cancelled, Outcome::CustomerLost]
                .into_iter()
                .filter_map(|outcome| Some((outcome, words.text(outcome.word())?)))
                .collect()
        });
        Some(Ending {
            id: table.get("id")?.get_ref().as_str()?.to_owned(),
            outcome: outcome?,
            says: self.line(table, "says"),
            cue: self.line(table, "cue"),
            broken,
        })
    }

    /// A text, or a list of wordings.
    fn line(&self, table: &Table<'_>, key: &'static str) -> Line {
        let Some(value) = table.get(key) else { return Vec::new() };
        let wordings: Vec<_> = match value.get_ref().as_array() {
            Some(list) if list.is_empty() => {
                self.problems.report(value.span(), Fault::EmptyText { key: key.to_owned() });
                return Vec::new();
            }
            Some(list) => list.iter().filter_map(|item| self.wording(key, item)).collect(),
            None if value.get_ref().is_str() || value.get_ref().is_table() => self.wording(key, value).into_iter().collect(),
            None => {
                table.wrong(key, Kind::Wordings, value);
                return Vec::new();
            }
        };
        let conditional = !wordings.is_empty() && wordings.iter().all(|wording| !wording.when.is_empty());
        // A cue or an answer may be absent; a customer's line may not.
        if conditional && key == "says" {
            self.problems.report(value.span(), Fault::NoPlainWording { key: key.to_owned() });
        }
        wordings
    }

    fn wording(&self, key: &'static str, value: &Spanned<DeValue<'_>>) -> Option<Wording> {
        let Some(entries) = value.get_ref().as_table() else {
            return Some(Wording { text: reader::text(self.problems, key, value)?, when: Vec::new() });
        };
        let table = Table::new("wording", &["text", "when"], entries, value.span(), self.problems);
        let text = table.required_text("text");
        let when = condition::read(&table, &self.names);
        Some(Wording { text: text?, when })
    }

    /// `next`: a name, or a list tried in order.
    fn branch(&self, table: &Table<'_>) -> Branch {
        let Some(value) = table.get("next") else { return Vec::new() };
        let items = value.get_ref().as_array().map_or_else(|| vec![value], |list| list.iter().collect());
        let ways: Vec<_> = items.into_iter().map(|item| (item, self.way(item))).collect();
        self.check_branch(value, &ways);
        ways.into_iter().filter_map(|(_, way)| way).collect()
    }

    fn check_branch(&self, value: &Spanned<DeValue<'_>>, ways: &[(&Spanned<DeValue<'_>>, Option<Way>)]) {
        if ways.iter().any(|(_, way)| way.is_none()) {
            // What could not be read was reported, and says nothing of the rest.
            return;
        }
        let certain = |way: &Option<Way>| way.as_ref().is_some_and(|way| way.when.is_empty() && way.chance.is_none());
        if !ways.last().is_some_and(|(_, way)| certain(way)) {
            self.problems.report(value.span(), Fault::OpenNext);
        }
        if let Some((item, _)) = ways.iter().skip_while(|(_, way)| !certain(way)).nth(1) {
            self.problems.report(item.span(), Fault::DeadBranch);
        }
        let sum: u32 = ways
            .iter()
            .filter_map(|(_, way)| way.as_ref()?.when.is_empty().then_some(way.as_ref()?.chance?))
            .map(u32::from)
            .sum();
        if sum > u32::from(CERTAIN) {
            self.problems.report(value.span(), Fault::ChanceOverfull);
        }
    }

    /// One entry; `None` if anything in it was reported.
    fn way(&self, value: &Spanned<DeValue<'_>>) -> Option<Way> {
        let before = self.problems.len();
        let way = self.read_way(value);
        way.filter(|_| self.problems.len() == before)
    }

    fn read_way(&self, value: &Spanned<DeValue<'_>>) -> Option<Way> {
        if let Some(id) = value.get_ref().as_str() {
            let to = self.names.destination(self.problems, id, value.span())?;
            return Some(Way { when: Vec::new(), chance: None, to });
        }
        let Some(entries) = value.get_ref().as_table() else {
            reader::wrong(self.problems, "next", Kind::Branches, value);
            return None;
        };
        let table = Table::new("next", &["when", "chance", "to"], entries, value.span(), self.problems);
        let to = table.required_text("to");
        let to = to.and_then(|id| self.names.destination(self.problems, &id, table.span_of("to")));
        let chance = table.get("chance").map(|value| reader::chance(self.problems, "chance", value));
        let when = condition::read(&table, &self.names);
        Some(Way { when, chance: chance.unwrap_or_default(), to: to? })
    }
}
