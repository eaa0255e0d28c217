//! How long answers may be kept, by kind.

use axum::http::HeaderValue;

/// How long an answer may be kept. One variant for each kind of answer there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CachePolicy {
    /// Its URL changes with its content: kept for a year, never asked for again.
    Forever,
    /// It can change at any moment: kept, but asked for each time.
    Revalidate,
    /// The way to another address. Where nothing is said a 308 may be kept for ever (RFC 9110, section 15.4.9), but another
    /// item may come to this address: for five minutes.
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
