//! Scenes: what is seen and said, and what can be answered.

use super::{Script, remark};
use crate::i18n::script::percent;
use crate::markup::{Node, Tag, element, paragraph, said};
use crate::scenario::{Destination, Pick, Scene, SceneId, destinations};

impl Script<'_> {
    pub(super) fn scene(&self, at: u32, scene: &Scene) -> Node {
        let id = SceneId(at);
        let number = (id.index() + 1).to_string();
        let mut parts =
            vec![element(Tag::Heading, "", [said(Tag::Span, "number", number), said(Tag::Span, "", scene.id.as_str())])];
        parts.push(self.moment(scene));
        parts.push(remark(self.origins(id)));
        parts.extend(scene.after.as_ref().map(|after| paragraph("meeting", (self.words.later_meeting)(after))));
        parts.extend(self.cue(&scene.cue));
        parts.extend(self.speech(self.speaker(scene), &scene.says));
        parts.extend(self.remarks(scene));
        parts.push(element(Tag::Block, "replies", self.scenario.replies_of(id).map(|(id, reply)| self.reply(id, scene, reply))));
        parts.extend(scene.pick.as_ref().map(|pick| self.after_pick(scene, pick)));
        element(Tag::Section, "scene", parts)
    }

    pub(super) fn speaker<'s>(&'s self, scene: &'s Scene) -> &'s str {
        scene.speaker.as_ref().unwrap_or(&self.scenario.customer.name)
    }

    /// What the scene calls for, and the step it belongs to.
    fn moment(&self, scene: &Scene) -> Node {
        let named = scene.moment.and_then(|(moment, step)| Some((self.guide.moment(moment)?, self.guide.step(step)?)));
        let Some((moment, step)) = named else { return paragraph("moment", self.words.not_judged) };
        let parts = [
            said(Tag::Span, "step", step.name.as_str()),
            said(Tag::Strong, "", moment.name.as_str()),
            said(Tag::Span, "hint", moment.definition.as_str()),
        ];
        element(Tag::Paragraph, "moment", parts)
    }

    /// The scenes from which one comes here.
    fn origins(&self, to: SceneId) -> String {
        let leads_here = |scene: &&Scene| destinations(self.scenario, scene).any(|exit| exit == Destination::Scene(to));
        let numbers = self.scenario.scenes.iter().zip(1..).filter(|(scene, _)| leads_here(scene));
        let numbers: Vec<String> = numbers.map(|(_, number): (_, usize)| number.to_string()).collect();
        let from = (!numbers.is_empty()).then(|| (self.words.comes_from)(&numbers.join(self.words.between)));
        let begins = (to == SceneId(0)).then(|| self.words.begins_here.to_owned());
        begins.into_iter().chain(from).collect::<Vec<_>>().join(" ")
    }

    /// The rules of a scene that are not those of every scene.
    fn remarks(&self, scene: &Scene) -> Vec<Node> {
        let (words, scenario) = (self.words, self.scenario);
        let pick = scene.pick.as_ref().map(|pick| (words.pick)(pick.count, scene.reply_ids().len()));
        let drift = scene.drift.map(|drift| (words.drift)(&percent(drift.chance), &words.destination(scenario, drift.to)));
        let otherwise = scene.otherwise.map(|to| (words.otherwise_to)(&words.destination(scenario, to)));
        let todo = scene.todo.then(|| words.todo.to_owned());
        [pick, drift, otherwise, todo].into_iter().flatten().map(|text| paragraph("rule", text)).collect()
    }

    fn after_pick(&self, scene: &Scene, pick: &Pick) -> Node {
        let heading = paragraph("label", self.words.picked);
        let answer = self.speech(self.speaker(scene), &pick.answer);
        element(Tag::Block, "picked", [heading].into_iter().chain(answer).chain([self.ways(&pick.next)]))
    }
}
