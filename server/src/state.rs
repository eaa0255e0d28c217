//! Everything that answers are made from; the handlers get it as axum's state.

use std::{path::Path, sync::Arc};

use app::Preview;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;

use crate::{
    arguments::Build, clock::Clock, files::Files, library::Library, page_cache::PageCache, pictures::Pictures,
};

/// The parts of the program that answer requests.
#[derive(Clone, Debug)]
pub struct App {
    /// The content.
    pub library: Arc<Library>,
    /// The content folder, for the files beside the Markdown files.
    pub content: Arc<Path>,
    /// Their renditions.
    pub pictures: Pictures,
    /// Rendered pages and exports.
    pub pages: Arc<PageCache>,
    /// Built and public files.
    pub files: Arc<Files>,
    /// Where the built files are.
    pub build: Build,
    /// The clock.
    pub clock: Clock,
    /// Whether pages renew themselves.
    pub preview: Preview,
}

/// Leptos asks the state for the options of the build.
impl FromRef<App> for LeptosOptions {
    fn from_ref(app: &App) -> Self {
        let Build { pkg_dir, output_name, .. } = &app.build;
        Self::builder().output_name(output_name.clone()).site_pkg_dir(pkg_dir.clone()).build()
    }
}
