//! The state of rendering one file, which its pieces share: ids, footnotes, problems and the link resolver.

use std::ops::Range;

use pulldown_cmark::HeadingLevel;
use strsim::jaro_winkler;

use crate::{
    diagnostic::{Message, Problem, Severity},
    message,
};

use super::{
    escape,
    footnotes::Footnotes,
    ids::Ids,
    labels::Labels,
    rendered::{Anchor, QuestionId, Rendered},
    resolve::Resolve,
    source::Source,
};

/// The most suggestions for broken fragments in a file: more would not help, and each takes time in proportion to the
/// file.
const SUGGESTIONS: usize = 20;

/// The kind of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BodyKind {
    /// Prose, or an interview.
    Prose,
    /// News: links on lines of their own become cards.
    News,
}

/// The state of rendering one file.
pub(super) struct Rendering<'a> {
    pub(super) file: &'a str,
    pub(super) resolve: &'a dyn Resolve,
    pub(super) labels: &'static Labels,
    pub(super) kind: BodyKind,
    pub(super) ids: Ids,
    pub(super) footnotes: Footnotes<'a>,
    pub(super) anchors: Vec<Anchor>,
    /// Links to other sites.
    pub(super) external: Vec<(Range<usize>, String)>,
    /// Links with a fragment within this file: checked when all of its ids are known.
    pub(super) fragments: Vec<(Range<usize>, String)>,
    /// The questions of an interview.
    pub(super) questions: Vec<QuestionId>,
    problems: Vec<Problem>,
}

impl<'a> Rendering<'a> {
    pub(super) fn new(source: &Source<'a>, resolve: &'a dyn Resolve) -> Self {
        Self {
            file: source.file,
            resolve,
            labels: Labels::of(source.language),
            kind: BodyKind::Prose,
            ids: Ids::default(),
            footnotes: Footnotes::default(),
            anchors: Vec::new(),
            external: Vec::new(),
            fragments: Vec::new(),
            questions: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Reports an error.
    pub(super) fn error(
        &mut self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        let (message, help) = (message.into(), help.into());
        self.problems.push(Problem { severity: Severity::Error, code, span, message, help });
    }

    /// Reports a warning.
    pub(super) fn warning(
        &mut self,
        code: &'static str,
        span: Range<usize>,
        message: impl Into<Message>,
        help: impl Into<Message>,
    ) {
        let (message, help) = (message.into(), help.into());
        self.problems.push(Problem { severity: Severity::Warning, code, span, message, help });
    }

    /// The level of a heading in the outline: level 1 is reserved for the title of the page.
    pub(super) fn outline_level(&mut self, level: HeadingLevel, span: &Range<usize>) -> u8 {
        if level == HeadingLevel::H1 {
            let help = message!(
                "start it with `##`; this one is shown as if you had",
                "`##`で始めてください。このままでもそのように表示されます"
            );
            self.warning(
                "heading-level",
                span.clone(),
                message!(
                    "the title is the only heading of level 1 on a page",
                    "ページの第1レベルの見出しは題名だけです"
                ),
                help,
            );
        }
        (level as u8).max(2)
    }

    /// Runs the checks that need the whole file, and returns the result.
    pub(super) fn finish<T>(mut self, value: T) -> Rendered<T> {
        self.check_fragments();
        self.check_footnotes();
        self.problems.sort_by_key(|problem| (problem.span.start, problem.span.end));
        Rendered {
            value,
            problems: self.problems,
            anchors: self.anchors,
            external: self.external,
            questions: self.questions,
            ids: self.ids.into_vec(),
        }
    }

    fn check_fragments(&mut self) {
        let mut suggestions = 0;
        for (span, fragment) in std::mem::take(&mut self.fragments) {
            let fragment = escape::percent_decoded(&fragment);
            // An empty fragment and "top" are the top of every page.
            if fragment.is_empty() || fragment == "top" || self.ids.contains(&fragment) {
                continue;
            }
            suggestions += 1;
            let nearest = if suggestions <= SUGGESTIONS { self.nearest_id(&fragment) } else { None };
            let help = match nearest {
                Some(id) => message!("did you mean `#{id}`?", "`#{id}`のことですか？"),
                None => message!(
                    "give the heading or question this id, as in `## Title {{#id}}`",
                    "見出しか質問にこのidを付けてください。例: `## 見出し {{#id}}`"
                ),
            };
            self.error(
                "broken-anchor",
                span,
                message!("nothing in this file has the id `{fragment}`", "このファイルにid`{fragment}`はありません"),
                help,
            );
        }
    }

    fn nearest_id(&self, fragment: &str) -> Option<&str> {
        let likeness = self.ids.iter().map(|id| (jaro_winkler(id, fragment), id));
        likeness.max_by(|(one, _), (other, _)| one.total_cmp(other)).filter(|(near, _)| *near > 0.7).map(|(_, id)| id)
    }

    fn check_footnotes(&mut self) {
        for (label, span) in self.footnotes.unused() {
            let message = message!(
                "nothing refers to the footnote `{label}`, so it is not shown",
                "脚注`{label}`はどこからも参照されていないため、表示されません"
            );
            self.warning(
                "unused-footnote",
                span,
                message,
                message!("refer to it by `[^{label}]`, or remove it", "`[^{label}]`で参照するか、消してください"),
            );
        }
    }
}
