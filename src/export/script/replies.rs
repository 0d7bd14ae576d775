//! Replies: what is said, how it is judged, and what comes of it.

use super::{Script, remark};
use crate::i18n::Kept;
use crate::i18n::promise::Spoken;
use crate::i18n::script::reply_number;
use crate::markup::{Node, Tag, element, paragraph, said};
use crate::scenario::{MeterId, Pledge, PromiseId, Reply, ReplyId, Scene};
use crate::telling::verdict;

impl Script<'_> {
    pub(super) fn reply(&self, id: ReplyId, scene: &Scene, reply: &Reply) -> Node {
        let words = self.words;
        let number = said(Tag::Strong, "number", reply_number(self.scenario, id));
        let mut parts = vec![element(Tag::Paragraph, "say", [number, Node::Text(format!(" {}", reply.say))])];
        let condition = words.condition(self.scenario, &reply.when);
        parts.extend(condition.map(|condition| paragraph("rule", (words.only_when)(&condition))));
        parts.extend(reply.repeat.then(|| paragraph("rule", words.can_be_repeated)));
        parts.extend(self.judgement(reply));
        parts.extend(self.effects(reply));
        parts.extend(self.speech(self.speaker(scene), &reply.answer));
        if scene.pick.is_none() {
            parts.push(self.ways(&reply.next));
        }
        let class = reply.judgement.as_ref().map_or("reply".to_owned(), |judged| format!("reply worth-{}", judged.worth));
        element(Tag::Block, &class, parts)
    }

    fn judgement(&self, reply: &Reply) -> Vec<Node> {
        let Some(judged) = &reply.judgement else {
            let mov = reply.mov.and_then(|mov| self.guide.mov(mov));
            return mov.map(|mov| paragraph("verdict", mov.name.as_str())).into_iter().collect();
        };
        let verdict = element(Tag::Paragraph, "verdict", verdict(self.strings, self.guide, reply, judged));
        vec![verdict, remark(judged.why.as_str())]
    }

    /// What it changes, what is learned and what is promised.
    fn effects(&self, reply: &Reply) -> Option<Node> {
        let effects = reply.effect.iter().map(|(meter, change)| self.effect(*meter, *change));
        let learned = reply.learns.iter().map(|fact| (self.words.learns)(&self.words.fact(self.scenario, *fact)));
        let promised = reply.promise.iter().filter_map(|(promise, pledge)| self.promised(*promise, *pledge));
        let parts: Vec<Node> = effects.chain(learned).chain(promised).map(|text| said(Tag::Span, "effect", text)).collect();
        (!parts.is_empty()).then(|| element(Tag::Paragraph, "effects", parts))
    }

    /// With a real minus.
    fn effect(&self, meter: MeterId, change: i16) -> String {
        let name = self.scenario.meters.get(meter.index()).map_or("", |meter| meter.name.as_str());
        let sign = if change < 0 { '−' } else { '+' };
        format!("{name} {sign}{}", change.unsigned_abs())
    }

    fn promised(&self, promise: PromiseId, pledge: Pledge) -> Option<String> {
        let spoken = Spoken::of(self.strings, self.scenario.promises.get(promise.index())?, Some(pledge));
        let clear = spoken.said.as_deref().unwrap_or(self.strings.promised_vaguely);
        let mut parts = vec![(self.words.promises_that)(&(self.strings.promised)(&spoken.name, clear))];
        parts.extend(spoken.heard.as_deref().map(self.strings.heard_as));
        if spoken.kept == Kept::Beyond {
            parts.push((self.strings.standing)(spoken.kept).to_owned());
        }
        Some(parts.join(self.words.comma))
    }
}
