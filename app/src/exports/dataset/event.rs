//! `/conference.json`: the event, its speakers, interviews and news.

use conference::{
    Article as NewsArticle, Interview as PublishedInterview, Language, Speaker as ProgrammeSpeaker,
    picture::Role,
    url::{self, Calendar, CalendarSessions, DatasetContent, Described, Export, Page},
};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    address::Context,
    forms,
    items::{Link, NamedLink, PersonReference, Room, TagReference, TextReference, Track, links},
};
use crate::{dates, site::Site};

/// A conference.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "Conference")]
pub(super) struct ConferenceDocument<'s> {
    /// The address of the JSON Schema of this document.
    #[serde(rename = "$schema")]
    schema: String,
    /// The address of this document.
    url: String,
    /// The address of the home page.
    page: String,
    /// The language of the texts (BCP 47). A text without translation is in the language in which it was written.
    language: &'s str,
    /// The languages of the site, the default first.
    languages: Vec<&'s str>,
    /// The state of the content: two documents of one state have the same data.
    revision: String,
    /// The full name.
    name: &'s str,
    /// A short name in ASCII.
    acronym: &'s str,
    /// The event in a phrase.
    tagline: Option<&'s str>,
    /// The address of the official site.
    official_site: Option<&'s str>,
    /// The hashtag, without #.
    hashtag: Option<&'s str>,
    /// The time zone by its IANA name.
    timezone: Option<&'s str>,
    /// The days, in order.
    #[schemars(inner(regex(pattern = forms::DATE)))]
    days: Vec<String>,
    /// A notice that belongs to all times.
    notice: Option<&'s str>,
    /// The description of the event in HTML; empty if there is none.
    about: String,
    /// The venue.
    venue: Option<Venue<'s>>,
    /// The rooms, in the order of the schedule.
    rooms: Vec<Room<'s>>,
    /// The tracks.
    tracks: Vec<Track<'s>>,
    /// The organiser.
    organizer: Option<NamedLink<'s>>,
    /// The sponsors.
    sponsors: Vec<NamedLink<'s>>,
    /// The address of the document with all sessions.
    sessions: String,
    /// The address of the calendar with all sessions (RFC 5545).
    calendar: String,
    /// The people of the programme.
    speakers: Vec<Speaker<'s>>,
    /// The interviews, the newest first.
    interviews: Vec<Interview<'s>>,
    /// The news, the newest first.
    news: Vec<Article<'s>>,
}

/// The venue.
#[derive(Serialize, JsonSchema)]
struct Venue<'s> {
    /// The building.
    name: &'s str,
    /// The postal address.
    address: Option<&'s str>,
    /// Directions.
    access: Option<&'s str>,
    /// Latitude and longitude in degrees (WGS 84).
    location: Option<[f64; 2]>,
}

/// A person of the programme.
#[derive(Serialize, JsonSchema)]
struct Speaker<'s> {
    /// The name of the person in addresses.
    slug: &'s str,
    /// The lasting id of the person: a UUID, as in schedules of c3voc.
    guid: String,
    /// The address of the page.
    url: String,
    /// The name as printed.
    name: &'s str,
    /// The reading of the name in kana.
    reading: Option<&'s str>,
    /// Company, university or community.
    organization: Option<&'s str>,
    /// The position there.
    role: Option<&'s str>,
    /// Links to other sites.
    links: Vec<Link<'s>>,
    /// A portrait.
    photo: Option<Photo<'s>>,
    /// The biography in HTML; empty if there is none.
    biography: String,
    /// The names of the person's sessions in addresses, by start.
    sessions: Vec<&'s str>,
    /// The interviews with the person.
    interviews: Vec<TextReference<'s>>,
}

/// A portrait.
#[derive(Serialize, JsonSchema)]
struct Photo<'s> {
    /// The address of the picture.
    url: String,
    /// The photographer.
    credit: Option<&'s str>,
    /// The licence.
    licence: Option<&'s str>,
}

/// An interview.
#[derive(Serialize, JsonSchema)]
struct Interview<'s> {
    /// The name of the interview in addresses.
    slug: &'s str,
    /// The address of the page.
    url: String,
    /// The title.
    title: &'s str,
    /// The time of publication.
    #[schemars(regex(pattern = forms::INSTANT))]
    published: String,
    /// The interviewees.
    speakers: Vec<PersonReference<'s>>,
    /// The interviewer.
    interviewer: Option<&'s str>,
    /// The name of the session that the interview is about, as in addresses.
    session: Option<&'s str>,
    /// The name of the series.
    series: Option<&'s str>,
    /// The place in the series, from 1.
    number: Option<u32>,
    /// One or two sentences about the interview.
    summary: Option<&'s str>,
    /// The questions, each with its address.
    questions: Vec<Question<'s>>,
    /// The tags.
    tags: Vec<TagReference<'s>>,
    /// The publication in which the interview appeared first.
    source: Option<NamedLink<'s>>,
    /// The terms under which the text may be used.
    licence: Option<&'s str>,
}

/// A question of an interview.
#[derive(Serialize, JsonSchema)]
struct Question<'s> {
    /// The words of the question.
    text: &'s str,
    /// The address of the question and its answer.
    url: String,
}

