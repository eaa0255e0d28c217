//! Documents for programs that are not in the cache.

use axum::{
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use conference::url::{Export, Resource};

use super::unavailable;
use crate::{
    cache_policy::CachePolicy,
    representation::{Effort, Representation, acceptable},
    state::App,
};

/// Answers with an export.
pub(crate) async fn export(State(app): State<App>, request: Request) -> Response {
    let edition = app.library.renew_once(app.clock).await;
    let uri = request.uri();
    let Some(asked) = Export::parse(uri.path(), uri.query().unwrap_or_default()) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Some(site) = &edition.site else {
        return match app::exports::make_without_site(&asked) {
            Some(made) => Representation::of_export(made, Effort::None).answer(
                request.method(),
                request.headers(),
                CachePolicy::Revalidate,
            ),
            None => unavailable(),
        };
    };
    // The present stylesheet under the name of a former one too, for pages that are still open.
    let present = match &asked {
        Export::Stylesheet(_) => site.stylesheet().clone(),
        other => other.clone(),
    };
    let is_former = present != asked;
    let now = app.clock.now(&site.conference.event.timezone);
    match app.pages.get(&edition, Resource::Export(present), now, acceptable(request.headers())).await {
        Ok(found) if is_former => found.revalidated().answer(request.method(), request.headers()),
        Ok(found) => found.answer(request.method(), request.headers()),
        Err(response) => *response,
    }
}
