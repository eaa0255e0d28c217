//! The characters of a card, with others in the place of those that the fonts lack.

use unicode_normalization::UnicodeNormalization as _;

use crate::font::{Font, is_format};

/// The mark of a missing character in Japanese printing (geta).
const GETA: char = '〓';

/// More characters than any card has room for.
pub(crate) const MOST: usize = 400;

/// A text as a card shows it: in one line, composed, with [`GETA`] in the place of each missing letter. Missing symbols,
/// such as emoji, and controls are left out.
pub(crate) fn shown(text: &str, font: &Font) -> String {
    let letters = text.nfc().take(MOST).filter_map(|letter| match letter {
        letter if letter.is_whitespace() || letter.is_control() => Some(' '),
        letter if is_format(letter) => None,
        letter if font.has(letter) => Some(letter),
        letter if letter.is_alphanumeric() => Some(GETA),
        _ => None,
    });
    let text: String = letters.collect();
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::shown;
    use crate::font::font;

    #[test]
    fn what_the_font_lacks_is_replaced_or_left_out() {
        let font = font().expect("set-up installs the font: scripts/setup build");
        for (text, expected) in [
            ("サーバーレス", "サーバーレス"),
            ("か\u{3099}e\u{301}", "がé"),
            ("한국 AWS", "〓〓 AWS"),
            ("🎉 Party 👩\u{200d}💻", "Party"),
            ("葛\u{e0100}城", "葛城"),
            (" a\n\u{1}b\u{3000}c ", "a b c"),
            ("", ""),
        ] {
            assert_eq!(shown(text, font), expected);
        }
    }
}
