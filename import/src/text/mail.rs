//! Parses plain text such as answers by e-mail: wrapped lines, quoted questions, a signature.
//!
//! E-mail addresses are private: headers and signatures are left out, and reported.

mod envelope;
mod original;
mod quotation;

use conference::message;

pub(super) use self::{original::has_original, quotation::unquoted};
use super::{builder::Builder, damage::skip, document::Kind, escape, questions};

use self::envelope::{Mail, header};

/// Reads a text.
pub(super) fn read(text: &str) -> Mail {
    let mut mail = Mail::default();
    let lines: Vec<&str> = text.lines().collect();
    let start = mail.headers(&lines, 0);
    let end = mail.signature(&lines, start);
    let (start, end) = mail.original(&lines, start, end);
    let has_marks = lines[start..end].iter().any(|line| questions::is_asked(unquoted(line).1));
    let mut parser = MailParser { builder: Builder::default(), words: String::new(), quoted: false, asked: false };
    let mut in_list = None;
    for (place, line) in lines.iter().enumerate().take(end).skip(start) {
        parser.builder.line = place + 1;
        let (quoted, words) = unquoted(line);
        if is_introduction(words) {
            parser.flush();
            mail.skipped.push(skip(
                place + 1,
                message!(
                    "the line that introduces a quotation was left out: it may hold a private address",
                    "引用の前置きの行は取り込みません。個人のメールアドレスが含まれることがあるためです"
                ),
            ));
            continue;
        }
        if words.is_empty() || parser.starts_new(quoted, words) {
            parser.flush();
        }
        if words.is_empty() {
            continue;
        }
        let item = words.strip_prefix("- ").or_else(|| words.strip_prefix("* ")).or_else(|| words.strip_prefix('・'));
        match (item, in_list) {
            (Some(_), Some(list)) => {
                parser.flush();
                parser.builder.leave();
                parser.builder.enter(Kind::Item(list, None));
            }
            (Some(_), None) => {
                parser.flush();
                let list = parser.builder.number();
                in_list = Some(list);
                parser.builder.enter(Kind::Item(list, None));
            }
            (None, Some(_)) if parser.words.is_empty() => {
                in_list = None;
                parser.builder.leave();
            }
            _ => {}
        }
        if parser.words.is_empty() && quoted && !has_marks {
            // The question of a reply: the text below the quotation answers it.
            parser.words.push_str("---- ");
        }
        parser.asked |= questions::is_asked(words);
        parser.quoted = quoted;
        parser.add(item.unwrap_or(words).trim());
    }
    parser.flush();
    if in_list.is_some() {
        parser.builder.leave();
    }
    mail.leaves = parser.builder.finish();
    mail
}

struct MailParser {
    builder: Builder,
    words: String,
    quoted: bool,
    /// Whether the paragraph begins with the mark of a question, such as `Q:`.
    asked: bool,
}

impl MailParser {
    /// Whether a line begins a paragraph without an empty line before it.
    fn starts_new(&self, quoted: bool, words: &str) -> bool {
        quoted != self.quoted
            || questions::is_mark(words)
            || words.starts_with("- ")
            || words.starts_with("* ")
            || words.starts_with('・')
            || is_numbered(words)
            || self.asked && questions::ends_sentence(&self.words)
    }

    fn add(&mut self, words: &str) {
        let before = self.words.chars().next_back();
        if before.is_some_and(|before| before != ' ') && !escape::joins(before, words.chars().next()) {
            self.words.push(' ');
        }
        self.words.push_str(words);
    }

    fn flush(&mut self) {
        self.builder.text(&self.words);
        self.builder.end_paragraph();
        self.words.clear();
        self.asked = false;
    }
}

/// Whether a text begins with mail headers.
pub(super) fn has_headers(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.next().is_some_and(|line| header(line).is_some()) && lines.next().is_some_and(|line| header(line).is_some())
}

/// Whether a line introduces a quotation: "On …, Hana Example <hana@example.org> wrote:", or in some languages a time
/// and a mailbox. The last word of a long line may be wrapped.
fn is_introduction(words: &str) -> bool {
    let words = words.trim_end();
    let plain = words.trim_end_matches([':', '：']);
    let mailbox = plain.strip_suffix('>').and_then(|before| before.rsplit_once('<'));
    let is_sent = mailbox.is_some_and(|(before, address)| {
        address.contains('@') && !address.contains(' ') && before.contains(|character: char| character.is_ascii_digit())
    });
    let says_so = ["wrote", "書きました", "のメッセージ"].iter().any(|verb| {
        let before = plain.strip_suffix(verb).filter(|_| plain.len() < words.len());
        before.is_some_and(|before| *verb != "wrote" || before.is_empty() || before.ends_with(' '))
    });
    words.len() < 300 && (is_sent || says_so)
}

/// Whether a line is a numbered item.
fn is_numbered(words: &str) -> bool {
    let after = words.trim_start_matches(|character: char| character.is_ascii_digit());
    let digits = words.len() - after.len();
    (1..=2).contains(&digits) && (after.starts_with(". ") || after.starts_with(") "))
}

#[cfg(test)]
mod tests {
    use super::is_introduction;

    #[test]
    fn lines_that_introduce_a_quotation_are_told_from_answers() {
        for (line, expected) in [
            ("On Tue, Sep 20, 2016 at 9:14 PM Hana Example <hana@example.org> wrote:", true),
            ("On Tue, Sep 20, 2016 at 9:14 PM Hana Example <hana@example.org>", true),
            ("wrote:", true),
            ("2016年9月18日(日) 19:02 運営事務局 <staff@example.org>:", true),
            ("2016年9月24日 主催 <organizer@example.org> は書きました:", true),
            ("This is what she wrote", false),
            ("It was rewrote:", false),
            ("Send it to <hana@example.org>", false),
            ("三つあります:", false),
            ("", false),
        ] {
            assert_eq!(is_introduction(line), expected, "{line}");
        }
    }
}
