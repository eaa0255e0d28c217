//! Puts the items together: resolves what they say about each other, sorts them and finds their neighbours.

mod series;

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet, HashMap},
};

use super::{
    Audience, Sources,
    aliases::{self, Former},
    bodies::{Bodies, Emptiness, Used},
    conflicts,
    context::Context,
    dated::{self, Entry},
    facets, interview,
    item::{Item, Opened},
    names, news, pictures,
    publication::Publication,
    revision, session, unfinished,
};
use jiff::civil::DateTime;

use crate::{
    Article, Body, Conference, Event, Interview, Localized, Session, Slug, Speaker, Text, catalog::Index,
    diagnostic::Severity, fold, markdown, message, picture::Role, read::print_time, tag, url::Page,
};

/// Everything that could be read.
pub(super) struct Parts<'a> {
    pub(super) event: Option<Opened<'a, Event>>,
    pub(super) speakers: Vec<Opened<'a, Speaker>>,
    pub(super) sessions: Vec<Opened<'a, session::Draft>>,
    pub(super) interviews: Vec<Opened<'a, interview::Draft>>,
    pub(super) news: Vec<Opened<'a, news::Draft>>,
    pub(super) removed: HashMap<Page, Text>,
    /// The former names of what was removed.
    pub(super) former: Vec<Former<'a>>,
}

/// Puts a conference together, and says which files beside the items it uses; `None` without an event.
pub(super) fn assemble<'a>(
    mut parts: Parts<'a>,
    context: &Context<'a>,
    sources: &Sources,
    audience: Audience<'_>,
) -> Option<(Conference, Used)> {
    let published = resolve(&mut parts, audience);
    conflicts::check(&parts.sessions);
    aliases::check(dated::entries(&parts.interviews, &parts.news), &parts.former, context);
    let mut used = render(&mut parts, context, &published);
    used.idle = idle(&parts);
    announce(dated::entries(&parts.interviews, &parts.news), &published);
    check_interviews(&parts);
    names::check(&parts);
    unfinished::check(&parts);

    let event = parts.event?.value;
    let room = |session: &Session| {
        // What has no room concerns everybody, and comes first.
        session.room.as_ref().and_then(|id| event.rooms.iter().position(|room| room.id == *id))
    };
    let mut sessions: Vec<_> = parts.sessions.into_iter().map(|opened| opened.value.session).collect();
    sessions.sort_by(|a, b| (a.start, room(a), &a.slug).cmp(&(b.start, room(b), &b.slug)));
    let default = event.default_language().clone();
    let mut speakers: Vec<_> = parts.speakers.into_iter().map(|opened| opened.value).collect();
    speakers.sort_by_cached_key(|speaker| {
        let name = speaker.name.text(&default);
        (fold::fold(speaker.reading.as_deref().unwrap_or(name)), name.to_owned(), speaker.slug.clone())
    });
    let interviews = parts.interviews.into_iter().map(|opened| opened.value.interview);
    let mut interviews: Vec<_> =
        interviews.filter(|interview| published.pages.contains(&Page::Interview(interview.slug.clone()))).collect();
    interviews.sort_by(|a, b| (Reverse(a.published), &a.slug).cmp(&(Reverse(b.published), &b.slug)));
    series::order(&mut interviews, &default);
    let articles = parts.news.into_iter().map(|opened| opened.value.article);
    let mut articles: Vec<_> =
        articles.filter(|article| published.pages.contains(&Page::Article(article.slug.clone()))).collect();
    articles.sort_by(|a, b| (Reverse(a.published), &a.slug).cmp(&(Reverse(b.published), &b.slug)));
    for place in 0..articles.len() {
        let slug = |place: usize| articles.get(place).map(|article: &Article| article.slug.clone());
        let (next, previous) = (place.checked_sub(1).and_then(slug), slug(place + 1));
        (articles[place].next, articles[place].previous) = (next, previous);
    }

    let index = Index {
        sessions: places(&sessions, |session| &session.slug),
        speakers: places(&speakers, |speaker| &speaker.slug),
        interviews: places(&interviews, |interview| &interview.slug),
        articles: places(&articles, |article| &article.slug),
        ends: latest_ends(&sessions),
    };
    link(&mut sessions, &mut speakers, &interviews, &index);
    for session in &mut sessions {
        session.facets.values = facets::values(session);
    }
    let (assets, renditions) = pictures::published(sources, &used.by_pages);
    let shown = interviews.iter().map(|interview| interview.slug.as_str());
    let shown = shown.chain(articles.iter().map(|article| article.slug.as_str()));
    let revision = revision::digest(sources, shown);
    let former = |page: fn(Slug) -> Page, slug: &Slug, aliases: &[Slug]| {
        let present = page(slug.clone());
        aliases.iter().map(|alias| (page(alias.clone()), present.clone())).collect::<Vec<_>>()
    };
    let moved = interviews.iter().flat_map(|one| former(Page::Interview, &one.slug, &one.aliases));
    let moved = moved.chain(articles.iter().flat_map(|one| former(Page::Article, &one.slug, &one.aliases)));
    let gone = parts.former.iter().flat_map(|one| {
        let former = |slug: &Slug| match one.page {
            Page::Article(_) => Page::Article(slug.clone()),
            _ => Page::Interview(slug.clone()),
        };
        one.aliases.iter().map(move |alias| (former(&alias.value), one.page.clone()))
    });
    let moved = moved.chain(gone).collect();
    let next_publication = published.next();
    let removed = published.removed;
    let mut conference = Conference {
        event,
        sessions,
        speakers,
        interviews,
        articles,
        tags: BTreeMap::new(),
        assets,
        renditions,
        moved,
        removed,
        next_publication,
        revision,
        index,
    };
    conference.tags = tag::collect(&conference);
    Some((conference, used))
}

