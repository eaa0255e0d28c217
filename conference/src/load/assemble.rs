//! Assembles the conference from the items that were read: checks them against each other, sorts them and links them.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use jiff::civil::DateTime;

use super::{
    aliases::{self, Former},
    bodies::{Findings, Used},
    conflicts,
    context::Context,
    facets,
    files::Kind,
    guids, installments, interview,
    item::Opened,
    items::Items,
    mentions, names, news, pictures, plan_codes, publication,
    publication::Publication,
    questions, references, render, revision, series, session,
    sources::{Audience, Sources},
    tags, translations, unfinished, wordings,
};
use crate::{
    Article, Conference, Event, Interview, Language, Series, Session, Slug, Speaker,
    conference::Index,
    fold,
    url::{self, Page},
};

/// Assembles a conference, and lists the assets that it uses; `None` without an event.
pub(super) fn assemble<'a>(
    mut items: Items<'a>,
    context: &Context<'a>,
    sources: &Sources,
    audience: Audience<'_>,
) -> Option<(Conference, Used)> {
    let published = references::resolve(&mut items, audience);
    conflicts::check(&items.sessions, &context.exclusive_rooms);
    aliases::check(&items, context);
    guids::check(&mut items);
    series::join(&mut items, &published, context);
    let Findings { mut used, links, files } = render::render(&mut items, context, &published);
    used.idle = references::idle_speakers(&items);
    publication::announce(items.dated(), &published);
    translations::check_age(items.dated());
    references::check_canceled(&items);
    names::check(&items, context);
    unfinished::check(&items, &files);
    wordings::check(&items, &files, context);
    plan_codes::check(&items);

    let event = items.event?.value;
    let default = event.default_language().clone();
    let mut sessions = sorted_sessions(items.sessions, &event);
    let mut speakers = sorted_speakers(items.speakers, &default);
    let mut interviews = published_interviews(items.interviews, &published);
    let order = installments::order(&mut interviews);
    let series = series::with_pages(items.series, &interviews, order, &default);
    let articles = published_articles(items.news, &published);
    let mut index = index(&sessions, &speakers, &interviews, &articles);
    let questions = questions::collect(&interviews, &series, &index.speakers);
    index.questions = questions.iter().enumerate().map(|(place, one)| (one.id.clone(), place)).collect();
    mentions::collect(&links, &mut speakers, &interviews, &sessions, &index);
    link(&mut sessions, &mut speakers, &interviews, &index);
    for session in &mut sessions {
        session.facets = facets::values(session);
        session.code = event.code(session.identity());
    }
    let (assets, renditions) = pictures::published(sources, &used.by_pages);
    let shown = interviews.iter().map(|interview| interview.slug.as_str());
    let shown = shown.chain(articles.iter().map(|article| article.slug.as_str()));
    // Once more from the moment on at which an announced change counts.
    let changed = interviews.iter().filter(|one| one.updated.is_some()).map(|interview| interview.slug.as_str());
    let changed = changed.chain(articles.iter().filter(|one| one.updated.is_some()).map(|one| one.slug.as_str()));
    let mut moved = moved(&sessions, &interviews, &articles, &items.former);
    moved.extend(series_by_name(&series, &default));
    let conference = Conference {
        tags: tags::collect(&sessions, &interviews, &articles),
        assets,
        renditions,
        moved,
        next_publication: published.next(),
        removed: published.removed,
        releases: Default::default(),
        withdrawn: BTreeMap::new(),
        revision: revision::digest(sources, shown.chain(changed)),
        event,
        sessions,
        speakers,
        interviews,
        articles,
        series,
        questions,
        index,
        session_texts: Default::default(),
        search: Default::default(),
    };
    Some((conference, used))
}

/// The sessions by start, room and slug.
fn sorted_sessions(opened: Vec<Opened<'_, session::LocatedSession>>, event: &Event) -> Vec<Session> {
    let room = |session: &Session| {
        // A session without a room concerns everybody, and comes first.
        session.room.as_ref().and_then(|id| event.rooms.iter().position(|room| room.id == *id))
    };
    let mut sessions: Vec<_> = opened.into_iter().map(|opened| opened.value.session).collect();
    sessions.sort_by(|a, b| (a.start, room(a), &a.slug).cmp(&(b.start, room(b), &b.slug)));
    sessions
}

/// The speakers by reading or name.
fn sorted_speakers(opened: Vec<Opened<'_, Speaker>>, default: &Language) -> Vec<Speaker> {
    let mut speakers: Vec<_> = opened.into_iter().map(|opened| opened.value).collect();
    speakers.sort_by_cached_key(|speaker| {
        let name = speaker.name.text(default);
        (fold::fold(speaker.reading.as_deref().unwrap_or(name)), name.to_owned(), speaker.slug.clone())
    });
    speakers
}

