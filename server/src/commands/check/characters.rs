//! Reports characters of titles and names that social cards cannot show.

use std::collections::BTreeSet;

use conference::{
    Conference,
    diagnostic::{Diagnostic, Problem, Severity},
    load::SourceFile,
    message,
};

/// Reports the first place of each missing character in the front matter of each file.
pub(super) fn report(conference: &Conference, files: &[SourceFile]) -> Vec<Diagnostic> {
    let missing = app::missing_characters(conference);
    if missing.is_empty() {
        return Vec::new();
    }
    let texts = files.iter().filter_map(|file| Some((file, std::str::from_utf8(file.bytes()).ok()?)));
    texts.flat_map(|(file, text)| of_file(&missing, &file.path, text)).collect()
}

fn of_file(missing: &BTreeSet<char>, path: &str, text: &str) -> Vec<Diagnostic> {
    let length = text.match_indices("\n---").map(|(place, _)| place).next().unwrap_or(0);
    let mut seen = BTreeSet::new();
    let places = text[..length].char_indices().filter(|(_, letter)| missing.contains(letter));
    let new = places.filter(|(_, letter)| seen.insert(*letter));
    new.map(|(place, letter)| problem(place, letter).locate(path, text)).collect()
}

fn problem(place: usize, letter: char) -> Problem {
    let code = format!("U+{:04X}", u32::from(letter));
    // A missing letter changes a word; a symbol, such as an emoji, is left out.
    let (severity, message) = match letter.is_alphanumeric() {
        true => (
            Severity::Warning,
            message!(
                "the font of the social cards lacks `{letter}` ({code}), and they show 〓 in its place",
                "SNS用の画像の書体に「{letter}」（{code}）がないため、画像では〓になります"
            ),
        ),
        false => (
            Severity::Note,
            message!(
                "the font of the social cards lacks `{letter}` ({code}), and they leave it out",
                "SNS用の画像の書体に「{letter}」（{code}）がないため、画像では省かれます"
            ),
        ),
    };
    let help = message!(
        "nothing is wrong with the pages; use another form of the character if the cards are to show it",
        "ページの表示に問題はありません。画像にも表示するには、別の字体を使ってください"
    );
    Problem { severity, code: "character-without-glyph", span: place..place + letter.len_utf8(), message, help }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_missing_character_is_reported_once_at_its_place_in_the_front_matter() {
        let missing = BTreeSet::from(['龘', '😀']);
        let found = of_file(&missing, "a.md", "---\ntitle: 龘と龘😀\n---\n\n龘\n");
        let found: Vec<_> = found.iter().map(|it| (it.severity, it.line, it.column)).collect();
        assert_eq!(found, [(Severity::Warning, 2, 8), (Severity::Note, 2, 11)]);
        assert_eq!(of_file(&missing, "a.md", "---\ntitle: 本\n---\n\n龘\n"), []);
        assert_eq!(of_file(&missing, "a.md", "龘"), []);
    }
}
