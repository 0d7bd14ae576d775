//! Where in the page one is, as the part of the address after `#`.

/// A place in the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Route {
    #[default]
    Library,
    Scenario {
        id: String,
        stage: Stage,
    },
}

/// The three rooms of a scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    #[default]
    Briefing,
    Play,
    Debrief,
}

impl Route {
    /// Reads the part after `#`; anything unknown is the library.
    pub fn read(hash: &str) -> Self {
        let mut parts = hash.trim_start_matches('#').split('/').filter(|part| !part.is_empty());
        let Some(id) = parts.next() else { return Self::Library };
        let stage = match parts.next() {
            Some("play") => Stage::Play,
            Some("debrief") => Stage::Debrief,
            _ => Stage::Briefing,
        };
        Self::Scenario { id: id.to_owned(), stage }
    }

    pub fn hash(&self) -> String {
        match self {
            Self::Library => "#/".to_owned(),
            Self::Scenario { id, stage: Stage::Briefing } => format!("#/{id}"),
            Self::Scenario { id, stage: Stage::Play } => format!("#/{id}/play"),
            Self::Scenario { id, stage: Stage::Debrief } => format!("#/{id}/debrief"),
        }
    }
}
