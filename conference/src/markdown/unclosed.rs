//! Reports links that are never closed, at the bracket that opens them: `[text](https://…`, `[text(https://…)`, `[^1`.
//!
//! A bracket alone is no link: `[0, 1)`. It is reported if an address or a label follows it.

use std::ops::Range;

use super::{flanking::JOINER, near::is_destination};
use crate::{diagnostic::Message, message};

/// The longest text behind a bracket that is examined, in bytes, so that the work stays linear.
const LONGEST: usize = 600;

/// The longest text and address that the suggestion repeats, in characters.
const SHORT: usize = 60;

/// An unclosed link.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Unclosed {
    pub(super) message: Message,
    pub(super) help: Message,
}

/// Examines the text from a bracket that the parser did not take for a link to the end of its paragraph.
pub(super) fn find(text: &str) -> Option<Unclosed> {
    let text = beginning(text).replace(JOINER, "");
    let inside = text.strip_prefix('[')?;
    let Some(close) = closing(inside, ('[', ']')) else { return without_bracket(inside) };
    let label = &inside[..close];
    let target = inside[close + 1..].strip_prefix('(')?;
    let (path, rest) = address(target);
    let is_open = match target.strip_prefix('<') {
        Some(angled) => !angled.lines().next().unwrap_or_default().contains('>'),
        None => closing(target, ('(', ')')).is_none(),
    };
    let angled = target.strip_prefix('<').map(|path| path.split([')', '\n']).next().unwrap_or_default());
    let path = angled.unwrap_or(path);
    if !is_open || !is_destination(path) {
        return None;
    }
    let title = if rest.trim_start().starts_with('"') { " \"…\"" } else { "" };
    let path = if angled.is_some() { format!("<{path}>") } else { path.to_owned() };
    Some(unclosed(
        message!(
            "the address of the link that begins here has no closing parenthesis",
            "ここで始まるリンクの宛先の括弧が閉じられていません"
        ),
        &format!("[{}]({}{title})", short(label), short(&path)),
    ))
}

/// A bracket without its closing one.
fn without_bracket(inside: &str) -> Option<Unclosed> {
    let message = message!("the `[` that opens here is never closed", "ここで開いた`[`が閉じられていません");
    if let Some(label) = inside.strip_prefix('^') {
        let end = label.find(|next: char| !next.is_alphanumeric() && !matches!(next, '-' | '_')).unwrap_or(label.len());
        return (end > 0).then(|| unclosed(message, &format!("[^{}]", &label[..end])));
    }
    let parenthesis = inside.match_indices('(').map(|(place, _)| place).find(|place| {
        let (path, _) = address(&inside[place + 1..]);
        // A name of a file in parentheses behind a space is a remark.
        let is_beside = !inside[..*place].ends_with(char::is_whitespace);
        is_destination(path) && (is_beside || path.starts_with('.') || path.contains("://"))
    });
    if let Some(place) = parenthesis {
        let (path, _) = address(&inside[place + 1..]);
        return Some(unclosed(message, &format!("[{}]({})", short(inside[..place].trim()), short(path))));
    }
    let place = ["https://", "http://"].iter().filter_map(|scheme| inside.find(scheme)).min()?;
    let label = inside[..place].trim();
    let end = inside[place..].find(|next: char| !next.is_ascii_graphic() || matches!(next, ')' | '(' | '<'));
    let path = &inside[place..end.map_or(inside.len(), |end| place + end)];
    let is_near = !label.is_empty() && !label.contains(['\n', '。']);
    is_near.then(|| unclosed(message, &format!("[{}]({})", short(label), short(path))))
}

fn unclosed(message: Message, meant: &str) -> Unclosed {
    let help = message!(
        "write `{meant}`; or write `\\[` for the sign itself",
        "`{meant}`と書いてください。記号をそのまま出すなら`\\[`と書きます"
    );
    Unclosed { message, help }
}

/// The text up to the end of the paragraph or to the limit.
fn beginning(text: &str) -> &str {
    let end = (0..=LONGEST.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let text = &text[..end];
    let lines = text.match_indices('\n').map(|(place, _)| place);
    let end =
        lines.into_iter().find(|place| text[place + 1..].lines().next().is_none_or(|line| line.trim().is_empty()));
    &text[..end.unwrap_or(text.len())]
}

/// The place of the sign that closes what is open, without escaped signs.
fn closing(text: &str, (open, close): (char, char)) -> Option<usize> {
    let (mut depth, mut escaped) = (0_usize, false);
    for (place, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if character == open => depth += 1,
            _ if character == close && depth == 0 => return Some(place),
            _ if character == close => depth -= 1,
            _ => {}
        }
    }
    None
}

/// The address at the beginning of a text, and the text behind it.
fn address(text: &str) -> (&str, &str) {
    let is_end = |next: char| next.is_whitespace() || matches!(next, ')' | '）' | '。' | '、');
    text.split_at(text.find(is_end).unwrap_or(text.len()))
}

fn short(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.char_indices().nth(SHORT) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

/// The span of the bracket in the file.
pub(super) fn mark(bracket: &Range<usize>) -> Range<usize> {
    bracket.end - '['.len_utf8()..bracket.end
}

#[cfg(test)]
mod tests {
    use super::find;

    #[track_caller]
    fn check(text: &str, meant: Option<&str>) {
        let help = find(text).map(|found| found.help.english);
        let help = help.as_deref().and_then(|help| help.split('`').nth(1));
        assert_eq!(help, meant, "{text}");
    }

    #[test]
    fn links_without_end_are_found() {
        check("[text](https://a.jp", Some("[text](https://a.jp)"));
        check("[text](https://a.jp を見る（例）。", Some("[text](https://a.jp)"));
        check("[text](https://a.jp と (例) です", Some("[text](https://a.jp)"));
        check("[text](../a.md \"題\"\n続き", Some("[text](../a.md \"…\")"));
        check("[a [b] c](#id", Some("[a [b] c](#id)"));
        check("[T](<my hall.jpg)", Some("[T](<my hall.jpg>)"));
        check("[text(https://a.jp) です", Some("[text](https://a.jp)"));
        check("[text (see ../a.md) b", None);
        check("[text (../a.md) b", Some("[text](../a.md)"));
        check("[公式サイト https://a.jp/ です", Some("[公式サイト](https://a.jp/)"));
        check("[^1 です", Some("[^1]"));
        check("[^注\n", Some("[^注]"));
    }

    #[test]
    fn brackets_of_sentences_are_none() {
        for text in [
            "[0, 1)",
            "[a] (b.md",
            "[a](b c",
            "[a](https://a.jp)",
            "[a](https://a.jp (b) c)",
            "[",
            "[^ a",
            "[a\n\n(https://a.jp)",
            "[a\n  \n(https://a.jp)",
            "[例。https://a.jp",
            "[ ] a",
        ] {
            check(text, None);
        }
    }
}
