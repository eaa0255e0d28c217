//! A document as it is sent.

use bytes::Bytes;

/// A document as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The value of `Content-Type` (RFC 9110, section 8.3).
    pub media_type: &'static str,
    /// Its bytes.
    pub body: Bytes,
}
