//! Every route of the program, as one table.

use std::sync::Arc;

use app::Preview;
use axum::{
    Router,
    extract::{MatchedPath, Request},
    middleware::{self, Next},
    response::Response,
    routing::get,
};
use conference::url::{Export, Pattern, pattern};
use leptos_axum::{AxumRouteListing, LeptosRoutes as _};
use leptos_router::{Method, SsrMode};

use crate::{
    error_pages::ErrorPages,
    handlers::{
        built_file::built_file, content_file::content_file, export::export, health, page::page, rendition::rendition,
    },
    http::{self, Label, Respond, Stack},
    page_cache::Cached,
    preview,
    state::App,
    text_clients::TextClients,
};

/// The pages: each has a route in the event's first language, and one for all others.
const PAGES: [Pattern; 28] = [
    pattern::HOME,
    pattern::SCHEDULE,
    pattern::SESSION,
    pattern::SPEAKERS,
    pattern::SPEAKER,
    pattern::INTERVIEWS,
    pattern::INTERVIEW,
    pattern::BILINGUAL,
    pattern::SERIES,
    pattern::QUESTIONS,
    pattern::QUESTION,
    pattern::NEWS,
    pattern::ARTICLE,
    pattern::TAGS,
    pattern::TAG,
    pattern::ABOUT,
    pattern::CHANGES,
    pattern::FEEDS,
    pattern::SEARCH,
    pattern::PLAN,
    pattern::PLAN_SESSIONS,
    pattern::PLAN_PAPER,
    pattern::NOW,
    pattern::EXPORTS,
    pattern::EMBED,
    pattern::EMBEDDED_SCHEDULE,
    pattern::SCREENS,
    pattern::SCREEN,
];

/// The routes, without cache and layers.
fn routes(app: &App) -> Router {
    let mut routes = Router::new()
        .route("/healthz", get(health::healthy))
        .route("/readyz", get(health::ready))
        .leptos_routes_with_handler(listings(&PAGES), page)
        .route(pattern::RENDITION, get(rendition))
        .route(pattern::FILE, get(content_file));
    for (path, _) in Export::FIXED {
        routes = routes.route(path, get(export));
    }
    if app.preview == Preview::On {
        routes = routes.merge(preview::router());
    }
    routes.route_layer(middleware::from_fn(label)).fallback(built_file).with_state(app.clone())
}

/// Pages as leptos lists them. Its own list (`generate_route_list`) would be a second table.
fn listings(pages: &[Pattern]) -> Vec<AxumRouteListing> {
    let paths = pages.iter().flat_map(|page| [page.plain, page.translated]);
    paths.map(|path| AxumRouteListing::new(path.to_owned(), SsrMode::InOrder, [Method::Get], Vec::new())).collect()
}

/// Names the route of an answer for metrics and the log.
async fn label(matched: MatchedPath, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.extensions_mut().get_or_insert_with(|| Label::from(matched.as_str().to_owned()));
    response
}

/// The site: routes behind the cache, within the layers that every request goes through.
pub(crate) fn site(app: App, options: &http::Options) -> impl Respond + use<> {
    let base_path = app.library.urls().base_path.clone();
    let cached = Cached::new(app.library.clone(), app.pages.clone(), app.clock, routes(&app));
    let cached = TextClients::new(cached, app.library.clone());
    let errors = ErrorPages::new(Arc::new(app));
    http::layers(cached, errors, &base_path, options)
}

/// The site as a router of axum.
pub fn router(app: App, options: &http::Options) -> Router {
    Router::new().fallback_service(Stack::new(site(app, options)))
}

#[cfg(test)]
mod tests;
