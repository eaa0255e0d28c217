//! Emphasis beside CJK punctuation: `**「強調」**です` is emphasised.
//!
//! CommonMark asks for a space or punctuation outside of a delimiter whose inside is punctuation. Scripts without spaces
//! have none, and so the asterisks stay. Where a delimiter would open or close but for that rule, a joiner (a
//! noncharacter, neither space nor punctuation to the parser) is put between it and the punctuation, and taken out of
//! everything the parser reports.

use std::{borrow::Cow, ops::Range};

use crate::fold::is_cjk;

use super::source::Source;

/// Stands beside a delimiter while parsing, and nowhere after it.
pub(super) const JOINER: char = '\u{FDD0}';

/// A body made ready for the parser.
#[derive(Debug)]
pub(super) struct Prepared<'a> {
    /// What the parser reads.
    pub(super) text: Cow<'a, str>,
    /// Where the joiners are in `text`, ascending.
    joiners: Vec<usize>,
    /// Where the body starts in the file.
    start: usize,
}

impl<'a> Prepared<'a> {
    /// Puts joiners into a body.
    pub(super) fn new(source: &Source<'a>) -> Self {
        let body = &source.file[source.body.clone()];
        let places = joints(body);
        let start = source.body.start;
        if places.is_empty() {
            return Self { text: Cow::Borrowed(body), joiners: places, start };
        }
        let mut text = String::with_capacity(body.len() + places.len() * JOINER.len_utf8());
        let mut joiners = Vec::with_capacity(places.len());
        let mut done = 0;
        for place in places {
            text.push_str(&body[done..place]);
            joiners.push(text.len());
            text.push(JOINER);
            done = place;
        }
        text.push_str(&body[done..]);
        Self { text: Cow::Owned(text), joiners, start }
    }

    /// Whether nothing was put in.
    pub(super) fn is_original(&self) -> bool {
        self.joiners.is_empty()
    }

    /// Where a span of the text is in the file.
    pub(super) fn in_file(&self, span: &Range<usize>) -> Range<usize> {
        let place =
            |at: usize| self.start + at - JOINER.len_utf8() * self.joiners.partition_point(|&joiner| joiner < at);
        place(span.start)..place(span.end)
    }
}

/// Where joiners belong, ascending.
fn joints(body: &str) -> Vec<usize> {
    let mut joints = Vec::new();
    let mut from = 0;
    while let Some(start) = body[from..].find(['*', '~']).map(|place| from + place) {
        let length = body[start..].bytes().take_while(|byte| matches!(byte, b'*' | b'~')).count();
        let end = start + length;
        from = end;
        let (Some(before), Some(after)) = (body[..start].chars().next_back(), body[end..].chars().next()) else {
            continue;
        };
        let run = &body[start..end];
        // A lone tilde is a wave dash (10~20) and no delimiter.
        if !is_cjk(before) && !is_cjk(after) || run.split('*').any(|tildes| tildes.len() == 1) {
            continue;
        }
        let closes_after_punctuation = is_outer_punctuation(before) && !is_opening(before) && after.is_alphanumeric();
        let opens_before_punctuation = is_outer_punctuation(after) && !is_closing(after) && before.is_alphanumeric();
        if closes_after_punctuation {
            joints.push(start);
        }
        if closes_after_punctuation || opens_before_punctuation {
            // Each kind of delimiter is punctuation to its neighbour.
            let kinds = run.as_bytes().windows(2).enumerate().filter(|(_, pair)| pair[0] != pair[1]);
            joints.extend(kinds.map(|(place, _)| start + place + 1));
        }
        if opens_before_punctuation {
            joints.push(end);
        }
    }
    joints
}

/// Punctuation beside which a joiner changes nothing but the flanking.
fn is_outer_punctuation(character: char) -> bool {
    // A backslash escapes, a bar divides cells, and an underscore has flanking of its own.
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
