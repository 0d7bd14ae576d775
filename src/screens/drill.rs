//! The drills: a start page, then question after question with what it teaches, then
//! how it went.

use super::waiting::coming;
use super::ways::to_library;
use super::{Act as Any, Focus, Found, Given as Typed, Place, Screen, Sheet, World};
use crate::i18n::Strings;
use crate::i18n::debrief::Words as Debrief;
use crate::i18n::drills::Words;
use crate::markup::{ButtonState, Control, Node, Tag, cell, element, paragraph, row, said, section, table};
use crate::pack::Pack;
use crate::practice::drill::{Card, cards};
use crate::practice::round::{Choosing, Given, SIZE, Stumble, Summary, stumbles};
use crate::practice::schedule::Schedule;
use crate::record::{Deed, Drilled};
use crate::session::Sureness;
use crate::telling::{heard, why};
use std::cell::Ref;
use std::rc::Rc;

/// What can be done in a drill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Asks how sure the learner is, or no longer.
    AskHowSure(bool),
    Begin,
    /// Says how sure, per cent.
    Sure(u8),
    /// Answers with the option of this place.
    Answer(usize),
    Next,
}

/// Something is on its way, or all that can be had.
enum Library {
    Coming,
    /// The scenarios, and the titles of those that could not be loaded.
    Here(Vec<Rc<Pack>>, Vec<String>),
}

pub struct Drills {
    asks_how_sure: bool,
    round: Option<Round>,
    /// The last press led to something new to read.
    has_turned: bool,
}

/// A round under way, or just over.
struct Round {
    cards: Vec<Card>,
    given: Vec<Given>,
    /// The answer to the last question is being explained.
    explains: bool,
    confidence: Option<u8>,
    /// When the question was shown.
    shown: u64,
}

impl Drills {
    /// Asks how sure the learner is, unless they did not want that the last time.
    pub fn open(world: &mut World) -> Self {
        let last = world.record.drilled().next_back();
        Self { asks_how_sure: last.is_none_or(|(_, drilled)| drilled.confidence.is_some()), round: None, has_turned: false }
    }
}

impl Screen for Drills {
    fn title(&self, world: &World) -> String {
        Words::of(world.language).drills.to_owned()
    }

    fn show(&self, world: &World, sheet: &mut Sheet) {
        let (packs, missing) = match library(world) {
            Library::Coming => return coming(world, sheet),
            Library::Here(packs, missing) => (packs, missing),
        };
        let shown = match &self.round {
            None => self.start(world, sheet, &packs, &missing),
            Some(round) => match round.current() {
                Some(card) => self.question(world, sheet, round, card, &packs),
                None => summary(world, sheet, round, &packs),
            },
        };
        // After an answer to the button that goes on, otherwise to the beginning.
        if self.has_turned && sheet.focus == Focus::Stay {
            sheet.focus = Focus::Top;
        }
        sheet.nodes.push(element(Tag::Section, "drill", shown));
    }

    fn act(&mut self, act: Any, _: Typed, world: &mut World) {
        let Any::Drill(act) = act else { return };
        self.has_turned = matches!(act, Act::Begin | Act::Answer(_) | Act::Next);
        match act {
            Act::AskHowSure(asks) => self.asks_how_sure = asks,
            Act::Begin => self.begin(world),
            Act::Sure(confidence) => {
                if let Some(round) = &mut self.round {
                    // Pressed again, it is taken back.
                    round.confidence = Some(confidence).filter(|_| round.confidence != Some(confidence));
                }
            }
            Act::Answer(chosen) => self.answer(chosen, world),
            Act::Next => {
                if let Some(round) = &mut self.round {
                    round.next(world.clock.now);
                }
            }
        }
    }
}

impl Drills {
    fn begin(&mut self, world: &World) {
        let Library::Here(packs, _) = library(world) else { return };
        let deck = Deck::of(world, &packs);
        let cards = deck.choosing(world).round(SIZE);
        let round = Round { cards, given: Vec::new(), explains: false, confidence: None, shown: world.clock.now };
        self.round = (!round.cards.is_empty()).then_some(round);
    }

