//! Adds texts to the content: no text overwrites the file of another one, and a text finds its own file again.
//!
//! Schedules have identifiers, texts have none. A text was imported before if its file has the same name, the same
//! people answer, and most of the words are equal ([`crate::likeness`]); a blog entry if the blog has the same id for
//! it, and its title or most of its words are equal. Any other text is new: a duplicate file is a small nuisance, but
//! an interview that overwrites another one is a loss.
//!
//! The keys are `text <file> <people> <interview> [<speaker>]` and `blog <file> <entry> <interview> [<speaker>]`.

mod asked;

use std::collections::{BTreeMap, BTreeSet};

use conference::{Language, Slug};

use self::asked::Asked;
use super::joined::Joined;
use crate::{
    Damage, Imported, Item, Known, Named, Place, Places,
    likeness::Features,
    slug::{self, Taken},
    text::{self, Blog, Post},
    write,
};

/// The most people in the key of a text.
const NAMED: usize = 8;

/// Reads one interview.
pub(super) fn interview(source: &str, known: &Known) -> Result<Joined, Damage> {
    // The interviewees according to the text alone, independent of the present content.
    let alone = text::read(source, &options(known, &[], &[], None, &[])).map(|imported| imported.items);
    let id = people(&alone.unwrap_or_default());
    let read = |options: &text::Options<'_>| {
        let Imported { items, skipped } = text::read(source, options)?;
        Ok(Blog { entries: vec![Post { id: id.clone(), items }], skipped, ..Blog::default() })
    };
    join(known, "text", read, |now, before| now.has_answers_of(before) || now.has_questions_of(before))
}

/// Reads the interviews of a blog in the categories of the command line.
pub(super) fn blog(source: &str, known: &Known) -> Result<Joined, Damage> {
    let read = |options: &text::Options<'_>| text::read_blog(source, &known.categories, options);
    join(known, "blog", read, |now, before| now.has_title_of(before) || now.has_answers_of(before))
}

/// The people of a text as part of its key; of many, the first ones and their number.
fn people(items: &[Item]) -> String {
    let speakers = items.iter().filter(|item| matches!(item.place, Place::Speaker(_)));
    let mut names: Vec<_> = speakers.clone().take(NAMED).map(text::key_of_name).collect();
    let count = speakers.count();
    if count > NAMED {
        names.push(count.to_string());
    }
    names.join("+")
}

fn options<'a>(
    known: &'a Known,
    speakers: &'a [Named],
    own: &'a [Named],
    slug: Option<Slug>,
    interviewees: &'a [String],
) -> text::Options<'a> {
    let language = known.default_language().cloned().or_else(|| Language::parse("ja"));
    let language = language.expect("`ja` is a language tag");
    text::Options { speakers, own, language, slug, interviewees, name: known.name.as_deref() }
}

