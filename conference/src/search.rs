//! Search over sessions, speakers, interviews with every question, news and pages.
//!
//! The index tells which documents may have the words of a query, and their texts tell which have them: a document that lacks
//! a word is never a result. The server reads index and texts in memory. A browser reads the same index in files
//! (`public/search.js`), of which a query needs few. docs/decisions/search.md has the reasons.

mod document;
mod excerpt;
mod folded;
mod html_text;
mod index;
mod query;
mod results;
mod strings;
mod terms;
mod texts;
mod vlq;

pub(crate) use self::document::session_text;
pub use self::{
    document::{Item, Kind},
    excerpt::Run,
    index::Index,
    query::{KIND, LANGUAGE, Query},
    results::{Count, Group, Hit, Results},
    texts::Texts,
};
