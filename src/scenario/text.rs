//! Conventions of display text.

/// What happens rather than is said: a text that stands in round brackets as a
/// whole, as in a screenplay. Gives it without the brackets.
pub fn narrated(text: &str) -> Option<&str> {
    let inside = text.strip_prefix(['(', '（'])?.strip_suffix([')', '）'])?;
    (!inside.contains([')', '）'])).then_some(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_text_in_brackets_as_a_whole_is_narrated() {
        assert_eq!(narrated("(The door closes.)"), Some("The door closes."));
        assert_eq!(narrated("（门关上了。）"), Some("门关上了。"));
        assert_eq!(narrated("(Quietly.) Come in. (The door closes.)"), None);
        assert_eq!(narrated("Come in."), None);
    }
}