/// Drops the references to items that could not be read: their own files say why.
fn resolve(parts: &mut Parts<'_>, audience: Audience<'_>) -> Publication {
    let speakers: BTreeSet<_> = parts.speakers.iter().map(|opened| opened.value.slug.clone()).collect();
    let sessions: BTreeSet<_> = parts.sessions.iter().map(|opened| opened.value.session.slug.clone()).collect();
    let removed = &parts.removed;
    for Opened { item, value: session::Draft { session, people, .. } } in &mut parts.sessions {
        report_removed(item, &["speakers"], session.speakers.iter().cloned().map(Page::Speaker), removed);
        report_removed(item, &["moderator"], session.moderator.iter().cloned().map(Page::Speaker), removed);
        session.speakers.retain(|slug| speakers.contains(slug));
        session.moderator.take_if(|slug| !speakers.contains(slug));
        people.retain(|person| speakers.contains(&person.value));
    }
    let mut orphaned = BTreeSet::new();
    for Opened { item, value: interview::Draft { interview, .. } } in &mut parts.interviews {
        if interview.speakers.iter().any(|slug| removed.contains_key(&Page::Speaker(slug.clone()))) {
            orphaned.insert(interview.slug.clone());
        }
        let people = interview.speakers.iter().cloned().map(Page::Speaker);
        report_removed(item, &["speaker", "speakers"], people, removed);
        report_removed(item, &["session"], interview.session.iter().cloned().map(Page::Session), removed);
        interview.speakers.retain(|slug| speakers.contains(slug));
        interview.session.take_if(|slug| !sessions.contains(slug));
    }
    // Whose speakers were removed is still worth reading; whose speakers have errors comes back with them.
    parts.interviews.retain(|opened| {
        let interview = &opened.value.interview;
        !interview.speakers.is_empty() || orphaned.contains(&interview.slug)
    });
    let zone = parts.event.as_ref().map(|event| &event.value.timezone);
    let removed = std::mem::take(&mut parts.removed);
    let others = sessions.into_iter().map(Page::Session).chain(speakers.into_iter().map(Page::Speaker));
    Publication::of(dated::entries(&parts.interviews, &parts.news), others, removed, audience, zone)
}

/// The files of speakers to whom no session and no interview leads, published or not.
fn idle(parts: &Parts<'_>) -> Vec<String> {
    let sessions = parts.sessions.iter().flat_map(|opened| opened.value.session.people());
    let interviews = parts.interviews.iter().flat_map(|opened| &opened.value.interview.speakers);
    let busy: BTreeSet<_> = sessions.chain(interviews).collect();
    let idle = parts.speakers.iter().filter(|opened| !busy.contains(&opened.value.slug));
    idle.map(|opened| opened.item.document.path.to_owned()).collect()
}

/// Reports references to items that were removed: they are left out of pages.
fn report_removed(item: &Item<'_>, fields: &[&str], pages: impl Iterator<Item = Page>, removed: &HashMap<Page, Text>) {
    let Some(place) = fields.iter().find_map(|field| item.fields().place(field)) else { return };
    for page in pages.filter(|page| removed.contains_key(page)) {
        let (Page::Speaker(slug) | Page::Session(slug) | Page::Interview(slug)) = page else { continue };
        let message =
            message!("`{slug}` was removed, and is left out here", "`{slug}`は取り下げられたため、ここでは省かれます");
        item.document.problems.warning(
            "reference-to-removed",
            place.clone(),
            message,
            message!("take it away here too", "ここからも消してください"),
        );
    }
}

