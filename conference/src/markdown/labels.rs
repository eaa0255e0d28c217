//! The words that are read out or shown but not written in the Markdown, in the language of the text.

use crate::Language;

/// The labels of one language.
#[derive(Debug)]
pub(super) struct Labels {
    /// Of the list of footnotes.
    pub(super) footnotes: &'static str,
    /// Of a reference to a footnote; its number follows.
    pub(super) footnote: &'static str,
    /// Of the way back from a footnote, before and after its number.
    pub(super) back: (&'static str, &'static str),
    /// Of whoever took a picture.
    pub(super) photo: &'static str,
    /// Of a table that scrolls.
    pub(super) table: &'static str,
    /// Of a task that is done.
    pub(super) done: &'static str,
    /// Of a task that is not.
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
    /// The labels for a text; English where there are none of its language.
    pub(super) fn of(language: &Language) -> &'static Self {
        match language.as_str().split('-').next() {
            Some("ja") => &JAPANESE,
            _ => &ENGLISH,
        }
    }
}
