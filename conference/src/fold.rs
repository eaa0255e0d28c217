//! Folding of text for search: differences of case, width and kana are removed.

/// Folds a text: compatibility normalisation, lower case, katakana to hiragana, variant characters of names to the
/// usual ones, and runs of white space to single spaces.
///
/// `nfkc` normalises to Unicode's form NFKC. It is an argument because the server has tables for it and the browser
/// has `String.prototype.normalize`.
pub fn fold_with(text: &str, nfkc: impl Fn(&str) -> String) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in nfkc(text).split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.extend(word.chars().flat_map(char::to_lowercase).map(usual));
    }
    folded
}

/// Folds a text with the Unicode tables of the server.
#[cfg(feature = "load")]
pub fn fold(text: &str) -> String {
    fold_with(text, nfkc)
}

/// Unicode's normalisation form NFKC.
#[cfg(feature = "load")]
pub fn nfkc(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfkc().collect()
}

/// Whether a character is a Chinese, Japanese or Korean letter or punctuation mark, beside which no space is written.
pub fn is_cjk(character: char) -> bool {
    matches!(character,
        '\u{2E80}'..='\u{303F}'     // radicals, ideographic punctuation
        | '\u{3041}'..='\u{33FF}'   // kana, bopomofo, compatibility
        | '\u{3400}'..='\u{9FFF}'   // ideographs
        | '\u{F900}'..='\u{FAFF}'   // compatibility ideographs
        | '\u{FE30}'..='\u{FE4F}'   // compatibility forms
        | '\u{FF00}'..='\u{FFEF}'   // half-width and full-width forms
        | '\u{20000}'..='\u{3FFFF}' // ideographs of the supplementary planes
    )
}

/// The usual form of a character. The table has the variants in Japanese family names that NFKC keeps apart.
fn usual(character: char) -> char {
    match character {
        'ァ'..='ヶ' | 'ヽ' | 'ヾ' => char::from_u32(character as u32 - 0x60).unwrap_or(character),
        '髙' => '高',
        '﨑' | '嵜' => '崎',
        '邊' | '邉' => '辺',
        '齋' | '齊' | '斎' => '斉',
        '濱' | '濵' => '浜',
        '澤' => '沢',
        '廣' => '広',
        '國' => '国',
        '櫻' => '桜',
        '眞' => '真',
        '瀨' => '瀬',
        '德' => '徳',
        '嶋' | '嶌' => '島',
        '條' => '条',
        '淵' | '渊' => '渕',
        '藪' => '薮',
        '籠' => '篭',
        _ => character,
    }
}

/// All variants of the table in [`usual`].
#[cfg(feature = "load")]
const VARIANTS: &str = "髙﨑嵜邊邉齋齊斎濱濵澤廣國櫻眞瀨德嶋嶌條淵渊藪籠";

/// The variants of a character in names.
#[cfg(feature = "load")]
pub(crate) fn variants(character: char) -> impl Iterator<Item = char> {
    let common = usual(character);
    let all = VARIANTS.chars().filter(move |variant| usual(*variant) == common);
    all.chain([common]).filter(move |variant| *variant != character)
}

#[cfg(all(test, feature = "load"))]
mod tests {
    use super::{VARIANTS, fold, usual, variants};

    #[test]
    fn variants_are_those_of_the_same_character() {
        assert!(VARIANTS.chars().all(|variant| usual(variant) != variant));
        assert_eq!(variants('斎').collect::<String>(), "齋齊斉");
        assert_eq!(variants('高').collect::<String>(), "髙");
        assert_eq!(variants('花').collect::<String>(), "");
    }

    #[test]
    fn folds_case_width_kana_and_spaces() {
        for (text, expected) in [
            ("AWS Lambda", "aws lambda"),
            ("ＡＷＳ　Ｌａｍｂｄａ", "aws lambda"),
            ("サーバーレス", "さーばーれす"),
            ("ｻｰﾊﾞｰﾚｽ", "さーばーれす"),
            ("ヴァイオリン ヵヶヽヾ", "ゔぁいおりん ゕゖゝゞ"),
            ("髙橋 山﨑 渡邉 齋藤 濵田", "高橋 山崎 渡辺 斉藤 浜田"),
            ("①㍿", "1株式会社"),
            ("  a\n\tb  ", "a b"),
            ("İ", "i\u{307}"),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }
}
