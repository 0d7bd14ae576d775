//! Keys that press buttons.

use crate::markup::{ButtonState, Control, Node};

/// The number of the first button that a key presses.
pub fn pressed_by(nodes: &[Node], sign: char) -> Option<u32> {
    nodes.iter().find_map(|node| match node {
        Node::Control(Control::Button { act, key, state, .. }) if *key == Some(sign) && *state != ButtonState::Disabled => {
            Some(*act)
        }
        Node::Element { children, .. } => pressed_by(children, sign),
        _ => None,
    })
}
