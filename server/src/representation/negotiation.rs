//! Negotiation of the content coding (RFC 9110, section 12.5.3).

use axum::http::{HeaderMap, header};

/// A content coding, in order of preference. Brotli is the smallest for text, Zstandard is as small and faster to
/// decode than gzip, and every client knows gzip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Coding {
    Brotli,
    Zstandard,
    Gzip,
    Identity,
}

impl Coding {
    /// Every coding, in order of preference.
    pub(crate) const ALL: [Self; 4] = [Self::Brotli, Self::Zstandard, Self::Gzip, Self::Identity];

    /// Its name in `Content-Encoding`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Brotli => "br",
            Self::Zstandard => "zstd",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
        }
    }

    fn parse(name: &str) -> Option<Self> {
        // `x-gzip` is gzip (section 8.4.1.3).
        let gzip = name.eq_ignore_ascii_case("x-gzip").then_some(Self::Gzip);
        gzip.or_else(|| Self::ALL.into_iter().find(|coding| coding.name().eq_ignore_ascii_case(name)))
    }
}

/// Codings that a client accepts, the best one first. Empty if the client refuses all of them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Codings([Option<Coding>; 4]);

impl Codings {
    /// The original alone.
    pub(crate) const IDENTITY: Self = Self([Some(Coding::Identity), None, None, None]);
}

impl IntoIterator for Codings {
    type Item = Coding;
    type IntoIter = std::iter::Flatten<std::array::IntoIter<Option<Coding>, 4>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter().flatten()
    }
}

/// The codings that a client accepts.
pub(crate) fn acceptable(headers: &HeaderMap) -> Codings {
    let mut values = headers.get_all(header::ACCEPT_ENCODING).iter().peekable();
    if values.peek().is_none() {
        // Without the header any coding is acceptable, but such a client most likely knows none.
        return Codings::IDENTITY;
    }
    let mut weights: [Option<u16>; 4] = [None; 4];
    let mut rest = None;
    let elements = values.filter_map(|value| value.to_str().ok()).flat_map(|value| value.split(','));
    for (name, weight) in elements.filter_map(weighted) {
        match Coding::parse(name) {
            // If a coding has two weights, the first one counts.
            Some(coding) => _ = weights[coding as usize].get_or_insert(weight),
            None if name == "*" => _ = rest.get_or_insert(weight),
            None => {}
        }
    }
    let mut ranked = Coding::ALL.map(|coding| {
        let weight = match weights[coding as usize].or(rest) {
            Some(weight) => Some(weight).filter(|weight| *weight > 0),
            // The original is acceptable unless it is refused, but named codings are preferred.
            None => (coding == Coding::Identity).then_some(0),
        };
        (weight, coding)
    });
    // A stable sort: codings of equal weight stay in order of preference.
    ranked.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    Codings(ranked.map(|(weight, coding)| weight.map(|_| coding)))
}

/// An element of a list with its weight in thousandths; `None` if it is malformed.
pub(crate) fn weighted(element: &str) -> Option<(&str, u16)> {
    let mut parts = element.split(';').map(str::trim);
    let name = parts.next().filter(|name| !name.is_empty())?;
    let mut weight = 1000;
    for parameter in parts {
        let (key, value) = parameter.split_once('=')?;
        if key.trim().eq_ignore_ascii_case("q") {
            weight = thousandths(value.trim())?;
        }
    }
    Some((name, weight))
}

/// `0.5` as 500 (section 12.4.2): at most three decimals, at most 1.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    if !matches!(whole, "0" | "1") || decimals.len() > 3 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = whole.bytes().chain(decimals.bytes()).chain([b'0'; 3]).take(4);
    let weight = digits.fold(0, |weight, digit| weight * 10 + u16::from(digit - b'0'));
    (weight <= 1000).then_some(weight)
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn headers(name: header::HeaderName, values: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(&name, HeaderValue::from_str(value).expect("a valid header"));
        }
        headers
    }

    #[test]
    fn codings_are_chosen_as_the_client_weighs_them() {
        for (values, expected) in [
            (&[][..], "identity"),
            (&[""], "identity"),
            (&["gzip, deflate, br, zstd"], "br zstd gzip identity"),
            (&["gzip", "br"], "br gzip identity"),
            (&["gzip;q=1.0, br;q=0.5"], "gzip br identity"),
            (&["br;q=0.999,gzip;q=0.998"], "br gzip identity"),
            (&["identity, br;q=0.5"], "identity br"),
            (&["br;q=0, gzip"], "gzip identity"),
            (&["*"], "br zstd gzip identity"),
            (&["*;q=0.1, gzip"], "gzip br zstd identity"),
            (&["*;q=0"], ""),
            (&["*;q=0, identity"], "identity"),
            (&["identity;q=0"], ""),
            (&["identity;q=0, gzip;q=0.001"], "gzip"),
            (&["compress, deflate"], "identity"),
            (&["X-GZIP ; Q=0.3"], "gzip identity"),
            (&["br;q=2, gzip;q=0.1234, zstd;q=x, ;q=1, ,"], "identity"),
            (&["br;q=0, br"], "identity"),
            (&["gzip;level=9"], "gzip identity"),
        ] {
            let chosen = acceptable(&headers(header::ACCEPT_ENCODING, values));
            let chosen: Vec<_> = chosen.into_iter().map(Coding::name).collect();
            assert_eq!(chosen.join(" "), expected, "{values:?}");
        }
    }
}
