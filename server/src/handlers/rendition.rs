//! Renditions of pictures, each made now unless it was made before.

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};

use crate::{
    cache_policy::CachePolicy,
    files::{self, FileHeaders},
    pictures::Made,
    security,
    state::App,
};

/// Answers with a rendition.
pub(crate) async fn rendition(State(app): State<App>, Path(name): Path<String>, request: Request) -> Response {
    let edition = app.library.edition();
    let Some(site) = &edition.site else { return StatusCode::NOT_FOUND.into_response() };
    let Some(rendition) = site.conference.renditions.get(&name).cloned() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = FileHeaders::new(&name, Some(rendition.operation.encoding.media_type()), CachePolicy::Forever);
    if let Some(response) = headers.without_content(request.headers()) {
        return response;
    }
    let mut response = match app.pictures.make_soon(app.content.clone(), name, rendition).await {
        Ok(Made::File(file)) => headers.file(&file, request).await,
        Ok(Made::Bytes(bytes)) => headers.bytes(bytes),
        Err(error) => {
            tracing::warn!(%error, "a picture could not be made");
            return StatusCode::NOT_FOUND.into_response();
        }
    };
    if files::is_content(response.status()) {
        security::open_to_all_sites(response.headers_mut());
    }
    response
}
