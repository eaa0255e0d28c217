//! Texts that rendering adds to a body, in the language of the body.

use crate::Language;

/// The labels of one language.
#[derive(Debug)]
pub(super) struct Labels {
    /// The heading of the footnotes.
    pub(super) footnotes: &'static str,
    /// A footnote reference, followed by its number.
    pub(super) footnote: &'static str,
    /// The link back from a footnote, before and after its number.
    pub(super) back: (&'static str, &'static str),
    /// The photographer.
    pub(super) photo: &'static str,
    /// A scrolling table.
    pub(super) table: &'static str,
    /// A completed task.
    pub(super) done: &'static str,
    /// An open task.
    pub(super) open: &'static str,
}

const JAPANESE: Labels = Labels {
    footnotes: "脚注",
    footnote: "脚注 ",
    back: ("脚注 ", " の参照元へ戻る"),
    photo: "写真",
    table: "表",
    done: "完了",
    open: "未完了",
};

const ENGLISH: Labels = Labels {
    footnotes: "Footnotes",
    footnote: "Footnote ",
    back: ("Back to reference ", ""),
    photo: "Photo",
    table: "Table",
    done: "done",
    open: "to do",
};

impl Labels {
    /// The labels for a language; English if it has none.
    pub(super) fn of(language: &Language) -> &'static Self {
        match language.as_str().split('-').next() {
            Some("ja") => &JAPANESE,
            _ => &ENGLISH,
        }
    }
}
