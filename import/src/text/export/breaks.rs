//! Turns the lines of a body into HTML, as Movable Type does with `CONVERT BREAKS: __default__`.

/// The elements that stand beside paragraphs.
const BLOCKS: [&str; 22] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "div",
    "dl",
    "figure",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// Makes paragraphs of the text between empty lines, and line breaks of line ends. The number of lines stays.
pub(super) fn converted(text: &str) -> String {
    let mut converted = String::with_capacity(text.len() + text.len() / 8);
    // The block that ends after an empty line.
    let mut open: Option<&str> = None;
    for (place, chunk) in text.split("\n\n").enumerate() {
        if place > 0 {
            converted.push_str("\n\n");
        }
        let lower = chunk.to_ascii_lowercase();
        let block = open.take().or_else(|| begins(&lower));
        match block {
            Some(name) => {
                converted.push_str(chunk);
                let count = |tag: String| lower.matches(&tag).count();
                open = Some(name).filter(|name| name != &"hr" && count(format!("</{name}>")) == 0);
            }
            None if chunk.trim().is_empty() => converted.push_str(chunk),
            None => {
                converted.push_str("<p>");
                converted.push_str(&chunk.trim_end_matches('\n').replace('\n', "<br>\n"));
                converted.push_str("</p>");
            }
        }
    }
    converted
}

/// The block with which a text begins.
fn begins(lower: &str) -> Option<&'static str> {
    let tag = lower.trim_start().strip_prefix('<')?;
    let end = tag.find(|next: char| !next.is_ascii_alphanumeric())?;
    BLOCKS.iter().find(|name| **name == &tag[..end]).copied()
}

#[cfg(test)]
mod tests {
    use super::converted;

    #[test]
    fn lines_are_lines() {
        for (text, expected) in [
            ("a\nb\n\n<b>c</b>\nd\n", "<p>a<br>\nb</p>\n\n<p><b>c</b><br>\nd</p>"),
            ("<p>a</p>\n\n<ul>\n<li>b</li>\n</ul>", "<p>a</p>\n\n<ul>\n<li>b</li>\n</ul>"),
            ("<pre>a\n\nb</pre>\n\nc", "<pre>a\n\nb</pre>\n\n<p>c</p>"),
            ("<hr>\n\na", "<hr>\n\n<p>a</p>"),
            ("", ""),
        ] {
            assert_eq!(converted(text), expected);
        }
    }
}