fn join(
    known: &Known,
    kind: &str,
    read: impl Fn(&text::Options<'_>) -> Result<Blog, Damage>,
    is_same: impl Fn(&Features<'_>, &Features<'_>) -> bool,
) -> Result<Joined, Damage> {
    // The slug of an earlier import stays taken even if its file was renamed, as links may use it.
    let mut speakers = known.speakers.clone();
    let mut there: BTreeSet<Slug> = speakers.iter().map(|one| one.slug.clone()).collect();
    for place in known.places.values() {
        if let Place::Speaker(slug) = place
            && there.insert(slug.clone())
        {
            speakers.push(Named { slug: slug.clone(), names: Vec::new() });
        }
    }
    let source = format!("{kind} {} ", known.name.as_deref().unwrap_or("-"));
    let present: BTreeSet<&Slug> = known.interviews.iter().map(|interview| &interview.slug).collect();
    let former_of = |post: &Post| Former::of(post, &source, known, &present, &is_same);
    // The command line of an earlier import may have named the people of the same text.
    let is_of_this = |list: &Vec<Asked>| {
        let blog = read(&options(known, &speakers, &[], known.slug.clone(), &asked::words(&[], list)));
        let former = blog.ok().filter(|blog| blog.entries.len() == 1).and_then(|blog| former_of(&blog.entries[0]));
        former.is_some_and(|former| former.asked == *list)
    };
    let remembered = asked::lists(starting_with(&known.places, &source)).into_iter().find(is_of_this);
    let interviewees = asked::words(&known.interviewees, &remembered.unwrap_or_default());
    let options = |own, slug| options(known, &speakers, own, slug, &interviewees);
    let blog = read(&options(&[], known.slug.clone()))?;
    let mut former = BTreeMap::new();
    for post in &blog.entries {
        former.extend(former_of(post).map(|found| (post.id.clone(), found)));
    }
    let own: Vec<Named> = former.values().flat_map(|former| former.brought.iter().cloned()).collect();
    let mut blog = match own.is_empty() {
        true => blog,
        false => read(&options(&own, known.slug.clone()))?,
    };
    if let ([post], None) = (blog.entries.as_slice(), &known.slug)
        && let (Some(former), Place::Interview(wanted)) = (former.get(&post.id), &post.items[0].place)
        && former.was_asked_for(wanted, known)
    {
        // The slug was given on the command line last time; the remarks have to be the same.
        blog = read(&options(&own, Some(former.slug.clone())))?;
    }

    let mut taken = Taken::default();
    present.iter().for_each(|slug| taken.insert((*slug).clone()));
    for place in known.places.values() {
        if let Place::Interview(slug) = place {
            taken.insert(slug.clone());
        }
    }
    let mut joined =
        Joined { imported: Imported { skipped: blog.skipped, ..Imported::default() }, ..Joined::default() };
    for (place, post) in blog.entries.iter_mut().enumerate() {
        let Place::Interview(wanted) = post.items[0].place.clone() else { continue };
        // A slug from the command line is for the first interview, and replaces an earlier one.
        let is_given = place == 0 && known.slug.is_some();
        let earlier = former.get(&post.id).filter(|former| !is_given || former.is_named(&wanted));
        let slug = earlier.map_or_else(|| taken.take(wanted), |former| former.slug.clone());
        text::rename(&mut post.items[0], slug);
        let key = format!("{source}{} {}", post.id, post.items[0].place.path());
        for item in &post.items[1..] {
            joined.places.insert(format!("{key} {}", text::key_of_name(item)), item.place.clone());
        }
        if !interviewees.is_empty() {
            asked::remember(&mut joined.places, &known.places, &key, &interviewees, &post.items[0]);
        }
        joined.places.insert(key, post.items[0].place.clone());
        joined.imported.items.append(&mut post.items);
    }
    let entries = blog.entries.iter().map(|post| &post.id);
    let told: BTreeSet<&str> = entries.chain(&blog.others).map(String::as_str).collect();
    joined.gone = gone(&source, known, &former, &told, &joined.places);
    Ok(joined)
}

/// A text of an earlier import.
struct Former {
    slug: Slug,
    /// The speakers it brought, by the keys of their names.
    brought: Vec<Named>,
    /// The people that the command line named for it.
    asked: Vec<Asked>,
    /// The prefix of its keys.
    key: String,
}

impl Former {
    /// Finds the earlier import of an interview; of several, one whose file exists.
    fn of(
        post: &Post,
        source: &str,
        known: &Known,
        present: &BTreeSet<&Slug>,
        is_same: impl Fn(&Features<'_>, &Features<'_>) -> bool,
    ) -> Option<Self> {
        let prefix = format!("{source}{} ", post.id);
        let file = write::file(&post.items[0]);
        let now = Features::of(&file);
        let mut found: Vec<Self> = Vec::new();
        for (key, place) in starting_with(&known.places, &prefix) {
            let mut parts = key[prefix.len()..].split(' ');
            match (parts.next().and_then(Place::parse), parts.next(), place) {
                (Some(Place::Interview(slug)), None, Place::Interview(_))
                    if known.written.get(place).is_some_and(|file| is_same(&now, &Features::of(file))) =>
                {
                    let asked =
                        asked::lists(starting_with(&known.places, &format!("{key} "))).pop().unwrap_or_default();
                    found.push(Self { slug, brought: Vec::new(), asked, key: key.clone() });
                }
                // Keys are sorted: that of the interview precedes those of its speakers.
                (_, Some(name), Place::Speaker(slug)) if !name.starts_with(asked::MARK) => {
                    let interview = found.last_mut().filter(|former| key.starts_with(&format!("{} ", former.key)));
                    let named = Named { slug: slug.clone(), names: vec![name.to_owned()] };
                    interview.into_iter().for_each(|former| former.brought.push(named.clone()));
                }
                _ => {}
            }
        }
        let is_wanted = |former: &Self| known.slug.as_ref().is_some_and(|wanted| former.is_named(wanted));
        // The first of equally good ones.
        found.into_iter().rev().max_by_key(|former| (is_wanted(former), present.contains(&former.slug)))
    }

    /// Whether its slug was given on the command line: it is neither the slug that the text would get, nor that slug
    /// with a number, which the file would mention.
    fn was_asked_for(&self, wanted: &Slug, known: &Known) -> bool {
        let written = known.written.get(&Place::Interview(self.slug.clone()));
        let tells = written.is_some_and(|file| file.contains(&text::note_of_number(wanted, &self.slug)));
        self.slug != *wanted && !tells
    }

    /// Whether a slug that a text would get is this one.
    fn is_named(&self, wanted: &Slug) -> bool {
        self.slug == *wanted || slug::is_numbered(&self.slug, wanted.as_str())
    }
}

fn starting_with<'p>(places: &'p Places, prefix: &'p str) -> impl Iterator<Item = (&'p String, &'p Place)> {
    places.range(prefix.to_owned()..).take_while(move |(key, _)| key.starts_with(prefix))
}

/// The places of earlier imports of these texts and of entries that the blog no longer has.
fn gone(
    source: &str,
    known: &Known,
    former: &BTreeMap<String, Former>,
    told: &BTreeSet<&str>,
    now: &Places,
) -> Vec<Place> {
    if former.is_empty() {
        // Nothing matches an earlier import: it is another blog, or another text.
        return Vec::new();
    }
    let mut gone: BTreeSet<&Place> = BTreeSet::new();
    for former in former.values() {
        gone.extend(starting_with(&known.places, &former.key).map(|(_, place)| place));
    }
    if source.starts_with("blog ") {
        let id = |key: &str| key[source.len()..].rsplit_once(" interviews/").map(|(id, _)| id.to_owned());
        let earlier = starting_with(&known.places, source);
        let lost = earlier.filter(|(key, _)| id(key).is_some_and(|id| !told.contains(id.as_str())));
        gone.extend(lost.map(|(_, place)| place));
    }
    now.values().for_each(|place| _ = gone.remove(place));
    gone.into_iter().cloned().collect()
}

#[cfg(test)]
mod tests;
