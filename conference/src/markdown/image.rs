//! Images: the tags by which browsers choose among renditions.

use std::fmt::Write as _;

use crate::{
    diagnostic::Message,
    picture::{Operation, Renditions},
    url,
};

use super::escape;

/// What the destination of an image turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Image {
    /// A file that is served as it is.
    File {
        /// The path of the file below the content folder.
        path: String,
        /// Width and height in pixels, where they are known.
        size: Option<(u32, u32)>,
        /// What could be better about it.
        remarks: Vec<Remark>,
    },
    /// A picture in renditions.
    Picture {
        /// The path of the file below the content folder.
        path: String,
        /// What browsers choose from.
        renditions: Renditions,
        /// The class that gives its place its average colour.
        tint: Option<String>,
        /// What could be better about it.
        remarks: Vec<Remark>,
    },
    /// No file of this conference.
    Elsewhere,
    /// No image: an error.
    Broken(Remark),
}

/// What is wrong with a file, or could be better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remark {
    /// The code of the problem.
    pub(crate) code: &'static str,
    /// What is wrong, a sentence without full stop.
    pub(crate) message: Message,
    /// What to do, a sentence without full stop.
    pub(crate) help: Message,
}

/// An image that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// By its URL, with width and height in pixels where they are known.
    File(String, Option<(u32, u32)>),
    /// In renditions.
    Picture(Renditions, Option<String>),
}

/// How wide figures are: the measure of text, or a narrow screen.
const SIZES: &str = "(min-width: 43rem) 40rem, 100vw";

impl Shown {
    /// Adds the tag. `attributes` are further ones of the image, escaped, each after a space; `width` and `height` are
    /// what the author wants, in pixels.
    pub(super) fn write(&self, html: &mut String, attributes: &str, width: Option<&str>, height: Option<&str>) {
        let (source, size) = match self {
            Self::File(url, size) => (url.clone(), *size),
            Self::Picture(renditions, _) => {
                (url::picture(&renditions.plain().name()), Some((renditions.width, renditions.height)))
            }
        };
        let several = |operations: &[Operation]| operations.len() > 1;
        let sizes = width.map_or_else(|| SIZES.to_owned(), |width| format!("{width}px"));
        if let Self::Picture(renditions, _) = self
            && !renditions.modern.is_empty()
        {
            html.push_str("<picture><source type=\"image/avif\"");
            let candidates = candidates(&renditions.modern);
            match several(&renditions.modern) {
                true => push(html, format_args!(" srcset=\"{candidates}\" sizes=\"{sizes}\">")),
                false => push(html, format_args!(" srcset=\"{candidates}\">")),
            }
        }
        html.push_str("<img src=\"");
        escape::attribute(html, &source);
        html.push('"');
        html.push_str(attributes);
        if let Self::Picture(renditions, tint) = self {
            if several(&renditions.fallback) {
                push(html, format_args!(" srcset=\"{}\" sizes=\"{sizes}\"", candidates(&renditions.fallback)));
            }
            if let Some(tint) = tint {
                push(html, format_args!(" class=\"{tint}\""));
            }
        }
        // Without both the text would move when the image comes.
        let (width, height) = match (width, height, size) {
            (None, None, Some((width, height))) => (Some(width.to_string()), Some(height.to_string())),
            (Some(width), None, Some(size)) => (Some(width.to_owned()), proportional(width, size.1, size.0)),
            (None, Some(height), Some(size)) => (proportional(height, size.0, size.1), Some(height.to_owned())),
            (width, height, _) => (width.map(str::to_owned), height.map(str::to_owned)),
        };
        for (name, value) in [("width", width), ("height", height)] {
            if let Some(value) = value {
                push(html, format_args!(" {name}=\"{value}\""));
            }
        }
        html.push_str(" loading=\"lazy\" decoding=\"async\">");
        if matches!(self, Self::Picture(renditions, _) if !renditions.modern.is_empty()) {
            html.push_str("</picture>");
        }
    }
}

/// The other side of an image of which one side is wanted.
fn proportional(wanted: &str, other: u32, side: u32) -> Option<String> {
    let wanted: u64 = wanted.parse().ok()?;
    let side = u64::from(side.max(1));
    Some(((wanted.saturating_mul(u64::from(other)).saturating_add(side / 2) / side).max(1)).to_string())
}

/// The candidates of a `srcset`, by width.
fn candidates(operations: &[Operation]) -> String {
    let candidates =
        operations.iter().map(|operation| format!("{} {}w", url::picture(&operation.name()), operation.width));
    candidates.collect::<Vec<_>>().join(", ")
}

fn push(html: &mut String, text: std::fmt::Arguments<'_>) {
    html.write_fmt(text).expect("writing to a string cannot fail");
}
