//! The fragments of the schedule in one language, in every coding, and schedules that are assembled from them.

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

use app::{Frame, ScheduleFragments, Selection};
use axum::body::Bytes;
use conference::filter::SessionFilter;

use crate::representation::{Assembly, Chunks, Coding, FragmentCoding};

/// A run of so many fragments is sent from where it is; a shorter one is copied.
const SHARED: usize = 8;

/// The fragments of one language, for one site and one period.
#[derive(Debug)]
pub(in crate::page_cache) struct Fragments {
    pub(super) schedule: ScheduleFragments,
    plain: Coded,
    digest: blake3::Hash,
    brotli: OnceLock<Option<Coded>>,
    gzip: OnceLock<Option<Coded>>,
}

/// The fragments in one coding.
#[derive(Debug)]
struct Coded {
    /// The choices, none of them chosen.
    choices: Bytes,
    /// The days, every session shown and every session hidden.
    days: [Sequence; 2],
}

/// Fragments one after the other.
#[derive(Debug)]
struct Sequence {
    whole: Bytes,
    /// Where each fragment ends.
    ends: Vec<usize>,
}

/// A schedule that is assembled from fragments.
#[derive(Debug)]
struct Assembled {
    fragments: Arc<Fragments>,
    frame: Frame,
    /// The choices of the filter, if some are chosen.
    choices: Option<String>,
    shown: Vec<bool>,
}

impl Fragments {
    pub(super) fn new(mut schedule: ScheduleFragments) -> Self {
        let days = [&mut schedule.shown, &mut schedule.hidden].map(|fragments| {
            let app::Fragments { mut html, mut ends } = std::mem::take(fragments);
            // They were put together bit by bit, and stay.
            html.shrink_to_fit();
            ends.shrink_to_fit();
            Sequence { whole: html.into(), ends }
        });
        let plain = Coded { choices: Bytes::copy_from_slice(schedule.choices.html.as_bytes()), days };
        let mut digest = blake3::Hasher::new();
        for bytes in plain.days.iter().map(|days| &days.whole).chain([&plain.choices]) {
            digest.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
        }
        let digest = digest.finalize();
        Self { schedule, plain, digest, brotli: OnceLock::new(), gzip: OnceLock::new() }
    }

    /// Makes the compressed forms that browsers ask for, before they do.
    pub(super) fn prepare(&self) {
        for coding in [FragmentCoding::Brotli, FragmentCoding::Gzip] {
            self.coded(coding);
        }
    }

    /// About the bytes that they take in memory, in the codings that have been made.
    pub(in crate::page_cache) fn weight(&self) -> usize {
        let compressed = [&self.brotli, &self.gzip].map(|coded| coded.get().and_then(Option::as_ref));
        let coded = compressed.into_iter().flatten().chain([&self.plain]);
        self.schedule.weight() + coded.map(Coded::weight).sum::<usize>()
    }

    /// The bytes of the whole schedule without the page around it.
    pub(in crate::page_cache) fn length(&self) -> usize {
        self.plain.days[0].whole.len()
    }

    /// The schedule of a filter in its frame, with a digest that no other one has.
    pub(super) fn assembly(
        self: &Arc<Self>,
        frame: Frame,
        filter: &SessionFilter,
        selection: Selection,
    ) -> (blake3::Hash, impl Assembly + use<>) {
        let Selection { shown, .. } = selection;
        let choices = self.schedule.chosen(filter);
        let mut digest = blake3::Hasher::new();
        digest.update(self.digest.as_bytes());
        let flags: Vec<u8> = shown.iter().map(|shown| u8::from(*shown)).collect();
        // Choices without a chosen value are in the digest of the fragments.
        let chosen = choices.as_deref().unwrap_or_default();
        for bytes in [frame.head.as_bytes(), chosen.as_bytes(), frame.form.as_bytes(), &flags, frame.after.as_bytes()] {
            digest.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
        }
        (digest.finalize(), Assembled { fragments: self.clone(), frame, choices, shown })
    }

