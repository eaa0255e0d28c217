//! A body that takes its room in memory until it has been sent, or its client is gone.

use std::{
    pin::Pin,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::sync::OwnedSemaphorePermit;

/// A body with its room.
struct Held {
    body: Body,
    _room: OwnedSemaphorePermit,
}

/// Keeps the room as long as the body.
pub(crate) fn hold(body: Body, room: OwnedSemaphorePermit) -> Body {
    Body::new(Held { body, _room: room })
}

impl HttpBody for Held {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
