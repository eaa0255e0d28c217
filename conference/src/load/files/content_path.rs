//! Parses paths of the content folder.

use crate::{
    Slug,
    diagnostic::{Diagnostic, Severity, Words, words},
    message,
    url::Page,
};

/// The file of the event.
pub(in crate::load) const EVENT: &str = "program/event.md";

/// The kinds of items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::load) enum Kind {
    Session,
    Speaker,
    Interview,
    Series,
    News,
}

impl Kind {
    /// Every kind.
    pub(in crate::load) const ALL: [Self; 5] =
        [Self::Session, Self::Speaker, Self::Interview, Self::Series, Self::News];

    /// The folder of its files.
    pub(in crate::load) fn folder(self) -> &'static str {
        match self {
            Self::Session => "program/sessions",
            Self::Speaker => "program/speakers",
            Self::Interview => "interviews",
            Self::Series => "interviews/series",
            Self::News => "news",
        }
    }

    /// Its name in messages.
    pub(in crate::load) fn name(self) -> Words {
        match self {
            Self::Session => words!("session", "セッション"),
            Self::Speaker => words!("speaker", "登壇者"),
            Self::Interview => words!("interview", "インタビュー"),
            Self::Series => words!("series", "シリーズ"),
            Self::News => words!("article", "お知らせ"),
        }
    }

    /// The kind of item that has a page.
    pub(in crate::load) fn of_page(page: &Page) -> Option<Self> {
        Some(match page {
            Page::Session(_) => Self::Session,
            Page::Speaker(_) => Self::Speaker,
            Page::Interview(_) => Self::Interview,
            Page::Series(_) => Self::Series,
            Page::Article(_) => Self::News,
            _ => return None,
        })
    }

    /// The page of an item.
    pub(in crate::load) fn page(self, slug: Slug) -> Page {
        match self {
            Self::Session => Page::Session(slug),
            Self::Speaker => Page::Speaker(slug),
            Self::Interview => Page::Interview(slug),
            Self::Series => Page::Series(slug.to_string()),
            Self::News => Page::Article(slug),
        }
    }
}

/// The owner of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::load) enum Owner {
    /// The event.
    Event,
    /// An item.
    Item(Kind, Slug),
}

/// A parsed path of the content folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::load) struct ContentPath<'a> {
    pub(in crate::load) owner: Owner,
    /// The language suffix.
    pub(in crate::load) suffix: Option<&'a str>,
}

impl ContentPath<'_> {
    /// The page of the item if the item has a publication time.
    pub(in crate::load) fn dated(&self) -> Option<Page> {
        match &self.owner {
            Owner::Item(kind @ (Kind::Interview | Kind::News), slug) => Some(kind.page(slug.clone())),
            _ => None,
        }
    }

    /// Whether the file belongs to an interview.
    pub(in crate::load) fn is_interview(&self) -> bool {
        matches!(self.owner, Owner::Item(Kind::Interview, _))
    }
}

/// Parses the path of a Markdown file. Returns `Ok(None)` for READMEs and hidden files, which are not content.
pub(super) fn find(path: &str) -> Result<Option<ContentPath<'_>>, Box<Diagnostic>> {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    if path.split('/').any(|segment| segment.starts_with('.')) || name.eq_ignore_ascii_case("readme.md") {
        return Ok(None);
    }
    let Some(stem) = name.strip_suffix(".md") else { return Err(misplaced(path)) };
    let (base, suffix) = match stem.split_once('.') {
        Some((base, suffix)) => (base, Some(suffix)),
        None => (stem, None),
    };
    if folder == "program" && base == "event" {
        return Ok(Some(ContentPath { owner: Owner::Event, suffix }));
    }
    let found = Kind::ALL.into_iter().find_map(|kind| {
        let rest = folder.strip_prefix(kind.folder())?;
        match rest.strip_prefix('/') {
            None if rest.is_empty() => Some((kind, base)),
            Some(item) if base == "index" && !item.contains('/') => Some((kind, item)),
            _ => None,
        }
    });
    let Some((kind, text)) = found else { return Err(misplaced(path)) };
    match Slug::parse(text) {
        Some(slug) => Ok(Some(ContentPath { owner: Owner::Item(kind, slug), suffix })),
        None => Err(bad_slug(path, text)),
    }
}

