//! Which servers in front of this one are believed about the visitor (`X-Forwarded-Proto`, `X-Request-Id`).

use std::{net::IpAddr, str::FromStr};

use axum::{extract::Request, http::HeaderMap};
use ipnet::IpNet;

/// The addresses of servers that are believed; none unless they are named.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proxies(Vec<IpNet>);

/// Set on requests that came from one of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trusted;

/// Set on requests that can only have come over TLS.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AlwaysSecure;

impl Proxies {
    /// Proxies at these addresses.
    pub fn new(networks: Vec<IpNet>) -> Self {
        Self(networks)
    }

    pub(super) fn include(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// Takes a request for one of a server that is believed, for the fuzz target `headers`.
#[doc(hidden)]
pub fn trust(request: &mut Request) {
    request.extensions_mut().insert(Trusted);
}

/// Reads one address, or a network such as `10.0.0.0/8`.
///
/// # Errors
/// If it is neither; the message says what to write instead.
pub(crate) fn network(text: &str) -> Result<IpNet, String> {
    let address = IpAddr::from_str(text).map(IpNet::from);
    address.or_else(|_| text.parse()).map_err(|_| "write an address or a network, such as 10.0.0.0/8".to_owned())
}

/// Whether the visitor speaks to the proxy over TLS. With several proxies, the first one saw the visitor.
pub(super) fn is_secure(headers: &HeaderMap) -> bool {
    let value = headers.get("x-forwarded-proto").and_then(|value| value.to_str().ok());
    value.and_then(|value| value.split(',').next()).is_some_and(|proto| proto.trim().eq_ignore_ascii_case("https"))
}

/// The name that the proxy gave the request, if it is harmless in a log.
pub(super) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let id = headers.get("x-request-id")?.to_str().ok()?;
    let harmless = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'=' | b':');
    (!id.is_empty() && id.len() <= 64 && id.bytes().all(harmless)).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proxies_are_known_by_address_and_network() {
        let networks = ["10.0.0.0/8", "127.0.0.1", "fd00::/8"].map(|text| network(text).expect("a network"));
        let proxies = Proxies::new(networks.to_vec());
        for (address, expected) in [
            ("10.1.2.3", true),
            ("127.0.0.1", true),
            ("::ffff:10.1.2.3", true),
            ("fd00::1", true),
            ("11.0.0.1", false),
            ("127.0.0.2", false),
        ] {
            assert_eq!(proxies.include(address.parse().expect("an address")), expected, "{address}");
        }
        for bad in ["", "localhost", "10.0.0.0/33"] {
            assert!(network(bad).is_err(), "{bad}");
        }
    }
}
