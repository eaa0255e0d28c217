//! Images: the HTML with which browsers choose a rendition.

use std::fmt::Write as _;

use crate::{
    diagnostic::Message,
    picture::{Operation, Renditions},
    url,
};

use super::escape;

/// The resolved destination of an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Image {
    /// A file that is served unchanged.
    File {
        /// The path of the file below the content folder.
        path: String,
        /// Width and height in pixels, if known.
        size: Option<(u32, u32)>,
        /// Suggestions for improving it.
        remarks: Vec<Remark>,
    },
    /// A picture in renditions.
    Picture {
        /// The path of the file below the content folder.
        path: String,
        /// The renditions for browsers to choose from.
        renditions: Renditions,
        /// The CSS class with the average colour.
        tint: Option<String>,
        /// Suggestions for improving it.
        remarks: Vec<Remark>,
    },
    /// An image of another site.
    Elsewhere,
    /// A file that is not an image: an error.
    Broken(Remark),
}

/// A remark on a file: an error or a suggestion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Remark {
    /// The code of the problem.
    pub(crate) code: &'static str,
    /// The problem, as a sentence without full stop.
    pub(crate) message: Message,
    /// The suggestion, as a sentence without full stop.
    pub(crate) help: Message,
}

/// An image with its sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// A URL, with width and height in pixels if known.
    File(String, Option<(u32, u32)>),
    /// Renditions, with the CSS class of the average colour.
    Picture(Renditions, Option<String>),
}

/// The displayed width of figures: the text measure, or the width of a narrow screen.
const SIZES: &str = "(min-width: 43rem) 40rem, 100vw";

impl Shown {
    /// Appends the tag. `attributes` are further attributes, escaped, each with a leading space; `width` and `height`
    /// are the author's, in pixels.
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
        // Both are required, or the text would move when the image loads.
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

/// The missing side of an image, from the other side and the aspect ratio.
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
