//! The words of sanitised HTML, as a search reads them.

/// Elements that stand apart from the text around them: each ends a line.
const BLOCKS: &[&str] = &[
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// Adds the words of sanitised HTML to a text. Blocks are separated by line feeds. The readings of ruby stand in a line of
/// their own at the end, so that a word with readings is found whole.
pub(super) fn push_text(html: &str, text: &mut String) {
    let mut readings = String::new();
    let mut skipped: Option<&str> = None;
    let mut rest = html;
    while !rest.is_empty() {
        let (words, tag) = rest.split_at(rest.find('<').unwrap_or(rest.len()));
        match skipped {
            None => push_words(words, text),
            Some("rt") => push_words(words, &mut readings),
            Some(_) => {}
        }
        let Some(end) = tag_end(tag) else { break };
        rest = &tag[end + 1..];
        let (closes, name) = tag[1..end].strip_prefix('/').map_or((false, &tag[1..end]), |name| (true, name));
        let (name, attributes) = name.split_once([' ', '/']).unwrap_or((name, ""));
        if skipped == Some(name) && closes {
            if name == "rt" {
                readings.push(' ');
            }
            skipped = None;
        } else if skipped.is_none() && !closes {
            // The numbers of footnotes and the ways back say nothing.
            let is_footnote = matches!(name, "a" | "sup") && attributes.contains("class=\"footnote");
            skipped = (is_footnote || matches!(name, "rt" | "rp")).then_some(name);
        }
        if BLOCKS.contains(&name) {
            line_end(text);
        }
    }
    if !readings.is_empty() {
        line_end(text);
        text.push_str(readings.trim_end());
    }
    line_end(text);
}

/// The place of the `>` of a tag: values of attributes may have others.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quoted = false;
    tag.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    })
}

fn line_end(text: &mut String) {
    text.truncate(text.trim_end_matches(' ').len());
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
}

/// Adds words with their character references resolved and white space collapsed.
fn push_words(words: &str, text: &mut String) {
    let mut rest = words;
    while let Some(character) = rest.chars().next() {
        let (character, length) = match character {
            '&' => reference(rest).unwrap_or(('&', 1)),
            _ => (character, character.len_utf8()),
        };
        rest = &rest[length..];
        if character.is_whitespace() {
            if !text.is_empty() && !text.ends_with([' ', '\n']) {
                text.push(' ');
            }
        } else {
            text.push(character);
        }
    }
}

/// The character reference at the beginning of a text, with its length in bytes: those that sanitised HTML contains.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(12).position(|byte| byte == b';')?;
    let character = match &text[1..end] {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "nbsp" => '\u{A0}',
        name => {
            let number = name.strip_prefix('#')?;
            let number = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(number)?
        }
    };
    Some((character, end + 1))
}

#[cfg(test)]
mod tests {
    use super::push_text;

    #[test]
    fn the_words_are_those_that_people_read() {
        for (html, expected) in [
            ("<p>AWS&nbsp;<b>Lamb</b>da &amp; <code>a&lt;b</code></p>\n<p>二</p>", "AWS Lambda & a<b\n二\n"),
            ("<ul><li>一</li><li>二<br>三</li></ul>", "一\n二\n三\n"),
            (
                "<p><ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp>字<rp>（</rp><rt>じ</rt><rp>）</rp></ruby>の話</p>",
                "漢字の話\nかん じ\n",
            ),
            ("<p>注 <a href=\"#x\" class=\"footnote-back\">↩</a></p>", "注\n"),
            ("<p>新幹<sup id=\"r\" class=\"footnote\"><a href=\"#n\">1</a></sup>線</p>", "新幹線\n"),
            ("a &#39;b&#x27; & c &unknown;", "a 'b' & c &unknown;\n"),
            ("<img alt=\"a > b\" src=\"y\">c", "c\n"),
            ("<p", ""),
        ] {
            let mut text = String::new();
            push_text(html, &mut text);
            assert_eq!(text, expected, "{html}");
        }
    }
}
