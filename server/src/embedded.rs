//! The files inside of the program, where it was built with them (feature `embedded`, `make dist`): the built files of
//! the site, and the built-in conference.

use std::borrow::Cow;

/// A file inside of the program.
#[derive(Debug)]
pub struct Embedded {
    /// Its bytes.
    pub bytes: Cow<'static, [u8]>,
    /// Its media type.
    pub media_type: String,
}

/// A built file or one of `public/`, by its path.
pub fn site_file(path: &str) -> Option<Embedded> {
    inside::site_file(path)
}

/// The paths of all built files.
pub fn site_files() -> impl Iterator<Item = Cow<'static, str>> {
    inside::site_files()
}

/// The Markdown files of the built-in conference, by their paths below a content folder; empty where there are none.
pub fn conference() -> Vec<(String, Cow<'static, [u8]>)> {
    inside::conference()
}

#[cfg(feature = "embedded")]
mod inside {
    use std::borrow::Cow;

    use rust_embed::Embed;

    use super::Embedded;

    #[derive(Embed)]
    #[folder = "../target/site"]
    struct Site;

    #[derive(Embed)]
    #[folder = "../program"]
    #[prefix = "program/"]
    #[include = "**/*.md"]
    #[include = "releases.yaml"]
    struct Program;

    #[derive(Embed)]
    #[folder = "../interviews"]
    #[prefix = "interviews/"]
    #[include = "**/*.md"]
    struct Interviews;

    #[derive(Embed)]
    #[folder = "../news"]
    #[prefix = "news/"]
    #[include = "**/*.md"]
    struct News;

    pub(super) fn site_file(path: &str) -> Option<Embedded> {
        let file = Site::get(path)?;
        Some(Embedded { media_type: file.metadata.mimetype().to_owned(), bytes: file.data })
    }

    pub(super) fn site_files() -> impl Iterator<Item = Cow<'static, str>> {
        Site::iter()
    }

    pub(super) fn conference() -> Vec<(String, Cow<'static, [u8]>)> {
        let program = Program::iter().filter_map(|path| Some((path.to_string(), Program::get(&path)?.data)));
        let interviews = Interviews::iter().filter_map(|path| Some((path.to_string(), Interviews::get(&path)?.data)));
        let news = News::iter().filter_map(|path| Some((path.to_string(), News::get(&path)?.data)));
        program.chain(interviews).chain(news).collect()
    }
}

#[cfg(not(feature = "embedded"))]
mod inside {
    use std::borrow::Cow;

    use super::Embedded;

    pub(super) fn site_file(_: &str) -> Option<Embedded> {
        None
    }

    pub(super) fn site_files() -> impl Iterator<Item = Cow<'static, str>> {
        std::iter::empty()
    }

    pub(super) fn conference() -> Vec<(String, Cow<'static, [u8]>)> {
        Vec::new()
    }
}
