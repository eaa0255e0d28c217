//! The text of an entry as HTML that means the same on any page: every address is absolute.

use std::fmt::Write as _;

use conference::{Language, Origin, Part, Transcript, release::Release};
use leptos::prelude::*;
use quick_xml::escape::escape;

use crate::{
    context::Context,
    document,
    parts::{others_answered, release_changes},
    references::references,
};

/// An interview as on its page: headings, questions one level below them, answers, and the way to those of others.
pub(super) fn transcript(context: &Context, transcript: &Transcript) -> String {
    let mut html = transcript.introduction.clone();
    for section in &transcript.sections {
        let level = if section.heading.is_some() { 3 } else { 2 };
        if let Some(heading) = &section.heading {
            _ = writeln!(html, "<h2 id=\"{}\">{}</h2>", escape(&heading.id), heading.html);
        }
        for part in &section.parts {
            match part {
                Part::Prose(prose) => html.push_str(prose),
                Part::Question(question) => {
                    let id = escape(&question.id);
                    _ = write!(html, "<h{level} id=\"{id}\">{}</h{level}>\n{}", question.html, question.answer);
                    if let Some((href, words)) = others_answered(context, question) {
                        _ = write!(html, "\n<p><a href=\"{}\">{}</a></p>\n", escape(&href), escape(&words));
                    }
                }
            }
        }
    }
    html.push_str(&transcript.footnotes.html);
    html
}

/// HTML in a language, with a remark if that is not the language of the feed.
pub(super) fn in_language(context: &Context, language: &Language, html: &str) -> String {
    if *language == context.language || html.is_empty() {
        return html.to_owned();
    }
    let remark = context.messages.other_language_body;
    format!("<p><em>{remark}</em></p>\n<div lang=\"{language}\">\n{html}</div>\n")
}

/// The source and the licence, without which nobody may pass the text on.
pub(super) fn origin(context: &Context, source: Option<&Origin>, licence: Option<&str>) -> String {
    let messages = context.messages;
    let source = source.map(|source| {
        let name = escape(context.text(&source.name));
        match &source.url {
            Some(url) => format!("<p>{}: <a href=\"{}\">{name}</a></p>\n", messages.source, escape(url)),
            None => format!("<p>{}: {name}</p>\n", messages.source),
        }
    });
    let licence = licence.map(|licence| format!("<p>{}: {}</p>\n", messages.licence, escape(licence)));
    source.into_iter().chain(licence).collect()
}

/// A release as on the page of the changes.
pub(super) fn release(context: &Context, release: &Release, number: usize) -> String {
    document::finished("", &release_changes(context, release, number).to_html())
}

/// Makes the addresses of HTML absolute, and leads those within the text to the page: several entries of a reader may have
/// the same ids, such as those of footnotes.
pub(super) fn absolute(html: &str, base: &str, page: &str) -> String {
    let scheme = base.split("//").next().unwrap_or_default();
    let mut out = String::with_capacity(html.len() + html.len() / 8);
    let mut last = 0;
    for place in references(html) {
        let url = &html[place.clone()];
        let prefix = match url.as_bytes() {
            [b'#', ..] => page,
            [b'/', b'/', ..] => scheme,
            [b'/', ..] => base,
            _ => continue,
        };
        out.push_str(&html[last..place.start]);
        out.push_str(prefix);
        last = place.start;
    }
    out.push_str(&html[last..]);
    out
}

#[cfg(test)]
mod tests {
    use super::absolute;

    #[test]
    fn every_address_of_a_text_is_absolute() {
        let html = "<a href=\"/en/a?b=1&amp;c\">/x</a><a href=\"#fn1\">1</a><a href=\"//cdn.example/\"></a>\
                    <img src=\"/p.jpg\" srcset=\"/p.jpg 1x, /q.jpg 2x\"><a href=\"mailto:a@b.example\">m</a>";
        let expected = "<a href=\"https://x.test/2016/en/a?b=1&amp;c\">/x</a><a href=\"https://x.test/2016/n#fn1\">1</a>\
                        <a href=\"https://cdn.example/\"></a><img src=\"https://x.test/2016/p.jpg\" srcset=\"https://x.test/2016/p.jpg \
                        1x, https://x.test/2016/q.jpg 2x\"><a href=\"mailto:a@b.example\">m</a>";
        assert_eq!(absolute(html, "https://x.test/2016", "https://x.test/2016/n"), expected);
    }
}
