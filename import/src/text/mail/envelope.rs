//! The headers and the signature of a mail.

use conference::message;

use crate::{
    Skipped,
    text::{damage::skip, document::Leaf},
};

/// The content of a mail.
#[derive(Debug, Default)]
pub(in crate::text) struct Mail {
    pub(in crate::text) leaves: Vec<Leaf>,
    /// The subject.
    pub(in crate::text) subject: Option<String>,
    /// The author, from the headers or the signature.
    pub(in crate::text) author: Option<String>,
    pub(in crate::text) skipped: Vec<Skipped>,
}

/// The longest signature in lines.
const SIGNATURE: usize = 12;

const HEADERS: [&str; 14] = [
    "from",
    "to",
    "cc",
    "subject",
    "date",
    "sent",
    "reply-to",
    "message-id",
    "差出人",
    "宛先",
    "件名",
    "日時",
    "送信日時",
    "日付",
];

impl Mail {
    /// Reads the headers; returns the line after them.
    pub(super) fn headers(&mut self, lines: &[&str], from: usize) -> usize {
        let first = (from..lines.len()).find(|&place| !lines[place].trim().is_empty()).unwrap_or(from);
        let mut end = first;
        for line in &lines[first..] {
            let Some((name, value)) = header(line) else {
                if end > first && line.starts_with([' ', '\t']) && !line.trim().is_empty() {
                    end += 1;
                    continue;
                }
                break;
            };
            end += 1;
            match name.as_str() {
                "subject" | "件名" => self.subject = Some(without_reply(value).to_owned()),
                "from" | "差出人" => {
                    let name = value.split(['<', '＜']).next().unwrap_or_default().trim().trim_matches('"');
                    self.author = (!name.is_empty() && !name.contains('@')).then(|| name.to_owned());
                }
                _ => {}
            }
        }
        if end > first {
            self.skipped.push(skip(
                first + 1,
                message!(
                    "the headers of the mail were left out: they hold private addresses",
                    "メールのヘッダーは取り込みません。個人のメールアドレスが含まれるためです"
                ),
            ));
        }
        end
    }

    /// Removes the signature; returns its first line.
    pub(super) fn signature(&mut self, lines: &[&str], start: usize) -> usize {
        let is_line = |line: &&str| **line == *"-- " || **line == *"--";
        let Some(place) = lines.iter().rposition(is_line).filter(|&place| place >= start) else { return lines.len() };
        if lines.len() - place > SIGNATURE {
            return lines.len();
        }
        self.skipped.push(skip(
            place + 1,
            message!(
                "the signature of the mail was left out: it may hold private addresses",
                "メールの署名は取り込みません。個人のメールアドレスが含まれることがあるためです"
            ),
        ));
        let name = lines[place + 1..].iter().map(|line| line.trim()).find(|line| !line.is_empty());
        let is_name = |name: &&str| {
            name.chars().count() <= 30
                && !name.contains(|sign: char| sign.is_ascii_digit() || matches!(sign, '@' | '/' | ':'))
        };
        if let (None, Some(name)) = (&self.author, name.filter(is_name)) {
            self.author = Some(name.to_owned());
        }
        place
    }
}

pub(super) fn header(line: &str) -> Option<(String, &str)> {
    let place = line.find([':', '：'])?;
    let (name, value) = line.split_at(place);
    let name = name.trim().to_lowercase();
    let value = value.trim_start_matches([':', '：']).trim();
    HEADERS.contains(&name.as_str()).then_some((name, value))
}

fn without_reply(mut subject: &str) -> &str {
    loop {
        let lower = subject.get(..3).unwrap_or_default().to_ascii_lowercase();
        match lower.as_str() {
            "re:" => subject = subject[3..].trim_start(),
            _ => return subject,
        }
    }
}
