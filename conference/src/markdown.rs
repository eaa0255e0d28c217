//! A stand-in until the renderer is merged.

use std::ops::Range;

use crate::{Body, Language, Transcript, diagnostic::Problem};

pub(crate) struct Source<'a> {
    pub(crate) file: &'a str,
    pub(crate) body: Range<usize>,
    #[expect(dead_code, reason = "a stand-in")]
    pub(crate) language: &'a Language,
}

pub(crate) trait Resolve {
    fn link(&self, destination: &str) -> Target;
    fn image(&self, destination: &str) -> Target;
}

#[expect(dead_code, reason = "a stand-in")]
pub(crate) enum Target {
    Internal { url: String, path: String, fragment: Option<String> },
    External,
    SameFile { fragment: String },
    Broken { code: &'static str, message: String, help: String },
}

pub(crate) struct Rendered<T> {
    pub(crate) value: T,
    pub(crate) problems: Vec<Problem>,
    pub(crate) anchors: Vec<Anchor>,
    pub(crate) ids: Vec<String>,
}

pub(crate) struct Anchor {
    pub(crate) span: Range<usize>,
    pub(crate) path: String,
    pub(crate) fragment: String,
}

pub(crate) fn article(source: &Source<'_>, resolve: &dyn Resolve) -> Rendered<Body> {
    let _ = resolve.link("#a");
    let _ = resolve.image("#a");
    let text = source.file[source.body.clone()].to_owned();
    let value = Body { html: format!("<p>{text}</p>"), text, ..Body::default() };
    Rendered { value, problems: Vec::new(), anchors: Vec::new(), ids: Vec::new() }
}

pub(crate) fn interview(source: &Source<'_>, _: &dyn Resolve) -> Rendered<Transcript> {
    let text = source.file[source.body.clone()].to_owned();
    let value = Transcript { introduction: format!("<p>{text}</p>"), text, ..Transcript::default() };
    Rendered { value, problems: Vec::new(), anchors: Vec::new(), ids: Vec::new() }
}
