//! Emphasis beside CJK punctuation: `**「強調」**です` is emphasised.
//!
//! CommonMark requires a space or punctuation outside of a delimiter that has punctuation inside. Scripts without
//! spaces have neither, so the asterisks would stay visible. If a delimiter fails to open or close only because of that
//! rule, a joiner (a noncharacter, which the parser treats as neither space nor punctuation) is inserted between it and
//! the punctuation, and removed from all events.
//!
//! Underscores of bare addresses get joiners as well, as they are no emphasis, and bars of ruby in tables get the
//! backslashes that keep them from ending a cell.

use std::{borrow::Cow, ops::Range};

use crate::fold::is_cjk;

use super::{addresses, source::Source, tables};

/// Inserted beside delimiters for the parser, and removed from its events.
pub(super) const JOINER: char = '\u{FDD0}';

/// A body prepared for the parser.
#[derive(Debug)]
pub(super) struct Prepared<'a> {
    /// The text for the parser.
    pub(super) text: Cow<'a, str>,
    /// The insertions into `text`, ascending: the offset of each, and the bytes of all up to it.
    insertions: Vec<(usize, usize)>,
    /// The offset of the body in the file.
    start: usize,
}

impl<'a> Prepared<'a> {
    /// Inserts joiners into a body.
    pub(super) fn new(source: &Source<'a>) -> Self {
        let body = &source.file[source.body.clone()];
        let joiners = joints(body).into_iter().chain(addresses::joints(body)).map(|place| (place, JOINER));
        let mut places: Vec<(usize, char)> = joiners.chain(tables::bars(body).map(|place| (place, '\\'))).collect();
        places.sort_unstable();
        places.dedup();
        let start = source.body.start;
        if places.is_empty() {
            return Self { text: Cow::Borrowed(body), insertions: Vec::new(), start };
        }
        let mut text = String::with_capacity(body.len() + places.len() * JOINER.len_utf8());
        let mut insertions = Vec::with_capacity(places.len());
        let (mut done, mut inserted) = (0, 0);
        for (place, character) in places {
            text.push_str(&body[done..place]);
            inserted += character.len_utf8();
            insertions.push((text.len(), inserted));
            text.push(character);
            done = place;
        }
        text.push_str(&body[done..]);
        Self { text: Cow::Owned(text), insertions, start }
    }

    /// Whether nothing was inserted.
    pub(super) fn is_original(&self) -> bool {
        self.insertions.is_empty()
    }

    /// Converts a span of the text into a span of the file.
    pub(super) fn in_file(&self, span: &Range<usize>) -> Range<usize> {
        let place = |at: usize| {
            let before = self.insertions.partition_point(|&(insertion, _)| insertion < at);
            let inserted = before.checked_sub(1).map_or(0, |last| self.insertions[last].1);
            self.start + at - inserted
        };
        place(span.start)..place(span.end)
    }
}

/// The offsets at which joiners are needed, ascending.
fn joints(body: &str) -> Vec<usize> {
    let mut joints = Vec::new();
    let mut from = 0;
    // The run that is open in this paragraph.
    let mut open: Option<&str> = None;
    while let Some(start) = body[from..].find(['*', '~']).map(|place| from + place) {
        let length = body[start..].bytes().take_while(|byte| matches!(byte, b'*' | b'~')).count();
        let end = start + length;
        if body[from..start].contains("\n\n") {
            open = None;
        }
        from = end;
        let (Some(before), Some(after)) = (body[..start].chars().next_back(), body[end..].chars().next()) else {
            continue;
        };
        let run = &body[start..end];
        // A single tilde is a wave dash (10~20), not a delimiter.
        let closes = open == Some(run);
        open = if closes { None } else { Some(run) };
        if !has_no_spaces(before) && !has_no_spaces(after) || run.split('*').any(|tildes| tildes.len() == 1) {
            continue;
        }
        let closes_after_punctuation =
            is_outer_punctuation(before) && (closes || !is_opening(before)) && after.is_alphanumeric();
        let opens_before_punctuation = is_outer_punctuation(after) && !is_closing(after) && before.is_alphanumeric();
        if closes_after_punctuation {
            joints.push(start);
        }
        if closes_after_punctuation || opens_before_punctuation {
            // Different delimiters are punctuation to each other.
            let kinds = run.as_bytes().windows(2).enumerate().filter(|(_, pair)| pair[0] != pair[1]);
            joints.extend(kinds.map(|(place, _)| start + place + 1));
        }
        if opens_before_punctuation {
            joints.push(end);
        }
    }
    joints
}

/// Whether words of the script follow signs without a space: particles do in Korean, too.
fn has_no_spaces(character: char) -> bool {
    is_cjk(character) || matches!(character, '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7AF}')
}

/// Punctuation beside which a joiner changes only the flanking.
fn is_outer_punctuation(character: char) -> bool {
    // Excludes the backslash, which escapes; the bar, which separates cells; and the underscore, which has its own
    // flanking rules.
    !character.is_alphanumeric() && !character.is_whitespace() && !matches!(character, '\\' | '|' | '_')
}

fn is_opening(character: char) -> bool {
    matches!(
        character,
        '(' | '[' | '{' | '<' | '「' | '『' | '（' | '【' | '〔' | '《' | '〈' | '［' | '｛' | '“' | '‘'
    )
}

fn is_closing(character: char) -> bool {
    matches!(
        character,
        ')' | ']' | '}' | '>' | '」' | '』' | '）' | '】' | '〕' | '》' | '〉' | '］' | '｝' | '”' | '’'
    ) || matches!(character, '、' | '。' | '，' | '．' | '！' | '？' | '：' | '；' | ',' | '.' | '!' | '?' | ':' | ';')
}

#[cfg(test)]
mod tests {
    use crate::{Language, markdown::Source};

    use super::{JOINER, Prepared};

    #[test]
    fn joiners_stand_only_where_a_delimiter_needs_them() {
        let language = Language::parse("ja").expect("a valid tag");
        for (body, expected) in [
            ("**「強調」**です", "**「強調」|**です"),
            ("これは**「強調」**です", "これは**|「強調」|**です"),
            ("これは**`code`**です", "これは**|`code`|**です"),
            ("~~「削除」~~です", "~~「削除」|~~です"),
            ("***「強調」***です", "***「強調」|***です"),
            ("~~**「強調」**~~です", "~~**「強調」|**|~~です"),
            ("「**強調**」です", "「**強調**」です"),
            ("強調**です**。", "強調**です**。"),
            ("これは**真（**彼女です", "これは**真（|**彼女です"),
            ("**마크다운(Markdown)**을", "**마크다운(Markdown)|**을"),
            ("「**強調**」と「**強調**」です", "「**強調**」と「**強調**」です"),
            ("見よhttps://a.jp/__init__/b", "見よhttps://a.jp/|__init__|/b"),
            ("10~20人（約）~です", "10~20人（約）~です"),
            ("\\**「強調」\\**です", "\\**「強調」\\**です"),
            ("a**(b)**c", "a**(b)**c"),
            ("|**です**|", "|**です**|"),
        ] {
            let prepared = Prepared::new(&Source { file: body, body: 0..body.len(), language: &language });
            assert_eq!(prepared.text.replace(JOINER, "|"), expected.to_owned(), "{body}");
            let whole = 0..prepared.text.len();
            assert_eq!(prepared.in_file(&whole), 0..body.len(), "{body}");
        }
    }
}
