//! Opens a site from the options of the command line, for every command that answers URLs.

use std::{path::Path, sync::Arc};

use app::Preview;
use conference::diagnostic::{Count, Severity, Style, render};

use crate::{
    arguments::SiteOptions, clock::Clock, content::ContentFolder, library::Library, locale::report_language,
    page_cache::PageCache, pictures::Pictures, representation::Effort, settings::find_urls, state::App,
};

/// The size of the cache and the work that its entries are worth.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CacheOptions {
    /// In bytes.
    pub(crate) budget: u64,
    /// How much work their compression is worth.
    pub(crate) effort: Effort,
}

/// Opens a content folder and reports the problems of its files. If the current folder holds no content, the built-in conference
/// is opened, which cannot be edited.
///
/// # Errors
/// If there is no folder, or no usable conference in it. A preview waits for one.
pub(crate) fn open(
    content: &Path,
    options: &SiteOptions,
    preview: Preview,
    cache: CacheOptions,
) -> anyhow::Result<App> {
    let pictures = Pictures::new(options.cache.clone().open());
    let (folder, preview) = match ContentFolder::open(content, pictures.clone()) {
        Ok(folder) => (folder, preview),
        Err(error) => match ContentFolder::built_in(pictures.clone()).filter(|_| content == Path::new(".")) {
            Some(folder) => {
                eprintln!(
                    "no conference in this folder: here is the built-in one; `serverlessconf new event` starts yours"
                );
                (folder, Preview::Off)
            }
            None => return Err(error),
        },
    };
    let urls = find_urls(&options.build, &options.base_url, &options.base_path, options.offline.copies());
    let clock = options.at.map_or(Clock::System, Clock::Fixed);
    let library = Arc::new(Library::open(folder, urls, preview, clock));
    let edition = library.edition();
    for diagnostic in edition.diagnostics.iter().filter(|diagnostic| diagnostic.severity != Severity::Note) {
        eprintln!("{}", render(diagnostic, Style::Colored, report_language()));
    }
    if edition.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error) {
        eprintln!("{}", Count::of(&edition.diagnostics).text(report_language()));
    }
    if edition.site.is_none() && preview == Preview::Off {
        anyhow::bail!("{} holds no usable conference; see above", content.display());
    }
    Ok(App {
        library,
        content: content.into(),
        pictures,
        pages: Arc::new(PageCache::new(cache.budget, cache.effort)),
        files: Arc::default(),
        build: options.build.clone(),
        clock,
        preview,
    })
}
