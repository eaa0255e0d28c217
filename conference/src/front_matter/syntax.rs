//! Explains what is wrong with YAML to somebody who knows only Markdown.

mod comment;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::diagnostic::Problems;

pub(super) use comment::check as check_comment;

const CODE: &str = "front-matter-syntax";

/// Reports an error of the YAML parser in the words of an organiser.
///
/// `place` is where the parser stopped, in bytes of the file, and `info` what it says. The parser knows what it
/// expected; what was meant shows in the lines around.
pub(super) fn explain(file: &str, yaml: &Range<usize>, place: usize, info: &str, problems: &Problems) {
    let finder = Finder { file, yaml, place };
    let found = match info {
        "mapping values are not allowed in this context" => finder.colon(),
        "invalid trailing content after double-quoted scalar" => finder.after_quote(),
        "invalid indentation in quoted scalar" => finder.open_quote(),
        _ if info.starts_with("while scanning a quoted scalar") => finder.open_quote(),
        _ if info.starts_with("while parsing a quoted scalar") => finder.escape(),
        _ if info.starts_with("simple key expect") => finder.no_field(finder.line_above()),
        "':' must be followed by a valid YAML whitespace" => finder.tab(),
        _ if info.contains("tab") || finder.next().starts_with('\t') => finder.tab(),
        "block sequence entries are not allowed in this context" => finder.dash(),
        "illegal placement of ':' indicator" | "while parsing a node, did not find expected node content" => {
            finder.bracket()
        }
        _ if info.starts_with("while parsing a flow") => finder.bracket(),
        "while parsing a block mapping, did not find expected key" if !finder.before().trim().is_empty() => {
            finder.special(finder.value())
        }
        "while parsing a block mapping, did not find expected key" | "did not find expected <document start>" => {
            finder.indentation()
        }
        "recursion limit exceeded" => finder.depth(),
        "a byte order mark must not appear inside a document" => finder.invisible(),
        _ if ["@", "`", "%", "*", "!", "&", "]", "}", "?", "|", ">"].iter().any(|c| finder.next().starts_with(c)) => {
            finder.special(finder.value())
        }
        _ => finder.other(info),
    };
    problems.error(CODE, found.span, found.message, found.help);
}

/// Refuses an anchor, alias or tag: most often a value that should have been in quotes.
pub(super) fn refuse(file: &str, span: &Range<usize>, problems: &Problems) {
    let line = line_of(file, span.start);
    // The parser gives the place of the value, not of what stands before it.
    let place = file[line.clone()].find(['&', '*', '!']).map_or(span.start, |offset| line.start + offset);
    let yaml = 0..file.len();
    let found = Finder { file, yaml: &yaml, place }.special(place..line.end.max(place));
    problems.error(CODE, found.span, found.message, found.help);
}

/// What turned out to be wrong.
struct Found {
    span: Range<usize>,
    message: String,
    help: String,
}

fn found(span: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Found {
    Found { span, message: message.into(), help: help.into() }
}

/// Looks around the place where the parser stopped.
struct Finder<'a> {
    file: &'a str,
    yaml: &'a Range<usize>,
    place: usize,
}

