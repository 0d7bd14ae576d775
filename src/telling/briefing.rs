//! What the learner knows before the conversation, as a document.

use crate::i18n::Strings;
use crate::markup::{Node, Tag, element, paragraph, said, section};
use crate::scenario::Scenario;

/// What the scenario is about, who the customer is, the aim, and what is on file.
pub fn briefing(strings: &Strings, scenario: &Scenario) -> Vec<Node> {
    let customer = &scenario.customer;
    let tags = customer.contact.map(strings.contact).into_iter().chain(customer.grade.map(strings.grade));
    let tags: Vec<Node> = tags.map(|tag| said(Tag::Span, "tag", tag)).collect();
    let mut about = vec![element(Tag::Paragraph, "", [said(Tag::Strong, "", &*customer.name)]), paragraph("", &*customer.role)];
    if !tags.is_empty() {
        about.push(element(Tag::Paragraph, "hint", tags));
    }
    let mut parts = vec![
        paragraph("lead", &*scenario.summary),
        section("customer", strings.customer, [element(Tag::Block, "", about)]),
        section("aim", strings.aim, [paragraph("", &*scenario.briefing.aim)]),
    ];
    if !scenario.briefing.notes.is_empty() {
        let notes = scenario.briefing.notes.iter().map(|note| said(Tag::Item, "", &**note));
        parts.push(section("notes", strings.notes_on_file, [element(Tag::List, "", notes)]));
    }
    parts
}
