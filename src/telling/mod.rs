//! What is said on both sides, as a document: for the conversation under way and
//! for looking back on it.

mod briefing;
mod passes;
mod standing;

pub use briefing::briefing;
pub use passes::passes;
pub use standing::{changes, mood, promises};

use crate::i18n::Strings;
use crate::markup::{Node, Tag, element, paragraph, said};
use crate::pack::Guide;
use crate::scenario::{Judged, Reply, Scenario, SceneId, narrated};
use crate::session::{End, Event, Mode};

/// What was heard and seen, in order.
pub fn heard(strings: &Strings, scenario: &Scenario, events: &[Event]) -> Vec<Node> {
    events.iter().flat_map(|event| told(strings, scenario, event)).collect()
}

/// What was heard and seen, each reply followed by its why when coached.
pub fn exchange(strings: &Strings, guide: &Guide, scenario: &Scenario, mode: Mode, events: &[Event]) -> Vec<Node> {
    let coached = |event: &Event| match event {
        Event::Said { reply } if mode == Mode::Coached => why(strings, guide, scenario.reply(*reply)?),
        _ => None,
    };
    events.iter().flat_map(|event| told(strings, scenario, event).into_iter().chain(coached(event))).collect()
}

/// What the customer, or whoever speaks for them, says in these events, without what
/// only happens.
pub fn lines(events: &[Event]) -> impl Iterator<Item = &str> {
    let lines = events.iter().filter_map(|event| match event {
        Event::Answered { text, .. } => Some(text.as_str()),
        Event::Spoke { line, .. } | Event::Ended { line, .. } => line.as_deref(),
        _ => None,
    });
    lines.filter(|line| narrated(line).is_none())
}

fn told(strings: &Strings, scenario: &Scenario, event: &Event) -> Vec<Node> {
    match event {
        Event::Said { reply } => {
            let say = scenario.reply(*reply).map(|reply| reply.say.as_str()).unwrap_or_default();
            vec![speech("said", strings.you, say)]
        }
        Event::Answered { scene, text } => vec![line(scenario, Some(*scene), text)],
        Event::MeetingBegan { scene } => {
            let after = scenario.scene(*scene).and_then(|scene| scene.after.clone()).unwrap_or_default();
            vec![element(Tag::Paragraph, "meeting", [said(Tag::Span, "", after)])]
        }
        Event::Spoke { scene, line, cue } => spoken(scenario, Some(*scene), line.as_deref(), cue.as_deref()),
        Event::Ended { end, line, cue, .. } => {
            let own = match end {
                End::Written(_) => None,
                End::Impatient => Some(strings.impatient.to_owned()),
                End::DeadEnd => Some(strings.dead_end.to_owned()),
                End::Todo(scene) => scenario.scene(*scene).map(|scene| (strings.unfinished)(&scene.id)),
            };
            let mut parts = spoken(scenario, None, line.as_deref(), cue.as_deref());
            parts.extend(own.map(|own| paragraph("cue", own)));
            parts
        }
        Event::Promised { .. } | Event::Moved { .. } | Event::Learned { .. } => Vec::new(),
    }
}

fn spoken(scenario: &Scenario, scene: Option<SceneId>, text: Option<&str>, cue: Option<&str>) -> Vec<Node> {
    let cue = cue.map(|cue| paragraph("cue", cue));
    cue.into_iter().chain(text.map(|text| line(scenario, scene, text))).collect()
}

fn line(scenario: &Scenario, scene: Option<SceneId>, text: &str) -> Node {
    let speaker = scene.and_then(|scene| scenario.scene(scene)?.speaker.as_ref()).unwrap_or(&scenario.customer.name);
    speech("heard", speaker, text)
}

/// A line with who says it; what happens rather than is said has no speaker.
fn speech(class: &str, who: &str, text: &str) -> Node {
    match narrated(text) {
        Some(happens) if class == "heard" => paragraph("cue", happens),
        _ => element(Tag::Paragraph, class, [said(Tag::Span, "who", who), Node::Text(text.to_owned())]),
    }
}

/// The move of a reply by name, and its points.
pub fn verdict(strings: &Strings, guide: &Guide, reply: &Reply, judged: &Judged) -> Vec<Node> {
    let mov = reply.mov.and_then(|mov| guide.mov(mov)).map(|mov| said(Tag::Span, "move", mov.name.as_str()));
    let points = said(Tag::Span, &format!("points worth-{}", judged.worth), (strings.points)(judged.worth));
    mov.into_iter().chain([points]).collect()
}

/// The verdict with its reason, as a coach says it at once.
pub fn why(strings: &Strings, guide: &Guide, reply: &Reply) -> Option<Node> {
    let judged = reply.judgement.as_ref()?;
    let verdict = element(Tag::Paragraph, "verdict", verdict(strings, guide, reply, judged));
    Some(element(Tag::Block, &format!("why worth-{}", judged.worth), [verdict, paragraph("", judged.why.as_str())]))
}
