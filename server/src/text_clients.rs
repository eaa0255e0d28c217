//! Plain text for clients that show no pages: curl, and those that ask for `text/plain`, get the text beside a page.

use std::sync::Arc;

use axum::http::{HeaderMap, HeaderValue, Uri, header, request::Parts};
use conference::url::{Export, PlainText, Route, pattern};

use crate::{
    http::{Answer, Respond},
    library::Library,
    negotiation::{Format, format},
};

/// The ends of the paths of pages with a text beside them.
const ENDS: [&str; 2] = [pattern::SCHEDULE.plain, pattern::NOW.plain];

/// The beginning of the name by which curl introduces itself.
const CURL: &[u8] = b"curl/";

/// A service whose pages are plain text for clients of plain text.
#[derive(Debug)]
pub(crate) struct TextClients<S> {
    inner: S,
    library: Arc<Library>,
}

impl<S> TextClients<S> {
    pub(crate) fn new(inner: S, library: Arc<Library>) -> Self {
        Self { inner, library }
    }

    /// The address of the text beside a page, if the client wants it.
    fn text(&self, request: &Parts) -> Option<Uri> {
        let path = request.uri.path();
        if !ENDS.iter().any(|end| path.ends_with(end)) || !wants_text(&request.headers) {
            return None;
        }
        let edition = self.library.edition();
        let languages = &edition.site.as_ref()?.conference.event.languages;
        let query = request.uri.query().unwrap_or_default();
        let route = Route::parse(path, query, languages)?;
        let language = (route.language != languages[0]).then_some(route.language);
        let text = PlainText::of_page(&route.page, language, query)?;
        Export::PlainText(text).path().parse().ok()
    }
}

impl<S: Respond> Respond for TextClients<S> {
    async fn respond(&self, request: &mut Parts) -> Answer {
        let Some(address) = self.text(request) else { return self.inner.respond(request).await };
        request.uri = address;
        let mut answer = self.inner.respond(request).await;
        // The page itself does not name these headers. Caches ask again for every request (`no-cache`) and find that the ETag is
        // another one, but the copy that browsers keep offline would not be found for other values of `Accept`.
        answer.response.headers_mut().append(header::VARY, HeaderValue::from_static("accept, user-agent"));
        answer
    }
}

/// Whether a client asks for text, or is curl and asks for nothing in particular.
fn wants_text(headers: &HeaderMap) -> bool {
    let accepts = headers.get(header::ACCEPT).filter(|accept| accept.as_bytes() != b"*/*");
    match accepts {
        Some(_) => format(headers) == Format::Plain,
        None => headers.get(header::USER_AGENT).is_some_and(|name| name.as_bytes().starts_with(CURL)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_clients_that_show_no_page_get_text() {
        for (accept, agent, expected) in [
            (Some("*/*"), "curl/8.5.0", true),
            (None, "curl/8.5.0", true),
            (Some("text/html"), "curl/8.5.0", false),
            (Some("application/json"), "curl/8.5.0", false),
            (Some("text/plain"), "Mozilla/5.0", true),
            (Some("text/html,application/xhtml+xml,*/*;q=0.8"), "Mozilla/5.0", false),
            (Some("*/*"), "Mozilla/5.0 (like curl/8)", false),
            (Some("text/html, text/plain;q=0.5"), "lynx", false),
        ] {
            let mut headers = HeaderMap::from_iter([(header::USER_AGENT, HeaderValue::from_static(agent))]);
            headers.extend(accept.map(|accept| (header::ACCEPT, HeaderValue::from_static(accept))));
            assert_eq!(wants_text(&headers), expected, "{accept:?} {agent}");
        }
    }
}
