//! Permits for the memory of filtered schedules: each is held until its last byte has been sent, or its client is gone.

use std::{
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// The memory for all filtered schedules that are being made or sent, in KiB.
#[derive(Clone, Debug)]
pub(in crate::page_cache) struct Permits {
    semaphore: Arc<Semaphore>,
    all: u64,
}

/// Memory for one filtered schedule, in KiB.
#[derive(Debug)]
pub(in crate::page_cache) struct Permit(OwnedSemaphorePermit);

impl Permits {
    /// Permits for so many bytes together.
    pub(in crate::page_cache) fn new(bytes: u64) -> Self {
        let all = bytes / 1024;
        let semaphore = Semaphore::new(usize::try_from(all).unwrap_or(Semaphore::MAX_PERMITS));
        Self { semaphore: Arc::new(semaphore), all }
    }

    /// Waits until there are so many bytes, or as many as there can be.
    pub(super) async fn acquire(&self, bytes: u64) -> Option<Permit> {
        let wanted = u32::try_from((bytes / 1024).min(self.all).max(1)).ok()?;
        self.semaphore.clone().acquire_many_owned(wanted).await.ok().map(Permit)
    }

    /// How many KiB are free.
    #[cfg(test)]
    pub(in crate::page_cache) fn available(&self) -> usize {
        self.semaphore.available_permits()
    }
}

impl Permit {
    /// Keeps no more than so many bytes, and gives the rest back.
    pub(super) fn shrink(&mut self, bytes: u64) {
        let own = usize::try_from(bytes / 1024 + 1).unwrap_or(usize::MAX);
        if self.0.num_permits() > own {
            drop(self.0.split(self.0.num_permits() - own));
        }
    }

    /// Goes with a body, and with the bytes that were taken of it.
    pub(in crate::page_cache) fn hold(self, body: Body) -> Body {
        Body::new(Held { body, permit: Arc::new(self.0) })
    }
}

/// A body with its permit.
struct Held {
    body: Body,
    permit: Arc<OwnedSemaphorePermit>,
}

/// Bytes with the permit of their body: the server drops a body as soon as it has taken its last bytes, and keeps those for a
/// client that reads slowly.
struct HeldBytes {
    bytes: Bytes,
    _permit: Arc<OwnedSemaphorePermit>,
}

impl AsRef<[u8]> for HeldBytes {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl HttpBody for Held {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(context);
        let held = |bytes| Bytes::from_owner(HeldBytes { bytes, _permit: self.permit.clone() });
        frame.map(|frame| frame.map(|frame| frame.map(|frame| frame.map_data(held))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use futures_util::StreamExt as _;

    use super::*;

    #[tokio::test]
    async fn bytes_that_wait_for_their_client_keep_their_permit() {
        let permits = Permits::new(3 * 1024);
        let permit = permits.acquire(2 * 1024).await.expect("there is memory");
        let mut body = permit.hold(Body::from("sent")).into_data_stream();
        let bytes = body.next().await.expect("there are bytes").expect("they are in memory");
        // The server drops a body that has given its last bytes.
        drop(body);
        assert_eq!((&*bytes, permits.available()), (&b"sent"[..], 1));
        drop(bytes);
        assert_eq!(permits.available(), 3);
    }
}
