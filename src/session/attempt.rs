//! An attempt: a conversation as a file. Replaying it recomputes everything, so
//! an edited result is found out. It proves arithmetic, not who played.

use super::verdict::{Edit, Unreadable, Verdict};
use super::{Choice, Session};
use crate::language::Language;
use crate::method::StepId;
use crate::scenario::{Hashes, Outcome, Scenario};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The attempt format that this version writes and reads.
pub const FORMAT: u32 = 1;

/// How it is played.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// The why appears at once.
    #[default]
    Coached,
    /// The why appears after the end.
    Exam,
}

/// The file. Unknown keys are ignored, so that later versions may add some.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Attempt {
    pub format: u32,
    pub scenario: String,
    pub language: Language,
    pub hashes: Hashes,
    pub mode: Mode,
    pub seed: u32,
    /// The turn from which it was played on from another attempt; practice only.
    pub fork: Option<u32>,
    /// For each turn the file positions chosen, sorted.
    pub choices: Vec<Choice>,
    /// For each turn how sure the learner was, 0 to 100, where asked.
    pub confidences: Vec<Option<u8>>,
    /// For each turn the milliseconds since the start.
    pub times: Vec<u64>,
    pub claim: Option<Claim>,
    /// What the learner expected beforehand, where asked.
    #[serde(default)]
    pub forecast: Vec<Forecast>,
}

/// What a learner expects to reach in a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Forecast {
    pub step: StepId,
    /// 0 to 100.
    pub percent: u8,
}

/// What came out, or is said to have come out; a replay decides whether it did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Claim {
    /// In ten-thousandths, rounded down: 0 to 10,000; none where nothing could be
    /// earned.
    pub score: Option<u16>,
    pub outcome: Outcome,
}

impl Claim {
    /// What came out of a conversation, with its score in ten-thousandths. `None`
    /// while it is under way.
    pub fn of(session: &Session, score: Option<u16>) -> Option<Self> {
        let outcome = session.state().outcome(session.scenario())?;
        Some(Self { score, outcome })
    }
}

impl Attempt {
    /// An attempt at its start. The hashes are the scenario's own.
    pub fn new(scenario: &Scenario, hashes: &Hashes, seed: u32, mode: Mode) -> Self {
        Self {
            format: FORMAT,
            scenario: scenario.id.clone(),
            language: scenario.language,
            hashes: hashes.clone(),
            mode,
            seed,
            fork: None,
            choices: Vec::new(),
            confidences: Vec::new(),
            times: Vec::new(),
            claim: None,
            forecast: Vec::new(),
        }
    }

    /// Notes a choice, made so many milliseconds after the start.
    pub fn record(&mut self, choice: &[u8], time: u64) {
        self.choices.push(choice.to_vec());
        self.times.push(time);
    }

    /// Notes how sure the learner was of the last choice, 0 to 100.
    pub fn record_confidence(&mut self, confidence: u8) {
        self.confidences.resize(self.choices.len().saturating_sub(1), None);
        self.confidences.push(Some(confidence));
    }

    /// The same attempt as far as a turn (from 0), to be played on otherwise from
    /// there.
    pub fn fork(&self, turn: usize) -> Self {
        Self {
            fork: Some(u32::try_from(turn).unwrap_or(u32::MAX)),
            choices: self.choices.iter().take(turn).cloned().collect(),
            confidences: self.confidences.iter().take(turn).copied().collect(),
            times: self.times.iter().take(turn).copied().collect(),
            claim: None,
            forecast: Vec::new(),
            ..self.clone()
        }
    }

    /// Whether this is the same conversation: the same choices at the same times.
    pub fn is_same(&self, other: &Self) -> bool {
        self.scenario == other.scenario && self.seed == other.seed && self.choices == other.choices && self.times == other.times
    }

    /// What the file is called.
    pub fn file_name(&self) -> String {
        format!("{}-{}.attempt.json", self.scenario, self.seed)
    }

    /// Reads an attempt file.
    ///
    /// # Errors
    /// What stands in the way.
    pub fn from_json(text: impl AsRef<[u8]>) -> Result<Self, Unreadable> {
        let attempt: Self = serde_json::from_slice(text.as_ref())
            .map_err(|error| Unreadable::Damaged { line: error.line(), column: error.column() })?;
        if attempt.format == FORMAT { Ok(attempt) } else { Err(Unreadable::OtherFormat { found: attempt.format }) }
    }

    /// The attempt as a file.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Plays it again on a scenario with these hashes.
    ///
    /// # Errors
    /// The verdict, where it stands before anything is scored: another version, or a
    /// choice that nobody could make.
    pub fn replay(&self, scenario: Rc<Scenario>, hashes: &Hashes) -> Result<Session, Verdict> {
        if self.scenario != scenario.id || self.hashes.rules != hashes.rules {
            return Err(Verdict::OtherVersion);
        }
        Session::replay(scenario, self.seed, &self.choices).map_err(|turn| Verdict::Edited(Edit::Choice { turn }))
    }
}
