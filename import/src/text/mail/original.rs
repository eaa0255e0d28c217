//! Finds a complete mail that was answered or forwarded.

use conference::message;

use super::{
    envelope::{Mail, header},
    quotation::unquoted,
};
use crate::text::{damage::skip, questions};

impl Mail {
    /// Removes the answered mail below an answer, or the text above a forwarded interview. Returns the range that is
    /// left.
    pub(super) fn original(&mut self, lines: &[&str], start: usize, end: usize) -> (usize, usize) {
        let Some(place) = (start..end).find(|&place| is_original(&lines[place..end])) else { return (start, end) };
        let asks = |part: &[&str]| part.iter().any(|line| questions::is_asked(unquoted(line).1));
        let says = lines[start..place].iter().any(|line| !line.trim().is_empty());
        if !says || asks(&lines[place..end]) && !asks(&lines[start..place]) {
            if says {
                self.skipped.push(skip(
                    start + 1,
                    message!(
                        "what stands above the mail that is passed on was left out",
                        "転送されたメールの前に書かれた文は取り込みません"
                    ),
                ));
            }
            let below = if is_mark(lines[place]) { place + 1 } else { place };
            return (self.headers(lines, below), end);
        }
        self.skipped.push(skip(
            place + 1,
            message!(
                "the mail that this one answers was left out: it holds private addresses",
                "返信元のメールは取り込みません。個人のメールアドレスが含まれるためです"
            ),
        ));
        (start, place)
    }
}

/// Whether a text contains a complete answered mail.
pub(in crate::text) fn has_original(text: &str) -> bool {
    text.lines().any(is_mark)
}

/// Whether another mail begins here: with the line of Outlook and others above it, or with its headers.
fn is_original(lines: &[&str]) -> bool {
    let is_header = |place: usize| lines.get(place).is_some_and(|line| header(line).is_some());
    lines.first().is_some_and(|line| is_mark(line)) || is_header(0) && is_header(1) && is_header(2)
}

/// Whether a line introduces an answered or forwarded mail.
fn is_mark(line: &str) -> bool {
    const WORDS: [&str; 7] = [
        "original message",
        "forwarded message",
        "original appointment",
        "元のメッセージ",
        "オリジナルメッセージ",
        "転送メッセージ",
        "転送されたメッセージ",
    ];
    let line = line.trim();
    let words = line.trim_matches(['-', '\u{3000}', ' ']).to_lowercase();
    line.starts_with("---") && line.ends_with("---") && WORDS.contains(&words.as_str())
}
