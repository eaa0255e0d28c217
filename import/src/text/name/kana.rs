//! Transliterates kana as in passports (Hepburn without long vowels).

/// Whether a character is hiragana, katakana or a sign between them.
pub(super) fn is_kana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{309F}' | '\u{30A1}'..='\u{30FF}')
}

/// Transliterates a name; `None` if it contains other characters.
pub(super) fn latin(name: &str) -> Option<String> {
    let name = conference::fold::nfkc(name.trim());
    let mut latin = String::new();
    let mut doubled = false;
    for character in name.chars() {
        let hiragana = match character {
            'ァ'..='ヶ' => char::from_u32(u32::from(character) - 0x60)?,
            other => other,
        };
        match hiragana {
            'っ' => doubled = true,
            'ー' => {}
            'ゃ' | 'ゅ' | 'ょ' => glide(&mut latin, hiragana),
            'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' => {
                latin.truncate(latin.trim_end_matches(['a', 'i', 'u', 'e', 'o']).len());
                latin.push_str(syllable(char::from_u32(u32::from(hiragana) + 1)?)?);
            }
            '・' | '＝' | '=' => latin.push('-'),
            blank if blank.is_whitespace() => latin.push('-'),
            _ => {
                let syllable = syllable(hiragana)?;
                if std::mem::take(&mut doubled) {
                    latin.push_str(if syllable.starts_with("ch") { "t" } else { &syllable[..1] });
                }
                latin.push_str(syllable);
            }
        }
    }
    // Long vowels are not written.
    let latin = latin.replace("ou", "o").replace("oo", "o").replace("uu", "u");
    (latin.chars().any(|letter| letter.is_ascii_alphabetic())).then_some(latin)
}

/// Contracts きょ to kyo and しょ to sho.
fn glide(latin: &mut String, small: char) {
    let vowel = match small {
        'ゃ' => "a",
        'ゅ' => "u",
        _ => "o",
    };
    if latin.ends_with('i') {
        latin.pop();
    }
    if !latin.ends_with(['h', 'j']) || is_plain_h(latin) {
        latin.push('y');
    }
    latin.push_str(vowel);
}

/// Whether a trailing `h` is the consonant of ひ, not of し or ち.
fn is_plain_h(latin: &str) -> bool {
    latin.ends_with('h') && !latin.ends_with("sh") && !latin.ends_with("ch")
}

fn syllable(character: char) -> Option<&'static str> {
    const SYLLABLES: [(&str, [&str; 5]); 15] = [
        ("あいうえお", ["a", "i", "u", "e", "o"]),
        ("かきくけこ", ["ka", "ki", "ku", "ke", "ko"]),
        ("がぎぐげご", ["ga", "gi", "gu", "ge", "go"]),
        ("さしすせそ", ["sa", "shi", "su", "se", "so"]),
        ("ざじずぜぞ", ["za", "ji", "zu", "ze", "zo"]),
        ("たちつてと", ["ta", "chi", "tsu", "te", "to"]),
        ("だぢづでど", ["da", "ji", "zu", "de", "do"]),
        ("なにぬねの", ["na", "ni", "nu", "ne", "no"]),
        ("はひふへほ", ["ha", "hi", "fu", "he", "ho"]),
        ("ばびぶべぼ", ["ba", "bi", "bu", "be", "bo"]),
        ("ぱぴぷぺぽ", ["pa", "pi", "pu", "pe", "po"]),
        ("まみむめも", ["ma", "mi", "mu", "me", "mo"]),
        ("らりるれろ", ["ra", "ri", "ru", "re", "ro"]),
        ("やゆよわを", ["ya", "yu", "yo", "wa", "o"]),
        ("んゔゐゑゎ", ["n", "vu", "i", "e", "wa"]),
    ];
    SYLLABLES.iter().find_map(|(kana, latin)| kana.chars().position(|one| one == character).map(|place| latin[place]))
}

#[cfg(test)]
mod tests {
    use super::latin;

    #[test]
    fn kana_is_read_as_in_passports() {
        for (kana, expected) in [
            ("れいだ はなこ", "reida-hanako"),
            ("サトウ ショウタ", "sato-shota"),
            ("はっとり きょうこ", "hattori-kyoko"),
            ("ほりえ じゅんいち", "horie-junichi"),
            ("ひゃくた ちゃこ", "hyakuta-chako"),
            ("ぇ", "e"),
            ("っ", ""),
        ] {
            assert_eq!(latin(kana).unwrap_or_default(), expected, "{kana}");
        }
        assert_eq!(latin("例田"), None);
    }
}
