//! Bytes in chunks, some of them shared with other representations. They are sent one after the other and never copied.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};

/// Bytes in chunks.
#[derive(Clone, Debug)]
pub(crate) struct Chunks {
    chunks: Arc<[Bytes]>,
    length: usize,
    shared: usize,
}

impl Chunks {
    /// Chunks of which so many bytes are shared with others.
    pub(crate) fn with_shared(chunks: Vec<Bytes>, shared: usize) -> Self {
        let chunks: Arc<[Bytes]> = chunks.into_iter().filter(|part| !part.is_empty()).collect();
        let length = chunks.iter().map(Bytes::len).sum();
        Self { chunks, length, shared }
    }

    /// Their own memory without shared bytes.
    pub(crate) fn weight(&self) -> usize {
        self.length - self.shared + self.chunks.len() * size_of::<Bytes>()
    }

    /// The sum of their lengths.
    pub(crate) fn length(&self) -> usize {
        self.length
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Bytes> {
        self.chunks.iter()
    }

    /// All bytes in one piece. They are copied unless there is one chunk.
    pub(crate) fn contiguous(&self) -> Bytes {
        match &*self.chunks {
            [one] => one.clone(),
            chunks => chunks.concat().into(),
        }
    }

    /// A body of these chunks.
    pub(crate) fn body(&self) -> Body {
        match &*self.chunks {
            [one] => Body::from(one.clone()),
            _ => Body::new(Sent { chunks: self.clone(), next: 0, left: self.length }),
        }
    }
}

impl<T: Into<Bytes>> From<T> for Chunks {
    fn from(bytes: T) -> Self {
        Self::with_shared(vec![bytes.into()], 0)
    }
}

/// Chunks that are being sent.
struct Sent {
    chunks: Chunks,
    next: usize,
    left: usize,
}

impl HttpBody for Sent {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let part = self.chunks.chunks.get(self.next).cloned();
        self.next += 1;
        self.left -= part.as_ref().map_or(0, Bytes::len);
        Poll::Ready(part.map(|part| Ok(Frame::data(part))))
    }

    fn is_end_stream(&self) -> bool {
        self.left == 0
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.left as u64)
    }
}
