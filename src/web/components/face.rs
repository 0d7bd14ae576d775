//! How the customer feels: a face, and the words beside it.

use super::element::{Element, element};

/// Brows, eyes and mouth for each mood.
const FEATURES: [(&str, &str, &str); 5] = [
    ("M15 22 27 27 M49 22 37 27", "M19 31H27 M37 31H45", "M24 49Q32 42 40 49"),
    ("M16 24 27 26 M48 24 37 26", "M20 30V33 M44 30V33", "M25 47Q32 44 39 47"),
    ("M17 24H27 M37 24H47", "M22 29V34 M42 29V34", "M25 46H39"),
    ("M17 24Q22 21 27 23 M37 23Q42 21 47 24", "M22 29V34 M42 29V34", "M24 44Q32 50 40 44"),
    ("M17 22Q22 18 27 21 M37 21Q42 18 47 22", "M18 32Q22 27 26 32 M38 32Q42 27 46 32", "M22 42Q32 54 42 42"),
];

/// A face for a mood of 0 (about to leave) to 4 (at ease), with whose it is and the
/// mood in words beside it.
pub fn face(mood: u8, label: &str) -> Element {
    let (brows, eyes, mouth) = FEATURES.get(usize::from(mood)).copied().unwrap_or_default();
    let path = |class, d: &str| element("path", class).attribute("d", d);
    let head = element("circle", "skin").attribute("cx", "32").attribute("cy", "34").attribute("r", "26");
    let picture = element("svg", "")
        .attribute("viewBox", "0 0 64 64")
        .attribute("role", "img")
        .attribute("aria-label", label)
        .with(head)
        .with(path("hair", "M7 30Q10 6 32 7Q54 6 57 30Q50 16 32 17Q14 16 7 30Z"))
        .with(path("line", &[brows, eyes, mouth].join(" ")));
    element("figure", "face").with(picture).with(element("figcaption", "").attribute("aria-hidden", "true").text(label))
}
