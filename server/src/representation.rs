//! Representations in memory: bytes with their compressed variants, each made once, each with its own entity tag.

mod chunks;
mod compression;
mod conditions;
mod headers;
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

use crate::cache_policy::CachePolicy;
use compression::{compress, decompressed};
use headers::{Headers, Kind, Readers};

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

/// Bytes in every content coding.
#[derive(Debug)]
pub(crate) struct Representation {
    /// `None` in a compact representation.
    original: Option<Chunks>,
    /// The length of the original.
    length: usize,
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

/// About the size of everything but the bytes of the variants, in bytes.
const AROUND: usize = 1024;

/// Bytes in one coding, with their headers.
#[derive(Clone, Debug)]
struct Variant {
    chunks: Chunks,
    etag: HeaderValue,
    length: HeaderValue,
    headers: Arc<Headers>,
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
            length: original.length(),
            original: Some(original),
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

    /// The bytes that it holds, or, unless the variants that browsers request are made already, the most that it may hold with
    /// them: the compressed variants of text together are never larger than the original.
    pub(crate) fn weight(&self) -> u64 {
        let made = |coding: Coding| self.variants[coding as usize].get();
        let is_prepared = [Coding::Brotli, Coding::Gzip].into_iter().all(|coding| made(coding).is_some());
        let compressed =
            [Coding::Brotli, Coding::Zstandard, Coding::Gzip].into_iter().filter_map(|coding| made(coding)?.as_ref());
        let original = self.original.as_ref().map_or(0, Chunks::weight);
        let bytes = match &self.assembly {
            Some(assembly) => original * 2 + assembly.weight(),
            None if is_prepared => original + compressed.map(|made| made.chunks.weight()).sum::<usize>(),
            None => original * 2,
        };
        (bytes + AROUND) as u64
    }

    /// The most bytes that it may hold with its original and the variants that browsers request.
    pub(crate) fn most(&self) -> u64 {
        (self.length * 2 + AROUND) as u64
    }

    /// Forgets the original if the forms that browsers request are made, and its gzip form can give it back.
    pub(crate) fn make_compact(&mut self) {
        let is_made = |coding: Coding| matches!(self.variants[coding as usize].get(), Some(Some(_)));
        if self.assembly.is_none() && is_made(Coding::Gzip) && is_made(Coding::Brotli) {
            self.original = None;
            self.variants[Coding::Identity as usize] = OnceLock::new();
        }
    }

    /// A compact representation with its original, which is made again from the gzip form; `None` for any other.
    pub(crate) fn with_original(&self) -> Option<Self> {
        let gzip = self.variants[Coding::Gzip as usize].get().filter(|_| self.original.is_none())?.as_ref()?;
        let original = decompressed(&gzip.chunks).ok()?;
        Some(Self {
            original: Some(original.into()),
            length: self.length,
            assembly: None,
            media_type: self.media_type,
            effort: self.effort,
            tag: self.tag.clone(),
            link: self.link.clone(),
            readers: self.readers,
            variants: self.variants.clone(),
        })
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
        first.is_none_or(|coding| match coding {
            Coding::Identity => self.original.is_some(),
            _ => made(coding).is_some(),
        })
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

    /// A variant. A compact representation has only those that are made.
    fn variant(&self, coding: Coding) -> Option<&Variant> {
        let Some(original) = &self.original else { return self.variants[coding as usize].get()?.as_ref() };
        let compressed = || match &self.assembly {
            _ if self.effort == Effort::None => None,
            Some(assembly) => assembly.compressed(coding, original),
            None => compress(original, coding, self.effort.quality()).ok().map(Into::into),
        };
        let chunks = || match coding {
            Coding::Identity => Some(original.clone()),
            _ => compressed().filter(|compressed| compressed.length() < original.length()),
        };
        self.variants[coding as usize].get_or_init(|| Some(self.described(coding, chunks()?))).as_ref()
    }

    /// A variant with its headers.
    fn described(&self, coding: Coding, chunks: Chunks) -> Variant {
        let etag = match coding {
            Coding::Identity => format!("\"{}\"", self.tag),
            // The other effort gives other bytes.
            Coding::Brotli if self.effort == Effort::Patient => format!("\"{}-br11\"", self.tag),
            coding => format!("\"{}-{}\"", self.tag, coding.name()),
        };
        let etag = HeaderValue::from_str(&etag).expect("digits and the name of a coding are a valid header");
        let kind = Kind { media_type: self.media_type, coding, readers: self.readers, link: self.link.clone() };
        Variant { length: HeaderValue::from(chunks.length()), chunks, etag, headers: kind.headers() }
    }

    /// The response to a request: full, without its body for HEAD, 304 if the client has the variant already, 412 if
    /// the client requires another variant, or 406 if it refuses every variant. Call [`make_soon`](Self::make_soon)
    /// before.
    pub(crate) fn answer(&self, method: &Method, request: &HeaderMap, policy: CachePolicy) -> Response {
        let codings = acceptable(request);
        if self.original.is_none()
            && !self.is_made(codings)
            && let Some(whole) = self.with_original()
        {
            return whole.answer(method, request, policy);
        }
        let Some(variant) = self.choose(codings) else {
            let headers = [(header::VARY, "accept-encoding"), (header::CACHE_CONTROL, "no-store")];
            let words = "Every variant of this page is refused by the Accept-Encoding of the request.\n";
            return (StatusCode::NOT_ACCEPTABLE, headers, words).into_response();
        };
        let Headers { whole, unchanged } = &*variant.headers;
        let (status, headers, body) = match Condition::of(request, variant.etag.to_str().unwrap_or_default()) {
            Condition::Met if method == Method::HEAD => (StatusCode::OK, whole, Body::empty()),
            Condition::Met => (StatusCode::OK, whole, variant.chunks.body()),
            Condition::NotModified => (StatusCode::NOT_MODIFIED, unchanged, Body::empty()),
            Condition::Failed => return StatusCode::PRECONDITION_FAILED.into_response(),
        };
        let mut response = Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers.clone();
        response.headers_mut().insert(header::ETAG, variant.etag.clone());
        if status == StatusCode::OK {
            response.headers_mut().insert(header::CONTENT_LENGTH, variant.length.clone());
        }
        response.headers_mut().insert(header::CACHE_CONTROL, policy.header());
        response
    }
}

#[cfg(test)]
mod tests;
