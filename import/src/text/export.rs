//! Reads blog exports in the Movable Type format, as Hatena Blog writes them:
//! <https://movabletype.org/documentation/appendices/import-export-format.html>.
//!
//! Lines of hyphens separate the parts, but may also occur in a body: one is a separator only if the expected part
//! follows. A basename of digits is the time of an entry and not a name: such entries are named after their speakers.

mod breaks;
mod entry;

use std::collections::{BTreeSet, HashMap};

use conference::{Slug, fold::fold, message};

use self::entry::{BodyFormat, Entry};
use super::{
    damage::{damage, skip},
    document::Leaf,
    hatena, html,
    interview::{Given, assemble},
    mail, markdown, name,
    notation::{self, Notation},
    options::Options,
    people::People,
};
use crate::{Damage, Item, Skipped};

/// The longest id of an entry, in characters.
const LONGEST_ID: usize = 200;

/// The most categories that are listed.
const NAMED: usize = 40;

/// The interviews of a blog.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Blog {
    pub(crate) entries: Vec<Post>,
    /// The ids of its other entries.
    pub(crate) others: BTreeSet<String>,
    pub(crate) skipped: Vec<Skipped>,
}

/// An interview of a blog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Post {
    /// The unique id of the entry.
    pub(crate) id: String,
    /// The interview, followed by its new speakers.
    pub(crate) items: Vec<Item>,
}

/// Reads the entries in some categories.
pub(super) fn read(text: &str, categories: &[String], options: &Options<'_>) -> Result<Blog, Damage> {
    let entries = entry::read(text)?;
    let wanted: BTreeSet<String> = categories.iter().map(|category| fold(category)).collect();
    if let Some(entry) = entries.iter().find(|entry| !entry.is_closed) {
        return Err(damage(
            Some(entry.line),
            message!("the export ends in the middle of an entry", "エクスポートが記事の途中で終わっています"),
            message!(
                "export the blog again, and check that all of it is there",
                "ブログをエクスポートし直し、全体が揃っているかを確かめてください"
            ),
        ));
    }
    check_categories(&entries, categories)?;
    let wanted = |entry: &&Entry<'_>| entry.categories.iter().any(|category| wanted.contains(&fold(category)));
    if !options.interviewees.is_empty() {
        check_single(entries.iter().filter(wanted).count())?;
    }
    let mut people = People::of(options.speakers, options.own);
    let mut blog = Blog::default();
    let mut ids = HashMap::new();
    let mut comments = 0;
    for entry in &entries {
        let id = id_of(entry, &mut ids);
        if !wanted(&entry) {
            blog.others.insert(id);
            continue;
        }
        comments += entry.comments;
        if let Some(image) = entry.image.filter(|image| !image.is_empty()) {
            let title = entry.title;
            blog.skipped.push(skip(
                entry.line,
                message!(
                    "the picture {image} of “{title}” cannot be fetched",
                    "「{title}」の画像 {image} は取得できません"
                ),
            ));
        }
        let (leaves, mut skipped) = leaves_of(entry);
        let slug = options.slug.clone().filter(|_| blog.entries.is_empty());
        let given = Given { interviewees: options.interviewees, ..given(entry, slug) };
        match assemble(leaves, given, &options.language, &mut people) {
            Ok(mut found) => {
                blog.entries.push(Post { id, items: found.items });
                skipped.append(&mut found.skipped);
            }
            Err(Damage { message, help, .. }) => {
                blog.others.insert(id);
                let title = entry.title;
                let reason = message!(
                    "“{title}” was left out: {message}; {help}",
                    "「{title}」は取り込みません: {message}。{help}",
                    message = message,
                    help = *help
                );
                skipped.push(skip(entry.line, reason));
            }
        }
        blog.skipped.append(&mut skipped);
    }
    if comments > 0 {
        let what = match comments {
            1 => message!("1 comment of a visitor was", "読者のコメント1件"),
            _ => message!("{comments} comments of visitors were", "読者のコメント{comments}件"),
        };
        let reason = message!(
            "{what} left out: their words are their own",
            "{what}は取り込みません。書いた人のものであるためです",
            what = what
        );
        blog.skipped.push(Skipped { line: None, reason });
    }
    Ok(blog)
}

/// The id of an entry: its basename, or its date and title.
fn id_of(entry: &Entry<'_>, ids: &mut HashMap<String, usize>) -> String {
    let basename = entry.basename.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned);
    let id = basename.unwrap_or_else(|| format!("{} {}", entry.date.unwrap_or_default(), entry.title));
    let id: String = id.chars().take(LONGEST_ID).collect();
    let count = ids.entry(id.clone()).or_default();
    *count += 1;
    if *count == 1 { id } else { format!("{id} {count}") }
}

