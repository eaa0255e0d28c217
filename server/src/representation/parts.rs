//! Bytes in parts, of which some belong to others, too: sent one after the other, and copied nowhere.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
};

use axum::body::{Body, Bytes, HttpBody};
use hyper::body::{Frame, SizeHint};

/// Bytes in parts.
#[derive(Clone, Debug)]
pub(crate) struct Parts {
    parts: Arc<[Bytes]>,
    length: usize,
    shared: usize,
}

impl Parts {
    /// Parts of which so many bytes are kept by somebody else anyway.
    pub(crate) fn with_shared(parts: Vec<Bytes>, shared: usize) -> Self {
        let parts: Arc<[Bytes]> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        let length = parts.iter().map(Bytes::len).sum();
        Self { parts, length, shared }
    }

    /// What they take in memory by themselves, in bytes.
    pub(crate) fn weight(&self) -> usize {
        self.length - self.shared + self.parts.len() * size_of::<Bytes>()
    }

    /// How many bytes they are together.
    pub(crate) fn length(&self) -> usize {
        self.length
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Bytes> {
        self.parts.iter()
    }

    /// A body that sends them.
    pub(crate) fn body(&self) -> Body {
        match &*self.parts {
            [one] => Body::from(one.clone()),
            _ => Body::new(Sent { parts: self.clone(), next: 0, left: self.length }),
        }
    }
}

impl<T: Into<Bytes>> From<T> for Parts {
    fn from(bytes: T) -> Self {
        Self::with_shared(vec![bytes.into()], 0)
    }
}

/// Parts that are being sent.
struct Sent {
    parts: Parts,
    next: usize,
    left: usize,
}

impl HttpBody for Sent {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let part = self.parts.parts.get(self.next).cloned();
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
