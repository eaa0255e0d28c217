//! Decides whether the signs of emphasis would be read as such.
//!
//! In CommonMark, `**Note:**read` has no emphasis: signs between punctuation and a letter stay signs. Beside characters
//! of Chinese, Japanese and Korean, this site reads them all the same.

use conference::fold::is_cjk;

use crate::text::document::Inline;

/// The way in which a mark is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// `*` and its like.
    Signs,
    /// Tags of HTML.
    Tags,
}

/// How far the words around a mark are searched, in inline elements.
const FAR: usize = 16;

/// The form of the mark that opens at a place.
pub(super) fn form(inlines: &[Inline], place: usize) -> Form {
    let mut depth = 0_usize;
    let close = inlines.iter().enumerate().skip(place).find_map(|(place, inline)| {
        match inline {
            Inline::Open(_) => depth += 1,
            Inline::Close => depth -= 1,
            _ => {}
        }
        (depth == 0).then_some(place)
    });
    let Some(close) = close else { return Form::Signs };
    // Blanks at the ends of a mark are written outside of it.
    let before = outer(inlines[..place].iter().rev().map(last));
    let after = outer(inlines[close + 1..].iter().map(first));
    let (start, end) = (first_word(&inlines[place + 1..close]), last_word(&inlines[place + 1..close]));
    let (Some((start, has_blank)), Some((end, blank_follows))) = (start, end) else { return Form::Signs };
    let is_lost = |inner: char, outer: Option<char>, is_apart: bool| {
        let letter = outer.filter(|outer| outer.is_alphanumeric() && !is_cjk(*outer));
        !is_apart && !inner.is_alphanumeric() && !is_cjk(inner) && letter.is_some()
    };
    match is_lost(start, before, has_blank) || is_lost(end, after, blank_follows) {
        true => Form::Tags,
        false => Form::Signs,
    }
}

/// The character beside a mark, for which other marks stand as punctuation.
fn outer(mut beside: impl Iterator<Item = Option<char>>) -> Option<char> {
    beside.next().flatten()
}

fn first(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Text(text) => text.chars().next(),
        Inline::Break(_) => Some('\n'),
        _ => Some('*'),
    }
}

fn last(inline: &Inline) -> Option<char> {
    match inline {
        Inline::Text(text) => text.chars().next_back(),
        Inline::Break(_) => Some('\n'),
        _ => Some('*'),
    }
}

/// The first visible character of words, and whether blanks precede it.
fn first_word(inlines: &[Inline]) -> Option<(char, bool)> {
    inlines.iter().take(FAR).find_map(|inline| match inline {
        Inline::Text(text) => {
            text.trim_start().chars().next().map(|first| (first, text.starts_with(char::is_whitespace)))
        }
        Inline::Break(_) => None,
        _ => Some(('*', false)),
    })
}

/// The last visible character of words, and whether blanks follow it.
fn last_word(inlines: &[Inline]) -> Option<(char, bool)> {
    inlines.iter().rev().take(FAR).find_map(|inline| match inline {
        Inline::Text(text) => {
            text.trim_end().chars().next_back().map(|last| (last, text.ends_with(char::is_whitespace)))
        }
        Inline::Break(_) => None,
        _ => Some(('*', false)),
    })
}
