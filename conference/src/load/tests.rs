//! Whole conferences from files in memory.

mod again;
mod credits;
mod hostile;
mod identity;
mod items;
mod links;
mod names;
mod plans;
mod properties;
mod publication;
mod questions;
mod rooms;
mod search;
mod series;
mod translations;
mod unfinished;
mod updated;

use jiff::civil::DateTime;

use super::{Audience, Loaded, SourceFile, Sources, load};
use crate::{
    Asset, Conference, Language, Picture, Slug,
    diagnostic::Diagnostic,
    picture::{Color, Content, Medium},
    url::Page,
};

const EVENT: &str = "---
name: サーバーレスの会
timezone: Asia/Tokyo
days: [2016-10-01, 2016-10-02]
languages: [ja, en]
rooms:
  - { id: hall, name: ホール }
  - { id: annex, name: 別館 }
---
";

/// Sources with an event and further files.
fn sources(files: &[(&str, &str)]) -> Sources {
    let file = |(path, text): &(&str, &str)| SourceFile::new(*path, text.as_bytes().to_vec());
    let mut sources = Sources { files: files.iter().map(file).collect(), assets: Vec::new() };
    if files.iter().all(|(path, _)| *path != "program/event.md") {
        sources.files.push(file(&("program/event.md", EVENT)));
    }
    sources
}

/// A file: a photograph, by its ending, or anything else.
fn asset(path: &str) -> Asset {
    let photograph = Picture { width: 1600, height: 1200, medium: Medium::Photograph, color: Color([122, 107, 92]) };
    let content = match path.rsplit('.').next() {
        Some("jpg" | "png") => Content::Picture(photograph),
        _ => Content::File,
    };
    Asset { path: path.to_owned(), digest: [7; 32], length: 1000, content }
}

/// Loads as visitors see it once everything is published.
fn load_all(sources: &Sources) -> Loaded {
    load(sources, Audience::Visitors(&|_| DateTime::MAX))
}

/// Loads content that has no problem but warnings.
fn load_good(files: &[(&str, &str)]) -> Conference {
    let Loaded { conference, diagnostics, .. } = load_all(&sources(files));
    let errors: Vec<_> =
        diagnostics.iter().filter(|found| found.severity == crate::diagnostic::Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    conference.expect("there is an event")
}

/// The codes of all diagnostics, with the paths of their files.
fn codes(diagnostics: &[Diagnostic]) -> Vec<(&str, &'static str)> {
    diagnostics.iter().map(|found| (found.path.as_str(), found.code)).collect()
}

fn session(start: &str, rest: &str) -> String {
    format!("---\ntitle: はじめて\nformat: talk\nstart: {start}\n{rest}---\n\n話です。\n")
}

fn speaker(name: &str) -> String {
    format!("---\nname: {name}\n---\n\n開発者です。\n")
}

fn interview(speaker: &str, published: &str, rest: &str) -> String {
    format!("---\ntitle: 聞く\nspeaker: {speaker}\npublished: {published}\n{rest}---\n\n---- なぜ？\n\nなぜなら。\n")
}

fn slug(text: &str) -> Slug {
    Slug::parse(text).expect("a valid slug")
}

fn language(tag: &str) -> Language {
    Language::parse(tag).expect("a valid tag")
}

fn names<'a>(slugs: impl IntoIterator<Item = &'a Slug>) -> Vec<&'a str> {
    slugs.into_iter().map(Slug::as_str).collect()
}
