//! How long answers may be kept, by kind.

use axum::http::HeaderValue;

/// How long an answer may be kept. One variant for each kind of answer there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CachePolicy {
    /// The URL changes with the content: kept for a year without another request.
    Forever,
    /// The content can change at any moment: kept, and revalidated each time.
    Revalidate,
    /// A redirect, for five minutes: without a policy a 308 may be kept for ever (RFC 9110, section 15.4.9), but another item may
    /// get this address.
    Redirect,
    /// An error or a stream: never kept.
    Never,
}

impl CachePolicy {
    /// The value of `Cache-Control` (RFC 9111, section 5.2; `immutable` RFC 8246).
    pub(crate) fn value(self) -> &'static str {
        match self {
            Self::Forever => "public, max-age=31536000, immutable",
            Self::Revalidate => "no-cache",
            Self::Redirect => "max-age=300",
            Self::Never => "no-store",
        }
    }

    /// The same as a header.
    pub(crate) fn header(self) -> HeaderValue {
        HeaderValue::from_static(self.value())
    }
}
