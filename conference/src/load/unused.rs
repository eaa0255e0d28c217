//! Reports files that no page uses, and speakers whom no session or interview names.

use std::collections::BTreeSet;

use super::bodies::Used;
use crate::{
    diagnostic::{Diagnostic, Severity},
    message,
};

/// Reports unused assets, which are not served, and unused speakers.
pub(super) fn report<'a>(used: &Used, files: impl Iterator<Item = &'a &'a str>, diagnostics: &mut Vec<Diagnostic>) {
    let shown: BTreeSet<&str> = used.by_pages.iter().chain(&used.by_drafts).map(|(path, _)| path.as_str()).collect();
    let unused = files.filter(|path| !shown.contains(**path));
    let known: BTreeSet<_> = diagnostics.iter().map(|diagnostic| diagnostic.path.clone()).collect();
    let unused = unused.filter(|path| !known.contains(**path));
    let of_files = unused.map(|path| {
        let help = message!(
            "link to it or show it somewhere, or remove it; it is not on the site",
            "どこかからリンクするか表示してください。不要なら消してください。サイトには出ていません"
        );
        Diagnostic::of_file(
            Severity::Warning,
            "unused-file",
            path,
            message!("nothing leads to this file", "このファイルはどこからも使われていません"),
            help,
        )
    });
    diagnostics.extend(of_files);
    let of_speakers = used.idle.iter().map(|path| {
        let help = message!(
            "name them in the `speakers` of a session or an interview, or remove the file",
            "セッションかインタビューの`speakers`に書くか、このファイルを消してください"
        );
        let message = message!(
            "no session and no interview is with this speaker",
            "この人が登壇するセッションもインタビューもありません"
        );
        Diagnostic::of_file(Severity::Warning, "unused-speaker", path, message, help)
    });
    diagnostics.extend(of_speakers);
}
