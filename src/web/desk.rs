//! The second program as the page sees it: coming, at hand or missing, and what it
//! shows.

use super::platform::study::Study;
use super::platform::timer;
use crate::screens::{Focus, View};
use crate::session::Attempt;
use crate::study::{Answer, Event, Told};

/// The second program, and the page that it shows.
#[derive(Default)]
pub struct Desk {
    status: Status,
    /// What happened before it was there.
    waiting: Vec<Event>,
    /// What it shows; nothing before its first answer.
    pub view: Option<View>,
    /// It has something to work out.
    pub has_work: bool,
    /// The conversation that it is noting, or has noted last.
    pub noting: Option<Attempt>,
}

#[derive(Default)]
enum Status {
    /// Not asked for yet.
    #[default]
    Away,
    Coming,
    Missing,
    Here(Study),
}

impl Desk {
    /// Whether it has yet to be asked for; now it has been.
    pub fn call(&mut self) -> bool {
        let was_away = matches!(self.status, Status::Away | Status::Missing);
        if was_away {
            self.status = Status::Coming;
        }
        was_away
    }

    /// It is here, or is not, and begins with this.
    pub fn arrive(&mut self, study: Option<Study>, begin: Event) -> Vec<Answer> {
        self.status = study.map_or(Status::Missing, Status::Here);
        if self.is_missing() {
            return Vec::new();
        }
        let waiting = std::mem::take(&mut self.waiting);
        std::iter::once(begin).chain(waiting).map(|event| self.tell(event)).collect()
    }

    pub const fn is_missing(&self) -> bool {
        matches!(self.status, Status::Missing)
    }

    /// Tells it what happens, now or when it is here.
    pub fn tell(&mut self, event: Event) -> Answer {
        let Status::Here(study) = &self.status else {
            self.waiting.push(event);
            return Answer::default();
        };
        let told = Told { clock: timer::clock(), event };
        match study.tell(&told) {
            Some(answer) => {
                self.has_work = answer.has_work;
                answer
            }
            None => {
                self.status = Status::Missing;
                self.has_work = false;
                self.view = None;
                Answer::default()
            }
        }
    }

    /// Shows this from now on; where focus goes.
    pub fn show(&mut self, view: View) -> Focus {
        let focus = view.focus;
        self.view = Some(view);
        focus
    }
}
