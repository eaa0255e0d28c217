//! Converts the texts of a source into Markdown that this site can render.

mod kind;
mod links;
mod plain;
mod safe;
mod source;

pub use kind::is_html;
pub(crate) use kind::{is_element, marked_as_html};
pub use plain::from_plain;
pub use safe::mend;
pub(crate) use source::{LineEnds, Prose, from_source};

#[cfg(test)]
mod tests;
