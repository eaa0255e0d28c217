//! Explains YAML errors to authors who know only Markdown.

mod brackets;
mod comment;
mod finder;
mod line;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::diagnostic::Problems;

use self::{finder::Finder, line::line_of};

pub(super) use comment::check as check_comment;

const CODE: &str = "front-matter-syntax";

/// Reports an error of the YAML parser in terms that organisers understand.
///
/// `place` is the byte at which the parser stopped, and `info` its message. The message names what the parser expected;
/// the surrounding lines show what the author intended.
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
        _ if info.starts_with("while parsing a flow") || info.ends_with("in flow construct") => finder.bracket(),
        // A value that begins with a letter needs no quotes; here the line above has ended a list or map.
        "while parsing a block mapping, did not find expected key"
            if !finder.before().trim().is_empty()
                && !finder.file[finder.value()].starts_with(char::is_alphanumeric) =>
        {
            finder.special(finder.value())
        }
        "while parsing a block mapping, did not find expected key" | "did not find expected <document start>" => {
            finder.indentation()
        }
        _ if info.starts_with("while parsing a block collection") => finder.indentation(),
        "recursion limit exceeded" => finder.depth(),
        "a byte order mark must not appear inside a document" => finder.invisible(),
        _ if ["@", "`", "%", "*", "!", "&", "]", "}", "?", "|", ">"].iter().any(|c| finder.next().starts_with(c)) => {
            finder.special(finder.value())
        }
        _ => finder.other(info),
    };
    problems.error(CODE, found.span, found.message, found.help);
}

/// Rejects an anchor, alias or tag, which is usually a value that should be in quotes.
pub(super) fn refuse(file: &str, span: &Range<usize>, problems: &Problems) {
    let line = line_of(file, span.start);
    // The parser reports the place of the value, not of the anchor or tag before it.
    let place = file[line.clone()].find(['&', '*', '!']).map_or(span.start, |offset| line.start + offset);
    let yaml = 0..file.len();
    let found = Finder { file, yaml: &yaml, place }.special(place..line.end.max(place));
    problems.error(CODE, found.span, found.message, found.help);
}