fn check_categories(entries: &[Entry<'_>], categories: &[String]) -> Result<(), Damage> {
    let there: BTreeSet<&str> = entries.iter().flat_map(|entry| entry.categories.iter().copied()).collect();
    let folded: BTreeSet<String> = there.iter().map(|category| fold(category)).collect();
    let unknown = categories.iter().find(|category| !folded.contains(&fold(category)));
    let message = match (categories.is_empty(), unknown) {
        (true, _) => message!(
            "no category is named, and a blog is more than interviews",
            "カテゴリーが指定されていません。ブログにはインタビュー以外の記事もあります"
        ),
        (false, Some(unknown)) => {
            message!("no entry has the category `{unknown}`", "カテゴリー`{unknown}`の記事はありません")
        }
        (false, None) => return Ok(()),
    };
    let more = if there.len() > NAMED { ", …" } else { "" };
    let there: Vec<_> = there.into_iter().take(NAMED).collect();
    let help = match there.join(", ") {
        none if none.is_empty() => message!(
            "give the entries of the interviews a category, and export the blog again",
            "インタビューの記事にカテゴリーを付けて、ブログをエクスポートし直してください"
        ),
        there => message!("the categories are {there}{more}", "カテゴリーは {there}{more} です"),
    };
    Err(damage(None, message, help))
}

/// The option `--speaker` is for one interview: the people of one entry are not those of another.
fn check_single(entries: usize) -> Result<(), Damage> {
    match entries {
        1 => Ok(()),
        _ => Err(damage(
            None,
            message!(
                "`--speaker` names the interviewee of one interview, but {entries} entries have these categories",
                "`--speaker`は1件のインタビューで答えている人の指定ですが、このカテゴリーの記事は{entries}件あります"
            ),
            message!(
                "save the entry as a file of its own and import it with `--speaker`, or give it a category of its own",
                "その記事だけを別のファイルに保存して`--speaker`で取り込むか、その記事だけのカテゴリーを指定してください"
            ),
        )),
    }
}

fn leaves_of(entry: &Entry<'_>) -> (Vec<Leaf>, Vec<Skipped>) {
    let text = entry.text();
    match entry.format {
        BodyFormat::Markdown => return (markdown::read(&text), Vec::new()),
        BodyFormat::Breaks if has_tags(&text) => {
            return (html::read(&breaks::converted(&text), entry.body_line), Vec::new());
        }
        _ if has_tags(&text) => return (html::read(&text, entry.body_line), Vec::new()),
        _ => {}
    }
    match notation::of(&text) {
        Notation::Html => (html::read(&text, entry.body_line), Vec::new()),
        Notation::Hatena => (hatena::read(&text), Vec::new()),
        Notation::Markdown | Notation::Export => (markdown::read(&text), Vec::new()),
        Notation::Mail => {
            let mail = mail::read(&text);
            (mail.leaves, mail.skipped)
        }
    }
}

/// Whether a body contains tags outside of Markdown code.
fn has_tags(text: &str) -> bool {
    let mut fenced = false;
    text.lines().any(|line| {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
            return false;
        }
        let pieces: Vec<_> = line.split('`').collect();
        // An unclosed backquote does not start code.
        let words = pieces.iter().enumerate().filter(|(place, _)| place % 2 == 0 || place + 1 == pieces.len());
        !fenced && words.into_iter().any(|(_, words)| words.contains("</") || words.contains("<br"))
    })
}

fn given(entry: &Entry<'_>, wanted: Option<Slug>) -> Given<'static> {
    let basename = entry.basename.map(|basename| basename.trim_end_matches('/').rsplit('/').next().unwrap_or_default());
    let is_time = |name: &str| name.bytes().all(|byte| byte.is_ascii_digit());
    let slug = basename.filter(|name| !is_time(name)).and_then(Slug::parse).filter(name::is_usable);
    let former = entry.basename.filter(|_| slug.is_none());
    Given {
        line: Some(entry.line),
        title: Some(entry.title.to_owned()).filter(|title| !title.is_empty()),
        published: entry.date.and_then(super::dates::of_export),
        is_draft: entry.is_draft,
        summary: entry.excerpt.map(one_line).filter(|excerpt| !excerpt.is_empty()),
        slug: wanted.or(slug),
        slug_check: former.map(|former| {
            format!(
                "the name of this file was `{former}` in the blog, which is the time of the entry or no name in a–z"
            )
        }),
        ..Given::default()
    }
}

/// Joins lines.
fn one_line(text: &str) -> String {
    let mut joined = String::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !joined.is_empty() && !super::escape::joins(joined.chars().next_back(), line.chars().next()) {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}