/// Says of what is written for later when that is.
fn announce<'e, 'a: 'e>(entries: impl Iterator<Item = Entry<'e, 'a>>, published: &Publication) {
    for (item, entry) in entries {
        let Some(moment) = published.later.get(&entry.page()).copied() else { continue };
        let place = item.fields().place("published").unwrap_or_default();
        let message = message!(
            "this is published on {date} at {time}",
            "公開は{date} {time}です",
            date = moment.date(),
            time = print_time(moment)
        );
        let help = message!(
            "until then only the preview shows it; for the event's time zone see `timezone` in program/event.md",
            "それまではプレビューにだけ表示されます。時刻の基準は program/event.md の`timezone`です"
        );
        item.document.problems.note("published-later", place, message, help);
    }
}

/// Reports what interviews say that does not go with what they are about.
fn check_interviews(parts: &Parts<'_>) {
    let canceled = parts.sessions.iter().map(|opened| &opened.value.session).filter(|session| session.canceled);
    let canceled: BTreeSet<_> = canceled.map(|session| &session.slug).collect();
    for Opened { item, value } in &parts.interviews {
        if value.interview.session.as_ref().is_some_and(|slug| canceled.contains(slug)) {
            let place = item.fields().place("session").unwrap_or_default();
            let help = message!(
                "say so in the text where readers should know; the page of the session says it",
                "読者に必要なら本文でも触れてください。セッションのページには中止と表示されます"
            );
            item.document.problems.note(
                "session-canceled",
                place,
                message!("this session is canceled", "このセッションは中止になりました"),
                help,
            );
        }
    }
}

/// Renders every body; those of drafts as well, so that their problems are found before they are published.
fn render<'a>(parts: &mut Parts<'a>, context: &Context<'a>, published: &Publication) -> Used {
    let mut bodies = Bodies::of(context, published);
    if let Some(Opened { item, value }) = &mut parts.event {
        value.body = bodies.render(item, Emptiness::Fine, markdown::article);
    }
    for Opened { item, value } in &mut parts.speakers {
        value.body = bodies.render(item, Emptiness::Reported(Severity::Warning), markdown::article);
        keep_beginnings(&mut value.body);
    }
    let speakers: BTreeMap<_, _> = parts.speakers.iter().map(|opened| (&opened.value.slug, &opened.value)).collect();
    for Opened { item, value: session::Draft { session, .. } } in &mut parts.sessions {
        let emptiness = match session.format.has_content() {
            true => Emptiness::Reported(Severity::Warning),
            false => Emptiness::Fine,
        };
        session.body = bodies.render(item, emptiness, markdown::article);
        session.facets.text = facets::text(session, |slug| speakers.get(slug).copied());
        keep_beginnings(&mut session.body);
    }
    for Opened { item, value } in &mut parts.interviews {
        value.interview.body = bodies.render(item, Emptiness::Reported(Severity::Error), markdown::interview);
    }
    for Opened { item, value } in &mut parts.news {
        value.article.body = bodies.render(item, Emptiness::Reported(Severity::Error), markdown::news);
        keep_beginnings(&mut value.article.body);
    }
    let mut used = bodies.finish();
    for photo in parts.speakers.iter().filter_map(|speaker| speaker.value.photo.as_ref()) {
        used.by_pages.extend([Role::Avatar, Role::Portrait].map(|role| (photo.asset.path.clone(), role)));
    }
    used
}

/// Keeps only the first words of a body: all of a large conference would take as much as its HTML.
fn keep_beginnings(body: &mut Localized<Body>) {
    body.values_mut().for_each(Body::keep_beginning);
}

/// Tells people of their sessions and interviews, and sessions of their interviews.
fn link(sessions: &mut [Session], speakers: &mut [Speaker], interviews: &[Interview], index: &Index) {
    for session in sessions.iter() {
        for place in session.people().filter_map(|slug| index.speakers.get(slug)) {
            let known = &mut speakers[*place].sessions;
            // Whoever speaks and moderates has one session.
            if known.last() != Some(&session.slug) {
                known.push(session.slug.clone());
            }
        }
    }
    // From the oldest on: the list has the newest first.
    for interview in interviews.iter().rev() {
        for place in interview.speakers.iter().filter_map(|slug| index.speakers.get(slug)) {
            speakers[*place].interviews.push(interview.slug.clone());
        }
        if let Some(&place) = interview.session.as_ref().and_then(|slug| index.sessions.get(slug)) {
            sessions[place].interviews.push(interview.slug.clone());
        }
    }
}

fn places<T>(items: &[T], slug: impl Fn(&T) -> &Slug) -> BTreeMap<Slug, usize> {
    items.iter().enumerate().map(|(place, item)| (slug(item).clone(), place)).collect()
}

/// For every session when the last one up to it ends.
fn latest_ends(sessions: &[Session]) -> Vec<Option<DateTime>> {
    let latest = sessions.iter().scan(None, |latest, session| {
        *latest = (*latest).max(session.end);
        Some(*latest)
    });
    latest.collect()
}
