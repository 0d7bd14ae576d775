//! What happens in a conversation.

use super::App;
use crate::session::Mode;
use crate::telling;
use crate::web::components::replies::LIST;
use crate::web::message::Message;
use crate::web::pages::conversation::ON;
use crate::web::platform::{page, voice};
use crate::web::room::Hindrance;
use crate::web::route::{Route, Stage};

impl App {
    pub(super) fn in_room(&mut self, message: Message) {
        let stage = self.stage();
        let Some(room) = &mut self.room else { return };
        let id = room.pack.scenario.id.clone();
        let said = match message {
            Message::Mode(mode) => {
                room.mode = mode;
                false
            }
            Message::Start if room.mode == Mode::Exam && !self.desk.is_missing() => {
                page::go(&format!("#/{id}/forecast"));
                return;
            }
            Message::Start => {
                let mode = room.mode;
                room.start(mode, Vec::new());
                self.begun();
                page::go(&Route::Scenario { id, stage: Stage::Play }.hash());
                return;
            }
            Message::Go(stage) => {
                page::go(&Route::Scenario { id, stage }.hash());
                return;
            }
            Message::Press(turn, position) => room.press(turn, position),
            Message::Key('0') if stage == Stage::Play && self.settings.sureness.is_on() => {
                room.be_otherwise_sure();
                false
            }
            Message::Key(sign) => {
                let shown = sign.to_digit(10).and_then(|number| usize::try_from(number).ok()?.checked_sub(1));
                stage == Stage::Play && shown.is_some_and(|at| room.press_shown(at))
            }
            Message::Take => room.take(),
            Message::Sure(confidence) => {
                room.be_sure(confidence);
                false
            }
            Message::Download => {
                room.download();
                false
            }
            Message::DownloadSave => {
                room.download_save();
                false
            }
            Message::OtherTab => {
                room.hindrance = Some(Hindrance::OtherTab);
                false
            }
            Message::TakeOver => {
                room.restore();
                false
            }
            _ => false,
        };
        if said {
            let over = room.run.as_ref().is_some_and(|run| run.session.is_over());
            self.focus = Some(if over { ON } else { LIST }.to_owned());
            self.read_aloud();
        }
    }

    /// The customer's newest lines, where the learner wants to hear them.
    pub(super) fn read_aloud(&self) {
        let Some(run) = self.room.as_ref().and_then(|room| room.run.as_ref()).filter(|_| self.settings.voice.is_on()) else {
            return;
        };
        let session = &run.session;
        let events = session.turns().last().map_or(session.opening(), |turn| &turn.events);
        let mood = telling::mood(session).map_or(NEUTRAL, |(mood, _)| mood);
        for line in telling::lines(events) {
            voice::speak(line, session.scenario().language, mood);
        }
    }
}

/// The mood of a customer whose face shows none.
const NEUTRAL: u8 = 2;
