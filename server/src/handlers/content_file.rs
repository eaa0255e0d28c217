//! Files of authors beside the Markdown files: only those to which the conference leads.

use std::fs::Metadata;

use axum::{
    extract::{Path, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};

use crate::{
    cache_policy::CachePolicy,
    files::{self, FileHeaders},
    security,
    state::App,
};

/// Answers with a file.
pub(crate) async fn content_file(State(app): State<App>, Path(path): Path<String>, request: Request) -> Response {
    let edition = app.library.edition();
    let Some(site) = &edition.site else { return StatusCode::NOT_FOUND.into_response() };
    let Some(known) = site.conference.assets.get(&path).filter(|asset| asset.is_served()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let file = app.content.join(&known.path);
    let is_other = |metadata: Metadata| edition.files.is_other(&known.path, known.digest, &metadata);
    let headers = if tokio::fs::metadata(&file).await.is_ok_and(is_other) {
        FileHeaders::unknown()
    } else {
        let digest = blake3::Hash::from(known.digest).to_hex();
        FileHeaders::new(&digest[..32], None, CachePolicy::Revalidate)
    };
    let mut response = match headers.without_content(request.headers()) {
        Some(response) => response,
        None => headers.file(&file, request).await,
    };
    if files::is_content(response.status()) {
        let policy = HeaderValue::from_static(security::FILES_OF_AUTHORS);
        response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, policy);
        security::open_to_all_sites(response.headers_mut());
    }
    response
}
