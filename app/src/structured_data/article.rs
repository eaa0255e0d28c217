//! Interviews and news as articles.

use conference::{Interview, Origin, Text, url::Page};

use super::{
    addresses::{absolute, image},
    event,
    profile::{organization, performers},
    things::{Article, Author, CreativeWorkSeries, Organization, Person, Thing},
};
use crate::{context::Context, dates, parts::excerpt};

/// The length of a description in characters.
const DESCRIPTION: usize = 300;

/// An interview, about the people who answer and the session.
pub(super) fn interview(context: &Context, interview: &Interview) -> Article {
    let people = performers(context, &interview.speakers).into_iter().map(Thing::Person);
    let session = interview.session.as_ref().and_then(|slug| context.conference.session(slug));
    let session = session.map(|session| Thing::Event(event::subject(context, session)));
    Article {
        headline: context.text(&interview.title).to_owned(),
        url: absolute(context, &Page::Interview(interview.slug.clone())),
        description: interview.summary.as_ref().map(|text| context.text(text).to_owned()),
        image: image(context, &Page::Interview(interview.slug.clone())),
        in_language: interview.body.get(&context.language).0.to_string(),
        date_published: dates::machine(interview.published, &context.conference.event.timezone),
        date_modified: interview.updated.map(|moment| dates::machine(moment, &context.conference.event.timezone)),
        author: interview.interviewer.as_ref().map(|name| author(context, name)),
        publisher: publisher(context),
        about: people.chain(session).collect(),
        keywords: interview.tags.clone(),
        is_part_of: interview.series.as_ref().map(|series| CreativeWorkSeries {
            name: context.text(&series.name).to_owned(),
            url: context
                .conference
                .series
                .contains_key(&series.key)
                .then(|| absolute(context, &Page::Series(series.key.clone()))),
        }),
        position: interview.series.as_ref().map(|series| series.number),
        is_based_on: original(interview.source.as_ref()),
    }
}

/// An article of the news.
pub(super) fn news(context: &Context, article: &conference::Article) -> Article {
    let (language, body) = article.body.get(&context.language);
    let description = match &article.summary {
        Some(summary) => context.text(summary).to_owned(),
        None => excerpt(&body.text, DESCRIPTION),
    };
    Article {
        headline: context.text(&article.title).to_owned(),
        url: absolute(context, &Page::Article(article.slug.clone())),
        description: Some(description).filter(|text| !text.is_empty()),
        image: image(context, &Page::Article(article.slug.clone())),
        in_language: language.to_string(),
        date_published: dates::machine(article.published, &context.conference.event.timezone),
        date_modified: article.updated.map(|moment| dates::machine(moment, &context.conference.event.timezone)),
        author: article.author.as_ref().map(|name| author(context, name)),
        publisher: publisher(context),
        about: Vec::new(),
        keywords: article.tags.clone(),
        is_part_of: None,
        position: None,
        is_based_on: original(article.source.as_ref()),
    }
}

/// The author: the organiser of the event if it has that name, otherwise a person.
fn author(context: &Context, name: &Text) -> Author {
    let name = context.text(name).to_owned();
    match publisher(context) {
        Some(Organization { name: own, url }) if own == name => Author::Organization(Organization { name, url }),
        _ => Author::Person(Person { name, ..Person::default() }),
    }
}

fn publisher(context: &Context) -> Option<Organization> {
    context.conference.event.organizer.as_ref().map(|organizer| organization(context, organizer))
}

/// The address of the publication that the text appeared in first.
fn original(source: Option<&Origin>) -> Option<String> {
    source?.url.clone().filter(|url| url.starts_with("http"))
}
