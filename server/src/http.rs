//! What stands between the network and the router: connections, limits, the one form of an address, errors as pages.

mod address;
mod conduct;
mod connections;
mod forwarded;
mod metrics;
mod problem;
mod suggestions;

pub(crate) use address::respelled;
pub use conduct::Conduct;
pub(crate) use conduct::conduct;
pub(crate) use connections::{Connections, Limits, room_for};
pub use forwarded::Proxies;
pub(crate) use forwarded::network;
pub use metrics::Metrics;
pub(crate) use metrics::serve as serve_metrics;
pub(crate) use problem::{Gone, unavailable};
