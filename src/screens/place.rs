//! Places of the page that are screens, as the part of the address after `#`.

/// Where a screen stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Looking back on an attempt: the one noted at that time, or the last.
    Debrief {
        scenario: String,
        attempt: Option<u64>,
    },
    /// Two attempts side by side, by their times.
    Compare {
        scenario: String,
        first: u64,
        second: u64,
    },
    /// The best line acted out, and a flawed one.
    Watch {
        scenario: String,
    },
    /// The best line with the why of every move.
    Explained {
        scenario: String,
    },
    Teach {
        scenario: String,
    },
    /// Before an exam.
    Forecast {
        scenario: String,
    },
    Drills,
    Progress,
    Journal,
    /// What is kept on the device, as a whole.
    Keeping,
    Unknown,
}

impl Place {
    /// Reads the part after `#`. A scenario's places begin with a slash and its id; the
    /// others have no slash, so that no scenario can be called like one of them.
    pub fn read(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let mut parts = hash.split('/').filter(|part| !part.is_empty());
        let Some(first) = parts.next() else { return Self::Unknown };
        if !hash.starts_with('/') {
            return match first {
                "drills" => Self::Drills,
                "progress" => Self::Progress,
                "journal" => Self::Journal,
                "device" => Self::Keeping,
                _ => Self::Unknown,
            };
        }
        let scenario = first.to_owned();
        let (word, mut numbers) = (parts.next(), parts.map(str::parse));
        let mut number = || numbers.next()?.ok();
        match word {
            Some("debrief") => Self::Debrief { scenario, attempt: number() },
            Some("compare") => match (number(), number()) {
                (Some(first), Some(second)) => Self::Compare { scenario, first, second },
                _ => Self::Unknown,
            },
            Some("watch") => Self::Watch { scenario },
            Some("explained") => Self::Explained { scenario },
            Some("teach-back") => Self::Teach { scenario },
            Some("forecast") => Self::Forecast { scenario },
            _ => Self::Unknown,
        }
    }

    /// The address of the place, `#` included.
    pub fn hash(&self) -> String {
        match self {
            Self::Debrief { scenario, attempt: None } => format!("#/{scenario}/debrief"),
            Self::Debrief { scenario, attempt: Some(at) } => format!("#/{scenario}/debrief/{at}"),
            Self::Compare { scenario, first, second } => format!("#/{scenario}/compare/{first}/{second}"),
            Self::Watch { scenario } => format!("#/{scenario}/watch"),
            Self::Explained { scenario } => format!("#/{scenario}/explained"),
            Self::Teach { scenario } => format!("#/{scenario}/teach-back"),
            Self::Forecast { scenario } => format!("#/{scenario}/forecast"),
            Self::Drills => "#drills".to_owned(),
            Self::Progress => "#progress".to_owned(),
            Self::Journal => "#journal".to_owned(),
            Self::Keeping => "#device".to_owned(),
            Self::Unknown => "#/".to_owned(),
        }
    }
}
