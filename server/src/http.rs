//! HTTP around any service that answers requests: connections, limits, one form of every address, errors with a body, security
//! headers, metrics and the log.

mod address;
mod base_path;
mod connections;
mod deadline;
mod errors;
mod forwarded;
mod layer;
mod metrics;
mod normal_form;
mod options;
mod paced;
mod record;
mod refusals;
mod request_id;
mod security_headers;

use self::{
    base_path::BasePath, deadline::Deadline, errors::Errors, normal_form::NormalForm, record::Record,
    refusals::Refusals, security_headers::SecurityHeaders,
};

#[cfg(feature = "lambda")]
pub(crate) use self::forwarded::AlwaysSecure;
pub(crate) use self::{
    address::redirect,
    connections::{Connections, Limits, connection_limit, listen},
    errors::Explain,
    forwarded::network,
    layer::{Answer, Label, Respond, Stack},
    metrics::{END, encoded},
};
pub use self::{
    forwarded::{Proxies, trust},
    metrics::Metrics,
    options::Options,
};

/// Puts the layers around a service. A request comes to the last one first.
pub(crate) fn layers<S: Respond, E: Explain>(
    inner: S,
    explain: E,
    base_path: &str,
    options: &Options,
) -> impl Respond + use<S, E> {
    let service = NormalForm::new(inner, base_path);
    let service = BasePath::new(service, base_path);
    let service = Refusals::new(service);
    let service = Deadline::new(service, options.timeout);
    let service = Errors::new(service, explain);
    let service = SecurityHeaders::new(service, &options.frame_ancestors);
    Record::new(service, options)
}
