//! Files of the build and of `public/`, and the way to the page that a mistaken address means.

use axum::{
    extract::{Request, State},
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};
use conference::{
    Language,
    url::{EMBED_SCRIPT, Resource, Route},
};
use tower_http::services::ServeDir;

use super::{export::export, unavailable};
use crate::{
    arguments::Build,
    cache_policy::CachePolicy,
    embedded::{self, Embedded},
    files,
    http::redirect,
    representation::acceptable,
    security,
    state::App,
};

/// Answers everything that no route answers.
pub(crate) async fn built_file(State(app): State<App>, request: Request) -> Response {
    let edition = app.library.edition();
    let Some(site) = &edition.site else { return unavailable() };
    let (uri, languages) = (request.uri(), &site.conference.event.languages);
    // Routers cannot name exports with a digest or a number in their names.
    if let Some(Resource::Export(_)) = Resource::parse(uri.path(), "", languages) {
        return export(State(app), request).await;
    }
    match respelled(uri.path(), languages) {
        Some(path) => match uri.query() {
            Some(query) => redirect(&site.urls.base_path, &format!("{path}?{query}")),
            None => redirect(&site.urls.base_path, &path),
        },
        None => {
            let is_for_other_sites = uri.path() == EMBED_SCRIPT;
            let mut response = file(&app, request).await;
            if is_for_other_sites {
                security::open_to_all_sites(response.headers_mut());
            }
            response
        }
    }
}

/// The page that is most likely meant if there is none of this name: with or without a slash at the end, in small letters.
fn respelled(path: &str, languages: &[Language]) -> Option<String> {
    let small = path.to_lowercase();
    let other = small.strip_suffix('/').map_or_else(|| format!("{small}/"), str::to_owned);
    let route = [small, other].into_iter().find_map(|path| Route::parse(&path, "", languages))?;
    Some(route.path(languages))
}

/// A file of the build or of `public/`.
async fn file(app: &App, mut request: Request) -> Response {
    let path = request.uri().path();
    if path.ends_with('/') {
        return StatusCode::NOT_FOUND.into_response();
    }
    let policy = if is_named_by_digest(path, &app.build) { CachePolicy::Forever } else { CachePolicy::Revalidate };
    if let Some(kept) = app.files.find(&app.build, app.preview, path) {
        kept.make_soon(acceptable(request.headers())).await;
        return kept.answer(request.method(), request.headers(), policy);
    }
    let mut response = match app.build.folder() {
        Some(folder) => {
            files::keep_usable_range(request.method().clone(), request.headers_mut(), None);
            let mut files = ServeDir::new(folder).append_index_html_on_directories(false);
            files::answered(files.try_call(request).await)
        }
        None => match embedded::site_file(path.trim_start_matches('/')) {
            Some(Embedded { bytes, media_type }) => ([(header::CONTENT_TYPE, media_type)], bytes).into_response(),
            None => StatusCode::NOT_FOUND.into_response(),
        },
    };
    if files::is_content(response.status()) {
        response.headers_mut().insert(header::CACHE_CONTROL, policy.header());
    }
    response
}

/// Whether it is `name.<digest>.css` instead of `name.css`.
fn is_named_by_digest(path: &str, build: &Build) -> bool {
    let name = path.strip_prefix(&format!("/{}/", build.pkg_dir)).unwrap_or_default();
    let is_digest =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let rest = name.strip_prefix(&format!("{}.", build.output_name));
    rest.and_then(|rest| rest.split_once('.'))
        .is_some_and(|(digest, extension)| is_digest(digest) && matches!(extension, "css" | "js" | "wasm"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slashes_and_capitals_are_corrected_if_there_is_a_page() {
        let languages = ["ja", "en"].map(|tag| Language::parse(tag).expect("a valid tag"));
        for (path, meant) in [
            ("/schedule/", Some("/schedule")),
            ("/en", Some("/en/")),
            ("/EN/Schedule/", Some("/en/schedule")),
            ("/Speakers/Allan-Espinosa", Some("/speakers/allan-espinosa")),
            ("/islands.js/", None),
            ("/a/b/c", None),
        ] {
            assert_eq!(respelled(path, &languages).as_deref(), meant, "{path}");
        }
    }
}