/// Reports a file with a Markdown-like extension that is not read.
pub(super) fn report_asset(path: &str) -> Option<Diagnostic> {
    let (stem, extension) = path.rsplit_once('.')?;
    let markdown = ["md", "markdown", "mkd", "mdx"].iter().any(|known| extension.eq_ignore_ascii_case(known));
    markdown.then(|| {
        Diagnostic::of_file(
            Severity::Warning,
            "misplaced-file",
            path,
            message!(
                "this file is not read, since its name does not end with `.md`",
                "名前が`.md`で終わらないため、このファイルは読まれません"
            ),
            message!("rename it to `{stem}.md`", "名前を`{stem}.md`に変えてください"),
        )
    })
}

fn misplaced(path: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::of_file(
        Severity::Warning,
        "misplaced-file",
        path,
        message!(
            "this file is not read, since it is in none of the places where content is looked for",
            "内容を置く場所ではないため、このファイルは読まれません"
        ),
        message!(
            "move it to `program/sessions/<name>.md`, `program/speakers/<name>.md`, `interviews/<name>.md` or `news/<name>.md`; in a folder of its own it must be called `index.md`",
            "`program/sessions/<name>.md`、`program/speakers/<name>.md`、`interviews/<name>.md`、`news/<name>.md`のどれかに移してください。専用のフォルダーに置くときの名前は`index.md`です"
        ),
    ))
}

fn bad_slug(path: &str, text: &str) -> Box<Diagnostic> {
    let words: Vec<_> = text
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let example = if words.is_empty() { String::from("allan-espinosa") } else { words.join("-") };
    Box::new(Diagnostic::of_file(
        Severity::Error,
        "bad-slug",
        path,
        message!("`{text}` cannot be a name in URLs", "`{text}`はURLの名前として使えません"),
        message!(
            "rename it with only a–z, 0–9 and hyphens, such as `{example}`",
            "a〜z、0〜9、ハイフンだけの名前に変えてください。例: `{example}`"
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::{Owner, find};

    /// Checks a place written as "session a en", with `-` for what is not there.
    fn check(path: &str, expected: &str) {
        let found = find(path).ok().flatten().map(|place| {
            let owner = match place.owner {
                Owner::Event => String::from("event -"),
                Owner::Item(kind, slug) => format!("{} {slug}", kind.name().english),
            };
            format!("{owner} {}", place.suffix.unwrap_or("-"))
        });
        assert_eq!(found.as_deref().unwrap_or("nothing"), expected, "{path}");
    }

    #[test]
    fn an_item_is_a_file_or_a_folder() {
        check("program/event.md", "event - -");
        check("program/event.en.md", "event - en");
        check("program/sessions/a.md", "session a -");
        check("program/speakers/a/index.en.md", "speaker a en");
        check("interviews/a.pt-br.md", "interview a pt-br");
        check("interviews/index.md", "interview index -");
        check("interviews/series/a.md", "series a -");
        check("interviews/series/a/index.en.md", "series a en");
        check("interviews/series/index.md", "interview series -");
        check("news/a.en.md", "article a en");
    }

    #[test]
    fn other_files_are_no_content() {
        for path in [
            "event.md",
            "program/foo.md",
            "program/sessions/a/b.md",
            "program/sessions/a/b/index.md",
            "interviewsx/a.md",
            "interviews/README.md",
            "interviews/.a.md",
            ".git/a.md",
            "interviews/A.md",
            "interviews/.md",
            "a.txt",
            "",
        ] {
            check(path, "nothing");
        }
    }
}