    fn answer(&mut self, chosen: usize, world: &mut World) {
        let Some(round) = &mut self.round else { return };
        let Some(card) = round.current().cloned().filter(|_| !round.explains) else { return };
        let confidence = round.confidence.filter(|_| self.asks_how_sure);
        let took = u32::try_from(world.clock.now.saturating_sub(round.shown)).unwrap_or(u32::MAX);
        let given = Given { card, chosen, confidence };
        world.note(Deed::Drilled(Drilled { card: given.card.id.clone(), right: given.is_right(), confidence, took }));
        round.given.push(given);
        round.explains = true;
    }

    fn start(&self, world: &World, sheet: &mut Sheet, packs: &[Rc<Pack>], missing: &[String]) -> Vec<Node> {
        let words = Words::of(world.language);
        let deck = Deck::of(world, packs);
        let choosing = deck.choosing(world);
        let today = world.clock.today();
        let due = deck.schedule.due(&deck.cards, today);
        let figures = [(words.due_today, due), (words.new, choosing.unseen())].map(|(name, number)| figure(name, number));
        let mut parts = vec![to_library(world), said(Tag::Title, "", words.drills), paragraph("lead", words.lead)];
        parts.push(element(Tag::Block, "figures", figures));
        parts.push(paragraph("hint", (words.what_a_round_is)(SIZE)));
        parts.push(self.toggle(words, sheet));
        if choosing.round(1).is_empty() {
            let days = deck.schedule.next_due(&deck.cards, today).map(|day| day - today);
            parts.push(paragraph("", (words.nothing_due)(days)));
        } else {
            let begin = sheet.button("button primary", words.begin, Any::Drill(Act::Begin));
            parts.push(element(Tag::Paragraph, "actions", [begin]));
        }
        if !missing.is_empty() {
            let again = sheet.button("button", Strings::of(world.language).try_again, Any::Reload);
            let left_out = paragraph("", (words.left_out)(&missing.join(words.between_titles)));
            parts.push(element(Tag::Block, "notice status", [left_out, element(Tag::Paragraph, "actions", [again])]));
        }
        parts
    }

    fn toggle(&self, words: &Words, sheet: &mut Sheet) -> Node {
        let state = if self.asks_how_sure { ButtonState::Pressed } else { ButtonState::Released };
        let label = vec![Node::Text(words.ask_how_sure.to_owned())];
        let button = sheet.button_with("button", None, state, label, Any::Drill(Act::AskHowSure(!self.asks_how_sure)));
        element(Tag::Block, "toggle", [button, said(Tag::Span, "hint", words.ask_how_sure_hint)])
    }

    fn question(&self, world: &World, sheet: &mut Sheet, round: &Round, card: &Card, packs: &[Rc<Pack>]) -> Vec<Node> {
        let (words, strings) = (Words::of(world.language), Strings::of(world.language));
        let Some((pack, drill)) = pack_of(card, packs).and_then(|pack| Some((pack, card.words(pack)?))) else {
            return vec![paragraph("", strings.no_such_scenario)];
        };
        let customer = &pack.scenario.customer;
        let mut parts = vec![
            said(Tag::Title, "", (words.question)(round.at() + 1, round.cards.len())),
            paragraph("hint", (words.about)(&customer.name, &customer.role)),
        ];
        if card.is_beginning() {
            parts.push(paragraph("hint", pack.scenario.summary.as_str()));
        }
        parts.push(element(Tag::Block, "talk", heard(strings, &pack.scenario, &card.talk(pack))));
        if let Some(promise) = card.promise(strings, pack) {
            let keep = [promise.name.as_str(), &(strings.can_keep)(&promise.keep)].map(|text| said(Tag::Span, "", text));
            parts.push(element(Tag::Paragraph, "keep", keep));
        }
        if let (true, Some(given)) = (round.explains, round.given.last()) {
            parts.extend(explanation(world, card, given, pack));
            let label = if round.at() + 1 < round.cards.len() { words.next } else { words.to_summary };
            let next = sheet.button("button primary", label, Any::Drill(Act::Next));
            if let Node::Control(Control::Button { act, .. }) = &next {
                sheet.focus = Focus::Control(*act);
            }
            parts.push(element(Tag::Paragraph, "actions", [next]));
        } else {
            parts.push(said(Tag::Heading, "", drill.ask.as_str()));
            if self.asks_how_sure {
                parts.push(how_sure(world, words, sheet, round.confidence));
            }
            parts.extend(options(words, sheet, &card.options(pack)));
        }
        parts
    }
}

