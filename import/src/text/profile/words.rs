//! Words with a meaning as a heading or as the name of a speaker.

/// Whether a line is a typical heading of a section.
pub(in crate::text) fn is_section(words: &str) -> bool {
    const SECTIONS: [&str; 12] = [
        "quick chat",
        "クイックチャット",
        "まとめ",
        "おわりに",
        "終わりに",
        "さいごに",
        "最後に",
        "summary",
        "conclusion",
        "wrap-up",
        "インタビュー",
        "interview",
    ];
    let words = bare(words).to_lowercase();
    SECTIONS.contains(&words.as_str())
}

/// Whether a line is the heading of a profile.
pub(super) fn is_profile(words: &str) -> bool {
    const PROFILES: [&str; 10] = [
        "プロフィール",
        "プロファイル",
        "自己紹介",
        "経歴",
        "登壇者紹介",
        "登壇者プロフィール",
        "profile",
        "biography",
        "bio",
        "about the speaker",
    ];
    let words = bare(words).to_lowercase();
    PROFILES.contains(&words.as_str())
}

/// Whether a name is a role such as "interviewee" instead of a name.
pub(in crate::text) fn is_part(name: &str) -> bool {
    const PARTS: [&str; 6] = ["登壇者", "話し手", "ゲスト", "speaker", "guest", "interviewee"];
    PARTS.contains(&name.to_lowercase().as_str())
}

/// Whether a value is a sentence, and not a name.
pub(super) fn is_sentence(value: &str) -> bool {
    let words = || value.split_whitespace();
    let is_low = |word: &&str| word.starts_with(|first: char| first.is_lowercase());
    let in_latin =
        value.ends_with('.') && (words().last().as_ref().is_some_and(is_low) || words().filter(is_low).count() > 1);
    value.ends_with(['。', '？', '?', '！', '!']) || in_latin
}

/// Removes the characters that decorate headings in plain text.
pub(super) fn bare(words: &str) -> &str {
    let is_sign = |character: char| {
        character.is_whitespace()
            || matches!(
                character,
                '■' | '□' | '◆' | '◇' | '●' | '▼' | '【' | '】' | '＜' | '＞' | '<' | '>' | ':' | '：'
            )
    };
    words.trim_matches(is_sign)
}
