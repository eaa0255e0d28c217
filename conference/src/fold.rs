//! Folding of text for search: differences of case, width and kana are removed.

/// The mark of a prolonged sound in Japanese.
pub const PROLONGED: char = 'ー';

/// Folds a text: compatibility normalisation, lower case, katakana to hiragana, variant characters of names to the
/// usual ones, dashes after kana to prolonged sounds, and runs of white space to single spaces. Variation selectors are
/// left out. `public/search.js` folds in the same way.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in nfkc(text).split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        for character in word.chars() {
            push_folded(character, &mut folded);
        }
    }
    folded
}

/// Adds a character of normalised text to folded text.
pub(crate) fn push_folded(character: char, folded: &mut String) {
    match character {
        // Variation selectors: the same emoji is typed with and without them.
        '\u{FE00}'..='\u{FE0F}' => {}
        '‐' | '‑' | '–' | '—' | '―' | '−' if folded.chars().next_back().is_some_and(is_kana) => {
            folded.push(PROLONGED)
        }
        _ => folded.extend(character.to_lowercase().map(usual)),
    }
}

/// Whether a folded character is kana or the mark of a prolonged sound.
pub fn is_kana(character: char) -> bool {
    matches!(character, 'ぁ'..='ゖ' | PROLONGED)
}

/// Unicode's normalisation form NFKC.
pub fn nfkc(text: &str) -> String {
    use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};
    // Most texts are normalised already, which is told in a fraction of the time.
    if text.is_ascii() || is_nfkc_quick(text.chars()) == IsNormalized::Yes {
        return text.to_owned();
    }
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
        'ς' => 'σ',
        _ => character,
    }
}

/// All variants of the table in [`usual`], without the kana.
pub(crate) const VARIANTS: &str = "髙﨑嵜邊邉齋齊斎濱濵澤廣國櫻眞瀨德嶋嶌條淵渊藪籠ς";

/// The variants of the table, each followed by its usual form, for the browser.
pub fn variant_pairs() -> String {
    VARIANTS.chars().flat_map(|variant| [variant, usual(variant)]).collect()
}

/// The variants of a character in names.
pub(crate) fn variants(character: char) -> impl Iterator<Item = char> {
    let common = usual(character);
    let all = VARIANTS.chars().filter(move |variant| usual(*variant) == common);
    all.chain([common]).filter(move |variant| *variant != character)
}

#[cfg(test)]
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
            ("サ―バ— A–B 山−川", "さーばー a–b 山−川"),
            ("❤\u{FE0F} ΛΌΓΟΣ λόγος", "❤ λόγοσ λόγοσ"),
        ] {
            assert_eq!(fold(text), expected, "{text}");
        }
    }
}
