//! What a screen writes on: nodes, and what each control on them means.

use super::{debrief, drill, explained, forecast, journal, keeping, progress, teach, watch};
use crate::language::Language;
use crate::markup::{ButtonState, Control, Node};
use serde::{Deserialize, Serialize};

/// What a press means, or what else a screen hears. Each screen has its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Tries again to load what is missing.
    Reload,
    /// The time that the view asked for has passed.
    Tick,
    /// What is kept beside the record, by name, as it was asked for.
    Kept(Vec<(String, String)>),
    Debrief(debrief::Act),
    Journal(journal::Act),
    Keeping(keeping::Act),
    Forecast(forecast::Act),
    Progress(progress::Act),
    Watch(watch::Act),
    Explained(explained::Act),
    Teach(teach::Act),
    Drill(drill::Act),
}

/// What came with a press: what was typed, chosen or opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Given {
    Nothing,
    Text(String),
    /// The place of the option, from 0.
    Option(usize),
    /// The bytes of a file.
    File(Vec<u8>),
}

/// What is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    pub title: String,
    /// The language of what is shown.
    pub language: Language,
    pub nodes: Vec<Node>,
    /// Where focus goes.
    pub focus: Focus,
    /// The screen wants to go on by itself after so many milliseconds.
    pub tick: Option<u32>,
}

/// Where focus goes once a view is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Focus {
    /// It stays where it is.
    #[default]
    Stay,
    /// To the beginning of the content.
    Top,
    /// To the control of this number.
    Control(u32),
}

/// A view being written.
#[derive(Default)]
pub struct Sheet {
    pub nodes: Vec<Node>,
    pub focus: Focus,
    /// See [`View::tick`].
    pub tick: Option<u32>,
    acts: Vec<Act>,
}

impl Sheet {
    /// The number of an act, for a control.
    pub fn means(&mut self, act: Act) -> u32 {
        self.acts.push(act);
        u32::try_from(self.acts.len() - 1).unwrap_or(u32::MAX)
    }

    /// A button with a text on it.
    pub fn button(&mut self, class: &str, label: &str, act: Act) -> Node {
        self.button_with(class, None, ButtonState::Plain, vec![Node::Text(label.to_owned())], act)
    }

    /// A button with anything on it. `key` presses it too.
    pub fn button_with(&mut self, class: &str, key: Option<char>, state: ButtonState, children: Vec<Node>, act: Act) -> Node {
        let act = self.means(act);
        Node::Control(Control::Button { act, class: class.to_owned(), key, state, children })
    }

    /// A text of one or more lines to be typed.
    pub fn field(&mut self, label: &str, lines: u8, text: &str, act: Act) -> Node {
        let act = self.means(act);
        Node::Control(Control::Field { act, label: label.to_owned(), lines, text: text.to_owned() })
    }

    /// One of several to be chosen, by its place.
    pub fn select(&mut self, label: &str, options: Vec<String>, chosen: usize, act: Act) -> Node {
        let act = self.means(act);
        Node::Control(Control::Select { act, label: label.to_owned(), options, chosen })
    }

    /// A file to be chosen.
    pub fn file(&mut self, label: &str, act: Act) -> Node {
        let act = self.means(act);
        Node::Control(Control::File { act, label: label.to_owned() })
    }

    /// What each control means, by its number.
    pub fn into_parts(self, title: String, language: Language) -> (View, Vec<Act>) {
        (View { title, language, nodes: self.nodes, focus: self.focus, tick: self.tick }, self.acts)
    }
}
