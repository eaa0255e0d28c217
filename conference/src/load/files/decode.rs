//! Decodes files as UTF-8.

use super::document::Document;
use crate::{
    diagnostic::{Diagnostic, Problems, Severity},
    load::sources::SourceFile,
    message,
};

/// The largest file that is read, in bytes; fifty times the size of a long interview.
pub(super) const LARGEST: usize = 1 << 20;

/// The largest list of releases that is read, in bytes: each of 10,000 sessions may change ten times.
pub(super) const LARGEST_LOG: usize = 32 << 20;

/// Decodes a file. A file that is not UTF-8 or too large is reported, but still counts as present.
pub(super) fn decode<'a>(file: &'a SourceFile, largest: usize, diagnostics: &mut Vec<Diagnostic>) -> Document<'a> {
    let text = if file.bytes().len() > largest {
        diagnostics.push(Diagnostic::of_file(
            Severity::Error,
            "too-large",
            &file.path,
            message!(
                "the file is larger than {limit} KiB",
                "ファイルが{limit} KiBを超えています",
                limit = largest >> 10
            ),
            message!(
                "divide it, or check whether it really is Markdown",
                "分割するか、本当にMarkdownかどうか確かめてください"
            ),
        ));
        None
    } else {
        // Every load decodes every file: with the standard library that takes 7 % of a load after one change.
        match simdutf8::compat::from_utf8(file.bytes()) {
            Ok(text) => Some(text),
            Err(error) => {
                diagnostics.push(report(file, error.valid_up_to()));
                None
            }
        }
    };
    Document { path: &file.path, text, digest: *file.digest(), problems: Problems::default() }
}

const CODE: &str = "not-utf8";

fn report(file: &SourceFile, place: usize) -> Diagnostic {
    if let [0xff, 0xfe, ..] | [0xfe, 0xff, ..] = &**file.bytes() {
        let message = message!(
            "the file is UTF-16, which only some editors can read",
            "文字コードがUTF-16です。読めないエディターがあります"
        );
        return Diagnostic::of_file(
            Severity::Error,
            CODE,
            &file.path,
            message,
            message!("save the file as UTF-8", "UTF-8で保存してください"),
        );
    }
    let before = &file.bytes()[..place];
    let start = before.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
    let end =
        file.bytes()[place..].iter().position(|&byte| byte == b'\n').map_or(file.bytes().len(), |end| place + end);
    // Enough of the line to recognise it; the rest is probably unreadable.
    let shown = String::from_utf8_lossy(&before[start..]).into_owned();
    let rest = String::from_utf8_lossy(&file.bytes()[place..end.min(place + 80)]).into_owned();
    let column = shown.chars().count() + 1;
    let marked = shown.len()..shown.len() + rest.chars().next().map_or(0, char::len_utf8);
    let help = message!(
        "save the file as UTF-8; Japanese text in another encoding, such as Shift_JIS, looks like this",
        "UTF-8で保存してください。Shift_JISなど、ほかの文字コードで保存されているようです"
    );
    let mut diagnostic = Diagnostic::of_file(
        Severity::Error,
        CODE,
        &file.path,
        message!(
            "the file is not UTF-8: byte {place} is no part of any character",
            "文字コードがUTF-8ではありません（{place}バイト目が文字として読めません）"
        ),
        help,
    );
    diagnostic.span = place..place + 1;
    diagnostic.line = before.iter().filter(|&&byte| byte == b'\n').count() + 1;
    diagnostic.column = column;
    diagnostic.source = (shown + &rest).trim_end_matches('\r').to_owned();
    diagnostic.marked = marked.start.min(diagnostic.source.len())..marked.end.min(diagnostic.source.len());
    diagnostic
}
