//! Elements of the page, put together by plain calls. The page is built so, rather
//! than with a macro, because a call costs a learner a fifth of what the macro
//! writes out in its place.

use crate::web::message::Message;
use yew::html::{onchange, onclick, oninput};
use yew::prelude::{AttrValue, Callback, Event, Html, InputEvent, MouseEvent};
use yew::virtual_dom::{Key, VNode, VTag};

/// An element that is being put together.
pub struct Element(VTag);

/// What the new value of a field means.
type Read = dyn Fn(&Event) -> Option<Message>;

/// An element of a class; the class may be empty.
#[inline(never)]
pub fn element(name: &'static str, class: &str) -> Element {
    let tag = VTag::new(AttrValue::Static(name));
    let element = Element(tag);
    if class.is_empty() { element } else { element.attribute("class", class) }
}

impl Element {
    #[inline(never)]
    pub fn attribute(mut self, name: &'static str, value: &str) -> Self {
        self.0.add_attribute(name, AttrValue::from(value.to_owned()));
        self
    }

    #[inline(never)]
    pub fn text(self, text: &str) -> Self {
        self.add(VNode::from(text.to_owned()))
    }

    #[inline(never)]
    pub fn add(mut self, child: Html) -> Self {
        self.0.add_child(child);
        self
    }

    pub fn with(self, child: Self) -> Self {
        self.add(child.html())
    }

    pub fn all(self, children: impl IntoIterator<Item = Html>) -> Self {
        children.into_iter().fold(self, Self::add)
    }

    /// By which it is known again when its neighbours change.
    #[inline(never)]
    pub fn key(mut self, key: usize) -> Self {
        self.0.key = Some(Key::from(key));
        self
    }

    /// For a checkbox or a radio button.
    #[inline(never)]
    pub fn ticked(mut self, ticked: Ticked) -> Self {
        self.0.set_checked(ticked == Ticked::Yes);
        self
    }

    /// Sends a message when pressed, instead of what the browser would do.
    #[inline(never)]
    pub fn on_press(mut self, send: &Callback<Message>, message: Message) -> Self {
        let send = send.clone();
        let press = Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            send.emit(message.clone());
        });
        self.0.add_listener(std::rc::Rc::new(onclick::Wrapper::new(press)));
        self
    }

    /// Sends what the new value means.
    #[inline(never)]
    pub fn on_change(mut self, send: &Callback<Message>, read: Box<Read>) -> Self {
        let send = send.clone();
        let change = Callback::from(move |event: Event| read(&event).into_iter().for_each(|message| send.emit(message)));
        self.0.add_listener(std::rc::Rc::new(onchange::Wrapper::new(change)));
        self
    }

    /// The text of a field of several lines.
    #[inline(never)]
    pub fn value(mut self, text: &str) -> Self {
        self.0.set_value(AttrValue::from(text.to_owned()));
        self
    }

    /// Sends what is being typed.
    #[inline(never)]
    pub fn on_input(mut self, send: &Callback<Message>, read: Box<Read>) -> Self {
        let send = send.clone();
        let input = Callback::from(move |event: InputEvent| read(&event).into_iter().for_each(|message| send.emit(message)));
        self.0.add_listener(std::rc::Rc::new(oninput::Wrapper::new(input)));
        self
    }

    #[inline(never)]
    pub fn html(self) -> Html {
        VNode::from(self.0)
    }
}

/// Known again by this key when its neighbours change.
#[inline(never)]
pub fn keyed(mut html: Html, key: String) -> Html {
    if let VNode::VTag(tag) = &mut html {
        std::rc::Rc::make_mut(tag).key = Some(Key::from(key));
    }
    html
}

/// Whether a box is ticked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ticked {
    Yes,
    No,
}

impl Ticked {
    pub fn when(condition: bool) -> Self {
        if condition { Self::Yes } else { Self::No }
    }
}

/// A paragraph.
pub fn paragraph(class: &str, text: &str) -> Element {
    element("p", class).text(text)
}

/// A span of text.
pub fn span(class: &str, text: &str) -> Element {
    element("span", class).text(text)
}

/// A section under a heading.
pub fn section(class: &str, heading: &str) -> Element {
    element("section", class).with(element("h2", "").text(heading))
}

/// A list of texts.
pub fn list<'a>(items: impl Iterator<Item = &'a str>) -> Element {
    element("ul", "").all(items.map(|item| element("li", "").text(item).html()))
}

pub fn button(class: &str, label: &str, send: &Callback<Message>, message: Message) -> Element {
    element("button", class).attribute("type", "button").text(label).on_press(send, message)
}

pub fn link(class: &str, label: &str, to: &str) -> Element {
    element("a", class).attribute("href", to).text(label)
}

/// Something the learner should know, with what can be done about it.
pub fn notice(text: &str, actions: Vec<Element>) -> Html {
    element("div", "notice").attribute("role", "status").with(paragraph("", text)).with(all_actions(actions)).html()
}

/// A page that has nothing to show but why.
pub fn failure(text: &str, actions: Vec<Element>) -> Html {
    element("div", "failure").with(element("h1", "").text(text)).with(all_actions(actions)).html()
}

fn all_actions(actions: Vec<Element>) -> Element {
    element("div", "actions").all(actions.into_iter().map(Element::html))
}