impl<'a> Finder<'a> {
    /// What follows the place.
    fn next(&self) -> &'a str {
        &self.file[self.place..]
    }

    /// The line before the place.
    fn before(&self) -> &'a str {
        &self.file[self.line().start..self.place]
    }

    fn line(&self) -> Range<usize> {
        line_of(self.file, self.place)
    }

    /// The last line with words that ends before the place; the line of the place where there is none.
    fn line_above(&self) -> Range<usize> {
        let mut line = self.line();
        while line.start > self.yaml.start {
            line = line_of(self.file, line.start - 1);
            if !self.file[line.clone()].trim().is_empty() {
                return line;
            }
        }
        self.line()
    }

    /// The value on the line of the place: what follows the first colon and space.
    fn value(&self) -> Range<usize> {
        let line = self.line();
        let text = &self.file[line.clone()];
        let start = text.find(": ").map_or(line.start + text.len() - text.trim_start().len(), |colon| {
            let rest = &text[colon + 1..];
            line.end - rest.trim_start().len()
        });
        start..start + self.file[start..line.end].trim_end().len()
    }

    /// A colon where none may be.
    fn colon(&self) -> Found {
        let line = self.line();
        let above = self.line_above();
        let value = self.value();
        if value.start < self.place {
            let text = &self.file[value.clone()];
            let help = format!("put the value in quotes: `{}`", quote(text));
            return found(value, "a value that contains a colon and a space needs quotes", help);
        }
        if above != line && !self.file[above.clone()].contains(": ") && !self.file[above.clone()].trim().ends_with(':')
        {
            return self.no_field(above);
        }
        self.indentation()
    }

    fn after_quote(&self) -> Found {
        let end = self.line().end.max(self.place);
        let value = self.value();
        let inner = self.file[value].trim_matches(['"', '\'']);
        let help = format!("put the whole value in quotes that do not occur in it: `{}`", quote(inner));
        found(self.place..end, "there is text after the closing quote", help)
    }

    fn open_quote(&self) -> Found {
        let quote = self.next().chars().next().unwrap_or('"');
        let help = format!("end the value with `{quote}`");
        found(self.place..self.place + quote.len_utf8(), "the quote that opens here is never closed", help)
    }

    fn escape(&self) -> Found {
        let line = self.line();
        let backslash = self.file[line.clone()].find('\\').map_or(self.place, |offset| line.start + offset);
        let help = "write two backslashes, or put the value in single quotes: `'\\'`";
        found(backslash..backslash + 1, "a backslash in double quotes has a meaning of its own", help)
    }

    /// A line that is no field.
    fn no_field(&self, line: Range<usize>) -> Found {
        let text = self.file[line.clone()].trim();
        let help = if text.contains('：') {
            String::from("use the half-width colon and a space: `name: value`")
        } else if text.contains(':') {
            String::from("put a space after the colon: `name: value`")
        } else {
            String::from("write `name: value`; if it continues the value above, indent it by two spaces")
        };
        let start = line.end - self.file[line.clone()].trim_start().len();
        found(start..start + text.len(), "this line is no field", help)
    }

    fn tab(&self) -> Found {
        let start = self.line().start;
        let tab = self.file[start..self.yaml.end.max(start)].find('\t').map_or(self.place, |offset| start + offset);
        found(tab..tab + 1, "there is a tab where only spaces may be", "replace it with spaces")
    }

    fn dash(&self) -> Found {
        let value = self.value();
        let text = &self.file[value.clone()];
        let item = text.trim_start_matches('-').trim();
        let help = format!("write a list as `[{item}, …]`; if this is a text, put it in quotes: `{}`", quote(text));
        found(value, "a list cannot begin with `-` on the line of its name", help)
    }

    /// A bracket that is not closed, or a value in brackets that is no list.
    fn bracket(&self) -> Found {
        let mut open = Vec::new();
        for (offset, character) in self.file[self.yaml.start..self.place].char_indices() {
            match character {
                '[' | '{' => open.push((self.yaml.start + offset, character)),
                ']' | '}' => _ = open.pop(),
                _ => {}
            }
        }
        match open.pop() {
            Some((place, bracket)) => {
                let closing = if bracket == '[' { ']' } else { '}' };
                let help = format!(
                    "close it with `{closing}` and check the commas; a text that begins with `{bracket}` needs quotes"
                );
                found(place..place + 1, format!("the `{bracket}` that opens here is not read to its end"), help)
            }
            None => self.special(self.value()),
        }
    }

    fn indentation(&self) -> Found {
        let line = self.line();
        let text = &self.file[line.clone()];
        let start = line.end - text.trim_start().len();
        let help =
            "begin it in the same column as its neighbours; what belongs to the name above is indented by two spaces";
        found(start..start + text.trim().len(), "this line is not indented like the lines around it", help)
    }

    fn depth(&self) -> Found {
        let help = "check the brackets; no field needs that many levels";
        found(self.place..self.place, "the front matter is nested too deeply", help)
    }

    fn invisible(&self) -> Found {
        let help = "delete the space between the characters around it and write it anew";
        found(self.place..self.place, "there is an invisible character here (U+FEFF)", help)
    }

    /// A value that begins with a character of YAML's own.
    fn special(&self, value: Range<usize>) -> Found {
        let text = &self.file[value.clone()];
        let first = text.chars().next().unwrap_or(' ');
        let help = format!("put it in quotes: `{}`", quote(text.trim()));
        found(value, format!("a value that begins with `{first}` needs quotes"), help)
    }

    fn other(&self, info: &str) -> Found {
        let help = "put values with punctuation in quotes, and indent with spaces only";
        let end = self.line().end.max(self.place);
        found(self.place..end, format!("the front matter cannot be read from here ({info})"), help)
    }
}

/// A text in quotes, as YAML wants it.
fn quote(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

/// The line around a place, without its end.
fn line_of(file: &str, place: usize) -> Range<usize> {
    let place = place.min(file.len());
    let start = file[..place].rfind('\n').map_or(0, |end| end + 1);
    let end = file[place..].find('\n').map_or(file.len(), |end| place + end);
    let end = start + file[start..end].trim_end_matches('\r').len();
    start..end.max(place)
}