    fn coded(&self, coding: FragmentCoding) -> Option<&Coded> {
        let coded = match coding {
            FragmentCoding::Brotli => &self.brotli,
            FragmentCoding::Gzip => &self.gzip,
        };
        coded.get_or_init(|| self.plain.compressed(coding)).as_ref()
    }
}

impl Assembly for Assembled {
    fn weight(&self) -> usize {
        let Frame { head, form, after } = &self.frame;
        head.len() + self.choices.as_ref().map_or(0, String::len) + form.len() + self.shown.len() + after.len()
    }

    fn original(&self) -> Chunks {
        let Frame { head, form, after } = &self.frame;
        let plain = &self.fragments.plain;
        let choices = self.choices.as_ref().map_or(&*plain.choices, String::as_bytes);
        let before = [head.as_bytes(), choices, form.as_bytes()].concat();
        plain.assembled(before, &self.shown, after.clone().into())
    }

    fn compressed(&self, coding: Coding, original: &Chunks) -> Option<Chunks> {
        let coding = FragmentCoding::of(coding)?;
        let coded = self.fragments.coded(coding)?;
        let Frame { head, form, after } = &self.frame;
        let mut before = coding.first(head.as_bytes()).ok()?;
        match &self.choices {
            Some(choices) => before.extend(coding.further(choices.as_bytes()).ok()?),
            None => before.extend_from_slice(&coded.choices),
        }
        before.extend(coding.further(form.as_bytes()).ok()?);
        let mut end = coding.further(after.as_bytes()).ok()?;
        end.extend(coding.end(original));
        Some(coded.assembled(before, &self.shown, end))
    }
}

impl Coded {
    fn compressed(&self, coding: FragmentCoding) -> Option<Self> {
        let [shown, hidden] = &self.days;
        let choices = coding.further(&self.choices).ok()?.into();
        Some(Self { choices, days: [shown.compressed(coding)?, hidden.compressed(coding)?] })
    }

    fn weight(&self) -> usize {
        self.choices.len() + self.days.iter().map(Sequence::weight).sum::<usize>()
    }

    /// The fragments as they are shown or hidden; long runs are not copied.
    fn assembled(&self, before: Vec<u8>, shown: &[bool], after: Vec<u8>) -> Chunks {
        let mut chunks = Vec::new();
        let mut shared = 0;
        let mut own = before;
        let mut next = 0;
        for run in shown.chunk_by(|one, other| one == other) {
            let fragments = next..next + run.len();
            next = fragments.end;
            let days = &self.days[usize::from(!run[0])];
            let bytes = days.bytes(fragments);
            if run.len() < SHARED {
                own.extend_from_slice(&days.whole[bytes]);
            } else {
                shared += bytes.len();
                chunks.push(std::mem::take(&mut own).into());
                chunks.push(days.whole.slice(bytes));
            }
        }
        own.extend(after);
        chunks.push(own.into());
        Chunks::with_shared(chunks, shared)
    }
}

impl Sequence {
    fn weight(&self) -> usize {
        self.whole.len() + size_of_val(&*self.ends)
    }

    /// Where some of the fragments are.
    fn bytes(&self, fragments: Range<usize>) -> Range<usize> {
        let start = fragments.start.checked_sub(1).map_or(0, |before| self.ends[before]);
        start..fragments.end.checked_sub(1).map_or(0, |last| self.ends[last])
    }

    fn compressed(&self, coding: FragmentCoding) -> Option<Self> {
        let mut whole = Vec::new();
        let mut ends = Vec::with_capacity(self.ends.len());
        for place in 0..self.ends.len() {
            whole.extend(coding.further(&self.whole[self.bytes(place..place + 1)]).ok()?);
            ends.push(whole.len());
        }
        whole.shrink_to_fit();
        Some(Self { whole: whole.into(), ends })
    }
}
