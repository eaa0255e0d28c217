//! Stands for `wasm-streams`, with which the server functions of Leptos stream.
//!
//! Leptos always depends on it, and its three classes are exports of every module, which no linker removes: 8 kB of the
//! schedule's first visit. The project has no server function, so nothing here is ever called.

use futures_util::{Stream, stream};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::ReadableStream as Raw;

/// A stream of a response or for a request.
#[derive(Debug)]
pub struct ReadableStream(Raw);

impl ReadableStream {
    /// The stream of a response.
    pub fn from_raw(raw: Raw) -> Self {
        Self(raw)
    }

    /// No stream: the items are not sent.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// The stream of JavaScript.
    pub fn into_raw(self) -> Raw {
        self.0
    }

    /// A stream without items.
    pub fn into_stream(self) -> impl Stream<Item = Result<JsValue, JsValue>> {
        stream::empty()
    }
}
