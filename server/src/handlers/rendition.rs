//! Renditions of pictures and social cards, each made now unless it was made before.

use app::Site;
use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use cards::Card;
use conference::{Rendition, picture::Encoding};

use crate::{
    cache_policy::CachePolicy,
    files::{self, FileHeaders},
    pictures::Made,
    security,
    state::App,
};

/// A picture that can be made.
enum Picture {
    Rendition(Rendition),
    Card(Card),
}

/// Answers with a rendition or a social card.
pub(crate) async fn rendition(State(app): State<App>, Path(name): Path<String>, request: Request) -> Response {
    let edition = app.library.edition();
    let Some(site) = &edition.site else { return StatusCode::NOT_FOUND.into_response() };
    let Some(picture) = find(site, &name).await else { return StatusCode::NOT_FOUND.into_response() };
    let encoding = match &picture {
        Picture::Rendition(rendition) => rendition.operation.encoding,
        Picture::Card(_) => Encoding::Png,
    };
    let headers = FileHeaders::new(&name, Some(encoding.media_type()), CachePolicy::Forever);
    let mut response = match headers.without_content(request.headers()) {
        Some(response) => response,
        None => match made(&app, site, name, picture).await {
            Ok(Made::File(file)) => headers.file(&file, request).await,
            Ok(Made::Bytes(bytes)) => headers.bytes(bytes),
            Err(error) => {
                tracing::warn!(%error, "a picture could not be made");
                return StatusCode::NOT_FOUND.into_response();
            }
        },
    };
    if files::is_content(response.status()) {
        security::open_to_all_sites(response.headers_mut());
    }
    response
}

/// The picture, made now unless it is kept.
async fn made(app: &App, site: &Site, name: String, picture: Picture) -> anyhow::Result<Made> {
    let folder = app.content.clone();
    match picture {
        Picture::Rendition(rendition) => app.pictures.make_soon(folder, name, rendition).await,
        Picture::Card(card) => app.pictures.make_card_soon(folder, site.conference.clone(), name, card).await,
    }
}

async fn find(site: &Site, name: &str) -> Option<Picture> {
    if let Some(rendition) = site.conference.renditions.get(name) {
        return Some(Picture::Rendition(rendition.clone()));
    }
    if !is_name_of_card(name) {
        return None;
    }
    // The first request lists the cards, which takes a while on a large site.
    let (site, name) = (site.clone(), name.to_owned());
    let card = tokio::task::spawn_blocking(move || site.cards().get(&name).cloned()).await;
    card.ok().flatten().map(Picture::Card)
}

/// Whether a card can have a name: a digest in hexadecimal digits.
fn is_name_of_card(name: &str) -> bool {
    name.strip_suffix(".png")
        .is_some_and(|digest| digest.len() == 20 && digest.bytes().all(|it| it.is_ascii_hexdigit()))
}
