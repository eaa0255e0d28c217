//! Texts of feeds, without the characters that XML cannot contain, and in their language.

use conference::Text;

use crate::context::Context;

/// A text in a language.
pub(super) struct Words {
    pub(super) text: String,
    /// Its language if that is not the language of the feed.
    pub(super) language: Option<String>,
}

impl Words {
    /// A text for the readers of a feed.
    pub(super) fn of(context: &Context, text: &Text) -> Self {
        let (text, language) = context.tagged(text);
        Self { text: clean(&text), language }
    }
}

/// Drops the characters that XML 1.0 does not allow, not even escaped (section 2.2), and writes line ends as XML reads them
/// (section 2.11). All formats get the same text.
pub(super) fn clean(text: &str) -> String {
    let is_allowed = |letter: &char| match letter {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        letter => *letter >= ' ',
    };
    text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(is_allowed).collect()
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn texts_have_only_characters_of_xml() {
        let text = "a\0\u{1}\u{8}\tb\r\nc\rd\u{b}\u{1f}\u{7f}\u{fffd}\u{fffe}\u{ffff}👩‍👩‍👧]]>";
        assert_eq!(clean(text), "a\tb\nc\nd\u{7f}\u{fffd}👩‍👩‍👧]]>");
    }
}
