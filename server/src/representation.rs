//! Representations in memory: bytes with their compressed variants, each made once, each with its own entity tag.

mod chunks;
mod compression;
mod conditions;
mod negotiation;

use std::{
    fmt::Debug,
    sync::{Arc, OnceLock},
};

use app::exports::Made;
use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse as _, Response},
};

use crate::{cache_policy::CachePolicy, security};
use compression::compress;

pub(crate) use chunks::Chunks;
pub(crate) use compression::{COMPRESSION, FragmentCoding};
pub(crate) use conditions::{Condition, fits_parts};
pub(crate) use negotiation::{Coding, Codings, acceptable, weighted};

/// The effort of compression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// No compression: in a preview pages change soon, and the network is that of the same machine.
    None,
    /// The effort for responses that are sent again and again.
    Most,
    /// The effort for built files, which stay the same: with Brotli a tenth smaller than [`Most`](Self::Most), in fifteen times
    /// the time. No request waits for it.
    Patient,
}

impl Effort {
    /// The quality of Brotli.
    fn quality(self) -> u8 {
        if self == Self::Patient { 11 } else { 7 }
    }
}

/// The sites whose scripts may read a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readers {
    ThisSite,
    AllSites,
}

/// Bytes in every content coding.
#[derive(Debug)]
pub(crate) struct Representation {
    original: Chunks,
    /// The assembly of a representation that is not compressed as a whole.
    assembly: Option<Box<dyn Assembly>>,
    media_type: &'static str,
    effort: Effort,
    /// The first digits of the BLAKE3 digest of the original, or of the fragments of its assembly.
    tag: String,
    /// The `Link` header of a page (RFC 8288).
    link: Option<HeaderValue>,
    readers: Readers,
    /// By [`Coding`]; `None` if compression does not make it smaller.
    variants: [OnceLock<Option<Variant>>; 4],
}

/// About the size of the headers of the variants that browsers request, in bytes.
const HEADERS: usize = 8 * 1024;

/// Bytes in one coding, with their headers.
#[derive(Debug)]
struct Variant {
    chunks: Chunks,
    etag: String,
    /// The headers of a full response, with a placeholder for the cache policy.
    whole: HeaderMap,
    /// The headers of a 304.
    unchanged: HeaderMap,
}

/// A document that is assembled from fragments that it shares with others.
pub(crate) trait Assembly: Debug + Send + Sync {
    /// The original.
    fn original(&self) -> Chunks;
    /// Its memory besides the variants, in bytes.
    fn weight(&self) -> usize;
    /// The original in a coding, with as many bytes of its own as the original has, or fewer; `None` if fragments cannot
    /// be compressed in this coding.
    fn compressed(&self, coding: Coding, original: &Chunks) -> Option<Chunks>;
}

/// Compresses bytes as a representation does; `None` if that does not make them smaller.
pub(crate) fn compressed(original: &Bytes, coding: Coding, effort: Effort) -> Option<Vec<u8>> {
    compress(&original.clone().into(), coding, effort.quality())
        .ok()
        .filter(|compressed| compressed.len() < original.len())
}

impl Representation {
    pub(crate) fn new(original: impl Into<Bytes>, media_type: &'static str, effort: Effort) -> Self {
        let original = original.into();
        let digest = blake3::hash(&original);
        Self::with_digest(original.into(), digest, media_type, effort)
    }

    /// An export, which scripts on all sites may read.
    pub(crate) fn of_export(made: Made, effort: Effort) -> Self {
        Self { readers: Readers::AllSites, ..Self::new(made.body, made.media_type, effort) }
    }

    /// An assembled document, with a digest that is unique among those at the same URL.
    pub(crate) fn assembled(
        assembly: impl Assembly + 'static,
        digest: blake3::Hash,
        media_type: &'static str,
        effort: Effort,
    ) -> Self {
        let made = Self::with_digest(assembly.original(), digest, media_type, effort);
        Self { assembly: Some(Box::new(assembly)), ..made }
    }

    fn with_digest(original: Chunks, digest: blake3::Hash, media_type: &'static str, effort: Effort) -> Self {
        let tag = digest.to_hex()[..16].to_owned();
        Self {
            original,
            assembly: None,
            media_type,
            effort,
            tag,
            link: None,
            readers: Readers::ThisSite,
            variants: Default::default(),
        }
    }

    /// Adds a `Link` header, which names files that browsers should request before they have read the page.
    pub(crate) fn with_link(self, link: Option<HeaderValue>) -> Self {
        Self { link, ..self }
    }

    /// The most bytes that it may hold: the compressed variants of text together are never larger than the original.
    pub(crate) fn weight(&self) -> u64 {
        let assembly = self.assembly.as_ref().map_or(0, |assembly| assembly.weight());
        (self.original.weight() * 2 + assembly + HEADERS) as u64
    }

