//! The headers that representations of a kind have in common: once in memory, however many there are.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, Weak},
};

use axum::http::{HeaderMap, HeaderValue, header};

use super::negotiation::Coding;
use crate::{cache_policy::CachePolicy, security};

/// The headers of answers. The entity tag, the length and the cache policy are placeholders: each answer replaces them, and its
/// map does not grow.
#[derive(Debug)]
pub(super) struct Headers {
    /// Those of a full answer.
    pub(super) whole: HeaderMap,
    /// Those of a 304.
    pub(super) unchanged: HeaderMap,
}

/// The sites whose scripts may read a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Readers {
    ThisSite,
    AllSites,
}

/// All that the headers depend on.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Kind {
    pub(super) media_type: &'static str,
    pub(super) coding: Coding,
    pub(super) readers: Readers,
    /// The `Link` header of a page (RFC 8288).
    pub(super) link: Option<HeaderValue>,
}

impl Kind {
    /// The headers of this kind.
    pub(super) fn headers(self) -> Arc<Headers> {
        static KNOWN: Mutex<Option<HashMap<Kind, Weak<Headers>>>> = Mutex::new(None);
        let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        let known = known.get_or_insert_default();
        if let Some(headers) = known.get(&self).and_then(Weak::upgrade) {
            return headers;
        }
        // Those of former editions.
        known.retain(|_, headers| headers.strong_count() > 0);
        let headers = Arc::new(Headers::new(&self));
        known.insert(self, Arc::downgrade(&headers));
        headers
    }
}

impl Headers {
    fn new(Kind { media_type, coding, readers, link }: &Kind) -> Self {
        let placeholder = HeaderValue::from_static("");
        let mut unchanged = HeaderMap::new();
        unchanged.insert(header::CACHE_CONTROL, CachePolicy::Revalidate.header());
        unchanged.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        unchanged.insert(header::ETAG, placeholder.clone());
        if *readers == Readers::AllSites {
            let (name, value) = security::READABLE;
            unchanged.insert(name, HeaderValue::from_static(value));
        }
        security::add_headers(&mut unchanged);
        let mut whole = unchanged.clone();
        whole.insert(header::CONTENT_TYPE, HeaderValue::from_static(media_type));
        whole.insert(header::CONTENT_LENGTH, placeholder);
        if let Some(link) = link {
            whole.insert(header::LINK, link.clone());
        }
        if *coding != Coding::Identity {
            whole.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding.name()));
        }
        Self { whole, unchanged }
    }
}