impl Round {
    /// The place of the question that is asked or explained.
    fn at(&self) -> usize {
        self.given.len() - usize::from(self.explains)
    }

    fn current(&self) -> Option<&Card> {
        self.cards.get(self.at())
    }

    fn next(&mut self, now: u64) {
        self.explains = false;
        self.confidence = None;
        self.shown = now;
    }
}

/// What a round is chosen from.
struct Deck<'w> {
    cards: Vec<Card>,
    schedule: Ref<'w, Schedule>,
    stumbles: Vec<Stumble>,
}

impl<'w> Deck<'w> {
    fn of(world: &'w World, packs: &[Rc<Pack>]) -> Self {
        Self {
            cards: cards(packs.iter().map(AsRef::as_ref)),
            schedule: world.schedule(),
            stumbles: stumbles(packs, &world.record),
        }
    }

    fn choosing(&'w self, world: &World) -> Choosing<'w> {
        let Self { cards, schedule, stumbles } = self;
        Choosing { cards, schedule, stumbles, today: world.clock.today() }
    }
}

/// All scenarios of the library in the learner's language; each is asked for.
fn library(world: &World) -> Library {
    let (mut packs, mut missing, mut is_coming) = (Vec::new(), Vec::new(), false);
    for card in world.catalogue.in_language(world.language) {
        if card.language != world.language {
            continue;
        }
        match world.shelf.pack(&card.id) {
            Found::Here(pack) => packs.push(pack),
            Found::Coming => is_coming = true,
            Found::Missing => missing.push(card.title.clone()),
        }
    }
    if is_coming { Library::Coming } else { Library::Here(packs, missing) }
}

fn pack_of<'p>(card: &Card, packs: &'p [Rc<Pack>]) -> Option<&'p Pack> {
    packs.iter().find(|pack| pack.scenario.id == card.scenario).map(AsRef::as_ref)
}

fn figure(name: &str, number: usize) -> Node {
    element(Tag::Block, "figure", [paragraph("name", name), paragraph("number", number.to_string())])
}

/// Three buttons; the key 0 presses the one after the one that is pressed.
fn how_sure(world: &World, words: &Words, sheet: &mut Sheet, said_so: Option<u8>) -> Node {
    let strings = Strings::of(world.language);
    let following = Sureness::after(said_so).or(Sureness::after(None));
    let buttons: Vec<Node> = Sureness::ALL
        .into_iter()
        .zip(strings.sureness)
        .map(|(way, label)| {
            let confidence = way.percent();
            let state = if said_so == Some(confidence) { ButtonState::Pressed } else { ButtonState::Released };
            let key = (following == Some(way)).then_some('0');
            let label = vec![Node::Text(label.to_owned())];
            let button = sheet.button_with("", key, state, label, Any::Drill(Act::Sure(confidence)));
            element(Tag::Item, "", [button])
        })
        .collect();
    let parts = [
        said(Tag::Span, "hint", strings.how_sure),
        element(Tag::List, "", buttons),
        said(Tag::Span, "hint keys", words.how_sure_hint),
    ];
    element(Tag::Block, "sureness", parts)
}

fn options(words: &Words, sheet: &mut Sheet, options: &[&str]) -> [Node; 2] {
    let keys = options.len().min(9);
    let buttons: Vec<Node> = options
        .iter()
        .enumerate()
        .map(|(at, text)| {
            let key = u32::try_from(at + 1).ok().and_then(|number| char::from_digit(number, 10)).filter(|_| at < keys);
            let label = vec![said(Tag::Span, "", *text)];
            element(Tag::Item, "", [sheet.button_with("reply", key, ButtonState::Plain, label, Any::Drill(Act::Answer(at)))])
        })
        .collect();
    [element(Tag::Numbered, "options", buttons), paragraph("hint keys", (words.keys)(keys))]
}

