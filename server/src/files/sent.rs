//! Files that are sent from the disk, whole or in part: pictures, and files beside the content.

use std::{io, path::Path};

use axum::{
    body::{Body, Bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use tower_http::services::ServeFile;

use crate::{
    cache_policy::CachePolicy,
    representation::{Condition, fits_parts},
};

/// The entity tag, media type and cache policy of a file.
#[derive(Debug)]
pub(crate) struct FileHeaders {
    /// `None` if the bytes are unknown.
    etag: Option<HeaderValue>,
    /// By the name of the file if `None`.
    media_type: Option<HeaderValue>,
    policy: CachePolicy,
}

impl FileHeaders {
    /// With an entity tag that belongs to these bytes alone, here and at every replica: a digest.
    ///
    /// There is no modification date, because replicas have different ones.
    pub(crate) fn new(name: &str, media_type: Option<&'static str>, policy: CachePolicy) -> Self {
        let etag = HeaderValue::from_str(&format!("\"{name}\"")).expect("digits and names of URLs are a valid header");
        Self { etag: Some(etag), media_type: media_type.map(HeaderValue::from_static), policy }
    }

    /// For bytes of unknown digest: clients must not store them or combine parts of them.
    pub(crate) fn unknown() -> Self {
        Self { etag: None, media_type: None, policy: CachePolicy::Never }
    }

    /// The response if the conditions of the request make the content unnecessary.
    pub(crate) fn without_content(&self, request: &HeaderMap) -> Option<Response> {
        let etag = self.etag.as_ref()?.to_str().ok()?;
        match Condition::of(request, etag) {
            Condition::Met => None,
            Condition::NotModified => Some(self.put_on(StatusCode::NOT_MODIFIED.into_response())),
            Condition::Failed => Some(StatusCode::PRECONDITION_FAILED.into_response()),
        }
    }

    /// The response with a file, or with the requested part of it.
    pub(crate) async fn file(&self, file: &Path, mut request: Request) -> Response {
        match self.etag.as_ref().and_then(|etag| etag.to_str().ok()) {
            Some(etag) => keep_usable_range(request.method().clone(), request.headers_mut(), Some(etag)),
            None => request.headers_mut().clear(),
        }
        self.put_on(answered(ServeFile::new(file).try_call(request).await))
    }

    /// The response with bytes in memory, always whole: a server may ignore a range (RFC 9110, section 14.2).
    pub(crate) fn bytes(&self, bytes: Vec<u8>) -> Response {
        self.put_on(Body::from(bytes).into_response())
    }

    fn put_on(&self, mut response: Response) -> Response {
        if !is_content(response.status()) {
            return response;
        }
        let headers = response.headers_mut();
        headers.remove(header::LAST_MODIFIED);
        if let Some(etag) = &self.etag {
            headers.insert(header::ETAG, etag.clone());
        }
        headers.insert(header::CACHE_CONTROL, self.policy.header());
        if let Some(media_type) = self.media_type.as_ref().filter(|_| response.status() != StatusCode::NOT_MODIFIED) {
            response.headers_mut().insert(header::CONTENT_TYPE, media_type.clone());
        }
        response
    }
}

/// Whether a response is about the content, and is no error.
pub(crate) fn is_content(status: StatusCode) -> bool {
    matches!(status, StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED)
}

/// Removes a range unless a part can be sent: one range of bytes that fits the parts of the client.
pub(crate) fn keep_usable_range(method: Method, request: &mut HeaderMap, etag: Option<&str>) {
    let single = |range: &str| range.starts_with("bytes=") && !range.contains(',');
    let is_single = request.get(header::RANGE).is_some_and(|range| range.to_str().is_ok_and(single));
    if method != Method::GET || !is_single || !fits_parts(request, etag) {
        request.remove(header::RANGE);
    }
    // Responses have no dates, so conditions on dates are ignored.
    if etag.is_some() {
        request.remove(header::IF_MODIFIED_SINCE);
        request.remove(header::IF_UNMODIFIED_SINCE);
    }
}

/// The response for a file that was read. An error has only a status: its page is added later.
pub(crate) fn answered<B>(result: io::Result<axum::http::Response<B>>) -> Response
where
    B: axum::body::HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<axum::BoxError>,
{
    match result {
        Ok(response) => {
            let mut response = response.map(Body::new);
            if !is_content(response.status()) {
                response.headers_mut().remove(header::CONTENT_TYPE);
                response.headers_mut().remove(header::LAST_MODIFIED);
            }
            response
        }
        // The file system does not allow such a name.
        Err(error) if error.kind() == io::ErrorKind::InvalidFilename => StatusCode::NOT_FOUND.into_response(),
        Err(error) => {
            tracing::error!(%error, "a file could not be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
