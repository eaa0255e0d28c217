//! Requests to other sites, their answers, and the verdict on an address.

use std::time::Duration;

use conference::diagnostic::Message;
use url::Url;

/// The result for an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It works.
    Fine,
    /// It has moved permanently.
    Moved(String),
    /// The site reports that nothing is there; with the reason.
    Dead(Message),
    /// The site gave no answer, or cannot answer at the moment; with the reason.
    Unreachable(Message),
}

/// The answer of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// A status (RFC 9110, section 15), the target of a redirect, and the time to wait before the next request.
    Status {
        /// Three digits.
        status: u16,
        /// `Location`, as it was sent.
        location: Option<String>,
        /// `Retry-After` in seconds.
        retry_after: Option<u64>,
    },
    /// No answer, with the reason.
    None(Message),
}

/// The method of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Method {
    Head,
    Get,
}

/// The way to send requests and to wait.
pub(crate) trait Ask: Sync {
    /// Sends one request, without following redirects.
    fn ask(&self, method: Method, url: &Url) -> Answer;
    /// Waits.
    fn wait(&self, time: Duration);
}
