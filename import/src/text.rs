//! Reads interviews that were written elsewhere: blog posts, mails, transcripts, and exports of whole blogs.
//!
//! The rules:
//!
//! - All words are imported. Unknown notation stays as text. Parts that are left out on purpose (headers and signatures
//!   of mails, comments of visitors) are reported as [`crate::Skipped`].
//! - The result passes `check`. Pictures cannot be fetched, so comments in the Markdown keep their places; links into
//!   the old blog become text with the address; raw HTML becomes Markdown or text. A question without answer becomes a
//!   paragraph, as it would be an error otherwise.
//! - Every guess has a remark: the interviewee without a profile, the title, file names.
//! - An interview needs an interviewee and a date. Without interviewee there is a [`Damage`], which says what line to
//!   add. Without date the interview becomes a draft with a date far in the future, as `published` is required and a
//!   wrong date would publish it.
//! - A speaker gets a file only if there is none of that name. Otherwise the profile stays in the introduction of the
//!   interview, and the speaker's file is not changed.
//! - The same source gives the same files, whether or not it was imported before.
//!
//! `notation` detects the notation; a reader for it makes a flat document; `questions` and `profile` find the interview
//! in the document, independent of the notation; `interview` assembles it; `write` writes our own Markdown, and is the
//! only place that escapes words. Every step takes linear time, and none recurses into nested input.

mod builder;
mod clean;
mod damage;
mod dates;
mod document;
mod escape;
mod export;
mod front_matter;
mod hatena;
pub(crate) mod html;
mod interview;
mod mail;
mod markdown;
mod name;
mod notation;
mod notes;
mod options;
mod part;
mod people;
mod profile;
mod questions;
mod write;

use conference::{Slug, message};

use crate::{
    Damage, Imported, Item, Place, Value,
    slug::{self, Taken},
};

pub use self::options::Options;

pub(crate) use self::export::{Blog, Post};
use self::{damage::damage, interview::Given, notation::Notation, people::People};

/// The longest part of a name that is used as key, in characters.
const LONGEST_KEY: usize = 100;

/// Reads one interview. Detects its notation.
///
/// # Errors
///
/// If the text is empty, a blog export or too long for a page, or if the interviewee is unknown.
pub fn read(text: &str, options: &Options<'_>) -> Result<Imported, Damage> {
    let text = clean::clean(text);
    if text.trim().is_empty() {
        return Err(damage(
            None,
            message!("the text is empty", "テキストが空です"),
            message!("check whether this is the file you mean", "目的のファイルかどうかを確かめてください"),
        ));
    }
    let (front, text) = front_matter::take(&text);
    let mut skipped = front.skipped;
    let (slug, interviewees) = (options.slug.clone(), options.interviewees);
    let mut given = Given { slug, interviewees, name: options.name, ..Given::default() };
    (given.title, given.published, given.is_draft) = (front.title, front.published, front.is_draft);
    let leaves = match notation::of(&text) {
        Notation::Export => {
            return Err(damage(
                Some(1),
                message!("this is the export of a whole blog", "ブログ全体のエクスポートです"),
                message!("name the categories of the entries to import", "取り込む記事のカテゴリーを指定してください"),
            ));
        }
        Notation::Html => html::read(&text, 1),
        Notation::Hatena => hatena::read(&text),
        Notation::Markdown => markdown::read(&text),
        Notation::Mail => {
            let mail = mail::read(&text);
            if given.title.is_none() {
                given.title_check = mail.subject.as_ref().map(|_| "the title is the subject of the mail".to_owned());
                given.title = mail.subject;
            }
            given.author = mail.author;
            skipped.extend(mail.skipped);
            mail.leaves
        }
    };
    let mut people = People::of(options.speakers, options.own);
    let mut imported = interview::assemble(leaves, given, &options.language, &mut people)?;
    skipped.append(&mut imported.skipped);
    skipped.sort_by_key(|one| one.line.unwrap_or(usize::MAX));
    imported.skipped = skipped;
    Ok(imported)
}

/// Whether a text is a blog export.
pub(crate) fn is_export(text: &str) -> bool {
    matches!(notation::of(&clean::clean(text)), Notation::Export)
}

/// Reads the entries of a blog export (Movable Type format) in any of the categories.
///
/// # Errors
///
/// If the text is not an export or is truncated, if no category is given, and if no entry is in one of them.
pub fn read_export(text: &str, categories: &[String], options: &Options<'_>) -> Result<Imported, Damage> {
    let blog = read_blog(text, categories, options)?;
    let mut taken = Taken::default();
    let mut imported = Imported { items: Vec::new(), skipped: blog.skipped };
    for mut entry in blog.entries {
        if let Place::Interview(wanted) = &entry.items[0].place {
            let slug = taken.take(wanted.clone());
            rename(&mut entry.items[0], slug);
        }
        imported.items.append(&mut entry.items);
    }
    Ok(imported)
}

/// Reads a blog entry by entry; two of them may want the same slug.
pub(crate) fn read_blog(text: &str, categories: &[String], options: &Options<'_>) -> Result<Blog, Damage> {
    export::read(&clean::clean(text), categories, options)
}

/// Changes the slug of an interview, and adds a remark.
pub(crate) fn rename(item: &mut Item, slug: Slug) {
    let Place::Interview(wanted) = &item.place else { return };
    if slug::is_numbered(&slug, wanted.as_str()) {
        // The remarks on the former slug do not apply any more.
        let former = format!("the name of this file, `{wanted}`,");
        item.checks.retain(|check| !check.starts_with(&former));
        let (asks, now) = (format!("rename this file, `{wanted}`"), format!("rename this file, `{slug}`"));
        item.checks.iter_mut().for_each(|check| *check = check.replace(&asks, &now));
        item.checks.insert(0, note_of_number(wanted, &slug));
    }
    item.place = Place::Interview(slug);
}

/// The remark on a slug with a number.
pub(crate) fn note_of_number(wanted: &Slug, slug: &Slug) -> String {
    format!(
        "there is another interview `{wanted}` already; `{slug}` is the name of this one, and the address of its page"
    )
}

/// The key of an item's name: its letters and digits, which all spellings share.
pub(crate) fn key_of_name(item: &Item) -> String {
    let name = item.fields.iter().find(|field| field.name == "name");
    match name.map(|field| &field.value) {
        Some(Value::Text(name)) => name::key(name).chars().take(LONGEST_KEY).collect(),
        _ => String::new(),
    }
}
