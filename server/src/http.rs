//! What stands between the network and the router: connections, limits, the one form of an address, errors as pages.

mod address;
mod conduct;
mod connections;
mod forwarded;
mod metrics;
mod paced;
mod problem;
mod request_id;
mod suggestions;
mod unread;

pub(crate) use address::{lead_to, respelled};
pub use conduct::Conduct;
pub(crate) use conduct::Conducted;
pub(crate) use connections::{Connections, Limits, listen, room_for};
#[cfg(feature = "lambda")]
pub(crate) use forwarded::AlwaysSecure;
pub(crate) use forwarded::network;
pub use forwarded::{Proxies, trust};
pub use metrics::Metrics;
pub(crate) use metrics::serve as serve_metrics;
pub(crate) use problem::{Gone, unavailable};
