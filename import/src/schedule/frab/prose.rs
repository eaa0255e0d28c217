//! Texts and links of a schedule, by the program that wrote it.

use super::schema::Link;
use crate::{markdown, schedule::programme::Prose};

/// The program that wrote a schedule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::schedule) enum Exporter {
    Pretalx,
    /// Frab, or another program that writes its format.
    #[default]
    Frab,
}

impl Exporter {
    /// The program by its name in the schedule.
    pub(in crate::schedule) fn named(name: Option<&str>) -> Self {
        if name == Some("pretalx") { Self::Pretalx } else { Self::Frab }
    }

    /// The family of the keys of its items.
    pub(super) fn family(self) -> &'static str {
        match self {
            Self::Pretalx => PRETALX,
            Self::Frab => "frab",
        }
    }
}

/// The family of pretalx, for all of its formats.
pub(super) const PRETALX: &str = "pretalx";

pub(super) fn pair(link: &Link, base: Option<&str>) -> Option<(String, String)> {
    let url = link.url.as_deref()?.trim();
    let url = match base.filter(|_| url.starts_with('/')) {
        Some(base) => url::Url::parse(base).ok()?.join(url).ok()?.into(),
        None => url.to_owned(),
    };
    Some((link.title.clone().unwrap_or_default(), url))
}

/// A text in the notation of the program.
pub(super) fn prose(text: &str, family: &str) -> Prose {
    Prose::Markdown(match family != PRETALX && markdown::is_html(text) {
        true => markdown::to_markdown(text),
        false => text.to_owned(),
    })
}
