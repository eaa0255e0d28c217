//! Reads interviews that were written elsewhere: posts of a blog, mails, transcripts, and exports of whole blogs.
//!
//! What an organizer wants, and so what is done:
//!
//! - The words come over, all of them. Notation that is not known stays as words; what is left out on purpose (headers and
//!   signatures of mails, comments of visitors) is told as [`Skipped`].
//! - The result passes `check` as it is. Pictures cannot be fetched, so their places are kept as comments in the Markdown;
//!   links into the old blog lose their link and keep their address; raw HTML becomes Markdown or words. A question that
//!   nothing answers stays as a paragraph, since a question without an answer is an error.
//! - Whatever is a guess says so beside it: who answers where no profile says so, the title, names of files.
//! - An interview needs somebody who answers and a date. Without the first there is no interview: that is a [`Damage`]
//!   which says what line to add. Without a date it becomes a draft with a date far ahead, since `published` is required
//!   and a wrong date would publish it.
//! - The speaker's own file is made only where no speaker of that name is there; otherwise what the source says of them
//!   stays in the introduction of the interview, and nobody's file changes.
//! - The same source gives the same files, whether or not it was imported before.
//!
//! The way of a text: `notation` tells the notation; a reader for it makes a flat document; `questions` and `profile` find
//! the interview in it, whatever the notation was; `interview` puts it together; `write` makes Markdown of our own, the
//! only place where words are escaped. Every step takes time proportional to the text, and none recurses into what the
//! text nests.

mod builder;
mod clean;
mod damage;
mod dates;
mod document;
mod escape;
mod export;
mod front_matter;
mod hatena;
mod html;
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

/// How much of a name is remembered, in characters.
const LONGEST_KEY: usize = 100;

/// Reads one interview in any of the forms; which one is found out.
///
/// # Errors
///
/// Where the text is empty or an export, where it is not said who answers, and where it is too long for a page.
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
    let mut given = Given { slug: options.slug.clone(), name: options.name, ..Given::default() };
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

/// Whether a text is the export of a whole blog.
pub(crate) fn is_export(text: &str) -> bool {
    matches!(notation::of(&clean::clean(text)), Notation::Export)
}

/// Reads the entries of a blog's export that are in one of the categories, in the format of Movable Type.
///
/// # Errors
///
/// Where the text is no such export or ends in the middle of an entry, where no category is named, and where no entry
/// has one of them.
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

/// The same, entry by entry; two of them may want the same name.
pub(crate) fn read_blog(text: &str, categories: &[String], options: &Options<'_>) -> Result<Blog, Damage> {
    export::read(&clean::clean(text), categories, options)
}

/// Gives an interview another name than the one it would have, and says why.
pub(crate) fn rename(item: &mut Item, slug: Slug) {
    let Place::Interview(wanted) = &item.place else { return };
    if slug::is_numbered(&slug, wanted.as_str()) {
        // What was to check about the other name is no longer true of this one.
        let former = format!("the name of this file, `{wanted}`,");
        item.checks.retain(|check| !check.starts_with(&former));
        let (asks, now) = (format!("rename this file, `{wanted}`"), format!("rename this file, `{slug}`"));
        item.checks.iter_mut().for_each(|check| *check = check.replace(&asks, &now));
        item.checks.insert(0, note_of_number(wanted, &slug));
    }
    item.place = Place::Interview(slug);
}

/// What is to check about a name with a number.
pub(crate) fn note_of_number(wanted: &Slug, slug: &Slug) -> String {
    format!(
        "there is another interview `{wanted}` already; `{slug}` is the name of this one, and the address of its page"
    )
}

/// What two spellings of the name of an item have in common: letters and digits alone.
pub(crate) fn key_of_name(item: &Item) -> String {
    let name = item.fields.iter().find(|field| field.name == "name");
    match name.map(|field| &field.value) {
        Some(Value::Text(name)) => name::key(name).chars().take(LONGEST_KEY).collect(),
        _ => String::new(),
    }
}
