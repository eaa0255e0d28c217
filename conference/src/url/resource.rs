//! One type for everything that the site answers from the conference.

use super::{Export, Route, asset, decode_path, pattern, picture};
use crate::Language;

/// Something with a URL on the site: a page, a generated document, a picture or a file of an author.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Resource {
    /// A page in a language.
    Page(Route),
    /// A document generated from the conference.
    Export(Export),
    /// A rendition of a picture, by its file name.
    Rendition(String),
    /// A file beside the Markdown files, by its path below the content folder.
    File(String),
}

impl Resource {
    /// Its path: absolute, without host, with its query. `languages` are those of the event, the default first.
    pub fn path(&self, languages: &[Language]) -> String {
        match self {
            Self::Page(route) => route.path(languages),
            Self::Export(export) => export.path(),
            Self::Rendition(name) => picture(name),
            Self::File(path) => asset(path),
        }
    }

    /// The form of its path, which names it in metrics and logs.
    pub fn pattern(&self, languages: &[Language]) -> &'static str {
        match self {
            Self::Page(route) => route.pattern(languages),
            Self::Export(export) => export.pattern(),
            Self::Rendition(_) => pattern::RENDITION,
            Self::File(_) => pattern::FILE,
        }
    }

    /// Reads a path and a query; `None` if no resource has a path of that form. Whether it exists is not asked.
    ///
    /// `languages` are those of the event, the default first.
    pub fn parse(path: &str, query: &str, languages: &[Language]) -> Option<Self> {
        if let Some(route) = Route::parse(path, query, languages) {
            return Some(Self::Page(route));
        }
        if let Some(name) = path.strip_prefix(super::PICTURES) {
            return (!name.is_empty() && !name.contains('/')).then(|| Self::Rendition(name.to_owned()));
        }
        if let Some(path) = path.strip_prefix(super::ASSETS) {
            return decode_path(path).filter(|path| !path.is_empty()).map(Self::File);
        }
        Export::parse(path, query).map(Self::Export)
    }
}