/// The published interviews, the newest first.
fn published_interviews(
    opened: Vec<Opened<'_, interview::LocatedInterview>>,
    published: &Publication,
) -> Vec<Interview> {
    let interviews = opened.into_iter().map(|opened| opened.value.interview);
    let mut interviews: Vec<_> =
        interviews.filter(|interview| published.pages.contains(&Page::Interview(interview.slug.clone()))).collect();
    for interview in &mut interviews {
        let page = Page::Interview(interview.slug.clone());
        interview.updated.take_if(|_| published.changes.contains_key(&page));
    }
    interviews.sort_by(|a, b| (Reverse(a.published), &a.slug).cmp(&(Reverse(b.published), &b.slug)));
    interviews
}

/// The published articles, the newest first, with their neighbours.
fn published_articles(opened: Vec<Opened<'_, news::LocatedArticle>>, published: &Publication) -> Vec<Article> {
    let articles = opened.into_iter().map(|opened| opened.value.article);
    let mut articles: Vec<_> =
        articles.filter(|article| published.pages.contains(&Page::Article(article.slug.clone()))).collect();
    for article in &mut articles {
        let page = Page::Article(article.slug.clone());
        article.updated.take_if(|_| published.changes.contains_key(&page));
    }
    articles.sort_by(|a, b| (Reverse(a.published), &a.slug).cmp(&(Reverse(b.published), &b.slug)));
    for place in 0..articles.len() {
        let slug = |place: usize| articles.get(place).map(|article: &Article| article.slug.clone());
        let (next, previous) = (place.checked_sub(1).and_then(slug), slug(place + 1));
        (articles[place].next, articles[place].previous) = (next, previous);
    }
    articles
}

/// The redirects: pages of former slugs, with the present pages.
fn moved(
    sessions: &[Session],
    interviews: &[Interview],
    articles: &[Article],
    removed: &[Former<'_>],
) -> HashMap<Page, Page> {
    let former = |page: fn(Slug) -> Page, slug: &Slug, aliases: &[Slug]| {
        let present = page(slug.clone());
        aliases.iter().map(|alias| (page(alias.clone()), present.clone())).collect::<Vec<_>>()
    };
    let moved = sessions.iter().flat_map(|one| former(Page::Session, &one.slug, &one.aliases));
    let moved = moved.chain(interviews.iter().flat_map(|one| former(Page::Interview, &one.slug, &one.aliases)));
    let moved = moved.chain(articles.iter().flat_map(|one| former(Page::Article, &one.slug, &one.aliases)));
    let gone = removed.iter().filter_map(|one| Some((Kind::of_page(&one.page)?, one))).flat_map(|(kind, one)| {
        one.aliases.iter().map(move |alias| (kind.page(alias.value.clone()), one.page.clone()))
    });
    moved.chain(gone).collect()
}

/// The redirects from the page that a series had before it got its file.
fn series_by_name(series: &BTreeMap<String, Series>, default: &Language) -> impl Iterator<Item = (Page, Page)> {
    let pages = series.values().map(|one| (one.name.text(default), one.key.as_str()));
    let former = pages.filter(|(name, _)| url::is_folder(name) && !series.contains_key(*name));
    former.map(|(name, key)| (Page::Series(name.to_owned()), Page::Series(key.to_owned())))
}

/// Links speakers to their sessions and interviews, and sessions to their interviews.
fn link(sessions: &mut [Session], speakers: &mut [Speaker], interviews: &[Interview], index: &Index) {
    for session in sessions.iter() {
        for place in session.people().filter_map(|slug| index.speakers.get(slug)) {
            let known = &mut speakers[*place].sessions;
            // A speaker who is also the moderator has the session once.
            if known.last() != Some(&session.slug) {
                known.push(session.slug.clone());
            }
        }
    }
    // In order of publication; the list has the newest first.
    for interview in interviews.iter().rev() {
        for place in interview.speakers.iter().filter_map(|slug| index.speakers.get(slug)) {
            speakers[*place].interviews.push(interview.slug.clone());
        }
        if let Some(&place) = interview.session.as_ref().and_then(|slug| index.sessions.get(slug)) {
            sessions[place].interviews.push(interview.slug.clone());
        }
    }
}

/// The positions of all items in their lists.
fn index(sessions: &[Session], speakers: &[Speaker], interviews: &[Interview], articles: &[Article]) -> Index {
    Index {
        sessions: places(sessions, |session| &session.slug),
        speakers: places(speakers, |speaker| &speaker.slug),
        interviews: places(interviews, |interview| &interview.slug),
        articles: places(articles, |article| &article.slug),
        questions: BTreeMap::new(),
        ends: latest_ends(sessions),
    }
}

fn places<T>(items: &[T], slug: impl Fn(&T) -> &Slug) -> BTreeMap<Slug, usize> {
    items.iter().enumerate().map(|(place, item)| (slug(item).clone(), place)).collect()
}

/// For every session, the latest end of all sessions up to it.
fn latest_ends(sessions: &[Session]) -> Vec<Option<DateTime>> {
    let latest = sessions.iter().scan(None, |latest, session| {
        *latest = (*latest).max(session.end);
        Some(*latest)
    });
    latest.collect()
}
