//! Texts and links of a schedule, by the program that wrote it.

use super::schema::Link;
use crate::{
    markdown::{self, LineEnds},
    schedule::programme::Prose,
};

/// The program that wrote a schedule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::schedule) enum Exporter {
    Pretalx,
    /// This program.
    Serverlessconf,
    /// Frab, or another program that writes its format.
    #[default]
    Frab,
}

impl Exporter {
    /// The program by its name in the schedule.
    pub(in crate::schedule) fn named(name: Option<&str>) -> Self {
        match name {
            Some("pretalx") => Self::Pretalx,
            Some("serverlessconf") => Self::Serverlessconf,
            _ => Self::Frab,
        }
    }

    /// The family of the keys of its items.
    pub(super) fn family(self) -> &'static str {
        match self {
            Self::Pretalx => PRETALX,
            Self::Serverlessconf | Self::Frab => FRAB,
        }
    }
}

/// The family of frab, and of other programs that write its format.
pub(in crate::schedule) const FRAB: &str = "frab";

/// The family of pretalx, for all of its formats.
pub(in crate::schedule) const PRETALX: &str = "pretalx";

pub(super) fn pair(link: &Link, base: Option<&str>) -> Option<(String, String)> {
    let url = link.url.as_deref()?.trim();
    let url = match base.filter(|_| url.starts_with('/')) {
        Some(base) => url::Url::parse(base).ok()?.join(url).ok()?.into(),
        None => url.to_owned(),
    };
    Some((link.title.clone().unwrap_or_default(), url))
}

/// The notation of the texts of a program: pretalx shows the lines of a paragraph as lines.
pub(super) fn notation(family: &str, base: Option<&str>) -> markdown::Prose {
    let line_ends = if family == PRETALX { LineEnds::Breaks } else { LineEnds::Blanks };
    markdown::Prose { base: base.and_then(|base| url::Url::parse(base).ok()), line_ends }
}

/// A text as Markdown; remarks on the parts that cannot be kept are added to `checks`.
pub(super) fn prose(text: &str, notation: &markdown::Prose, checks: &mut Vec<String>) -> Prose {
    let (text, told) = markdown::from_source(text, notation);
    checks.extend(told);
    Prose::Markdown(text)
}
