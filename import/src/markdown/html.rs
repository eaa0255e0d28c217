//! Converts the HTML of abstracts into Markdown.

use super::plain::escape_line;

/// Whether a text is HTML rather than Markdown: it contains the tags that HTML editors write.
pub fn is_html(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    ["</p>", "</a>", "<br", "</li>", "</ul>", "</strong>", "</b>", "</em>", "</i>", "</div>", "<p>"]
        .iter()
        .any(|tag| text.contains(tag))
}

/// Converts HTML into Markdown. Unsupported elements are dropped but keep their text; scripts and styles are dropped
/// completely.
pub fn to_markdown(html: &str) -> String {
    let mut writer = Writer::default();
    let mut rest = html;
    // No tags are searched after the last `>`: otherwise a text of `<` alone would take quadratic time.
    let last = html.rfind('>').unwrap_or(0);
    while let Some(start) = rest.find('<') {
        writer.text(&rest[..start]);
        let after = &rest[start..];
        let may_close = html.len() - after.len() < last;
        let is_tag =
            may_close && after[1..].starts_with(|next: char| next.is_ascii_alphabetic() || matches!(next, '/' | '!'));
        // An unclosed tag is text.
        let Some(end) = is_tag.then(|| after.find('>')).flatten() else {
            writer.text("<");
            rest = &after[1..];
            continue;
        };
        writer.tag(&after[1..end]);
        rest = &after[end + 1..];
    }
    writer.text(rest);
    writer.finish()
}

#[derive(Default)]
struct Writer {
    output: String,
    /// The open lists; for ordered ones, with the next number.
    lists: Vec<Option<usize>>,
    /// The open links, with their destinations.
    links: Vec<Option<String>>,
    hidden: Option<String>,
    /// The separator before the next word.
    gap: &'static str,
}

impl Writer {
    fn text(&mut self, text: &str) {
        if self.hidden.is_some() || text.is_empty() {
            return;
        }
        let text = unescape(text);
        let words: Vec<_> = text.split_whitespace().collect();
        if words.is_empty() {
            self.space();
            return;
        }
        if text.starts_with(char::is_whitespace) {
            self.space();
        }
        self.open_gap();
        self.output.push_str(&escape_line(&words.join(" ")));
        if text.ends_with(char::is_whitespace) {
            self.space();
        }
    }

    fn space(&mut self) {
        if !self.output.is_empty() && !self.output.ends_with([' ', '\n']) && self.gap.is_empty() {
            self.output.push(' ');
        }
    }

    fn open_gap(&mut self) {
        if !self.gap.is_empty() {
            self.output.truncate(self.output.trim_end().len());
            if !self.output.is_empty() {
                self.output.push_str(self.gap);
                if !self.output.ends_with("- ") && !self.lists.is_empty() {
                    self.output.push_str(&"  ".repeat(self.lists.len().min(6)));
                }
            }
            self.gap = "";
        }
    }

