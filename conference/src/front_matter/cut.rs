//! Splits a file into front matter and body.

use std::ops::Range;

/// The beginning of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cut {
    /// The file has front matter.
    Found(Layout),
    /// The file does not begin with `---`; the body is the whole file.
    Missing { body: Range<usize> },
    /// The closing `---` is missing.
    Unclosed { opening: Range<usize> },
}

/// The places of front matter and body, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Layout {
    /// The opening `---`.
    pub(crate) opening: Range<usize>,
    /// The YAML between the `---` lines.
    pub(crate) yaml: Range<usize>,
    /// The closing `---`.
    pub(crate) closing: Range<usize>,
    /// The text below the front matter.
    pub(crate) body: Range<usize>,
}

const FENCE: &str = "---";

/// Finds front matter and body. Accepts a byte order mark and CRLF.
pub(crate) fn cut(file: &str) -> Cut {
    let start = if file.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut lines = lines(file, start);
    match lines.next() {
        Some(first) if is_fence(&file[first.clone()]) => {
            let yaml = first.end;
            let opening = first.start..first.start + FENCE.len();
            match lines.find(|line| is_fence(&file[line.clone()])) {
                Some(closing) => {
                    let body = closing.end..file.len();
                    let yaml = yaml..closing.start;
                    Cut::Found(Layout { opening, closing: yaml.end..yaml.end + FENCE.len(), yaml, body })
                }
                None => Cut::Unclosed { opening },
            }
        }
        _ => Cut::Missing { body: start..file.len() },
    }
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == FENCE
}

/// The lines from an offset on, with their line ends.
fn lines(file: &str, start: usize) -> impl Iterator<Item = Range<usize>> {
    file[start..].split_inclusive('\n').scan(start, |place, line| {
        let line_start = *place;
        *place += line.len();
        Some(line_start..*place)
    })
}

#[cfg(test)]
mod tests {
    use super::{Cut, cut};

    fn check(file: &str, yaml: &str, body: &str) {
        let Cut::Found(layout) = cut(file) else { panic!("no front matter in {file:?}") };
        assert_eq!((&file[layout.opening], &file[layout.yaml], &file[layout.body]), ("---", yaml, body), "{file:?}");
    }

    #[test]
    fn front_matter_stands_between_the_first_two_fences() {
        check("---\na: b\n---\nbody\n---\n", "a: b\n", "body\n---\n");
        check("---\n---", "", "");
        check("--- \na: b\n---  \n", "a: b\n", "");
        check("\u{feff}---\r\na: b\r\n---\r\nbody\r\n", "a: b\r\n", "body\r\n");
        check("---\ntext: |\n  ----\n  --- x\n---\n", "text: |\n  ----\n  --- x\n", "");
    }

    #[test]
    fn tells_missing_and_unclosed_front_matter_apart() {
        assert_eq!(cut(""), Cut::Missing { body: 0..0 });
        assert_eq!(cut("\n---\n---\n"), Cut::Missing { body: 0..9 });
        assert_eq!(cut("\u{feff}---- Question\n"), Cut::Missing { body: 3..17 });
        assert_eq!(cut("\u{feff}---\na: b\n"), Cut::Unclosed { opening: 3..6 });
        assert_eq!(cut("---"), Cut::Unclosed { opening: 0..3 });
    }
}
