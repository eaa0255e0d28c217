//! The bracket notation of Hatena, which also works within its Markdown.

use crate::text::{
    builder::Builder,
    document::{Inline, Mark},
    escape, html,
    notes::Notes,
};

/// The treatment of HTML tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tags {
    /// They are parsed.
    Read,
    /// They are text: the caller has parsed them already.
    Words,
}

/// Parses text without HTML tags.
pub(in crate::text) fn words(text: &str, builder: &mut Builder, notes: &mut Notes) {
    read(text, builder, notes, Tags::Words);
}

/// Parses text, in linear time: the distance to a closing bracket is not computed twice.
pub(super) fn read(text: &str, builder: &mut Builder, notes: &mut Notes, tags: Tags) {
    let mut ends = [End::of("]"), End::of("))"), End::of(">")];
    let mut done = 0;
    let mut place = 0;
    while let Some(found) = text[place..].find(['[', '(', '<']) {
        let start = place + found;
        let rest = &text[start..];
        let (opening, end) = match &rest[..1] {
            "[" => (1, ends[0].after(text, start).map(|end| (end, end + 1))),
            "(" if rest.starts_with("((") && !rest.starts_with("(((") => {
                (2, ends[1].after(text, start).map(|end| (end, end + 2)))
            }
            "<" if tags == Tags::Read => (0, ends[2].after(text, start).map(|end| (end + 1, end + 1))),
            _ => (1, None),
        };
        place = start + opening.max(1);
        let Some((end, after)) = end.filter(|(end, _)| *end >= start + opening) else { continue };
        let inside = &text[start + opening..end];
        let understood = match opening {
            0 => html::is_tag(inside).then_some(Bracketed::Tag(inside)),
            1 => bracket(inside),
            _ => (!inside.trim().is_empty()).then_some(Bracketed::Note(inside)),
        };
        let Some(understood) = understood else { continue };
        builder.text(&text[done..start]);
        add(understood, builder, notes);
        place = after;
        done = after;
    }
    builder.text(&text[done..]);
}

/// The next occurrence of a character.
struct End {
    sign: &'static str,
    place: Option<usize>,
    looked: bool,
}

impl End {
    fn of(sign: &'static str) -> Self {
        Self { sign, place: None, looked: false }
    }

    fn after(&mut self, text: &str, start: usize) -> Option<usize> {
        if !self.looked || self.place.is_some_and(|place| place < start) {
            self.looked = true;
            self.place = text[start..].find(self.sign).map(|place| start + place);
        }
        self.place
    }
}

/// The content of brackets.
enum Bracketed<'t> {
    Nothing,
    Tag(&'t str),
    Note(&'t str),
    Picture(String),
    Link { address: &'t str, words: &'t str },
}

/// The longest address in brackets, with its words.
const LONGEST: usize = 2000;

fn bracket(inside: &str) -> Option<Bracketed<'_>> {
    if inside.len() > LONGEST {
        return None;
    }
    if inside == ":contents" {
        return Some(Bracketed::Nothing);
    }
    if let Some(picture) = inside.strip_prefix("f:id:") {
        let mut parts = picture.split(':');
        let (user, name) = (parts.next()?, parts.next()?);
        let digits: String = name.chars().take_while(char::is_ascii_digit).collect();
        let is_name = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        if user.is_empty() || digits.is_empty() || !is_name(user) {
            return None;
        }
        return Some(Bracketed::Picture(format!("[f:id:{picture}], https://f.hatena.ne.jp/{user}/{digits}")));
    }
    if !inside.starts_with("http://") && !inside.starts_with("https://") {
        return None;
    }
    if let Some((address, words)) = inside.split_once(":title=") {
        return Some(Bracketed::Link { address, words });
    }
    let mut address = inside;
    loop {
        let (before, option) = address.rsplit_once(':')?;
        if before == "http" || before == "https" {
            break;
        }
        let is_size =
            option.len() > 1 && option[1..].bytes().all(|byte| byte.is_ascii_digit()) && option.starts_with(['w', 'h']);
        match option {
            "image" => return Some(Bracketed::Picture(before.to_owned())),
            "title" | "embed" | "cite" | "bookmark" | "barcode" | "movie" | "sound" => {}
            _ if is_size => {}
            _ => break,
        }
        address = before;
    }
    Some(Bracketed::Link { address, words: "" })
}

fn add(found: Bracketed<'_>, builder: &mut Builder, notes: &mut Notes) {
    match found {
        Bracketed::Nothing => {}
        Bracketed::Tag(tag) => html::inline_tag(tag, builder),
        Bracketed::Note(text) => {
            // Its own brackets are parsed, but it has no notes.
            let mut inner = Builder::default();
            read(text, &mut inner, &mut Notes::default(), Tags::Words);
            let number = notes.inline(inner.finish());
            builder.push(Inline::Note(number));
        }
        Bracketed::Picture(what) => builder.picture(&what),
        Bracketed::Link { address, words } => {
            let shown = if words.trim().is_empty() { address } else { words };
            if escape::is_address(address) {
                builder.open(Mark::Link(address.to_owned()));
                builder.text(shown);
                builder.close();
            } else {
                builder.text(&format!("[{address} {words}]"));
            }
        }
    }
}