    fn tag(&mut self, tag: &str) {
        let closes = tag.starts_with('/');
        let body = tag.trim_start_matches('/');
        let end = body.find(|next: char| !next.is_ascii_alphanumeric()).unwrap_or(body.len());
        let name = body[..end].to_ascii_lowercase();
        if let Some(hidden) = &self.hidden {
            if closes && *hidden == name {
                self.hidden = None;
            }
            return;
        }
        match (name.as_str(), closes) {
            ("script" | "style" | "template" | "iframe", false) => self.hidden = Some(name),
            ("p" | "div" | "section" | "article" | "blockquote" | "table" | "tr" | "pre" | "header", _) => {
                self.gap = "\n\n";
            }
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", closes) => {
                self.gap = "\n\n";
                if !closes {
                    self.open_gap();
                    self.output.push_str("## ");
                }
            }
            ("br", _) if self.gap.is_empty() && !self.output.is_empty() => self.gap = "\\\n",
            ("ul", false) => self.lists.push(None),
            ("ol", false) => self.lists.push(Some(0)),
            ("ul" | "ol", true) => {
                self.lists.pop();
                self.gap = "\n\n";
            }
            ("li", false) => self.item(),
            ("a", false) => {
                let link = attribute(body, "href")
                    .filter(|link| link.starts_with("http") && !link.contains([' ', '<', '>', '(', ')']));
                if link.is_some() {
                    self.open_gap();
                    self.output.push('[');
                }
                self.links.push(link);
            }
            ("a", true) => {
                if let Some(Some(link)) = self.links.pop() {
                    self.output.push_str("](");
                    self.output.push_str(&link);
                    self.output.push(')');
                }
            }
            _ => {}
        }
    }

    fn item(&mut self) {
        let depth = self.lists.len().clamp(1, 6);
        self.output.truncate(self.output.trim_end().len());
        if !self.output.is_empty() {
            let first = !is_item(self.output.rsplit('\n').next().unwrap_or_default().trim_start());
            self.output.push_str(if first && depth == 1 { "\n\n" } else { "\n" });
        }
        self.output.push_str(&"  ".repeat(depth - 1));
        let mark = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                format!("{number}. ")
            }
            _ => String::from("- "),
        };
        self.output.push_str(&mark);
        self.gap = "";
    }

    fn finish(mut self) -> String {
        while self.links.pop().is_some_and(|link| link.is_some()) {
            self.output.push(']');
        }
        self.output.trim().to_owned()
    }
}

fn is_item(line: &str) -> bool {
    line.starts_with("- ") || line.split_once(". ").is_some_and(|(number, _)| number.parse::<u32>().is_ok())
}

/// The value of an attribute.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let start = lower.find(&format!("{name}="))? + name.len() + 1;
    let value = &tag[start..];
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split(|next: char| next.is_whitespace()).next()?,
    };
    Some(unescape(value.trim()))
}

/// Decodes the entities that are common in text.
fn unescape(text: &str) -> String {
    quick_xml::escape::unescape(&text.replace("&nbsp;", " "))
        .map(std::borrow::Cow::into_owned)
        .unwrap_or_else(|_| text.replace("&nbsp;", " "))
}

#[cfg(test)]
mod tests {
    use super::{is_html, to_markdown};

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(to_markdown(html), expected);
    }

    #[test]
    fn paragraphs_lists_and_links_are_taken_over() {
        check("<p>One &amp; <b>two</b></p>\n<p>three<br/>four</p>", "One \\& two\n\nthree\\\nfour");
        check("<p>a</p><ul><li>b</li><li> c </li></ul><p>d</p>", "a\n\n- b\n- c\n\nd");
        check("<ol><li>b<li>c</ol>", "1. b\n2. c");
        check(
            "See <a class='x' href=\"https://example.org/?a=1&amp;b\">this *here*</a>.",
            "See [this \\*here\\*](https://example.org/?a=1&b).",
        );
        check("<a href='javascript:x'>y</a>", "y");
        check("<h3>Head</h3>Words", "## Head\n\nWords");
    }

    #[test]
    fn what_is_no_text_is_left_out() {
        check("a<script>alert('<b>')</script>b<style>c", "ab");
        check("1 < 2 and <b", "1 \\< 2 and \\<b");
        check("<!-- c -->d", "d");
    }

    #[test]
    fn tags_without_end_take_no_time_out_of_proportion() {
        for part in ["<", "<a", "<ul>", "<ul>x", "<li>a", "<a href='", "<p><", "<br>a", "</a>"] {
            let written = to_markdown(&part.repeat(200_000));
            assert!(written.len() < 20 * 200_000, "{part}");
        }
    }

    #[test]
    fn markdown_is_not_taken_for_html() {
        assert!(is_html("<p>a</p>") && is_html("a<BR>b"));
        assert!(!is_html("# A\n\n1 < 2 <https://example.org> `<p`"));
    }
}
