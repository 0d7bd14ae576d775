//! Scenario files of any size, always the same for the same measures.

use std::fmt::Write as _;

/// The measures of a generated scenario.
#[derive(Clone, Copy, Debug)]
pub struct Measures {
    pub scenes: u32,
    /// Turns until the customer ends the meeting: bounds the depth.
    pub patience: u32,
    /// How many facts there are to learn and to ask for.
    pub facts: u32,
}

/// A scenario file: broad, two or three replies a scene, each leading somewhere
/// else; some warm a meter, some teach a fact, some lines and ways depend on them.
pub fn scenario(measures: Measures) -> String {
    let Measures { scenes, patience, facts } = measures;
    let mut out = format!(
        "format=1\nid=\"generated\"\nlanguage=\"en\"\ntitle=\"t\"\nsummary=\"s\"\nmethod=\"nine-steps\"\nlevel=1\nminutes=9\n\
         patience={patience}\n[customer]\nname=\"n\"\nrole=\"r\"\n[briefing]\naim=\"a\"\nnotes=[]\n[meters.t]\nname=\"T\"\nstart=5\n[facts]\n"
    );
    for fact in 0..facts {
        let _ = writeln!(out, "f{fact}=\"x\"");
    }
    let mut luck = Luck(1);
    for scene in 0..scenes {
        let moment = if luck.below(3) == 0 { "moment=\"opening\"\n" } else { "" };
        let _ = write!(out, "[[scene]]\nid=\"{scene:x}\"\n{moment}says=\"?\"\nreply=[");
        for (say, mov) in [("a", "pitch"), ("bb", "greet-warm")] {
            let to = luck.below(scenes);
            match luck.below(12) {
                0 => write!(out, "{{say=\"{say}\",effect={{t=1}},next=\"{to:x}\"}},"),
                1 => write!(out, "{{say=\"{say}\",effect={{t=-1}},next=\"{to:x}\"}},"),
                2 if facts > 0 => write!(out, "{{say=\"{say}\",learns=\"f{}\",next=\"{to:x}\"}},", luck.below(facts)),
                3 if facts > 0 => {
                    let fact = luck.below(facts);
                    write!(out, "{{say=\"{say}\",next=[{{when={{known=\"f{fact}\"}},to=\"{to:x}\"}},{{to=\"end\"}}]}},")
                }
                4 => write!(out, "{{say=\"{say}\",next=[{{when={{t=6}},to=\"{to:x}\"}},{{to=\"0\"}}]}},"),
                5 if !moment.is_empty() => write!(out, "{{say=\"{say}\",move=\"{mov}\",next=\"{to:x}\"}},"),
                _ => write!(out, "{{say=\"{say}\",next=\"{to:x}\"}},"),
            }
            .unwrap_or_default();
        }
        out.push_str("]\n");
    }
    out.push_str("[[ending]]\nid=\"end\"\noutcome=\"nurture\"\nsays=\"!\"\n");
    out
}

/// Numbers that look drawn and are always the same.
struct Luck(u64);

impl Luck {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(bound.max(1))).unwrap_or(0)
    }
}
