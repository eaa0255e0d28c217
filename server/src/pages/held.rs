//! A body that takes its room in memory until its last byte has been sent, or its client is gone.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::sync::OwnedSemaphorePermit;

/// A body with its room.
struct Held {
    body: Body,
    room: Arc<OwnedSemaphorePermit>,
}

/// Bytes with the room of their body: the server drops a body as soon as it has taken the last of its bytes, and keeps those
/// for a client that reads slowly.
struct HeldBytes {
    bytes: Bytes,
    _room: Arc<OwnedSemaphorePermit>,
}

impl AsRef<[u8]> for HeldBytes {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

/// Keeps the room as long as the body and what was taken of it.
pub(crate) fn hold(body: Body, room: OwnedSemaphorePermit) -> Body {
    Body::new(Held { body, room: Arc::new(room) })
}

impl HttpBody for Held {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(context);
        let held = |bytes| Bytes::from_owner(HeldBytes { bytes, _room: self.room.clone() });
        frame.map(|frame| frame.map(|frame| frame.map(|frame| frame.map_data(held))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
