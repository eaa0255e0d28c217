//! The findings in rendered files.

use std::{ops::Range, sync::Arc};

use rustc_hash::FxHashMap;

use super::answers::Answers;
use crate::{
    diagnostic::Problem,
    load::{cache::Digest, files::Document},
    markdown::{Anchor, QuestionId},
};

/// The rendered files in their order.
#[derive(Debug, Default)]
pub(in crate::load) struct RenderedFiles<'a> {
    pub(super) all: Vec<(&'a Document<'a>, Arc<Found>)>,
    places: FxHashMap<&'a str, usize>,
}

/// The findings in one file.
#[derive(Debug)]
pub(in crate::load) struct Found {
    pub(super) problems: Vec<Problem>,
    /// Links with a fragment to other files.
    pub(super) anchors: Vec<Anchor>,
    pub(super) questions: Vec<QuestionId>,
    pub(super) gists: Vec<Option<String>>,
    pub(super) questions_digest: Digest,
    pub(super) placeholders: Vec<Range<usize>>,
    /// The ids of the file, one a line: most are never looked up, and a single string takes the least memory.
    pub(super) ids: String,
    pub(super) answers: Answers,
}

impl<'a> RenderedFiles<'a> {
    pub(super) fn add(&mut self, document: &'a Document<'a>, found: Arc<Found>) {
        self.places.insert(document.path, self.all.len());
        self.all.push((document, found));
    }

    /// The questions of a file, if it is that of an interview.
    pub(in crate::load) fn questions(&self, path: &str) -> &[QuestionId] {
        self.places.get(path).map(|place| self.all[*place].1.questions.as_slice()).unwrap_or_default()
    }

    /// The digest of the questions of a file, without their places.
    pub(in crate::load) fn questions_digest(&self, path: &str) -> Digest {
        self.places.get(path).map(|place| self.all[*place].1.questions_digest).unwrap_or_default()
    }

    /// The gists of these questions, each `None` if it is too general to compare.
    pub(in crate::load) fn gists(&self, path: &str) -> &[Option<String>] {
        self.places.get(path).map(|place| self.all[*place].1.gists.as_slice()).unwrap_or_default()
    }

    /// The places of the placeholder sentences in a file.
    pub(in crate::load) fn placeholders(&self, path: &str) -> &[Range<usize>] {
        self.places.get(path).map(|place| self.all[*place].1.placeholders.as_slice()).unwrap_or_default()
    }

    pub(super) fn ids(&self, path: &str) -> Option<&str> {
        self.places.get(path).map(|place| self.all[*place].1.ids.as_str())
    }
}

/// The digest of questions, without their places.
pub(super) fn digest(questions: &[QuestionId]) -> Digest {
    let mut digest = blake3::Hasher::new();
    for QuestionId { id, given, is_repeated, text, span: _ } in questions {
        for part in [id, text] {
            digest.update(&(part.len() as u64).to_le_bytes()).update(part.as_bytes());
        }
        digest.update(&[u8::from(*given), u8::from(*is_repeated)]);
    }
    *digest.finalize().as_bytes()
}
