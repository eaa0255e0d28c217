//! What is served from memory: bytes with their compressed forms, each made once, each with its own entity tag.

mod conditions;
mod negotiation;

use std::{
    io::Write as _,
    sync::{Arc, OnceLock},
};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse as _, Response},
};

use crate::cache_policy::CachePolicy;
use negotiation::Coding;

pub(crate) use conditions::{Condition, fits_parts};
pub(crate) use negotiation::{Codings, acceptable, weighted};

/// How much work compression is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effort {
    /// None: in a preview every page is another one soon, and the network is that of the same machine.
    None,
    /// Most likely asked for once.
    Least,
    /// Asked for again and again.
    Most,
}

/// Bytes that are served, in every content coding.
#[derive(Debug)]
pub(crate) struct Representation {
    original: Bytes,
    media_type: &'static str,
    effort: Effort,
    /// The first digits of the BLAKE3 digest of the original.
    tag: String,
    /// What a page needs besides itself (RFC 8288).
    link: Option<HeaderValue>,
    /// By [`Coding`]; empty where compression gains nothing.
    forms: [OnceLock<Bytes>; 3],
}

impl Representation {
    pub(crate) fn new(original: impl Into<Bytes>, media_type: &'static str, effort: Effort) -> Self {
        let original = original.into();
        let tag = blake3::hash(&original).to_hex()[..16].to_owned();
        Self { original, media_type, effort, tag, link: None, forms: Default::default() }
    }

    /// With a header that names what browsers should ask for before they have read the page.
    pub(crate) fn with_link(self, link: Option<HeaderValue>) -> Self {
        Self { link, ..self }
    }

    /// The digest of the original, as hexadecimal digits.
    pub(crate) fn digest(&self) -> &str {
        &self.tag
    }

    /// The bytes of the original.
    pub(crate) fn length(&self) -> u64 {
        self.original.len() as u64
    }

    /// How many bytes it may come to hold: the compressed forms of text together are never larger than the original.
    pub(crate) fn weight(&self) -> u64 {
        self.original.len() as u64 * 2
    }

    /// Makes the forms that browsers ask for, before they do.
    pub(crate) fn prepare(&self) {
        for coding in [Coding::Brotli, Coding::Gzip] {
            self.form(coding);
        }
    }

    /// Whether the form that a client of these codings gets has been made.
    pub(crate) fn is_made(&self, codings: Codings) -> bool {
        let made = |coding| self.forms.get(coding as usize).map_or(Some(&self.original), OnceLock::get);
        // Where one gains nothing the next one is looked at.
        let gains_nothing = |coding| made(coding).is_some_and(|form| !is_worth(coding, form));
        codings.into_iter().find(|coding| !gains_nothing(*coding)).is_none_or(|coding| made(coding).is_some())
    }

    /// Makes the form that a client of these codings gets. It may take a while.
    pub(crate) fn make(&self, codings: Codings) {
        _ = self.choose(codings);
    }

    /// [`make`](Self::make) where no other requests have to wait for it; at once where there is nothing to make.
    pub(crate) async fn make_soon(self: &Arc<Self>, codings: Codings) {
        if !self.is_made(codings) {
            let representation = self.clone();
            // If it fails, the answer makes the form itself.
            _ = tokio::task::spawn_blocking(move || representation.make(codings)).await;
        }
    }

    /// The best form for a client, `None` where it refuses every one that there is.
    fn choose(&self, codings: Codings) -> Option<Coding> {
        codings.into_iter().find(|coding| is_worth(*coding, self.form(*coding)))
    }

    fn form(&self, coding: Coding) -> &Bytes {
        let Some(form) = self.forms.get(coding as usize) else { return &self.original };
        form.get_or_init(|| {
            if self.effort == Effort::None {
                return Bytes::new();
            }
            let compressed = compress(&self.original, coding, self.effort).unwrap_or_default();
            if compressed.len() < self.original.len() { compressed.into() } else { Bytes::new() }
        })
    }

    /// The answer to a request: whole, without its body for HEAD, "not modified" to a client that has it already,
    /// "precondition failed" to one that wants another one, or "not acceptable" to one that refuses every form. Wait for
    /// [`make_soon`](Self::make_soon) before.
    pub(crate) fn answer(
        &self,
        method: &Method,
        request: &HeaderMap,
        status: StatusCode,
        policy: CachePolicy,
    ) -> Response {
        let Some(coding) = self.choose(acceptable(request)) else {
            let headers = [(header::VARY, "accept-encoding"), (header::CACHE_CONTROL, "no-store")];
            let words = "Every form of this page is refused by the Accept-Encoding of the request.\n";
            return (StatusCode::NOT_ACCEPTABLE, headers, words).into_response();
        };
        let etag = match coding {
            Coding::Identity => format!("\"{}\"", self.tag),
            coding => format!("\"{}-{}\"", self.tag, coding.name()),
        };
        let mut headers = HeaderMap::with_capacity(8);
        headers.insert(header::CACHE_CONTROL, policy.header());
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if status.is_success() {
            let value = HeaderValue::from_str(&etag).expect("digits and the name of a coding are a valid header");
            headers.insert(header::ETAG, value);
            match Condition::of(request, &etag) {
                Condition::Met => {}
                Condition::NotModified => return (StatusCode::NOT_MODIFIED, headers).into_response(),
                Condition::Failed => return StatusCode::PRECONDITION_FAILED.into_response(),
            }
        }
        let bytes = self.form(coding);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media_type));
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(bytes.len()));
        if let Some(link) = &self.link {
            headers.insert(header::LINK, link.clone());
        }
        if coding != Coding::Identity {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
        }
        let body = if method == Method::HEAD { Body::empty() } else { Body::from(bytes.clone()) };
        (status, headers, body).into_response()
    }
}

/// Whether a form gains something over the original, or is it.
fn is_worth(coding: Coding, form: &Bytes) -> bool {
    coding == Coding::Identity || !form.is_empty()
}

fn compress(bytes: &[u8], coding: Coding, effort: Effort) -> std::io::Result<Vec<u8>> {
    let most = effort == Effort::Most;
    match coding {
        Coding::Brotli => {
            let quality = if most { 9 } else { 4 };
            // As large as the text and no larger: the memory of the window is cleared for each (RFC 7932, section 9.1).
            let window = (usize::BITS - bytes.len().leading_zeros()).clamp(10, 22);
            let mut writer = brotli::CompressorWriter::new(Vec::new(), 16 * 1024, quality, window);
            writer.write_all(bytes)?;
            Ok(writer.into_inner())
        }
        Coding::Zstandard => zstd::encode_all(bytes, if most { 15 } else { 3 }),
        Coding::Gzip => {
            let level = if most { flate2::Compression::best() } else { flate2::Compression::fast() };
            let mut writer = flate2::write::GzEncoder::new(Vec::new(), level);
            writer.write_all(bytes)?;
            writer.finish()
        }
        Coding::Identity => Ok(bytes.to_vec()),
    }
}