/// An article of the news.
#[derive(Serialize, JsonSchema)]
struct Article<'s> {
    /// The name of the article in addresses.
    slug: &'s str,
    /// The address of the page.
    url: String,
    /// The title.
    title: &'s str,
    /// The time of publication.
    #[schemars(regex(pattern = forms::INSTANT))]
    published: String,
    /// The author.
    author: Option<&'s str>,
    /// One or two sentences about the article.
    summary: Option<&'s str>,
    /// The tags.
    tags: Vec<TagReference<'s>>,
    /// The publication in which the article appeared first.
    source: Option<NamedLink<'s>>,
    /// The terms under which the text may be used.
    licence: Option<&'s str>,
}

/// The whole conference in a language.
pub(super) fn conference<'s>(site: &'s Site, language: &'s Language) -> ConferenceDocument<'s> {
    let context = Context { site, language };
    let conference = &*site.conference;
    let event = &conference.event;
    let all = CalendarSessions::Schedule(Default::default());
    ConferenceDocument {
        schema: context.export(&Export::DatasetSchema(Described::Conference)),
        url: context.dataset(DatasetContent::Conference),
        page: context.page(&Page::Home),
        language: language.as_str(),
        languages: event.languages.iter().map(Language::as_str).collect(),
        revision: conference.revision.to_string(),
        name: context.text(&event.name),
        acronym: &event.acronym,
        tagline: context.optional(event.tagline.as_ref()),
        official_site: event.url.as_deref(),
        hashtag: event.hashtag.as_deref(),
        timezone: event.timezone.iana_name(),
        days: event.days.iter().map(ToString::to_string).collect(),
        notice: context.optional(event.notice.as_ref()),
        about: context.html(&event.body.get(language).1.html),
        venue: event.venue.as_ref().map(|venue| Venue {
            name: context.text(&venue.name),
            address: context.optional(venue.address.as_ref()),
            access: context.optional(venue.access.as_ref()),
            location: venue.location,
        }),
        rooms: event.rooms.iter().filter_map(|room| context.room(&room.id)).collect(),
        tracks: event.tracks.iter().filter_map(|track| context.track(&track.id)).collect(),
        organizer: event.organizer.as_ref().map(|organizer| context.named(organizer)),
        sponsors: event.sponsors.iter().map(|sponsor| context.named(sponsor)).collect(),
        sessions: context.dataset(DatasetContent::Sessions(Default::default())),
        calendar: context.export(&Export::Calendar(Calendar { language: context.named_language(), sessions: all })),
        speakers: conference.speakers.iter().map(|one| speaker(&context, one)).collect(),
        interviews: conference.interviews.iter().map(|one| interview(&context, one)).collect(),
        news: conference.articles.iter().map(|one| article(&context, one)).collect(),
    }
}

fn speaker<'s>(context: &Context<'s>, speaker: &'s ProgrammeSpeaker) -> Speaker<'s> {
    let photo = speaker.photo.as_ref().map(|photo| {
        let path = match photo.asset.renditions(Role::Portrait) {
            Some(renditions) => url::picture(&renditions.plain().name()),
            None => url::asset(&photo.asset.path),
        };
        Photo { url: context.address(&path), credit: photo.credit.as_deref(), licence: photo.licence.as_deref() }
    });
    Speaker {
        slug: speaker.slug.as_str(),
        guid: context.site.conference.event.speaker_guid(&speaker.slug).to_string(),
        url: context.page(&Page::Speaker(speaker.slug.clone())),
        name: context.text(&speaker.name),
        reading: speaker.reading.as_deref(),
        organization: context.optional(speaker.organization.as_ref()),
        role: context.optional(speaker.role.as_ref()),
        links: links(&speaker.links),
        photo,
        biography: context.html(&speaker.body.get(context.language).1.html),
        sessions: speaker.sessions.iter().map(|slug| slug.as_str()).collect(),
        interviews: context.interviews(&speaker.interviews),
    }
}

fn interview<'s>(context: &Context<'s>, interview: &'s PublishedInterview) -> Interview<'s> {
    let url = context.page(&Page::Interview(interview.slug.clone()));
    let questions = interview.body.get(context.language).1.questions();
    Interview {
        slug: interview.slug.as_str(),
        title: context.text(&interview.title),
        published: dates::instant(interview.published, &context.site.conference.event.timezone),
        speakers: context.people(&interview.speakers),
        interviewer: context.optional(interview.interviewer.as_ref()),
        session: interview.session.as_ref().map(|slug| slug.as_str()),
        series: interview.series.as_ref().map(|series| context.text(&series.name)),
        number: interview.series.as_ref().map(|series| series.number),
        summary: context.optional(interview.summary.as_ref()),
        questions: questions.map(|one| Question { text: &one.text, url: format!("{url}#{}", one.id) }).collect(),
        tags: context.tags(&interview.tags),
        source: interview.source.as_ref().map(|source| context.origin(source)),
        licence: interview.licence.as_deref(),
        url,
    }
}

fn article<'s>(context: &Context<'s>, article: &'s NewsArticle) -> Article<'s> {
    Article {
        slug: article.slug.as_str(),
        url: context.page(&Page::Article(article.slug.clone())),
        title: context.text(&article.title),
        published: dates::instant(article.published, &context.site.conference.event.timezone),
        author: context.optional(article.author.as_ref()),
        summary: context.optional(article.summary.as_ref()),
        tags: context.tags(&article.tags),
        source: article.source.as_ref().map(|source| context.origin(source)),
        licence: article.licence.as_deref(),
    }
}
