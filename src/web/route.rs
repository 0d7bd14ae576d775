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
    /// A screen of the second program, which reads the address itself.
    Screen(String),
}

/// The rooms of a scenario that the first program has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    #[default]
    Briefing,
    Play,
}

impl Route {
    /// Reads the part after `#`.
    pub fn read(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let mut parts = hash.split('/').filter(|part| !part.is_empty());
        let scenario = |id: &str, stage| Self::Scenario { id: id.to_owned(), stage };
        match (hash.starts_with('/') || hash.is_empty(), parts.next(), parts.next()) {
            (true, None, _) => Self::Library,
            (true, Some(id), None) => scenario(id, Stage::Briefing),
            (true, Some(id), Some("play")) => scenario(id, Stage::Play),
            _ => Self::Screen(hash.to_owned()),
        }
    }

    pub fn hash(&self) -> String {
        match self {
            Self::Library => "#/".to_owned(),
            Self::Scenario { id, stage: Stage::Briefing } => format!("#/{id}"),
            Self::Scenario { id, stage: Stage::Play } => format!("#/{id}/play"),
            Self::Screen(hash) => format!("#{hash}"),
        }
    }

    /// Whether it is where the exam of a scenario begins.
    pub fn is_forecast_of(&self, scenario: &str) -> bool {
        matches!(self, Self::Screen(hash) if *hash == ["/", scenario, "/forecast"].concat())
    }

    /// The scenario that the place belongs to.
    pub fn scenario(&self) -> Option<&str> {
        match self {
            Self::Library => None,
            Self::Scenario { id, .. } => Some(id),
            Self::Screen(hash) => hash.strip_prefix('/')?.split('/').find(|part| !part.is_empty()),
        }
    }
}
