//! Filtered schedules: put together from pieces that were rendered and compressed once.

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

use app::{FilteredSchedule, Now, PreparedSchedule, Site};
use axum::body::Bytes;
use conference::{Language, filter::SessionFilter};

use crate::representation::{Assembly, Coding, Fragments, Parts};

/// So many pieces that stand together are sent from where they are; fewer are copied.
const SHARED: usize = 8;

/// What the filtered schedules of one language are put together from, for one site and one period.
#[derive(Debug)]
pub(super) struct Pieces {
    schedule: PreparedSchedule,
    original: Forms,
    digest: blake3::Hash,
    brotli: OnceLock<Option<Forms>>,
    gzip: OnceLock<Option<Forms>>,
}

/// What is the same for many filters, in one coding.
#[derive(Debug)]
struct Forms {
    /// The choices, none of them marked.
    choices: Bytes,
    /// The pieces one after the other, each shown and each hidden.
    days: [Form; 2],
}

#[derive(Debug)]
struct Form {
    whole: Bytes,
    /// Where each piece ends.
    ends: Vec<usize>,
}

/// A filtered schedule.
#[derive(Debug)]
struct Filtered {
    pieces: Arc<Pieces>,
    schedule: FilteredSchedule,
}

impl Pieces {
    /// Renders the pieces.
    pub(super) fn new(site: &Site, language: &Language, now: Now) -> Self {
        let mut schedule = PreparedSchedule::new(site, language, now);
        let days = [&mut schedule.shown, &mut schedule.hidden].map(|pieces| {
            let app::Pieces { mut html, mut ends } = std::mem::take(pieces);
            // They were put together bit by bit, and stay.
            html.shrink_to_fit();
            ends.shrink_to_fit();
            Form { whole: html.into(), ends }
        });
        let original = Forms { choices: Bytes::copy_from_slice(schedule.choices().as_bytes()), days };
        let mut digest = blake3::Hasher::new();
        for part in original.days.iter().map(|form| &form.whole).chain([&original.choices]) {
            digest.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        let digest = digest.finalize();
        Self { schedule, original, digest, brotli: OnceLock::new(), gzip: OnceLock::new() }
    }

    /// Makes the compressed forms that browsers ask for, before they do.
    pub(super) fn prepare(&self) {
        for fragments in [Fragments::Brotli, Fragments::Gzip] {
            self.compressed(fragments);
        }
    }

    /// About what they take in memory, in bytes, in the forms that have been made.
    pub(super) fn weight(&self) -> usize {
        let compressed = [&self.brotli, &self.gzip].map(|forms| forms.get().and_then(Option::as_ref));
        let forms = compressed.into_iter().flatten().chain([&self.original]);
        self.schedule.weight() + forms.map(Forms::weight).sum::<usize>()
    }

    /// How many bytes the schedule has without the page around it.
    pub(super) fn length(&self) -> usize {
        self.original.days[0].whole.len()
    }

    /// The schedule of a filter that is not empty, with a digest that no other one has.
    pub(super) fn filtered(
        self: &Arc<Self>,
        site: &Site,
        language: &Language,
        filter: &SessionFilter,
        now: Now,
    ) -> (blake3::Hash, impl Assembly + use<>) {
        let schedule = self.schedule.filtered(site, language, filter, now);
        let mut digest = blake3::Hasher::new();
        digest.update(self.digest.as_bytes());
        let shown: Vec<u8> = schedule.shown.iter().map(|shown| u8::from(*shown)).collect();
        let FilteredSchedule { head, choices, form, after, .. } = &schedule;
        // Where none are marked they are in the digest of the pieces.
        let choices = choices.as_deref().unwrap_or_default();
        for part in [head.as_bytes(), choices.as_bytes(), form.as_bytes(), &shown, after.as_bytes()] {
            digest.update(&(part.len() as u64).to_le_bytes()).update(part);
        }
        (digest.finalize(), Filtered { pieces: self.clone(), schedule })
    }

    fn compressed(&self, fragments: Fragments) -> Option<&Forms> {
        let forms = match fragments {
            Fragments::Brotli => &self.brotli,
            Fragments::Gzip => &self.gzip,
        };
        forms.get_or_init(|| self.original.compressed(fragments)).as_ref()
    }
}

impl Assembly for Filtered {
    fn weight(&self) -> usize {
        let FilteredSchedule { head, choices, form, shown, after } = &self.schedule;
        head.len() + choices.as_ref().map_or(0, String::len) + form.len() + shown.len() + after.len()
    }

    fn original(&self) -> Parts {
        let FilteredSchedule { head, choices, form, shown, after } = &self.schedule;
        let original = &self.pieces.original;
        let choices = choices.as_ref().map_or(&*original.choices, String::as_bytes);
        let before = [head.as_bytes(), choices, form.as_bytes()].concat();
        original.assembled(before, shown, after.clone().into())
    }

    fn compressed(&self, coding: Coding, original: &Parts) -> Option<Parts> {
        let fragments = Fragments::of(coding)?;
        let compressed = self.pieces.compressed(fragments)?;
        let FilteredSchedule { head, choices, form, shown, after } = &self.schedule;
        let mut before = fragments.first(head.as_bytes()).ok()?;
        match choices {
            Some(choices) => before.extend(fragments.further(choices.as_bytes()).ok()?),
            None => before.extend_from_slice(&compressed.choices),
        }
        before.extend(fragments.further(form.as_bytes()).ok()?);
        let mut end = fragments.further(after.as_bytes()).ok()?;
        end.extend(fragments.end(original));
        Some(compressed.assembled(before, shown, end))
    }
}

impl Forms {
    fn compressed(&self, fragments: Fragments) -> Option<Self> {
        let [shown, hidden] = &self.days;
        let choices = fragments.further(&self.choices).ok()?.into();
        Some(Self { choices, days: [shown.compressed(fragments)?, hidden.compressed(fragments)?] })
    }

    fn weight(&self) -> usize {
        self.choices.len() + self.days.iter().map(Form::weight).sum::<usize>()
    }

    /// The pieces as they are shown or hidden: runs of many are not copied.
    fn assembled(&self, before: Vec<u8>, shown: &[bool], after: Vec<u8>) -> Parts {
        let mut parts = Vec::new();
        let mut shared = 0;
        let mut own = before;
        let mut next = 0;
        for run in shown.chunk_by(|one, other| one == other) {
            let pieces = next..next + run.len();
            next = pieces.end;
            let form = &self.days[usize::from(!run[0])];
            let bytes = form.bytes(pieces);
            if run.len() < SHARED {
                own.extend_from_slice(&form.whole[bytes]);
            } else {
                shared += bytes.len();
                parts.push(std::mem::take(&mut own).into());
                parts.push(form.whole.slice(bytes));
            }
        }
        own.extend(after);
        parts.push(own.into());
        Parts::with_shared(parts, shared)
    }
}

impl Form {
    fn weight(&self) -> usize {
        self.whole.len() + size_of_val(&*self.ends)
    }

    /// Where some of the pieces are.
    fn bytes(&self, pieces: Range<usize>) -> Range<usize> {
        let start = pieces.start.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..pieces.end.checked_sub(1).map_or(0, |last| self.ends[last])
    }

    fn compressed(&self, fragments: Fragments) -> Option<Self> {
        let mut whole = Vec::new();
        let mut ends = Vec::with_capacity(self.ends.len());
        for place in 0..self.ends.len() {
            whole.extend(fragments.further(&self.whole[self.bytes(place..place + 1)]).ok()?);
            ends.push(whole.len());
        }
        whole.shrink_to_fit();
        Some(Self { whole: whole.into(), ends })
    }
}
