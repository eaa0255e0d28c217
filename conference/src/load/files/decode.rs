//! Bytes as text.

use super::Document;
use crate::{
    diagnostic::{Diagnostic, Problems, Severity},
    load::SourceFile,
};

/// The largest file that is read, in bytes. A long interview has a fiftieth of it.
const LARGEST: usize = 1 << 20;

/// Decodes a file; one that is no text or too large is reported and keeps its place.
pub(super) fn decode<'a>(file: &'a SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Document<'a> {
    let text = if file.bytes.len() > LARGEST {
        diagnostics.push(Diagnostic::of_file(
            Severity::Error,
            "too-large",
            &file.path,
            format!("the file is larger than {} KiB", LARGEST >> 10),
            "divide it, or check whether it really is Markdown",
        ));
        None
    } else {
        match std::str::from_utf8(&file.bytes) {
            Ok(text) => Some(text),
            Err(error) => {
                diagnostics.push(report(file, error.valid_up_to()));
                None
            }
        }
    };
    Document { path: &file.path, text, problems: Problems::default() }
}

fn report(file: &SourceFile, place: usize) -> Diagnostic {
    let before = &file.bytes[..place];
    let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
    let end = file.bytes[place..].iter().position(|&byte| byte == b'\n').map_or(file.bytes.len(), |end| place + end);
    // Enough of the line to recognise it: the rest is most likely unreadable.
    let shown = String::from_utf8_lossy(&before[start..]).into_owned();
    let rest = String::from_utf8_lossy(&file.bytes[place..end.min(place + 80)]).into_owned();
    let column = shown.chars().count() + 1;
    let marked = shown.len()..shown.len() + rest.chars().next().map_or(0, char::len_utf8);
    let help = match file.bytes.as_slice() {
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => "the file is UTF-16; save it as UTF-8",
        _ => "save the file as UTF-8; Japanese text in another encoding, such as Shift_JIS, looks like this",
    };
    let mut diagnostic = Diagnostic::of_file(
        Severity::Error,
        "not-utf8",
        &file.path,
        format!("the file is not UTF-8: byte {place} is no part of any character"),
        help,
    );
    diagnostic.span = place..place + 1;
    diagnostic.line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
    diagnostic.column = column;
    diagnostic.source = (shown + &rest).trim_end_matches('\r').to_owned();
    diagnostic.marked = marked.start.min(diagnostic.source.len())..marked.end.min(diagnostic.source.len());
    diagnostic
}