/// Whether it was right, and why.
fn explanation(world: &World, card: &Card, given: &Given, pack: &Pack) -> Vec<Node> {
    let (words, strings, debrief) = (Words::of(world.language), Strings::of(world.language), Debrief::of(world.language));
    let options = card.options(pack);
    let text = |at: usize| options.get(at).copied().unwrap_or_default();
    let mut told = Vec::new();
    if given.is_right() {
        told.push(said(Tag::Strong, "", words.right));
        told.push(said(Tag::Span, "", text(card.right)));
    } else {
        told.push(said(Tag::Strong, "", (words.wrong)(text(card.right))));
        told.push(said(Tag::Span, "hint", (words.you_said)(text(given.chosen))));
    }
    let class = if given.is_right() { "told right status" } else { "told wrong status" };
    let mut parts = vec![element(Tag::Paragraph, class, told)];
    if given.is_confident_error() {
        parts.push(paragraph("", words.was_sure));
    }
    if let Some(promise) = card.promise(strings, pack) {
        parts.extend(promise.heard.as_deref().map(|heard| paragraph("", (strings.heard_as)(heard))));
    }
    if let Some(moment) = card.moment(pack) {
        let step = pack.guide.step(card.step).map(|step| said(Tag::Span, "step", step.name.as_str()));
        let named = [
            said(Tag::Span, "label", debrief.moment_was),
            said(Tag::Strong, "", moment.name.as_str()),
            said(Tag::Span, "hint", moment.definition.as_str()),
        ];
        parts.push(element(Tag::Paragraph, "moment", named.into_iter().chain(step)));
    }
    if let Some(reply) = card.example(pack) {
        let quote = (card.reply.is_none()).then(|| {
            element(Tag::Block, "best-there", [paragraph("label", debrief.best_there), said(Tag::Quote, "", reply.say.as_str())])
        });
        parts.extend(quote.into_iter().chain(why(strings, &pack.guide, reply)));
    }
    vec![element(Tag::Block, "note", parts)]
}

/// How the round went.
fn summary(world: &World, sheet: &mut Sheet, round: &Round, packs: &[Rc<Pack>]) -> Vec<Node> {
    let words = Words::of(world.language);
    let schedule = world.schedule();
    let summary = Summary::of(&round.given, &schedule, world.clock.today());
    let mut parts = vec![
        to_library(world),
        said(Tag::Title, "", words.summary),
        paragraph("lead", (words.right_of)(summary.right, summary.asked)),
    ];
    parts.extend(mistaken(words, round, packs));
    parts.push(by_step(world, &summary));
    let back = summary.back.iter().map(|(days, count)| said(Tag::Item, "", (words.in_days)(*days, *count)));
    parts.push(section("comes-back", words.comes_back, [element(Tag::List, "", back)]));
    let again = sheet.button("button primary", words.another_round, Any::Drill(Act::Begin));
    let progress = Node::Link { class: "button".to_owned(), to: Place::Progress.hash(), label: words.progress.to_owned() };
    parts.push(element(Tag::Paragraph, "actions", [again, progress]));
    parts
}

/// Where the learner was sure and mistaken.
fn mistaken(words: &Words, round: &Round, packs: &[Rc<Pack>]) -> Option<Node> {
    let items: Vec<Node> = round
        .given
        .iter()
        .filter(|given| given.is_confident_error())
        .filter_map(|given| {
            let card = &given.card;
            let pack = pack_of(card, packs)?;
            let right = card.options(pack).get(card.right).copied()?;
            let parts = [
                said(Tag::Strong, "", pack.scenario.title.as_str()),
                said(Tag::Span, "", card.words(pack)?.ask.as_str()),
                said(Tag::Span, "hint", (words.wrong)(right)),
            ];
            Some(element(Tag::Item, "", parts))
        })
        .collect();
    let hint = paragraph("hint", words.sure_and_mistaken_hint);
    (!items.is_empty()).then(|| section("mistaken", words.sure_and_mistaken, [element(Tag::List, "", items), hint]))
}

fn by_step(world: &World, summary: &Summary) -> Node {
    let words = Words::of(world.language);
    let rows = summary.steps.iter().map(|((method, step), (right, asked))| {
        let name = world.catalogue.steps(method).get(step.index()).map_or("", |name| name.get(world.language));
        row("", name, [cell(right.to_string()), cell(asked.to_string())])
    });
    let columns = [Debrief::of(world.language).step, words.right_column, words.asked_column];
    section("by-step", words.by_step, [table(&columns, rows)])
}
