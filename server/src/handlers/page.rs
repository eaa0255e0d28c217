//! Pages that are not in the cache: rendered, redirected to their present address, or not there.

use axum::{
    extract::{Request, State},
    response::Response,
};
use conference::url::{Page, Resource, Route};

use super::{built_file::built_file, unavailable};
use crate::{
    http::{Label, redirect},
    representation::acceptable,
    state::App,
};

/// Answers with a page.
pub(crate) async fn page(State(app): State<App>, request: Request) -> Response {
    let edition = app.library.renew_once(app.clock).await;
    let Some(site) = &edition.site else { return unavailable() };
    let uri = request.uri();
    let languages = &site.conference.event.languages;
    let Some(route) = Route::parse(uri.path(), uri.query().unwrap_or_default(), languages) else {
        // The path has the form of a page's, but names another language than those of the event, or no slug.
        let mut response = built_file(State(app), request).await;
        response.extensions_mut().get_or_insert(Label::OTHER);
        return response;
    };
    // A name in another spelling, or a second language as a query.
    let has_spellings = matches!(route.page, Page::Tag(_) | Page::Bilingual(..) | Page::Series(_) | Page::Question(_));
    if has_spellings && route.path(languages) != uri.path() {
        return redirect(&site.urls.base_path, &route.path(languages));
    }
    let now = app.clock.now(&site.conference.event.timezone);
    match app.pages.get(&edition, Resource::Page(route), now, acceptable(request.headers())).await {
        Ok(found) => found.answer(request.method(), request.headers()),
        Err(response) => *response,
    }
}
