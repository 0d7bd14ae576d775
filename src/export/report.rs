//! The report on a scenario: what its figures say, and whether it is fit to be
//! published.

use crate::analysis::{Estimate, Player};
use crate::check::{Proof, SceneFigures, Smelt, Subject, gates};
use crate::i18n::report::Words;
use crate::i18n::{Strings, percent, smells};
use crate::language::Language;
use crate::markup::{Node, Tag, cell, element, paragraph, row, said, section, table};
use crate::method::Method;
use crate::scenario::{Outcome, Scenario};
use crate::session::{End, rules};
use serde_json::{Value, json};

/// What a report is about.
#[derive(Clone, Copy)]
pub struct Report<'a> {
    pub scenario: &'a Scenario,
    pub method: &'a Method,
    /// Of the reader, not of the scenario.
    pub language: Language,
}

impl Report<'_> {
    fn words(&self) -> &'static Words {
        Words::of(self.language)
    }

    /// The title of the report.
    pub fn title(&self) -> String {
        (self.words().title)(&self.scenario.title)
    }

    /// The report as a document, without its title.
    pub fn document(&self, proof: &Proof) -> Vec<Node> {
        let words = self.words();
        let mut parts = vec![self.verdict(proof)];
        parts.push(section(
            "players",
            words.players,
            [paragraph("hint", (words.players_hint)(&percent(gates::NAIVE_SKILL))), self.players(proof)],
        ));
        parts.push(section("endings", words.endings, [paragraph("hint", words.endings_hint), self.endings(proof)]));
        parts.push(section("tells", words.tells, self.tells(proof)));
        parts.push(section("line", words.line, [paragraph("hint", words.line_hint), self.line(proof)]));
        parts.push(section("scenes", words.scenes, [self.scenes(proof)]));
        parts
    }

    fn verdict(&self, proof: &Proof) -> Node {
        let words = self.words();
        let failed: Vec<&Smelt> = proof.failed_gates().collect();
        let verdict = if failed.is_empty() { words.publishable.to_owned() } else { (words.not_yet)(failed.len()) };
        let mut parts = vec![said(Tag::Strong, "verdict", verdict)];
        parts.extend(self.findings(&failed));
        let others: Vec<&Smelt> = proof.smells.iter().filter(|smelt| !smelt.smell.is_gate()).collect();
        if !others.is_empty() {
            parts.push(paragraph("", words.also));
            parts.extend(self.findings(&others));
        }
        element(Tag::Section, "verdict", parts)
    }

    fn findings(&self, smelt: &[&Smelt]) -> Option<Node> {
        let item = |smelt: &&Smelt| {
            let told = smells::tell(self.language, &smelt.smell);
            said(Tag::Item, "", (self.words().finding)(&self.at(smelt.subject, &told.what), &told.mend))
        };
        (!smelt.is_empty()).then(|| element(Tag::List, "", smelt.iter().map(item)))
    }

    /// A reply is named by what it says, since the message cannot point at it.
    fn at(&self, subject: Subject, what: &str) -> String {
        match subject {
            Subject::Reply(id) => {
                let say = self.scenario.reply(id).map(|reply| reply.say.as_str()).unwrap_or_default();
                (self.words().reply)(say, what)
            }
            Subject::Whole | Subject::Scene(_) | Subject::Ending(_) => what.to_owned(),
        }
    }

    fn players(&self, proof: &Proof) -> Node {
        let words = self.words();
        let best = row("", words.best, [cell(decimal(proof.best)), cell(percent(1.0)), cell(decimal(proof.turns))]);
        let worst = row("", words.worst, [cell(decimal(proof.worst)), cell(""), cell("")]);
        let naive = proof.players.iter().map(|figures| {
            let skill = figures.skill.map_or_else(String::new, percent);
            row("", (words.name)(figures.player), [cell(decimal(figures.worth)), cell(skill), cell(decimal(figures.turns))])
        });
        table(&[words.player, words.points, words.skill, words.turns], [best].into_iter().chain(naive).chain([worst]))
    }

    /// Each ending with those who come to it.
    fn endings(&self, proof: &Proof) -> Node {
        let words = self.words();
        let items = proof.ends.iter().map(|end| {
            let everybody = [(words.best, end.best), (words.worst, end.worst)];
            let naive = Player::ALL.map(words.name).into_iter().zip(end.players.iter().copied());
            self.ending(end.end, end.outcome, everybody.into_iter().chain(naive))
        });
        element(Tag::List, "", items)
    }

    fn ending(&self, end: End, outcome: Outcome, shares: impl Iterator<Item = (&'static str, f64)>) -> Node {
        let some = shares.filter(|(_, share)| *share > 0.0);
        let told: Vec<String> = some.map(|(who, share)| format!("{who} {}", chance(share))).collect();
        element(Tag::Item, "", [said(Tag::Strong, "", self.end(end, outcome)), Node::Text(format!(" {}", told.join(" · ")))])
    }

    fn end(&self, end: End, outcome: Outcome) -> String {
        let words = self.words();
        let name = match end {
            End::Written(id) => self.scenario.ending(id).map(|ending| ending.id.clone()).unwrap_or_default(),
            End::Impatient => words.impatient.to_owned(),
            End::DeadEnd => words.dead_end.to_owned(),
            End::Todo(id) => (words.todo)(self.scenario.scene(id).map(|scene| scene.id.as_str()).unwrap_or_default()),
        };
        (words.ends)(&name, (Strings::of(self.language).outcome)(outcome))
    }

    fn tells(&self, proof: &Proof) -> Vec<Node> {
        let (words, tells) = (self.words(), &proof.tells);
        let places: Vec<String> = tells.place_shares().map(percent).collect();
        [
            (words.longest_is_best)(tells.longest_is_best.len(), tells.scenes, &percent(tells.longest_limit())),
            (words.shortest_is_best)(tells.shortest_is_best, tells.scenes),
            (words.places)(&places.join(" · "), &percent(gates::SAME_PLACE)),
            (words.states)(proof.states, gates::STATES),
        ]
        .map(|told| paragraph("", told))
        .to_vec()
    }

    fn line(&self, proof: &Proof) -> Node {
        let words = self.words();
        let turns = proof.line.iter().map(|turn| {
            let scene = self.scenario.scene(turn.scene);
            let says: Vec<&str> = scene
                .map(|scene| rules::chosen(scene, &turn.choice))
                .unwrap_or_default()
                .into_iter()
                .filter_map(|id| Some(self.scenario.reply(id)?.say.as_str()))
                .collect();
            let name = scene.map(|scene| scene.id.as_str()).unwrap_or_default();
            let mut told = (words.line_turn)(name, &says.join(" / "), turn.worth);
            if turn.chance < 1.0 {
                told = format!("{told}{}{}", words.and, (words.chance)(&percent(turn.chance)));
            }
            said(Tag::Item, "", told)
        });
        element(Tag::Numbered, "", turns)
    }

    fn scenes(&self, proof: &Proof) -> Node {
        let words = self.words();
        let rows = proof.scenes.iter().map(|figures| {
            let longest = if proof.tells.longest_is_best.contains(&figures.scene) { "×" } else { "" };
            let worths: Vec<String> = figures.worths.iter().map(ToString::to_string).collect();
            let cells = [cell(self.moment(figures)), cell(worths.join(" ")), cell(longest)];
            row("", self.scenario.scene(figures.scene).map(|scene| scene.id.as_str()).unwrap_or_default(), cells)
        });
        table(&[words.scene, words.moment, words.worths, words.longest], rows)
    }

    fn moment(&self, figures: &SceneFigures) -> String {
        let moment = self.scenario.scene(figures.scene).and_then(|scene| self.method.moment(scene.moment?.0));
        moment.map(|moment| moment.name.get(self.language).to_owned()).unwrap_or_default()
    }

    /// The report where nothing can be exact.
    pub fn estimated(&self, estimate: &Estimate) -> Vec<Node> {
        let words = self.words();
        let players = estimate.players.iter().map(|figures| {
            let cells =
                [cell(decimal(figures.worth)), cell(format!("± {}", decimal(figures.error))), cell(decimal(figures.turns))];
            row("", (words.name)(figures.player), cells)
        });
        let ends = estimate.ends.iter().map(|(end, outcome, shares)| {
            let naive = Player::ALL.map(words.name).into_iter().zip(shares.iter().copied());
            self.ending(*end, *outcome, naive)
        });
        vec![
            paragraph("verdict", (words.estimated)(estimate.plays)),
            table(&[words.player, words.points, words.error, words.turns], players),
            element(Tag::List, "", ends),
        ]
    }

    /// All figures, for programs.
    pub fn json(&self, proof: &Proof) -> Value {
        let smelt = |smelt: &Smelt| {
            let told = smells::tell(self.language, &smelt.smell);
            json!({ "code": smelt.smell.code(), "gate": smelt.smell.is_gate(), "what": told.what, "mend": told.mend })
        };
        let end = |end: &crate::check::EndFigures| {
            let (written, built_in) = self.end_words(end.end);
            json!({
                "ending": written, "built-in": built_in, "outcome": end.outcome.word(),
                "best": end.best, "worst": end.worst, "players": shares_of(&end.players),
            })
        };
        json!({
            "scenario": self.scenario.id,
            "language": self.scenario.language.tag(),
            "publishable": proof.is_publishable(),
            "exact": true,
            "states": proof.states,
            "best": proof.best,
            "worst": proof.worst,
            "turns": proof.turns,
            "players": proof.players.iter().map(|figures| json!({
                "player": figures.player.word(), "worth": figures.worth, "skill": figures.skill, "turns": figures.turns,
            })).collect::<Vec<_>>(),
            "endings": proof.ends.iter().map(end).collect::<Vec<_>>(),
            "line": proof.line.iter().map(|turn| json!({
                "scene": self.scenario.scene(turn.scene).map(|scene| scene.id.clone()),
                "choice": turn.choice, "worth": turn.worth, "chance": turn.chance,
            })).collect::<Vec<_>>(),
            "judged-scenes": proof.tells.scenes,
            "longest-is-best": proof.tells.longest_is_best.len(),
            "shortest-is-best": proof.tells.shortest_is_best,
            "best-by-place": proof.tells.places,
            "findings": proof.smells.iter().map(smelt).collect::<Vec<_>>(),
        })
    }

    /// The name of an ending of the file, or the word for a built-in one.
    fn end_words(&self, end: End) -> (Option<&str>, Option<&'static str>) {
        match end {
            End::Written(id) => (self.scenario.ending(id).map(|ending| ending.id.as_str()), None),
            End::Impatient => (None, Some("impatient")),
            End::DeadEnd => (None, Some("dead-end")),
            End::Todo(_) => (None, Some("todo")),
        }
    }

    /// The figures of a scenario that is too large to be exact, for programs.
    pub fn estimated_json(&self, estimate: &Estimate) -> Value {
        let end = |(end, outcome, shares): &(End, Outcome, Vec<f64>)| {
            let (written, built_in) = self.end_words(*end);
            json!({ "ending": written, "built-in": built_in, "outcome": outcome.word(), "players": shares_of(shares) })
        };
        json!({
            "scenario": self.scenario.id,
            "language": self.scenario.language.tag(),
            "publishable": false,
            "exact": false,
            "plays": estimate.plays,
            "players": estimate.players.iter().map(|figures| json!({
                "player": figures.player.word(), "worth": figures.worth, "error": figures.error, "turns": figures.turns,
            })).collect::<Vec<_>>(),
            "endings": estimate.ends.iter().map(end).collect::<Vec<_>>(),
        })
    }
}

/// A share of each player, by their words.
fn shares_of(shares: &[f64]) -> Value {
    Player::ALL.iter().zip(shares).map(|(player, share)| (player.word().to_owned(), json!(share))).collect()
}

/// Points and turns, with two decimals where they are not whole.
fn decimal(value: f64) -> String {
    if (value - value.round()).abs() < 0.005 { format!("{:.0}", value.round()) } else { format!("{value:.2}") }
}

/// A probability: nothing where it never happens, and never "0%" where it may.
fn chance(share: f64) -> String {
    match share * 100.0 {
        percent if percent <= 0.0 => "–".to_owned(),
        percent if percent < 0.95 => "<1%".to_owned(),
        percent if (99.05..100.0 - 1e-7).contains(&percent) => ">99%".to_owned(),
        percent => format!("{percent:.0}%"),
    }
}
