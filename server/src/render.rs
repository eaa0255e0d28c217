//! Renders documents with leptos, through the integration for axum.

use std::{pin::Pin, sync::Once};

use any_spawner::Executor;
use app::{Document, DocumentProps, Now, Site, Subject};
use axum::{
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, Request, StatusCode},
};
use futures_util::{Stream, StreamExt as _, future, stream};
use leptos_axum::handle_response_inner;

/// A rendered document with the status and the headers that its view gave it.
#[derive(Debug)]
pub(crate) struct Rendered {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) html: Bytes,
}

/// Renders a document. Large ones take a while: call it in a thread for blocking work.
pub(crate) async fn render(site: &Site, subject: Subject, now: Now) -> Rendered {
    static EXECUTOR: Once = Once::new();
    // Fails only if there is one already.
    EXECUTOR.call_once(|| _ = Executor::init_tokio());
    let props = DocumentProps { site: site.clone(), subject, now };
    // A document depends on its props alone: the view sees no header of the request that asked for it first.
    let request = Request::new(Body::empty());
    let response = handle_response_inner(
        || {},
        move || Document(props),
        request,
        // Nothing is loaded later, so there are no chunks of data to send after the document.
        |view, _chunks, _supports_out_of_order| {
            let html = app::document(view);
            let stream: Pin<Box<dyn Stream<Item = String> + Send>> = stream::once(future::ready(html)).boxed();
            Box::pin(future::ready(stream))
        },
    );
    let (head, body) = response.await.into_parts();
    let html = to_bytes(body, usize::MAX).await.unwrap_or_default();
    Rendered { status: head.status, headers: head.headers, html }
}