    /// Makes the variants that browsers request, before the first request.
    pub(crate) fn prepare(&self) {
        for coding in [Coding::Brotli, Coding::Gzip] {
            self.variant(coding);
        }
    }

    /// Whether the variant for a client of these codings has been made.
    pub(crate) fn is_made(&self, codings: Codings) -> bool {
        let made = |coding| self.variants[coding as usize].get();
        // If a variant is not smaller, the next coding is tried.
        let gains_nothing = |coding| made(coding).is_some_and(Option::is_none);
        let first = codings.into_iter().find(|coding| !gains_nothing(*coding));
        first.is_none_or(|coding| coding == Coding::Identity || made(coding).is_some())
    }

    /// Makes the variant for a client of these codings. It may take a while.
    pub(crate) fn make(&self, codings: Codings) {
        _ = self.choose(codings);
    }

    /// [`make`](Self::make) without blocking other requests; returns at once if the variant exists.
    pub(crate) async fn make_soon(self: &Arc<Self>, codings: Codings) {
        if !self.is_made(codings) {
            let representation = self.clone();
            // If this fails, `answer` makes the variant itself.
            _ = tokio::task::spawn_blocking(move || representation.make(codings)).await;
        }
    }

    /// The best variant for a client; `None` if the client refuses all of them.
    fn choose(&self, codings: Codings) -> Option<&Variant> {
        codings.into_iter().find_map(|coding| self.variant(coding))
    }

    fn variant(&self, coding: Coding) -> Option<&Variant> {
        let compressed = || match &self.assembly {
            _ if self.effort == Effort::None => None,
            Some(assembly) => assembly.compressed(coding, &self.original),
            None => compress(&self.original, coding, self.effort.quality()).ok().map(Into::into),
        };
        let chunks = || match coding {
            Coding::Identity => Some(self.original.clone()),
            _ => compressed().filter(|compressed| compressed.length() < self.original.length()),
        };
        self.variants[coding as usize].get_or_init(|| Some(self.described(coding, chunks()?))).as_ref()
    }

    /// A variant with its headers, which are the same for all clients.
    fn described(&self, coding: Coding, chunks: Chunks) -> Variant {
        let etag = match coding {
            Coding::Identity => format!("\"{}\"", self.tag),
            // The other effort gives other bytes.
            Coding::Brotli if self.effort == Effort::Patient => format!("\"{}-br11\"", self.tag),
            coding => format!("\"{}-{}\"", self.tag, coding.name()),
        };
        let mut unchanged = HeaderMap::new();
        // A placeholder: each response replaces it, and the map does not grow.
        unchanged.insert(header::CACHE_CONTROL, CachePolicy::Revalidate.header());
        unchanged.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let value = HeaderValue::from_str(&etag).expect("digits and the name of a coding are a valid header");
        unchanged.insert(header::ETAG, value);
        if self.readers == Readers::AllSites {
            let (name, value) = security::READABLE;
            unchanged.insert(name, HeaderValue::from_static(value));
        }
        security::add_headers(&mut unchanged);
        let mut whole = unchanged.clone();
        whole.insert(header::CONTENT_TYPE, HeaderValue::from_static(self.media_type));
        whole.insert(header::CONTENT_LENGTH, HeaderValue::from(chunks.length()));
        if let Some(link) = &self.link {
            whole.insert(header::LINK, link.clone());
        }
        if coding != Coding::Identity {
            whole.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
        }
        Variant { chunks, etag, whole, unchanged }
    }

    /// The response to a request: full, without its body for HEAD, 304 if the client has the variant already, 412 if
    /// the client requires another variant, or 406 if it refuses every variant. Call [`make_soon`](Self::make_soon)
    /// before.
    pub(crate) fn answer(&self, method: &Method, request: &HeaderMap, policy: CachePolicy) -> Response {
        let Some(variant) = self.choose(acceptable(request)) else {
            let headers = [(header::VARY, "accept-encoding"), (header::CACHE_CONTROL, "no-store")];
            let words = "Every variant of this page is refused by the Accept-Encoding of the request.\n";
            return (StatusCode::NOT_ACCEPTABLE, headers, words).into_response();
        };
        let (status, headers, body) = match Condition::of(request, &variant.etag) {
            Condition::Met if method == Method::HEAD => (StatusCode::OK, &variant.whole, Body::empty()),
            Condition::Met => (StatusCode::OK, &variant.whole, variant.chunks.body()),
            Condition::NotModified => (StatusCode::NOT_MODIFIED, &variant.unchanged, Body::empty()),
            Condition::Failed => return StatusCode::PRECONDITION_FAILED.into_response(),
        };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers.clone();
        response.headers_mut().insert(header::CACHE_CONTROL, policy.header());
        response
    }
}
